/*
 * Sentences of the abstracts in programmes of conferences that were, where
 * such files are at hand: text that nobody wrote for a benchmark.
 */
#ifndef BENCH_ABSTRACTS_H
#define BENCH_ABSTRACTS_H

#include <stdbool.h>
#include <stddef.h>

/* Lines of text, freed with abstracts_free(). */
struct abstracts {
	char **line;
	size_t n, cap;
};

/*
 * Reads the abstracts of all schedules in XML below $SHARED; false where there
 * are none.
 */
bool abstracts_read(struct abstracts *abstracts);
void abstracts_free(struct abstracts *abstracts);

#endif
