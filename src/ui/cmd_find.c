#include "ui/cmd_find.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "lectern/base/mem.h"
#include "lectern/base/translate.h"

static void
open_prompt(struct app *app, enum mode mode, const char *text)
{
	app->mode = mode;
	app->history_at = 0;
	/* The first key typed replaces the old text. */
	edit_set(&app->input, text);
	app->input.fresh = app->input.len > 0;
}

/* In the notes, the prompt searches the open talk. */
static enum outcome
open_find(struct app *app)
{
	app->find_top = app->detail_top;
	open_prompt(app, MODE_FIND, app->find.text);
	return OUT_DRAW;
}

enum outcome
cmd_find_filter(struct app *app, int count, const char *argument)
{
	(void)count;
	if (*argument) {
		app_find(app, "");
		app_set_filter(app, argument);
		app_set_focus(app, PANE_TALKS);
		return OUT_DRAW;
	}
	if (app->focus == PANE_DETAIL)
		return open_find(app);
	app_find(app, "");
	app->kept = app_talk_index(app);
	app->kept_focus = app->focus;
	app->wanted = APP_NONE;
	app_set_focus(app, PANE_TALKS);
	open_prompt(app, MODE_FILTER, app->query.text);
	return OUT_DRAW;
}

enum outcome
cmd_find_find(struct app *app, int count, const char *argument)
{
	(void)count;
	if (!app_talk(app))
		return OUT_NONE;
	app_set_focus(app, PANE_DETAIL);
	if (!*argument)
		return open_find(app);
	app->find_top = app->detail_top;
	app_find(app, argument);
	if (app->find_n == 0)
		app_say(app, true, _("not found in this talk: %s"), argument);
	return OUT_DRAW;
}

enum outcome
cmd_find_typed(struct app *app)
{
	const char *text = app->input.text;

	app->history_at = 0;
	if (app->mode == MODE_HELP_FIND) {
		query_parse(&app->help_find, text);
		app->help_top = app->help_at = app->find_top;
		app->help_step = 1;
	} else if (app->mode == MODE_FIND)
		app_find(app, text);
	else if (strcmp(text, app->query.text) != 0)
		app_set_filter(app, text);
	return OUT_DRAW;
}

bool
cmd_find_take_offer(struct app *app)
{
	size_t talks;
	const char *offer = app_offer(app, &talks);

	if (!offer)
		return false;
	if (app->mode != MODE_FILTER) {
		app_set_filter(app, offer);
		return true;
	}
	edit_set(&app->input, offer);
	cmd_find_typed(app);
	return true;
}

/* Returns the line of the history `back` lines from its end, or NULL. */
static const char *
line_back(const struct app *app, size_t back)
{
	const struct history *history = app->history;

	return history && back > 0 && back <= history->n
	    ? history->line[history->n - back]
	    : NULL;
}

enum outcome
cmd_find_history(struct app *app, int count, const char *argument)
{
	size_t back = app->history_at + 1;
	const char *line = line_back(app, back);

	(void)count;
	(void)argument;
	/* The newest line is often in the prompt already. */
	if (line && strcmp(line, app->input.text) == 0)
		line = line_back(app, ++back);
	if (!line) {
		app_say(app, false, _("no filter was typed before this one"));
		return OUT_DRAW;
	}
	edit_set(&app->input, line);
	cmd_find_typed(app);
	app->history_at = back;
	return OUT_DRAW;
}

enum outcome
cmd_find_in_help(struct app *app, int count, const char *argument)
{
	(void)count;
	(void)argument;
	app->find_top = app->help_top;
	open_prompt(app, MODE_HELP_FIND, app->help_find.text);
	return OUT_DRAW;
}

enum outcome
cmd_find_next_help(struct app *app, int count, const char *argument)
{
	(void)count;
	(void)argument;
	app->help_at++;
	app->help_step = 1;
	return OUT_DRAW;
}

enum outcome
cmd_find_previous_help(struct app *app, int count, const char *argument)
{
	(void)count;
	(void)argument;
	/* Before the first row the search wraps to the end. */
	app->help_at--;
	app->help_step = -1;
	return OUT_DRAW;
}

static void
leave_prompt(struct app *app)
{
	app->mode = MODE_BROWSE;
	app->kept = APP_NONE;
	app->wanted = APP_NONE;
	edit_set(&app->input, "");
}

