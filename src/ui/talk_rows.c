#include "lectern/ui/talk_rows.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "lectern/base/arena.h"
#include "lectern/base/mem.h"
#include "lectern/base/text.h"
#include "lectern/model/link.h"
#include "lectern/source/body.h"

#define INDENT    2  /* columns of a level of nesting */
#define NARROWEST 8  /* columns that text keeps, however deep it is nested */
#define NUMBERS   4  /* columns right of text for the numbers of its links */
#define MARGIN    24 /* columns from which time codes have a margin */

/*
 * Bytes of a talk's notes that are laid out, so that no key has to wait for
 * more: a hundred times as many as long notes have.
 */
#define SHOWN_MOST 400000

static void
add_row(struct talk_rows *rows, struct talk_rows_row row)
{
	rows->rows = mem_grow(
	    rows->rows, &rows->cap, rows->nrows + 1, sizeof(*rows->rows));
	rows->rows[rows->nrows++] = row;
}

static void
add_blank(struct talk_rows *rows)
{
	add_row(rows, (struct talk_rows_row){.text = "", .kind = ROW_BLANK});
}

/* Adds text[start, end) as rows like `row`, wrapped at so many columns. */
static void
add_wrapped_at(struct talk_rows *rows, struct talk_rows_row row, size_t start,
    size_t end, int columns)
{
	row.first = true;
	if (!row.coded)
		row.from = (uint32_t)start;
	do {
		size_t shown;
		size_t n = text_wrap(row.text + start, end - start,
		    columns > 0 ? columns : 1, &shown);

		row.start = (uint32_t)start;
		row.end = (uint32_t)(start + shown);
		add_row(rows, row);
		row.first = row.coded = false;
		start += n;
		row.from = (uint32_t)start;
	} while (start < end);
}

static void
add_wrapped(
    struct talk_rows *rows, struct talk_rows_row row, size_t start, size_t end)
{
	add_wrapped_at(rows, row, start, end, rows->width - row.indent);
}

/* Whether links of a block have numbers, and there is room for them. */
static bool
has_numbers(
    const struct talk_rows *rows, enum row_kind kind, const struct block *block)
{
	if (kind != ROW_BLOCK || rows->width < 4 * NUMBERS)
		return false;
	for (uint32_t i = 0; i < block->nspans; i++)
		if (block->spans[i].url)
			return true;
	return false;
}

static void
add_line(struct talk_rows *rows, enum row_kind kind, const char *text)
{
	struct talk_rows_row row = {.text = text, .kind = (uint8_t)kind};

	if (*text)
		add_wrapped(rows, row, 0,
		    text_within(text, strlen(text), SHOWN_MOST / 4));
}

