/*
 * Random numbers that are the same on every machine for the same seed.
 */
#ifndef BENCH_DICE_H
#define BENCH_DICE_H

#include <stdbool.h>
#include <stdint.h>

/* Set `state` to the seed; any will do. */
struct dice {
	uint64_t state;
};

/* Spreads a number over 64 bits; different ones stay different. */
uint64_t dice_mix(uint64_t x);

/* The next number below `limit`, which is not 0. */
uint32_t dice_below(struct dice *dice, uint32_t limit);

/* True `of` times in 10,000. */
bool dice_falls(struct dice *dice, uint32_t of);

#endif
