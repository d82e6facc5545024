#include "lectern/ui/tui.h"

#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include "lectern/base/ascii.h"
#include "lectern/base/clock.h"
#include "lectern/base/mem.h"
#include "lectern/base/translate.h"
#include "lectern/ui/command.h"
#include "lectern/ui/draw.h"
#include "lectern/ui/theme.h"
#include "ui/effect.h"
#include "ui/paint.h"
#include "ui/term.h"

#define FRAME_MILLISECONDS 40  /* keys that wait are taken before a draw */
#define REST_MILLISECONDS  20  /* the first screen is out by then */
#define NEXT_MILLISECONDS  600 /* until the keys that may follow are shown */
#define MARKS_MILLISECONDS 500 /* between looks at what other copies did */

#define STATUS_ERROR 2

/* The state of the loop. */
struct tui {
	struct app *app;
	struct sync *sync; /* or NULL */
	struct grid grid;
	struct effects effects;
	const struct tui_options *options;
	struct config *before; /* what was in force; paths point into it */
	size_t nbefore;
	struct reload reload;
	long long drawn;  /* monotonic milliseconds of the last draw */
	long long looked; /* and of the last look at the marks */
	long long keyed;  /* and of the last key */
	bool more;        /* marks that waited are set, and more wait */
	bool rest;        /* there are marks to be read: see read_rest() */
	bool lost;        /* marks were read whose talks may be missing */
	bool unready;     /* the first search would have to make text ready */
	bool dirty;       /* the screen is behind the state */
	bool clean;       /* all of it has to be drawn anew */
	bool done;
	bool moved; /* the reader has done something */
	bool check; /* look at the invariants after each key */
	int status; /* to exit with */
};

static void
say_error(struct tui *tui, const struct err *err)
{
	app_say(tui->app, true, "%s", err->msg);
	tui->dirty = true;
}

static void
draw(struct tui *tui)
{
	draw_app(&tui->grid, tui->app);
	term_show(&tui->grid, tui->clean);
	tui->drawn = clock_milliseconds();
	tui->dirty = false;
	tui->clean = false;
}

/* Opens what is there of the library; else reading says what is not. */
static void
open_library(struct tui *tui)
{
	const struct config *config = tui->app->config;
	const char *first = config->library[0];
	struct err err;
	size_t n;
	const char **paths = config_library(config, &n, &err);

	reload_open(&tui->reload, n > 0 ? paths : &first, n > 0 ? n : 1);
	free(paths);
}

static void
open_sources(struct tui *tui)
{
	const char *path = tui->app->effect;

	if (path)
		reload_open(&tui->reload, &path, 1);
	else
		open_library(tui);
}

static bool
open_terminal(const struct tui_options *options, struct err *err)
{
	const char *told = getenv("COLORFGBG");
	struct term_options terminal = {
	    .mouse = options->config->mouse,
	    .asks = options->color && !told &&
		options->config->theme == CONFIG_THEME_AUTO,
	};

	for (int i = 0; i < THEME_GROUNDS; i++)
		theme_make(&terminal.on[i], options->config,
		    (enum theme_ground)i, options->color);
	terminal.theme = terminal.on[theme_told(told, getenv("TERM"))];
	theme_make(&terminal.mono, options->config, THEME_DARK, false);
	return term_open(&terminal, err);
}

/* Takes the terminal anew, for theme and mouse. */
static void
take_config(struct tui *tui, const struct config *config)
{
	struct config *in_force = tui->options->config;
	struct err err;

	tui->before = mem_resize(
	    tui->before, tui->nbefore + 1, sizeof(*tui->before));
	tui->before[tui->nbefore++] = *in_force;
	*in_force = *config;
	tui->reload.sources.load.sources = config->sources;
	tui->reload.sources.load.nsources = config->nsources;
	app_take_config(tui->app);
	app_say(tui->app, false, _("the configuration was read again"));
	term_close();
	if (!open_terminal(tui->options, &err))
		tui->done = true;
	tui->clean = true;
}

