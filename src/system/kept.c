#include "lectern/system/kept.h"

#include <inttypes.h>
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
kept_read(struct kept *kept, size_t history)
{
	kept->history_path = history > 0 ? xdg_path(XDG_STATE, "history")
					 : NULL;
	kept->recall_path = xdg_path(XDG_STATE, "state");
	if (kept->recall_path)
		recall_read(&kept->recall, kept->recall_path);
	if (kept->history_path)
		history_read(&kept->history, kept->history_path, history);
}

void
kept_turn(struct kept *kept, const char *const *paths, size_t n, bool fresh)
{
	struct err err;

	/* A failure is told when all is written. */
	if (kept->place_path)
		recall_write(&kept->place, kept->place_path, &err);
	recall_free(&kept->place);
	free(kept->place_path);
	kept->place_path = path_of_place(paths, n);
	if (kept->place_path && !fresh)
		recall_read(&kept->place, kept->place_path);
}

bool
kept_write(const struct kept *kept, struct err *err)
{
	bool good = true;

	/* If one cannot be written the others likely fail for the same. */
	if (kept->history_path)
		good = history_write(&kept->history, kept->history_path, err);
	if (kept->recall_path)
		good = recall_write(&kept->recall, kept->recall_path, err) &&
		    good;
	if (kept->place_path)
		good = recall_write(&kept->place, kept->place_path, err) &&
		    good;
	return good;
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
