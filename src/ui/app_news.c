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

bool
app_news_take(struct app *app, bool leaving)
{
	enum app_visit due = app->visit_due;
	char *path = due == VISIT_TOLD ? NULL : news_path();
	char words[NEWS_BYTES];
	struct err err;

	app->visit_due = VISIT_TOLD;
	/* Talks that are not read yet are not gone. */
	if (!path || app->notes->part) {
		free(path);
		return false;
	}
	news_free(&app->fresh);
	news_find(&app->fresh, app->notes, app->marks, path);
	bool tells = news_words(&app->fresh, words) && due == VISIT_TELL;

	/* What is not kept is told the next time. */
	if (!(leaving && tells) && !news_keep(&app->fresh, path, &err))
		app_say(app, true, "%s", err.msg);
	else if (tells)
		tell(app, words);
	free(path);
	if (!leaving)
		app_relist(app);
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