static void
read_config(struct tui *tui)
{
	const char *path = tui->options->config_path;
	struct config config = {0};
	struct err err;

	if (!path) {
		app_say(tui->app, true, _("there is no configuration to read"));
		return;
	}
	bool good = config_read(&config, path, &err);

	good = command_check(&config, path, &err) && good;
	good = theme_check(&config, path, &err) && good;
	if (good) {
		take_config(tui, &config);
		return;
	}
	app_show_faults(tui->app, &config);
	app_say(tui->app, true, "%s",
	    config.nfaults > 0 ? _("the configuration is in force as it was")
			       : err.msg);
	config_free(&config);
}

static void
take_effect(struct tui *tui, enum outcome outcome)
{
	if (outcome != OUT_NONE)
		tui->dirty = true;
	switch (outcome) {
	case OUT_NONE:
	case OUT_DRAW:
		break;
	case OUT_REDRAW:
		tui->clean = true;
		break;
	case OUT_OPEN:
	case OUT_PLAY:
	case OUT_QUEUE:
	case OUT_COPY:
	case OUT_EDIT:
	case OUT_NOTE:
	case OUT_STAMP:
		effect_have(&tui->effects, outcome);
		tui->clean |= tui->effects.clean;
		tui->effects.clean = false;
		if (outcome == OUT_EDIT)
			reload_now(&tui->reload, false);
		break;
	case OUT_SOURCES:
		open_sources(tui);
		break;
	case OUT_BACK:
		reload_back(&tui->reload);
		break;
	case OUT_CONFIG:
		read_config(tui);
		break;
	case OUT_RELOAD:
		reload_now(&tui->reload, true);
		break;
	case OUT_SETTLED:
		reload_settled(&tui->reload);
		break;
	case OUT_STOP:
		term_stop();
		tui->clean = true;
		break;
	case OUT_QUIT:
		tui->done = true;
		break;
	}
}

static void
adopt_size(struct tui *tui)
{
	int h, w;

	term_size(&h, &w);
	app_resize(tui->app, h, w);
	tui->dirty = true;
	tui->clean = true;
}

/* ^C leaves a prompt or the help; elsewhere it ends the program. */
static void
end(struct tui *tui)
{
	int number = term_signal();

	if (number == SIGINT && tui->app->mode != MODE_BROWSE) {
		take_effect(tui, command_key(tui->app, "Esc"));
		return;
	}
	tui->status = 128 + number;
	tui->done = true;
}

static enum outcome
use_mouse(struct tui *tui)
{
	static const enum mouse mice[] = {
	    [TERM_CLICK] = MOUSE_CLICK,
	    [TERM_WHEEL_UP] = MOUSE_WHEEL_UP,
	    [TERM_WHEEL_DOWN] = MOUSE_WHEEL_DOWN,
	};
	int y, x;
	enum term_mouse mouse = term_moused(&y, &x);

	return command_mouse(tui->app, mice[mouse], y, x);
}

static void
handle(struct tui *tui, enum term_event event, const char *key)
{
	const char *text;
	size_t len;

	switch (event) {
	case TERM_KEY:
		take_effect(tui, command_key(tui->app, key));
		break;
	case TERM_PASTE:
		text = term_pasted(&len);
		take_effect(tui, command_paste(tui->app, text, len));
		break;
	case TERM_MOUSE:
		take_effect(tui, use_mouse(tui));
		break;
	case TERM_RESIZE:
		adopt_size(tui);
		break;
	case TERM_END:
		end(tui);
		break;
	case TERM_TIMEOUT:
		break;
	}
}

/* Updates what is shown after marks were read. */
static void
take_marks(struct tui *tui)
{
	app_relist(tui->app);
	tui->lost = true;
	tui->dirty = true;
}

