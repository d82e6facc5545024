/* SplitMix64, after Steele, Lea and Flood; the bias of % is of no matter. */
#include "dice.h"

#define STEP UINT64_C(0x9e3779b97f4a7c15)

uint64_t
dice_mix(uint64_t x)
{
	x = (x ^ x >> 30) * UINT64_C(0xbf58476d1ce4e5b9);
	x = (x ^ x >> 27) * UINT64_C(0x94d049bb133111eb);
	return x ^ x >> 31;
}

uint32_t
dice_below(struct dice *dice, uint32_t limit)
{
	dice->state += STEP;
	return (uint32_t)(dice_mix(dice->state) >> 32) % limit;
}

bool
dice_falls(struct dice *dice, uint32_t of)
{
	return dice_below(dice, 10000) < of;
}
