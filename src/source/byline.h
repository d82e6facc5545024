/*
 * A talk's heading parted into title and speakers: at the last dash between
 * blanks; failing that at the last dash with a blank on one side before a
 * capital, if what follows reads as names (1 to 6 parts of 1 to 5 words at
 * commas, no digit first, no question mark last).
 */
#ifndef LECTERN_BYLINE_H
#define LECTERN_BYLINE_H

#include <stddef.h>

struct arena;

/* What a heading says.  All strings are owned by the arena given. */
struct byline {
	const char *title;           /* never NULL */
	const char *const *speakers; /* nspeakers of them */
	size_t nspeakers;
};

/*
 * Parts `heading` (NUL-terminated, clean, blanks collapsed), which may be what
 * the title points to.  Nothing is dropped: title, separator and speakers
 * together are the heading.
 */
struct byline byline_part(struct arena *arena, const char *heading);

/*
 * Parts a list of people at `,`, ` & ` and ` and `; the count goes to
 * `*count`.  Empty parts are left out.
 */
const char *const *
byline_list(struct arena *arena, const char *people, size_t *count);

#endif
