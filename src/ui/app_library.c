#include "lectern/ui/app.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "lectern/base/clock.h"
#include "lectern/base/date.h"
#include "lectern/base/mem.h"
#include "lectern/base/translate.h"
#include "lectern/system/visit.h"

void
app_visit(struct app *app)
{
	const struct talk *talk = app_talk(app);

	if (talk && !talk->missing)
		visit_set(app->recall, app->notes->sources[talk->source].path,
		    clock_date());
}

/* Looked up once: a path is resolved for each. */
static void
take_visits(struct app *app)
{
	uint32_t n = app->notes->nsources;

	free(app->visits);
	app->visits = mem_alloc(n, sizeof(*app->visits));
	for (uint32_t i = 0; i < n; i++)
		app->visits[i] = visit_get(
		    app->recall, app->notes->sources[i].path);
}

void
app_show_library(struct app *app)
{
	const struct talk *talk = app_talk(app);
	uint32_t source = talk && !talk->missing ? talk->source : 0;

	take_visits(app);
	if (app_filtered(app))
		app_set_filter(app, "");
	app_finish(app);
	app_set_by(app, app_by_name(BY_TRACK));
	for (uint32_t i = 0; i < app->notes->nsources; i++)
		app_unfold(app, i, false);
	size_t row = app_group_row(app, GROUP_CONFERENCE, source);

	if (row != APP_NONE)
		app_set_track(app, row);
	app->library_home = app->home;
	app->in_library = true;
	app->zoom = true;
	app_set_focus(app, PANE_TRACKS);
}

bool
app_leave_library(struct app *app, enum pane focus)
{
	if (!app->in_library)
		return false;
	app->in_library = false;
	app->zoom = false;
	app_set_focus(app, focus);
	app->home = app->library_home < focus ? app->library_home : focus;
	return true;
}

void
app_library_date(const struct app *app, size_t row, char out[COUNT_BYTES])
{
	struct group group = app->groups[row];
	char date[DATE_BYTES];

	*out = '\0';
	if (!app->in_library || group.kind != GROUP_CONFERENCE)
		return;
	snprintf(out, COUNT_BYTES, "%.10s",
	    app->visits[group.index] > 0
		? date_text(date, app->visits[group.index], true)
		: /* TRANSLATORS: at most 10 columns, as a date. */ _(
		      "never read"));
}
