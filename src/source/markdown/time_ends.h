/*
 * Programmes copied from a site, with a paragraph for each title, one for who
 * speaks and where, and one for the time from and to: these end what is said of a
 * talk, as several begin at once.
 */
#ifndef LECTERN_TIME_ENDS_H
#define LECTERN_TIME_ENDS_H

#include <stddef.h>

struct arena;

/*
 * Returns the text with headings in place of those titles, with their times, in the
 * arena, and its length in `*len`; NULL where it is no such programme.
 */
char *time_ends_part(struct arena *arena, const char *s, size_t *len);

#endif
