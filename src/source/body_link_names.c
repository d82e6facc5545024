#include "lectern/base/mem.h"
#include "lectern/base/strmap.h"
#include "lectern/source/body.h"

struct body_link_name *
body_link_names(const struct talk *talk)
{
	const struct body_links links = body_links(talk);
	const struct body_blocks blocks = body_blocks(talk);
	struct body_link_name *names = mem_alloc(links.n, sizeof(*names));
	struct strmap numbers = {0};

	for (uint32_t i = 0; i < links.n; i++)
		strmap_put(&numbers, links.url[i], i);
	for (uint32_t i = 0; i < blocks.n; i++) {
		const struct block *block = &blocks.block[i];

		for (uint32_t s = 0; s < block->nspans; s++) {
			const char *url = block->spans[s].url;
			const uint32_t *at = url ? strmap_get(&numbers, url)
						 : NULL;

			if (at && !names[*at].span)
				names[*at] = (struct body_link_name){
				    block, &block->spans[s]};
		}
	}
	strmap_free(&numbers);
	return names;
}
