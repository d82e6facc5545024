#include "lectern/ui/talk_rows.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "lectern/base/arena.h"
#include "lectern/base/mem.h"
#include "lectern/base/text.h"
#include "lectern/base/translate.h"
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
			add_line(rows, ROW_CUT,
			    _("The rest is too long to be shown."));
			return;
		}
		room -= len;
	}
}

/* Parts. */

/* How a part is called, and how while it is folded. */
static const char *const part_names[TALK_PARTS][2] = {
    [TALK_ABSTRACT] = {N_("Abstract"), N_("+ Abstract")},
    [TALK_NOTES] = {N_("Notes"), N_("+ Notes")},
    [TALK_OWN] = {N_("My notes"), N_("+ My notes")},
    [TALK_CHAPTERS] = {N_("Chapters"), N_("+ Chapters")},
    [TALK_LINKS] = {N_("Links"), N_("+ Links")},
    [TALK_ABOUT] = {N_("About"), N_("+ About")},
    [TALK_SPOKEN] = {N_("Transcript"), N_("+ Transcript")},
};

static bool
is_folded(const struct talk_rows *rows, enum talk_part part)
{
	return rows->annotations.folded & (1U << part);
}

/* Adds the heading of a part; returns whether the part is open. */
static bool
add_part(struct talk_rows *rows, enum row_kind kind, enum talk_part part)
{
	bool folded = is_folded(rows, part);
	struct talk_rows_row row = {.text = _(part_names[part][folded]),
	    .kind = (uint8_t)kind,
	    .block = part};

	if (rows->nrows > 0 && rows->rows[rows->nrows - 1].kind != ROW_BLANK)
		add_blank(rows);
	add_wrapped(rows, row, 0, strlen(row.text));
	return !folded;
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
	if (!add_part(rows, ROW_LINKS, TALK_LINKS))
		return;
	names = body_link_names(talk);
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
	const char *track = notes->tracks[talk->track].name;
	const char *conference = notes_label(notes, talk->source);

	rows->names = notes_speakers(talk);
	rows->speakers_len = strlen(rows->names);
	rows->track_end = add_name(rows, track, " · ");
	if (notes->nconferences > 1 && !talk->missing &&
	    strcmp(conference, track) != 0)
		add_name(rows, conference, " · ");
	add_when(rows, talk);
	add_name(rows, talk->room,
	    talk->start || (talk->day && *talk->day) ? ", " : " · ");
	add_name(rows, notes_more(talk)->language, " · ");
	add_line(rows, ROW_NAMES, rows->names);
}

/*
 * Finds the time codes of the blocks that come next, of which the first has
 * number `first`, and room for them.
 */
static void
find_codes(struct talk_rows *rows, const struct block *blocks, uint32_t n,
    uint32_t first, uint32_t line)
{
	char clock[TIMECODE_BYTES];

	timecode_find(&rows->codes, blocks, n, rows->talk->url, line);
	rows->margin = 0;
	for (size_t i = 0; i < rows->codes.n; i++) {
		rows->codes.code[i].block += first;
		if (rows->codes.code[i].fault != TIMECODE_GOOD ||
		    rows->width < MARGIN)
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
		if (is_folded(rows, TALK_ABOUT)) {
			add_part(rows, ROW_ABOUT_NAME, TALK_ABOUT);
			return;
		}
		add_blank(rows);
		add_line(rows, ROW_ABOUT_NAME,
		    about->track == ABOUT_CONFERENCE ? _("About the conference")
			: about->track == rows->talk->track
			? _("About the track")
			: notes->tracks[about->track].name);
		add_blocks(rows, ROW_ABOUT, about->blocks, about->nblocks,
		    first, NULL);
		first += about->nblocks;
	}
}

