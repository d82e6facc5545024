#include "source/markdown/records.h"

#include <stdbool.h>
#include <string.h>

#include "lectern/base/text.h"
#include "source/markdown/anew.h"
#include "source/markdown/label.h"
#include "source/markdown/text_lines.h"

#define LEAST 2  /* talks */
#define COLON 24 /* bytes of a label, with its colon */

/* A line of the document. */
struct row {
	const char *s, *end; /* behind its blanks and mark, to its newline */
	size_t indent;       /* bytes before its mark */
	size_t mark;         /* bytes of an item's, with the blank; 0: none */
	enum label_kind kind;
	const char
	    *second; /* where another label begins; NULL: there is none */
	bool heading;
	bool code; /* begins or ends code */
};

/* The label at `s`, if its colon is near and something follows. */
static enum label_kind
label_at(const char *s, const char *end)
{
	size_t len = (size_t)(end - s), skip;
	enum label_kind kind;

	if (!memchr(s, ':', len < COLON ? len : COLON) &&
	    (unsigned char)*s < 0x80)
		return LABEL_NONE;
	kind = label_before(s, len, &skip);
	return skip > 0 && skip < len &&
		(kind == LABEL_TITLE || kind == LABEL_SPEAKER)
	    ? kind
	    : LABEL_NONE;
}

/* Where the other label begins in a line that begins with one. */
static const char *
find_second(const struct row *row)
{
	for (const char *s = row->s + 1; s < row->end; s++) {
		enum label_kind kind = s[-1] == ' ' && *s != ' '
		    ? label_at(s, row->end)
		    : LABEL_NONE;

		if (kind != LABEL_NONE && kind != row->kind)
			return s;
	}
	return NULL;
}

/* Reads the line at `s`; returns where the next one begins. */
static const char *
read_row(const char *s, const char *end, struct row *row)
{
	const char *nl = memchr(s, '\n', (size_t)(end - s));

	*row = (struct row){.end = nl ? nl : end};
	row->indent = text_spaces(s, (size_t)(row->end - s));
	s += row->indent;
	row->mark = text_lines_mark(s, row->end);
	row->s = s + row->mark;
	row->heading = s < row->end && *s == '#';
	row->code = text_lines_fence(s, row->end);
	if (row->s < row->end && !row->heading)
		row->kind = label_at(row->s, row->end);
	if (row->kind != LABEL_NONE)
		row->second = find_second(row);
	return nl ? nl + 1 : end;
}

/* What stands where, in a section or in all of the document. */
struct tally {
	size_t titles, speakers;
	size_t turned;   /* speakers right before their titles */
	size_t beside;   /* those on one line */
	size_t sections; /* that have labels */
	size_t first;    /* whose first one is a speaker's */
	size_t items;    /* titles that are items, and who speaks the next */
	size_t
	    meetings; /* turned ones of a paragraph, below a numbered heading */
};

static bool
is_blank(const struct row *row)
{
	return row->s == row->end && row->mark == 0;
}

/* Whether two lines are of one kind: items as deep as each other, or none. */
static bool
are_alike(const struct row *a, const struct row *b)
{
	return (a->mark > 0) == (b->mark > 0) && a->indent == b->indent;
}

/* Whether who speaks stands right before the title. */
static bool
are_turned(const struct row *above, const struct row *row)
{
	return above->kind == LABEL_SPEAKER && row->kind == LABEL_TITLE &&
	    !above->second && !row->second && are_alike(above, row);
}

static bool
has_number(const struct row *row)
{
	for (const char *s = row->s; s < row->end; s++) {
		if (text_ascii_digit(*s))
			return true;
	}
	return false;
}

static struct tally
count(const char *s, const char *end)
{
	struct tally t = {0};
	struct row row, above = {0};
	bool said = false, code = false, numbered = false;

	while (s < end) {
		s = read_row(s, end, &row);
		code ^= row.code;
		if (row.heading) {
			said = false;
			numbered = has_number(&row);
		}
		if (code || is_blank(&row))
			continue;
		t.titles += row.kind == LABEL_TITLE ||
		    (row.kind == LABEL_SPEAKER && row.second);
		t.speakers += row.kind == LABEL_SPEAKER;
		t.turned += are_turned(&above, &row);
		t.meetings += numbered && row.mark == 0 &&
		    are_turned(&above, &row) &&
		    row.s - row.indent == above.end + 1;
		t.beside += row.kind == LABEL_SPEAKER && row.second;
		t.items += above.kind == LABEL_TITLE &&
		    row.kind == LABEL_SPEAKER && row.mark > 0 &&
		    are_alike(&above, &row);
		if (row.kind != LABEL_NONE && !said) {
			said = true;
			t.sections++;
			t.first += row.kind == LABEL_SPEAKER;
		}
		above = row;
	}
	return t;
}

