#include "source/markdown/bare_lines.h"

#include <stdbool.h>
#include <stdint.h>
#include <string.h>

#include "lectern/base/text.h"
#include "lectern/model/link.h"
#include "source/markdown/anew.h"
#include "source/markdown/label.h"
#include "source/markdown/lead.h"
#include "source/markdown/people.h"
#include "source/markdown/place.h"

#define LONGEST 400 /* bytes of a line of them, with addresses */
#define FEW_OF  6   /* of so many lines one may tell nothing */

/*
 * Lines without a mark
 * ====================
 *
 * A text of nothing but headings and paragraphs has talks line by line where
 * each paragraph of several lines has lines that speak for it: most begin with a
 * time or date; or nearly each has an address, with words or a video's, is a link
 * with a title, or names somebody behind its title.  A line on top that is all bold
 * names them all.  Tags within lines, and those that end them, tell nothing.
 */

/* A paragraph, or another stretch between empty lines. */
struct stretch {
	const char *s, *end;
};

static size_t
line_length(const char *s, const char *end)
{
	const char *nl = memchr(s, '\n', (size_t)(end - s));
	size_t len = nl ? (size_t)(nl - s) : (size_t)(end - s);

	return len > 0 && s[len - 1] == '\r' ? len - 1 : len;
}

static const char *
next_line(const char *s, const char *end)
{
	const char *nl = memchr(s, '\n', (size_t)(end - s));

	return nl ? nl + 1 : end;
}

/* The same without blanks and what breaks the line where it ends: "<br>". */
static size_t
words_length(const char *s, const char *end)
{
	static const char *const breaks[] = {"<br>", "<br/>", "<br />", "\\"};
	size_t len = line_length(s, end), before = len + 1;

	while (len < before) {
		before = len;
		while (len > 0 && s[len - 1] == ' ')
			len--;
		for (size_t i = 0; i < sizeof(breaks) / sizeof(*breaks); i++) {
			size_t n = strlen(breaks[i]);

			if (len > n &&
			    text_ascii_same(s + len - n, breaks[i], n))
				len -= n;
		}
	}
	return len;
}

static bool
is_blank(const char *s, size_t len)
{
	while (len > 0 && (s[len - 1] == ' ' || s[len - 1] == '\t'))
		len--;
	return len == 0;
}

/* Whether a line is all bold, and no label of what follows. */
static bool
is_bold(const char *s, size_t len)
{
	while (len > 0 && s[len - 1] == ' ')
		len--;
	return len > 4 && memcmp(s, "**", 2) == 0 &&
	    memcmp(s + len - 2, "**", 2) == 0 &&
	    !memmem(s + 2, len - 4, "**", 2) && s[len - 3] != ':';
}

/* Whether a line begins with a tag that a paragraph may have, and more. */
static bool
is_tagged(const char *s, size_t len)
{
	static const char *const tags[] = {
	    "<a ", "<b>", "<i>", "<em>", "<strong>"};
	const char *close = memchr(s, '>', len);

	for (size_t i = 0; i < sizeof(tags) / sizeof(*tags); i++) {
		size_t n = strlen(tags[i]);

		if (len > n && text_ascii_same(s, tags[i], n))
			return close &&
			    !is_blank(close + 1, len - (size_t)(close + 1 - s));
	}
	return false;
}

/* Whether a line begins a block that is neither heading nor paragraph. */
static bool
is_marked(const char *s, size_t len)
{
	size_t digits = 0;

	if (len > 0 && *s == '<')
		return !is_tagged(s, len);
	if (len == 0 || strchr(" \t|>`~", *s))
		return len > 0;
	if (strchr("*+-", *s))
		return len > 1 && s[1] == ' ';
	if (*s == '[')
		return memmem(s, len, "]:", 2) != NULL;
	/* A line that is only bold. */
	if (*s == '*' && is_bold(s, len))
		return false;
	while (digits < len && text_ascii_digit(s[digits]))
		digits++;
	return digits > 0 && digits + 1 < len && strchr(".)", s[digits]) &&
	    s[digits + 1] == ' ';
}

static bool
is_timed(const char *s, size_t len)
{
	size_t bold = len > 2 && memcmp(s, "**", 2) == 0 ? 2 : 0, n;

	s += bold;
	len -= bold;
	n = lead_time(s, len);

	if (n == 0)
		n = lead_date(s, len);
	return n > 0 && n < len && text_ascii_digit(*s);
}

/* Whether all of a line is a picture, or several. */
static bool
is_picture(const char *s, size_t len)
{
	return len > 5 && memcmp(s, "![", 2) == 0 && s[len - 1] == ')' &&
	    memmem(s, len, "](", 2);
}

/* Whether all of a line is a link of several words, and no label. */
static bool
is_link(const char *s, size_t len)
{
	const char *middle = memmem(s, len, "](", 2);

	if (*s == '[' && middle &&
	    label_read(s + 1, (size_t)(middle - s) - 1) != LABEL_NONE)
		return false;

	if (*s == '<')
		return len > 4 && memcmp(s, "<a ", 3) == 0 &&
		    memcmp(s + len - 4, "</a>", 4) == 0;
	return *s == '[' && s[len - 1] == ')' && middle &&
	    memchr(s, ' ', (size_t)(middle - s));
}

