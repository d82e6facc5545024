#include "ui/cmd_screen.h"

#include <stdio.h>
#include <stdlib.h>

#include "lectern/base/translate.h"

#define STEP 2 /* columns by which a border moves without a count */

/* Whether any talk tells when or where it is. */
static bool
has_times(const struct app *app)
{
	for (uint32_t i = 0; i < app->notes->ntalks; i++)
		if (app->notes->talks[i].start || app->notes->talks[i].room)
			return true;
	return false;
}

enum outcome
cmd_screen_rows(struct app *app, int count, const char *argument)
{
	static const char *const said[] = {
	    [ROWS_AUTO] = N_("talks have the rows that the width allows"),
	    [ROWS_ONE] = N_("talks have one row each"),
	    [ROWS_TWO] = N_("talks have a row for the names"),
	    [ROWS_WHEN] = N_("talks have a row for time, room and names"),
	};
	bool roomy = app->panes.inner[PANE_TALKS].w >= ROWS_ROOMY;
	enum row_style style = ROWS_AUTO;

	(void)count;
	(void)argument;
	if (app->row_style == ROWS_AUTO)
		style = roomy ? ROWS_TWO : ROWS_ONE;
	else if (app->row_style != ROWS_WHEN && has_times(app))
		style = ROWS_WHEN;
	app_set_rows(app, style);
	app_say(app, false, "%s", _(said[style]));
	return OUT_DRAW;
}

static enum outcome
move_border(struct app *app, int by)
{
	const struct panes *panes = &app->panes;
	bool tracks = panes->inner[PANE_TRACKS].h > 0;
	bool talks = panes->inner[PANE_TALKS].h > 0;
	bool detail = panes->inner[PANE_DETAIL].h > 0;
	struct borders moved = app->moved;

	if (tracks + talks + detail < 2) {
		app_say(app, true, _("only one pane is shown"));
		return OUT_DRAW;
	}
	if (tracks && (app->focus == PANE_TRACKS || !detail))
		moved.tracks += by;
	else
		moved.talks += by;
	if (!app_move_borders(app, moved))
		app_say(app, false, _("the border goes no further"));
	return OUT_DRAW;
}

enum outcome
cmd_screen_border_left(struct app *app, int count, const char *argument)
{
	(void)argument;
	return move_border(app, -(count > 0 ? count : STEP));
}

enum outcome
cmd_screen_border_right(struct app *app, int count, const char *argument)
{
	(void)argument;
	return move_border(app, count > 0 ? count : STEP);
}

/* Says that there is no such order, and which there are. */
static void
tell_orders(struct app *app, const char *name)
{
	char names[128] = "";
	size_t len = 0;

	for (int sort = 0; sort < SORT_COUNT && len < sizeof(names); sort++)
		len += (size_t)snprintf(names + len, sizeof(names) - len,
		    "%s%s", sort > 0 ? ", " : "",
		    app_sort_name((enum sort)sort));
	app_say(app, true, _("there is no order \"%s\", but: %s"), name, names);
}

enum outcome
cmd_screen_sort(struct app *app, int count, const char *argument)
{
	enum sort next = app->sort;

	(void)count;
	do
		next = (enum sort)((next + 1) % SORT_COUNT);
	while (next != SORT_PROGRAMME && !app_can_sort(app, next));
	if (!app_set_sort(app, *argument ? argument : app_sort_name(next)))
		tell_orders(app, argument);
	else if (app_is_sorted(app))
		app_say(app, false, _("sorted %s"), app_sort_words(app->sort));
	else
		app_say(app, false,
		    _("sorted %s, but not here: this list has its own order"),
		    app_sort_words(app->sort));
	return OUT_DRAW;
}

enum outcome
cmd_screen_zoom(struct app *app, int count, const char *argument)
{
	(void)count;
	(void)argument;
	if (!app_leave_library(app, app->focus))
		app->zoom = !app->zoom;
	app_settle(app);
	return OUT_DRAW;
}

enum outcome
cmd_screen_library(struct app *app, int count, const char *argument)
{
	(void)count;
	(void)argument;
	if (app_leave_library(app, PANE_TALKS))
		return OUT_DRAW;
	if (app->config && app->config->nlibrary > 0 && !app->library_open) {
		free(app->effect);
		app->effect = NULL;
		app->library_wanted = true;
		return OUT_SOURCES;
	}
	if (app->notes->nconferences > 1)
		app_show_library(app);
	else
		app_say(app, true,
		    _("one conference is open; library PATH lines in the "
		      "config add some"));
	return OUT_DRAW;
}

static void
say_grouped(struct app *app)
{
	static const char *const said[BY_COUNT] = {
	    [BY_TRACK] = N_("grouped by tracks"),
	    [BY_SPEAKER] = N_("grouped by speakers"),
	    [BY_TAG] = N_("grouped by tags"),
	    [BY_DAY] = N_("grouped by days"),
	    [BY_ROOM] = N_("grouped by rooms"),
	    [BY_SOURCE] = N_("grouped by sources"),
	};

	app_say(app, false, "%s", _(said[app->by]));
	if (app->panes.inner[PANE_TRACKS].h <= 0)
		app_set_focus(app, PANE_TRACKS);
}

/* Whether there is anything to choose: a day or room that all share is none. */
static bool
is_worth(const struct app *app)
{
	bool one_is_all = app->by == BY_DAY || app->by == BY_ROOM ||
	    app->by == BY_SOURCE;

	return app->by == BY_TRACK || app->values.n > (one_is_all ? 1 : 0);
}

/* What is in no document is left out in turning. */
static void
turn_groups(struct app *app)
{
	enum app_by was = app->by;

	for (int i = 1; i <= BY_COUNT; i++) {
		app_set_by(app, app_by_name((was + (enum app_by)i) % BY_COUNT));
		if (is_worth(app))
			break;
	}
	say_grouped(app);
}

enum outcome
cmd_screen_group(struct app *app, int count, const char *argument)
{
	(void)count;
	app_leave_library(app, PANE_TRACKS);
	if (!*argument)
		turn_groups(app);
	else if (!app_set_by(app, argument))
		app_say(
		    app, true, _("there are no groups by \"%s\""), argument);
	else
		say_grouped(app);
	return OUT_DRAW;
}

static enum outcome
fold(struct app *app, int count, bool wanted)
{
	if (app_filtered(app) || app_finding(app))
		app_say(
		    app, true, _("while something is looked for, all is open"));
	else if (app->panes.inner[PANE_DETAIL].h <= 0)
		app_say(app, true, _("no notes are shown"));
	else if (!app_fold(app, count, wanted))
		app_say(app, true, "%s",
		    wanted ? _("no part can be folded")
			   : _("no part can be unfolded"));
	return OUT_DRAW;
}

enum outcome
cmd_screen_fold(struct app *app, int count, const char *argument)
{
	(void)argument;
	return fold(app, count, true);
}

enum outcome
cmd_screen_unfold(struct app *app, int count, const char *argument)
{
	(void)argument;
	return fold(app, count, false);
}

enum outcome
cmd_screen_info(struct app *app, int count, const char *argument)
{
	bool shown = app->info.arena && !app->info.stats;

	(void)count;
	(void)argument;
	app_info_leave(app);
	if (!shown)
		app_info_begin(app);
	return OUT_DRAW;
}

enum outcome
cmd_screen_stats(struct app *app, int count, const char *argument)
{
	bool shown = app->info.stats;

	(void)count;
	(void)argument;
	app_info_leave(app);
	if (!shown)
		app_stats_begin(app);
	return OUT_DRAW;
}
