#include "lectern/ui/command.h"

#include <stdlib.h>
#include <string.h>

#include "lectern/base/mem.h"
#include "lectern/base/text.h"
#include "ui/cmd_find.h"

#define COUNT_MOST 9999999

/* Only here is known what the help has: it ends somewhere, and is searched. */
static void
settle_help(struct app *app)
{
	struct help help;

	if (app->mode != MODE_HELP && app->mode != MODE_HELP_FIND)
		return;
	command_help(&help, app);
	if (app->help_step != 0)
		command_help_find(app, &help);
	size_t last = command_help_last(app, &help);

	if (app->help_top > last)
		app->help_top = last;
	command_help_free(&help);
}

static enum outcome
run(struct app *app, const struct command *command, const char *argument)
{
	int count = app->count;

	app->count = 0;
	/* Whoever does something has read it. */
	app->welcome = app->welcome && strcmp(command->group, "Moving") == 0;
	/* Commands on the list want the list. */
	if (app->mode == MODE_BROWSE)
		app_finish(app);
	enum outcome outcome = command->run(app, count, argument);

	settle_help(app);
	return outcome;
}

static bool
is_typing(const struct app *app)
{
	return app->mode != MODE_BROWSE && app->mode != MODE_HELP;
}

/* Whether the key is a character, and not the name of some other key. */
static bool
is_text(const char *key)
{
	size_t len = strlen(key);

	return len > 0 && text_next(key, len) == len &&
	    (unsigned char)*key > ' ' && *key != 0x7F;
}

static enum outcome
type_text(struct app *app, const char *text, size_t len)
{
	edit_insert(&app->input, text, len);
	if (app->mode != MODE_COMMAND)
		cmd_find_typed(app);
	settle_help(app);
	return OUT_DRAW;
}

/* A digit goes on a count, but a 0 begins none. */
static bool
add_digit(struct app *app, const char *key)
{
	if (!text_ascii_digit(key[0]) || key[1] ||
	    (key[0] == '0' && app->count == 0))
		return false;
	app->count = app->count * 10 + (key[0] - '0');
	if (app->count > COUNT_MOST)
		app->count = COUNT_MOST;
	return true;
}

static enum outcome
press_unbound(struct app *app, const char *key)
{
	if (is_typing(app)) {
		if (strcmp(key, "Space") == 0)
			return type_text(app, " ", 1);
		return is_text(key) ? type_text(app, key, strlen(key))
				    : OUT_NONE;
	}
	if (add_digit(app, key))
		return OUT_DRAW;
	app->count = 0;
	if (app->mode == MODE_BROWSE)
		app_say(
		    app, true, "%s has no meaning here; ? shows the keys", key);
	return OUT_DRAW;
}

enum outcome
command_key(struct app *app, const char *key)
{
	const char *argument;
	const struct command *command = command_bound(
	    app->config, key, app->mode, &argument);

	app->message[0] = '\0';
	app_notice(app, NULL);
	if (!command)
		return press_unbound(app, key);
	return run(app, command, argument);
}

enum outcome
command_paste(struct app *app, const char *text, size_t len)
{
	/* In the lists a paste would be a storm of commands. */
	return is_typing(app) ? type_text(app, text, len) : OUT_NONE;
}

enum outcome
command_mouse(struct app *app, enum mouse mouse, int y, int x)
{
	long by = mouse == MOUSE_WHEEL_UP ? -3 : 3;

	if (app->mode == MODE_HELP && mouse != MOUSE_CLICK) {
		app->count = 3;
		return run(app, command_find(by < 0 ? "up" : "down"), "");
	}
	if (app->mode != MODE_BROWSE)
		return OUT_NONE;
	for (int i = 0; i < PANE_COUNT; i++) {
		struct rect in = app->panes.inner[i];
		enum pane pane = (enum pane)i;

		if (y < in.y || y >= in.y + in.h || x < in.x ||
		    x >= in.x + in.w)
			continue;
		if (mouse != MOUSE_CLICK) {
			app_scroll(app, pane, by);
			return OUT_DRAW;
		}
		size_t row = pane == PANE_DETAIL
		    ? APP_NONE
		    : app_row_at(app, pane, y - in.y);

		app_set_focus(app, pane);
		if (row != APP_NONE)
			app_select_row(app, pane, row);
		return OUT_DRAW;
	}
	return OUT_NONE;
}
