#include "unit.h"

#include "press.h"

#include <locale.h>
#include <stdlib.h>
#include <string.h>

#include "lectern/base/mem.h"
#include "lectern/ui/draw.h"
#include "sample.h"

int
desk_setup(void **state)
{
	struct desk *desk = mem_alloc(1, sizeof(*desk));
	struct err err;

	if (!setlocale(LC_CTYPE, "C.UTF-8"))
		return 1;
	desk->notes = sample_notes();
	desk->marks = marks_open(NULL, NULL, &err);
	app_init(&desk->app, desk->notes, desk->marks, &desk->config);
	resize(desk, 24, 160);
	*state = desk;
	return 0;
}

int
desk_teardown(void **state)
{
	struct desk *desk = *state;

	grid_free(&desk->grid);
	app_free(&desk->app);
	config_free(&desk->config);
	marks_close(desk->marks);
	notes_free(desk->notes);
	free(desk);
	return 0;
}

static void
check(const struct desk *desk, const char *after)
{
	const char *fault = app_check(&desk->app);

	if (fault)
		fail_msg("after %s: %s", after, fault);
}

void
desk_show(struct desk *desk, struct notes *notes)
{
	struct app_swap swap;

	app_set_notes(&desk->app, notes, NULL, &swap);
	app_swap_free(&swap);
	notes_free(desk->notes);
	desk->notes = notes;
}

enum outcome
press(struct desk *desk, const char *keys)
{
	enum outcome outcome = OUT_NONE;

	while (*keys) {
		size_t len = strcspn(keys, " ");
		char *key = mem_dup(keys, len);

		outcome = command_key(&desk->app, key);
		check(desk, key);
		free(key);
		keys += len;
		keys += strspn(keys, " ");
	}
	return outcome;
}

void
type(struct desk *desk, const char *text)
{
	for (; *text; text++) {
		char key[2] = {*text, '\0'};

		press(desk, *text == ' ' ? "Space" : key);
	}
}

void
resize(struct desk *desk, int h, int w)
{
	app_resize(&desk->app, h, w);
	check(desk, "resizing");
}

/* Makes one of each run of blanks: how wide a column is is not the point. */
static void
squeeze(char *s)
{
	char *to = s;

	for (; *s; s++)
		if (*s != ' ' || s[1] != ' ')
			*to++ = *s;
	*to = '\0';
}

bool
shows(struct desk *desk, const char *text)
{
	char *wanted = mem_dup(text, strlen(text));
	bool found = false;

	squeeze(wanted);

	draw_app(&desk->grid, &desk->app);
	for (int y = 0; y < desk->grid.h && !found; y++) {
		char *row = grid_row(&desk->grid, y);

		squeeze(row);
		found = strstr(row, wanted) != NULL;
		free(row);
	}
	free(wanted);
	return found;
}

/* Whether the cells from (y, x) on show `text`. */
static bool
stands_at(const struct grid *grid, int y, int x, const char *text)
{
	for (; *text && x < grid->w; x++) {
		const char *cell = grid->cells[y * grid->w + x].text;
		size_t len = strlen(cell);

		if (strncmp(text, cell, len) != 0)
			return false;
		text += len;
	}
	return !*text;
}

unsigned
style_of(struct desk *desk, const char *text)
{
	draw_app(&desk->grid, &desk->app);
	for (int y = 0; y < desk->grid.h; y++)
		for (int x = 0; x < desk->grid.w; x++)
			if (stands_at(&desk->grid, y, x, text))
				return desk->grid.cells[y * desk->grid.w + x]
				    .style;
	fail_msg("not on the screen: %s", text);
	return 0;
}

const char *
title(const struct desk *desk)
{
	const struct talk *talk = app_talk(&desk->app);

	return talk ? talk->title : "";
}

void
bind_key(struct desk *desk, const char *key, const char *command)
{
	struct config *config = &desk->config;

	config->bindings = mem_resize(
	    config->bindings, config->nbindings + 1, sizeof(*config->bindings));
	config->bindings[config->nbindings++] = (struct binding){
	    mem_dup(key, strlen(key)), mem_dup(command, strlen(command)),
	    (int)config->nbindings};
}
