#include "source/folder_labels.h"

#include <string.h>

#include "lectern/base/arena.h"
#include "lectern/base/strmap.h"

#define LEAST_FILES 3 /* of a folder that is looked at */

/* Counts in how many documents of a folder a title is. */
struct counter {
	struct arena *arena;
	struct strmap files;  /* of each folder */
	struct strmap titles; /* the same of each folder's titles */
	struct strmap last;   /* the document that had it last, from 1 */
};

static int
folder_length(const char *path)
{
	const char *slash = strrchr(path, '/');

	return slash ? (int)(slash - path) : 0;
}

static void
count_talk(struct counter *c, const struct built *built, size_t i)
{
	const struct talk *talk = &built->talks[i];
	const char *path = built->conferences[talk->source].source.path;
	const char *key = arena_printf(
	    c->arena, "%.*s/%s", folder_length(path), path, talk->title);
	uint32_t *last = strmap_put(&c->last, key, 0);

	if (*last != talk->source + 1)
		++*strmap_put(&c->titles, key, 0);
	*last = talk->source + 1;
}

static uint32_t
files_beside(struct counter *c, const char *path)
{
	const char *folder = arena_printf(
	    c->arena, "%.*s", folder_length(path), path);

	return *strmap_put(&c->files, folder, 0);
}

static bool
recurs(struct counter *c, const struct built *built, size_t i)
{
	const struct talk *talk = &built->talks[i];
	const char *path = built->conferences[talk->source].source.path;
	uint32_t files = files_beside(c, path), times;

	times = *strmap_get(&c->titles,
	    arena_printf(
		c->arena, "%.*s/%s", folder_length(path), path, talk->title));
	return files >= LEAST_FILES && times >= 2 && times * 3 >= files;
}

bool
folder_labels_find(
    const struct built *built, struct arena *arena, struct strmap *labels)
{
	struct counter c = {.arena = arena_new()};

	for (size_t i = 0; i < built->nconferences; i++) {
		const char *path = built->conferences[i].source.path;
		const char *folder = arena_printf(
		    c.arena, "%.*s", folder_length(path), path);

		++*strmap_put(&c.files, folder, 0);
	}
	for (size_t i = 0; i < built->ntalks; i++)
		count_talk(&c, built, i);
	for (size_t i = 0; i < built->ntalks; i++) {
		const char *title = built->talks[i].title;

		if (!strmap_get(labels, title) && recurs(&c, built, i))
			strmap_put(
			    labels, arena_dup(arena, title, strlen(title)), 0);
	}
	strmap_free(&c.files);
	strmap_free(&c.titles);
	strmap_free(&c.last);
	arena_free(c.arena);
	return labels->n > 0;
}
