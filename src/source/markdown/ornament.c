#include "source/markdown/ornament.h"

#include <stdbool.h>
#include <string.h>

#include "lectern/base/text.h"
#include "source/markdown/richtext.h"
#include "source/markdown/runs.h"

#define CLOCK_MOST 24 /* bytes of a length and the picture before it */

/* The start of `:emoji:` at the end of the text. */
static uint32_t
emoji_start(const char *s, uint32_t from, uint32_t to)
{
	if (to < from + 3 || s[to - 1] != ':')
		return to;

	uint32_t i = to - 1;

	while (
	    i > from && (text_ascii_word(s[i - 1]) || strchr("_-+", s[i - 1])))
		i--;
	return i > from && i < to - 1 && s[i - 1] == ':' ? i - 1 : to;
}

/* The start of a `#tag` after a blank at the end. */
static uint32_t
tag_start(const char *s, uint32_t from, uint32_t to)
{
	uint32_t i = to;

	while (
	    i > from && (text_word_byte(s[i - 1]) || strchr("-_/", s[i - 1])))
		i--;
	return i > from + 2 && i < to && s[i - 1] == '#' && s[i - 2] == ' ' &&
		s[i - 3] != ':' && !text_ascii_digit(s[i])
	    ? i - 1
	    : to;
}

/* Arrows, stars and pictures, and what joins or varies them. */
static bool
is_picture(uint32_t code)
{
	return (code >= 0x2190 && code < 0x2460) ||
	    (code >= 0x2500 && code < 0x2c00) ||
	    (code >= 0x1f000 && code < 0x20000) || code == 0xfe0f ||
	    code == 0x200d;
}

/* Bullets and dashes, as some write them before items. */
static bool
is_bullet(uint32_t code)
{
	return code == 0xb7 || code == 0x2013 || code == 0x2014 ||
	    code == 0x2022 || code == 0x2023 || code == 0x203b ||
	    code == 0x2043;
}

uint32_t
ornament_first(const struct line *line)
{
	uint32_t code = 0;

	if (line->len > 0 && (unsigned char)*line->text >= 0x80)
		text_decode(line->text, line->len, &code);
	return is_picture(code) ? code : 0;
}

/* The start of stars, arrows and pictures after a blank at the end. */
static uint32_t
symbols_start(const char *s, uint32_t from, uint32_t to)
{
	uint32_t at = to, found = to;

	while (at > from) {
		uint32_t next = at - 1, code;

		while (next > from && ((unsigned char)s[next] & 0xc0) == 0x80)
			next--;
		text_decode(s + next, at - next, &code);
		if (code == ' ' && found == at)
			found = next;
		if (is_picture(code))
			found = next;
		else if (code >= 0x80 || !strchr(" -:", s[next]))
			break;
		at = next;
	}
	return found > from && s[found] == ' ' ? found : to;
}

/* Whether a picture shows a clock: it may stand before a length. */
static bool
is_clock(uint32_t code)
{
	return code == 0x231a || code == 0x231b ||
	    (code >= 0x23f0 && code <= 0x23f3) ||
	    (code >= 0x1f550 && code <= 0x1f567);
}

/* The bytes of a length at `s`: "30 min", "30:12". */
static uint32_t
length_here(const char *s, uint32_t len)
{
	uint32_t n = 0, unit;

	while (n < len && (text_ascii_digit(s[n]) || s[n] == ':'))
		n++;
	if (n == 0)
		return 0;
	unit = n + (n < len && s[n] == ' ');
	while (unit < len && text_ascii_letter(s[unit]))
		unit++;
	return unit - n > 1 && strchr("mh", s[n + (s[n] == ' ')]) ? unit : n;
}

/* Where the picture of a clock and a length begin that end at byte `to`. */
static uint32_t
clock_start(const char *s, uint32_t from, uint32_t to)
{
	uint32_t at = to;

	while (at > from && to - at < CLOCK_MOST) {
		uint32_t code, picture;

		/* A picture begins with a byte of these. */
		if ((unsigned char)s[--at] < 0xe2)
			continue;
		picture = at + (uint32_t)text_decode(s + at, to - at, &code);
		if (code == 0xfe0f)
			continue;
		while (picture < to &&
		    (s[picture] == ' ' ||
			memcmp(s + picture, "\xef\xb8\x8f", 3) == 0))
			picture += s[picture] == ' ' ? 1 : 3;
		return is_clock(code) && at > from && picture < to &&
			length_here(s + picture, to - picture) == to - picture
		    ? at
		    : to;
	}
	return to;
}

