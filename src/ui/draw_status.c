#include "ui/draw_status.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "lectern/base/mem.h"
#include "lectern/base/text.h"
#include "lectern/base/translate.h"
#include "lectern/ui/command.h"
#include "ui/paint.h"

#define MATCHES_MOST 8

/* Draws the counter and the count typed so far; returns their columns. */
static int
draw_counter(struct grid *grid, const struct app *app, int y)
{
	char text[COUNTER_BYTES];

	int width = command_counter(app, text);

	paint(grid, y, app->w - width, width, text, STYLE_BOLD);
	if (app->count == 0)
		return width;
	snprintf(text, sizeof(text), "%d", app->count);
	int count_width = (int)strlen(text);

	width += count_width + 2;
	paint(grid, y, app->w - width, count_width, text, STYLE_PLAIN);
	return width;
}

static void
draw_hint(struct grid *grid, int y, int x, const struct hint *hint)
{
	int key = paint(grid, y, x, hint->width, hint->key, STYLE_PLAIN);

	paint(grid, y, x + key + 1, hint->width, hint->label, STYLE_DIM);
}

/* Draws the keys that a newcomer needs, as they are bound. */
static void
draw_hints(struct grid *grid, const struct app *app, int y, int room)
{
	struct hint hints[HINTS_MOST];
	size_t n = command_hints(app, room, hints);

	for (size_t i = 0; i < n; i++)
		draw_hint(grid, y, hints[i].x, &hints[i]);
}

/* After what was done to several talks: the key that takes it back. */
static void
draw_undo(struct grid *grid, const struct app *app, int y, int room)
{
	int x = paint_width(app->message) + 2;
	struct hint hint;

	if (app->message_undo && command_hint_undo(app, room - x, &hint))
		draw_hint(grid, y, x, &hint);
}

/*
 * Tells that no talk matches, and which query would: more important than any
 * message.
 */
static bool
draw_no_match(struct grid *grid, const struct app *app, int y, int x, int room)
{
	size_t talks;
	const char *offer = app_offer(app, &talks);
	char *text;
	int used;

	if (!app_filtered(app) || app->list.n > 0)
		return false;
	if (app->found.n > 0)
		text = mem_printf(
		    ngettext("no talk here matches \"%s\", %zu elsewhere",
			"no talk here matches \"%s\", %zu elsewhere",
			app->found.n),
		    app->query.text, app->found.n);
	else
		text = mem_printf(_("no talk matches \"%s\""), app->query.text);
	used = paint(grid, y, x, room, text, STYLE_COLOR(COLOR_ERROR));
	free(text);
	if (!offer)
		return true;
	text = mem_printf(
	    ngettext("Tab: %s, %zu talk", "Tab: %s, %zu talks", talks), offer,
	    talks);
	paint(grid, y, x + used + 2, room - used - 2, text, STYLE_BOLD);
	free(text);
	return true;
}

/* What a command does, and to how many talks if its word is for several. */
static void
draw_command_help(struct grid *grid, const struct app *app, int y, int x,
    int room, const struct command *command)
{
	size_t first, n = app_targets(app, 0, &first);

	if (n > 1 && strcmp(command->name, "tag") == 0) {
		char *talks = mem_printf(
		    ngettext("%zu talk", "%zu talks", n), n);
		int used = paint(grid, y, x, room, talks, STYLE_PLAIN);

		free(talks);
		x += used + 2;
		room -= used + 2;
	}
	paint(grid, y, x, room, _(command->help), STYLE_DIM);
}

/* While a command is typed, shows the commands that begin so, or its help. */
static void
draw_matches(struct grid *grid, const struct app *app, int y, int x, int room)
{
	const struct command *matches[MATCHES_MOST];
	size_t n = command_matches(app->input.text, matches, MATCHES_MOST);

	if (n == 1) {
		draw_command_help(grid, app, y, x, room, matches[0]);
		return;
	}
	for (size_t i = 0; i < n && i < MATCHES_MOST && room > 0; i++) {
		int used = paint(grid, y, x, room, matches[i]->name, STYLE_DIM);

		x += used + 2;
		room -= used + 2;
	}
}

/* Returns the first byte to show so that the cursor is in sight. */
static size_t
first_shown(const struct edit *input, int columns)
{
	size_t from = 0;
	int width = text_width(input->text, input->at);

	while (width >= columns && from < input->at) {
		size_t n = text_next(input->text + from, input->at - from);

		width -= text_width(input->text + from, n);
		from += n;
	}
	return from;
}

