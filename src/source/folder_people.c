#include "source/folder_people.h"

#include <stdlib.h>
#include <string.h>

#include "lectern/base/err.h"
#include "lectern/base/mem.h"
#include "lectern/base/strmap.h"
#include "lectern/base/text.h"
#include "lectern/source/input.h"
#include "source/front_matter.h"

#define SLUG \
	"abcdefghijklmnopqrstuvwxyz0123456789-_" /* what such names are of */
#define MOST   65536 /* bytes of a file on somebody */
#define PEOPLE 4096  /* files that are read */

struct people {
	struct arena *arena;
	struct strmap known; /* numbers of names, by path */
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

/* Returns the path of the file on somebody, for a talk at `path`; or NULL. */
static char *
path_of(const char *path, const char *slug)
{
	const char *end = strrchr(path, '/'), *above = end;

	while (above && above > path && above[-1] != '/')
		above--;
	return end && above > path
	    ? mem_printf("%.*sspeakers/%s.md", (int)(above - path), path, slug)
	    : NULL;
}

/* Returns the name of somebody, or NULL: there is none. */
static const char *
find(struct people *people, const char *path, const char *slug)
{
	char *file = path_of(path, slug);
	uint32_t *known;

	if (!file ||
	    (people->n == PEOPLE && !strmap_get(&people->known, file))) {
		free(file);
		return NULL;
	}
	known = strmap_put(&people->known,
	    arena_dup(people->arena, file, strlen(file)), (uint32_t)people->n);
	if (*known == people->n) {
		people->name = mem_grow(people->name, &people->cap,
		    people->n + 1, sizeof(*people->name));
		people->name[people->n++] = read_name(people->arena, file);
	}
	free(file);
	return people->name[*known];
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
			    talk->path ? talk->path : conference->source.path,
			    talk);
	}
	strmap_free(&people.known);
	free(people.name);
}
