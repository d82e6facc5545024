#include "lectern/system/editor.h"

#include <stdio.h>
#include <stdlib.h>

#include "lectern/base/mem.h"

void
editor_command(const char *path, unsigned line, struct argv *argv)
{
	static const char *const variables[] = {"VISUAL", "EDITOR"};
	/* "-x.md" and "+x.md" are names of documents, not options. */
	const char *here = *path == '-' || *path == '+' ? "./" : "";
	char *file = mem_printf("%s%s", here, path), at[24];
	const char *command = NULL;

	for (int i = 0; i < 2 && !(command && *command); i++)
		command = getenv(variables[i]);
	snprintf(at, sizeof(at), "+%u", line);
	if (!command || !argv_split(command, NULL, argv, NULL))
		argv_split("vi", NULL, argv, NULL);
	if (line > 0)
		argv_add(argv, at);
	argv_add(argv, file);
	free(file);
}
