/*
 * A conference as bytes, and back: what the cache keeps.  Talks, tracks and
 * warnings are there at once; the notes of a talk wait in the bytes until they
 * are asked for, and are searched where they stand.
 *
 * The bytes are those of one machine and one build: they have its integers, and
 * what readers make of documents is told apart by packed_version.
 */
#ifndef LECTERN_PACKED_H
#define LECTERN_PACKED_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "source/builder.h"
#include "source/packed_format.h"

/* Bytes, to be freed. */
struct packed_bytes {
	char *s;
	size_t len, cap;
};

/*
 * Writes conference number `index`, which has ended, of a document at the
 * absolute `path`.  Talks that wait are read.  False, with nothing written:
 * there is more than offsets reach.
 */
bool packed_write(struct packed_bytes *bytes, struct build *build, size_t index,
    const char *path, const struct packed_stamp *stamp);

/*
 * Whether these are whole and of this build, and were written of that document
 * as it is now.
 */
bool packed_is_of(const char *s, size_t len, const char *path,
    const struct packed_stamp *stamp);

/*
 * Builds the conference that the bytes are, which packed_is_of() said yes to, as
 * that of the document `path`.  The bytes must live as long as the arena.  False,
 * with nothing built: they are not what packed_write() writes.
 */
bool
packed_build(struct build *build, const char *path, const char *s, size_t len);

#endif
