/*
 * Does work that nobody waits for, in a process of its own.
 */
#ifndef LECTERN_BACKGROUND_H
#define LECTERN_BACKGROUND_H

#include <stdbool.h>

/*
 * Calls `work` in a copy of this process, which then ends.  The copy has a low
 * priority, no terminal and none of the caller's open files; its changes to
 * memory are not seen here.  Must not be called while other threads run.
 * Returns false, which is no error, if no process can be made.
 */
bool background_run(void (*work)(void *argument), void *argument);

#endif
