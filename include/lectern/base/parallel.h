/*
 * A crew: work in parts, done on several processors where there are some.  What
 * comes out must depend neither on how many parts it is nor on who does which.
 */
#ifndef LECTERN_PARALLEL_H
#define LECTERN_PARALLEL_H

#include <stddef.h>

#define PARALLEL_MOST 16 /* parts */

/*
 * In how many parts, 1 to PARALLEL_MOST, work of `size` is best done of which a
 * part should be at least `least` large.  They are more than processors, so
 * that one that is busy otherwise does fewer of them.
 */
size_t parallel_parts(size_t size, size_t least);

/*
 * Calls `work` once with each of the `n` (1 to PARALLEL_MOST) pointers in `parts`:
 * the caller with the first one, then the caller and threads beside it with
 * those that nobody has begun.  Returns when all are done.  Parts must not touch
 * what others change; no signal comes to a thread but the caller.
 */
void parallel_run(void (*work)(void *part), void *const *parts, size_t n);

#endif
