#include <stdlib.h>
#include <string.h>

#include "lectern/base/arena.h"
#include "lectern/find/spoken.h"
#include "lectern/ui/app.h"

void
app_spoken_begin(struct app *app)
{
	const struct config *config = app->config;

	if (app->transcripts || app->notes->part)
		return;
	app->transcripts = transcripts_begin(app->notes,
	    config ? (const char *const *)config->transcripts : NULL,
	    config ? config->ntranscripts : 0);
	app_spoken_want(app);
}

/* Drops the paragraphs that were shown. */
static void
forget(struct app *app)
{
	arena_free(app->spoken_arena);
	app->spoken_arena = NULL;
	app->spoken = NULL;
	app->nspoken = 0;
	app->spoken_of = APP_NONE;
}

void
app_spoken_end(struct app *app)
{
	if (app->filter)
		filter_set_transcripts(app->filter, NULL);
	transcripts_free(app->transcripts);
	app->transcripts = NULL;
	forget(app);
}

bool
app_spoken_look(struct app *app)
{
	if (!app->transcripts || !transcripts_look(app->transcripts))
		return false;
	filter_set_transcripts(app->filter, app->transcripts);
	app_relist(app);
	return true;
}

void
app_spoken_want(struct app *app)
{
	if (app->transcripts && spoken_is_searched(&app->query))
		transcripts_want(app->transcripts);
}

/* Makes the paragraphs of a talk. */
static void
make(struct app *app, uint32_t talk)
{
	const struct transcript *t = transcripts_open(app->transcripts, talk);

	forget(app);
	app->spoken_arena = arena_new();
	app->spoken_of = talk;
	if (t)
		app->spoken = transcript_blocks(
		    t, app->spoken_arena, &app->nspoken);
}

bool
app_spoken_settle(struct app *app, uint32_t talk, struct talk_rows_own *shown,
    const struct talk_rows_own *before)
{
	shown->transcribed = talk != APP_NONE &&
	    transcripts_has(app->transcripts, talk);
	shown->spoken = NULL;
	shown->nspoken = 0;
	if (shown->transcribed && !(app_folded(app) & 1U << TALK_SPOKEN)) {
		if (app->spoken_of != talk)
			make(app, talk);
		shown->spoken = app->spoken;
		shown->nspoken = app->nspoken;
	}
	return shown->transcribed != before->transcribed ||
	    shown->spoken != before->spoken;
}

const char *
app_spoken_hit(
    const struct app *app, const struct hit *hit, uint32_t *second, size_t *len)
{
	size_t line;
	const struct transcript *t = hit->in_spoken && !hit->in_body &&
		!hit->in_own
	    ? spoken_in(app->transcripts, hit->talk, &app->query, &line)
	    : NULL;

	if (!t)
		return NULL;
	*second = t->line[line].second;
	return spoken_text(t, line, len);
}
