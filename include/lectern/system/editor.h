/*
 * The user's editor.
 */
#ifndef LECTERN_EDITOR_H
#define LECTERN_EDITOR_H

#include "lectern/base/argv.h"

/*
 * The command that edits `path` at `line`: $VISUAL, $EDITOR, vi; `+LINE` is
 * passed as all editors of that tradition take it.
 */
void editor_command(const char *path, unsigned line, struct argv *argv);

#endif
