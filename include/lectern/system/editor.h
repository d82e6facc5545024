/*
 * The user's editor.
 */
#ifndef LECTERN_EDITOR_H
#define LECTERN_EDITOR_H

#include <stdbool.h>

#include "lectern/base/argv.h"
#include "lectern/base/err.h"

/*
 * The command that edits `path` at `line` (0: anywhere) and ends when that is
 * done: $VISUAL, $EDITOR, else vi.  The line is passed as that editor takes it,
 * and to one that is not known not at all.  False, with nothing to free: the
 * variable is no command.
 */
bool editor_command(
    const char *path, unsigned line, struct argv *argv, struct err *err);

#endif
