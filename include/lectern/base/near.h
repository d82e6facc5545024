/*
 * Words that were mistyped.
 */
#ifndef LECTERN_NEAR_H
#define LECTERN_NEAR_H

#include <stdbool.h>
#include <stdint.h>

#define NEAR_LETTERS 24 /* letters of a word */

/*
 * Returns how many letters are too much, missing, wrong, or changed with the one
 * after them (optimal string alignment), for words of at most NEAR_LETTERS letters.
 */
int near_distance(const uint32_t *a, int na, const uint32_t *b, int nb);

/*
 * Whether an ASCII word is another at a distance of one; of six letters and more,
 * of two.
 */
bool near_word(const char *typed, const char *meant);

#endif
