/*
 * Work in parts, done on several processors where there are some.  The result
 * must depend neither on the number of parts nor on which thread does which.
 */
#ifndef LECTERN_PARALLEL_H
#define LECTERN_PARALLEL_H

#include <stddef.h>

#define PARALLEL_MOST 16 /* parts */

/*
 * Returns into how many parts, 1 to PARALLEL_MOST, to divide work of `size` so
 * that each part is at least `least` large.  There may be more parts than
 * processors: a processor that is busy with something else then does fewer.
 */
size_t parallel_parts(size_t size, size_t least);

/*
 * Calls `work` once with each of the `n` (1 to PARALLEL_MOST) pointers in
 * `parts`.  The caller does the first part; it and helping threads then take the
 * parts that are left.  Returns when all are done.  A part must not touch what
 * another part changes.  Signals reach the caller's thread only.
 */
void parallel_run(void (*work)(void *part), void *const *parts, size_t n);

#endif
