/*
 * Which bytes of a document deserve a look when it is scanned: line feeds and
 * other control characters, what is not ASCII, what markup is made of, blanks
 * that stand side by side, and what a URL may begin with.  All others are the
 * letters of a line, and need none.
 */
#ifndef LECTERN_STRUCTURAL_H
#define LECTERN_STRUCTURAL_H

#include <stddef.h>
#include <stdint.h>

#define STRUCTURAL_BATCH 4096 /* bytes that are looked at in one go */
#define STRUCTURAL_ROOM \
	(STRUCTURAL_BATCH + 4) /* for places; some more are written */

/* Which version; STRUCTURAL_BEST is the fastest that the processor can run. */
enum structural_version { STRUCTURAL_BEST, STRUCTURAL_PORTABLE };

struct structural {
	enum structural_version version;
	/* What each half of a byte may make it: see hot.c. */
	unsigned char low[16], high[16];
};

/* Makes ready what structural_find() needs. */
void structural_prepare(
    struct structural *structural, enum structural_version version);

/*
 * Looks at STRUCTURAL_BATCH bytes of the `len` (at most UINT32_MAX) at `s`, or as many
 * as there are, from `from` on.  Fills `places` with the offsets in `s` of those
 * that deserve a look, in order, and returns their number.
 */
size_t structural_find(const struct structural *structural, const char *s,
    size_t len, size_t from, uint32_t places[STRUCTURAL_ROOM]);

#endif
