/*
 * Blocks in which headings do not count: fenced code and HTML.
 */
#ifndef LECTERN_HIDING_H
#define LECTERN_HIDING_H

#include <stdbool.h>
#include <stddef.h>

/* The block around a line; all zero: none. */
struct hiding {
	char fence; /* its character, in a code block; else NUL */
	size_t fence_len;
	const char *html; /* what ends the HTML block, "" for a blank line */
};

/*
 * Whether such a block begins with the line (given without its indentation).
 * Records it in `hiding`, unless it also ends there.
 */
bool hiding_open_fence(struct hiding *hiding, const char *s, size_t len);
bool hiding_open_html(struct hiding *hiding, const char *s, size_t len);

/* Whether the line, indented to `column`, ends the code block. */
bool hiding_fence_ends(
    const struct hiding *hiding, const char *s, size_t len, int column);

/* Whether the HTML block ends with the line. */
bool hiding_html_ends(const struct hiding *hiding, const char *s, size_t len);

/* Whether a block other than this HTML block may begin with the line. */
bool hiding_may_open(const struct hiding *hiding, const char *s, size_t len);

#endif
