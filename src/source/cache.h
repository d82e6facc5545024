/*
 * The cache: conferences whose documents took long to read, as they were read,
 * in $XDG_CACHE_HOME/lectern.  Its files may be deleted at any time, and what is
 * in the way of reading or writing them is never a fault.
 */
#ifndef LECTERN_CACHE_H
#define LECTERN_CACHE_H

#include <stdbool.h>
#include <stddef.h>

#include "source/builder.h"
#include "source/packed.h"

#define CACHE_WORTH 50 /* milliseconds that reading has to take */

/* A document that may be in the cache; cache_free() when it was read. */
struct cached {
	char *path; /* absolute; NULL: it cannot be */
	char *file; /* in the cache */
	struct packed_stamp stamp;
	long long began; /* when it was looked for, in milliseconds */
};

/* Looks at the file `path`; nothing to be kept where it is none. */
struct cached cache_look(const char *path);
void cache_free(struct cached *cached);

/*
 * Builds the conference of the document, as `path`, if it is in the cache and
 * the document is what it was.
 */
bool
cache_build(struct build *build, const struct cached *cached, const char *path);

/*
 * Keeps the conference built last, of this document, if it was worth it; who
 * calls does not wait for that.
 */
void cache_keep(struct build *build, const struct cached *cached);

#endif
