#include "lectern/ui/reload.h"

#include <stdio.h>
#include <string.h>

#include "lectern/base/clock.h"

#define READING  20   /* milliseconds between looks at what is being read */
#define CHANGING 100  /* between looks at files that change */
#define QUIET    1000 /* and at those that do not */
#define SHARE    100  /* at most this part of the time is spent on them */

/* Standard input cannot be read twice. */
static bool
is_possible(const struct reload_sources *sources)
{
	for (size_t i = 0; sources && i < sources->npaths; i++)
		if (strcmp(sources->paths[i], "-") == 0)
			return false;
	return sources != NULL;
}

static bool
was_given(const struct reload_sources *sources, const char *path)
{
	for (size_t i = 0; i < sources->npaths; i++)
		if (strcmp(sources->paths[i], path) == 0)
			return true;
	return false;
}

/* Watches what was given, and what was read of it. */
static void
watch_sources(struct reload *reload)
{
	const struct notes *notes = *reload->sources->notes;
	const struct reload_sources *sources = reload->sources;

	watch_free(&reload->watch);
	for (size_t i = 0; i < sources->npaths; i++)
		watch_add(&reload->watch, sources->paths[i]);
	for (uint32_t i = 0; i < notes->nsources; i++)
		if (!was_given(sources, notes->sources[i].path))
			watch_add_member(
			    &reload->watch, notes->sources[i].path);
}

void
reload_begin(struct reload *reload, struct app *app,
    const struct reload_sources *sources)
{
	*reload = (struct reload){.app = app, .pause = QUIET};
	if (!is_possible(sources))
		return;
	reload->sources = sources;
	watch_sources(reload);
	watch_take_until(&reload->watch, sources->since);
	reload->looked = clock_milliseconds();
}

static void
begin(struct reload *reload, bool asked)
{
	const struct reload_sources *sources = reload->sources;

	reload->asked = reload->asked || asked;
	if (reload->reading)
		return;
	reload->reading = reading_begin(
	    sources->paths, sources->npaths, &sources->load);
	if (!reload->reading)
		app_say(reload->app, true, "there is no thread to read with");
}

void
reload_now(struct reload *reload, bool asked)
{
	struct app *app = reload->app;

	if (!reload->sources) {
		if (asked)
			app_say(
			    app, true, "standard input cannot be read again");
		return;
	}
	enum watch_state state = watch_look(
	    &reload->watch, clock_milliseconds());

	if (!asked && state == WATCH_SAME)
		return;
	begin(reload, asked);
	if (asked)
		app_say(app, false, "reading %s again", app->notes->name);
}

static void
say_swap(struct reload *reload, const struct app_swap *swap)
{
	struct app *app = reload->app;
	const char *name = app->notes->name;

	if (swap->fresh > 0 && swap->gone > 0)
		app_say(app, false, "%s was read again: %u new, %u gone", name,
		    swap->fresh, swap->gone);
	else if (swap->fresh + swap->gone > 0)
		app_say(app, false, "%s was read again: %u %s", name,
		    swap->fresh + swap->gone, swap->fresh > 0 ? "new" : "gone");
	else
		app_say(app, false, "%s was read again", name);
}

static void
put(struct reload *reload, struct notes *notes, struct filter *filter,
    struct app_swap *swap)
{
	struct notes *before = *reload->sources->notes;

	app_set_notes(reload->app, notes, filter, swap);
	*reload->sources->notes = notes;
	notes_free(before);
	watch_sources(reload);
	watch_take(&reload->watch);
	say_swap(reload, swap);
}

/* Takes what was read; false if there is nothing to draw. */
static bool
take(struct reload *reload, struct app_swap *swap)
{
	struct filter *filter;
	struct err err;
	struct notes *notes = reading_take(reload->reading, &filter, &err);
	bool asked = reload->asked;

	reload->reading = NULL;
	/* What changed meanwhile is read again when it has come to rest. */
	if (watch_moves(&reload->watch)) {
		notes_free(notes);
		filter_free(filter);
		return false;
	}
	reload->asked = false;
	if (notes) {
		put(reload, notes, filter, swap);
		return true;
	}
	watch_give_up(&reload->watch);
	app_say(
	    reload->app, asked, "%s: what was read before is shown", err.msg);
	return true;
}

bool
reload_look(struct reload *reload, struct app_swap *swap)
{
	long long now = clock_milliseconds();
	enum watch_state state;

	*swap = (struct app_swap){0};
	if (reload->reading)
		return reading_ended(reload->reading) && take(reload, swap);
	if (!reload->sources || now - reload->looked < reload->pause)
		return false;
	state = watch_look(&reload->watch, now);
	reload->looked = clock_milliseconds();
	reload->pause = state == WATCH_SAME ? QUIET : CHANGING;
	if (reload->pause < SHARE * (reload->looked - now))
		reload->pause = SHARE * (reload->looked - now);
	if (state != WATCH_CHANGED)
		return false;
	begin(reload, false);
	return false;
}

int
reload_wait(const struct reload *reload)
{
	return reload->reading ? READING : (int)reload->pause;
}

void
reload_end(struct reload *reload)
{
	reading_stop(reload->reading);
	watch_free(&reload->watch);
}
