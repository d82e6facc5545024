/*
 * The library: the conferences that are opened where no file is given.
 */
#ifndef LECTERN_LIBRARY_H
#define LECTERN_LIBRARY_H

#include <stdbool.h>

#include "lectern/marks/marks.h"
#include "lectern/model/notes.h"

/*
 * Prints a line for each conference: talks, how many of them are seen, the day of
 * the last visit or "-", name and path, with tabs between; or JSON.
 */
void
library_print(const struct notes *notes, const struct marks *marks, bool json);

#endif
