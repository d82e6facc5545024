#include "lectern/ui/command.h"

#include <stdlib.h>
#include <string.h>

#include "lectern/base/mem.h"
#include "lectern/base/near.h"
#include "lectern/base/text.h"
#include "lectern/base/translate.h"
#include "ui/cmd_act.h"
#include "ui/cmd_find.h"
#include "ui/cmd_move.h"

/* Only commands that work in the panes can be run by name. */
static bool
is_callable(const struct command *command)
{
	return command->modes & 1u << MODE_BROWSE;
}

size_t
command_matches(const char *line, const struct command **matches, size_t max)
{
	line += strspn(line, " ");
	size_t n, found = 0, len = strcspn(line, " ");
	const struct command *table = command_table(&n);

	for (size_t i = 0; i < n; i++) {
		if (!is_callable(&table[i]) ||
		    strncmp(table[i].name, line, len) != 0)
			continue;
		/* A complete name wins over longer ones that begin so. */
		if (!table[i].name[len]) {
			if (max > 0)
				matches[0] = &table[i];
			return 1;
		}
		if (found < max)
			matches[found] = &table[i];
		found++;
	}
	return found;
}

/* Goes to the row whose number `line` is; false if it is no number. */
static bool
go_to_number(struct app *app, const char *line)
{
	char *end;
	long row = strtol(line, &end, 10);

	if (!text_ascii_digit(*line) || *end)
		return false;
	cmd_move_top(app, row > 9999999 ? 9999999 : (int)row, "");
	return true;
}

/* Says that there is no such command, and which may be meant. */
static void
say_unknown(struct app *app, const char *name)
{
	size_t n;
	const struct command *table = command_table(&n);

	for (size_t i = 0; i < n; i++)
		if (is_callable(&table[i]) && near_word(name, table[i].name)) {
			app_say(app, true,
			    _("no command is called \"%s\"; is %s meant?"),
			    name, table[i].name);
			return;
		}
	app_say(app, true, _("no command is called \"%s\""), name);
}

enum outcome
command_line(struct app *app, const char *line)
{
	const struct command *matches[3];

	app->message[0] = '\0';
	line += strspn(line, " ");
	size_t len = strcspn(line, " ");
	const char *argument = line + len + strspn(line + len, " ");

	if (!*line || go_to_number(app, line))
		return OUT_DRAW;
	/* As in vi, less and tig, though other commands begin so, too. */
	if (strcmp(line, "q") == 0)
		return cmd_act_quit(app, 0, "");
	size_t n = command_matches(line, matches, 3);

	if (n == 1 && (!*argument || matches[0]->argument))
		return matches[0]->run(app, 0, argument);
	if (n == 0) {
		char *name = mem_dup(line, len);

		say_unknown(app, name);
		free(name);
	} else if (n == 1) {
		app_say(app, true, _("%s takes nothing after its name"),
		    matches[0]->name);
	} else {
		app_say(app, true, _("\"%.*s\" may be %s, %s%s"), (int)len,
		    line, matches[0]->name, matches[1]->name,
		    n > 2 ? " ..." : "");
	}
	return OUT_DRAW;
}

enum outcome
command_accept(struct app *app, int count, const char *argument)
{
	if (app->mode == MODE_FILTER && app->picking)
		return cmd_find_pick(app);
	if (app->mode != MODE_COMMAND)
		return cmd_find_keep(app, count, argument);

	/* The command may open a prompt of its own. */
	char *line = mem_dup(app->input.text, app->input.len);

	app->mode = MODE_BROWSE;
	edit_set(&app->input, "");
	enum outcome outcome = command_line(app, line);

	free(line);
	return outcome;
}
