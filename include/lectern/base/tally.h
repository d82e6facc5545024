/*
 * Tells what was counted as one line: "3 new, 1 gone".
 */
#ifndef LECTERN_TALLY_H
#define LECTERN_TALLY_H

#include <stddef.h>
#include <stdint.h>

/*
 * Adds to a line of at most `size` bytes, "" to begin with, what was counted, in
 * words; nothing if `n` is 0.
 */
void tally_add(char *line, size_t size, uint32_t n, const char *words);

#endif
