/*
 * Programs as PATH has them.
 */
#ifndef LECTERN_PROGRAM_H
#define LECTERN_PROGRAM_H

#include <stdbool.h>

#include "lectern/base/argv.h"

/*
 * The path of a program as a shell finds it, to be freed, or NULL.  Empty parts
 * of PATH, the current folder, are left out: a folder of documents is no place
 * to run programs from.
 */
char *program_find(const char *name);

/* Whether the program that a command names is there. */
bool program_is_found(const struct argv *argv);

/* The name of a program, without its folders. */
const char *program_name(const char *path);

#endif
