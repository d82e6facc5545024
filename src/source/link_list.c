#include "source/link_list.h"

#include <string.h>

#include "lectern/base/arena.h"
#include "lectern/base/strmap.h"
#include "lectern/model/link.h"

#define FEW_LINKS 8 /* that are compared one by one */

/* Adds a link unless it is there; many are looked up in `seen`. */
static void
add_link(struct strmap *seen, const char **links, uint32_t *n, const char *url)
{
	if (*n >= FEW_LINKS) {
		if (*strmap_put(seen, url, *n) == *n)
			links[(*n)++] = url;
		return;
	}
	for (uint32_t i = 0; i < *n; i++) {
		if (links[i] == url || strcmp(links[i], url) == 0)
			return;
	}
	links[(*n)++] = url;
	if (*n == FEW_LINKS) {
		for (uint32_t i = 0; i < *n; i++)
			strmap_put(seen, links[i], i);
	}
}

const char *const *
link_list(struct arena *arena, const char *url, const char *const *links,
    size_t n, bool paths, uint32_t *count)
{
	const char **list = arena_alloc(arena, (n + 1) * sizeof(*list));
	struct strmap seen = {0};

	*count = 0;
	if (url)
		add_link(&seen, list, count, url);
	for (size_t i = 0; i < n; i++) {
		if (!paths || !link_is_path(links[i]))
			add_link(&seen, list, count, links[i]);
	}
	for (size_t i = 0; paths && i < n; i++) {
		if (link_is_path(links[i]))
			add_link(&seen, list, count, links[i]);
	}
	strmap_free(&seen);
	return list;
}
