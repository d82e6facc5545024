/*
 * Items that are bold, with who speaks before the title: "- **Ann Lee: Title**".
 */
#ifndef LECTERN_BOLD_PEOPLE_H
#define LECTERN_BOLD_PEOPLE_H

#include <stddef.h>

struct arena;

/*
 * Writes these with the title first, where most bold items of the outermost
 * lists are so, and some have notes below.  Returns the text, which the arena owns
 * and a NUL ends, with its bytes in `*len`; NULL: they are not.
 */
char *bold_people_part(struct arena *arena, const char *s, size_t *len);

#endif
