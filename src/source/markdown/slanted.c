#include "source/markdown/slanted.h"

#include <stdbool.h>
#include <stdint.h>
#include <string.h>

#include "lectern/base/arena.h"
#include "lectern/base/text.h"
#include "source/day_heading.h"
#include "source/markdown/lead_when.h"
#include "source/markdown/people.h"
#include "source/markdown/text_lines.h"

#define LEAST       3   /* talks */
#define DEEPEST     6   /* level of a heading */
#define TITLE_LEAST 4   /* bytes of a title */
#define TITLE_MOST  200 /* and at most */
#define MARK_MOST   4   /* bytes of an item's mark */
#define BELOW       16  /* bytes that an item gets */

struct words {
	const char *s, *end;
};

/* An item as it is written. */
struct item {
	struct words mark, when, title, people;
};

/* The bytes of an item's mark, with its blank; 0: there is none. */
static size_t
mark_length(const char *s, const char *end)
{
	const char *at = s;

	while (at < end && text_ascii_digit(*at))
		at++;
	if (at == end || !text_ascii_any(*at, at > s ? ".)" : "-*+") ||
	    at + 1 == end || at[1] != ' ')
		return 0;
	return (size_t)(at - s) + 2;
}

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
	size_t mark = mark_length(s, end);

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

static char *
put(char *to, const struct words *words)
{
	return mempcpy(to, words->s, (size_t)(words->end - words->s));
}

static char *
put_item(char *to, const struct item *item)
{
	size_t indent = (size_t)(item->mark.end - item->mark.s);

	to = put(to, &item->mark);
	to = mempcpy(to, "**", 2);
	to = put(to, &item->title);
	to = mempcpy(to, "**", 2);
	if (item->people.s < item->people.end) {
		to = mempcpy(to, " - ", 3);
		to = put(to, &item->people);
	}
	*to++ = '\n';
	to = memset(to, ' ', indent);
	to = mempcpy(to + indent, "- ", 2);
	return put(to, &item->when);
}

char *
slanted_items_part(struct arena *arena, const char *s, size_t *len)
{
	const char *end = s + *len, *next;
	size_t n = 0, named = 0;
	struct item item;
	char *text, *to;

	for (const char *at = s; at < end; at = text_line_end(at, end) + 1) {
		bool is = read_item(at, text_line_end(at, end), &item);

		n += is;
		named += is && names_somebody(&item);
	}
	if (named < LEAST || named * 2 < n)
		return NULL;
	text = to = arena_alloc(arena, *len + n * BELOW + 1);
	for (const char *at = s; at < end; at = next) {
		const char *line = text_line_end(at, end);

		next = line;
		if (read_item(at, line, &item))
			to = put_item(to, &item);
		else
			to = mempcpy(to, at, (size_t)(line - at));
		if (line < end) {
			*to++ = '\n';
			next++;
		}
	}
	*to = '\0';
	*len = (size_t)(to - text);
	return text;
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
static char *
put_lines(char *to, const char *s, const char *end)
{
	to = mempcpy(to, s, (size_t)(end - s));
	if (end > s && end[-1] != '\n')
		*to++ = '\n';
	return to;
}

/* Writes a talk: its title as a heading, what stood above it, the day, the rest. */
static char *
put_talk(char *to, const struct paragraph *p, size_t level)
{
	to = memset(to, '#', level);
	to += level;
	*to++ = ' ';
	to = put(to, &p->title);
	*to++ = '\n';
	/* Who speaks may stand above the title or below it. */
	if (p->line.s > p->day.end) {
		to = put_lines(to, p->day.end, p->line.s);
		*to++ = '\n';
		to = put_lines(to, p->day.s, p->day.end);
		return put_lines(to, p->line.end, p->end);
	}
	to = put_lines(to, p->line.end, p->end);
	*to++ = '\n';
	return put_lines(to, p->day.s, p->day.end);
}

char *
slanted_days_part(struct arena *arena, const char *s, size_t *len)
{
	const char *end = s + *len, *from = s;
	struct arena *own = arena_new();
	size_t talks = 0, level = text_lines_deepest(s, end) + 1;
	struct paragraph p;
	char *text = NULL;

	for (const char *at = s; next_paragraph(at, end, &p); at = p.end)
		talks += read_talk(own, &p);
	if (talks >= LEAST && level <= DEEPEST) {
		char *to = text = arena_alloc(arena, *len + talks * BELOW + 1);
		for (const char *at = s; next_paragraph(at, end, &p);
		     at = p.end) {
			if (!read_talk(own, &p))
				continue;
			to = mempcpy(to, from, (size_t)(p.s - from));
			to = put_talk(to, &p, level);
			from = p.end;
		}
		to = mempcpy(to, from, (size_t)(end - from));
		*to = '\0';
		*len = (size_t)(to - text);
	}
	arena_free(own);
	return text;
}
