/*
 * The library: the conferences that are opened where no file is given.
 */
#ifndef LECTERN_LIBRARY_H
#define LECTERN_LIBRARY_H

#include <stdbool.h>
#include <stddef.h>

#include "lectern/base/err.h"
#include "lectern/marks/marks.h"
#include "lectern/model/notes.h"
#include "lectern/system/config.h"

/*
 * Returns the paths of the library that are there, an array to be freed of
 * strings of the config; NULL if there are none.  `err` says what is left out,
 * its message is "" if nothing is.
 */
const char **
library_paths(const struct config *config, size_t *n, struct err *err);

/*
 * Prints a line for each conference: talks, how many of them are seen, the day of
 * the last visit or "-", name and path, with tabs between; or JSON.
 */
void
library_print(const struct notes *notes, const struct marks *marks, bool json);

#endif
