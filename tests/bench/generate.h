/*
 * Notes of talks that never were, with the shape of real ones: title and
 * speakers, the address of a video, about twelve bullets, in some form.
 */
#ifndef BENCH_GENERATE_H
#define BENCH_GENERATE_H

#include <stdint.h>
#include <stdio.h>

#include "form.h"

#define GENERATE_SEED 2023

/*
 * Writes a Markdown document with that many talks, about 1.45 KB each.  The
 * same seed gives the same bytes; a longer document begins with a shorter one.
 * Where there are no abstracts, words take their place.
 */
void
generate(FILE *out, uint32_t talks, uint64_t seed, const struct form *form);

#endif
