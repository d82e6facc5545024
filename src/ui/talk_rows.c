#include "lectern/ui/talk_rows.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "lectern/base/arena.h"
#include "lectern/base/mem.h"
#include "lectern/base/text.h"

#define INDENT    2 /* columns of a level of nesting */
#define NARROWEST 8 /* columns that text keeps, however deep it is nested */

static void
add_row(struct page *page, struct page_row row)
{
	page->rows = mem_grow(
	    page->rows, &page->cap, page->nrows + 1, sizeof(*page->rows));
	page->rows[page->nrows++] = row;
}

static void
add_blank(struct page *page)
{
	add_row(page, (struct page_row){.text = "", .kind = ROW_BLANK});
}

/* Adds text[start, end) as rows like `row`, wrapped. */
static void
add_wrapped(struct page *page, struct page_row row, size_t start, size_t end)
{
	int columns = page->width - row.indent;

	row.first = true;
	do {
		size_t shown;
		size_t n = text_wrap(row.text + start, end - start,
		    columns > 0 ? columns : 1, &shown);

		row.start = (uint32_t)start;
		row.end = (uint32_t)(start + shown);
		add_row(page, row);
		row.first = false;
		start += n;
	} while (start < end);
}

static void
add_line(struct page *page, enum row_kind kind, const char *text)
{
	struct page_row row = {.text = text, .kind = (uint8_t)kind};

	if (*text)
		add_wrapped(page, row, 0, strlen(text));
}

void
page_bullet(const struct block *block, char out[16])
{
	switch (block->kind) {
	case BLOCK_BULLET:
		strcpy(out,
		    block->depth == 0       ? "• "
			: block->depth == 1 ? "- "
					    : "· ");
		return;
	case BLOCK_ORDERED:
		snprintf(out, 16, "%u. ", block->number);
		return;
	default:
		*out = '\0';
	}
}

/* The columns before a block's text, bullet and quote bar included. */
static int
indent_of(const struct page *page, const struct block *block, int bar)
{
	char bullet[16];

	page_bullet(block, bullet);
	int indent = bar + INDENT * (block->depth + (block->quoted ? 1 : 0)) +
	    text_width(bullet, strlen(bullet));

	if (block->kind == BLOCK_CODE)
		indent += INDENT;
	if (indent > page->width - NARROWEST)
		indent = page->width - NARROWEST;
	return indent > 0 ? indent : 0;
}

/* Code keeps its lines; what is too long goes on in the next row. */
static void
add_code(struct page *page, struct page_row row, size_t len)
{
	size_t at = 0;

	do {
		const char *nl = memchr(row.text + at, '\n', len - at);
		size_t end = nl ? (size_t)(nl - row.text) : len;

		add_wrapped(page, row, at, end);
		at = end + 1;
	} while (at < len);
}

static bool
is_list(const struct block *block)
{
	return block->kind == BLOCK_BULLET || block->kind == BLOCK_ORDERED;
}

/* Lists stand close; prose, labels and code have room before them. */
static bool
wants_room(const struct block *before, const struct block *block)
{
	if (is_list(block))
		return block->depth == 0 && !is_list(before) &&
		    before->depth == 0 && before->kind != BLOCK_LABEL;
	return block->depth == 0 || block->kind == BLOCK_CODE;
}

static void
add_blocks(struct page *page, enum row_kind kind, const struct block *blocks,
    uint32_t n)
{
	/* The reader's own note stands behind a bar. */
	int bar = kind == ROW_OWN ? INDENT : 0;

	for (uint32_t i = 0; i < n; i++) {
		const struct block *block = &blocks[i];
		struct page_row row = {.text = block->text,
		    .block = i,
		    .kind = (uint8_t)kind,
		    .indent = (uint16_t)indent_of(page, block, bar)};

		if (i > 0 && wants_room(block - 1, block))
			add_blank(page);
		if (block->kind == BLOCK_CODE)
			add_code(page, row, block->len);
		else
			add_wrapped(page, row, 0, block->len);
	}
}

void
page_build(struct page *page, const struct notes *notes,
    const struct talk *talk, const struct page_own *own, int width)
{
	free(page->speakers);
	page->speakers = NULL;
	page->nrows = 0;
	page->talk = talk;
	page->width = width;
	page->own = own ? *own : (struct page_own){0};
	if (!talk)
		return;
	page->speakers = notes_speakers(talk);
	add_line(page, ROW_TITLE, talk->title);
	add_line(page, ROW_SPEAKERS, page->speakers);
	add_line(page, ROW_TRACK, notes->tracks[talk->track].name);
	if (talk->url)
		add_line(page, ROW_URL, talk->url);
	if (page->own.tags)
		add_line(page, ROW_TAGS, page->own.tags);
	add_blank(page);
	if (talk->nblocks == 0)
		add_line(page, ROW_NONE,
		    talk->missing ? "This talk is in no document that is open."
				  : "No notes for this talk.");
	add_blocks(page, ROW_BLOCK, talk->blocks, talk->nblocks);
	if (page->own.nblocks == 0)
		return;
	add_blank(page);
	add_line(page, ROW_OWN_NAME, "My notes");
	add_blocks(page, ROW_OWN, page->own.blocks, page->own.nblocks);
}

void
page_free(struct page *page)
{
	free(page->speakers);
	free(page->rows);
	memset(page, 0, sizeof(*page));
}

size_t
page_find(const struct page *page, enum row_kind kind, uint32_t block)
{
	for (size_t i = 0; i < page->nrows; i++)
		if (page->rows[i].kind == kind && page->rows[i].block == block)
			return i;
	return 0;
}

const struct block *
page_block(const struct page *page, const struct page_row *row)
{
	switch ((enum row_kind)row->kind) {
	case ROW_BLOCK:
		return &page->talk->blocks[row->block];
	case ROW_OWN:
		return &page->own.blocks[row->block];
	default:
		return NULL;
	}
}

const char *
page_tags(struct arena *arena, const char *tags)
{
	char *shown = arena_alloc(arena, 2 * strlen(tags) + 2), *end = shown;

	for (bool starts = true; *tags; starts = *tags++ == ' ') {
		if (starts)
			*end++ = '#';
		*end++ = *tags;
	}
	return shown;
}
