#include "ui/draw_qr.h"

#include <string.h>

#include "lectern/base/translate.h"
#include "ui/paint.h"

/* Whether a module is dark; those around the code are light. */
static bool
is_dark(const struct qr *qr, int y, int x)
{
	return y >= 0 && x >= 0 && y < qr->size && x < qr->size &&
	    qr->dark[y * qr->size + x];
}

static void
draw_ascii(struct grid *grid, const struct qr *qr, struct rect in, int quiet)
{
	for (int y = 0; y < in.h; y++) {
		for (int x = 0; x < in.w; x++) {
			bool dark = is_dark(qr, y - quiet, x / 2 - quiet);

			grid_fill(grid, in.y + y, in.x + x, 1, dark ? "#" : " ",
			    STYLE_COLOR(dark ? COLOR_QR_DARK : COLOR_QR));
		}
	}
}

static void
draw_halves(struct grid *grid, const struct qr *qr, struct rect in, int quiet)
{
	static const char *const cells[2][2] = {{" ", "▄"}, {"▀", "█"}};

	for (int y = 0; y < in.h; y++) {
		for (int x = 0; x < in.w; x++) {
			int row = 2 * y - quiet, column = x - quiet;
			bool upper = is_dark(qr, row, column);
			bool lower = is_dark(qr, row + 1, column);

			grid_fill(grid, in.y + y, in.x + x, 1,
			    cells[upper][lower], STYLE_COLOR(COLOR_QR));
		}
	}
}

void
draw_qr(struct grid *grid, const struct app *app)
{
	struct rect rect;
	int quiet;

	if (!app_qr_fit(app, &rect, &quiet))
		paint(grid, 1, 0, app->w, _("window too small"), STYLE_PLAIN);
	else if (app->ascii)
		draw_ascii(grid, &app->qr, rect, quiet);
	else
		draw_halves(grid, &app->qr, rect, quiet);
}
