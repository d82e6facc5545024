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

enum outcome
cmd_act_escape(struct app *app, int count, const char *argument)
{
	(void)argument;
	if (app->mode == MODE_HELP)
		app->mode = MODE_BROWSE;
	else if (app_leave_library(app, PANE_TALKS))
		return OUT_DRAW;
	else if (app_info_end(app))
		app_settle(app);
	else if (count > 0)
		return OUT_DRAW; /* only the count is dropped */
	else if (app_finding(app)) {
		app->find_top = app->detail_top;
		app_find(app, "");
	} else if (*app->query.text)
		cmd_find_clear(app);
	else if (app->focus > PANE_TRACKS)
		app_set_focus(app, app->focus - 1);
	return OUT_DRAW;
}

enum outcome
cmd_act_back(struct app *app, int count, const char *argument)
{
	(void)count;
	(void)argument;
	if (app->mode == MODE_HELP)
		app->mode = MODE_BROWSE;
	else if (app_leave_library(app, PANE_TALKS))
		return OUT_DRAW;
	else if (app_info_end(app))
		app_settle(app);
	else if (app->focus > app->home)
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
