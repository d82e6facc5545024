#include "source/body_join.h"

#include <string.h>

#include "lectern/base/arena.h"
#include "lectern/base/strmap.h"
#include "source/body_data.h"

static void
copy_blocks(struct block *to, const struct body *from)
{
	if (from && from->nblocks > 0)
		memcpy(to, from->blocks, from->nblocks * sizeof(*to));
}

static void
join_blocks(struct body *body, const struct body *a, const struct body *b)
{
	uint32_t na = a ? a->nblocks : 0, nb = b ? b->nblocks : 0;
	struct block *blocks = arena_alloc(
	    body->arena, (na + nb + 1) * sizeof(*blocks));
	uint32_t n = na;

	copy_blocks(blocks, a);
	if (na > 0 && nb > 0 && *body->part_name)
		blocks[n++] = (struct block){
		    .text = body->part_name,
		    .len = (uint32_t)strlen(body->part_name),
		    .line = b->blocks->line,
		    .kind = BLOCK_LABEL,
		};
	copy_blocks(blocks + n, b);
	body->blocks = blocks;
	body->nblocks = n + nb;
}

static void
add_link(
    struct body *body, const char **links, struct strmap *seen, const char *url)
{
	if ((*strmap_put(seen, url, 0))++ == 0)
		links[body->nlinks++] = url;
}

/* The joined talk's own URL is that of one of the parts: a video comes first. */
static void
join_links(struct body *body, const struct body *a, const struct body *b)
{
	uint32_t na = a ? a->nlinks : 0, nb = b ? b->nlinks : 0;
	const char **links = arena_alloc(
	    body->arena, (na + nb + 1) * sizeof(*links));
	struct strmap seen = {0};

	if (body->url)
		add_link(body, links, &seen, body->url);
	for (uint32_t i = 0; i < na; i++)
		add_link(body, links, &seen, a->links[i]);
	for (uint32_t i = 0; i < nb; i++)
		add_link(body, links, &seen, b->links[i]);
	strmap_free(&seen);
	body->links = links;
}

void
body_join_make(struct body *body, const struct body *a, const struct body *b)
{
	join_blocks(body, a, b);
	join_links(body, a, b);
	body->waits = false;
}
