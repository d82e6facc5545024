/*
 * The cache: keeps conferences that take long to read, in
 * $XDG_CACHE_HOME/lectern.  Its files may be deleted at any time; failing to
 * read or write them is never an error.
 *
 * A file has what was read of one document, or of all members of folders: how
 * one of those is read depends on the others.
 */
#ifndef LECTERN_CACHE_H
#define LECTERN_CACHE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "lectern/source/load_options.h"
#include "source/builder.h"
#include "source/packed.h"

#define CACHE_NOTHING SIZE_MAX /* no conference: it could not be read */

struct cached_document {
	char *path; /* absolute; NULL: its folder is not there */
	struct packed_stamp stamp;
	bool there;         /* it is a file */
	const char *packed; /* where it was found, `len` bytes */
	size_t len;
};

/* Documents that may be in the cache; to be freed with cache_free(). */
struct cached {
	struct cached_document *document;
	size_t n;
	char *file; /* theirs in the cache; NULL: they cannot be cached */
	bool found; /* and it is open */
};

/* Looks at `n` documents, which are read as the options say. */
struct cached cache_look(
    const struct load_options *options, const char *const *paths, size_t n);
void cache_free(struct cached *cached);

/*
 * Opens their file; the arena owns its bytes.  Returns false if the cache does
 * not have all of the documents as they are now.
 */
bool cache_open(struct cached *cached, struct arena *arena);

/*
 * Builds the conference of document `i`, which messages call `path`.  Returns
 * false, with nothing built, if none is open, or has no conference of it.  Talks
 * that `only` surely does not find may be left out; it may be NULL.
 */
bool cache_build(struct build *build, const struct cached *cached, size_t i,
    const char *path, const struct query *only);

/*
 * Keeps the documents if that is worth it; `conference` has the number of each,
 * or CACHE_NOTHING.  Writes in the background.
 */
void cache_keep(
    struct build *build, const struct cached *cached, const size_t *conference);

#endif
