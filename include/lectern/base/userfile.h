/*
 * Files that lectern keeps for the user: making their folder, and moving aside
 * one that cannot be used.  Nothing of theirs is ever deleted.
 */
#ifndef LECTERN_USERFILE_H
#define LECTERN_USERFILE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdio.h>

#include "lectern/base/err.h"

/*
 * Returns the absolute path of what `path` names, symbolic links followed
 * where they lead to something, to be freed.
 */
char *userfile_absolute(const char *path);

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

/* Whether nothing but a regular file, or nothing at all, is there. */
bool userfile_is_regular(const char *path, struct err *err);

/* Makes the folders above the file `path` that are missing, with mode 0700. */
bool userfile_make_folder(const char *path, struct err *err);

/*
 * Whether files can be made in the folder of `path`; sqlite needs that for its
 * journal even where the file itself may be written.
 */
bool userfile_can_add(const char *path, struct err *err);

/*
 * A name that nothing has yet, to be freed: `path.what-YYYYMMDD-HHMMSS`, with a
 * number where that is taken.
 */
char *userfile_free_name(const char *path, const char *what);

/*
 * Renames the database `path` to the free name for "damaged", after any
 * journal of it, which goes along by the same name so that it is never rolled
 * back into another file.  Returns the new path, to be freed, or NULL.
 */
char *userfile_move_aside(const char *path, struct err *err);

/*
 * Writes a new file beside `path`, to be renamed to it: on disk when this
 * returns, with the mode of `path`, 0600 where that is missing.  Returns its
 * path, to be freed, or NULL, also where `path` is no regular file.
 */
char *userfile_write_beside(
    const char *path, const char *text, size_t len, struct err *err);

/*
 * Replaces the file `path`, or what it is a link to, by one with this text: it
 * is the old or the new one as a whole, whatever happens.
 */
bool userfile_replace(
    const char *path, const char *text, size_t len, struct err *err);

#endif
