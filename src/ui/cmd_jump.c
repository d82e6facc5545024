#include "ui/cmd_jump.h"

#include <string.h>

#include "lectern/base/arena.h"
#include "lectern/base/text.h"
#include "lectern/base/translate.h"

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
		app_say(app, false, _("this is the last talk"));
	}
	return OUT_DRAW;
}

enum outcome
cmd_jump_next_talk(struct app *app, int count, const char *argument)
{
	(void)argument;
	if (!step_talk(app, app_times(count)))
		app_say(app, false, _("this is the last talk"));
	return OUT_DRAW;
}

enum outcome
cmd_jump_previous_talk(struct app *app, int count, const char *argument)
{
	(void)argument;
	if (!step_talk(app, -app_times(count)))
		app_say(app, false, _("this is the first talk"));
	return OUT_DRAW;
}

static bool
is_unseen(const struct app *app, size_t row)
{
	const struct brief *brief = &app->briefs[app->list.hit[row].talk];

	return !brief->pause && !(brief->kinds & MARK_SEEN);
}

/* Goes so many unseen talks on, round the end but not past the start. */
static enum outcome
step_unseen(struct app *app, int count, bool back)
{
	size_t n = app->list.n, sel = app->talks.sel, row = sel;

	for (size_t i = 1; i < n && count > 0; i++) {
		size_t next = (sel + (back ? n - i : i)) % n;

		if (is_unseen(app, next)) {
			row = next;
			count--;
		}
	}
	if (row == sel)
		app_say(app, false, _("no other talk of this list is unseen"));
	else if (back ? row > sel : row < sel)
		app_say(app, false, "%s",
		    back ? _("went on from the last talk")
			 : _("went on from the first talk"));
	if (row != sel)
		app_select_row(app, PANE_TALKS, row);
	return OUT_DRAW;
}

enum outcome
cmd_jump_next_unseen(struct app *app, int count, const char *argument)
{
	(void)argument;
	return step_unseen(app, app_times(count), false);
}

enum outcome
cmd_jump_previous_unseen(struct app *app, int count, const char *argument)
{
	(void)argument;
	return step_unseen(app, app_times(count), true);
}

/*
 * The row to go on from: in a view that of the selected talk's group, since that
 * is where the reader is, unless the view is at its start.
 */
static size_t
row_of_reader(struct app *app, enum group_kind kind)
{
	const struct talk *talk = app_talk(app);
	size_t row = APP_NONE;

	if (app_group(app).kind != GROUP_VIEW || app->focus == PANE_TRACKS ||
	    app->talks.sel == 0 || !talk)
		return app->tracks.sel;
	if (kind == GROUP_CONFERENCE)
		row = app_group_row(app, kind, talk->source);
	if (kind == GROUP_TRACK) {
		app_unfold(app, talk->source, true);
		row = app_group_row(app, kind, talk->track);
	}
	return row == APP_NONE ? app->tracks.sel : row;
}

/*
 * The row of the next group of a kind; of tracks those of a folded conference,
 * which is unfolded, are on the way.  Before the first one is the view of all
 * talks; APP_NONE at the ends.
 */
static size_t
next_row(struct app *app, size_t row, long step, enum group_kind kind)
{
	while (step > 0 ? row + 1 < app->ngroups : row > 0) {
		row += (size_t)step;
		struct group group = app->groups[row];
		size_t rows = app->ngroups;

		if (group.kind == kind)
			return row;
		if (kind == GROUP_TRACK && group.kind == GROUP_CONFERENCE &&
		    app_unfold(app, group.index, true) && app->ngroups > rows)
			return step > 0 ? row + 1 : row + app->ngroups - rows;
	}
	return step < 0 && app_group(app).kind != GROUP_VIEW ? TRACKS_ALL
							     : APP_NONE;
}

/* Tells which group is listed now, where the eye is not on its row. */
static void
say_group(struct app *app)
{
	uint32_t n = (uint32_t)app->list.n;

	if (app->focus == PANE_DETAIL || app->panes.inner[PANE_TRACKS].h <= 0)
		app_say(app, false, ngettext("%s: %u talk", "%s: %u talks", n),
		    app_track_name(app, app->tracks.sel), n);
}

static enum outcome
step_track(struct app *app, long by, enum group_kind kind)
{
	static const char *const ends[2][2] = {
	    {N_("this is the first group"), N_("this is the last group")},
	    {N_("this is the first conference"),
		N_("this is the last conference")}};
	bool conference = kind == GROUP_CONFERENCE;
	long step = by > 0 ? 1 : -1;

	if (app->by != BY_TRACK && kind == GROUP_TRACK)
		kind = GROUP_VALUE;
	for (; by != 0; by -= step) {
		struct group group = app_group(app);

		if (kind == GROUP_TRACK && step > 0 &&
		    group.kind == GROUP_CONFERENCE)
			app_unfold(app, group.index, true);
		size_t row = next_row(
		    app, row_of_reader(app, kind), step, kind);

		if (row == APP_NONE) {
			app_say(
			    app, false, "%s", _(ends[conference][step > 0]));
			return OUT_DRAW;
		}
		app_set_track(app, row);
	}
	say_group(app);
	return OUT_DRAW;
}

enum outcome
cmd_jump_next_track(struct app *app, int count, const char *argument)
{
	(void)argument;
	return step_track(app, app_times(count), GROUP_TRACK);
}

enum outcome
cmd_jump_previous_track(struct app *app, int count, const char *argument)
{
	(void)argument;
	return step_track(app, -app_times(count), GROUP_TRACK);
}

enum outcome
cmd_jump_next_conference(struct app *app, int count, const char *argument)
{
	(void)argument;
	return step_track(app, app_times(count), GROUP_CONFERENCE);
}

enum outcome
cmd_jump_previous_conference(struct app *app, int count, const char *argument)
{
	(void)argument;
	return step_track(app, -app_times(count), GROUP_CONFERENCE);
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

/* Lists a track of a conference that is folded. */
static bool
unfold_named(struct app *app, const char *name)
{
	for (uint32_t i = 0; i < app->notes->ntracks; i++) {
		const struct track *track = &app->notes->tracks[i];

		if (!is_named(track->name, name, false) ||
		    !app_unfold(app, track->source, true))
			continue;
		app_set_track(app, app_group_row(app, GROUP_TRACK, i));
		return true;
	}
	return false;
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
	if (unfold_named(app, argument))
		return OUT_DRAW;
	app_say(app, true, _("no track is called \"%s\""), argument);
	return OUT_DRAW;
}

enum outcome
cmd_jump_talk(struct app *app, int count, const char *argument)
{
	const struct talk *talk = notes_find(app->notes, argument);

	(void)count;
	if (!talk) {
		app_say(app, true, _("no talk has the id \"%s\""), argument);
		return OUT_DRAW;
	}
	uint32_t index = (uint32_t)(talk - app->notes->talks);

	if (!app_select(app, index)) {
		app->only_bookmarks = false;
		app_set_filter(app, "");
		app_set_track(app,
		    talk->missing ? app_group_row(app, GROUP_TRACK, talk->track)
				  : TRACKS_ALL);
		app_select(app, index);
	}
	return OUT_DRAW;
}
