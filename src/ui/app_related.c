#include <stdlib.h>

#include "lectern/base/mem.h"
#include "lectern/ui/app.h"

static void
list_anew(struct app *app)
{
	app_set_filter(app, "");
	app_finish(app);
}

/* Finds what the last list of all had. */
static void
find_near(struct app *app, struct related *related, struct near to)
{
	if (to.speaker == APP_NONE)
		related_find(related, app->filter, to.talk, APP_RELATED);
	else
		app_person_find(related, app->notes, to.talk, to.speaker);
}

/* Lists what is near; false, without a change, if nothing is. */
static bool
relate(struct app *app, struct near to)
{
	struct related found = {0};

	find_near(app, &found, to);
	if (found.n == 0) {
		related_free(&found);
		return false;
	}
	related_free(&app->related);
	app->related = found;
	app->related_to = mem_resize(
	    app->related_to, app->nrelated + 1, sizeof(*app->related_to));
	app->related_to[app->nrelated++] = to;
	app->only_bookmarks = false;
	list_anew(app);
	app_select_row(app, PANE_TALKS, 0);
	return true;
}

bool
app_relate(struct app *app)
{
	return relate(app, (struct near){app_talk_index(app), APP_NONE});
}

void
app_relate_speaker(struct app *app, uint32_t speaker)
{
	uint32_t talk = app_talk_index(app);

	if (relate(app, (struct near){talk, speaker}))
		app_select(app, talk);
}

const char *
app_related_speaker(const struct app *app)
{
	struct near to = {0, APP_NONE};

	if (app->nrelated > 0)
		to = app->related_to[app->nrelated - 1];
	return to.speaker != APP_NONE
	    ? app->notes->talks[to.talk].speakers[to.speaker]
	    : NULL;
}

bool
app_relate_back(struct app *app)
{
	uint32_t talk;

	if (app->nrelated == 0)
		return false;
	talk = app->related_to[--app->nrelated].talk;
	if (app->nrelated > 0)
		find_near(
		    app, &app->related, app->related_to[app->nrelated - 1]);
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
