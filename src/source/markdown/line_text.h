/*
 * What the text of a line is by its looks, without parsing it.
 */
#ifndef LECTERN_LINE_TEXT_H
#define LECTERN_LINE_TEXT_H

#include <stdbool.h>
#include <stddef.h>

/* What the text of a line turned out to be; the greater wins. */
enum line_text {
	LINE_TEXT_ASCII,
	LINE_TEXT_ODD, /* as written, but not all ASCII, or blanks to collapse */
	LINE_TEXT_MARKUP, /* as libcmark says */
	LINE_TEXT_OTHER,  /* has a link, or what may become one */
};

/* What the byte at `i`, in the text [from, to) of `s`, may mean there. */
enum line_text line_text_weigh(const char *s, size_t i, size_t from, size_t to);

/* Whether a block of another kind than a paragraph may begin with `s`. */
bool line_text_starts_block(const char *s, size_t len);

/*
 * The URL that the line is, in one of the ways in which notes have them:
 * `[u](u)`, `<u>`, `u`, each with or without `URL:` before it; its bytes in
 * `*url_len`.  NULL: it is none, or it is not plain what libcmark makes of it.
 */
const char *line_text_url(const char *s, size_t len, size_t *url_len);

/* Whether a line begins with a digit, but for signs: it may be a date. */
bool line_text_may_be_dated(const char *s, size_t len);

#endif
