/*
 * Paragraphs of a line each that tell date, who speaks in bold, and the title: "1
 * May. **Ann Lee**, Reef. Title. [Slides](link)".
 */
#ifndef LECTERN_DATED_PEOPLE_H
#define LECTERN_DATED_PEOPLE_H

#include <stddef.h>

struct arena;

/*
 * Writes these as items with the title first and the date below.  Returns the
 * text, which the arena owns and a NUL ends, with its bytes in `*len`; NULL:
 * there are too few.
 */
char *dated_people_part(struct arena *arena, const char *s, size_t *len);

#endif