/* Merges and writes the file that shares marks, if there is one. */
static void
share(struct tui *tui)
{
	struct err err;

	if (tui->sync && !marks_are_awaited(tui->app->marks) &&
	    !sync_look(tui->sync, &err))
		say_error(tui, &err);
}

/* Takes documents that were read again. */
static void
look_at_sources(struct tui *tui)
{
	bool part = tui->app->notes->part;
	struct app_swap swap;

	if (app_news_busy(tui->app) || !reload_look(&tui->reload, &swap))
		return;
	tui->dirty = true;
	if (tui->reload.fault.msg[0]) {
		tui->status = STATUS_ERROR;
		tui->done = true;
	}
	if (!swap.to && part == tui->app->notes->part)
		return;
	effect_moved(&tui->effects, &swap);
	app_swap_free(&swap);
	/* The place may be in what was not there yet. */
	if (part && !tui->moved && tui->options->kept)
		app_take_place(tui->app, &tui->options->kept->place);
	tui->unready = true;
}

/* Takes news from outside: programs that failed, marks that others set. */
static void
look_around(struct tui *tui, bool idle)
{
	struct marks *marks = tui->app->marks;
	bool awaited, changed, some = tui->more;

	if (effect_look(&tui->effects, idle, false) ||
	    (idle && app_spoken_look(tui->app)))
		tui->dirty = true;
	if (clock_milliseconds() - tui->looked <
	    (some && idle ? REST_MILLISECONDS : MARKS_MILLISECONDS))
		return;
	tui->looked = clock_milliseconds();
	awaited = marks_are_awaited(marks);
	changed = marks_refresh(marks);
	/* Of very many that waited, some at a time; shown together. */
	tui->more = changed && awaited && marks_are_awaited(marks);
	if ((changed || some) && !tui->more)
		take_marks(tui);
	if (awaited && !marks_are_awaited(marks))
		app_say(tui->app, false, _("the marks are free again"));
	share(tui);
}

/* Returns how long to wait for a key; 0 while there is work to do. */
static int
patience(const struct tui *tui)
{
	int jobs = jobs_wait(&tui->effects.jobs);
	int wait = reload_wait(&tui->reload);
	bool busy = app_news_busy(tui->app);

	if (tui->dirty || tui->app->searching)
		return 0;
	if (tui->rest || tui->more)
		return REST_MILLISECONDS;
	if (tui->unready || (!busy && (tui->lost || tui->app->visit_due)))
		return 0;
	if (busy && wait > REST_MILLISECONDS)
		wait = REST_MILLISECONDS;
	if (tui->app->pending[0] && !tui->app->pending_shown &&
	    wait > FRAME_MILLISECONDS)
		wait = FRAME_MILLISECONDS;
	if (jobs >= 0 && jobs < wait)
		wait = jobs;
	if (tui->app->transcripts &&
	    transcripts_are_awaited(tui->app->transcripts) &&
	    wait > FRAME_MILLISECONDS)
		wait = FRAME_MILLISECONDS;
	return wait < MARKS_MILLISECONDS ? wait : MARKS_MILLISECONDS;
}

/* Reads what the first screen did not need: the marks of other talks. */
static void
read_rest(struct tui *tui)
{
	tui->rest = false;
	marks_read_all(tui->app->marks);
	take_marks(tui);
	effect_offer_draft(&tui->effects);
	effect_take_up(&tui->effects);
	share(tui);
}

/* Continues a search; its result is drawn when it is complete. */
static void
search_on(struct tui *tui)
{
	long long began = clock_microseconds();

	if (app_search(tui->app))
		app_search_took(
		    tui->app, (uint64_t)(clock_microseconds() - began));
	else
		tui->dirty = true;
}

/* After talks were found that had no row at the start. */
static void
take_late_place(struct tui *tui)
{
	if (!tui->moved && tui->options->kept)
		app_take_late_place(tui->app, &tui->options->kept->place);
	tui->dirty = true;
}

