#include <errno.h>
#include <string.h>
#include <unistd.h>

#include "lectern/base/mem.h"
#include "lectern/base/translate.h"
#include "lectern/system/config.h"

const char **
config_library(const struct config *config, size_t *n, struct err *err)
{
	const char **paths = NULL;

	*n = 0;
	err_set(err, "%s", "");
	if (config->nlibrary > 0)
		paths = mem_alloc(config->nlibrary, sizeof(*paths));
	for (size_t i = 0; i < config->nlibrary; i++) {
		if (access(config->library[i], F_OK) == 0)
			paths[(*n)++] = config->library[i];
		else
			err_set(err, _("%s: %s, left out of the library"),
			    config->library[i], strerror(errno));
	}
	return paths;
}

void
config_add_transcripts(struct config *config, const char *path)
{
	config->transcripts = mem_resize(config->transcripts,
	    config->ntranscripts + 1, sizeof(*config->transcripts));
	config->transcripts[config->ntranscripts++] = mem_dup(
	    path, strlen(path));
}
