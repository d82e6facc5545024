#include "system/program.h"

#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "lectern/base/mem.h"

const char *
program_name(const char *path)
{
	const char *slash = strrchr(path, '/');

	return slash ? slash + 1 : path;
}

static bool
is_program(const char *path)
{
	struct stat st;

	return stat(path, &st) == 0 && S_ISREG(st.st_mode) &&
	    access(path, X_OK) == 0;
}

char *
program_find(const char *name)
{
	const char *path = getenv("PATH");

	if (strchr(name, '/'))
		return is_program(name) ? mem_dup(name, strlen(name)) : NULL;
	if (!path || !*path)
		path = "/usr/local/bin:/usr/bin:/bin";
	for (const char *end; *path; path = *end ? end + 1 : end) {
		end = path + strcspn(path, ":");
		if (end == path)
			continue;
		char *file = mem_printf(
		    "%.*s/%s", (int)(end - path), path, name);

		if (is_program(file))
			return file;
		free(file);
	}
	return NULL;
}

bool
program_is_found(const struct argv *argv)
{
	char *file = argv->nword > 0 ? program_find(argv->word[0]) : NULL;
	bool found = file != NULL;

	free(file);
	return found;
}
