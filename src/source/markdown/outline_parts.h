/*
 * Makes an outline in parallel parts, and prefilters them while their text is
 * in the processor's cache.
 */
#ifndef LECTERN_OUTLINE_PARTS_H
#define LECTERN_OUTLINE_PARTS_H

#include <stddef.h>

#include "lectern/base/progress.h"
#include "source/markdown/outline.h"
#include "source/markdown/prefilter.h"
#include "source/markdown/structural.h"

/* How to make the outline. */
struct outline_way {
	enum structural_version version;
	size_t parts;     /* the most parts, 1 to PARALLEL_MOST */
	bool plain;       /* what looks like a form of notation.h is none */
	bool until_noted; /* where it has one, the rest is not asked for */
	const struct prefilter
	    *prefilter;            /* leaves sections out; may be NULL */
	struct progress *progress; /* may be NULL */
};

/*
 * As outline_document() for the whole text, with the same result, without the
 * sections that the prefilter left out.  Returns the level of the talks if it
 * left out any, else 0.
 */
int outline_in_parts(struct outline *outline, const char *s, size_t len,
    const struct outline_way *way);

/*
 * Tells which sections of the text `s` can wait (see deferral.h).  This is done
 * already, but for text that may have notation: that may become another.
 */
void outline_parts_defer(struct outline *outline, const char *s);

#endif
