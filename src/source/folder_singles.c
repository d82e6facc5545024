#include "source/folder_singles.h"

#include <stdlib.h>
#include <string.h>

#include "lectern/base/arena.h"
#include "lectern/base/mem.h"
#include "lectern/base/strmap.h"
#include "lectern/model/link.h"
#include "source/captions_join.h"
#include "source/folder_place.h"

#define LEAST \
	3 /* members of a folder that decides for itself, two of them single */

/* A document. */
struct file {
	size_t talks, named, videos; /* its talks; with speakers; with those */
	size_t dated, linked;        /* with a day or time; with a link */
	uint32_t last;               /* of its talks */
};

struct finder {
	const struct built *built;
	struct arena *arena;
	struct file *file;     /* of each conference */
	struct strmap members; /* of each folder */
	struct strmap singles; /* of them, those that are one talk */
	struct strmap bare;    /* those that are one of which nothing is told */
	struct strmap telling; /* those of which something is told */
};

static bool
is_member(const struct finder *f, size_t i)
{
	const struct conference *c = &f->built->conferences[i];

	return c->root > 0 && !c->programme && !c->page &&
	    !captions_join_is(c) && !folder_place_tells(c->source.path) &&
	    !folder_place_is_of_people(c->source.path, c->root);
}

/* Whether a document is one talk, or would be if its kind is. */
static bool
is_single(const struct finder *f, size_t i)
{
	const struct file *file = &f->file[i];

	return f->built->conferences[i].single ||
	    (file->talks == 1 && (file->named > 0 || file->videos > 0));
}

/* Whether a document says more of one of its talks than a title and notes. */
static bool
tells(const struct finder *f, size_t i)
{
	const struct file *file = &f->file[i];

	return file->named + file->dated + file->linked > 0;
}

/*
 * Whether a document may be one talk of which nothing is told but a link: a name
 * of several words over text without headings.
 */
static bool
is_bare(const struct finder *f, size_t i)
{
	const struct file *file = &f->file[i];
	const struct talk *talk = &f->built->talks[file->last];

	return file->talks == 1 &&
	    file->named + file->videos + file->dated == 0 &&
	    talk->track == BUILT_NO_TRACK && strchr(talk->title, ' ');
}

/* The first `len` bytes of a document's path, as a key. */
static char *
key_of(struct finder *f, const char *path, size_t len)
{
	return arena_dup(f->arena, path, len);
}

static char *
folder_of(struct finder *f, size_t i)
{
	const char *path = f->built->conferences[i].source.path;
	const char *slash = strrchr(path, '/');

	return key_of(f, path, slash ? (size_t)(slash - path) : 0);
}

static uint32_t
count(const struct strmap *counts, const char *key)
{
	const uint32_t *n = strmap_get(counts, key);

	return n ? *n : 0;
}

static void
count_all(struct finder *f)
{
	const struct built *built = f->built;

	for (size_t i = 0; i < built->ntalks; i++) {
		const struct talk *talk = &built->talks[i];
		struct file *file = &f->file[talk->source];

		file->talks++;
		file->named += talk->nspeakers > 0;
		file->videos += talk->url && link_is_video(talk->url);
		file->dated += talk->day || talk->start;
		file->linked += talk->url != NULL;
		file->last = (uint32_t)i;
	}
	for (size_t i = 0; i < built->nconferences; i++) {
		const struct conference *c = &built->conferences[i];
		const char *keys[2];

		if (!is_member(f, i))
			continue;
		keys[0] = folder_of(f, i);
		keys[1] = key_of(f, c->source.path, c->root);
		for (int k = 0; k < 2; k++) {
			if (k > 0 && strcmp(keys[0], keys[1]) == 0)
				break;
			++*strmap_put(&f->members, keys[k], 0);
			*strmap_put(&f->singles, keys[k], 0) += is_single(f, i);
			*strmap_put(&f->bare, keys[k], 0) += is_bare(f, i);
			*strmap_put(&f->telling, keys[k], 0) += tells(f, i);
		}
	}
}

/* Whether a document is not one talk yet, or one below its name. */
static bool
is_parted(const struct finder *f, size_t i)
{
	const struct file *file = &f->file[i];

	return file->talks > 1 ||
	    (file->talks == 1 && f->built->conferences[i].single &&
		f->built->talks[file->last].track != BUILT_NO_TRACK);
}

/*
 * Whether a document with several talks of which nothing is told is one because
 * most others are that, and none is more.
 */
static bool
is_as_bare_ones(const struct finder *f, size_t i, const char *key)
{
	return !tells(f, i) && count(&f->singles, key) == 0 &&
	    count(&f->members, key) >= LEAST &&
	    count(&f->bare, key) * 2 > count(&f->members, key);
}

static bool
becomes_single(struct finder *f, size_t i)
{
	const struct conference *c = &f->built->conferences[i];
	const struct file *file = &f->file[i];
	const char *key = folder_of(f, i);
	uint32_t members, singles;

	if (count(&f->members, key) < LEAST ||
	    count(&f->singles, key) + count(&f->bare, key) < 2)
		key = key_of(f, c->source.path, c->root);
	members = count(&f->members, key);
	singles = count(&f->singles, key);
	if (is_as_bare_ones(f, i, key))
		return true;
	if (singles < 2 || file->videos > 1)
		return false;
	return c->single
	    ? singles * 3 >= members && file->named * 2 <= file->talks
	    : (singles * 2 > members && file->named + file->videos == 0) ||
		(singles * 2 > count(&f->telling, key) &&
		    singles * 3 >= members && !tells(f, i));
}

/* What stands for a path among labels, which begin no line. */
static char *
single_key(struct arena *arena, const char *path)
{
	return arena_printf(arena, "\n%s", path);
}

bool
folder_singles_find(
    const struct built *built, struct arena *arena, struct strmap *labels)
{
	struct finder f = {
	    .built = built,
	    .arena = arena_new(),
	    .file = mem_alloc(built->nconferences + 1, sizeof(*f.file)),
	};
	bool any = false;

	count_all(&f);
	for (size_t i = 0; i < built->nconferences; i++) {
		if (!is_member(&f, i) || !is_parted(&f, i) ||
		    !becomes_single(&f, i))
			continue;
		any = true;
		strmap_put(labels,
		    single_key(arena, built->conferences[i].source.path), 0);
	}
	strmap_free(&f.members);
	strmap_free(&f.singles);
	strmap_free(&f.bare);
	strmap_free(&f.telling);
	free(f.file);
	arena_free(f.arena);
	return any;
}

bool
folder_singles_is(const struct strmap *labels, const char *path)
{
	struct arena *arena;
	bool is;

	if (!labels)
		return false;
	arena = arena_new();
	is = strmap_get(labels, single_key(arena, path)) != NULL;
	arena_free(arena);
	return is;
}
