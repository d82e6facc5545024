#include "cli/print.h"

#include <stdlib.h>
#include <string.h>

#include "lectern/base/arena.h"
#include "lectern/base/ascii.h"
#include "lectern/base/mem.h"
#include "lectern/base/text.h"
#include "lectern/find/spoken.h"
#include "lectern/model/link.h"
#include "lectern/source/body.h"
#include "lectern/source/load.h"
#include "lectern/source/pause.h"
#include "lectern/ui/talk_rows.h"

#define UNLIMITED     30000 /* columns of a page that is not wrapped */
#define TRACK_COLUMNS 16
#define NAME_COLUMNS  22 /* of speakers */
#define ID_COLUMNS    11
#define TITLE_LEAST   20 /* columns below which the other columns go */

#define SGR_BOLD      "\033[1m"
#define SGR_DIM       "\033[2m"
#define SGR_ITALIC    "\033[3m"
#define SGR_UNDERLINE "\033[4m"
#define SGR_CYAN      "\033[36m"
#define SGR_OFF       "\033[m"

static void
sgr(FILE *out, const struct print_options *options, const char *sequence)
{
	if (options->color)
		fputs(sequence, out);
}

FILE *
print_begin(struct print_page *page, FILE *out, bool ascii)
{
	*page = (struct print_page){.out = out, .to = out};
	if (ascii)
		page->out = mem_open(&page->text, &page->len);
	return page->out;
}

void
print_end(struct print_page *page)
{
	struct arena *arena;

	if (page->out == page->to)
		return;
	fclose(page->out);
	arena = arena_new();
	fputs(ascii_text(arena, page->text, page->len, NULL), page->to);
	arena_free(arena);
	free(page->text);
}

/* TSV. */

#define TSV_MOST   5 /* fields of a line */
#define FEW_BYTES  1024
#define STYLE_MOST 8 /* bytes of a style and its end */

/* Makes blanks of a sign in [s, end). */
static void
tsv_blank(char *s, const char *end, char sign)
{
	while (s < end && (s = memchr(s, sign, (size_t)(end - s))))
		*s = ' ';
}

/* Writes a line of `n` fields with their styles (NULL: none) at once. */
static void
tsv(FILE *out, const char *const *field, const char *const *style, size_t n)
{
	char few[FEW_BYTES], *line = few, *end, *sign[TSV_MOST];
	size_t len[TSV_MOST], size = 0;

	for (size_t i = 0; i < n; i++) {
		len[i] = field[i] ? strlen(field[i]) : 0;
		size += len[i] + 1 + STYLE_MOST;
	}
	if (size > sizeof(few))
		line = mem_resize(NULL, size, 1);
	end = line;
	for (size_t i = 0; i < n; i++) {
		if (style)
			end = stpcpy(end, style[i]);
		if (len[i] > 0)
			memcpy(end, field[i], len[i]);
		sign[i] = end += len[i];
		*end++ = ' ';
		if (style && *style[i])
			end = stpcpy(end, SGR_OFF);
	}
	tsv_blank(line, end, '\t');
	tsv_blank(line, end, '\n');
	for (size_t i = 0; i < n; i++)
		*sign[i] = '\t';
	end[-1] = '\n';
	fwrite(line, 1, (size_t)(end - line), out);
	if (line != few)
		free(line);
}

static void
tsv_line(FILE *out, const char *id, const char *track, const char *title,
    const char *speakers, const char *url, const struct print_options *options)
{
	static const char *const styles[TSV_MOST] = {
	    "", SGR_DIM, SGR_BOLD, "", ""};
	const char *const fields[TSV_MOST] = {id, track, title, speakers, url};

	tsv(out, fields, options->color ? styles : NULL, TSV_MOST);
}

/* Tables. */

/*
 * Writes `s` in `columns`, cut with an ellipsis, or padded unless it is the
 * last column.
 */
static void
column(FILE *out, const char *s, int columns, bool last,
    const struct print_options *options)
{
	const char *more = options->ascii ? "..." : "…";
	struct arena *arena = options->ascii ? arena_new() : NULL;
	size_t len = strlen(s);
	int width;

	if (columns < 1)
		goto out;
	if (arena)
		s = ascii_text(arena, s, len, &len);
	width = text_width(s, len);
	if (width > columns) {
		int dots = text_width(more, strlen(more));

		len = text_fit(s, len, columns - dots, &width);
		fwrite(s, 1, len, out);
		fputs(more, out);
		width += dots;
	} else {
		fwrite(s, 1, len, out);
	}
	if (!last)
		fprintf(out, "%*s", columns - width + 2, "");
out:
	arena_free(arena);
}

