#include "ui/cmd_move.h"

#include "lectern/base/translate.h"
#include "ui/cmd_find.h"
#include "ui/cmd_talk.h"

/* Moves down (up, if negative) by rows, on the help screen or in a pane. */
static enum outcome
move_by(struct app *app, long by)
{
	if (app->mode != MODE_HELP) {
		app_move(app, by);
		return OUT_DRAW;
	}
	/*
	 * May go past the end: command_key() knows the number of rows and mends
	 * it.
	 */
	if (by < 0 && (size_t)-by > app->help_top)
		by = -(long)app->help_top;
	app->help_top += (size_t)by;
	return OUT_DRAW;
}

/* Returns the rows of a page of the help screen or the detail pane. */
static long
page_rows(const struct app *app)
{
	int h = app->mode == MODE_HELP ? app->h - 3
				       : app->panes.inner[app->focus].h;

	return h > 1 ? h : 1;
}

enum outcome
cmd_move_down(struct app *app, int count, const char *argument)
{
	(void)argument;
	return move_by(app, app_times(count));
}

enum outcome
cmd_move_up(struct app *app, int count, const char *argument)
{
	(void)argument;
	return move_by(app, -app_times(count));
}

/* With a count, both go to that row. */
static enum outcome
go_to_row(struct app *app, long row)
{
	if (app->mode == MODE_HELP)
		app->help_top = (size_t)row;
	else if (app->focus == PANE_DETAIL)
		app_detail_scroll(app, (size_t)row);
	else if (app_rows(app, app->focus) > 0) {
		size_t n = app_rows(app, app->focus);

		app_select_row(
		    app, app->focus, (size_t)row < n ? (size_t)row : n - 1);
	}
	return OUT_DRAW;
}

enum outcome
cmd_move_top(struct app *app, int count, const char *argument)
{
	(void)argument;
	return go_to_row(app, app_times(count) - 1);
}

enum outcome
cmd_move_bottom(struct app *app, int count, const char *argument)
{
	(void)argument;
	return go_to_row(app, count > 0 ? count - 1 : (long)INT32_MAX);
}

enum outcome
cmd_move_half_down(struct app *app, int count, const char *argument)
{
	(void)argument;
	return move_by(app, app_times(count) * ((page_rows(app) + 1) / 2));
}

enum outcome
cmd_move_half_up(struct app *app, int count, const char *argument)
{
	(void)argument;
	return move_by(app, -app_times(count) * ((page_rows(app) + 1) / 2));
}

static enum outcome
move_pages(struct app *app, long by)
{
	if (app->mode == MODE_HELP)
		return move_by(app, by * page_rows(app));
	app_move_pages(app, by);
	return OUT_DRAW;
}

enum outcome
cmd_move_page_down(struct app *app, int count, const char *argument)
{
	(void)argument;
	return move_pages(app, app_times(count));
}

enum outcome
cmd_move_page_up(struct app *app, int count, const char *argument)
{
	(void)argument;
	return move_pages(app, -app_times(count));
}

/*
 * In the tracks, unfolds the selected conference, or folds the one that is
 * selected or whose track is; false where there is none, or it is so already.
 */
static bool
fold(struct app *app, bool unfold)
{
	struct group group = app_group(app);

	if (app->focus != PANE_TRACKS || group.kind == GROUP_VIEW ||
	    group.kind == GROUP_VALUE)
		return false;
	if (group.kind == GROUP_CONFERENCE)
		return app_unfold(app, group.index, unfold);
	return !unfold &&
	    app_unfold(app, app->notes->tracks[group.index].source, false);
}

enum outcome
cmd_move_left(struct app *app, int count, const char *argument)
{
	(void)argument;
	if (fold(app, false))
		return OUT_DRAW;
	long to = (long)app->focus - app_times(count);

	app_set_focus(app, to > 0 ? (enum pane)to : PANE_TRACKS);
	return OUT_DRAW;
}

enum outcome
cmd_move_right(struct app *app, int count, const char *argument)
{
	(void)argument;
	if (fold(app, true))
		return OUT_DRAW;
	long to = (long)app->focus + app_times(count);

	app_set_focus(app, to < PANE_DETAIL ? (enum pane)to : PANE_DETAIL);
	return OUT_DRAW;
}

enum outcome
cmd_move_next_pane(struct app *app, int count, const char *argument)
{
	(void)argument;
	if (cmd_find_take_offer(app))
		return OUT_DRAW;
	app_set_focus(app,
	    (enum pane)(((long)app->focus + app_times(count)) % PANE_COUNT));
	return OUT_DRAW;
}

enum outcome
cmd_move_previous_pane(struct app *app, int count, const char *argument)
{
	(void)argument;
	long back = app_times(count) % PANE_COUNT;

	app_set_focus(app,
	    (enum pane)(((long)app->focus + PANE_COUNT - back) % PANE_COUNT));
	return OUT_DRAW;
}

/* Scrolls the notes to the block that made the talk a hit. */
static void
land_on_match(struct app *app)
{
	const struct hit *hit = &app->list.hit[app->talks.sel];

	if (!hit->in_body && !hit->in_own && !hit->in_spoken)
		return;

	struct filter_block found = {0};
	enum row_kind kind = hit->in_own ? ROW_OWN : ROW_SPOKEN;

	if (hit->in_body) {
		found = filter_block(&app->query, app->notes, app_talk(app));
		kind = found.about ? ROW_ABOUT : ROW_BLOCK;
	}

	uint32_t row = (uint32_t)talk_rows_find(
	    &app->detail, kind, found.index);

	/* In a long block the match may be further on. */
	if (row > 0)
		row = app_detail_match(app, row - 1, 1);
	if (row != APP_NONE)
		app_detail_show(app, row);
}

enum outcome
cmd_move_enter(struct app *app, int count, const char *argument)
{
	uint32_t second;

	(void)argument;
	if (app->picking && app->focus != PANE_TRACKS && app_talk(app)) {
		app_pick(app, count);
		return OUT_QUIT;
	}
	if (app->focus == PANE_DETAIL && app_code(app, &second))
		return cmd_talk_play(app, 0, "");
	if (app->focus == PANE_DETAIL)
		return move_by(app, app_times(count));
	if (app_leave_library(app, PANE_TALKS) || fold(app, true))
		return OUT_DRAW;
	if (app->focus == PANE_TALKS && !app_talk(app)) {
		app_say(app, true, _("no talk is selected"));
		return OUT_DRAW;
	}
	app_set_focus(app, app->focus + 1);
	if (app->focus == PANE_DETAIL && app->list.n > 0)
		land_on_match(app);
	return OUT_DRAW;
}
