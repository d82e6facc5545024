/*
 * Which bytes of a document deserve a look when it is scanned: line feeds and
 * other control characters, what is not ASCII, what markup is made of, blanks
 * that stand side by side, and what a URL may begin with.  All others are the
 * letters of a line, and need none.
 */
#ifndef LECTERN_HOT_H
#define LECTERN_HOT_H

#include <stddef.h>
#include <stdint.h>

#define HOT_BATCH 4096 /* bytes that are looked at in one go */
#define HOT_WORDS (HOT_BATCH / 64)

/* Which version; HOT_BEST is the fastest that the processor can run. */
enum hot_version { HOT_BEST, HOT_PORTABLE };

struct hot {
	enum hot_version version;
	/* For each low half of a byte the high halves with which it is hot. */
	unsigned char low[16];
};

/* Makes ready what hot_find() needs. */
void hot_prepare(struct hot *hot, enum hot_version version);

/*
 * Looks at HOT_BATCH bytes of the `len` at `s`, or as many as there are, from
 * `from` on, and sets a bit for each that deserves a look, the lowest bit of
 * the first word for the first byte.  The other bits are zero.
 */
void hot_find(const struct hot *hot, const char *s, size_t len, size_t from,
    uint64_t bits[HOT_WORDS]);

#endif
