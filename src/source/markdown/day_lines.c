#include "source/markdown/day_lines.h"

#include <stdbool.h>
#include <stdint.h>
#include <string.h>

#include "lectern/base/arena.h"
#include "lectern/base/text.h"
#include "source/day_heading.h"
#include "source/markdown/anew.h"
#include "source/markdown/weigh.h"

#define NAMED_LEAST 3   /* lines that name somebody */
#define LONGEST     160 /* bytes of a line with title and names */
#define DEEPEST     6   /* level of a heading */

/*
 * Lines below days
 * ================
 *
 * Who was at a conference may write the days alone, as headings or in bold, and
 * below each of them the talks, a paragraph of one line for each.  These are talks
 * where nothing else is below the days, and most of the lines name somebody.
 * Below days in bold may be notes, too: then lines that name somebody are the
 * talks, and each day begins with one.
 */

enum kind { KIND_OTHER, KIND_BLANK, KIND_HEADING, KIND_DAY, KIND_BOLD_DAY };

/* A line without the blanks around it, and where its words are. */
struct row {
	enum kind kind;
	size_t level; /* of a heading */
	const char *s, *end;
	const char *words, *words_end; /* of a day */
};

static bool
is_day(struct arena *arena, const char *s, size_t len)
{
	const char *text;

	if (!day_heading_may_be(s, len))
		return false;
	text = text_fold(arena, s, len, &len);
	return day_heading_is(text, len);
}

static void
read_row(struct arena *arena, const char *s, const char *end, struct row *row)
{
	*row = (struct row){.s = s, .end = text_words_end(s, end)};
	row->kind = row->end == s ? KIND_BLANK : KIND_OTHER;
	row->words = s;
	row->words_end = row->end;
	if (row->end - s > 4 && memcmp(s, "**", 2) == 0 &&
	    memmem(s + 2, (size_t)(row->end - s) - 2, "**", 2)) {
		row->words += 2;
		while (row->words_end > row->words &&
		    strchr("*: ", row->words_end[-1]))
			row->words_end--;
	}
	while (row->words < row->end && *row->words == '#')
		row->words++;
	row->level = *s == '#' ? (size_t)(row->words - s) : 0;
	if (row->level > 0 && row->level <= DEEPEST && row->words < row->end &&
	    *row->words == ' ')
		row->kind = KIND_HEADING;
	if ((row->kind == KIND_HEADING || row->words == s + 2) &&
	    is_day(arena, row->words, (size_t)(row->words_end - row->words)))
		row->kind = row->kind == KIND_HEADING ? KIND_DAY
						      : KIND_BOLD_DAY;
}

/* A walk over the lines of a text: each, and whether it stands alone. */
struct walk {
	struct arena *arena;
	const char *at, *end;
	struct row row, next;
	bool blank;   /* the line before the row is blank, or a heading */
	bool day;     /* the row is below a day */
	size_t level; /* of the heading above the row */
	size_t talk;  /* the level of headings for talks */
};

static void
read_next(struct walk *w)
{
	const char *end = text_line_end(w->at, w->end);

	w->next = (struct row){.kind = KIND_BLANK, .s = w->end, .end = w->end};
	if (w->at >= w->end)
		return;
	read_row(w->arena, w->at, end, &w->next);
	w->at = end < w->end ? end + 1 : w->end;
}

static struct walk
begin(struct arena *arena, const char *s, const char *end)
{
	struct walk w = {.arena = arena, .at = s, .end = end, .blank = true};

	w.row.kind = KIND_BLANK;
	read_next(&w);
	return w;
}

