#include "source/markdown/lone_numbers.h"

#include <stdbool.h>
#include <stdint.h>
#include <string.h>

#include "lectern/base/substring.h"
#include "lectern/base/text.h"
#include "source/markdown/anew.h"
#include "source/markdown/people.h"
#include "source/markdown/quoted.h"
#include "source/markdown/signs.h"

#define LONGEST 300 /* bytes of a line */
#define LEAST   2   /* lines with a number below a heading */
#define DEEPEST 6   /* level of headings */
#define DIGITS  2   /* of a number */

/* A line, without blanks at its end. */
struct row {
	const char *next;
	size_t len;
	size_t level; /* of a heading; 0: it is none */
	size_t mark;  /* bytes of "1. " before a title and names; 0: none */
	size_t number;
};

/* Where a title ends, quoted or bold, that is nobody's name; 0: there is none. */
static size_t
title_end(const char *s, size_t len)
{
	if (len > 4 && memcmp(s, "**", 2) == 0) {
		const char *close = memmem(s + 2, len - 2, "**", 2);
		return close &&
			people_first(s + 2, (size_t)(close - s) - 2) !=
			    NAMES_SURE
		    ? (size_t)(close - s) + 2
		    : 0;
	}
	return quoted_end(s, 0, (uint32_t)len);
}

/* Whether a line that has a number goes on with a title and who speaks. */
static bool
tells_talk(const char *s, size_t len)
{
	size_t at = title_end(s, len), sign;

	if (at == 0 || at >= len)
		return false;
	sign = sign_dash(s + at, len - at);
	if (sign == 0)
		sign = sign_comma(s + at, len - at);
	if (sign == 0 && s[at] == ' ' && people_by(s + at + 1, len - at - 1))
		sign = 1 + people_by(s + at + 1, len - at - 1);
	at += sign;
	return sign > 0 && at < len &&
	    people_first(s + at, len - at) == NAMES_SURE;
}

/* Notes the number of a line that tells a talk. */
static void
read_number(struct row *row, const char *s)
{
	size_t n = 0;

	while (n < DIGITS && n < row->len && text_ascii_digit(s[n]))
		row->number = row->number * 10 + (size_t)(s[n++] - '0');
	if (n == 0 || n + 2 >= row->len || row->len > LONGEST || s[n] != '.' ||
	    s[n + 1] != ' ')
		return;
	n += 2;
	row->mark = tells_talk(s + n, row->len - n) ? n : 0;
}

static struct row
read_row(const char *s, const char *end)
{
	const char *nl = memchr(s, '\n', (size_t)(end - s));
	struct row row = {.next = nl ? nl + 1 : end};

	row.len = (size_t)((nl ? nl : end) - s);
	while (row.len > 0 && strchr(" \t\r", s[row.len - 1]))
		row.len--;
	while (row.level < row.len && s[row.level] == '#')
		row.level++;
	if (row.level == row.len || s[row.level] != ' ')
		row.level = 0;
	read_number(&row, s);
	return row;
}

/*
 * Whether below a heading are several such lines, numbered from 1 on, with text of
 * its own between each two; `*next` is where the next heading is.
 */
static bool
are_talks(const char *s, const char *end, const char **next)
{
	size_t talks = 0;
	bool own = true, good = true;

	for (; s < end; s = *next) {
		struct row row = read_row(s, end);

		*next = row.next;
		if (row.level > 0) {
			*next = s;
			break;
		}
		if (row.mark > 0) {
			good = good && own && row.number == talks + 1;
			talks++;
			own = false;
		} else if (row.len > 0 && !strchr(" \t", *s) &&
		    !text_ascii_digit(*s)) {
			own = true;
		}
	}
	return good && talks >= LEAST;
}

/* Writes the talks below a heading of a level. */
static void
put_talks(struct anew *w, const char *s, const char *end, size_t level)
{
	while (s < end) {
		struct row row = read_row(s, end);

		if (row.mark > 0) {
			anew_skip(w, s, s + row.mark);
			anew_marks(w, level + 1);
		}
		s = row.next;
	}
}

char *
lone_numbers_part(struct arena *arena, const char *s, size_t *len)
{
	const char *end = s + *len, *next = s;
	struct anew w = anew_begin(arena, s, *len);
	size_t sections = 0;

	if (!substring_has(s, *len, "\n1. ") || substring_has(s, *len, "```") ||
	    substring_has(s, *len, "~~~"))
		return NULL;
	for (; s < end; s = next) {
		struct row row = read_row(s, end);
		const char *from = row.level > 0 ? row.next : s;

		next = from;
		if (!are_talks(from, end, &next) || row.level == 0 ||
		    row.level >= DEEPEST)
			continue;
		put_talks(&w, from, next, row.level);
		sections++;
	}
	return anew_end(&w, sections > 0, len);
}
