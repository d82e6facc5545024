/*
 * Tells by its looks what the text of a line is, without parsing it.
 */
#ifndef LECTERN_LINE_TEXT_H
#define LECTERN_LINE_TEXT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "lectern/base/text.h"

#define LINE_TEXT_HEADINGS 6 /* levels */

/* What a text turned out to be; of two findings the greater counts. */
enum line_text {
	LINE_TEXT_ASCII,
	LINE_TEXT_ODD,    /* as written, but not all ASCII, or has blanks to
	                  collapse */
	LINE_TEXT_MARKUP, /* as libcmark says */
	LINE_TEXT_OTHER,  /* has a link, or text that may become one */
	LINE_TEXT_NOTED,  /* may have a form of notation.h */
};

/*
 * Whether the structural byte (see structural.h) at `s[i]` may begin a form of
 * notation.h.
 */
static inline bool
line_text_noted(const char *s, size_t i, size_t len)
{
	char next = i + 1 < len ? s[i + 1] : '\0';

	switch (s[i]) {
	case '[':
		return next == '[' || next == '^' ||
		    (next == '!' && i + 2 < len && s[i + 2] != '[');
	case '~':
	case '=':
	case '%':
	case '{':
		return next == s[i];
	default:
		return false;
	}
}

/* Whether the first line of `s` may have one. */
bool line_text_is_noted(const char *s, size_t len);

/* Returns how many `#` make the line a heading; 0: they do not. */
static inline uint8_t
line_text_heading(const char *s, size_t len)
{
	size_t n = 0;

	while (n < len && s[n] == '#' && n <= LINE_TEXT_HEADINGS)
		n++;
	return n > LINE_TEXT_HEADINGS || (n < len && !text_ascii_blank(s[n]))
	    ? 0
	    : (uint8_t)n;
}

/*
 * Narrows [*from, *to) of `s`, what follows the `#` of a heading, to its words:
 * a run of `#` at its end is no part of them.
 */
void line_text_heading_words(const char *s, size_t *from, size_t *to);

/*
 * Returns the column at which the text of the line [*from, to) of `s` begins;
 * where that is goes to `*from`.
 */
int line_text_column(const char *s, size_t *from, size_t to);

/* Returns what the byte at `i` may make of the text [from, to) of `s`. */
enum line_text line_text_weigh(const char *s, size_t i, size_t from, size_t to);

/* Whether a line begins with a bullet and words behind one blank. */
bool line_text_bullet(const char *s, size_t len);

/* The level of the heading that a line (not empty) may underline, or 0. */
uint8_t line_text_underline(const char *s, size_t len);

/* Returns how many of the first bytes at `s` are some of these signs. */
size_t line_text_span(const char *s, size_t len, const char *signs);

/* Whether `s` may begin a block other than a paragraph. */
bool line_text_starts_block(const char *s, size_t len);

/* The bytes of `*` or `12.` that a line (not empty) begins with, 0: none. */
size_t line_text_marker(const char *s, size_t len);

/* Whether what begins so is surely a paragraph, within an item or without. */
bool line_text_starts_paragraph(const char *s, size_t len);

/*
 * Whether of a text with markup there may be left nothing, or `Error` alone:
 * that is no note.
 */
bool line_text_says_little(const char *s, size_t len);

/*
 * Returns how many of the first bytes at `s` are references that stand for
 * blanks, and blanks behind them.
 */
size_t line_text_blank_references(const char *s, size_t len);

/*
 * Returns the URL if the line is nothing else, in a usual form: `[u](u)`, `<u>`
 * or `u`, perhaps after `URL:`; its bytes go to `*url_len`.  Returns NULL
 * otherwise, or if it is not certain what libcmark makes of it.
 */
const char *line_text_url(const char *s, size_t len, size_t *url_len);

/*
 * Whether a line may begin with a date or "Title:": begins with a digit or that
 * word, perhaps after signs.
 */
bool line_text_may_be_dated(const char *s, size_t len);

/*
 * Returns how many signs a line may have that part fields, 2 where it may begin
 * with the name of a day or month, and a number.
 */
size_t line_text_signs(const char *s, size_t len);

/* Whether text of several lines, as written, has items of lists. */
bool line_text_has_bullets(const char *s, size_t len);

#endif