uint32_t
ornament_start(const char *s, uint32_t from, uint32_t to)
{
	uint32_t at = emoji_start(s, from, to);

	if (at == to)
		at = tag_start(s, from, to);
	if (at == to)
		at = symbols_start(s, from, to);
	return at == to && to > from &&
		(text_ascii_digit(s[to - 1]) || strchr("hmns", s[to - 1]))
	    ? clock_start(s, from, to)
	    : at;
}

uint32_t
ornament_emoji(const struct line *line, uint32_t at)
{
	const char *s = line->text;
	uint32_t i = at + 1;
	bool letter = false;

	if (at >= line->len || s[at] != ':')
		return 0;
	for (; i < line->len && (text_ascii_word(s[i]) || strchr("_-+", s[i]));
	     i++)
		letter = letter || text_ascii_letter(s[i]);
	return letter && i < line->len && s[i] == ':' &&
		(i + 1 == line->len || !text_word_byte(s[i + 1]))
	    ? i + 1 - at
	    : 0;
}

uint32_t
ornament_skip(const struct line *line, uint32_t at)
{
	size_t n;

	for (; at < line->len; at += (uint32_t)n) {
		uint32_t code;

		n = ornament_emoji(line, at);
		if (n > 0)
			continue;
		n = text_decode(line->text + at, line->len - at, &code);
		/* "# Title" was no heading, but may be meant as an item. */
		if (!is_picture(code) && !is_bullet(code) &&
		    (code >= 0x80 || !strchr(" -*~|:", (int)code)) &&
		    (code != '#' || line->text[at + 1] != ' '))
			break;
	}
	return at;
}

uint32_t
ornament_end(const struct line *line, uint32_t at)
{
	uint32_t end = at;
	bool clock = false;

	while (at < line->len) {
		uint32_t code, n = ornament_emoji(line, at);

		if (clock && text_ascii_digit(line->text[at])) {
			at += length_here(line->text + at, line->len - at);
			end = at;
			clock = false;
		}
		if (at == line->len)
			break;

		if (n == 0)
			n = (uint32_t)text_decode(
			    line->text + at, line->len - at, &code);
		else
			code = 0xfe0f;
		if (code != ' ' && !is_picture(code))
			break;
		clock = is_clock(code) ||
		    (clock && (code == ' ' || code == 0xfe0f));
		at += n;
		if (code != ' ')
			end = at;
	}
	return end;
}

uint32_t
ornament_wide_end(const struct line *line, uint32_t at)
{
	static const char *const pairs[][2] = {
	    {"\xe3\x80\x90", "\xe3\x80\x91"}, {"\xef\xbc\x88", "\xef\xbc\x89"}};
	uint32_t open = at + (at < line->len && line->text[at] == ' ');

	for (size_t i = 0; i < sizeof(pairs) / sizeof(*pairs); i++) {
		const char *close;

		if (line->len - open < 6 ||
		    memcmp(line->text + open, pairs[i][0], 3) != 0)
			continue;
		close = memmem(
		    line->text + open, line->len - open, pairs[i][1], 3);
		return close ? (uint32_t)(close + 3 - line->text) : at;
	}
	return at;
}

uint32_t
ornament_brackets_end(const struct line *line, uint32_t at)
{
	const char *s = line->text;

	at = ornament_end(line, at);
	/* A quotation that is a link ends behind it. */
	if (at + 3 < line->len)
		at += memcmp(s + at, "\xe2\x80\x9d", 3) == 0 ? 3 : s[at] == '"';
	while (at + 2 < line->len && s[at] == ' ' && strchr("([", s[at + 1])) {
		uint32_t end = runs_close(line, at + 1);

		if (end == line->len)
			break;
		at = ornament_end(line, end + 1);
	}
	return ornament_wide_end(line, at);
}
