/*
 * Does work in parts, on several processors if there are some.  The result must
 * not depend on the number of parts, nor on which thread does which part.
 */
#ifndef LECTERN_PARALLEL_H
#define LECTERN_PARALLEL_H

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

#endif
