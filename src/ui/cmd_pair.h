/*
 * Commands that settle which talks of two sources are the same.
 */
#ifndef LECTERN_CMD_PAIR_H
#define LECTERN_CMD_PAIR_H

#include "lectern/ui/app.h"

/* See struct command. */
enum outcome cmd_pair_same(struct app *app, int count, const char *argument);
enum outcome cmd_pair_apart(struct app *app, int count, const char *argument);

#endif
