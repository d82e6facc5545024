/*
 * Shares marks between machines by a file: it has the lines of merge_export()
 * and stands in a folder that Syncthing, git or the like carries along.
 */
#ifndef LECTERN_SYNC_H
#define LECTERN_SYNC_H

#include <stdbool.h>

#include "lectern/base/err.h"
#include "lectern/marks/marks.h"

struct sync;

/*
 * Prepares sharing by the file `path` (symbolic links are followed); reads and
 * writes nothing yet.  `marks` must outlive it, but for sync_free().
 */
struct sync *sync_new(struct marks *marks, const char *path);

/*
 * Merges the file if it has changed, and copies of it that were made because
 * two machines wrote at once (known by "conflict", or a number in parentheses,
 * in their names).  Then writes the file if it lacks something.  Costs only a
 * look at the folder if neither files nor marks have changed.
 *
 * Returns false with `err` filled if a file could not be read, understood or
 * written, but only once for each reason.  A file that is not understood is
 * left alone.  Sets `*changed` if marks have changed.
 */
bool sync_keep(struct sync *sync, bool *changed, struct err *err);

/*
 * The same for one who answers keys: looks whether there is something to do and
 * has it done in the background, with marks of its own, so that marks_refresh()
 * finds what has changed.  Returns false, with `err`, of what it did before.
 * Nothing else may use `sync` until sync_keep(), which waits for it.
 */
bool sync_look(struct sync *sync, struct err *err);

/*
 * Prepares the end of the program, that waits for little: where files or marks
 * are large, stops what sync_look() began, and leaves what there is to do to
 * sync_free(), which does it in a process of its own.  Then `*left` is true, and
 * sync_keep() is not to be called.  Returns false if it does not stop at once:
 * then nothing may be used or freed any more, and the next run does it.
 */
bool sync_leave(struct sync *sync, bool *left);

/* Frees it; marks must have been closed.  NULL is allowed. */
void sync_free(struct sync *sync);

#endif