/* Goes on to the next line that is not blank; false: there is none. */
static bool
step(struct walk *w)
{
	do {
		w->blank = w->row.kind != KIND_OTHER &&
		    w->row.kind != KIND_BOLD_DAY;
		w->row = w->next;
		if (w->row.s >= w->end)
			return false;
		read_next(w);
	} while (w->row.kind == KIND_BLANK);
	if (w->row.kind == KIND_HEADING || w->row.kind == KIND_DAY) {
		w->level = w->row.level;
		w->day = w->row.kind == KIND_DAY;
		w->talk = w->level + 1;
	} else if (w->row.kind == KIND_BOLD_DAY) {
		w->day = true;
		w->talk = w->level + 2;
	}
	return true;
}

/* Whether a line is a paragraph, between blank lines or headings. */
static bool
is_alone(const struct walk *w)
{
	return w->blank && w->next.kind != KIND_OTHER &&
	    w->next.kind != KIND_BOLD_DAY;
}

/* Whether it may be a title, with names and without links. */
static bool
may_be_talk(const struct row *row)
{
	size_t len = (size_t)(row->end - row->s);

	return len <= LONGEST && !strchr(" \t*+-_[!<>|`~=\\", *row->s) &&
	    !text_ascii_digit(*row->s) && !strchr(".,;:", row->end[-1]) &&
	    !memmem(row->s, len, "](", 2) && !memmem(row->s, len, "://", 3);
}

/* Whether a line below a day is one. */
static bool
is_talk(const struct walk *w)
{
	return is_alone(w) && may_be_talk(&w->row);
}

static bool
names_somebody(struct arena *arena, const struct row *row)
{
	uint32_t len = (uint32_t)(row->end - row->s);
	const struct line line = {
	    .text = arena_dup(arena, row->s, len), .len = len, .first = len};

	return weigh_names_somebody(&line);
}

/* What the lines below days are. */
struct lines {
	size_t talks, named;
	bool
	    notes; /* something else is there, or is not the first below a day */
	bool unnamed; /* a day begins with a line that names nobody */
	bool headed;  /* a day is a heading */
	bool deep;    /* no heading is left for the talks */
};

static struct lines
count_lines(struct arena *arena, const char *s, const char *end)
{
	struct lines n = {0};
	bool first = false; /* below a day */

	for (struct walk w = begin(arena, s, end); step(&w);) {
		bool bold = w.row.kind == KIND_BOLD_DAY, named;

		n.headed = n.headed || w.row.kind == KIND_DAY;
		if (bold || w.row.kind == KIND_DAY) {
			first = true;
			n.deep = n.deep || w.talk > DEEPEST;
			n.notes = n.notes || (bold && !is_alone(&w));
			continue;
		}
		if (!w.day)
			continue;
		named = is_talk(&w) && names_somebody(arena, &w.row);
		n.notes = n.notes || !is_talk(&w);
		n.unnamed = n.unnamed || (first && !named);
		first = false;
		n.talks++;
		n.named += named;
	}
	return n;
}

/* Whether they are talks. */
static bool
are_talks(const struct lines *n)
{
	return !n->deep && n->named >= NAMED_LEAST &&
	    (n->notes ? !n->headed && !n->unnamed
		      : n->named * 10 >= n->talks * 6);
}

char *
day_lines_part(struct arena *arena, const char *s, size_t *len)
{
	const char *end = s + *len;
	struct arena *own = arena_new();
	struct lines n = count_lines(own, s, end);
	bool wanted = are_talks(&n);
	struct anew out = anew_begin(arena, s, *len);

	for (struct walk w = begin(own, s, end); wanted && step(&w);) {
		bool bold = w.row.kind == KIND_BOLD_DAY;

		if (!w.day || w.row.kind == KIND_DAY)
			continue;
		if (n.notes && !bold &&
		    !(is_talk(&w) && names_somebody(own, &w.row)))
			continue;
		anew_skip(&out, w.row.s, w.row.end);
		anew_marks(&out, w.talk - bold);
		anew_put(&out, bold ? w.row.words : w.row.s, w.row.words_end);
	}
	arena_free(own);
	return anew_end(&out, wanted, len);
}