static void
add_spoken(struct talk_rows *rows)
{
	const struct talk_rows_own *own = &rows->annotations;

	if (!own->transcribed || !add_part(rows, ROW_SPOKEN_NAME, TALK_SPOKEN))
		return;
	find_codes(rows, own->spoken, own->nspoken, 0, 0);
	add_blocks(rows, ROW_SPOKEN, own->spoken, own->nspoken, 0, NULL);
	forget_codes(rows);
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

/* The blocks of a talk that are part of something; they stand together. */
static struct body_blocks
blocks_of(const struct talk *talk, enum block_part part, uint32_t *first)
{
	struct body_blocks all = body_blocks(talk);
	uint32_t start = 0, end;

	while (start < all.n && all.block[start].part != part)
		start++;
	for (end = start; end < all.n && all.block[end].part == part;)
		end++;
	*first = start;
	return (struct body_blocks){
	    end > start ? &all.block[start] : NULL, end - start};
}

/* Adds such blocks: under a heading if that is wanted, or they are folded. */
static void
add_blocks_of(struct talk_rows *rows, enum block_part from, enum talk_part part,
    bool headed, const bool *hidden)
{
	const struct talk *talk = rows->talk;
	uint32_t first, shown = 0;
	struct body_blocks blocks = blocks_of(talk, from, &first);

	for (uint32_t i = 0; i < blocks.n; i++)
		shown += !hidden[first + i];
	if (shown == 0)
		return;
	if (headed || is_folded(rows, part)) {
		if (!add_part(rows, ROW_PART, part))
			return;
	}
	find_codes(rows, blocks.block, blocks.n, first, talk->line);
	add_blocks(
	    rows, ROW_BLOCK, blocks.block, blocks.n, first, hidden + first);
	forget_codes(rows);
}

static void
add_own(struct talk_rows *rows)
{
	const struct talk_rows_own *own = &rows->annotations;

	if (own->nblocks == 0 || !add_part(rows, ROW_OWN_NAME, TALK_OWN))
		return;
	find_codes(rows, own->blocks, own->nblocks, 0, 0);
	add_blocks(rows, ROW_OWN, own->blocks, own->nblocks, 0, NULL);
	forget_codes(rows);
}

static void
add_parts(struct talk_rows *rows, const struct talk *talk, const bool *hidden)
{
	uint32_t first;
	/* One part alone needs no name. */
	bool headed = blocks_of(talk, BLOCK_CHAPTERS, &first).n > 0 ||
	    rows->annotations.nblocks > 0 ||
	    (blocks_of(talk, BLOCK_ABSTRACT, &first).n > 0 &&
		blocks_of(talk, BLOCK_NOTES, &first).n > 0);

	add_blocks_of(rows, BLOCK_ABSTRACT, TALK_ABSTRACT, headed, hidden);
	add_blocks_of(rows, BLOCK_NOTES, TALK_NOTES, headed, hidden);
	add_own(rows);
	add_blocks_of(rows, BLOCK_CHAPTERS, TALK_CHAPTERS, headed, hidden);
}

static void
add_head(
    struct talk_rows *rows, const struct notes *notes, const struct talk *talk)
{
	uint32_t first;
	struct body_blocks subtitle = blocks_of(talk, BLOCK_SUBTITLE, &first);

	add_line(rows, ROW_TITLE, talk->title);
	add_blocks(rows, ROW_BLOCK, subtitle.block, subtitle.n, first, NULL);
	add_names(rows, notes, talk);
	if (rows->annotations.tags)
		add_line(rows, ROW_TAGS, rows->annotations.tags);
	if (rows->annotations.also)
		add_line(rows, ROW_ALSO, rows->annotations.also);
	add_blank(rows);
}

void
talk_rows_build(struct talk_rows *rows, const struct notes *notes,
    const struct talk *talk, const struct talk_rows_own *annotations, int width)
{
	bool *hidden;
	uint32_t n;

	clear(rows, width);
	rows->talk = talk;
	if (annotations)
		rows->annotations = *annotations;
	if (!talk)
		return;
	add_head(rows, notes, talk);
	n = body_blocks(talk).n;
	hidden = mem_alloc(n + 1, sizeof(*hidden));
	if (find_hidden(talk, hidden) == n)
		add_line(rows, ROW_NONE,
		    talk->missing
			? _("This talk is in no document that is open.")
			: _("No notes for this talk."));
	add_parts(rows, talk, hidden);
	free(hidden);
	add_links(rows, talk);
	rows->abouts = notes_abouts(notes, talk);
	add_abouts(rows, notes);
	add_spoken(rows);
}

void
talk_rows_free(struct talk_rows *rows)
{
	free(rows->names);
	free(rows->rows);
	timecode_free(&rows->codes);
	memset(rows, 0, sizeof(*rows));
}