static void
table_line(FILE *out, bool marked, const char *id, const char *track,
    const char *title, const char *speakers,
    const struct print_options *options)
{
	int width = options->width > 0 ? options->width : UNLIMITED;
	int id_width = text_width(id, strlen(id));
	int left = width - 2;

	fputs(marked ? "* " : "  ", out);
	/* Only a whole id is of use. */
	fprintf(out, "%s%*s", id,
	    id_width < ID_COLUMNS ? ID_COLUMNS - id_width + 2 : 2, "");
	left -= (id_width < ID_COLUMNS ? ID_COLUMNS : id_width) + 2;

	bool tracks = left - TRACK_COLUMNS - NAME_COLUMNS - 4 >= TITLE_LEAST;
	bool names = left - NAME_COLUMNS - 2 >= TITLE_LEAST;

	if (tracks) {
		sgr(out, options, SGR_DIM);
		column(out, track, TRACK_COLUMNS, false, options);
		sgr(out, options, SGR_OFF);
		left -= TRACK_COLUMNS + 2;
	}
	if (names) {
		column(out, speakers, NAME_COLUMNS, false, options);
		left -= NAME_COLUMNS + 2;
	}
	sgr(out, options, SGR_BOLD);
	column(out, title, left, true, options);
	sgr(out, options, SGR_OFF);
	putc('\n', out);
}

/* Returns what is said where a query finds it, "12:34 ..."; to be freed. */
static char *
spoken_match(const struct print_hit *found, uint32_t talk)
{
	size_t line, len;
	const struct transcript *t = found->hit->in_spoken
	    ? spoken_in(found->transcripts, talk, found->query, &line)
	    : NULL;
	char clock[TIMECODE_BYTES];
	const char *text;

	if (!t)
		return NULL;
	timecode_write(t->line[line].second, clock);
	text = spoken_text(t, line, &len);
	return mem_printf(
	    "%s %s%.*s", clock, line > 0 ? "…" : "", (int)len, text);
}

/* Writes, below a talk, the block that shows why it was found. */
static void
table_match(FILE *out, const struct notes *notes, const struct talk *talk,
    const struct print_hit *found, const struct print_options *options)
{
	int width = options->width > 0 ? options->width : UNLIMITED;
	int indent = ID_COLUMNS + 4;
	const struct block *found_in = NULL;
	char *text = NULL;

	if (found->hit->in_body && width > indent)
		found_in = filter_block(found->query, notes, talk).block;
	if (found_in)
		text = mem_dup(found_in->text, found_in->len);
	else if (width > indent)
		text = spoken_match(found, found->hit->talk);
	if (!text)
		return;
	for (char *s = text; (s = strchr(s, '\n'));)
		*s = ' ';
	fprintf(out, "%*s", indent, "");
	sgr(out, options, SGR_DIM);
	column(out, text, width - indent, true, options);
	sgr(out, options, SGR_OFF);
	putc('\n', out);
	free(text);
}

void
print_talk_line(FILE *out, const struct notes *notes, const struct talk *talk,
    const struct print_hit *hit, const struct marks *marks,
    const struct print_options *options)
{
	const char *track = notes->tracks[talk->track].name;
	struct print_page page;

	if (options->format == PRINT_JSON) {
		print_json_talk(out, notes, talk, hit, marks);
		return;
	}

	char *several = talk->nspeakers == 1 ? NULL : notes_speakers(talk);
	const char *speakers = several ? several : talk->speakers[0];

	if (options->format == PRINT_TSV) {
		tsv_line(out, talk->id, track, talk->title, speakers, talk->url,
		    options);
	} else {
		print_begin(&page, out, options->ascii);
		table_line(page.out,
		    marks && (marks_of(marks, talk) & MARK_BOOKMARKED),
		    talk->id, track, talk->title, speakers, options);
		if (hit)
			table_match(page.out, notes, talk, hit, options);
		print_end(&page);
	}
	free(several);
}

void
print_mark_line(
    FILE *out, const struct mark *mark, const struct print_options *options)
{
	const char *id = link_key_id(mark->key);
	struct print_page page;

	if (options->format == PRINT_TSV) {
		tsv_line(out, id, "", mark->title, mark->speakers, mark->url,
		    options);
		return;
	}
	if (options->format == PRINT_TABLE) {
		print_begin(&page, out, options->ascii);
		table_line(page.out, true, id, "", mark->title, mark->speakers,
		    options);
		print_end(&page);
		return;
	}

	print_json_mark(out, id, mark);
}

/* A talk for reading. */

static void
sgr_style(FILE *out, unsigned style)
{
	if (style & SPAN_STRONG)
		fputs(SGR_BOLD, out);
	if (style & SPAN_EMPHASIS)
		fputs(SGR_ITALIC, out);
	if (style & SPAN_CODE)
		fputs(SGR_CYAN, out);
	if (style & SPAN_LINK)
		fputs(SGR_UNDERLINE, out);
}

