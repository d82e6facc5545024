/*
 * Finds programs on PATH.
 */
#ifndef LECTERN_PROGRAM_H
#define LECTERN_PROGRAM_H

#include <stdbool.h>

#include "lectern/base/argv.h"

/*
 * Returns the path of a program as a shell would find it, to be freed, or NULL.
 * Empty parts of PATH, which mean the current folder, are skipped: a folder of
 * documents is no place to run programs from.
 */
char *program_find(const char *name);

/* Whether the program of a command is found. */
bool program_is_found(const struct argv *argv);

/* Returns the name of a program without its folders. */
const char *program_name(const char *path);

#endif
