#include "lectern/ui/app.h"

#include <stdlib.h>
#include <string.h>

#include "lectern/base/arena.h"
#include "lectern/base/mem.h"
#include "lectern/base/text.h"

/* A mark whose talk is missing, and its title to sort by. */
struct lost {
	const struct mark *mark;
	const char *folded; /* its title */
};

static int
compare_lost(const void *a, const void *b)
{
	const struct lost *x = a, *y = b;
	int order = strcmp(x->folded, y->folded);

	return order != 0 ? order : strcmp(x->mark->key, y->mark->key);
}

/* Returns the marks whose talks are missing, by title; to be freed. */
static struct lost *
find_lost(const struct app *app, struct arena *arena, size_t *n)
{
	size_t nmarks, cap = 0;
	const struct mark *marks = marks_list(app->marks, &nmarks);
	bool *known = mem_alloc(nmarks, sizeof(*known));
	struct lost *lost = NULL;

	*n = 0;
	for (uint32_t i = 0; i < app->notes->ntalks; i++)
		if (app->annotations[i].kinds != 0)
			known[marks_get(app->marks, app->notes->talks[i].key) -
			    marks] = true;
	for (size_t i = 0; i < nmarks; i++) {
		const char *title = marks[i].title;

		if (known[i])
			continue;
		lost = mem_grow(lost, &cap, *n + 1, sizeof(*lost));
		lost[(*n)++] = (struct lost){
		    &marks[i], text_fold(arena, title, strlen(title), NULL)};
	}
	free(known);
	if (*n > 0)
		qsort(lost, *n, sizeof(*lost), compare_lost);
	return lost;
}

/* Adds the track of the missing talks. */
static struct track
make_track(const struct missing *missing)
{
	const struct notes *notes = &missing->notes;
	uint32_t *talks = arena_alloc(
	    missing->arena, missing->n * sizeof(*talks));

	for (uint32_t i = 0; i < missing->n; i++)
		talks[i] = notes->ntalks - missing->n + i;
	return (struct track){
	    .name = "Elsewhere", .talks = talks, .ntalks = missing->n};
}

/* Adds missing talks to the talks so far. */
static void
add(struct app *app, const struct lost *lost, uint32_t n)
{
	struct missing *missing = &app->missing;
	uint32_t before = app->notes->ntalks;
	uint32_t ntracks = app->notes->ntracks - (missing->n > 0);
	struct talk *talks = mem_alloc(before + n, sizeof(*talks));
	struct track *tracks = mem_alloc(ntracks + 1, sizeof(*tracks));

	memcpy(talks, app->notes->talks, before * sizeof(*talks));
	if (ntracks > 0)
		memcpy(tracks, app->notes->tracks, ntracks * sizeof(*tracks));
	for (uint32_t i = 0; i < n; i++)
		talks[before + i] = mark_talk(
		    missing->arena, lost[i].mark, ntracks);
	/* The same talk stays open, at another place in memory. */
	if (app->detail.talk)
		app->detail.talk = talks +
		    (app->detail.talk - app->notes->talks);
	missing->n += n;
	missing->notes = *app->notes;
	missing->notes.talks = talks;
	missing->notes.ntalks = before + n;
	tracks[ntracks] = make_track(missing);
	missing->notes.tracks = tracks;
	missing->notes.ntracks = ntracks + 1;
	free(missing->talks);
	free(missing->tracks);
	missing->talks = talks;
	missing->tracks = tracks;
}

void
app_find_missing(struct app *app)
{
	struct arena *arena;
	size_t n;

	/* What is not there yet is not missing. */
	if (app->notes->part)
		return;
	arena = arena_new();
	if (marks_take_over(app->marks, app->notes))
		app_relist(app);

	struct lost *lost = find_lost(app, arena, &n);

	if (n > 0) {
		app_finish(app);
		if (!app->missing.arena)
			app->missing.arena = arena_new();
		add(app, lost, (uint32_t)n);
		filter_add_talks(app->filter, &app->missing.notes);
		app_take_notes(app, &app->missing.notes, app->filter);
		app_relist(app);
	}
	free(lost);
	arena_free(arena);
}

void
app_free_missing(struct app *app)
{
	free(app->missing.talks);
	free(app->missing.tracks);
	arena_free(app->missing.arena);
}