enum outcome
cmd_find_keep(struct app *app, int count, const char *argument)
{
	(void)count;
	(void)argument;
	if (app->mode == MODE_HELP_FIND) {
		leave_prompt(app);
		app->mode = MODE_HELP;
		return OUT_DRAW;
	}
	if (app->mode == MODE_FIND) {
		leave_prompt(app);
		if (app_finding(app) && app->find_n == 0)
			app_say(app, true, _("not found in this talk: %s"),
			    app->find.text);
		return OUT_DRAW;
	}
	app_finish(app);
	if (app->history)
		history_add(app->history, app->query.text);
	leave_prompt(app);
	return OUT_DRAW;
}

enum outcome
cmd_find_pick(struct app *app)
{
	app_finish(app);
	if (!app_talk(app))
		return OUT_DRAW;
	cmd_find_keep(app, 0, "");
	app_pick(app, 0);
	return OUT_QUIT;
}

enum outcome
cmd_find_drop(struct app *app)
{
	uint32_t kept = app->kept;

	if (app->mode == MODE_HELP_FIND) {
		leave_prompt(app);
		app->mode = MODE_HELP;
		app->help_top = app->find_top;
		query_parse(&app->help_find, "");
		return OUT_DRAW;
	}
	if (app->mode == MODE_FIND) {
		leave_prompt(app);
		app_find(app, "");
		return OUT_DRAW;
	}
	leave_prompt(app);
	app_set_focus(app, app->kept_focus);
	app_set_filter(app, "");
	if (kept != APP_NONE)
		app_select(app, kept);
	return OUT_DRAW;
}

/*
 * Moves among the hits; another letter typed keeps the talk while it matches.
 */
static enum outcome
move_hit(struct app *app, long by, bool pages)
{
	app_finish(app);
	if (pages)
		app_move_pages(app, by);
	else
		app_move(app, by);
	app->wanted = app_talk_index(app);
	return OUT_DRAW;
}

enum outcome
cmd_find_down(struct app *app, int count, const char *argument)
{
	(void)count;
	(void)argument;
	return move_hit(app, 1, false);
}

enum outcome
cmd_find_up(struct app *app, int count, const char *argument)
{
	(void)count;
	(void)argument;
	return move_hit(app, -1, false);
}

enum outcome
cmd_find_page_down(struct app *app, int count, const char *argument)
{
	(void)count;
	(void)argument;
	return move_hit(app, 1, true);
}

enum outcome
cmd_find_page_up(struct app *app, int count, const char *argument)
{
	(void)count;
	(void)argument;
	return move_hit(app, -1, true);
}

void
cmd_find_clear(struct app *app)
{
	app_set_filter(app, "");
}

/* Goes to the next talk of the list; after the last one, to the first. */
static void
step_hit(struct app *app, int step)
{
	size_t n = app->list.n, sel = app->talks.sel;

	if (step > 0 ? sel + 1 < n : sel > 0) {
		sel += (size_t)step;
	} else {
		sel = step > 0 ? 0 : n - 1;
		app_say(app, false, "%s",
		    step > 0 ? _("search went on from the first talk")
			     : _("search went on from the last talk"));
	}
	app_select_row(app, PANE_TALKS, sel);
}

/*
 * Goes to the next match in these notes, else to the first one of the next hit.
 * That talk may have none to show, if it matched by the name of its track.
 */
static void
step_match(struct app *app, int step)
{
	uint32_t row = app_detail_match(app, app->match_row, step);

	if (row == APP_NONE) {
		step_hit(app, step);
		row = app_detail_match(app, APP_NONE, step);
	}
	if (row != APP_NONE)
		app_detail_show(app, row);
}

/* Sets the filter typed last, perhaps in a run before. */
static enum outcome
filter_again(struct app *app)
{
	const char *line = line_back(app, 1);

	if (!line) {
		app_say(app, false, _("no filter is set: / sets one"));
		return OUT_DRAW;
	}
	app_set_filter(app, line);
	app_finish(app);
	app_set_focus(app, PANE_TALKS);
	app_say(app, false, _("filter: %s"), line);
	return OUT_DRAW;
}

