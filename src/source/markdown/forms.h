/*
 * Sections that are forms, one a talk: below a date or number, or between rules,
 * lines "Title: Tides", "Room: 2", as items, lines of a paragraph or rows of a table.
 */
#ifndef LECTERN_FORMS_H
#define LECTERN_FORMS_H

#include <stddef.h>

struct arena;

/*
 * Writes the `*len` bytes at `s` with a heading for the title of each form, and its
 * other fields as items below that.  Returns the text, which the arena owns and a NUL
 * ends, with its bytes in `*len`; NULL: there are no two of them, or titles elsewhere.
 */
char *forms_part(struct arena *arena, const char *s, size_t *len);

#endif
