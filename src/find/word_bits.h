/*
 * Where words begin and end in a stretch of text, without a guess for each byte.
 */
#ifndef LECTERN_WORD_BITS_H
#define LECTERN_WORD_BITS_H

#include <stdint.h>

#define WORD_BITS 64 /* bytes that are looked at together */

/*
 * Returns a bit for each byte, the lowest for the first: whether it is one of a
 * word, a letter or digit or beyond ASCII.
 */
uint64_t word_bits(const char block[WORD_BITS]);

#endif