static enum outcome
step(struct app *app, int count, int step)
{
	bool shown = app->panes.inner[PANE_DETAIL].h > 0;

	if (app_finding(app) && app->focus == PANE_DETAIL) {
		for (int i = 0; i < app_times(count) && i < 1000; i++)
			app_find_step(app, step);
		return OUT_DRAW;
	}
	if (!app_filtered(app))
		return filter_again(app);
	if (app->list.n == 0)
		return OUT_NONE;
	if (app_finding(app))
		app_find(app, "");
	for (int i = 0; i < app_times(count) && i < 1000; i++)
		if (shown)
			step_match(app, step);
		else
			step_hit(app, step);
	return OUT_DRAW;
}

enum outcome
cmd_find_next(struct app *app, int count, const char *argument)
{
	(void)argument;
	return step(app, count, 1);
}

enum outcome
cmd_find_previous(struct app *app, int count, const char *argument)
{
	(void)argument;
	return step(app, count, -1);
}

/* A term of these words in quotes, to be freed; quotes would end it. */
static char *
quoted(const char *words)
{
	char *text = mem_printf("\"%s\"", words);

	for (char *s = text + 1; s[1]; s++)
		if (*s == '"')
			*s = ' ';
	return text;
}

/* Lists, of all talks, those that a query finds. */
static void
list_found(struct app *app, const char *query)
{
	app->only_bookmarks = false;
	app_set_track(app, TRACKS_ALL);
	app_set_filter(app, query);
	app_set_focus(app, PANE_TALKS);
}

enum outcome
cmd_find_speaker(struct app *app, int count, const char *argument)
{
	const struct talk *talk = app_talk(app);
	uint32_t which = count > 0 ? (uint32_t)count - 1 : 0;

	(void)argument;
	if (!talk)
		return OUT_NONE;
	if (which >= talk->nspeakers) {
		app_say(app, true, "%s",
		    talk->nspeakers == 0 ? _("this talk has no speakers")
			: talk->nspeakers == 1
			? _("this talk has one speaker")
			: _("this talk has fewer speakers"));
		return OUT_DRAW;
	}
	app_relate_speaker(app, which);
	app_set_focus(app, PANE_TALKS);
	app_say(app, false,
	    ngettext("%zu talk by %s: Esc goes back",
		"%zu talks by %s: Esc goes back", app->related.n),
	    app->related.n, app_related_speaker(app));
	return OUT_DRAW;
}

enum outcome
cmd_find_same_time(struct app *app, int count, const char *argument)
{
	const struct talk *talk = app_talk(app);
	uint32_t index = app_talk_index(app);
	unsigned minute;
	char *text, *day;

	(void)count;
	(void)argument;
	if (!talk)
		return OUT_NONE;
	if (!talk->start || sscanf(talk->start, "%2u:", &minute) != 1) {
		app_say(app, true, _("this talk tells no time of day"));
		return OUT_DRAW;
	}
	minute = minute * 60 + (unsigned)strtoul(talk->start + 3, NULL, 10) +
	    talk->minutes;
	day = quoted(talk->day ? talk->day : "");
	text = mem_printf("at:%.5s-%02u:%02u day:%s", talk->start,
	    minute / 60 % 24, minute % 60, day);
	list_found(app, text);
	app_select(app, index);
	free(text);
	free(day);
	return OUT_DRAW;
}

enum outcome
cmd_find_related(struct app *app, int count, const char *argument)
{
	const struct talk *talk = app_talk(app);

	(void)count;
	(void)argument;
	if (!talk)
		app_say(app, true, _("no talk is selected"));
	else if (!app_relate(app))
		app_say(
		    app, true, _("no talk has words in common with this one"));
	else {
		app_set_focus(app, PANE_TALKS);
		app_say(app, false, _("related to \"%s\": Esc goes back"),
		    app->notes->talks[app->related_to[app->nrelated - 1].talk]
			.title);
	}
	return OUT_DRAW;
}

enum outcome
cmd_find_bookmarks(struct app *app, int count, const char *argument)
{
	(void)count;
	(void)argument;
	app->only_bookmarks = !app->only_bookmarks;
	app_relist(app);
	app_say(app, false,
	    app->only_bookmarks ? _("only bookmarks are listed")
				: _("all talks are listed"));
	return OUT_DRAW;
}
