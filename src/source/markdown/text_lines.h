/*
 * Lines of a text that have words, what they are, and paragraphs.
 */
#ifndef LECTERN_TEXT_LINES_H
#define LECTERN_TEXT_LINES_H

#include <stdbool.h>
#include <stddef.h>

struct text_line {
	const char *s, *end; /* from its first word to its line feed */
	size_t marks;        /* of a heading; 0: it is none */
};

/* Finds the next such line from `s` on; false: there is none. */
bool text_lines_next(const char *s, const char *end, struct text_line *line);

/*
 * Finds the next paragraph from `*s` on, the lines between two without words, and
 * sets `*s` to its start; returns its end, behind its last line feed, or NULL.
 */
const char *text_lines_paragraph(const char **s, const char *end);

/* The level of the heading that a line is; 0: it is none. */
size_t text_lines_level(const char *s, const char *end);

/* The bytes of an item's mark, with the blanks behind it; 0: there is none. */
size_t text_lines_mark(const char *s, const char *end);

/* Whether a line begins or ends code between fences. */
bool text_lines_fence(const char *s, const char *end);

/* The deepest level of headings that a text has; 0: it has none. */
size_t text_lines_deepest(const char *s, const char *end);

#endif
