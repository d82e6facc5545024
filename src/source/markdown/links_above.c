#include "source/markdown/links_above.h"

#include <stdbool.h>
#include <string.h>

#include "lectern/base/substring.h"
#include "lectern/base/text.h"
#include "lectern/model/link.h"
#include "source/markdown/anew.h"
#include "source/markdown/label.h"
#include "source/markdown/people.h"
#include "source/markdown/signs.h"
#include "source/markdown/text_lines.h"

#define LONGEST 200 /* bytes of a title */
#define URL     300 /* bytes of an address */
#define LEAST   2   /* talks */

/* The next line from `s` on that has words, without blanks at its end. */
static bool
next_line(const char *s, const char *end, struct text_line *line)
{
	if (!text_lines_next(s, end, line))
		return false;
	line->end = text_words_end(line->s, line->end);
	return true;
}

/* Whether an address that begins a text leads to a video; `*n`: its bytes. */
static bool
leads_to_video(const char *s, size_t len, size_t *n)
{
	char url[URL];
	size_t at = 0;

	while (at < len && !strchr(" \t\"'<>)", s[at]))
		at++;
	*n = at;
	if (at >= sizeof(url))
		return false;
	memcpy(url, s, at);
	url[at] = '\0';
	return link_is_video(url);
}

/* Whether all that a line has is a link to a video, called so or not at all. */
static bool
is_video(const struct text_line *line)
{
	static const char frame[] = "<iframe", frame_end[] = "</iframe>";
	size_t len = (size_t)(line->end - line->s), skip = 0, n;
	const char *s = line->s, *word;
	bool picture = len > 3 && memcmp(s, "[![", 3) == 0;

	if (*s == '[') {
		word = picture ? memmem(s, len, ")](", 3)
			       : memmem(s, len, "](", 2);
		if (!word || line->end[-1] != ')' ||
		    (!picture &&
			label_read(s + 1, (size_t)(word - s - 1)) !=
			    LABEL_VIDEO))
			return false;
		word += picture;
		skip = (size_t)(word + 2 - s);
	} else if (len > sizeof(frame) + sizeof(frame_end) &&
	    text_ascii_same(s, frame, sizeof(frame) - 1) &&
	    text_ascii_same(line->end - sizeof(frame_end) + 1, frame_end,
		sizeof(frame_end) - 1)) {
		word = memmem(s, len, " src=", 5);
		if (!word)
			return false;
		skip = (size_t)(word + 6 - s);
		return leads_to_video(s + skip, len - skip, &n);
	} else if (*s == '<') {
		skip = 1;
	}
	return leads_to_video(s + skip, len - skip, &n) &&
	    skip + n + (skip > 0) == len;
}

/* Whether a line begins with words in bold, or names somebody behind a sign. */
static bool
names_talk(const char *s, size_t len)
{
	if (len > LONGEST || strchr(" >|<`~+-#![", *s) || s[1] == ' ')
		return false;
	if (len > 4 && memcmp(s, "**", 2) == 0)
		return true;
	for (size_t at = 1; at + 1 < len; at++) {
		size_t sign = s[at] == ' ' || s[at] == ':'
		    ? sign_dash(s + at, len - at) + sign_colon(s + at, len - at)
		    : 0;

		if (s[at - 1] == ' ' && people_by(s + at, len - at) > 0)
			return true;
		if (sign > 0 &&
		    (people_first(s + at + sign, len - at - sign) ==
			    NAMES_SURE ||
			people_first(s, at) == NAMES_SURE))
			return true;
	}
	return false;
}

/* Whether a line may be the title below a video; `level` is that of the first. */
static bool
is_title(const struct text_line *line, const char *end, size_t level)
{
	const char *s = line->end;

	if (line->marks > 0)
		return line->marks > level;
	if (!names_talk(line->s, (size_t)(line->end - line->s)))
		return false;
	while (s < end && strchr(" \t\r", *s))
		s++;
	if (s < end)
		s++;
	while (s < end && strchr(" \t\r", *s))
		s++;
	return s >= end || *s == '\n';
}

/* Whether videos are above their titles, from the first line on. */
static bool
are_above(const char *s, const char *end)
{
	struct text_line line, title;
	size_t videos = 0, level = 0, heads = 0, headed = 0, below = 0;
	bool head = false; /* the line before is a heading */

	if (!next_line(s, end, &line))
		return false;
	if (line.marks > 0) {
		level = line.marks;
		s = line.end;
	}
	for (; next_line(s, end, &line); s = line.end) {
		if (strchr("`~", *line.s))
			return false;
		heads += line.marks > level;
		if (!is_video(&line)) {
			if (videos == 0 &&
			    (head ||
				(line.marks == 0 &&
				    names_talk(
					line.s, (size_t)(line.end - line.s)))))
				return false;
			head = line.marks > 0;
			continue;
		}
		below += head;
		head = false;
		if (!next_line(line.end, end, &title) ||
		    !is_title(&title, end, level))
			return false;
		videos++;
		if (title.marks > 0) {
			headed++;
			heads++;
		}
		line = title;
	}
	/* Headings over nearly each video are its title. */
	return videos >= LEAST && below < videos &&
	    (headed == 0 || (headed == videos && headed == heads));
}

char *
links_above_part(struct arena *arena, const char *s, size_t *len)
{
	const char *end = s + *len;
	struct anew w = anew_begin(arena, s, *len);
	struct text_line line, title;

	if (!substring_has(s, *len, "//") || !are_above(s, end))
		return NULL;
	for (; next_line(s, end, &line); s = line.end) {
		const char *gap;

		if (!is_video(&line) || !next_line(line.end, end, &title))
			continue;
		/* What a picture shows is no title: it joins the one in bold. */
		gap = line.s[1] == '!' && *title.s == '*'
		    ? text_line_end(line.end, title.s) + 1
		    : title.s;
		anew_skip(&w, line.s, title.end);
		anew_put(&w, title.s, title.end);
		anew_put(&w, line.end, gap);
		anew_put(&w, line.s, line.end);
		anew_put(&w, gap, title.s);
		line = title;
	}
	return anew_end(&w, true, len);
}
