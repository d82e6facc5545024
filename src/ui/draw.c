#include "lectern/ui/draw.h"

#include <stdio.h>
#include <string.h>

#include "lectern/base/text.h"
#include "lectern/ui/command.h"
#include "ui/draw_bar.h"
#include "ui/draw_detail.h"
#include "ui/draw_list.h"
#include "ui/paint.h"

static void
draw_help_row(
    struct grid *grid, const struct help *help, size_t i, struct rect in, int y)
{
	const struct help_row *row = &help->rows[i];
	int x = in.x;

	if (row->heading) {
		paint(grid, y, x, in.w, row->text,
		    STYLE_BOLD | STYLE_COLOR(COLOR_NAMES));
		return;
	}
	if (row->keys)
		paint(grid, y, x, *row->text ? row->column : in.w, row->keys,
		    STYLE_BOLD);
	x += row->column;
	paint(grid, y, x, in.x + in.w - x, row->text, STYLE_PLAIN);
	if (row->name)
		paint(grid, y, in.x + in.w - help->name_width, help->name_width,
		    row->name, STYLE_DIM);
}

static void
draw_help(struct grid *grid, const struct app *app)
{
	struct panes panes = layout_panes(
	    app->h, app->w, PANE_DETAIL, true, NULL);
	struct rect in = command_help_rect(app);
	struct help help = {0};
	char hint[16] = "";

	command_help(&help, app->config, in.w);
	size_t last = command_help_last(app, help.nrows);
	size_t row = app->help_top < last ? app->help_top : last;

	if (row < last)
		snprintf(hint, sizeof(hint), "%zu%%",
		    100 * (row + (size_t)in.h) / help.nrows);
	else if (row > 0)
		snprintf(hint, sizeof(hint), "end");
	if (panes.borders)
		paint_frame(grid, panes.frame[PANE_DETAIL], "Help", hint, true);
	for (int y = 0; y < in.h && row < help.nrows; y++, row++)
		draw_help_row(grid, &help, row, in, in.y + y);
	grid->cursor_y = in.y;
	grid->cursor_x = in.x;
	command_help_free(&help);
}

/* Without borders a line in the gap keeps two panes apart. */
static void
draw_gaps(struct grid *grid, const struct app *app)
{
	for (int i = 0; i < PANE_COUNT; i++) {
		struct rect frame = app->panes.frame[i];

		for (int y = 0; y < frame.h && frame.x > 0; y++)
			grid_fill(grid, frame.y + y, frame.x - 1, 1, "│",
			    STYLE_COLOR(COLOR_BORDER));
	}
}

static void
draw_pane(struct grid *grid, const struct app *app, enum pane pane)
{
	switch (pane) {
	case PANE_TRACKS:
		draw_tracks(grid, app);
		break;
	case PANE_TALKS:
		draw_talks(grid, app);
		break;
	default:
		draw_detail(grid, app);
	}
}

/* Where a border is that of two panes. */
static void
draw_joints(struct grid *grid, const struct app *app)
{
	struct rect focus = app->panes.frame[app->focus];

	for (int i = 0; i < PANE_COUNT; i++) {
		struct rect frame = app->panes.frame[i];
		bool focused = frame.x == focus.x ||
		    frame.x == focus.x + focus.w - 1;
		unsigned style = STYLE_COLOR(
		    focused ? COLOR_FOCUS : COLOR_BORDER);

		if (frame.h <= 0 || frame.x == 0)
			continue;
		grid_fill(grid, frame.y, frame.x, 1, "┬", style);
		grid_fill(grid, frame.y + frame.h - 1, frame.x, 1, "┴", style);
	}
}

static void
draw_panes(struct grid *grid, const struct app *app)
{
	if (!app->panes.borders)
		draw_gaps(grid, app);
	for (int i = 0; i < PANE_COUNT; i++)
		if (i != (int)app->focus)
			draw_pane(grid, app, (enum pane)i);
	/* Its borders are over those of the others. */
	draw_pane(grid, app, app->focus);
	if (app->panes.borders)
		draw_joints(grid, app);
}

/* The rows that a text takes at a width, broken anywhere. */
static int
notice_rows(const char *s, int w)
{
	int rows = 0;

	while (*s) {
		size_t len = strcspn(s, "\n");
		size_t fit = text_fit(s, len, w, NULL);

		s += fit > 0 ? fit : len;
		s += *s == '\n' && fit == len;
		rows++;
	}
	return rows;
}

/*
 * A notice has whole rows of the screen, from the first column on, so that a
 * terminal's own selection gets a long link in one piece.
 */
static void
draw_notice(struct grid *grid, const struct app *app)
{
	const char *s = app->notice;
	int y = app->panes.status.y - notice_rows(s, app->w);

	if (y < 2)
		y = 2;
	grid_fill(grid, y - 1, 0, app->w, "─", STYLE_COLOR(COLOR_FOCUS));
	for (; *s && y < app->panes.status.y; y++) {
		size_t len = strcspn(s, "\n");
		size_t fit = text_fit(s, len, app->w, NULL);

		grid_fill(grid, y, 0, app->w, " ", STYLE_PLAIN);
		grid_put(grid, y, 0, app->w, s, fit, STYLE_PLAIN);
		s += fit > 0 ? fit : len;
		s += *s == '\n' && fit == len;
	}
}

void
draw_app(struct grid *grid, const struct app *app)
{
	grid_reset(grid, app->h, app->w);
	if (app->panes.too_small) {
		paint(grid, 0, 0, app->w, "window too small", STYLE_PLAIN);
		return;
	}
	draw_title(grid, app);
	if (app->mode == MODE_HELP)
		draw_help(grid, app);
	else
		draw_panes(grid, app);
	if (app->notice)
		draw_notice(grid, app);
	draw_status(grid, app);
}
