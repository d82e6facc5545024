#include "lectern/ui/app.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "lectern/base/mem.h"
#include "lectern/base/parallel.h"
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

static void
find(void *argument)
{
	struct app_news *news = argument;

	news_read(&news->found, news->path);
	news_find(&news->found, news->notes);
}

static void
keep(void *argument)
{
	struct app_news *news = argument;

	news->kept = news_keep(&news->found, news->path, &news->err);
}

/* Does the work in a thread of its own, where one is to be had. */
static void
begin(struct app_news *news, void (*work)(void *argument))
{
	news->task = parallel_begin(work, news);
	if (!news->task)
		work(news);
}

/* Waits for the thread. */
static void
rest(struct app_news *news)
{
	parallel_end(news->task);
	news->task = NULL;
}

void
app_news_end(struct app *app)
{
	struct app_news *news = &app->news_found;

	rest(news);
	news_free(&news->found);
	free(news->path);
	*news = (struct app_news){0};
}

/* Lists what was found, and tells it unless it was to be. */
static void
list(struct app *app, bool tells)
{
	struct app_news *news = &app->news_found;
	char words[NEWS_BYTES];

	if (news->step == NEWS_KEEP && !news->kept)
		app_say(app, true, "%s", news->err.msg);
	else if (tells && news_words(&news->found, words))
		tell(app, words);
	news_free(&app->fresh);
	app->fresh = news->found;
	news->found = (struct news){0};
	app_news_end(app);
	app->visit_due = VISIT_TOLD;
}

static void
take_step(struct app *app, bool leaving)
{
	struct app_news *news = &app->news_found;
	bool tells = app->visit_due == VISIT_TELL;
	char words[NEWS_BYTES];

	switch (news->step) {
	case NEWS_NONE:
		news->notes = app->notes;
		news_begin(&news->found, app->notes, app->marks);
		news->step = NEWS_FIND;
		begin(news, find);
		return;
	case NEWS_FIND:
		/* What is not kept is told the next time. */
		if (leaving && tells && news_words(&news->found, words)) {
			list(app, false);
			return;
		}
		news->step = NEWS_KEEP;
		begin(news, keep);
		return;
	case NEWS_KEEP:
		list(app, tells);
		if (!leaving)
			app_relist(app);
		return;
	}
}

bool
app_news_busy(const struct app *app)
{
	return app->news_found.task && !parallel_ended(app->news_found.task);
}

bool
app_news_take(struct app *app, bool leaving)
{
	struct app_news *news = &app->news_found;

	/* Talks that are not read yet are not gone. */
	if (app->visit_due == VISIT_TOLD || app->notes->part ||
	    (!leaving && app_news_busy(app)))
		return false;
	if (!news->path)
		news->path = news_path();
	if (!news->path)
		app->visit_due = VISIT_TOLD;
	while (app->visit_due != VISIT_TOLD) {
		rest(news);
		take_step(app, leaving);
		if (!leaving)
			break;
	}
	return true;
}

void
app_news_move(struct app *app, const struct app_swap *swap)
{
	struct news *news = &app->fresh;
	uint32_t n = app->notes->ntalks;
	bool *has = mem_alloc(n + (size_t)1, sizeof(*has));
	bool any = false;

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
