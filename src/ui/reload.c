#include "lectern/ui/reload.h"

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "lectern/base/arena.h"
#include "lectern/base/clock.h"
#include "lectern/base/mem.h"
#include "lectern/base/tally.h"
#include "lectern/base/translate.h"

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
	const struct reload_sources *sources = &reload->sources;
	const struct notes *notes = *sources->notes;

	watch_free(&reload->watch);
	for (size_t i = 0; i < sources->npaths; i++)
		watch_add(&reload->watch, sources->paths[i]);
	for (uint32_t i = 0; i < notes->nsources; i++)
		if (!was_given(sources, notes->sources[i].path))
			watch_add_member(
			    &reload->watch, notes->sources[i].path);
	for (uint32_t i = 0; i < notes->ntalks; i++)
		if (notes_more(&notes->talks[i])->path)
			watch_add_member(
			    &reload->watch, notes_more(&notes->talks[i])->path);
}

/* Whether the documents are those of the library. */
static bool
is_library(const struct reload *reload)
{
	const struct reload_sources *sources = &reload->sources;
	const struct config *config = reload->app->config;
	size_t i = 0;

	/* What of the library is not there was left out. */
	for (size_t k = 0; config && k < config->nlibrary; k++)
		i += i < sources->npaths &&
		    strcmp(config->library[k], sources->paths[i]) == 0;
	return i > 0 && i == sources->npaths;
}

static void
start(struct reload *reload, const char *const *paths, size_t npaths)
{
	reload->reading = reading_begin(
	    paths, npaths, &reload->sources.load, *reload->sources.notes);
	if (!reload->reading)
		app_say(
		    reload->app, true, _("there is no thread to read with"));
}

static void
begin(struct reload *reload, bool asked)
{
	reload->asked = reload->asked || asked;
	if (!reload->reading)
		start(reload, reload->sources.paths, reload->sources.npaths);
}

/* say_swap() tells what changes while documents are open. */
static void
visit(struct reload *reload, enum app_visit due)
{
	if (reload->sources.kept && !reload->app->picking &&
	    due > reload->app->visit_due)
		reload->app->visit_due = due;
}

void
reload_begin(struct reload *reload, struct app *app,
    const struct reload_sources *sources)
{
	*reload = (struct reload){.app = app, .pause = QUIET};
	if (!sources)
		return;
	reload->sources = *sources;
	app->library_open = is_library(reload);
	reload->possible = is_possible(sources);
	if (!reload->possible)
		return;
	watch_sources(reload);
	watch_take_until(&reload->watch, sources->since);
	reload->looked = clock_milliseconds();
	reload->first = (*sources->notes)->part;
	if (!reload->first && !app->message[0])
		app_say_joined(app);
	if (!reload->first)
		visit(reload, VISIT_TELL);
	if (reload->first)
		begin(reload, false);
}

static void
set_free(struct reload_set *set)
{
	for (size_t i = 0; i < set->n; i++)
		free(set->path[i]);
	free(set->path);
	*set = (struct reload_set){.path = NULL};
}

static void
set_fill(struct reload_set *set, const char *const *paths, size_t npaths)
{
	set_free(set);
	set->path = mem_alloc(npaths, sizeof(*set->path));
	for (; set->n < npaths; set->n++)
		set->path[set->n] = mem_dup(
		    paths[set->n], strlen(paths[set->n]));
}

void
reload_open(struct reload *reload, const char *const *paths, size_t npaths)
{
	struct reload_set *next = &reload->next;

	if (!reload->sources.notes)
		return;
	reading_stop(reload->reading);
	reload->reading = NULL;
	set_fill(next, paths, npaths);
	app_say(reload->app, false, _("reading %s%s"), paths[0],
	    npaths > 1 ? " ..." : "");
	start(reload, (const char *const *)next->path, next->n);
}

void
reload_back(struct reload *reload)
{
	const struct reload_set *before = &reload->before;

	if (before->n == 0)
		app_say(reload->app, true, _("nothing was open before"));
	else
		reload_open(
		    reload, (const char *const *)before->path, before->n);
}

void
reload_now(struct reload *reload, bool asked)
{
	struct app *app = reload->app;

	if (!reload->possible) {
		if (asked)
			app_say(app, true,
			    _("standard input cannot be read again"));
		return;
	}
	enum watch_state state = watch_look(
	    &reload->watch, clock_milliseconds());

	if (!asked && state == WATCH_SAME)
		return;
	begin(reload, asked);
	if (asked)
		app_say(app, false, _("reading %s again"), app->notes->name);
}

void
reload_settled(struct reload *reload)
{
	if (!reload->possible)
		return;
	reload->settled = true;
	reload->again = reload->reading != NULL;
	begin(reload, true);
}

static const char *
after_slash(const char *path)
{
	const char *slash = strrchr(path, '/');

	return slash ? slash + 1 : path;
}

/* The name of a document, else that of its file. */
static const char *
name_of(const struct notes *notes, const char *path)
{
	for (uint32_t i = 0; i < notes->nsources; i++)
		if (strcmp(notes->sources[i].path, path) == 0)
			return notes_label(notes, i);
	return after_slash(path);
}

/* The name that a document has now whose file is gone; NULL: it has none. */
static const char *
renamed(const struct reload *reload, const char *path, bool alike)
{
	const struct notes *notes = reload->app->notes;

	for (uint32_t i = 0; i < notes->nsources; i++) {
		const char *now = notes->sources[i].path;

		if (watch_is_moved(&reload->watch, path, now, alike))
			return after_slash(now);
	}
	return NULL;
}

