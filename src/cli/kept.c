#include "cli/kept.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "lectern/base/mem.h"
#include "lectern/base/strmap.h"
#include "lectern/base/userfile.h"
#include "lectern/base/xdg.h"

/*
 * Returns the file for the place in these documents, named by a hash of their
 * paths; NULL for standard input, which is another document each time.
 */
static char *
path_of_place(const char *const *paths, size_t n)
{
	uint64_t hash = STRMAP_HASH_START;
	bool lasts = true;

	for (size_t i = 0; i < n; i++) {
		char *path = userfile_absolute(paths[i]);

		lasts = lasts && strcmp(paths[i], "-") != 0;
		hash = strmap_hash(path, strlen(path) + 1, hash);
		free(path);
	}
	if (!lasts)
		return NULL;
	char *name = mem_printf("places/%016" PRIx64, hash);
	char *path = xdg_path(XDG_STATE, name);

	free(name);
	return path;
}

void
kept_read(struct kept *kept, const struct config *config,
    const struct options *options)
{
	size_t most = config->keeps ? config->history : HISTORY_MOST;

	kept->history_path = most > 0 ? xdg_path(XDG_STATE, "history") : NULL;
	kept->recall_path = xdg_path(XDG_STATE, "state");
	kept->place_path = path_of_place(options->paths, options->npaths);
	if (kept->recall_path)
		recall_read(&kept->recall, kept->recall_path);
	if (kept->history_path)
		history_read(&kept->history, kept->history_path, most);
	if (kept->place_path && !options->fresh)
		recall_read(&kept->place, kept->place_path);
}

void
kept_write(const struct kept *kept)
{
	struct err err = {""}, first = {""};
	const char *history = kept->history_path;

	/* If one cannot be written the others likely fail for the same. */
	if (history && !history_write(&kept->history, history, &err))
		first = err;
	if (kept->recall_path &&
	    !recall_write(&kept->recall, kept->recall_path, &err))
		first = err;
	if (kept->place_path &&
	    !recall_write(&kept->place, kept->place_path, &err))
		first = err;
	if (first.msg[0])
		fprintf(stderr, "lectern: %s\n", first.msg);
}

void
kept_free(struct kept *kept)
{
	history_free(&kept->history);
	recall_free(&kept->recall);
	recall_free(&kept->place);
	free(kept->history_path);
	free(kept->recall_path);
	free(kept->place_path);
}
