#include "cli/print.h"

#include <stdlib.h>
#include <string.h>

#include "lectern/base/date.h"
#include "lectern/base/json.h"
#include "lectern/base/mem.h"
#include "lectern/base/text.h"
#include "lectern/source/load.h"
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

/* JSON. */

static void
json_member(FILE *out, const char *name, const char *value)
{
	fprintf(out, ",\"%s\":", name);
	if (value)
		json_string(out, value);
	else
		fputs("null", out);
}

static void
json_speakers(FILE *out, const struct talk *talk)
{
	fputs(",\"speakers\":[", out);
	for (uint32_t i = 0; i < talk->nspeakers; i++) {
		if (i > 0)
			putc(',', out);
		json_string(out, talk->speakers[i]);
	}
	putc(']', out);
}

static void
json_blocks(FILE *out, const struct talk *talk)
{
	static const char *const kinds[] = {
	    [BLOCK_BULLET] = "bullet",
	    [BLOCK_ORDERED] = "ordered",
	    [BLOCK_PARAGRAPH] = "paragraph",
	    [BLOCK_LABEL] = "label",
	    [BLOCK_CODE] = "code",
	};

	fputs(",\"blocks\":[", out);
	for (uint32_t i = 0; i < talk->nblocks; i++) {
		const struct block *block = &talk->blocks[i];

		fprintf(out, "%s{\"kind\":\"%s\",\"depth\":%d,\"text\":",
		    i > 0 ? "," : "", kinds[block->kind], block->depth);
		json_string(out, block->text);
		putc('}', out);
	}
	putc(']', out);
}

static size_t
count_codes(const char *s, size_t len)
{
	size_t n = 0;

	for (size_t i = 0; i < len; i++)
		n += ((unsigned char)s[i] & 0xC0) != 0x80;
	return n;
}

/* Where the terms stand in a string, in code points: [[start,end],...]. */
static void
json_offsets(
    FILE *out, const struct query *query, enum field field, const char *s)
{
	struct range ranges[64];
	size_t n = query_ranges(query, field, s, strlen(s), ranges, 64);

	fputs(",\"offsets\":[", out);
	for (size_t i = 0; i < n; i++)
		fprintf(out, "%s[%zu,%zu]", i > 0 ? "," : "",
		    count_codes(s, ranges[i].start),
		    count_codes(s, ranges[i].end));
	putc(']', out);
}

/* The field in which a hit was found best, and what stands there. */
static void
json_hit(FILE *out, const struct notes *notes, const struct talk *talk,
    const struct mark *mark, const struct print_hit *found)
{
	static const char *const fields[] = {
	    [FIELD_TITLE] = "title",
	    [FIELD_SPEAKERS] = "speaker",
	    [FIELD_OWN] = "my",
	    [FIELD_TRACK] = "track",
	    [FIELD_BODY] = "note",
	    [FIELD_URL] = "url",
	    [FIELD_TAGS] = "tag",
	};
	const struct hit *hit = found->hit;
	uint32_t block = HIT_NO_BLOCK;
	enum field field = (enum field)hit->field;
	char *speakers = notes_speakers(talk);
	const char *match = talk->title;

	if (hit->in_body)
		block = filter_block(notes, found->query, talk);
	if (block != HIT_NO_BLOCK) {
		match = talk->blocks[block].text;
		field = FIELD_BODY;
	} else if (field == FIELD_SPEAKERS) {
		match = speakers;
	} else if (field == FIELD_TRACK) {
		match = notes->tracks[talk->track].name;
	} else if (field == FIELD_URL && talk->url) {
		match = talk->url;
	} else if (field == FIELD_OWN && mark) {
		match = mark->annotations.note;
	} else if (field == FIELD_TAGS && mark) {
		match = mark->annotations.tags;
	}
	fprintf(out, ",\"score\":%u,\"field\":\"%s\"", hit->score,
	    fields[hit->field]);
	json_member(out, "match", match);
	json_offsets(out, found->query, field, match);
	free(speakers);
}