/* What is written anew. */
struct records {
	struct anew out;
	bool turn, nest;
	bool below;    /* an item that is a title is above */
	size_t indent; /* its */
};

/* Writes what a line says, the title first. */
static void
put_words(struct records *w, const struct row *row)
{
	const char *first = row->second;

	if (!w->turn || !first || row->kind != LABEL_SPEAKER) {
		anew_put(&w->out, row->s, row->end);
		return;
	}
	while (first > row->s && strchr(" ,|;-", first[-1]))
		first--;
	anew_put(&w->out, row->second, row->end);
	anew_put(&w->out, first, row->second);
	anew_put(&w->out, row->s, first);
}

/* Writes a line with the words of another one. */
static void
put_row(struct records *w, const struct row *row, const struct row *words)
{
	bool title = words->kind == LABEL_TITLE || words->second;

	if (row->heading ||
	    (!is_blank(row) && row->mark == 0 && w->below &&
		row->indent <= w->indent))
		w->below = false;
	if (row->mark > 0 && title) {
		w->below = true;
		w->indent = row->indent;
	} else if (w->nest && w->below && !is_blank(row) &&
	    row->indent >= w->indent) {
		anew_puts(&w->out, "  ");
	}
	anew_put(&w->out, row->s - row->mark - row->indent, row->s);
	put_words(w, words);
}

/* Where the row that is not blank stands behind `s`, over one blank line at most. */
static const char *
next_row(const char *s, const char *end, struct row *row)
{
	const char *at = s;

	for (int blanks = 0; at < end && blanks < 2; blanks++) {
		const char *next = read_row(at, end, row);

		if (!is_blank(row))
			return at;
		at = next;
	}
	return NULL;
}

/* Writes the lines of a section. */
static void
write_section(struct records *w, const char *s, const char *end)
{
	bool code = false;

	while (s < end) {
		struct row row, other;
		const char *next = read_row(s, end, &row), *at = NULL;

		code ^= row.code;
		if (w->turn && row.kind == LABEL_SPEAKER && !code)
			at = next_row(next, end, &other);
		if (at && are_turned(&row, &other)) {
			put_row(w, &row, &other);
			anew_put(&w->out, row.end, at);
			put_row(w, &other, &row);
			next = read_row(at, end, &other);
			anew_put(&w->out, other.end, next);
		} else if (code || row.heading) {
			anew_put(&w->out, s, next);
			w->below = false;
		} else {
			put_row(w, &row, &row);
			anew_put(&w->out, row.end, next);
		}
		s = next;
	}
}

/* Where the section ends that begins at `s`, perhaps with its heading. */
static const char *
section_end(const char *s, const char *end)
{
	struct row row;
	bool code = false;

	for (const char *at = s; at < end;) {
		const char *next = read_row(at, end, &row);

		code ^= row.code;
		if (row.heading && !code && at > s)
			return at;
		at = next;
	}
	return end;
}

char *
records_part(struct arena *arena, const char *s, size_t *len)
{
	const char *end = s + *len;
	struct records w = {.out = anew_begin(arena, s, *len)};
	struct tally t;
	bool turn;

	t = count(s, end);
	/* One below each heading is read as it is, but in the midst of a paragraph. */
	turn = t.turned + t.beside >= LEAST &&
	    (t.titles > t.sections || t.beside > 0 || t.meetings >= LEAST);
	w.nest = t.items + (turn ? t.turned : 0) >= LEAST &&
	    t.titles > t.sections;
	if (!turn && !w.nest)
		return NULL;
	anew_skip(&w.out, s, end);
	while (s < end) {
		const char *next = section_end(s, end);

		t = count(s, next);
		w.turn = turn && t.first > 0 && t.turned + t.beside == t.titles;
		write_section(&w, s, next);
		s = next;
	}
	return anew_end(&w.out, true, len);
}