/* In idle time, prepares what will be wanted soon. */
static void
use_rest(struct tui *tui)
{
	if (tui->rest) {
		read_rest(tui);
	} else if (tui->lost && !app_news_busy(tui->app)) {
		app_find_missing(tui->app);
		tui->lost = false;
		take_late_place(tui);
	} else if (app_news_take(tui->app, false)) {
		if (!tui->app->visit_due)
			take_late_place(tui);
	} else if (tui->unready) {
		tui->unready = app_prepare(tui->app);
	} else {
		app_spoken_begin(tui->app);
	}
	tui->dirty = tui->dirty || tui->app->news;
	tui->app->news = false;
}

static void
check(const struct tui *tui, const char *key)
{
	const char *fault = tui->check ? app_check(tui->app) : NULL;

	if (!fault)
		return;
	term_close();
	fprintf(stderr, "lectern: after the key %s: %s\n", key, fault);
	abort();
}

/* Shows which keys may follow when none has come for a while. */
static void
show_next(struct tui *tui, enum term_event event)
{
	struct app *app = tui->app;

	if (event != TERM_TIMEOUT) {
		tui->keyed = clock_milliseconds();
	} else if (app->pending[0] && !app->pending_shown &&
	    clock_milliseconds() - tui->keyed >= NEXT_MILLISECONDS) {
		app->pending_shown = true;
		tui->dirty = true;
	}
}

static void
loop(struct tui *tui)
{
	while (!tui->done) {
		char key[KEY_BYTES];
		int watched = player_fd(tui->effects.playing.player);

		term_gather(command_types(tui->app));

		enum term_event event = term_key(patience(tui), watched, key);

		handle(tui, event, key);
		/* A waiting key comes before a search under way. */
		if (event == TERM_TIMEOUT && tui->app->searching)
			search_on(tui);
		check(tui, key);
		show_next(tui, event);
		tui->moved = tui->moved ||
		    (event != TERM_TIMEOUT && event != TERM_RESIZE);
		if (event != TERM_TIMEOUT)
			tui->unready = true;
		else if (!tui->dirty && !tui->app->searching)
			use_rest(tui);
		look_around(tui, event == TERM_TIMEOUT);
		if (event == TERM_TIMEOUT)
			look_at_sources(tui);
		if (tui->done || !tui->dirty)
			continue;
		if (event == TERM_TIMEOUT ||
		    clock_milliseconds() - tui->drawn >= FRAME_MILLISECONDS)
			draw(tui);
	}
}

static void
free_before(struct tui *tui)
{
	while (tui->nbefore > 0)
		config_free(&tui->before[--tui->nbefore]);
	free(tui->before);
}

int
tui_run(struct app *app, const struct tui_options *options)
{
	struct tui tui = {
	    .app = app,
	    .effects = {.app = app},
	    .options = options,
	    .sync = options->sync,
	    .rest = true,
	    .unready = true,
	    .check = getenv("LECTERN_CHECK") != NULL,
	};
	struct err err;

	if (!open_terminal(options, &err)) {
		ascii_say(stderr, "lectern: %s\n", err.msg);
		return 2;
	}
	if (app->random == 0)
		app->random = (uint32_t)time(NULL) ^ (uint32_t)getpid() << 16;
	if (options->greeting)
		app_say(app, false, "%s", options->greeting);
	adopt_size(&tui);
	if (options->kept)
		app_take_place(app, &options->kept->place);
	draw(&tui);
	reload_begin(&tui.reload, app, options->sources);
	loop(&tui);
	effect_look(&tui.effects, true, true);
	term_close();
	*options->busy = !reload_end(&tui.reload);
	if (tui.reload.fault.msg[0])
		ascii_say(stderr, "lectern: %s\n", tui.reload.fault.msg);
	if (!*options->busy)
		free_before(&tui);
	grid_free(&tui.grid);
	return tui.status;
}
