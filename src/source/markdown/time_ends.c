#include "source/markdown/time_ends.h"

#include <stdbool.h>
#include <string.h>

#include "lectern/base/substring.h"
#include "lectern/base/text.h"
#include "source/markdown/anew.h"
#include "source/markdown/lead.h"
#include "source/markdown/people.h"
#include "source/markdown/text_lines.h"

#define LEAST         4   /* times that end a talk */
#define TITLE_LONGEST 300 /* bytes */
#define NAMES_LONGEST 140 /* bytes of a line with a name */
#define PARTS_MOST    3   /* paragraphs: title, people, perhaps more */
#define LEVEL_LEAST   2   /* of headings in place of titles */

enum kind { KIND_TEXT, KIND_RANGE, KIND_HEADING, KIND_RULE, KIND_END };

struct paragraph {
	enum kind kind;
	const char *s, *end;
};

/* A walk over the text, and what stands since the last time or heading. */
struct walk {
	const char *at, *end;
	struct paragraph part[PARTS_MOST];
	size_t n; /* of all; the first ones are kept */
	size_t ranges, talks;
	size_t level;
	bool write;
	struct anew out;
};

static bool
is_time(const char *s, const char *end)
{
	size_t len = (size_t)(text_words_end(s, end) - s);

	return len > 2 && text_ascii_digit(*s) && lead_time(s, len) == len;
}

/* Whether all of a line is a time from and to. */
static bool
is_range(const char *s, const char *end)
{
	size_t len = (size_t)(end - s);

	return is_time(s, end) &&
	    (memchr(s, '-', len) || memmem(s, len, "\xe2\x80\x93", 3));
}

static enum kind
kind_of(const char *s, const char *end)
{
	if (text_lines_level(s, end) > 0)
		return KIND_HEADING;
	if (end - s >= 3 && (memcmp(s, "---", 3) == 0))
		return KIND_RULE;
	return text_line_end(s, end) == end && is_range(s, end) ? KIND_RANGE
								: KIND_TEXT;
}

/* The next paragraph, or heading. */
static struct paragraph
next(struct walk *w)
{
	struct paragraph p = {.kind = KIND_END, .s = w->end, .end = w->end};
	bool any = false;

	while (w->at < w->end) {
		const char *nl = text_line_end(w->at, w->end);
		const char *last = text_words_end(w->at, nl);

		if (any && (last == w->at || *w->at == '#'))
			break;
		if (!any && last > w->at)
			p.s = w->at;
		any = any || last > w->at;
		p.end = last;
		w->at = nl < w->end ? nl + 1 : nl;
		if (any && text_lines_level(p.s, p.end) > 0)
			break;
	}
	if (any)
		p.kind = kind_of(p.s, p.end);
	return p;
}

/*
 * Where the title of a talk begins in its first paragraph, perhaps below a time,
 * and it is one line; NULL: there is none.
 */
static const char *
find_title(const struct paragraph *p, bool *timed)
{
	const char *nl = text_line_end(p->s, p->end), *title = p->s;

	*timed = nl < p->end && is_time(p->s, nl);
	if (*timed)
		title = nl + 1;
	return text_line_end(title, p->end) == p->end &&
		p->end - title <= TITLE_LONGEST &&
		!strchr(" \t>|<`~+-*#!", *title)
	    ? title
	    : NULL;
}

static bool
is_person(const char *s, const char *end)
{
	size_t len = (size_t)(end - s);

	return len <= NAMES_LONGEST && memchr(s, ',', len) &&
	    people_first(s, len) == NAMES_SURE;
}

/* Writes the people in the lines of a paragraph as one line, over empty ones. */
static void
put_people(struct walk *w, const struct paragraph *p)
{
	const char *s = p->s, *nl;
	size_t people = 0;

	for (; s < p->end; s = nl < p->end ? nl + 1 : nl) {
		nl = text_line_end(s, p->end);
		if (!is_person(s, text_words_end(s, nl)))
			break;
		anew_puts(&w->out, people++ > 0 ? "; " : "");
		anew_put(&w->out, s, text_words_end(s, nl));
	}
	if (people > 0 && s < p->end)
		anew_puts(&w->out, "\n");
	anew_put(&w->out, s, p->end);
	while (people-- > 1)
		anew_puts(&w->out, "\n");
}

