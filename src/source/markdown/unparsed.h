/*
 * Tells of text that is not parsed yet which words it surely does not have.
 */
#ifndef LECTERN_UNPARSED_H
#define LECTERN_UNPARSED_H

#include <stdbool.h>
#include <stddef.h>

struct arena;
struct substring;

/*
 * Whether what libcmark makes of the `len` bytes at `s`, which are clean, may
 * have one of `n` words when it is folded.  The words have letters and digits of
 * ASCII only, and are prepared for any case.  The arena is for text in passing.
 */
bool unparsed_may_have(const char *s, size_t len, const struct substring *words,
    size_t n, struct arena *arena);

#endif
