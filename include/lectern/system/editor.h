/*
 * Chooses the user's editor.
 */
#ifndef LECTERN_EDITOR_H
#define LECTERN_EDITOR_H

#include <stdbool.h>

#include "lectern/base/argv.h"
#include "lectern/base/err.h"

/*
 * Makes the command that edits `path` at `line` (0: anywhere) and does not end
 * before the user is done: $VISUAL, $EDITOR, or else vi.  The line is given in
 * the way of a known editor; an unknown one is not told.  Returns false, with
 * nothing to free, if the variable is no command.
 */
bool editor_command(
    const char *path, unsigned line, struct argv *argv, struct err *err);

#endif
