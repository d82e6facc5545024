/* lectern, a terminal browser for conference talks. */
#include "lectern/cli.h"

int
main(int argc, char **argv)
{
	return cli_main(argc, argv);
}