/* Writes text[start, end) of a block with its markup. */
static void
styled(FILE *out, const struct block *block, uint32_t start, uint32_t end)
{
	for (uint32_t i = 0; i < block->nspans && start < end; i++) {
		const struct span *span = &block->spans[i];
		uint32_t to = span->end < end ? span->end : end;

		if (span->end <= start || span->start >= end)
			continue;
		if (span->start > start) {
			fwrite(
			    block->text + start, 1, span->start - start, out);
			start = span->start;
		}
		sgr_style(out, span->style);
		fwrite(block->text + start, 1, to - start, out);
		fputs(SGR_OFF, out);
		start = to;
	}
	fwrite(block->text + start, 1, end - start, out);
}

static void
print_row(FILE *out, const struct talk_rows *detail,
    const struct talk_rows_row *row, const struct print_options *options)
{
	const struct block *block = talk_rows_block(detail, row);
	char bullet[16] = "", code[32];

	if (row->kind == ROW_LINK) {
		char before[32];

		talk_rows_link(detail, row, before);
		fputs(before, out);
	}
	if (!block) {
		bool title = row->kind == ROW_TITLE;

		if (title)
			sgr(out, options, SGR_BOLD);
		fwrite(row->text + row->start, 1, row->end - row->start, out);
		if (title)
			sgr(out, options, SGR_OFF);
		putc('\n', out);
		return;
	}

	if (row->first)
		talk_rows_bullet(block, bullet);
	talk_rows_code(row, code);

	int columns = text_width(bullet, strlen(bullet));
	int quote = block->quoted ? 2 : 0;

	int indent = row->indent - row->margin - columns - quote;

	fprintf(out, "%s%*s%s%s", code, indent > 0 ? indent : 0, "",
	    quote ? "> " : "", bullet);
	if (options->color)
		styled(out, block, row->start, row->end);
	else
		fwrite(row->text + row->start, 1, row->end - row->start, out);
	putc('\n', out);
}

void
print_talk(FILE *out, const struct notes *notes, const struct talk *talk,
    const struct marks *marks, const struct print_options *options)
{
	const struct mark *mark = marks ? marks_get(marks, talk->key) : NULL;
	struct arena *arena = arena_new();
	struct talk_rows_own annotations = {0};
	struct talk_rows detail = {0};
	struct print_page page;

	if (options->format == PRINT_JSON) {
		print_json_talk(out, notes, talk, NULL, marks);
		arena_free(arena);
		return;
	}
	if (mark) {
		annotations.blocks = load_note(arena,
		    mark_kind_text(&mark->annotations, MARK_NOTED),
		    &annotations.nblocks);
		annotations.tags = talk_rows_tags(
		    arena, mark_kind_text(&mark->annotations, MARK_TAGGED));
	}
	talk_rows_build(&detail, notes, talk, &annotations,
	    options->width > 0 ? options->width : UNLIMITED);
	print_begin(&page, out, options->ascii);
	for (size_t i = 0; i < detail.nrows; i++)
		print_row(page.out, &detail, &detail.rows[i], options);
	print_end(&page);
	talk_rows_free(&detail);
	arena_free(arena);
}

void
print_count(FILE *out, const char *what, const char *name, size_t count,
    const struct print_options *options)
{
	char number[24];
	const char *const fields[] = {name, number};
	struct print_page page;

	switch (options->format) {
	case PRINT_JSON:
		print_json_count(out, what, name, count);
		break;
	case PRINT_TSV:
		snprintf(number, sizeof(number), "%zu", count);
		tsv(out, fields, NULL, 2);
		break;
	case PRINT_TABLE:
		print_begin(&page, out, options->ascii);
		fprintf(page.out, "%5zu  %s\n", count, name);
		print_end(&page);
		break;
	}
}

/* How many talks of a track are no breaks. */
static size_t
count_talks(const struct notes *notes, const struct track *track)
{
	size_t n = 0;

	for (uint32_t i = 0; i < track->ntalks; i++)
		n += !pause_is(&notes->talks[track->talks[i]]);
	return n;
}

void
print_track(FILE *out, const struct notes *notes, const struct track *track,
    const struct print_options *options)
{
	if (options->format == PRINT_JSON)
		print_json_track(out, notes, track, count_talks(notes, track));
	else
		print_count(out, "track", track->name,
		    count_talks(notes, track), options);
}

char *
print_masked(const char *name)
{
	char *copy = mem_dup(name, strlen(name));

	text_mask(copy);
	return copy;
}
