/*
 * Commands of the queue: talks to watch, in the reader's order.
 */
#ifndef LECTERN_CMD_QUEUE_H
#define LECTERN_CMD_QUEUE_H

#include "lectern/ui/app.h"

/* See struct command. */
enum outcome cmd_queue_turn(struct app *app, int count, const char *argument);
enum outcome cmd_queue_up(struct app *app, int count, const char *argument);
enum outcome cmd_queue_down(struct app *app, int count, const char *argument);

/*
 * Queues talks that the argument finds, or of the list, until they take as long
 * as its first word says: those that are bookmarked first, then those nearest to
 * what is queued or selected.
 */
enum outcome cmd_queue_plan(struct app *app, int count, const char *argument);

#endif