/* What the reader put in; `mark` may be NULL. */
static void
json_marks(FILE *out, const struct mark *mark)
{
	unsigned kinds = mark ? mark->annotations.kinds : 0;
	const char *tags = mark ? mark->annotations.tags : "";

	fprintf(out, ",\"bookmarked\":%s,\"seen_at\":",
	    kinds & MARK_BOOKMARKED ? "true" : "false");
	if (kinds & MARK_SEEN) {
		char seen[DATE_BYTES];

		json_string(out, date_text(seen, mark->seen_at, false));
	} else {
		fputs("null", out);
	}
	json_member(
	    out, "note", kinds & MARK_NOTED ? mark->annotations.note : NULL);
	fputs(",\"tags\":[", out);
	for (size_t len; *tags; tags += len + (tags[len] == ' ')) {
		len = strcspn(tags, " ");
		char *tag = mem_dup(tags, len);

		json_string(out, tag);
		if (tags[len])
			putc(',', out);
		free(tag);
	}
	putc(']', out);
}

static void
json_talk(FILE *out, const struct notes *notes, const struct talk *talk,
    const struct print_hit *hit, const struct marks *marks)
{
	const struct mark *mark = marks ? marks_get(marks, talk->key) : NULL;

	load_talk(notes, talk);
	fputs("{\"schema\":1", out);
	json_member(out, "id", talk->id);
	json_member(out, "conference", notes->sources[talk->source].name);
	json_member(out, "track", notes->tracks[talk->track].name);
	json_member(out, "title", talk->title);
	json_speakers(out, talk);
	json_member(out, "url", talk->url);
	fprintf(out, ",\"line\":%u", talk->line);
	json_blocks(out, talk);
	json_marks(out, mark);
	if (hit)
		json_hit(out, notes, talk, mark, hit);
	fputs("}\n", out);
}

/* TSV. */

static void
tsv_field(FILE *out, const char *s, char end)
{
	while (s && *s) {
		size_t n = strcspn(s, "\t\n");

		fwrite(s, 1, n, out);
		s += n;
		if (*s) {
			putc(' ', out);
			s++;
		}
	}
	putc(end, out);
}

static void
tsv_line(FILE *out, const char *id, const char *track, const char *title,
    const char *speakers, const char *url)
{
	tsv_field(out, id, '\t');
	tsv_field(out, track, '\t');
	tsv_field(out, title, '\t');
	tsv_field(out, speakers, '\t');
	tsv_field(out, url, '\n');
}

/* Tables. */

static void
sgr(FILE *out, const struct print_options *options, const char *sequence)
{
	if (options->color)
		fputs(sequence, out);
}

/* Writes `s` in `columns`, cut with an ellipsis; padded, but not at an end. */
static void
column(FILE *out, const char *s, int columns, bool last)
{
	size_t len = strlen(s);
	int width = text_width(s, len);

	if (columns < 1)
		return;
	if (width > columns) {
		len = text_fit(s, len, columns - 1, &width);
		fwrite(s, 1, len, out);
		fputs("…", out);
		width++;
	} else {
		fwrite(s, 1, len, out);
	}
	if (!last)
		fprintf(out, "%*s", columns - width + 2, "");
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
	/* An id is of use only when it is whole. */
	fprintf(out, "%s%*s", id,
	    id_width < ID_COLUMNS ? ID_COLUMNS - id_width + 2 : 2, "");
	left -= (id_width < ID_COLUMNS ? ID_COLUMNS : id_width) + 2;

	bool tracks = left - TRACK_COLUMNS - NAME_COLUMNS - 4 >= TITLE_LEAST;
	bool names = left - NAME_COLUMNS - 2 >= TITLE_LEAST;

	if (tracks) {
		sgr(out, options, SGR_DIM);
		column(out, track, TRACK_COLUMNS, false);
		sgr(out, options, SGR_OFF);
		left -= TRACK_COLUMNS + 2;
	}
	if (names) {
		column(out, speakers, NAME_COLUMNS, false);
		left -= NAME_COLUMNS + 2;
	}
	sgr(out, options, SGR_BOLD);
	column(out, title, left, true);
	sgr(out, options, SGR_OFF);
	putc('\n', out);
}

