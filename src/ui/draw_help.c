#include "ui/draw_help.h"

#include <stdio.h>

#include "lectern/base/translate.h"
#include "lectern/ui/command.h"
#include "ui/paint.h"

static void
draw_row(struct grid *grid, const struct app *app, const struct help *help,
    const struct help_row *row, struct rect in)
{
	const struct query *query = &app->help_find;
	int x = in.x;

	if (row->heading) {
		paint_found(grid, in.y, x, in.w, row->text,
		    STYLE_BOLD | STYLE_COLOR(COLOR_NAMES), query, FIELD_BODY);
		return;
	}
	if (row->keys)
		paint_found(grid, in.y, x, *row->text ? row->column : in.w,
		    row->keys, STYLE_BOLD, query, FIELD_BODY);
	x += row->column;
	paint_found(grid, in.y, x, in.x + in.w - x, row->text, STYLE_PLAIN,
	    query, FIELD_BODY);
	if (row->name)
		paint_found(grid, in.y, in.x + in.w - help->name_width,
		    help->name_width, row->name, STYLE_DIM, query, FIELD_BODY);
}

/* Draws the rows from `top` on, in all columns. */
static void
draw_rows(struct grid *grid, const struct app *app, const struct help *help,
    size_t top, struct rect in)
{
	struct rect row = {.w = help->width};

	for (int c = 0; c < help->columns; c++) {
		row.x = in.x + c * help->column_width;
		for (int y = 0; y < in.h; y++) {
			size_t at = top + (size_t)y;
			size_t i = at + (size_t)c * help->height;

			row.y = in.y + y;
			if (at < help->height && i < help->nrows)
				draw_row(grid, app, help, &help->rows[i], row);
		}
	}
}

void
draw_help(struct grid *grid, const struct app *app)
{
	struct panes panes = layout_panes(
	    app->h, app->w, PANE_DETAIL, true, NULL);
	struct rect in = command_help_rect(app);
	struct help help;
	char hint[16] = "";

	command_help(&help, app);
	size_t last = command_help_last(app, &help);
	size_t top = app->help_top < last ? app->help_top : last;

	if (top < last)
		snprintf(hint, sizeof(hint), "%zu%%",
		    100 * (top + (size_t)in.h) / help.height);
	else if (top > 0)
		snprintf(hint, sizeof(hint), "%s", _("end"));
	if (panes.borders)
		paint_frame(
		    grid, panes.frame[PANE_DETAIL], _("Help"), hint, true);
	draw_rows(grid, app, &help, top, in);
	grid->cursor_y = in.y;
	grid->cursor_x = in.x;
	command_help_free(&help);
}
