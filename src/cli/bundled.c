#include "cli/bundled.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "lectern/base/mem.h"

/* Returns the path of `name` in `folder` if it can be read, else NULL. */
static char *
readable(const char *folder, size_t len, const char *name)
{
	char *path = mem_printf("%.*s/%s", (int)len, folder, name);

	if (access(path, R_OK) == 0)
		return path;
	free(path);
	return NULL;
}

/* Looks beside the program, for the tree where it was built. */
static char *
beside_program(void)
{
	char program[4096];
	ssize_t n = readlink("/proc/self/exe", program, sizeof(program) - 1);

	if (n <= 0)
		return NULL;
	program[n] = '\0';

	char *slash = strrchr(program, '/');

	return slash ? readable(program, (size_t)(slash - program),
			   "assets/" BUNDLED_NAME)
		     : NULL;
}

char *
bundled_find(void)
{
	const char *folder = getenv("LECTERN_DATADIR");
	char *path = NULL;

	if (folder && *folder)
		return readable(folder, strlen(folder), BUNDLED_NAME);
	path = beside_program();
	if (!path)
		path = readable(LECTERN_PKGDATADIR, strlen(LECTERN_PKGDATADIR),
		    BUNDLED_NAME);
	return path;
}