/* The block that shows why a talk was found, below it. */
static void
table_match(FILE *out, const struct notes *notes, const struct talk *talk,
    const struct print_hit *found, const struct print_options *options)
{
	int width = options->width > 0 ? options->width : UNLIMITED;
	int indent = ID_COLUMNS + 4;
	uint32_t block = HIT_NO_BLOCK;

	if (found->hit->in_body && width > indent)
		block = filter_block(notes, found->query, talk);
	if (block == HIT_NO_BLOCK)
		return;

	char *text = mem_dup(talk->blocks[block].text, talk->blocks[block].len);

	for (char *s = text; (s = strchr(s, '\n'));)
		*s = ' ';
	fprintf(out, "%*s", indent, "");
	sgr(out, options, SGR_DIM);
	column(out, text, width - indent, true);
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

	if (options->format == PRINT_JSON) {
		json_talk(out, notes, talk, hit, marks);
		return;
	}

	char *speakers = notes_speakers(talk);

	if (options->format == PRINT_TSV) {
		tsv_line(
		    out, talk->id, track, talk->title, speakers, talk->url);
	} else {
		table_line(out,
		    marks && (marks_of(marks, talk) & MARK_BOOKMARKED),
		    talk->id, track, talk->title, speakers, options);
		if (hit)
			table_match(out, notes, talk, hit, options);
	}
	free(speakers);
}

void
print_mark_line(
    FILE *out, const struct mark *mark, const struct print_options *options)
{
	const char *id = mark->key;

	if (strncmp(id, "yt:", 3) == 0)
		id += 3;
	if (options->format == PRINT_TSV) {
		tsv_line(out, id, "", mark->title, mark->speakers, mark->url);
		return;
	}
	if (options->format == PRINT_TABLE) {
		table_line(
		    out, true, id, "", mark->title, mark->speakers, options);
		return;
	}

	const struct talk speaking = {
	    .speakers = &mark->speakers,
	    .nspeakers = *mark->speakers != '\0',
	};

	fputs("{\"schema\":1", out);
	json_member(out, "id", id);
	json_member(out, "conference", NULL);
	json_member(out, "track", NULL);
	json_member(out, "title", mark->title);
	json_speakers(out, &speaking);
	json_member(out, "url", mark->url);
	fputs(",\"line\":null,\"blocks\":[]", out);
	json_marks(out, mark);
	fputs("}\n", out);
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
	char bullet[16] = "";

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

	int columns = text_width(bullet, strlen(bullet));
	int quote = block->quoted ? 2 : 0;

	int indent = row->indent - columns - quote;

	fprintf(out, "%*s%s%s", indent > 0 ? indent : 0, "", quote ? "> " : "",
	    bullet);
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

	if (options->format == PRINT_JSON) {
		json_talk(out, notes, talk, NULL, marks);
		arena_free(arena);
		return;
	}
	load_talk(notes, talk);
	if (mark) {
		annotations.blocks = load_note(
		    arena, mark->annotations.note, &annotations.nblocks);
		annotations.tags = talk_rows_tags(
		    arena, mark->annotations.tags);
	}
	talk_rows_build(&detail, notes, talk, &annotations,
	    options->width > 0 ? options->width : UNLIMITED);
	for (size_t i = 0; i < detail.nrows; i++)
		print_row(out, &detail, &detail.rows[i], options);
	talk_rows_free(&detail);
	arena_free(arena);
}

void
print_count(FILE *out, const char *what, const char *name, size_t count,
    const struct print_options *options)
{
	switch (options->format) {
	case PRINT_JSON:
		fputs("{\"schema\":1", out);
		json_member(out, what, name);
		fprintf(out, ",\"talks\":%zu}\n", count);
		break;
	case PRINT_TSV:
		tsv_field(out, name, '\t');
		fprintf(out, "%zu\n", count);
		break;
	case PRINT_TABLE:
		fprintf(out, "%5zu  %s\n", count, name);
		break;
	}
}
