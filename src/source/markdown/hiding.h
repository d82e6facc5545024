/*
 * Blocks that hide headings: code between fences, and HTML.
 */
#ifndef LECTERN_HIDING_H
#define LECTERN_HIDING_H

#include <stdbool.h>
#include <stddef.h>

/* The block that the line is in; all zero: none. */
struct hiding {
	char fence; /* its character, in a code block; else NUL */
	size_t fence_len;
	const char *html; /* what ends the HTML block, "" for a blank line */
};

/*
 * Whether such a block begins with the line, without its indentation; it is
 * noted, unless it ends there, too.
 */
bool hiding_open_fence(struct hiding *hiding, const char *s, size_t len);
bool hiding_open_html(struct hiding *hiding, const char *s, size_t len);

/* Whether the line, indented to `column`, ends the code block. */
bool hiding_fence_ends(
    const struct hiding *hiding, const char *s, size_t len, int column);

/* Whether the HTML block ends with the line. */
bool hiding_html_ends(const struct hiding *hiding, const char *s, size_t len);

/* Whether another one than the HTML block may begin with the line. */
bool hiding_may_open(const struct hiding *hiding, const char *s, size_t len);

#endif
