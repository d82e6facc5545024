#include "source/markdown/slanted.h"

#include <stdbool.h>
#include <string.h>

#include "lectern/base/arena.h"
#include "lectern/base/text.h"
#include "source/day_heading.h"
#include "source/markdown/anew.h"
#include "source/markdown/lead_when.h"
#include "source/markdown/people.h"
#include "source/markdown/text_lines.h"

#define LEAST       3   /* talks */
#define DEEPEST     6   /* level of a heading */
#define TITLE_LEAST 4   /* bytes of a title */
#define TITLE_MOST  200 /* and at most */
#define MARK_MOST   4   /* bytes of an item's mark */

struct words {
	const char *s, *end;
};

/* An item as it is written. */
struct item {
	struct words mark, when, title, people;
};

/* Finds bold words at the start of a text; returns where they end, or NULL. */
static const char *
find_bold(const char *s, const char *end, struct words *bold)
{
	if (end - s < 5 || memcmp(s, "**", 2) != 0 || s[2] == ' ')
		return NULL;
	bold->s = s + 2;
	bold->end = memmem(bold->s, (size_t)(end - bold->s), "**", 2);
	return bold->end && bold->end > bold->s ? bold->end + 2 : NULL;
}

/* Finds a title in italics so. */
static const char *
find_title(const char *s, const char *end, struct words *title)
{
	const char *close;

	if (end - s < TITLE_LEAST + 2 || !text_ascii_any(*s, "*_") ||
	    s[1] == *s || s[1] == ' ')
		return NULL;
	close = memchr(s + 1, *s, (size_t)(end - s) - 1);
	if (!close || close - s <= TITLE_LEAST || close - s > TITLE_MOST ||
	    close[-1] == ' ' || (close + 1 < end && close[1] == *s))
		return NULL;
	*title = (struct words){s + 1, close};
	return close + 1;
}

/* Whether words have a time of day: "9:30". */
static bool
tell_time(const struct words *words)
{
	for (const char *s = words->s; s + 3 < words->end; s++) {
		if (text_ascii_digit(s[0]) && text_ascii_any(s[1], ":.h") &&
		    text_ascii_digit(s[2]) && text_ascii_digit(s[3]))
			return true;
	}
	return false;
}

/* Skips a dash or the like with the blanks around it. */
static const char *
skip_sign(const char *s, const char *end)
{
	size_t n;

	s += text_spaces(s, (size_t)(end - s));
	if (s == end)
		return s;
	n = lead_dash(s, (size_t)(end - s));
	if (n == 0 && text_ascii_any(*s, ",:|"))
		n = 1;
	s += n;
	return s + text_spaces(s, (size_t)(end - s));
}

static bool
read_item(const char *s, const char *end, struct item *item)
{
	size_t mark = text_lines_mark(s, end);

	end = text_words_end(s, end);
	if (mark == 0 || mark > MARK_MOST || end <= s + mark)
		return false;
	item->mark = (struct words){s, s + mark};
	s = find_bold(s + mark, end, &item->when);
	if (!s || !tell_time(&item->when))
		return false;
	s = find_title(skip_sign(s, end), end, &item->title);
	if (!s)
		return false;
	s = skip_sign(s, end);
	item->people = (struct words){s + people_by(s, (size_t)(end - s)), end};
	return true;
}

static bool
names_somebody(const struct item *item)
{
	return item->people.s < item->people.end &&
	    people_first(item->people.s,
		(size_t)(item->people.end - item->people.s)) == NAMES_SURE;
}

static void
put(struct anew *w, const struct words *words)
{
	anew_put(w, words->s, words->end);
}

static void
put_item(struct anew *w, const struct item *item, const char *end)
{
	anew_skip(w, item->mark.end, end);
	anew_puts(w, "**");
	put(w, &item->title);
	anew_puts(w, "**");
	if (item->people.s < item->people.end) {
		anew_puts(w, " - ");
		put(w, &item->people);
	}
	anew_puts(w, "\n");
	for (const char *s = item->mark.s; s < item->mark.end; s++)
		anew_puts(w, " ");
	anew_puts(w, "- ");
	put(w, &item->when);
}

