/*
 * generate N [SEED [FORM]]: writes a document with N talks to standard output.
 * generate forms: writes the names of the forms.
 */
#include <stdlib.h>
#include <string.h>

#include "generate.h"

static int
fail(void)
{
	fputs("usage: generate N [SEED [FORM]] | forms\n", stderr);
	return 2;
}

int
main(int argc, char **argv)
{
	char *end = NULL;
	unsigned long talks;
	uint64_t seed = argc > 2 ? strtoull(argv[2], NULL, 10) : GENERATE_SEED;
	const struct form *form = forms;

	if (argc == 2 && strcmp(argv[1], "forms") == 0) {
		for (size_t i = 0; i < nforms; i++)
			puts(forms[i].name);
		return fclose(stdout) == 0 ? 0 : 1;
	}
	talks = argc > 1 ? strtoul(argv[1], &end, 10) : 0;
	if (argc > 3)
		form = form_find(argv[3], strlen(argv[3]));
	if (!end || *end || talks == 0 || talks > UINT32_MAX || !form)
		return fail();
	generate(stdout, (uint32_t)talks, seed, form);
	return fclose(stdout) == 0 ? 0 : 1;
}
