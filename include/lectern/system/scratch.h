/*
 * A private file for an editor: 0600, in a folder (0700) of its own.
 */
#ifndef LECTERN_SCRATCH_H
#define LECTERN_SCRATCH_H

#include <stdbool.h>

#include "lectern/base/err.h"

struct scratch {
	char *folder, *path;
};

/*
 * Makes the file `name` with this text, in a new folder below $TMPDIR or /tmp.
 * To be freed with scratch_drop() or scratch_keep(); on failure there is
 * nothing to free.
 */
bool scratch_make(struct scratch *scratch, const char *name, const char *text,
    struct err *err);

/*
 * Returns the bytes of the file now, with a NUL after them, to be freed; NULL
 * if it cannot be read, has NUL bytes or is larger than 1 MiB.
 */
char *scratch_read(const struct scratch *scratch, struct err *err);

/*
 * Free `scratch`: drop removes the file and its folder, keep leaves them for
 * the user to find.
 */
void scratch_drop(struct scratch *scratch);
void scratch_keep(struct scratch *scratch);

#endif
