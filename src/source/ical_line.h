/*
 * The lines of iCalendar: unfolded, and taken apart.
 */
#ifndef LECTERN_ICAL_LINE_H
#define LECTERN_ICAL_LINE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* Set up by ical_line_begin(), freed with ical_line_free(). */
struct ical_line {
	const char *at, *end; /* what is left of the document */
	uint32_t next;        /* the number of the line at `at` */

	/* The current line: */
	uint32_t number; /* where it begins, from 1 */
	char *text;      /* owned; up to TEXT_MOST bytes of it */
	size_t len, cap;
	size_t said;     /* bytes that it has in the document, but for folds */
	size_t name_len; /* `text` begins with the name */
	const char *value;   /* after the colon; "" without one */
	const char *name_of; /* the parameter CN, or NULL */
	size_t name_of_len;
	const char *zone; /* the parameter TZID, or NULL */
	size_t zone_len;
};

void ical_line_begin(struct ical_line *line, const char *s, size_t len);
void ical_line_free(struct ical_line *line);

/*
 * Goes to the next line that is not empty; false at the end.  Folds are undone
 * in the bytes, since some programs fold within a character.
 */
bool ical_line_next(struct ical_line *line);

/* Whether the current line has that name (of capitals). */
bool ical_line_is(const struct ical_line *line, const char *name);

#endif
