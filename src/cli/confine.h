/*
 * What a subcommand may write: the folders of the marks and of the file by
 * which they are shared.
 */
#ifndef LECTERN_CONFINE_H
#define LECTERN_CONFINE_H

#include "cli/options.h"

/*
 * Enters the sandbox, unless the user wants none: from here on no program can be
 * started.
 */
void
confine_session(const struct options *options, const struct config *config);

#endif
