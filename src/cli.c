#include "lectern/cli.h"

#include <stdio.h>

int
cli_main(int argc, char **argv)
{
	(void)argc;
	(void)argv;
	fputs("lectern: nothing to see yet\n", stderr);
	return 2;
}
