/*
 * A file by which several machines share their marks: lines as of
 * merge_export(), in a folder that Syncthing, git or the like carries from
 * one to the other.
 */
#ifndef LECTERN_SYNC_H
#define LECTERN_SYNC_H

#include <stdbool.h>

#include "lectern/base/err.h"
#include "lectern/marks/marks.h"

struct sync;

/*
 * For the file `path`, followed where it is a symbolic link.  Nothing is read or
 * written yet; `marks` must outlive it.  To be freed with sync_free().
 */
struct sync *sync_new(struct marks *marks, const char *path);
void sync_free(struct sync *sync);

/*
 * Merges what others wrote to the file since it was last merged, and copies of
 * it that were made where two had written at once ("conflict" or a number in
 * parentheses in their names); then writes the file where it lacks something.
 * Files that are as they were, and marks that are, cost a look at the folder.
 *
 * False, with `err` filled: a file could not be read, understood or written; but
 * only once for each reason.  A file that is not understood is left alone.
 * `*changed`: marks have changed.
 */
bool sync_keep(struct sync *sync, bool *changed, struct err *err);

#endif
