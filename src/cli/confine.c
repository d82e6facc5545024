#include "cli/confine.h"

#include <stdlib.h>
#include <string.h>

#include "cli/report.h"
#include "lectern/base/mem.h"
#include "lectern/base/userfile.h"
#include "lectern/base/xdg.h"
#include "lectern/system/sandbox.h"

static bool
is_wanted(const struct options *options)
{
	const char *word = getenv("LECTERN_SANDBOX");

	return !options->no_sandbox && !(word && strcmp(word, "off") == 0);
}

/* Returns the folder where a file is, or would be created; to be freed. */
static char *
folder_of(const char *file)
{
	char *path = userfile_target(file);
	char *slash = strrchr(path, '/');

	slash[slash == path] = '\0';
	return path;
}

void
confine_session(const struct options *options, const struct config *config)
{
	char *db = options->db ? mem_dup(options->db, strlen(options->db))
			       : xdg_path(XDG_DATA, "marks.db");
	char *cached = options->no_cache ? NULL : xdg_path(XDG_CACHE, "notes");
	char *folders[3];
	size_t n = 0;
	struct err err;

	/* Makes the folder now: the sandbox would not allow it later. */
	if (db && is_wanted(options) && report_writes(options->subcommand))
		userfile_make_folder(db, &err);
	if (cached && is_wanted(options))
		userfile_make_folder(cached, &err);
	if (db)
		folders[n++] = folder_of(db);
	if (cached)
		folders[n++] = folder_of(cached);
	if (config->sync)
		folders[n++] = folder_of(config->sync);
	if (is_wanted(options))
		sandbox_enter((const char *const *)folders, n);
	while (n > 0)
		free(folders[--n]);
	free(cached);
	free(db);
}
