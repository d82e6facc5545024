/*
 * The cache: keeps conferences that took long to read, in
 * $XDG_CACHE_HOME/lectern.  Its files may be deleted at any time; failing to
 * read or write them is never an error.
 */
#ifndef LECTERN_CACHE_H
#define LECTERN_CACHE_H

#include <stdbool.h>
#include <stddef.h>

#include "source/builder.h"
#include "source/packed.h"

#define CACHE_WORTH 50 /* milliseconds; only what takes longer is kept */

/* A document that may be in the cache; to be freed with cache_free(). */
struct cached {
	char *path; /* absolute; NULL: it cannot be cached */
	char *file; /* its file in the cache */
	struct packed_stamp stamp;
	long long began; /* when cache_look() was called, in milliseconds */
};

/* Looks at the document `path`; if it is no file, it cannot be cached. */
struct cached cache_look(const char *path);
void cache_free(struct cached *cached);

/*
 * Builds the conference of the document, which messages call `path`, if it is
 * in the cache and the document has not changed.
 */
bool
cache_build(struct build *build, const struct cached *cached, const char *path);

/*
 * Keeps the last conference built, that of this document, if that is worth it.
 * Writes in the background.
 */
void cache_keep(struct build *build, const struct cached *cached);

#endif
