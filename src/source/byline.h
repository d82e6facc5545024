/*
 * Splits a talk's heading into title and speakers: at the last dash between
 * blanks; else at the last dash with a blank on one side, before a capital, if
 * what follows reads as names (1 to 6 parts at commas, of 1 to 5 words, no
 * digit first, no question mark last).
 */
#ifndef LECTERN_BYLINE_H
#define LECTERN_BYLINE_H

#include <stdbool.h>
#include <stddef.h>

struct arena;

/*
 * What a heading says.  All strings are owned by the arena given, or end where
 * the text does that they were found in, which is to live as long.
 */
struct byline {
	const char *title;           /* never NULL */
	const char *const *speakers; /* nspeakers of them */
	size_t nspeakers;
};

/*
 * Splits `heading` (NUL-terminated, clean, blanks collapsed); the title may
 * point to it.  Nothing is dropped: title, separator and speakers together are
 * the heading.
 */
struct byline byline_part(struct arena *arena, const char *heading);

/*
 * The same, but that the title, in the heading, ends after `*title_len` bytes;
 * with `stays`, all names but the last are in it, too, and end after
 * byline_name() bytes.
 */
struct byline byline_cut(
    struct arena *arena, const char *heading, bool stays, size_t *title_len);
size_t byline_name(const char *name);

/*
 * Splits a list of people at `,`, ` & ` and ` and `; returns the parts that are
 * not empty, `*count` of them.
 */
const char *const *
byline_list(struct arena *arena, const char *people, size_t *count);

/*
 * As byline_list(), of text as it stands in a cell: if it has `;`, `|` or line
 * ends, names are separated by those, and may have commas.
 */
const char *const *
byline_people(struct arena *arena, const char *people, size_t *count);

#endif
