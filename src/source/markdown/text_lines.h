/*
 * Lines of a text that have words, and whether they are headings.
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

#endif
