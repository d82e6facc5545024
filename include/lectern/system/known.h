/*
 * The talks that were there when documents were last open, as hashes in one
 * file: enough to tell which are new.  The file has KNOWN_MOST talks at most; of
 * more, those stay that were written last.
 */
#ifndef LECTERN_KNOWN_H
#define LECTERN_KNOWN_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "lectern/base/err.h"
#include "lectern/model/moves.h"

#define KNOWN_MOST 200000

/* Flags of a known talk. */
enum {
	KNOWN_VIDEO = 1, /* it had a video */
	KNOWN_NEW = 2,   /* it was new, and not seen since */
};

/* Talks, those of a source side by side.  Zeroed is none. */
struct known {
	struct moves_talk *talk;
	size_t n, cap;
};

/* Reads the file into a zeroed `known`; what is no file of that kind is empty. */
void known_read(struct known *known, const char *path);

void known_add(struct known *known, const struct moves_talk *talk);

/*
 * Replaces the file, and creates its folder, unless that says the same, which is
 * `before`; in one step.
 */
bool known_write(const struct known *known, const struct known *before,
    const char *path, struct err *err);

void known_free(struct known *known);

#endif
