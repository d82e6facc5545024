#include "lectern/ui/app.h"

/* Returns the row where the range begins, or APP_NONE. */
static size_t
range_row(const struct app *app)
{
	return app->range_from != APP_NONE ? app_find_row(app, app->range_from)
					   : APP_NONE;
}

bool
app_ranging(const struct app *app)
{
	return app->range_from != APP_NONE;
}

void
app_range_settle(struct app *app)
{
	if (range_row(app) == APP_NONE)
		app->range_from = APP_NONE;
}

size_t
app_range(const struct app *app, size_t *first)
{
	size_t from = range_row(app), sel = app->talks.sel;

	if (from == APP_NONE)
		return 0;
	*first = from < sel ? from : sel;
	return (from < sel ? sel - from : from - sel) + 1;
}

size_t
app_targets(const struct app *app, int count, size_t *first)
{
	size_t n = app_range(app, first);

	if (n > 0)
		return n;
	*first = 0;
	if (app->focus == PANE_TRACKS)
		return app->list.n;
	*first = app->talks.sel;
	n = app->list.n - *first;
	return n < (size_t)app_times(count) ? n : (size_t)app_times(count);
}
