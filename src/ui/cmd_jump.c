#include "ui/cmd_jump.h"

#include <string.h>

#include "lectern/base/arena.h"
#include "lectern/base/text.h"

/* Moves by rows in the list of talks; false at its ends. */
static bool
step_talk(struct app *app, long by)
{
	size_t n = app->list.n, sel = app->talks.sel;

	if (n == 0 || (by > 0 ? sel + 1 >= n : sel == 0))
		return false;
	if (by < 0)
		sel = sel > (size_t)-by ? sel - (size_t)-by : 0;
	else
		sel = n - 1 - sel > (size_t)by ? sel + (size_t)by : n - 1;
	app_select_row(app, PANE_TALKS, sel);
	return true;
}

enum outcome
cmd_jump_read_on(struct app *app, int count, const char *argument)
{
	(void)argument;
	if (app->focus == PANE_TRACKS || app->panes.inner[PANE_DETAIL].h <= 0) {
		app_move_pages(app, app_times(count));
		return OUT_DRAW;
	}
	if (app->detail_top < app_detail_last(app)) {
		long h = app->panes.inner[PANE_DETAIL].h;
		size_t by = (size_t)(app_times(count) * (h > 2 ? h - 1 : 1));

		app_detail_scroll(app, app->detail_top + by);
	} else if (!step_talk(app, app_times(count))) {
		app_say(app, false, "this is the last talk");
	}
	return OUT_DRAW;
}

enum outcome
cmd_jump_next_talk(struct app *app, int count, const char *argument)
{
	(void)argument;
	if (!step_talk(app, app_times(count)))
		app_say(app, false, "this is the last talk");
	return OUT_DRAW;
}

enum outcome
cmd_jump_previous_talk(struct app *app, int count, const char *argument)
{
	(void)argument;
	if (!step_talk(app, -app_times(count)))
		app_say(app, false, "this is the first talk");
	return OUT_DRAW;
}

/* Skips the views, which are no tracks, except "All talks". */
static enum outcome
step_track(struct app *app, long by)
{
	long row = (long)app->tracks.sel, views = (long)app->nviews;
	long place = row < views ? 0 : row - views + 1;
	long last = (long)app->notes->ntracks, to = place + by;

	if (to < 0)
		to = 0;
	if (to > last)
		to = last;
	if (to == place && (row == TRACKS_ALL || row >= views))
		app_say(app, false, "this is the %s track",
		    by > 0 ? "last" : "first");
	app_set_track(app, (size_t)(to == 0 ? TRACKS_ALL : to - 1 + views));
	return OUT_DRAW;
}

enum outcome
cmd_jump_next_track(struct app *app, int count, const char *argument)
{
	(void)argument;
	return step_track(app, app_times(count));
}

enum outcome
cmd_jump_previous_track(struct app *app, int count, const char *argument)
{
	(void)argument;
	return step_track(app, -app_times(count));
}

enum outcome
cmd_jump_random(struct app *app, int count, const char *argument)
{
	uint32_t x = app->random ? app->random : 2463534242;

	(void)count;
	(void)argument;
	/* Marsaglia's xorshift with the shifts 13, 17, 5. */
	x ^= x << 13;
	x ^= x >> 17;
	x ^= x << 5;
	app->random = x;
	if (app->list.n == 0)
		return OUT_NONE;
	size_t row = x % app->list.n;

	if (row == app->talks.sel)
		row = (row + 1) % app->list.n;
	app_select(app, app->list.hit[row].talk);
	return OUT_DRAW;
}

/*
 * Whether the fold of `name` has the folded `wanted` at its start, or anywhere.
 */
static bool
is_named(const char *name, const char *wanted, bool start)
{
	struct arena *arena = arena_new();
	size_t n;
	const char *folded = text_fold(arena, name, strlen(name), NULL);
	const char *part = text_fold(arena, wanted, strlen(wanted), &n);
	bool named = start ? strncmp(folded, part, n) == 0
			   : strstr(folded, part) != NULL;

	arena_free(arena);
	return named;
}

enum outcome
cmd_jump_track(struct app *app, int count, const char *argument)
{
	size_t rows = app_tracks_rows(app);

	(void)count;
	if (!*argument) {
		app_set_focus(app, PANE_TRACKS);
		return OUT_DRAW;
	}
	for (int start = 1; start >= 0; start--)
		for (size_t row = 0; row < rows; row++)
			if (is_named(
				app_track_name(app, row), argument, start)) {
				app_set_track(app, row);
				return OUT_DRAW;
			}
	app_say(app, true, "no track is called \"%s\"", argument);
	return OUT_DRAW;
}

enum outcome
cmd_jump_talk(struct app *app, int count, const char *argument)
{
	const struct talk *talk = notes_find(app->notes, argument);

	(void)count;
	if (!talk) {
		app_say(app, true, "no talk has the id \"%s\"", argument);
		return OUT_DRAW;
	}
	uint32_t index = (uint32_t)(talk - app->notes->talks);

	if (!app_select(app, index)) {
		app->only_bookmarks = false;
		app_set_filter(app, "");
		app_set_track(app,
		    talk->missing ? app->nviews + talk->track : TRACKS_ALL);
		app_select(app, index);
	}
	return OUT_DRAW;
}