/* Whether the range begins with the time in the line at `s`, or there is none. */
static bool
is_again(const char *s, const struct paragraph *range)
{
	size_t len = (size_t)(text_words_end(s, text_line_end(s, range->s)) -
	    s);

	return range->kind != KIND_RANGE ||
	    ((size_t)(range->end - range->s) > len &&
		memcmp(range->s, s, len) == 0);
}

/* Writes a talk, of which `title` is the title; no line is more or less. */
static void
put_talk(struct walk *w, const char *title, bool timed,
    const struct paragraph *range)
{
	const struct paragraph *first = w->part;

	anew_skip(&w->out, first->s, w->part[w->n - 1].end);
	/* A time that the other one begins with is not told again. */
	if (timed && is_again(first->s, range))
		anew_puts(&w->out, "\n");
	else
		anew_put(&w->out, first->s, title);
	anew_marks(&w->out, w->level);
	if (range->kind == KIND_RANGE)
		anew_put(&w->out, range->s, range->end);
	else
		anew_put(
		    &w->out, first->s, text_words_end(first->s, title - 1));
	anew_puts(&w->out, " ");
	anew_put(&w->out, title, first->end);
	for (size_t i = 1; i < w->n; i++) {
		anew_put(&w->out, w->part[i - 1].end, w->part[i].s);
		put_people(w, &w->part[i]);
	}
	if (range->kind == KIND_RANGE)
		anew_skip(&w->out, range->s, range->end);
}

/* Takes what stands above a time, heading or rule, or the end. */
static void
take(struct walk *w, const struct paragraph *p)
{
	bool timed = false;
	const char *title = w->n > 0 && w->n <= PARTS_MOST
	    ? find_title(w->part, &timed)
	    : NULL;

	w->ranges += p->kind == KIND_RANGE;
	if (title && (timed || p->kind == KIND_RANGE)) {
		w->talks += p->kind == KIND_RANGE;
		if (w->write)
			put_talk(w, title, timed, p);
	}
	w->n = 0;
}

/* Puts a time that is a heading before the next one, which is of its level. */
static void
join_headings(struct walk *w, const struct paragraph *p)
{
	size_t level = text_lines_level(p->s, p->end);
	const char *s = w->at;

	if (!is_time(p->s + level + 1, p->end) ||
	    text_lines_level(s, text_line_end(s, w->end)) != level)
		return;
	if (w->write) {
		anew_skip(&w->out, p->s, s + level);
		anew_puts(&w->out, "\n");
		anew_put(&w->out, p->s, p->end);
	}
}

static void
walk(struct walk *w, const char *s, size_t len)
{
	struct paragraph p;

	w->at = s;
	w->end = s + len;
	w->n = w->ranges = w->talks = 0;
	do {
		p = next(w);
		if (p.kind != KIND_TEXT) {
			take(w, &p);
		} else {
			if (w->n < PARTS_MOST)
				w->part[w->n] = p;
			w->n++;
		}
		if (p.kind == KIND_HEADING) {
			size_t level = text_lines_level(p.s, p.end);

			w->level = level > w->level ? level : w->level;
			join_headings(w, &p);
		}
	} while (p.kind != KIND_END);
}

char *
time_ends_part(struct arena *arena, const char *s, size_t *len)
{
	struct walk w = {
	    .level = LEVEL_LEAST, .out = anew_begin(arena, s, *len)};

	if (substring_has(s, *len, "```") || substring_has(s, *len, "~~~"))
		return NULL;
	walk(&w, s, *len);
	if (w.talks < LEAST || w.talks * 10 < w.ranges * 7)
		return NULL;
	w.write = true;
	walk(&w, s, *len);
	return anew_end(&w.out, true, len);
}
