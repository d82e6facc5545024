#include "lectern/ui/app.h"

#include "lectern/base/translate.h"

/* Modules around the code: as the standard wants it, and what readers take. */
#define QUIET       4
#define QUIET_LEAST 2

/* Half blocks have two modules in a cell; in ASCII one takes two cells. */
static struct rect
size_of(const struct app *app, int quiet)
{
	int side = app->qr.size + 2 * quiet;

	return app->ascii ? (struct rect){.h = side, .w = 2 * side}
			  : (struct rect){.h = (side + 1) / 2, .w = side};
}

bool
app_qr_fit(const struct app *app, struct rect *rect, int *quiet)
{
	/* Between title and status. */
	int h = app->panes.status.y - 1;

	for (*quiet = QUIET; *quiet >= QUIET_LEAST; --*quiet) {
		*rect = size_of(app, *quiet);
		if (rect->h > h || rect->w > app->w)
			continue;
		rect->y = 1 + (h - rect->h) / 2;
		rect->x = (app->w - rect->w) / 2;
		return true;
	}
	return false;
}

bool
app_qr_show(struct app *app, const char *text)
{
	struct rect rect;
	struct err err;
	int quiet;

	app_qr_end(app);
	if (!qr_make(&app->qr, text, &err)) {
		app_say(app, true, "%s", err.msg);
		return false;
	}
	if (app_qr_fit(app, &rect, &quiet))
		return true;
	rect = size_of(app, QUIET_LEAST);
	app_say(app, true,
	    _("window too small: the QR code takes %d columns and %d rows"),
	    rect.w, rect.h + 2);
	app_qr_end(app);
	return false;
}

bool
app_qr_end(struct app *app)
{
	bool shown = app->qr.size > 0;

	qr_free(&app->qr);
	return shown;
}
