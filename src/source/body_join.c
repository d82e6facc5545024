#include "source/body_join.h"

#include <string.h>

#include "lectern/base/arena.h"
#include "lectern/base/strmap.h"
#include "source/body_data.h"

/* The parts of a talk in their order; see notes.h. */
static const enum block_part parts[] = {
    BLOCK_SUBTITLE, BLOCK_ABSTRACT, BLOCK_NOTES, BLOCK_CHAPTERS};

/* Copies the blocks of a part; returns how many. */
static uint32_t
copy_part(struct block *to, const struct body *from, enum block_part part)
{
	uint32_t n = 0;

	for (uint32_t i = 0; from && i < from->nblocks; i++) {
		if (from->blocks[i].part == part)
			to[n++] = from->blocks[i];
	}
	return n;
}

/* What both say of one part stands under the name of the second source. */
static void
join_blocks(struct body *body, const struct body *a, const struct body *b)
{
	uint32_t most = (a ? a->nblocks : 0) + (b ? b->nblocks : 0) +
	    BLOCK_PARTS;
	struct block *blocks = arena_alloc(body->arena, most * sizeof(*blocks));
	uint32_t n = 0;

	for (size_t i = 0; i < sizeof(parts) / sizeof(*parts); i++) {
		uint32_t first = n, label;

		n += copy_part(blocks + n, a, parts[i]);
		label = n > first && *body->part_name ? 1 : 0;
		first = n;
		n += copy_part(blocks + n + label, b, parts[i]);
		if (label == 0 || n == first)
			continue;
		blocks[first] = (struct block){
		    .text = body->part_name,
		    .len = (uint32_t)strlen(body->part_name),
		    .line = blocks[first + 1].line,
		    .kind = BLOCK_LABEL,
		    .part = (uint8_t)parts[i],
		};
		n++;
	}
	body->blocks = blocks;
	body->nblocks = n;
}

static void
add_link(
    struct body *body, const char **links, struct strmap *seen, const char *url)
{
	if ((*strmap_put(seen, url, 0))++ == 0)
		links[body->nlinks++] = url;
}

/* A part without a body has no link but its URL. */
static void
add_links(struct body *body, const char **links, struct strmap *seen,
    const struct talk *part, const struct body *from)
{
	if (!from && part->url)
		add_link(body, links, seen, part->url);
	for (uint32_t i = 0; from && i < from->nlinks; i++)
		add_link(body, links, seen, from->links[i]);
}

/* The joined talk's own URL is that of one of the parts: a video comes first. */
static void
join_links(struct body *body, const struct body *a, const struct body *b)
{
	uint32_t na = a ? a->nlinks : 1, nb = b ? b->nlinks : 1;
	const char **links = arena_alloc(
	    body->arena, (na + nb + 1) * sizeof(*links));
	struct strmap seen = {0};

	if (body->url)
		add_link(body, links, &seen, body->url);
	add_links(body, links, &seen, &body->parts[0], a);
	add_links(body, links, &seen, &body->parts[1], b);
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