/* Names what changed, where that is one document of several. */
static void
say_swap(struct reload *reload, const struct app_swap *swap)
{
	struct app *app = reload->app;
	struct arena *arena = arena_new();
	bool there = true;
	const char *path = watch_only_change(&reload->watch, &there);
	const char *now = there || !path
	    ? NULL
	    : renamed(reload, path, swap->fresh + swap->gone == 0);
	char said[200] = "";

	tally_add(said, sizeof(said), swap->fresh,
	    arena_printf(
		arena, ngettext("%u new", "%u new", swap->fresh), swap->fresh));
	tally_add(said, sizeof(said), swap->gone,
	    arena_printf(
		arena, ngettext("%u gone", "%u gone", swap->gone), swap->gone));
	tally_add(said, sizeof(said), swap->moved,
	    arena_printf(arena, ngettext("%u moved", "%u moved", swap->moved),
		swap->moved));
	tally_add(said, sizeof(said), swap->videos,
	    arena_printf(arena,
		ngettext(
		    "%u has a video now", "%u have a video now", swap->videos),
		swap->videos));
	/* Without news, what was said of the visit stays. */
	if (now)
		app_say(app, false, _("%s is now called %s%s"),
		    after_slash(path), now,
		    said[0] ? arena_printf(arena, ": %s", said) : "");
	else if (!there || said[0] || reload->asked || !app->message[0] ||
	    app->message_bad)
		app_say(app, false,
		    there ? _("%s was read again%s") : _("%s is gone%s"),
		    path ? name_of(app->notes, path) : app->notes->name,
		    said[0] ? arena_printf(arena, ": %s", said) : "");
	arena_free(arena);
}

static void
put(struct reload *reload, struct notes *notes, struct filter *filter,
    struct app_swap *swap)
{
	struct notes *before = *reload->sources.notes;

	app_set_notes(reload->app, notes, filter, swap);
	*reload->sources.notes = notes;
	notes_free(before);
}

/* Goes from the place in the old documents to that in the new ones. */
static void
turn(struct reload *reload, struct notes *notes, struct filter *filter,
    struct app_swap *swap)
{
	struct reload_sources *sources = &reload->sources;
	struct app *app = reload->app;
	uint32_t talks;

	app_set_filter(app, "");
	if (sources->kept) {
		app_keep_place(app, &sources->kept->place);
		kept_turn(sources->kept, (const char *const *)reload->next.path,
		    reload->next.n, false);
	}
	put(reload, notes, filter, swap);
	set_fill(&reload->before, sources->paths, sources->npaths);
	set_free(&reload->opened);
	reload->opened = reload->next;
	reload->next = (struct reload_set){.path = NULL};
	sources->paths = (const char *const *)reload->opened.path;
	sources->npaths = reload->opened.n;
	reload->possible = is_possible(sources);
	app_set_track(app, TRACKS_ALL);
	app_select_row(app, PANE_TALKS, 0);
	if (sources->kept)
		app_take_place(app, &sources->kept->place);
	app->library_open = is_library(reload);
	talks = app->counts[TRACKS_ALL].talks;
	app_say(app, false, ngettext("%s: %u talk", "%s: %u talks", talks),
	    app->notes->name, talks);
	if (app->library_wanted && app->notes->nconferences > 1)
		app_show_library(app);
	app->library_wanted = false;
}

/* Tells why nothing was read; nothing is tried until something changes. */
static void
refuse(struct reload *reload, const struct err *err)
{
	if (reload->next.n > 0) {
		app_say(reload->app, true, "%s", err->msg);
		set_free(&reload->next);
		if (reload->first)
			begin(reload, false);
		return;
	}
	if (reload->first) {
		reload->fault = *err;
		return;
	}
	app_say(reload->app, reload->asked,
	    _("%s: what was read before is shown"), err->msg);
	watch_give_up(&reload->watch);
	reload->asked = false;
}

/* Takes what was read; false if there is nothing to draw. */
static bool
take(struct reload *reload, struct app_swap *swap)
{
	struct filter *filter;
	struct err err;
	struct notes *notes = reading_take(reload->reading, &filter, &err);
	bool other = reload->next.n > 0;

	reload->reading = NULL;
	/* What changed meanwhile is read again when it has come to rest. */
	if (!other && watch_moves(&reload->watch)) {
		notes_free(notes);
		filter_free(filter);
		return false;
	}
	if (!notes) {
		refuse(reload, &err);
		return true;
	}
	if (other) {
		turn(reload, notes, filter, swap);
	} else {
		put(reload, notes, filter, swap);
		if (reload->first)
			app_say_joined(reload->app);
		else if (!reload->settled)
			say_swap(reload, swap);
	}
	visit(reload, other || reload->first ? VISIT_TELL : VISIT_KEEP);
	reload->first = reload->asked = reload->settled = false;
	watch_sources(reload);
	watch_take(&reload->watch);
	if (reload->again)
		reload_settled(reload);
	return true;
}

/* Tells how far it is where there is more than is shown; false: as before. */
static bool
tell_percent(struct reload *reload)
{
	int percent = reading_percent(reload->reading);

	if (!reload->first || percent == reload->app->percent)
		return false;
	reload->app->percent = percent;
	return true;
}

bool
reload_look(struct reload *reload, struct app_swap *swap)
{
	long long now = clock_milliseconds();
	enum watch_state state;

	*swap = (struct app_swap){0};
	if (reload->reading)
		return reading_ended(reload->reading) ? take(reload, swap)
						      : tell_percent(reload);
	if (!reload->possible || now - reload->looked < reload->pause)
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

bool
reload_end(struct reload *reload)
{
	watch_free(&reload->watch);
	if (!reading_leave(reload->reading))
		return false;
	set_free(&reload->opened);
	set_free(&reload->next);
	set_free(&reload->before);
	return true;
}
