/*
 * Completes the path of a file while it is typed.
 */
#ifndef LECTERN_PATH_COMPLETE_H
#define LECTERN_PATH_COMPLETE_H

/*
 * Returns what all files and folders whose paths begin so have in common, to be
 * freed: at least `start`, or NULL if there is none.  The only one ends in `/`
 * if it is a folder.  Hidden ones count where their name is begun.  A path that
 * begins with `~/` keeps that.
 */
char *path_complete(const char *start);

/* Returns a path with the home folder in place of `~/`, to be freed. */
char *path_expand(const char *path);

#endif
