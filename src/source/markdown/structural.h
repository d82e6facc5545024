/*
 * Finds the bytes of a document that matter for its outline: line feeds and
 * other control characters, bytes beyond ASCII, characters of markup, blanks
 * side by side, and those that a URL may begin with.  All other bytes are just
 * letters of a line.
 */
#ifndef LECTERN_STRUCTURAL_H
#define LECTERN_STRUCTURAL_H

#include <stddef.h>
#include <stdint.h>

#define STRUCTURAL_BATCH 4096 /* bytes searched in one go */
#define STRUCTURAL_ROOM \
	(STRUCTURAL_BATCH + 4) /* for places; a few more are written */

/* Which version; STRUCTURAL_BEST is the fastest that the processor can run. */
enum structural_version { STRUCTURAL_BEST, STRUCTURAL_PORTABLE };

struct structural {
	enum structural_version version;
	/* What each half of a byte may make it: see structural.c. */
	unsigned char low[16], high[16];
};

/* Prepares structural_find(). */
void structural_prepare(
    struct structural *structural, enum structural_version version);

/*
 * Searches STRUCTURAL_BATCH bytes, or as many as there are, from `from` on in
 * the `len` (at most UINT32_MAX) bytes at `s`.  Fills `places` with the offsets
 * in `s` of the structural bytes, in order, and returns how many.
 */
size_t structural_find(const struct structural *structural, const char *s,
    size_t len, size_t from, uint32_t places[STRUCTURAL_ROOM]);

#endif
