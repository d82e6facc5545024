#include "ui/cmd_act.h"

#include "ui/cmd_find.h"

enum outcome
cmd_act_help(struct app *app, int count, const char *argument)
{
	(void)count;
	(void)argument;
	app->mode = app->mode == MODE_HELP ? MODE_BROWSE : MODE_HELP;
	app->help_top = app->help_at = 0;
	query_parse(&app->help_find, "");
	return OUT_DRAW;
}

enum outcome
cmd_act_command(struct app *app, int count, const char *argument)
{
	(void)count;
	(void)argument;
	app->mode = MODE_COMMAND;
	edit_set(&app->input, "");
	return OUT_DRAW;
}

enum outcome
cmd_act_redraw(struct app *app, int count, const char *argument)
{
	(void)app;
	(void)count;
	(void)argument;
	return OUT_REDRAW;
}

enum outcome
cmd_act_stop(struct app *app, int count, const char *argument)
{
	(void)app;
	(void)count;
	(void)argument;
	return OUT_STOP;
}

/* Leaves what is shown instead of the talks or notes; false: nothing is. */
static bool
leave_page(struct app *app)
{
	if (app->mode == MODE_HELP) {
		app->mode = MODE_BROWSE;
		return true;
	}
	return app_leave_library(app, PANE_TALKS) || app_info_leave(app);
}

enum outcome
cmd_act_escape(struct app *app, int count, const char *argument)
{
	(void)argument;
	/* With a count, only that is dropped. */
	if (leave_page(app) || count > 0)
		return OUT_DRAW;
	if (app_ranging(app)) {
		app->range_from = APP_NONE;
	} else if (app_finding(app)) {
		app->find_top = app->detail_top;
		app_find(app, "");
	} else if (*app->query.text)
		cmd_find_clear(app);
	else if (app->focus <= PANE_TALKS && app_relate_back(app))
		app_set_focus(app, PANE_TALKS);
	/* No further than q does without quitting: a key on a group is for all. */
	else if (app->focus > app->home)
		app_set_focus(app, app->focus - 1);
	return OUT_DRAW;
}

enum outcome
cmd_act_back(struct app *app, int count, const char *argument)
{
	(void)count;
	(void)argument;
	if (leave_page(app))
		return OUT_DRAW;
	if (app->focus > app->home)
		app_set_focus(app, app->focus - 1);
	else
		return OUT_QUIT;
	return OUT_DRAW;
}

enum outcome
cmd_act_quit(struct app *app, int count, const char *argument)
{
	(void)app;
	(void)count;
	(void)argument;
	return OUT_QUIT;
}

enum outcome
cmd_act_reload(struct app *app, int count, const char *argument)
{
	(void)app;
	(void)count;
	(void)argument;
	return OUT_RELOAD;
}

enum outcome
cmd_act_config(struct app *app, int count, const char *argument)
{
	(void)app;
	(void)count;
	(void)argument;
	return OUT_CONFIG;
}
