/*
 * Does work in parts, on several processors if there are some, or in the
 * background.  The result must not depend on the number of parts, nor on which
 * thread does which part.
 */
#ifndef LECTERN_PARALLEL_H
#define LECTERN_PARALLEL_H

#include <stdbool.h>
#include <stddef.h>

#define PARALLEL_MOST 16 /* parts */

/*
 * Returns into how many parts (1 to PARALLEL_MOST) to divide work of this size,
 * so that each part has a size of at least `least`.  There may be more parts
 * than processors: a busy processor then does fewer of them.
 */
size_t parallel_parts(size_t size, size_t least);

/*
 * Calls `work` once with each of the `n` (1 to PARALLEL_MOST) pointers in
 * `parts`.  The caller's thread does the first part; then it and the helping
 * threads share the rest.  Returns when all parts are done.  A part must not
 * touch what another part changes.  Signals reach the caller's thread only.
 */
void parallel_run(void (*work)(void *part), void *const *parts, size_t n);

/* Work in a thread of its own, that goes on while its starter does. */
struct parallel_task;

/*
 * Begins `work(argument)`; NULL where no thread is to be had.  Signals do not
 * reach it.
 */
struct parallel_task *
parallel_begin(void (*work)(void *argument), void *argument);

/* Whether the work has ended; what it wrote may then be read. */
bool parallel_ended(const struct parallel_task *task);

/* Waits until it has, and frees the task; NULL is allowed. */
void parallel_end(struct parallel_task *task);

#endif
