#include "source/packed_view.h"

#include "lectern/base/arena.h"
#include "source/body_data.h"

const struct packed_talk *
packed_view_talks(const struct packed *p)
{
	return p->array[PACKED_TALKS];
}

const struct packed_block *
packed_view_blocks(const struct packed *p)
{
	return p->array[PACKED_BLOCKS];
}

const char *
packed_view_text(const struct packed *p)
{
	return p->array[PACKED_TEXT];
}

const char *
packed_view_string(const struct packed *p, uint32_t at)
{
	const char *strings = p->array[PACKED_STRINGS];

	return at == PACKED_NONE ? NULL : strings + at;
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

const struct block *
packed_view_make(const struct packed *p, uint32_t first, uint32_t n)
{
	struct block *blocks;

	if (n == 0)
		return NULL;
	blocks = arena_alloc(p->arena, n * sizeof(*blocks));
	for (uint32_t i = 0; i < n; i++) {
		const struct packed_block *from = &packed_view_blocks(
		    p)[first + i];

		blocks[i] = (struct block){
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
		    .part = from->part,
		};
	}
	return blocks;
}

const char *
packed_view_next(const struct body *body, uint32_t *at, size_t *len)
{
	const struct packed *p = body->original->packed;
	const struct packed_talk *talk = &packed_view_talks(p)[body->heading];

	while (*at < talk->nblocks) {
		const struct packed_block *block = &packed_view_blocks(
		    p)[talk->block + (*at)++];

		if (block->gap) {
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
	const struct packed_talk *talk = &packed_view_talks(p)[body->heading];

	body->blocks = packed_view_make(p, talk->block, talk->nblocks);
	body->nblocks = talk->nblocks;
	body->waits = false;
}
