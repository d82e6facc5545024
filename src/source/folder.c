#include "source/folder.h"

#include <stdlib.h>
#include <string.h>

#include "lectern/base/mem.h"
#include "lectern/base/text.h"
#include "lectern/base/told.h"

/* The bytes of a path that name the conference's folder. */
static size_t
folder_len(const char *path)
{
	static const char videos[] = "/videos";
	const char *slash = strrchr(path, '/');
	size_t len = slash ? (size_t)(slash - path) : 0;
	size_t n = strlen(videos);

	return len > n && memcmp(path + len - n, videos, n) == 0 ? len - n
								 : len;
}

static bool
is_same_folder(const struct conference *a, const struct conference *b)
{
	size_t len = folder_len(a->source.path);

	return a->part && b->part && len == folder_len(b->source.path) &&
	    memcmp(a->source.path, b->source.path, len) == 0;
}

static const char *
folder_name(struct arena *arena, const char *path)
{
	size_t len = folder_len(path), from = len;

	while (from > 0 && path[from - 1] != '/')
		from--;
	path = text_clean(arena, path + from, len - from, &len);
	return text_squeeze(arena, path, len);
}

/* Finds the number that each conference has then; returns how many there are. */
static uint32_t
number(struct built *built, uint32_t *numbers)
{
	struct conference *all = built->conferences;
	uint32_t n = 0;

	for (size_t i = 0; i < built->nconferences; i++) {
		if (i > 0 && is_same_folder(&all[i - 1], &all[i]))
			numbers[i] = n - 1;
		else
			numbers[i] = n++;
	}
	return n;
}

static void
set_names(struct built *built, const uint32_t *numbers, const size_t *talks,
    const size_t *all)
{
	struct arena *arena = built->arena;
	struct conference *to = NULL;

	for (size_t i = 0; i < built->nconferences; i++) {
		struct conference *from = &built->conferences[i];
		bool first = i == 0 || numbers[i] != numbers[i - 1];
		const char *name = from->source.name;

		if (first) {
			to = &built->conferences[numbers[i]];
			*to = *from;
		}
		if (!from->part || talks[i] == all[numbers[i]])
			continue;
		if (talks[i] == 0)
			to->source.name = name;
		else if (first)
			to->source.name = folder_name(arena, to->source.path);
		to->source.shape = told_many(arena, all[numbers[i]],
		    "folder, %zu talk", "folder, %zu talks", all[numbers[i]]);
	}
}

void
folder_join(struct built *built)
{
	size_t n = built->nconferences;
	uint32_t *numbers = mem_alloc(n + 1, sizeof(*numbers));
	size_t *talks = mem_alloc(n + 1, sizeof(*talks));
	size_t *all = mem_alloc(n + 1, sizeof(*all));
	uint32_t left = number(built, numbers);

	if (left < n) {
		for (size_t i = 0; i < built->ntalks; i++) {
			talks[built->talks[i].source]++;
			built->talks[i].source =
			    numbers[built->talks[i].source];
			all[built->talks[i].source]++;
		}
		for (size_t i = 0; i < built->ntracks; i++)
			built->tracks[i].source =
			    numbers[built->tracks[i].source];
		for (size_t i = 0; i < built->nwarnings; i++)
			built->warnings[i].source =
			    numbers[built->warnings[i].source];
		set_names(built, numbers, talks, all);
		built->nconferences = left;
	}
	free(numbers);
	free(talks);
	free(all);
}