/* Whether a line has one address and words, or that of a video alone. */
static bool
has_address(const char *s, size_t len)
{
	const char *at = memmem(s, len, "://", 3);
	size_t bare = link_bare(s, len), skip;
	char url[LONGEST + 1];

	if (!at || memmem(at + 3, len - (size_t)(at + 3 - s), "://", 3) ||
	    label_before(s, len, &skip) != LABEL_NONE)
		return false;
	memcpy(url, s, len);
	url[len] = '\0';
	return bare < len || link_is_video(url);
}

static bool
names_speaker(const char *s, size_t len)
{
	static const enum place places[] = {
	    PLACE_LAST_DASH, PLACE_BRACKETS, PLACE_AFTER_COMMA, PLACE_LAST_BAR};
	static const enum place by = PLACE_BY;
	char text[LONGEST + 1];
	struct line line;

	while (len > 0 && s[len - 1] == ' ')
		len--;
	line = (struct line){
	    .text = text, .len = (uint32_t)len, .first = (uint32_t)len};
	memcpy(text, s, len);
	text[len] = '\0';
	return place_any(&line, &by, 1) ||
	    (place_any(&line, places, sizeof(places) / sizeof(*places)) &&
		people_first(text, len) != NAMES_SURE);
}

/* What the lines of a stretch are. */
struct lines {
	size_t n, timed, told; /* without pictures */
	size_t sure;           /* told, and not by an address behind words */
	bool bold;             /* the first is, and not counted */
	bool marked;           /* one of them is */
};

/* The lines of a stretch; what they tell is asked only where it can count. */
static struct lines
count_lines(struct stretch stretch)
{
	struct lines lines = {
	    .bold = is_bold(stretch.s, line_length(stretch.s, stretch.end))};
	const char *from = lines.bold ? next_line(stretch.s, stretch.end)
				      : stretch.s;
	const char *s;

	for (s = from; s < stretch.end && !lines.marked;
	     s = next_line(s, stretch.end)) {
		lines.marked = is_marked(s, line_length(s, stretch.end));
		lines.n += !is_picture(s, words_length(s, stretch.end));
	}
	if (lines.marked || lines.n + lines.bold < 2)
		return lines;
	for (s = from; s < stretch.end; s = next_line(s, stretch.end)) {
		size_t len = words_length(s, stretch.end);

		if (is_picture(s, len) || len > LONGEST)
			continue;
		lines.timed += is_timed(s, len);
		if (is_link(s, len) || names_speaker(s, len))
			lines.sure++;
		else if (has_address(s, len))
			lines.told++;
	}
	lines.told += lines.sure;
	return lines;
}

/* Takes the stretch at `s`, after empty lines and headings; false: none. */
static bool
next_stretch(const char *s, const char *end, struct stretch *stretch)
{
	while (s < end && (*s == '#' || is_blank(s, line_length(s, end))))
		s = next_line(s, end);
	*stretch = (struct stretch){s, s};
	while (stretch->end < end && *stretch->end != '#' &&
	    !is_blank(stretch->end, line_length(stretch->end, end)))
		stretch->end = next_line(stretch->end, end);
	return stretch->end > s;
}

static bool
has_marked(const char *s, const char *end)
{
	for (; s < end; s = next_line(s, end)) {
		size_t len = line_length(s, end);

		if (is_marked(s, len) && !is_blank(s, len))
			return true;
	}
	return false;
}

/*
 * Whether all stretches of several lines have talks, and one is there; beside
 * those that are marked, two.  More than half of their lines tell so, below a bold
 * line half.
 */
static bool
is_of_lines(const char *s, const char *end)
{
	struct stretch stretch = {s, s};
	bool marked = has_marked(s, end);
	size_t found = 0, n = 0, sure = 0;

	while (next_stretch(stretch.end, end, &stretch)) {
		struct lines lines = count_lines(stretch);

		if (lines.marked || lines.n + lines.bold < 2)
			continue;
		found++;
		if (lines.timed >= 2 && lines.timed * 2 >= lines.n)
			continue;
		if (!marked && lines.told == lines.n)
			lines.sure = lines.n;
		if (lines.sure * 2 + lines.bold <= lines.n)
			return false;
		n += lines.n;
		sure += lines.sure;
	}
	return found > marked && sure * FEW_OF >= n * (FEW_OF - 1);
}

char *
bare_lines_part(struct arena *arena, const char *s, size_t *len)
{
	const char *end = s + *len;
	struct anew w = anew_begin(arena, s, *len);
	struct stretch stretch = {s, s};

	if (!is_of_lines(s, end))
		return NULL;
	while (next_stretch(stretch.end, end, &stretch)) {
		struct lines lines = count_lines(stretch);
		bool timed = lines.timed >= 2;
		const char *at = lines.bold ? next_line(stretch.s, stretch.end)
					    : stretch.s;

		for (; !lines.marked && lines.n + lines.bold > 1 &&
		     at < stretch.end;
		     at = next_line(at, stretch.end)) {
			size_t width = line_length(at, end);

			if ((timed && !is_timed(at, width)) ||
			    is_picture(at, words_length(at, end)))
				continue;
			anew_skip(&w, at, at);
			anew_puts(&w, "- ");
		}
	}
	return anew_end(&w, true, len);
}
