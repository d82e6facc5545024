/*
 * Completes the path of a file while it is typed.
 */
#ifndef LECTERN_PATH_COMPLETE_H
#define LECTERN_PATH_COMPLETE_H

#include <stddef.h>

/*
 * Returns the names, sorted, of the `*n` files and folders whose paths begin so,
 * to be freed with path_names_free(); those of folders end in `/`.  Hidden ones
 * count where their name is begun.  A path may begin with `~/`.
 */
char **path_names(const char *start, size_t *n);
void path_names_free(char **names, size_t n);

/* Returns a path with the home folder in place of `~/`, to be freed. */
char *path_expand(const char *path);

#endif
