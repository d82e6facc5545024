#include "source/folder_labels.h"

#include <string.h>

#include "lectern/base/arena.h"
#include "lectern/base/strmap.h"

/* Counts in how many documents of a folder a title is. */
struct counter {
	struct arena *arena;
	struct strmap files;  /* of each folder */
	struct strmap titles; /* the same of each folder's titles */
	struct strmap last;   /* the document that had it last, from 1 */
};

static char *
folder_of(struct arena *arena, const char *path)
{
	const char *slash = strrchr(path, '/');

	return arena_dup(arena, path, slash ? (size_t)(slash - path) : 0);
}

static const char *
source_path(const struct built *built, const struct talk *talk)
{
	return built->conferences[talk->source].source.path;
}

static bool
is_member(const struct built *built, const struct talk *talk)
{
	return built->conferences[talk->source].root > 0;
}

/* A title in a folder. */
static const char *
title_key(struct arena *arena, const struct built *built, size_t i)
{
	const struct talk *talk = &built->talks[i];

	return arena_printf(arena, "%s/%s",
	    folder_of(arena, source_path(built, talk)), talk->title);
}

static void
count_talk(struct counter *c, const struct built *built, size_t i)
{
	const struct talk *talk = &built->talks[i];
	const char *key = title_key(c->arena, built, i);
	uint32_t *last = strmap_put(&c->last, key, 0);

	if (*last != talk->source + 1)
		++*strmap_put(&c->titles, key, 0);
	*last = talk->source + 1;
}

/* The number of documents in the folder of this one. */
static uint32_t *
files_beside(struct counter *c, const char *path)
{
	return strmap_put(&c->files, folder_of(c->arena, path), 0);
}

static bool
recurs(struct counter *c, const struct built *built, size_t i)
{
	const struct talk *talk = &built->talks[i];
	uint32_t files = *files_beside(c, source_path(built, talk));
	uint32_t times = *strmap_get(&c->titles, title_key(c->arena, built, i));

	return files >= FOLDER_LABELS_LEAST && times >= 2 && times * 3 >= files;
}

bool
folder_labels_find(
    const struct built *built, struct arena *arena, struct strmap *labels)
{
	struct counter c = {.arena = arena_new()};

	for (size_t i = 0; i < built->nconferences; i++) {
		if (built->conferences[i].root > 0)
			++*files_beside(&c, built->conferences[i].source.path);
	}
	for (size_t i = 0; i < built->ntalks; i++) {
		if (is_member(built, &built->talks[i]))
			count_talk(&c, built, i);
	}
	for (size_t i = 0; i < built->ntalks; i++) {
		const char *title = built->talks[i].title;

		if (is_member(built, &built->talks[i]) &&
		    !strmap_get(labels, title) && recurs(&c, built, i))
			strmap_put(
			    labels, arena_dup(arena, title, strlen(title)), 0);
	}
	strmap_free(&c.files);
	strmap_free(&c.titles);
	strmap_free(&c.last);
	arena_free(c.arena);
	return labels->n > 0;
}
