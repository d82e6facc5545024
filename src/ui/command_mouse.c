#include "lectern/ui/command.h"

#include <string.h>

#include "lectern/base/text.h"

#define WHEEL 3 /* rows that the wheel scrolls */

/* Runs the hint at this column of the status row. */
static enum outcome
click_hint(struct app *app, int x)
{
	struct hint hints[HINTS_MOST];
	char counter[COUNTER_BYTES];
	int room = app->w - command_counter(app, counter) - 2;
	size_t n = command_hints(app, room, hints);

	for (size_t i = 0; i < n && command_has_hints(app); i++)
		if (x >= hints[i].x && x < hints[i].x + hints[i].width)
			return command_run(app, hints[i].command, "");
	return OUT_NONE;
}

/* The number of the link at a column of a row of the notes; 0: there is none. */
static int
link_at(const struct app *app, const struct talk_rows_row *row, int x)
{
	const struct block *block = talk_rows_block(&app->detail, row);
	size_t at;

	if (row->kind == ROW_LINK)
		return (int)row->block + 1;
	x -= row->indent;
	if (!block || x < 0)
		return 0;
	at = row->start +
	    text_fit(row->text + row->start, row->end - row->start, x, NULL);
	for (uint32_t i = 0; i < block->nspans; i++) {
		const struct span *span = &block->spans[i];

		if (span->url && at >= span->start && at < span->end &&
		    at < row->end)
			return (int)talk_rows_number(
			    app->detail.talk, span->url);
	}
	return 0;
}

static bool
is_heading(const struct talk_rows_row *row)
{
	return row->kind == ROW_PART || row->kind == ROW_OWN_NAME ||
	    row->kind == ROW_LINKS || row->kind == ROW_ABOUT_NAME ||
	    row->kind == ROW_SPOKEN_NAME;
}

/* Opens the link that was clicked in the notes, or folds the part. */
static enum outcome
click_notes(struct app *app, int y, int x)
{
	size_t row = app->detail_top + (size_t)y;

	if (row >= app->detail.nrows || !app->detail.talk)
		return OUT_DRAW;
	if (is_heading(&app->detail.rows[row]) && !app_filtered(app)) {
		enum talk_part part = talk_rows_part(
		    &app->detail, &app->detail.rows[row]);

		app_fold_part(app, part, !(app->folded >> part & 1));
		return OUT_DRAW;
	}
	int link = link_at(app, &app->detail.rows[row], x - DETAIL_GUTTER);

	if (link == 0)
		return OUT_DRAW;
	app->count = link;
	return command_run(app, command_find("open"), "");
}

/* Selects a row, and enters the one that is selected. */
static enum outcome
click_list(struct app *app, enum pane pane, int y, bool focused)
{
	size_t row = app_row_at(app, pane, y);
	size_t sel = pane == PANE_TRACKS ? app->tracks.sel : app->talks.sel;

	if (row == APP_NONE)
		return OUT_DRAW;
	if (focused && row == sel)
		return command_run(app, command_find("enter"), "");
	app_select_row(app, pane, row);
	return OUT_DRAW;
}

static enum outcome
use_pane(struct app *app, enum pane pane, enum mouse mouse, int y, int x)
{
	struct rect in = app->panes.inner[pane];
	bool focused = app->focus == pane;

	if (mouse != MOUSE_CLICK) {
		app_scroll(app, pane, mouse == MOUSE_WHEEL_UP ? -WHEEL : WHEEL);
		return OUT_DRAW;
	}
	/* What was clicked is where it was before panes move. */
	if (pane == PANE_DETAIL) {
		app_set_focus(app, pane);
		return click_notes(app, y - in.y, x - in.x);
	}
	enum outcome outcome = click_list(app, pane, y - in.y, focused);

	if (!focused)
		app_set_focus(app, pane);
	return outcome;
}

enum outcome
command_mouse(struct app *app, enum mouse mouse, int y, int x)
{
	if (app_qr_end(app))
		return OUT_DRAW;
	if (mouse == MOUSE_CLICK && y == app->panes.status.y)
		return click_hint(app, x);
	if (app->mode == MODE_HELP && mouse != MOUSE_CLICK) {
		app->count = WHEEL;
		return command_run(app,
		    command_find(mouse == MOUSE_WHEEL_UP ? "up" : "down"), "");
	}
	if (app->mode != MODE_BROWSE)
		return OUT_NONE;
	for (int i = 0; i < PANE_COUNT; i++) {
		struct rect in = app->panes.inner[i];

		if (y >= in.y && y < in.y + in.h && x >= in.x &&
		    x < in.x + in.w)
			return use_pane(app, (enum pane)i, mouse, y, x);
	}
	return OUT_NONE;
}