/* Which match in the open talk is current: "4/14". */
static void
draw_found(struct grid *grid, const struct app *app, int y, int x, int room)
{
	char text[32];

	if (!app_finding(app))
		return;
	snprintf(text, sizeof(text), "%u/%u",
	    app->find_n > 0 ? app->find_at + 1 : 0, app->find_n);
	x += paint(grid, y, x, room, text, STYLE_BOLD);
	if (app->find_n == 0)
		paint(grid, y, x + 1, room - 1 - (int)strlen(text),
		    _("not found in this talk"), STYLE_COLOR(COLOR_ERROR));
}

/* Returns the bytes of the path that a message begins with: "/a/b.md:3: ..." */
static size_t
path_length(const char *message)
{
	const char *end = strstr(message, ": ");
	size_t first = strcspn(message, " /");

	return end && message[first] == '/' && message + first < end
	    ? (size_t)(end - message)
	    : 0;
}

/* What is wrong matters more than the folders of the file. */
static void
draw_message(struct grid *grid, int y, int x, int room, const char *message,
    unsigned style)
{
	const char *s = message, *end = message + path_length(message);
	const char *slash;
	int dots = 0;

	while (s < end && dots + paint_width(s) > room &&
	    (slash = memchr(s + 1, '/', (size_t)(end - s - 1)))) {
		s = slash;
		dots = 1;
	}
	if (dots)
		paint(grid, y, x, room, "…", style);
	paint(grid, y, x + dots, room - dots, s, style);
}

static void
draw_prompt(struct grid *grid, const struct app *app, int y, int room)
{
	const struct edit *input = &app->input;
	bool filter = app->mode != MODE_COMMAND;
	size_t from = first_shown(input, room - 1);
	int x = 1;

	grid_put(grid, y, 0, 1, filter ? "/" : ":", 1, STYLE_BOLD);
	x += grid_put(grid, y, x, room - x, input->text + from,
	    input->len - from, input->fresh ? STYLE_REVERSE : STYLE_PLAIN);
	grid->cursor_y = y;
	grid->cursor_x = 1 + text_width(input->text + from, input->at - from);
	grid->cursor_shown = true;
	x += 3;
	if (x + 8 > room)
		return;
	if (!filter)
		draw_matches(grid, app, y, x, room - x);
	else if (app->message[0])
		draw_message(grid, y, x, room - x, app->message, STYLE_DIM);
	else if (app->mode == MODE_FIND)
		draw_found(grid, app, y, x, room - x);
	else if (app->mode == MODE_FILTER)
		draw_no_match(grid, app, y, x, room - x);
}

/* The keys pressed of a binding of several, and later those that may follow. */
static void
draw_pending(struct grid *grid, const struct app *app, int y, int room)
{
	struct following next = {.next = 0};
	int x = paint(grid, y, 0, room, app->pending, STYLE_BOLD) + 2;

	while (app->pending_shown &&
	    command_begins(app->config, app->pending, app->mode, &next)) {
		x += paint(grid, y, x, room - x, next.rest, STYLE_PLAIN);
		x += paint(
		    grid, y, x + 1, room - x - 1, next.command, STYLE_DIM);
		x += 3;
	}
}

void
draw_status(struct grid *grid, const struct app *app)
{
	int y = app->panes.status.y;
	int room = app->w - draw_counter(grid, app, y) - 2;

	if (app->mode != MODE_BROWSE && app->mode != MODE_HELP) {
		draw_prompt(grid, app, y, room);
		return;
	}
	if (app->pending[0]) {
		draw_pending(grid, app, y, room);
		return;
	}
	if (app->message[0]) {
		draw_message(grid, y, 0, room, app->message,
		    app->message_bad ? STYLE_COLOR(COLOR_ERROR) : STYLE_PLAIN);
		draw_undo(grid, app, y, room);
		return;
	}
	if (command_has_hints(app)) {
		draw_hints(grid, app, y, room);
		return;
	}
	if (app_finding(app) && app->focus == PANE_DETAIL) {
		int at = grid_put(grid, y, 0, room, "/", 1, STYLE_BOLD);

		at += paint(grid, y, at, room - at, app->find.text, STYLE_BOLD);
		draw_found(grid, app, y, at + 2, room - at - 2);
		return;
	}
	if (draw_no_match(grid, app, y, 0, room))
		return;
	int x = grid_put(grid, y, 0, room, "/", 1, STYLE_BOLD);

	paint(grid, y, x, room - x, app->query.text, STYLE_BOLD);
}
