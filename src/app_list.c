#include "lectern/app.h"

#include <stdlib.h>
#include <string.h>

#include "lectern/mem.h"

const struct talk *
app_talk(const struct app *app)
{
	uint32_t talk = app_talk_index(app);

	return talk == APP_NONE ? NULL : &app->notes->talks[talk];
}

uint32_t
app_talk_index(const struct app *app)
{
	return app->talks.sel < app->list.n ? app->list.hit[app->talks.sel].talk
					    : APP_NONE;
}

size_t
app_tracks_rows(const struct app *app)
{
	return TRACKS_FIXED + (size_t)app->notes->ntracks;
}

const char *
app_track_name(const struct app *app, size_t row)
{
	return row == TRACKS_ALL ? "All"
	    : row == TRACKS_BOOKMARKS
	    ? "Bookmarks"
	    : app->notes->tracks[row - TRACKS_FIXED].name;
}

size_t
app_rows(const struct app *app, enum pane pane)
{
	return pane == PANE_TRACKS ? app_tracks_rows(app) : app->list.n;
}

int
app_row_height(const struct app *app, enum pane pane, size_t row)
{
	if (pane != PANE_TALKS || !app_filtered(app) ||
	    app->panes.inner[pane].h < 2)
		return 1;
	return app->list.hit[row].block == HIT_NO_BLOCK ? 1 : 2;
}

size_t
app_row_at(const struct app *app, enum pane pane, int y)
{
	size_t row = pane == PANE_TRACKS ? app->tracks.top : app->talks.top;
	size_t n = app_rows(app, pane);

	for (int used = 0; row < n; row++) {
		used += app_row_height(app, pane, row);
		if (y < used)
			return row;
	}
	return APP_NONE;
}

bool
app_bookmarked(const struct app *app, const struct talk *talk)
{
	return marks_bookmarked(app->marks, talk);
}

bool
app_filtered(const struct app *app)
{
	return app->query.nterms > 0;
}

/* Whether the chosen track and B let a talk be listed, filter or not. */
static bool
is_in_view(const struct app *app, uint32_t index)
{
	const struct talk *talk = &app->notes->talks[index];
	size_t row = app->tracks.sel;

	if (row >= TRACKS_FIXED && talk->track != row - TRACKS_FIXED)
		return false;
	return (row != TRACKS_BOOKMARKS && !app->only_bookmarks) ||
	    app_bookmarked(app, talk);
}

/* Counts the talks that match, by rows of the tracks pane. */
static void
count_found(struct app *app)
{
	memset(app->counts, 0, app_tracks_rows(app) * sizeof(*app->counts));
	for (size_t i = 0; i < app->found.n; i++) {
		const struct talk *talk =
		    &app->notes->talks[app->found.hit[i].talk];
		bool marked = app_bookmarked(app, talk);

		app->counts[TRACKS_BOOKMARKS] += marked;
		if (app->only_bookmarks && !marked)
			continue;
		app->counts[TRACKS_ALL]++;
		app->counts[TRACKS_FIXED + talk->track]++;
	}
}

static void
count_in_view(struct app *app)
{
	app->in_view = 0;
	for (uint32_t i = 0; i < app->notes->ntalks; i++)
		app->in_view += is_in_view(app, i);
}

static size_t
count_listed(const struct app *app)
{
	size_t n = 0;

	for (size_t i = 0; i < app->found.n; i++)
		n += is_in_view(app, app->found.hit[i].talk);
	return n;
}

/*
 * Lists those of the hits that are in view.  If there are none and `keep`, the
 * list stays as it was and is stale.
 */
static void
fill_list(struct app *app, bool keep)
{
	size_t n = count_listed(app);

	count_found(app);
	count_in_view(app);
	app->list_stale = keep && app_filtered(app) && n == 0;
	if (app->list_stale)
		return;
	app->list.hit = mem_grow(
	    app->list.hit, &app->list.cap, n, sizeof(*app->list.hit));
	app->list.n = 0;
	for (size_t i = 0; i < app->found.n; i++)
		if (is_in_view(app, app->found.hit[i].talk))
			app->list.hit[app->list.n++] = app->found.hit[i];
}

/* The row of a talk in the list, or APP_NONE. */
static size_t
find_row(const struct app *app, uint32_t talk)
{
	for (size_t i = 0; i < app->list.n; i++)
		if (app->list.hit[i].talk == talk)
			return i;
	return APP_NONE;
}

/* Without a filter every talk is a hit, and none needs to be folded. */
static void
find_all(struct app *app)
{
	struct hits *found = &app->found;

	found->hit = mem_grow(
	    found->hit, &found->cap, app->notes->ntalks, sizeof(*found->hit));
	for (uint32_t i = 0; i < app->notes->ntalks; i++)
		found->hit[i] = (struct hit){.talk = i, .block = HIT_NO_BLOCK};
	found->n = app->notes->ntalks;
}

static void
find(struct app *app)
{
	if (!app_filtered(app)) {
		find_all(app);
		return;
	}
	if (!app->filter)
		app->filter = filter_new(app->notes);
	filter_run(app->filter, &app->query, &app->found);
}

/* Selects `talk` if it is listed, with what stands around it in sight if it
 * was far away; returns whether it is. */
static bool
select_talk(struct app *app, uint32_t talk)
{
	size_t row = find_row(app, talk);

	if (row == APP_NONE)
		return false;
	size_t h = (size_t)app->panes.inner[PANE_TALKS].h;
	struct cursor *cursor = &app->talks;

	cursor->sel = row;
	if (row < cursor->top || row >= cursor->top + h)
		cursor->top = row > h / 2 ? row - h / 2 : 0;
	return true;
}

bool
app_select(struct app *app, uint32_t talk)
{
	bool listed = select_talk(app, talk);

	app_settle(app);
	return listed;
}

void
app_relist(struct app *app)
{
	uint32_t talk = app_talk_index(app);

	find(app);
	fill_list(app, app->list_stale);
	/* A talk that left the list leaves its row to the next one. */
	select_talk(app, talk);
	app_settle(app);
}

void
app_set_track(struct app *app, size_t row)
{
	uint32_t talk = app_talk_index(app);

	if (row >= app_tracks_rows(app))
		row = app_tracks_rows(app) - 1;
	app->tracks.sel = row;
	fill_list(app, false);
	app->talks = (struct cursor){0, 0};
	select_talk(app, talk);
	app_settle(app);
}

void
app_select_row(struct app *app, enum pane pane, size_t row)
{
	if (pane == PANE_TRACKS) {
		if (row != app->tracks.sel)
			app_set_track(app, row);
		return;
	}
	app->talks.sel = row;
	app_settle(app);
}

void
app_set_filter(struct app *app, const char *text)
{
	bool prompted = app->mode == MODE_FILTER && app->wanted != APP_NONE;
	uint32_t talk = prompted ? app->wanted : app_talk_index(app);
	char *copy = mem_dup(text, strlen(text));

	/* `text` may be the query's own. */
	query_free(&app->query);
	query_parse(&app->query, copy);
	free(copy);
	find(app);
	fill_list(app, true);
	app->match_row = APP_NONE;
	if (!select_talk(app, talk) && !app->list_stale)
		app->talks = (struct cursor){0, 0};
	app_settle(app);
}
