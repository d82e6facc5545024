/*
 * Finding bytes in bytes, at the speed of memory.
 *
 * Three bytes of the needle, the rarest that stand in it, are compared with a
 * block of the text at a time; where they stand right, the whole needle is
 * compared.  (The idea is Wojciech Muła's "generic SIMD"; the choice of rare
 * bytes is that of memchr's memmem.)  There is a version for AVX2, chosen when
 * the program runs, and a portable one.
 */
#ifndef LECTERN_SUBSTRING_H
#define LECTERN_SUBSTRING_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* How to search. */
enum substring_how {
	SUBSTRING_EXACT,
	SUBSTRING_ANY_CASE, /* ASCII letters of the text in either case */
};

/* Which version; SUBSTRING_BEST is the fastest that the processor can run. */
enum substring_version { SUBSTRING_BEST, SUBSTRING_PORTABLE };

#define SUBSTRING_BYTES 3 /* of a needle, that are compared first */

/* A needle made ready; it points to the bytes it was made of. */
struct substring {
	const char *needle; /* in lower case for SUBSTRING_ANY_CASE */
	size_t len;         /* not 0 */
	size_t at
	    [SUBSTRING_BYTES]; /* offsets of the bytes that are compared first */
	unsigned char byte[SUBSTRING_BYTES]; /* those bytes */
	unsigned char
	    blind[SUBSTRING_BYTES]; /* 0x20 where either case will do, else 0 */
	uint64_t head;       /* the first bytes, up to 8, as memory has them */
	uint64_t head_mask;  /* which of the bits are theirs */
	uint64_t head_blind; /* and which do not matter */
	bool any_case;
	bool vector; /* use the version for AVX2 */
};

/*
 * Prepares a search for the `len` (at least 1) bytes at `needle`, which is kept
 * and has no capitals of ASCII if either case will do.
 */
void substring_prepare(struct substring *find, const char *needle, size_t len,
    enum substring_how how, enum substring_version version);

/* Where the needle stands first in the `len` bytes at `s`, or NULL. */
const char *
substring_first(const struct substring *find, const char *s, size_t len);

/* A walk over all places of a text where the needle stands. */
struct substring_walk {
	const struct substring *find;
	const char *s;
	size_t len;
	size_t room;   /* bytes at `s` that may be read; len or more */
	size_t at;     /* where to go on */
	size_t block;  /* where the block begins that `bits` are of */
	uint64_t bits; /* places in it that are still to be compared */
	bool starts;   /* places may be left out: see substring_starts() */
	bool later;    /* the same, once one was found */
};

/*
 * Begins a walk over the `len` bytes at `s`.  Where more than these may be read
 * (`room` bytes in all) short texts are walked faster.
 */
void substring_begin(struct substring_walk *walk, const struct substring *find,
    const char *s, size_t len, size_t room);

/*
 * Lets the walk leave out, from here on, places after a letter or digit of
 * ASCII, where no word begins.  It need not: the caller still has to look.
 */
void substring_starts(struct substring_walk *walk);

/* As substring_starts(), but first the walk has to find a place of any kind. */
void substring_later_starts(struct substring_walk *walk);

/*
 * Fills `places` with the next ones, which may overlap; at most `max`, and fewer
 * only where there are no more.  Returns their number.
 */
size_t
substring_places(struct substring_walk *walk, const char **places, size_t max);

#endif
