/*
 * Titles in italics behind time and place in bold.
 */
#ifndef LECTERN_SLANTED_H
#define LECTERN_SLANTED_H

#include <stddef.h>

struct arena;

/*
 * Writes items with a time in bold, a title in italics and who speaks ("- **9:30,
 * Hall A** - *Title*, Ann Lee") with the title and who speaks first, and time and
 * place below.  Returns the text, which the arena owns and a NUL ends, with its
 * bytes in `*len`; NULL: there are too few.
 */
char *slanted_items_part(struct arena *arena, const char *s, size_t *len);

/*
 * Writes paragraphs that begin with a day in bold and have a line that is a title
 * in italics with that as a heading, and the day last but for links.  Returns as
 * the one before.
 */
char *slanted_days_part(struct arena *arena, const char *s, size_t *len);

#endif
