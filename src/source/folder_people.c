#include "source/folder_people.h"

#include <stdlib.h>
#include <string.h>

#include "lectern/base/err.h"
#include "lectern/base/mem.h"
#include "lectern/base/strmap.h"
#include "lectern/base/text.h"
#include "lectern/source/input.h"
#include "source/folder_place.h"
#include "source/front_matter.h"

#define SLUG \
	"abcdefghijklmnopqrstuvwxyz0123456789-_" /* what such names are of */
#define MOST   65536 /* bytes of a file on somebody */
#define PEOPLE 4096  /* names that are looked for */
#define AROUND 2     /* folders around a talk's own that are looked in */

struct people {
	struct arena *arena;
	struct strmap known; /* numbers of names, by folder and slug */
	const char **name;   /* NULL: no file, or it says none */
	size_t n, cap;
};

static bool
is_slug(const char *name)
{
	return name[strspn(name, SLUG)] == '\0' && strpbrk(name, "-_") &&
	    text_ascii_letter(*name);
}

/* Returns what the file says that somebody is called, or NULL. */
static const char *
read_name(struct arena *arena, const char *path)
{
	struct front_matter front = {0};
	struct bytes bytes;
	struct err err;
	const char *text, *name;
	size_t len;
	bool more;

	if (!input_read_first(path, MOST, &bytes, &more, &err))
		return NULL;
	text = text_clean(arena, bytes.s, bytes.len, &len);
	input_drop(&bytes);
	front_matter_skip(arena, text, len, &front);
	name = front.name ? front.name : front.title;
	return name && strchr(name, ' ') ? name : NULL;
}

/* Returns what the file on somebody in a folder's own ones says, or NULL. */
static const char *
look_in(struct arena *arena, const char *folder, size_t len, const char *slug)
{
	static const char *const names[] = {"speakers", "authors", "people"};
	static const char *const ends[] = {".md", "/index.md", "/_index.md"};
	const char *name = NULL;

	for (size_t i = 0; !name && i < 9; i++) {
		char *file = mem_printf("%.*s/%s/%s%s", (int)len, folder,
		    names[i / 3], slug, ends[i % 3]);

		name = read_name(arena, file);
		free(file);
	}
	return name;
}

/* Reads the name of somebody whom a talk at `path` names; NULL: nowhere. */
static const char *
look_around(struct arena *arena, const char *path, size_t len, const char *slug)
{
	const char *name = NULL;

	for (int up = 0; !name && up <= AROUND && len > 0; up++) {
		name = look_in(arena, path, len, slug);
		len = folder_place_above(path, len);
	}
	return name;
}

/* Returns the name of somebody, or NULL: there is none. */
static const char *
find(struct people *people, const char *path, const char *slug)
{
	size_t len = folder_place_above(path, strlen(path));
	char *key = mem_printf("%.*s/%s", (int)len, path, slug);
	uint32_t *known = strmap_get(&people->known, key);

	if (!known && people->n < PEOPLE) {
		known = strmap_put(&people->known,
		    arena_dup(people->arena, key, strlen(key)),
		    (uint32_t)people->n);
		people->name = mem_grow(people->name, &people->cap,
		    people->n + 1, sizeof(*people->name));
		people->name[people->n++] = look_around(
		    people->arena, path, len, slug);
	}
	free(key);
	return known ? people->name[*known] : NULL;
}

static void
name_speakers(struct people *people, const char *path, struct talk *talk)
{
	const char **list = NULL;

	for (uint32_t i = 0; i < talk->nspeakers; i++) {
		const char *name = is_slug(talk->speakers[i])
		    ? find(people, path, talk->speakers[i])
		    : NULL;

		if (!name)
			continue;
		if (!list) {
			list = arena_alloc(
			    people->arena, talk->nspeakers * sizeof(*list));
			memcpy(list, talk->speakers,
			    talk->nspeakers * sizeof(*list));
		}
		list[i] = name;
	}
	if (list)
		talk->speakers = list;
}

void
folder_people_name(struct built *built)
{
	struct people people = {.arena = built->arena};

	for (size_t i = 0; i < built->ntalks; i++) {
		struct talk *talk = &built->talks[i];
		const struct conference *conference =
		    &built->conferences[talk->source];

		if (conference->root > 0 && !conference->programme)
			name_speakers(&people,
			    notes_more(talk)->path ? notes_more(talk)->path
						   : conference->source.path,
			    talk);
	}
	strmap_free(&people.known);
	free(people.name);
}
