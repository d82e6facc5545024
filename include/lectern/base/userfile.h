/*
 * Files that lectern keeps for the user: makes their folders, replaces them
 * safely, and moves aside those that cannot be used.  Never deletes one.
 */
#ifndef LECTERN_USERFILE_H
#define LECTERN_USERFILE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdio.h>

#include "lectern/base/err.h"

/*
 * Returns `path` as an absolute path, to be freed.  Follows symbolic links
 * unless they lead nowhere.
 */
char *userfile_absolute(const char *path);

/*
 * The same for a file that will be written: follows symbolic links that lead
 * nowhere, too, to where the file would be made.
 */
char *userfile_target(const char *path);

/*
 * Opens a regular file for reading; NULL with `err` filled, and errno, for
 * anything else, which it does not wait for, and for one of more than `most`
 * bytes.
 */
FILE *userfile_open(const char *path, size_t most, struct err *err);

/*
 * Reads a line with its line feed into `*line`, of `*cap` bytes, to be freed,
 * and ends it by a NUL.  Returns its length: 0 at the end or where reading
 * fails, `most` + 1 where it is longer than that and was not read to its end.
 */
size_t userfile_line(FILE *file, char **line, size_t *cap, size_t most);

/*
 * Calls `each` for the lines of the file `path` in turn, each as
 * userfile_line() gives it.  A file that is not there has none; false with `err`
 * filled where it cannot be read to its end.
 */
bool userfile_lines(const char *path, size_t most,
    void (*each)(void *state, const char *line, size_t len), void *state,
    struct err *err);

/* Whether nothing but a regular file, or nothing at all, is there. */
bool userfile_is_regular(const char *path, struct err *err);

/* Makes the missing folders above the file `path`, with mode 0700. */
bool userfile_make_folder(const char *path, struct err *err);

/*
 * Tells why a file or folder could not be made, by the number of the error:
 * where its folder is what refuses, names that.  Returns false.
 */
bool userfile_not_made(const char *path, int number, struct err *err);

/*
 * Whether `path` can be written, and files made in its folder: sqlite needs that
 * for its journal.
 */
bool userfile_can_write(const char *path, struct err *err);

/*
 * Returns a name that no file has yet, to be freed:
 * `path.what-YYYYMMDD-HHMMSS`, with a number added if that is taken.
 */
char *userfile_free_name(const char *path, const char *what);

/*
 * Renames the database `path` to userfile_free_name() of "damaged".  Its
 * journal, if there is one, is renamed first and likewise, so that it is never
 * rolled back into another file.  Returns the new path, to be freed, or NULL.
 */
char *userfile_move_aside(const char *path, struct err *err);

/*
 * Writes a new file beside `path`, for the caller to rename to `path`.  It is
 * on disk when this returns, and has the mode of `path` (0600 if that is
 * missing).  Returns its path, to be freed; NULL on failure, or if `path` is no
 * regular file.
 */
char *userfile_write_beside(
    const char *path, const char *text, size_t len, struct err *err);

/*
 * Replaces the file `path` (or, if that is a link, the file it leads to) by one
 * with this text, in one step: whatever happens, there is the old file or the
 * new one, whole.
 */
bool userfile_replace(
    const char *path, const char *text, size_t len, struct err *err);

#endif
