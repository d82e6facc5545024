#include "lectern/ui/app.h"

#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "lectern/base/arena.h"
#include "lectern/base/mem.h"
#include "lectern/base/text.h"
#include "lectern/base/translate.h"

static const struct {
	const char *name, *words;
} orders[SORT_COUNT] = {
    [SORT_PROGRAMME] = {"programme", N_("by programme")},
    [SORT_TITLE] = {"title", N_("by title")},
    [SORT_SPEAKER] = {"speaker", N_("by speaker")},
    [SORT_NEWEST] = {"newest", N_("newest first")},
    [SORT_LONGEST] = {"longest", N_("longest first")},
    [SORT_UNSEEN] = {"unseen", N_("unseen first")},
};

/* A hit, and what it is sorted by. */
struct keyed {
	long long number; /* the largest first */
	const char *key;  /* then by this, folded */
	struct hit hit;
};

/* Talks with the same key stay in the order of the programme. */
static int
compare(const void *a, const void *b)
{
	const struct keyed *x = a, *y = b;
	int order = (x->number < y->number) - (x->number > y->number);

	if (order == 0)
		order = strcmp(x->key, y->key);
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

/* The day as a number, 20260501; without month and day it is the year's first. */
static int
day_number(const struct notes *notes, const struct talk *talk)
{
	unsigned year, month, day;

	if (talk->day &&
	    sscanf(talk->day, "%4u-%2u-%2u", &year, &month, &day) == 3)
		return (int)(year * 10000 + month * 100 + day);
	return app_year(notes, talk) * 10000;
}

bool
app_can_sort(const struct app *app, enum sort sort)
{
	const struct notes *notes = app->notes;

	if (sort != SORT_NEWEST && sort != SORT_LONGEST)
		return true;
	for (uint32_t i = 1; i < notes->ntalks; i++) {
		const struct talk *talk = &notes->talks[i];

		if (sort == SORT_NEWEST
			? day_number(notes, talk) != day_number(notes, talk - 1)
			: talk->minutes != talk[-1].minutes)
			return true;
	}
	return false;
}

static void
find_key(struct arena *arena, const struct app *app, struct keyed *keyed)
{
	uint32_t index = keyed->hit.talk;
	const struct talk *talk = &app->notes->talks[index];

	switch (app->sort) {
	case SORT_TITLE:
		keyed->key = text_fold(
		    arena, talk->title, strlen(talk->title), NULL);
		break;
	case SORT_SPEAKER:
		keyed->key = speaker_key(arena, talk);
		break;
	case SORT_NEWEST:
		keyed->number = day_number(app->notes, talk);
		break;
	case SORT_LONGEST:
		keyed->number = talk->minutes;
		break;
	case SORT_UNSEEN:
		keyed->number = !(app->briefs[index].kinds & MARK_SEEN);
		break;
	default:
		break;
	}
}

/* The latest mark comes first. */
static void
find_date(const struct app *app, enum mark_kind kind, struct keyed *keyed)
{
	const struct mark *mark = marks_get(
	    app->marks, app->notes->talks[keyed->hit.talk].key);

	keyed->number = mark ? mark_time(mark, kind) : 0;
}

/* Sorts by what a mark of this kind tells; without one, by `app->sort`. */
static void
sort_by(struct app *app, enum mark_kind kind)
{
	struct arena *arena = arena_new();
	struct keyed *keyed = mem_alloc(app->list.n + 1, sizeof(*keyed));

	for (size_t i = 0; i < app->list.n; i++) {
		keyed[i] = (struct keyed){0, "", app->list.hit[i]};
		if (kind)
			find_date(app, kind, &keyed[i]);
		else
			find_key(arena, app, &keyed[i]);
	}
	qsort(keyed, app->list.n, sizeof(*keyed), compare);
	for (size_t i = 0; i < app->list.n; i++)
		app->list.hit[i] = keyed[i].hit;
	free(keyed);
	arena_free(arena);
}

bool
app_is_sorted(const struct app *app)
{
	size_t view = app->tracks.sel;

	if (app_filtered(app))
		return !app->ranked;
	return app->nrelated == 0 && view != TRACKS_HISTORY &&
	    view != TRACKS_RECENT && view != TRACKS_QUEUE;
}

void
app_sort_list(struct app *app)
{
	enum mark_kind none = (enum mark_kind)0;
	bool plain = app->sort == SORT_PROGRAMME;

	if (app_filtered(app)) {
		if (!app->ranked)
			sort_by(app, none);
	} else if (app->nrelated > 0) {
		app_sort_related(app);
	} else if (app->tracks.sel == TRACKS_HISTORY) {
		sort_by(app, MARK_OPENED);
	} else if (app->tracks.sel == TRACKS_RECENT) {
		sort_by(app, MARK_SEEN);
	} else if (app->tracks.sel == TRACKS_QUEUE) {
		app_sort_queue(app);
	} else if (plain && app_lists_pairs(app)) {
		app_sort_pairs(app);
	} else if (!plain) {
		sort_by(app, none);
	}
}

const char *
app_sort_name(enum sort sort)
{
	return orders[sort].name;
}

const char *
app_sort_words(enum sort sort)
{
	return _(orders[sort].words);
}

bool
app_set_sort(struct app *app, const char *name)
{
	for (int i = 0; i < SORT_COUNT; i++)
		if (strcmp(name, orders[i].name) == 0) {
			app->sort = (enum sort)i;
			app->ranked = false;
			app->range_from = APP_NONE;
			app_relist(app);
			return true;
		}
	return false;
}
