#include <stdlib.h>

#include "lectern/base/mem.h"
#include "lectern/ui/app.h"

static void
list_anew(struct app *app)
{
	app_set_filter(app, "");
	app_finish(app);
}

bool
app_relate(struct app *app)
{
	uint32_t talk = app_talk_index(app);
	struct related near = {0};

	related_find(&near, app->filter, talk, APP_RELATED);
	if (near.n == 0) {
		related_free(&near);
		return false;
	}
	related_free(&app->related);
	app->related = near;
	app->related_to = mem_resize(
	    app->related_to, app->nrelated + 1, sizeof(*app->related_to));
	app->related_to[app->nrelated++] = talk;
	app->only_bookmarks = false;
	list_anew(app);
	app_select_row(app, PANE_TALKS, 0);
	return true;
}

bool
app_relate_back(struct app *app)
{
	uint32_t talk;

	if (app->nrelated == 0)
		return false;
	talk = app->related_to[--app->nrelated];
	if (app->nrelated > 0)
		related_find(&app->related, app->filter,
		    app->related_to[app->nrelated - 1], APP_RELATED);
	else
		app_relate_end(app);
	list_anew(app);
	app_select(app, talk);
	return true;
}

void
app_relate_end(struct app *app)
{
	related_free(&app->related);
	free(app->related_to);
	app->related_to = NULL;
	app->nrelated = 0;
}

const char *
app_related_words(const struct app *app, uint32_t talk)
{
	for (size_t i = 0; app->nrelated > 0 && i < app->related.n; i++)
		if (app->related.talk[i].talk == talk)
			return app->related.talk[i].shared;
	return NULL;
}

void
app_sort_related(struct app *app)
{
	size_t n = 0;

	for (size_t i = 0; i < app->related.n; i++) {
		size_t row = app_find_row(app, app->related.talk[i].talk);
		struct hit hit;

		if (row == APP_NONE)
			continue;
		hit = app->list.hit[row];
		app->list.hit[row] = app->list.hit[n];
		app->list.hit[n++] = hit;
	}
}
