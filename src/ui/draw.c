#include "lectern/ui/draw.h"

#include <string.h>

#include "lectern/base/text.h"
#include "lectern/base/translate.h"
#include "ui/draw_detail.h"
#include "ui/draw_help.h"
#include "ui/draw_list.h"
#include "ui/draw_qr.h"
#include "ui/draw_status.h"
#include "ui/draw_title.h"
#include "ui/paint.h"

/* Without borders, a line between two panes keeps them apart. */
static void
draw_gaps(struct grid *grid, const struct app *app)
{
	for (int i = 0; i < PANE_COUNT; i++) {
		struct rect frame = app->panes.frame[i];

		for (int y = 0; y < frame.h && frame.x > 0; y++)
			grid_line(grid, frame.y + y, frame.x - 1, 1, "│",
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

/* Joins the borders that two panes share to the edges above and below. */
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
		grid_line(grid, frame.y, frame.x, 1, "┬", style);
		grid_line(grid, frame.y + frame.h - 1, frame.x, 1, "┴", style);
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
	/* Drawn last, over the borders of the others. */
	draw_pane(grid, app, app->focus);
	if (app->panes.borders)
		draw_joints(grid, app);
}

/* Whether all texts fit into rows of so many columns. */
static bool
all_fit(const char *const *text, int n, int columns)
{
	while (n > 0 && paint_width(_(text[n - 1])) <= columns)
		n--;
	return n == 0;
}

/*
 * Draws the welcome, at the first start ever, at the foot of the last pane: in
 * one row where it is narrow, or more would take over a third of it.
 */
static void
draw_welcome(struct grid *grid, const struct app *app)
{
	static const char *const lines[] = {
	    N_("Welcome.  / lists the talks with what you type,"),
	    N_("Enter reads one, o opens its video, b bookmarks it."),
	    N_("? shows all keys, q leaves."),
	};
	static const char *const brief[] = {
	    N_("Welcome: ? shows all keys, q leaves."),
	};
	enum pane pane = app->panes.inner[PANE_DETAIL].h > 0 ? PANE_DETAIL
							     : PANE_TALKS;
	struct rect in = app->panes.inner[pane];
	int most = in.h / 3 - 1, n = sizeof(lines) / sizeof(*lines);
	bool whole = most >= n && all_fit(lines, n, in.w - 2);
	const char *const *shown = whole ? lines : brief;

	if (most < 1)
		return;
	if (!whole)
		n = 1;
	int y = in.y + in.h - n;

	grid_line(grid, y - 1, in.x, in.w, "─", STYLE_COLOR(COLOR_BORDER));
	for (int i = 0; i < n; i++) {
		grid_fill(grid, y + i, in.x, in.w, " ", STYLE_PLAIN);
		paint(grid, y + i, in.x + 1, in.w - 2, _(shown[i]), STYLE_BOLD);
	}
}

/* Returns the rows that a text takes at a width, broken anywhere. */
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
 * A notice fills whole rows from the first column on, so that the terminal's
 * own selection gets a long link in one piece.
 */
static void
draw_notice(struct grid *grid, const struct app *app)
{
	const char *s = app->notice;
	int y = app->panes.status.y - notice_rows(s, app->w);

	if (y < 2)
		y = 2;
	grid_line(grid, y - 1, 0, app->w, "─", STYLE_COLOR(COLOR_FOCUS));
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
	grid->plain = app->plain;
	grid->ascii = app->ascii;
	if (app->panes.too_small) {
		paint(grid, 0, 0, app->w, _("window too small"), STYLE_PLAIN);
		return;
	}
	draw_title(grid, app);
	if (app->mode == MODE_HELP || app->mode == MODE_HELP_FIND)
		draw_help(grid, app);
	else {
		draw_panes(grid, app);
		if (app->welcome)
			draw_welcome(grid, app);
	}
	if (app->notice)
		draw_notice(grid, app);
	if (app->qr.size > 0)
		draw_qr(grid, app);
	draw_status(grid, app);
	/* Magnifiers follow only a cursor that shows. */
	grid->cursor_shown = grid->cursor_shown || app->plain;
}