void
talk_rows_bullet(const struct block *block, char out[16])
{
	switch (block->kind) {
	case BLOCK_BULLET:
		snprintf(out, 16, "%s",
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

/* Returns the columns before a block's text, with bullet and quote bar. */
static int
indent_of(const struct talk_rows *rows, const struct block *block, int bar)
{
	char bullet[16];

	talk_rows_bullet(block, bullet);
	int indent = bar + INDENT * (block->depth + (block->quoted ? 1 : 0)) +
	    text_width(bullet, strlen(bullet));

	if (block->kind == BLOCK_CODE)
		indent += INDENT;
	if (indent > rows->width - NARROWEST)
		indent = rows->width - NARROWEST;
	return indent > 0 ? indent : 0;
}

/* The time code at or after a byte of the block of a row, or NULL. */
static const struct timecode *
next_code(const struct talk_rows *rows, uint32_t block, size_t at)
{
	const struct timecodes *codes = &rows->codes;

	for (size_t i = 0; i < codes->n; i++)
		if (codes->code[i].fault == TIMECODE_GOOD &&
		    codes->code[i].block == block && codes->code[i].start >= at)
			return &codes->code[i];
	return NULL;
}

/* As add_wrapped_at(), but what begins with a time code has rows of its own. */
static void
add_timed(struct talk_rows *rows, struct talk_rows_row row, size_t start,
    size_t end, int columns)
{
	const struct timecode *code = next_code(rows, row.block, start);

	row.margin = (uint16_t)rows->margin;
	for (; code && code->start < end; row.coded = true) {
		if (row.coded ||
		    strspn(row.text + start, " \t") < code->start - start)
			add_wrapped_at(rows, row, start, code->start, columns);
		row.second = code->second;
		row.from = code->start;
		start = rows->margin == 0 ? code->start
		    : code->end < end     ? code->end
					  : end;
		code = next_code(rows, row.block, code->start + 1);
	}
	add_wrapped_at(rows, row, start, end, columns);
}

/* Code keeps its lines; a line that is too long goes on in the next row. */
static void
add_code(struct talk_rows *rows, struct talk_rows_row row, size_t len)
{
	size_t at = 0;

	do {
		const char *nl = memchr(row.text + at, '\n', len - at);
		size_t end = nl ? (size_t)(nl - row.text) : len;

		add_timed(rows, row, at, end, rows->width - row.indent);
		at = end + 1;
	} while (at < len);
}

static bool
is_list(const struct block *block)
{
	return block->kind == BLOCK_BULLET || block->kind == BLOCK_ORDERED;
}

/* Whether a blank row comes before a block; not between items of a list. */
static bool
wants_room(const struct block *before, const struct block *block)
{
	if (is_list(block))
		return block->depth == 0 && !is_list(before) &&
		    before->depth == 0 && before->kind != BLOCK_LABEL;
	return block->depth == 0 || block->kind == BLOCK_CODE;
}

/* Adds blocks, of which the first has number `first`. */
static void
add_blocks(struct talk_rows *rows, enum row_kind kind,
    const struct block *blocks, uint32_t n, uint32_t first, const bool *hidden)
{
	/* The reader's own note has a bar before it. */
	int bar = (kind == ROW_OWN ? TALK_ROWS_BAR : 0) + rows->margin;
	size_t room = SHOWN_MOST;

	for (uint32_t i = 0; i < n; i++) {
		const struct block *block = &blocks[i];
		size_t len = text_within(block->text, block->len, room);
		struct talk_rows_row row = {.text = block->text,
		    .block = first + i,
		    .kind = (uint8_t)kind,
		    .indent = (uint16_t)indent_of(rows, block, bar)};

		if (hidden && hidden[i])
			continue;
		if (i > 0 && wants_room(block - 1, block))
			add_blank(rows);
		if (block->kind == BLOCK_CODE)
			add_code(rows, row, len);
		else
			add_timed(rows, row, 0, len,
			    rows->width - row.indent -
				(has_numbers(rows, kind, block) ? NUMBERS : 0));
		if (len < block->len) {
			add_line(
			    rows, ROW_CUT, "The rest is too long to be shown.");
			return;
		}
		room -= len;
	}
}

/* Adds a link's name and, below it, its URL; a bare link is both. */
static void
add_link(struct talk_rows *rows, const char *url, uint32_t i,
    const struct body_link_name *name)
{
	const struct span *span = name->span;
	struct talk_rows_row row = {
	    .text = url, .block = i, .kind = ROW_LINK, .indent = LINK_INDENT};
	size_t len = strlen(url);
	bool named = span &&
	    (span->end - span->start != len ||
		memcmp(name->block->text + span->start, url, len) != 0);

	if (rows->width < LINK_INDENT + NARROWEST)
		row.indent = 0;
	if (named) {
		row.text = name->block->text;
		add_wrapped(rows, row, span->start, span->end);
		row.text = url;
	}
	size_t first = rows->nrows;

	add_wrapped(rows, row, 0, len);
	rows->rows[first].first = !named;
}

static void
add_links(struct talk_rows *rows, const struct talk *talk)
{
	const struct body_links links = body_links(talk);
	struct body_link_name *names;
	size_t room = SHOWN_MOST;

	if (links.n == 0)
		return;
	names = body_link_names(talk);

	add_blank(rows);
	add_line(rows, ROW_LINKS, "Links");
	for (uint32_t i = 0; i < links.n && room > 0; i++) {
		size_t len = strlen(links.url[i]);

		room -= len < room ? len : room;
		add_link(rows, links.url[i], i, &names[i]);
	}
	free(names);
}

/* Adds a part to the names; returns their bytes so far. */
static size_t
add_name(struct talk_rows *rows, const char *part, const char *before)
{
	size_t len = strlen(rows->names);

	if (!part || !*part)
		return len;
	char *names = mem_printf(
	    "%s%s%s", rows->names, len > 0 ? before : "", part);

	free(rows->names);
	rows->names = names;
	return strlen(names);
}

/* Adds the day, and when the talk begins and ends, "10:00-10:50". */
static void
add_when(struct talk_rows *rows, const struct talk *talk)
{
	unsigned minute;
	char end[8] = "";

	add_name(rows, talk->day, " · ");
	if (!talk->start)
		return;
	add_name(rows, talk->start, talk->day && *talk->day ? " " : " · ");
	if (talk->minutes == 0 || strlen(talk->start) < 5)
		return;
	minute = (unsigned)strtoul(talk->start, NULL, 10) * 60 +
	    (unsigned)strtoul(talk->start + 3, NULL, 10) + talk->minutes;
	snprintf(end, sizeof(end), "%02u:%02u", minute / 60 % 24, minute % 60);
	add_name(rows, end, "-");
}

/* Makes one line of speakers, track, day, room and language. */
static void
add_names(
    struct talk_rows *rows, const struct notes *notes, const struct talk *talk)
{
	rows->names = notes_speakers(talk);
	rows->speakers_len = strlen(rows->names);
	rows->track_end = add_name(
	    rows, notes->tracks[talk->track].name, " · ");
	if (notes->nconferences > 1 && !talk->missing)
		add_name(rows, notes->sources[talk->source].name, " · ");
	add_when(rows, talk);
	add_name(rows, talk->room,
	    talk->start || (talk->day && *talk->day) ? ", " : " · ");
	add_name(rows, talk->language, " · ");
	add_line(rows, ROW_NAMES, rows->names);
}

/* Finds the time codes of the blocks that come next, and room for them. */
static void
find_codes(struct talk_rows *rows, const struct block *blocks, uint32_t n,
    uint32_t line)
{
	char clock[TIMECODE_BYTES];

	timecode_find(&rows->codes, blocks, n, rows->talk->url, line);
	rows->margin = 0;
	for (size_t i = 0; i < rows->codes.n && rows->width >= MARGIN; i++) {
		if (rows->codes.code[i].fault != TIMECODE_GOOD)
			continue;
		timecode_write(rows->codes.code[i].second, clock);
		if (rows->margin <= (int)strlen(clock))
			rows->margin = (int)strlen(clock) + 1;
	}
}

static void
forget_codes(struct talk_rows *rows)
{
	rows->codes.n = 0;
	rows->margin = 0;
}

/* Adds what is told with the talk, under names. */
static void
add_abouts(struct talk_rows *rows, const struct notes *notes)
{
	uint32_t first = 0;

	for (uint32_t i = 0; i < rows->abouts.n; i++) {
		const struct about *about = &rows->abouts.about[i];

		if (about->nblocks == 0)
			continue;
		add_blank(rows);
		add_line(rows, ROW_ABOUT_NAME,
		    about->track == ABOUT_CONFERENCE ? "About the conference"
			: about->track == rows->talk->track
			? "About the track"
			: notes->tracks[about->track].name);
		add_blocks(rows, ROW_ABOUT, about->blocks, about->nblocks,
		    first, NULL);
		first += about->nblocks;
	}
}

/* Forgets what was laid out. */
static void
clear(struct talk_rows *rows, int width)
{
	free(rows->names);
	rows->names = NULL;
	rows->nrows = 0;
	rows->talk = NULL;
	rows->width = width;
	rows->abouts = (struct notes_abouts){0};
	rows->page = (struct about){0};
	rows->annotations = (struct talk_rows_own){0};
}

void
talk_rows_build_about(struct talk_rows *rows, const char *name,
    const struct about *said, int width)
{
	clear(rows, width);
	rows->page = *said;
	rows->abouts = (struct notes_abouts){&rows->page, 1};
	add_line(rows, ROW_TITLE, name);
	add_blank(rows);
	add_blocks(rows, ROW_ABOUT, said->blocks, said->nblocks, 0, NULL);
}

/* Which blocks only say what stands among the links; returns how many. */
static uint32_t
find_hidden(const struct talk *talk, bool *hidden)
{
	const struct block *first = body_blocks(talk).block;
	struct body_link_name *names = body_link_names(talk);
	uint32_t n = 0, nlinks = body_links(talk).n;

	for (uint32_t i = 0; i < nlinks; i++) {
		const struct block *block = names[i].block;

		if (!names[i].span || !block->listed || hidden[block - first])
			continue;
		hidden[block - first] = true;
		n++;
	}
	free(names);
	return n;
}

static void
add_notes(struct talk_rows *rows, const struct talk *talk)
{
	struct body_blocks blocks = body_blocks(talk);
	bool *hidden = mem_alloc(blocks.n + 1, sizeof(*hidden));

	if (find_hidden(talk, hidden) == blocks.n)
		add_line(rows, ROW_NONE,
		    talk->missing ? "This talk is in no document that is open."
				  : "No notes for this talk.");
	find_codes(rows, blocks.block, blocks.n, talk->line);
	add_blocks(rows, ROW_BLOCK, blocks.block, blocks.n, 0, hidden);
	forget_codes(rows);
	free(hidden);
}

void
talk_rows_build(struct talk_rows *rows, const struct notes *notes,
    const struct talk *talk, const struct talk_rows_own *annotations, int width)
{

	clear(rows, width);
	rows->talk = talk;
	if (annotations)
		rows->annotations = *annotations;
	if (!talk)
		return;
	add_line(rows, ROW_TITLE, talk->title);
	add_names(rows, notes, talk);
	if (rows->annotations.tags)
		add_line(rows, ROW_TAGS, rows->annotations.tags);
	if (rows->annotations.also)
		add_line(rows, ROW_ALSO, rows->annotations.also);
	add_blank(rows);
	add_notes(rows, talk);
	if (rows->annotations.nblocks > 0) {
		add_blank(rows);
		add_line(rows, ROW_OWN_NAME, "My notes");
		find_codes(rows, rows->annotations.blocks,
		    rows->annotations.nblocks, 0);
		add_blocks(rows, ROW_OWN, rows->annotations.blocks,
		    rows->annotations.nblocks, 0, NULL);
		forget_codes(rows);
	}
	add_links(rows, talk);
	rows->abouts = notes_abouts(notes, talk);
	add_abouts(rows, notes);
}

void
talk_rows_free(struct talk_rows *rows)
{
	free(rows->names);
	free(rows->rows);
	timecode_free(&rows->codes);
	memset(rows, 0, sizeof(*rows));
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
