#include "source/markdown/name_quotes.h"

#include <stdbool.h>
#include <string.h>

#include "lectern/base/text.h"
#include "source/markdown/anew.h"
#include "source/markdown/lead.h"
#include "source/markdown/people.h"

#define LEAST     3   /* lines with a name before a title */
#define SURE      2   /* names, of these */
#define NAME_MOST 100 /* bytes of who speaks */

/* A line with who speaks and a title, which may be in the line below. */
struct spoken {
	const char *name, *name_end;
	const char *title, *title_end; /* with its quotes */
	bool below;
};

/* Where the quotation ends that a line begins with; NULL: it is none. */
static const char *
quote_end(const char *s, const char *end)
{
	static const char *const marks[][2] = {{"\"", "\""}, {"“", "”"},
	    {"„", "“"}, {"«", "»"}, {"「", "」"}, {"『", "』"}};

	for (size_t i = 0; i < sizeof(marks) / sizeof(*marks); i++) {
		size_t open = strlen(marks[i][0]), close = strlen(marks[i][1]);
		const char *at;

		if ((size_t)(end - s) <= open + close ||
		    memcmp(s, marks[i][0], open) != 0)
			continue;
		at = memmem(
		    s + open, (size_t)(end - s) - open, marks[i][1], close);
		if (!at || at == s + open)
			return NULL;
		at += close;
		/* Only links stand behind it. */
		return at == end ||
			(end - at > 2 && *at == ' ' && strchr("[(<", at[1]))
		    ? at
		    : NULL;
	}
	return NULL;
}

/* Where words begin behind a mark of an item. */
static const char *
behind_mark(const char *s, const char *end)
{
	const char *from = s + text_spaces(s, (size_t)(end - s)), *at = from;

	while (at < end && text_ascii_digit(*at))
		at++;
	if (at < end && strchr(at > from ? ".)" : "-*+", *at))
		at++;
	return at > from && at < end && *at == ' '
	    ? at + text_spaces(at, (size_t)(end - at))
	    : s;
}

/* Where words begin behind a time, which may be in bold; `s`: there is none. */
static const char *
behind_time(const char *s, const char *end)
{
	bool bold = end - s > 6 && memcmp(s, "**", 2) == 0;
	const char *at = bold ? s + 2 : s;
	size_t len = at < end && text_ascii_digit(*at)
	    ? lead_time(at, (size_t)(end - at))
	    : 0;

	if (len == 0)
		return s;
	at += len;
	if (bold && (end - at < 3 || memcmp(at, "**", 2) != 0))
		return s;
	at += bold ? 2 : 0;
	return at < end && *at == ' ' ? at + 1 : s;
}

/* The title below a name that stands behind a time. */
static bool
read_below(const char *nl, const char *end, struct spoken *spoken)
{
	const char *title = nl + 1, *last;

	if (nl == end)
		return false;
	last = text_words_end(title, text_line_end(title, end));
	spoken->title = title;
	spoken->title_end = quote_end(title, last);
	spoken->below = true;
	return spoken->title_end && spoken->title_end == last;
}

/* The title behind a name and a dash. */
static bool
read_beside(const char *s, const char *nl, struct spoken *spoken)
{
	nl = text_words_end(s, nl);
	for (const char *at = s; at + 3 < nl; at++) {
		size_t dash;

		if (text_ascii_any(*at, "\"[(<`*"))
			return false;
		if (*at != ' ')
			continue;
		dash = lead_dash(at + 1, (size_t)(nl - at) - 1);
		if (dash == 0 || at[dash + 1] != ' ')
			continue;
		spoken->name_end = at;
		spoken->title = at + dash + 2;
		spoken->title_end = quote_end(spoken->title, nl);
		return spoken->title_end != NULL;
	}
	return false;
}

/* Reads the line at `s`, which ends at `nl`; false: it is none of these. */
static bool
read_line(const char *s, const char *nl, const char *end, bool after_blank,
    struct spoken *spoken)
{
	const char *item = behind_mark(s, nl);
	const char *name = behind_time(item, nl);

	*spoken = (struct spoken){
	    .name = name, .name_end = text_words_end(name, nl)};
	if (item > s && read_beside(name, nl, spoken))
		return spoken->name_end - name <= NAME_MOST &&
		    spoken->name_end > name;
	return after_blank && name > item && item == s &&
	    spoken->name_end - name <= NAME_MOST && spoken->name_end > name &&
	    read_below(nl, end, spoken);
}

/* Writes such a line from `s` on, the title first. */
static void
put(struct anew *w, const char *s, const struct spoken *spoken)
{
	anew_skip(w, s, spoken->title_end);
	/* Lines keep their numbers. */
	if (spoken->below)
		anew_puts(w, "\n");
	anew_put(w, s, spoken->name);
	anew_put(w, spoken->title, spoken->title_end);
	anew_puts(w, " - ");
	anew_put(w, spoken->name, spoken->name_end);
}

char *
name_quotes_part(struct arena *arena, const char *s, size_t *len)
{
	const char *end = s + *len, *nl;
	struct anew w = anew_begin(arena, s, *len);
	size_t all = 0, named = 0, sure = 0;
	bool blank = true;

	for (; s < end; s = nl + 1) {
		struct spoken spoken;
		enum names_reading name;

		nl = text_line_end(s, end);
		if (!read_line(s, nl, end, blank, &spoken)) {
			blank = text_words_end(s, nl) == s;
			continue;
		}
		put(&w, s, &spoken);
		name = people_first(
		    spoken.name, (size_t)(spoken.name_end - spoken.name));
		all++;
		named += name >= NAMES_MAYBE;
		sure += name == NAMES_SURE;
		nl = text_line_end(spoken.title_end, end);
		blank = false;
	}
	/* Enough lines may have a name before the title, and some surely do. */
	return anew_end(
	    &w, sure >= SURE && named >= LEAST && named * 10 >= all * 7, len);
}
