#include "lectern/ui/app.h"

#include <stdlib.h>
#include <string.h>

#include "lectern/base/arena.h"
#include "lectern/base/mem.h"
#include "lectern/base/translate.h"

/*
 * There may be very many, and their order is by title, while marks are sorted by
 * key: what goes over all of them keeps to the order of the marks.
 */

/* Finds the mark of each missing talk. */
static void
find_marks(struct app *app)
{
	size_t n;
	const struct mark *marks = marks_list(app->marks, &n);
	struct missing *missing = &app->missing;

	for (uint32_t i = 0, at = 0; i < missing->n; i++) {
		struct missing_key *key = &missing->keys[i];
		const struct mark *mark;

		while (at < n && strcmp(marks[at].key, key->key) < 0)
			at++;
		/* Else it may be known by an older key. */
		mark = at < n && strcmp(marks[at].key, key->key) == 0
		    ? &marks[at]
		    : marks_get(app->marks, key->key);
		key->mark = mark ? (uint32_t)(mark - marks) : APP_NONE;
	}
}

void
app_read_missing(struct app *app)
{
	const struct missing *missing = &app->missing;
	const struct annotations none = {0};
	size_t n;
	const struct mark *marks = marks_list(app->marks, &n);

	find_marks(app);
	for (uint32_t i = 0; i < missing->n; i++) {
		const struct missing_key *key = &missing->keys[i];

		app->annotations[key->talk] = key->mark == APP_NONE
		    ? none
		    : marks[key->mark].annotations;
	}
}

/* Returns which of the `n` marks have a talk, to be freed. */
static bool *
find_known(struct app *app, const struct mark *marks, size_t n)
{
	const struct missing *missing = &app->missing;
	bool *known = mem_alloc(n, sizeof(*known));

	find_marks(app);
	for (uint32_t i = 0; i < app->notes->ntalks - missing->n; i++)
		if (app->annotations[i].kinds != 0)
			known[marks_get(app->marks, app->notes->talks[i].key) -
			    marks] = true;
	for (uint32_t i = 0; i < missing->n; i++)
		if (missing->keys[i].mark != APP_NONE)
			known[missing->keys[i].mark] = true;
	return known;
}

/*
 * Fills, for each mark, the place of its missing talk by title, or APP_NONE if
 * its talk is not missing; returns how many are.
 */
static uint32_t
find_lost(struct app *app, uint32_t *lost, size_t nmarks)
{
	const struct mark *marks = marks_list(app->marks, &nmarks);
	bool *known = find_known(app, marks, nmarks);
	const uint32_t *by_title = NULL;
	uint32_t n = 0;

	/* To put many in order takes long: not for none. */
	if (nmarks > 0 && memchr(known, 0, nmarks))
		by_title = marks_by_title(app->marks);
	for (size_t i = 0; by_title && i < nmarks; i++)
		lost[by_title[i]] = known[by_title[i]] ? APP_NONE : n++;
	free(known);
	return n;
}

static int
compare_keys(const void *a, const void *b)
{
	const struct missing_key *x = a, *y = b;

	return strcmp(x->key, y->key);
}

/* Makes the talks of the lost marks, beginning at index `to`. */
static void
make_talks(struct app *app, struct talk *talks, uint32_t to, uint32_t track,
    const uint32_t *lost)
{
	struct missing *missing = &app->missing;
	uint32_t before = missing->n;
	size_t nmarks;
	const struct mark *marks = marks_list(app->marks, &nmarks);

	for (uint32_t i = 0; i < nmarks; i++) {
		if (lost[i] == APP_NONE)
			continue;
		uint32_t talk = to + lost[i];

		talks[talk] = mark_talk(missing->arena, &marks[i], track);
		missing->keys[missing->n++] = (struct missing_key){
		    talks[talk].key, talk, i};
	}
	if (before > 0)
		qsort(missing->keys, missing->n, sizeof(*missing->keys),
		    compare_keys);
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
	    .name = _("Elsewhere"), .talks = talks, .ntalks = missing->n};
}

/* Adds the `n` talks of lost marks to the talks so far. */
static void
add(struct app *app, const uint32_t *lost, uint32_t n)
{
	struct missing *missing = &app->missing;
	uint32_t before = app->notes->ntalks;
	uint32_t ntracks = app->notes->ntracks - (missing->n > 0);
	struct talk *talks = mem_alloc(before + n, sizeof(*talks));
	struct track *tracks = mem_alloc(ntracks + 1, sizeof(*tracks));

	memcpy(talks, app->notes->talks, before * sizeof(*talks));
	if (ntracks > 0)
		memcpy(tracks, app->notes->tracks, ntracks * sizeof(*tracks));
	missing->keys = mem_resize(
	    missing->keys, missing->n + n, sizeof(*missing->keys));
	make_talks(app, talks, before, ntracks, lost);
	/* The same talk stays open, at another place in memory. */
	if (app->detail.talk)
		app->detail.talk = talks +
		    (app->detail.talk - app->notes->talks);
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
	size_t nmarks;
	uint32_t *lost, n;

	/* What is not there yet is not missing. */
	if (app->notes->part)
		return;
	if (marks_take_over(app->marks, app->notes))
		app_relist(app);
	marks_list(app->marks, &nmarks);
	lost = mem_alloc(nmarks, sizeof(*lost));
	n = find_lost(app, lost, nmarks);
	if (n > 0) {
		app_finish(app);
		if (!app->missing.arena)
			app->missing.arena = arena_new();
		add(app, lost, n);
		filter_add_talks(app->filter, &app->missing.notes);
		app_take_notes(app, &app->missing.notes, app->filter);
		app_relist(app);
	}
	free(lost);
}

void
app_free_missing(struct missing *missing)
{
	free(missing->talks);
	free(missing->tracks);
	free(missing->keys);
	arena_free(missing->arena);
}
