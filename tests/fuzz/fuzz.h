/*
 * A fuzz harness: a file that has fuzz_name and LLVMFuzzerTestOneInput().
 * Configured with --enable-fuzz (and CC=clang) each is a program for libFuzzer:
 *
 *     tests/fuzz/fuzz_load -dict=... tests/fuzz/corpus/load tests/data/load
 *
 * Otherwise, in every run of the tests, replay.c feeds it its corpus.
 */
#ifndef LECTERN_TESTS_FUZZ_FUZZ_H
#define LECTERN_TESTS_FUZZ_FUZZ_H

#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

/* The folders that its inputs are in, below the source tree, parted by blanks. */
extern const char fuzz_corpus[];

/* Feeds one input; returns 0, or aborts where something does not hold. */
int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

/* Aborts, saying what does not hold. */
#define FUZZ_CHECK(holds) \
	do { \
		if (!(holds)) { \
			fprintf(stderr, "%s:%d: %s does not hold\n", __FILE__, \
			    __LINE__, #holds); \
			abort(); \
		} \
	} while (0)

#endif
