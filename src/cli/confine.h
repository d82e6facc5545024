/*
 * Confines subcommands: they may write only in the folders of the marks and of
 * the sync file.
 */
#ifndef LECTERN_CONFINE_H
#define LECTERN_CONFINE_H

#include "cli/options.h"

/*
 * Enters the sandbox, unless the user turned it off.  From here on no program
 * can be started.
 */
void
confine_session(const struct options *options, const struct config *config);

#endif
