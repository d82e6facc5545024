/*
 * The subcommand `check`: what the author of a document may want to mend.
 */
#ifndef LECTERN_REPORT_CHECK_H
#define LECTERN_REPORT_CHECK_H

#include <stdbool.h>

#include "lectern/model/notes.h"

/*
 * Prints warnings, what is left aside and how documents are read, if `verbose`
 * with the reasons; what is said often is said once.  Returns whether there is
 * nothing to mend.
 */
bool report_check(const struct notes *notes, bool verbose);

#endif
