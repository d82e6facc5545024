#include "lectern/ui/app.h"

#include <stdlib.h>
#include <string.h>

#include "lectern/base/arena.h"
#include "lectern/base/mem.h"
#include "lectern/base/translate.h"

/* A talk of the queue and its place, by which it is sorted. */
struct queued {
	const char *rank;
	const char *key; /* where two machines queued at the same place */
	uint32_t talk;
};

static const char *
rank_of(const struct app *app, uint32_t talk)
{
	return mark_kind_text(&app->annotations[talk], MARK_QUEUED);
}

static int
compare(const void *a, const void *b)
{
	const struct queued *x = a, *y = b;
	int order = strcmp(x->rank, y->rank);

	return order != 0 ? order : strcmp(x->key, y->key);
}

uint32_t *
app_queue(const struct app *app, size_t *n)
{
	const struct notes *notes = app->notes;
	struct queued *queued = mem_alloc(notes->ntalks, sizeof(*queued));
	uint32_t *talk;

	*n = 0;
	for (uint32_t i = 0; i < notes->ntalks; i++)
		if (app->briefs[i].kinds & MARK_QUEUED)
			queued[(*n)++] = (struct queued){
			    rank_of(app, i), notes->talks[i].key, i};
	qsort(queued, *n, sizeof(*queued), compare);
	talk = mem_alloc(*n, sizeof(*talk));
	for (size_t i = 0; i < *n; i++)
		talk[i] = queued[i].talk;
	free(queued);
	return talk;
}

bool
app_lists_queue(const struct app *app)
{
	return app->tracks.sel == TRACKS_QUEUE && app->nrelated == 0;
}

void
app_sort_queue(struct app *app)
{
	size_t n, listed = 0;
	uint32_t *talk = app_queue(app, &n);

	for (size_t i = 0; i < n; i++) {
		size_t row = app_find_row(app, talk[i]);
		struct hit hit;

		if (row == APP_NONE)
			continue;
		hit = app->list.hit[row];
		app->list.hit[row] = app->list.hit[listed];
		app->list.hit[listed++] = hit;
	}
	free(talk);
}

struct change *
app_queue_place(
    const struct app *app, const uint32_t *talk, size_t n, size_t *nchanges)
{
	struct change *change = mem_alloc(n, sizeof(*change));

	*nchanges = 0;
	for (size_t i = 0; i < n; i++) {
		const char *before = rank_of(app, talk[i]);
		char *after = mem_printf("%06zu", i + 1);

		if (strcmp(before, after) == 0) {
			free(after);
			continue;
		}
		change[(*nchanges)++] = (struct change){
		    .talk = talk[i],
		    .kind = MARK_QUEUED,
		    .before = mem_dup(before, strlen(before)),
		    .after = after,
		};
	}
	return change;
}

struct change *
app_queue_add(const struct app *app, const uint32_t *talk, size_t n)
{
	struct change *change = mem_alloc(n, sizeof(*change));
	size_t nqueued;
	uint32_t *queue = app_queue(app, &nqueued);
	unsigned long last = nqueued > 0
	    ? strtoul(rank_of(app, queue[nqueued - 1]), NULL, 10)
	    : 0;

	for (size_t i = 0; i < n; i++)
		change[i] = (struct change){
		    .talk = talk[i],
		    .kind = MARK_QUEUED,
		    .before = mem_dup("", 0),
		    .after = mem_printf("%06lu", last + i + 1),
		};
	free(queue);
	return change;
}

void
app_queue_free(struct change *change, size_t n)
{
	for (size_t i = 0; i < n; i++) {
		free(change[i].before);
		free(change[i].after);
	}
	free(change);
}

const char *
app_length(struct arena *arena, size_t minutes)
{
	return minutes >= 60 ? arena_printf(arena, _("%zu h %zu min"),
				   minutes / 60, minutes % 60)
			     : arena_printf(arena, _("%zu min"), minutes);
}

const char *
app_queue_length(
    const struct app *app, const uint32_t *talk, size_t n, struct arena *arena)
{
	size_t minutes = 0, unknown = 0;
	const char *words;

	for (size_t i = 0; i < n; i++) {
		unsigned one = app->notes->talks[talk[i]].minutes;

		minutes += one;
		unknown += one == 0;
	}
	words = arena_printf(arena, ngettext("%zu talk", "%zu talks", n), n);
	if (minutes > 0)
		words = arena_printf(
		    arena, "%s, %s", words, app_length(arena, minutes));
	if (unknown > 0 && unknown < n)
		words = arena_printf(arena,
		    ngettext("%s, %zu of unknown length",
			"%s, %zu of unknown length", unknown),
		    words, unknown);
	return words;
}
