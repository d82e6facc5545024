#include "lectern/ui/talk_rows.h"

#include <stdio.h>
#include <string.h>

#include "lectern/model/link.h"
#include "lectern/source/body.h"

enum talk_part
talk_rows_part(const struct talk_rows *rows, const struct talk_rows_row *row)
{
	static const enum talk_part parts[BLOCK_PARTS] = {
	    [BLOCK_NOTES] = TALK_NOTES,
	    [BLOCK_SUBTITLE] = TALK_PARTS,
	    [BLOCK_ABSTRACT] = TALK_ABSTRACT,
	    [BLOCK_CHAPTERS] = TALK_CHAPTERS,
	};

	switch ((enum row_kind)row->kind) {
	case ROW_PART:
		return (enum talk_part)row->block;
	case ROW_BLOCK:
		return parts[talk_rows_block(rows, row)->part];
	case ROW_OWN_NAME:
	case ROW_OWN:
		return TALK_OWN;
	case ROW_LINKS:
	case ROW_LINK:
		return TALK_LINKS;
	case ROW_ABOUT_NAME:
	case ROW_ABOUT:
		return TALK_ABOUT;
	case ROW_SPOKEN_NAME:
	case ROW_SPOKEN:
		return TALK_SPOKEN;
	default:
		return TALK_PARTS;
	}
}

size_t
talk_rows_find(const struct talk_rows *rows, enum row_kind kind, uint32_t block)
{
	for (size_t i = 0; i < rows->nrows; i++)
		if (rows->rows[i].kind == kind && rows->rows[i].block == block)
			return i;
	return 0;
}

/* The block with that number of all that is told. */
static const struct block *
about_block(const struct talk_rows *rows, uint32_t index)
{
	const struct about *about = rows->abouts.about;

	for (; index >= about->nblocks; about++)
		index -= about->nblocks;
	return &about->blocks[index];
}

const struct block *
talk_rows_block(const struct talk_rows *rows, const struct talk_rows_row *row)
{
	switch ((enum row_kind)row->kind) {
	case ROW_BLOCK:
		return body_blocks(rows->talk).block + row->block;
	case ROW_OWN:
		return &rows->annotations.blocks[row->block];
	case ROW_SPOKEN:
		return &rows->annotations.spoken[row->block];
	case ROW_ABOUT:
		return about_block(rows, row->block);
	default:
		return NULL;
	}
}

const char *
talk_rows_tags(struct arena *arena, const char *tags)
{
	char *shown = arena_alloc(arena, 2 * strlen(tags) + 2), *end = shown;

	for (bool starts = true; *tags; starts = *tags++ == ' ') {
		if (starts)
			*end++ = '#';
		*end++ = *tags;
	}
	return shown;
}

void
talk_rows_link(
    const struct talk_rows *rows, const struct talk_rows_row *row, char out[32])
{
	const char *url = body_links(rows->talk).url[row->block];
	const char *kind = link_kind_name(
	    link_kind(url, row->text + row->start, row->end - row->start));

	if (row->first && row->indent > 0)
		snprintf(out, 32, "%-2u %-*s", row->block + 1, LINK_INDENT - 3,
		    kind);
	else
		snprintf(out, 32, "%*s", row->indent, "");
}

uint32_t
talk_rows_number(const struct talk *talk, const char *url)
{
	const struct body_links links = body_links(talk);

	for (uint32_t i = 0; i < links.n; i++)
		if (strcmp(links.url[i], url) == 0)
			return i + 1;
	return 0;
}

int
talk_rows_numbers(
    const struct talk_rows *rows, const struct talk_rows_row *row, char out[16])
{
	const struct block *block = row->kind == ROW_BLOCK
	    ? talk_rows_block(rows, row)
	    : NULL;
	int n = 0;

	*out = '\0';
	for (uint32_t i = 0; block && i < block->nspans && n < 8; i++) {
		const struct span *span = &block->spans[i];
		uint32_t number;

		if (!span->url || span->start < row->start ||
		    span->start >= row->end)
			continue;
		number = talk_rows_number(rows->talk, span->url);
		if (number > 0)
			n += snprintf(out + n, 16 - (size_t)n, "%s%u",
			    n > 0 ? " " : "[", number % 10000);
	}
	if (n > 0)
		n += snprintf(out + n, 16 - (size_t)n, "]");
	return n;
}

void
talk_rows_code(const struct talk_rows_row *row, char out[32])
{
	char clock[TIMECODE_BYTES] = "";

	if (row->coded)
		timecode_write(row->second, clock);
	*out = '\0';
	if (row->margin > 0)
		snprintf(out, 32, "%*s ", row->margin - 1, clock);
}
