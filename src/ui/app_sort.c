#include "lectern/ui/app.h"

#include <stdlib.h>
#include <string.h>

#include "lectern/base/arena.h"
#include "lectern/base/mem.h"
#include "lectern/base/text.h"

static const char *const names[SORT_COUNT] = {
    [SORT_PROGRAMME] = "programme",
    [SORT_TITLE] = "title",
    [SORT_SPEAKER] = "speaker",
    [SORT_UNSEEN] = "unseen",
};

/* A hit, and what it is sorted by. */
struct keyed {
	const char *key; /* folded */
	struct hit hit;
};

/* Talks with the same key stay in the order of the programme. */
static int
compare(const void *a, const void *b)
{
	const struct keyed *x = a, *y = b;
	int order = strcmp(x->key, y->key);

	if (order != 0)
		return order;
	return x->hit.talk < y->hit.talk ? -1 : x->hit.talk > y->hit.talk;
}

/* The first speaker, family name first; talks without one come last. */
static const char *
speaker_key(struct arena *arena, const struct talk *talk)
{
	const char *name = talk->nspeakers > 0 ? talk->speakers[0] : "";
	const char *blank = strrchr(name, ' ');
	const char *family = blank ? blank + 1 : name;

	if (!*name)
		return "\xFF"; /* after all of UTF-8 */
	return arena_printf(arena, "%s %s",
	    text_fold(arena, family, strlen(family), NULL),
	    text_fold(arena, name, strlen(name), NULL));
}

static const char *
key_of(struct arena *arena, const struct app *app, uint32_t index)
{
	const struct talk *talk = &app->notes->talks[index];

	switch (app->sort) {
	case SORT_TITLE:
		return text_fold(arena, talk->title, strlen(talk->title), NULL);
	case SORT_SPEAKER:
		return speaker_key(arena, talk);
	case SORT_UNSEEN:
		return app->briefs[index].kinds & MARK_SEEN ? "1" : "0";
	default:
		return "";
	}
}

void
app_sort_list(struct app *app)
{
	struct arena *arena;
	struct keyed *keyed;

	if (app->sort == SORT_PROGRAMME || app->list.n == 0)
		return;
	arena = arena_new();
	keyed = mem_alloc(app->list.n, sizeof(*keyed));
	for (size_t i = 0; i < app->list.n; i++)
		keyed[i] = (struct keyed){
		    key_of(arena, app, app->list.hit[i].talk),
		    app->list.hit[i]};
	qsort(keyed, app->list.n, sizeof(*keyed), compare);
	for (size_t i = 0; i < app->list.n; i++)
		app->list.hit[i] = keyed[i].hit;
	free(keyed);
	arena_free(arena);
}

const char *
app_sort_name(enum sort sort)
{
	return names[sort];
}

bool
app_set_sort(struct app *app, const char *name)
{
	for (int i = 0; i < SORT_COUNT; i++)
		if (strcmp(name, names[i]) == 0) {
			app->sort = (enum sort)i;
			app->range_from = APP_NONE;
			recall_set(app->recall, "sort", name);
			app_relist(app);
			return true;
		}
	return false;
}