char *
slanted_items_part(struct arena *arena, const char *s, size_t *len)
{
	const char *end = s + *len, *line;
	struct anew w = anew_begin(arena, s, *len);
	size_t n = 0, named = 0;
	struct item item;

	for (; s < end; s = line + 1) {
		line = text_line_end(s, end);
		if (!read_item(s, line, &item))
			continue;
		put_item(&w, &item, line);
		n++;
		named += names_somebody(&item);
	}
	return anew_end(&w, named >= LEAST && named * 2 >= n, len);
}

/* A paragraph, and lines of it. */
struct paragraph {
	const char *s, *end;
	struct words day;  /* its first line, with its line feed */
	struct words line; /* the one that is a title */
	struct words title;
};

/* The next paragraph from `s` on; false: there is none. */
static bool
next_paragraph(const char *s, const char *end, struct paragraph *p)
{
	const char *last = text_lines_paragraph(&s, end);

	if (!last)
		return false;
	*p = (struct paragraph){.s = s, .end = last};
	return true;
}

static bool
is_day(struct arena *arena, const struct words *bold)
{
	size_t len = (size_t)(bold->end - bold->s);
	const char *text;

	if (!strpbrk(arena_dup(arena, bold->s, len), "0123456789"))
		return false;
	text = text_fold(arena, bold->s, len, &len);
	for (size_t at = 0, n; at < len; at += n + 1) {
		bool dated = false;

		n = strcspn(text + at, " ,.");
		if (n > 2 && !text_ascii_digit(text[at]) &&
		    day_heading_word(text + at, n, &dated) && dated)
			return true;
	}
	return false;
}

/* Whether a paragraph is a talk; finds its day and title. */
static bool
read_talk(struct arena *arena, struct paragraph *p)
{
	const char *at = text_line_end(p->s, p->end);
	struct words bold;

	if (at >= p->end || !find_bold(p->s, at, &bold) ||
	    !is_day(arena, &bold))
		return false;
	p->day = (struct words){p->s, ++at};
	while (at < p->end) {
		const char *end = text_line_end(at, p->end);
		const char *words = text_words_end(at, end);

		if (find_title(at, words, &p->title) == words) {
			p->line = (struct words){at, end + (end < p->end)};
			return true;
		}
		at = end + 1;
	}
	return false;
}

/* Writes lines, with an end of line. */
static void
put_lines(struct anew *w, const char *s, const char *end)
{
	anew_put(w, s, end);
	if (end > s && end[-1] != '\n')
		anew_puts(w, "\n");
}

/* Writes a talk: its title as a heading, what stood above it, the day, the rest. */
static void
put_talk(struct anew *w, const struct paragraph *p, size_t level)
{
	anew_skip(w, p->s, p->end);
	anew_marks(w, level);
	put(w, &p->title);
	anew_puts(w, "\n");
	/* Who speaks may stand above the title or below it. */
	if (p->line.s > p->day.end) {
		put_lines(w, p->day.end, p->line.s);
		anew_puts(w, "\n");
		put_lines(w, p->day.s, p->day.end);
		put_lines(w, p->line.end, p->end);
	} else {
		put_lines(w, p->line.end, p->end);
		anew_puts(w, "\n");
		put_lines(w, p->day.s, p->day.end);
	}
}

char *
slanted_days_part(struct arena *arena, const char *s, size_t *len)
{
	const char *end = s + *len;
	struct arena *own = arena_new();
	struct anew w = anew_begin(arena, s, *len);
	size_t talks = 0, level = text_lines_deepest(s, end) + 1;
	struct paragraph p;

	for (; level <= DEEPEST && next_paragraph(s, end, &p); s = p.end) {
		if (!read_talk(own, &p))
			continue;
		put_talk(&w, &p, level);
		talks++;
	}
	arena_free(own);
	return anew_end(&w, talks >= LEAST, len);
}
