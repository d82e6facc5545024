/*
 * Work that nobody waits for, in a process of its own.
 */
#ifndef LECTERN_BACKGROUND_H
#define LECTERN_BACKGROUND_H

#include <stdbool.h>

/*
 * Has a copy of this process call `work`, and end, at a low priority, off the
 * terminal and with no file open that the caller has.  What it does to memory is
 * not seen here.  Must not be called while other threads run.  False: there is
 * no process to be had, which is no fault.
 */
bool background_run(void (*work)(void *argument), void *argument);

#endif
