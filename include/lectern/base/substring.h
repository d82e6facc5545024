/*
 * Finds bytes in bytes, at the speed of memory.
 *
 * Compares the three rarest bytes of the needle with a whole block of the text
 * at a time, and the rest of the needle only where these match.  (The idea is
 * Wojciech Muła's "generic SIMD"; the choice of rare bytes is that of memchr's
 * memmem.)  There is a version for AVX2, chosen at run time, and a portable
 * one.
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

#define SUBSTRING_BYTES 3 /* of a needle: those compared first */

/* A prepared needle; it points to the caller's bytes. */
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
 * Prepares a search for the `len` (at least 1) bytes at `needle`, which must
 * outlive the search.  For SUBSTRING_ANY_CASE it must have no ASCII capitals.
 */
void substring_prepare(struct substring *find, const char *needle, size_t len,
    enum substring_how how, enum substring_version version);

/* Returns where the needle first stands in the `len` bytes at `s`, or NULL. */
const char *
substring_first(const struct substring *find, const char *s, size_t len);

/* Whether a text has a string, which is not empty: for texts that may be long. */
bool substring_has(const char *s, size_t len, const char *needle);

/* A walk over all places where the needle stands in a text. */
struct substring_walk {
	const struct substring *find;
	const char *s;
	size_t len;
	size_t room;   /* bytes at `s` that may be read; len or more */
	size_t at;     /* where to go on */
	size_t block;  /* start of the block that `bits` belong to */
	uint64_t bits; /* places in it that are still to be compared */
	bool starts;   /* places may be left out: see substring_starts() */
	bool later;    /* the same, once a place was found */
	size_t ahead;  /* so far from there, memory is asked for */
};

/*
 * Begins a walk over the `len` bytes at `s`, of which `room` (`len` or more)
 * may be read: short texts are walked faster if there is more room.
 */
void substring_begin(struct substring_walk *walk, const struct substring *find,
    const char *s, size_t len, size_t room);

/*
 * Allows the walk to leave out, from here on, places after an ASCII letter or
 * digit, where no word begins.  It may still return some of them: the caller
 * has to look.
 */
void substring_starts(struct substring_walk *walk);

/* As substring_starts(), but only after the walk has found one more place. */
void substring_later_starts(struct substring_walk *walk);

/*
 * Tells that another text, at `s`, is searched soon: memory for it is asked for
 * instead of what comes right after this one, where it is further on.
 */
void substring_soon(struct substring_walk *walk, const char *s);

/*
 * Fills `places` with the next places, at most `max`, and returns how many;
 * fewer than `max` only if there are no more.  Places may overlap.
 */
size_t
substring_places(struct substring_walk *walk, const char **places, size_t max);

#endif
