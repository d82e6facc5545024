/*
 * A conference packed as bytes, for the cache.  Unpacking gives talks, tracks
 * and warnings at once; the notes of a talk stay in the bytes until they are
 * asked for, and are searched there.
 *
 * The bytes are for one machine and one build: they have its integers, and the
 * version of its readers.
 */
#ifndef LECTERN_PACKED_H
#define LECTERN_PACKED_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "lectern/model/query.h"
#include "source/builder.h"
#include "source/packed_format.h"

/* Bytes, to be freed. */
struct packed_bytes {
	char *s;
	size_t len, cap;
};

/*
 * Packs conference number `index`, which has ended, of a document at the
 * absolute `path`, behind what the bytes have.  Reads notes that wait.  Returns
 * false, with nothing written, if it is too large for the offsets.
 */
bool packed_write(struct packed_bytes *bytes, struct build *build, size_t index,
    const char *path, const struct packed_stamp *stamp);

/* Packs that there is nothing to be read in the document, likewise. */
void packed_write_nothing(struct packed_bytes *bytes, const char *path,
    const struct packed_stamp *stamp);

/*
 * Returns the bytes of the first conference in the `len` bytes at `s`; 0: there
 * are not so many.
 */
size_t packed_len(const char *s, size_t len);

/*
 * Whether these bytes are intact, of this build, and of that document in its
 * present state.  Of bytes that are `mapped` from a file, those which only
 * showing a talk reads take no memory then, nor do those of large files.
 */
bool packed_is_of(const char *s, size_t len, const char *path,
    const struct packed_stamp *stamp, bool mapped);

/*
 * Builds the conference of the bytes, which packed_is_of() has accepted, as
 * that of the document `path`.  The bytes must live as long as the arena.
 * Returns false, with nothing built, if packed_write() did not write them, or
 * there is nothing to be built.  Talks that `only` surely does not find may be
 * left out; it may be NULL.
 */
bool packed_build(struct build *build, const char *path, const char *s,
    size_t len, const struct query *only);

#endif
