#include "source/packed_view.h"

#include "lectern/base/arena.h"
#include "source/body_data.h"

bool
packed_view_are_ended(const struct packed *p)
{
	uint32_t n = packed_view_count(p, PACKED_STRINGS);

	return n > 0 && packed_view_string(p, n - 1)[0] == '\0';
}

bool
packed_view_find(struct packed *p, const char *s, size_t len)
{
	size_t at = sizeof(*p->header);

	p->header = (const void *)s;
	for (size_t i = 0; i < PACKED_ARRAYS; i++) {
		size_t size = (size_t)p->header->count[i] * packed_size[i];

		at += -at & 7;
		if (at > len || size > len - at)
			return false;
		p->array[i] = s + at;
		at += size;
	}
	return true;
}

/* Whether a block is as packed_write() makes them. */
static bool
is_good(const struct packed *p, const struct packed_block *block)
{
	const struct packed_span *spans = p->array[PACKED_SPANS];
	const enum packed_array text = block->apart ? PACKED_SHOWN
						    : PACKED_TEXT;
	uint32_t at = 0;

	if (packed_view_within(p, text, block->text, block->len) !=
		block->len ||
	    packed_view_within(p, PACKED_SPANS, block->span, block->nspans) !=
		block->nspans ||
	    block->kind > BLOCK_CODE || block->part >= BLOCK_PARTS)
		return false;
	for (uint32_t i = 0; i < block->nspans; i++) {
		const struct packed_span *span = &spans[block->span + i];
		bool link = packed_view_string(p, span->url) != NULL;

		if (span->start < at || span->end <= span->start ||
		    span->end > block->len || span->end > SPAN_MOST ||
		    ((span->style & SPAN_LINK) != 0) != link)
			return false;
		at = span->end;
	}
	return true;
}

static const struct span *
make_spans(const struct packed *p, const struct packed_block *block)
{
	const struct packed_span *packed = p->array[PACKED_SPANS];
	struct span *spans;

	if (block->nspans == 0)
		return NULL;
	spans = arena_alloc(p->arena, block->nspans * sizeof(*spans));
	for (uint32_t i = 0; i < block->nspans; i++) {
		const struct packed_span *from = &packed[block->span + i];

		spans[i] = (struct span){
		    .start = from->start,
		    .end = from->end,
		    .style = from->style,
		    .url = packed_view_string(p, from->url),
		};
	}
	return spans;
}

static const char *
text_of(const struct packed *p, const struct packed_block *block)
{
	const char *shown = p->array[PACKED_SHOWN];

	return (block->apart ? shown : packed_view_text(p)) + block->text;
}

/* One that is not good has no text. */
static struct block
make_block(const struct packed *p, const struct packed_block *from)
{
	if (!is_good(p, from))
		return (struct block){.text = "", .kind = BLOCK_PARAGRAPH};
	return (struct block){
	    .text = arena_dup(p->arena, text_of(p, from), from->len),
	    .spans = make_spans(p, from),
	    .len = from->len,
	    .nspans = from->nspans,
	    .line = from->line,
	    .number = from->number,
	    .kind = from->kind,
	    .depth = from->depth,
	    .quoted = from->quoted,
	    .listed = from->listed,
	    .among = from->among,
	    .part = from->part,
	};
}

const struct block *
packed_view_make(const struct packed *p, uint32_t first, uint32_t *n)
{
	struct block *blocks;

	*n = packed_view_within(p, PACKED_BLOCKS, first, *n);
	if (*n == 0)
		return NULL;
	blocks = arena_alloc(p->arena, *n * sizeof(*blocks));
	for (uint32_t i = 0; i < *n; i++)
		blocks[i] = make_block(p, &packed_view_blocks(p)[first + i]);
	return blocks;
}

const char *
packed_view_next(const struct body *body, uint32_t *at, size_t *len)
{
	const struct packed *p = body->original->packed;
	const struct packed_more *more = &packed_view_mores(p)[body->heading];
	uint32_t n = packed_view_within(
	    p, PACKED_BLOCKS, more->block, more->nblocks);

	while (*at < n) {
		const struct packed_block *block = &packed_view_blocks(
		    p)[more->block + (*at)++];

		if (block->gap && is_good(p, block)) {
			*len = block->len;
			return text_of(p, block);
		}
	}
	return NULL;
}

void
packed_view_read(struct body *body)
{
	const struct packed *p = body->original->packed;
	const struct packed_more *more = &packed_view_mores(p)[body->heading];

	body->nblocks = more->nblocks;
	body->blocks = packed_view_make(p, more->block, &body->nblocks);
	body->waits = false;
}
