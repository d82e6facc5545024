#include "lectern/ui/app.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "lectern/base/mem.h"
#include "lectern/base/translate.h"

static void
tell(struct app *app, const char *words)
{
	char *said;

	/* What failed stands behind it; that sources were joined need not. */
	said = app->message[0] && !app->message_joined
	    ? mem_printf("; %s", app->message)
	    : NULL;
	app_say(app, app->message_bad, _("since last time: %s%s"), words,
	    said ? said : "");
	free(said);
}

/* Forgets what was found so far: the talks are others. */
static void
begin_anew(struct app *app)
{
	news_free(&app->found_news);
	app->news_step = NEWS_READ;
}

static void
keep(struct app *app, const char *path, bool leaving)
{
	char words[NEWS_BYTES];
	struct err err;
	bool tells = news_words(&app->found_news, words) &&
	    app->visit_due == VISIT_TELL;

	/* What is not kept is told the next time. */
	if (!(leaving && tells) && !news_keep(&app->found_news, path, &err))
		app_say(app, true, "%s", err.msg);
	else if (tells)
		tell(app, words);
}

static void
take_step(struct app *app, const char *path, bool leaving)
{
	switch (app->news_step) {
	case NEWS_READ:
		news_read(&app->found_news, path);
		app->news_step = NEWS_FIND;
		return;
	case NEWS_FIND:
		news_find(&app->found_news, app->notes, app->marks);
		app->news_step = NEWS_KEEP;
		return;
	case NEWS_KEEP:
		keep(app, path, leaving);
		app->news_step = NEWS_LIST;
		return;
	case NEWS_LIST:
		break;
	}
	news_free(&app->fresh);
	app->fresh = app->found_news;
	app->found_news = (struct news){0};
	app->news_step = NEWS_READ;
	app->visit_due = VISIT_TOLD;
	if (!leaving)
		app_relist(app);
}

bool
app_news_take(struct app *app, bool leaving)
{
	char *path;

	/* Talks that are not read yet are not gone. */
	if (app->visit_due == VISIT_TOLD || app->notes->part)
		return false;
	path = news_path();
	if (!path)
		app->visit_due = VISIT_TOLD;
	do {
		if (path)
			take_step(app, path, leaving);
	} while (leaving && app->visit_due != VISIT_TOLD);
	free(path);
	return true;
}

void
app_news_move(struct app *app, const struct app_swap *swap)
{
	struct news *news = &app->fresh;
	uint32_t n = app->notes->ntalks;
	bool *has = mem_alloc(n + (size_t)1, sizeof(*has));
	bool any = false;

	begin_anew(app);
	for (uint32_t i = 0; i < news->n; i++) {
		uint32_t to = app_swapped(swap, i);

		if (to == APP_NONE)
			continue;
		has[to] = news->has[i];
		any = any || has[to];
	}
	free(news->has);
	news->has = has;
	news->n = n;
	if (any)
		app_relist(app);
}

bool
app_news_listed(const struct app *app)
{
	const struct view *view = &app->views[TRACKS_NEW];

	return view->has && app->fresh.n > 0 &&
	    memchr(view->has, 1, app->notes->ntalks);
}
