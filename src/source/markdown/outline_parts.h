/*
 * A document scanned in parts side by side, and sieved while its text is near.
 */
#ifndef LECTERN_OUTLINE_PARTS_H
#define LECTERN_OUTLINE_PARTS_H

#include <stddef.h>

#include "lectern/base/progress.h"
#include "source/markdown/outline.h"
#include "source/markdown/prefilter.h"
#include "source/markdown/structural.h"

/* How to scan it. */
struct outline_way {
	enum structural_version version;
	size_t parts; /* at most, 1 to PARALLEL_MOST */
	const struct prefilter
	    *prefilter;            /* leaves sections out; may be NULL */
	struct progress *progress; /* may be NULL */
};

/*
 * As outline_document() for all of the text, with the same outcome, but for what
 * the sieve left out.  Returns the level of the talks where it did that, and
 * else 0.
 */
int outline_in_parts(struct outline *outline, const char *s, size_t len,
    const struct outline_way *way);

#endif
