/*
 * Finding bytes in bytes, at the speed of memory.
 *
 * Two bytes of the needle, the rarest that stand in it, are compared with a
 * block of the text at a time; where both stand right, the whole needle is
 * compared.  (The idea is Wojciech Muła's "generic SIMD"; the choice of rare
 * bytes is that of memchr's memmem.)  There is a version for AVX2, chosen when
 * the program runs, and a portable one.
 */
#ifndef LECTERN_FIND_H
#define LECTERN_FIND_H

#include <stdbool.h>
#include <stddef.h>

/* How to search. */
enum find_how {
	FIND_EXACT,
	FIND_ANY_CASE, /* ASCII letters of the text in either case */
};

/* Which version; FIND_BEST is the fastest that the processor can run. */
enum find_version { FIND_BEST, FIND_PORTABLE };

/* A needle made ready; it points to the bytes it was made of. */
struct find {
	const char *needle; /* in lower case for FIND_ANY_CASE */
	size_t len;         /* not 0 */
	size_t at[2];       /* offsets of the bytes that are compared first */
	unsigned char byte[2];  /* those bytes */
	unsigned char blind[2]; /* 0x20 where either case will do, else 0 */
	bool any_case;
	bool vector; /* use the version for AVX2 */
};

/*
 * Prepares a search for the `len` (at least 1) bytes at `needle`, which is kept
 * and has no capitals of ASCII if either case will do.
 */
void find_prepare(struct find *find, const char *needle, size_t len,
    enum find_how how, enum find_version version);

/* Where the needle stands first in the `len` bytes at `s`, or NULL. */
const char *find_first(const struct find *find, const char *s, size_t len);

#endif
