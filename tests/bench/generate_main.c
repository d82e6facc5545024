/*
 * generate N [SEED]: writes a document with N talks to standard output.
 */
#include <stdlib.h>

#include "generate.h"

int
main(int argc, char **argv)
{
	char *end = NULL;
	unsigned long talks = argc > 1 ? strtoul(argv[1], &end, 10) : 0;
	uint64_t seed = argc > 2 ? strtoull(argv[2], NULL, 10) : GENERATE_SEED;

	if (!end || *end || talks == 0 || talks > UINT32_MAX) {
		fputs("usage: generate N [SEED]\n", stderr);
		return 2;
	}
	generate(stdout, (uint32_t)talks, seed);
	return fclose(stdout) == 0 ? 0 : 1;
}
