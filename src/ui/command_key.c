#include "lectern/ui/command.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "lectern/base/mem.h"
#include "lectern/base/text.h"
#include "lectern/base/translate.h"
#include "ui/cmd_find.h"

#define COUNT_MOST 9999999

/*
 * Only here the rows of the help are known: keeps the scroll in bounds, and
 * searches it.
 */
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

enum outcome
command_run(
    struct app *app, const struct command *command, const char *argument)
{
	int count = app->count;

	app->count = 0;
	/* Any command but a movement ends the welcome. */
	app->welcome = app->welcome && strcmp(command->group, "Moving") == 0;
	/* Commands work on the finished list. */
	if (app->mode == MODE_BROWSE)
		app_finish(app);
	enum outcome outcome = command->run(app, count, argument);

	settle_help(app);
	return outcome;
}

bool
command_types(const struct app *app)
{
	return app->mode != MODE_BROWSE && app->mode != MODE_HELP;
}

/* Whether the key is a character, not the name of another key. */
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

/* Adds a digit to the count; 0 does not begin one. */
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
	if (command_types(app)) {
		if (strcmp(key, "Space") == 0)
			return type_text(app, " ", 1);
		return is_text(key) ? type_text(app, key, strlen(key))
				    : OUT_NONE;
	}
	if (add_digit(app, key))
		return OUT_DRAW;
	app->count = 0;
	if (app->mode == MODE_BROWSE)
		app_say(app, true,
		    _("%s has no meaning here; ? shows the keys"), key);
	return OUT_DRAW;
}

/* Waits for more keys of a binding; false if there is none with these. */
static bool
pend(struct app *app, const char *keys)
{
	struct following following = {.next = 0};

	if (command_types(app) || strlen(keys) >= sizeof(app->pending) ||
	    !command_begins(app->config, keys, app->mode, &following))
		return false;
	snprintf(app->pending, sizeof(app->pending), "%s", keys);
	return true;
}

enum outcome
command_key(struct app *app, const char *key)
{
	char keys[sizeof(app->pending) + 32];
	bool more = *app->pending != '\0';
	const char *argument;

	snprintf(
	    keys, sizeof(keys), "%s%s%s", app->pending, more ? " " : "", key);
	app->message[0] = '\0';
	app->pending[0] = '\0';
	app->pending_shown = false;
	app_notice(app, NULL);
	if (app_qr_end(app))
		return OUT_DRAW;
	if (more && strcmp(key, "Esc") == 0)
		return OUT_DRAW;
	if (pend(app, keys))
		return OUT_DRAW;
	const struct command *command = NULL;

	if (app->mode == MODE_BROWSE && app_lists_pairs(app))
		command = command_bound(
		    app->config, keys, MODE_PAIRS, &argument);
	if (!command)
		command = command_bound(
		    app->config, keys, app->mode, &argument);

	if (!command)
		return press_unbound(app, keys);
	return command_run(app, command, argument);
}

enum outcome
command_paste(struct app *app, const char *text, size_t len)
{
	if (command_types(app))
		return type_text(app, text, len);
	/* It would run a storm of commands. */
	app_say(
	    app, false, _("only a prompt, as of / or :, takes pasted text"));
	return OUT_DRAW;
}
