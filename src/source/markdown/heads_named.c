#include "source/markdown/heads_named.h"

#include <stdbool.h>
#include <stdio.h>
#include <string.h>

#include "lectern/base/substring.h"
#include "lectern/base/text.h"
#include "source/markdown/anew.h"
#include "source/markdown/jobs.h"
#include "source/markdown/label.h"
#include "source/markdown/people.h"
#include "source/markdown/text_lines.h"

#define LEAST   3   /* such headings */
#define LONGEST 200 /* bytes of a title */
#define LEVELS  7

/* A heading, and the line below it without the signs of bold. */
struct pair {
	struct text_line head;
	const char *s, *end;   /* words of the heading */
	const char *title;     /* in bold; NULL: there is none */
	const char *title_end; /* before its signs */
};

/* Whether words in bold may be a title: neither a label, a name nor a job. */
static bool
may_be_title(const char *s, size_t len)
{
	char job[LONGEST + sizeof("Ann Lee - ")];
	int n;

	if (len == 0 || len > LONGEST || !memchr(s, ' ', len) ||
	    s[len - 1] == ':' || memmem(s, len, "**", 2) ||
	    label_read(s, len) != LABEL_NONE ||
	    people_first(s, len) == NAMES_SURE)
		return false;
	n = snprintf(job, sizeof(job), "Ann Lee - %.*s", (int)len, s);
	return jobs_name(job, (size_t)n) == 0;
}

/* A line of nothing but marks is a heading, too. */
static void
take_empty(struct text_line *line)
{
	const char *end = text_words_end(line->s, line->end), *s = line->s;

	while (s < end && *s == '#')
		s++;
	if (s == end)
		line->marks = (size_t)(s - line->s);
}

/* Finds the next heading from `s` on, and the line below it. */
static bool
next_pair(const char *s, const char *end, struct pair *pair)
{
	struct text_line below;

	*pair = (struct pair){0};
	do {
		if (!text_lines_next(s, end, &pair->head))
			return false;
		s = pair->head.end;
		take_empty(&pair->head);
	} while (pair->head.marks == 0 || pair->head.marks >= LEVELS);
	pair->s = pair->head.s + pair->head.marks;
	pair->s += pair->s < pair->head.end;
	pair->end = text_words_end(pair->s, pair->head.end);
	if (!text_lines_next(s, end, &below) || below.marks > 0)
		return true;
	below.end = text_words_end(below.s, below.end);
	if (below.end - below.s > 4 && memcmp(below.s, "**", 2) == 0 &&
	    memcmp(below.end - 2, "**", 2) == 0 &&
	    may_be_title(below.s + 2, (size_t)(below.end - below.s) - 4)) {
		pair->title = below.s + 2;
		pair->title_end = below.end - 2;
	}
	return true;
}

/* Whether a heading with a title below is somebody's name. */
static bool
is_named(const struct pair *pair)
{
	return pair->title &&
	    people_first(pair->s, (size_t)(pair->end - pair->s)) == NAMES_SURE;
}

/* The level of headings that are so; 0: there is none. */
static size_t
find_level(const char *s, const char *end)
{
	size_t all[LEVELS] = {0}, named[LEVELS] = {0};
	struct pair pair;

	for (; next_pair(s, end, &pair); s = pair.head.end) {
		all[pair.head.marks]++;
		named[pair.head.marks] += is_named(&pair);
	}
	for (size_t level = 1; level < LEVELS; level++) {
		if (named[level] >= LEAST &&
		    named[level] * 10 >= all[level] * 6)
			return level;
	}
	return 0;
}

char *
heads_named_part(struct arena *arena, const char *s, size_t *len)
{
	const char *end = s + *len;
	struct anew w = anew_begin(arena, s, *len);
	size_t level;
	struct pair pair;

	if (!substring_has(s, *len, "\n**"))
		return NULL;
	level = find_level(s, end);
	for (; level > 0 && next_pair(s, end, &pair); s = pair.head.end) {
		if (pair.head.marks != level ||
		    (pair.s < pair.end && !is_named(&pair)) || !pair.title)
			continue;
		anew_skip(&w, pair.s, pair.title_end + 2);
		if (pair.s[-1] == '#')
			anew_puts(&w, " ");
		anew_put(&w, pair.title, pair.title_end);
		anew_put(&w, pair.end, pair.title - 2);
		anew_put(&w, pair.s, pair.end);
	}
	return anew_end(&w, level > 0, len);
}
