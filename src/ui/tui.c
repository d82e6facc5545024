#include "lectern/ui/tui.h"

#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#include "lectern/base/clock.h"
#include "lectern/base/mem.h"
#include "lectern/system/opener.h"
#include "lectern/system/scratch.h"
#include "lectern/ui/cmd_mark.h"
#include "lectern/ui/command.h"
#include "lectern/ui/draw.h"
#include "ui/paint.h"
#include "ui/term.h"

#define FRAME_MILLISECONDS 40  /* keys that wait are taken before a draw */
#define WAIT_MILLISECONDS  100 /* between two words of progress */
#define REST_MILLISECONDS  20  /* the first screen is out by then */
#define MARKS_MILLISECONDS 500 /* between looks at what other copies did */

/* What the loop works on. */
struct tui {
	struct app *app;
	struct sync *sync; /* or NULL */
	struct grid grid;
	struct jobs jobs;
	long long drawn;  /* monotonic milliseconds of the last draw */
	long long looked; /* and of the last look at the marks */
	bool rest;        /* there are marks to be read: see read_rest() */
	bool unready;     /* the first search would have to make text ready */
	bool dirty;       /* the screen is behind the state */
	bool clean;       /* all of it has to be drawn anew */
	bool done;
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

/* Gives the terminal to a program until it ends. */
static bool
run_here(struct tui *tui, const struct argv *argv, struct err *err)
{
	term_leave();
	bool good = opener_run(argv, err);

	term_enter();
	tui->dirty = true;
	tui->clean = true;
	return good;
}

static void
start_opener(struct tui *tui, enum opener_kind kind, const struct argv *argv)
{
	const char *url = tui->app->effect;
	struct err err;
	bool good = true;

	if (kind == OPENER_SHOW) {
		term_copy(url);
		app_notice(tui->app, url);
		app_say(tui->app, false,
		    "no display here: the link is shown, and copied if the "
		    "terminal can");
	} else if (kind == OPENER_TERMINAL) {
		good = run_here(tui, argv, &err);
	} else {
		good = opener_start(&tui->jobs, argv, &err);
		if (good)
			app_say(tui->app, false, "opening %s", url);
	}
	if (good)
		cmd_mark_opened(tui->app, tui->app->effect_talk, url);
	else
		say_error(tui, &err);
}

static void
open_link(struct tui *tui)
{
	const struct config *config = tui->app->config;
	enum opener_kind kind;
	struct argv argv;
	struct err err;

	if (opener_choose(config ? config->opener : NULL, tui->app->effect,
		&kind, &argv, &err)) {
		start_opener(tui, kind, &argv);
		argv_free(&argv);
		return;
	}
	/* The link itself is of use even so. */
	app_notice(tui->app, tui->app->effect);
	say_error(tui, &err);
}

static void
play_link(struct tui *tui)
{
	const struct config *config = tui->app->config;
	struct argv argv;
	struct err err;

	if (!opener_player(config ? config->player : NULL, tui->app->effect,
		&argv, &err)) {
		say_error(tui, &err);
		return;
	}
	if (opener_start(&tui->jobs, &argv, &err)) {
		app_say(tui->app, false, "playing %s", tui->app->effect);
		cmd_mark_opened(
		    tui->app, tui->app->effect_talk, tui->app->effect);
	} else {
		say_error(tui, &err);
	}
	argv_free(&argv);
}

static void
copy_text(struct tui *tui)
{
	const char *text = tui->app->effect;
	struct argv argv;
	struct err err;

	if (!opener_clipboard(&argv)) {
		term_copy(text);
		app_say(
		    tui->app, false, "copied, if the terminal can: %s", text);
		return;
	}
	if (opener_feed(&tui->jobs, &argv, text, &err))
		app_say(tui->app, false, "copied: %s", text);
	else
		say_error(tui, &err);
	argv_free(&argv);
}

static bool
same_file(const struct stat *a, const struct stat *b)
{
	return a->st_mtim.tv_sec == b->st_mtim.tv_sec &&
	    a->st_mtim.tv_nsec == b->st_mtim.tv_nsec &&
	    a->st_size == b->st_size;
}

static void
edit_source(struct tui *tui)
{
	const struct notes *notes = tui->app->notes;
	const struct talk *talk = &notes->talks[tui->app->effect_talk];
	const char *path = notes->sources[talk->source].path;
	struct stat before = {0}, after = {0};
	struct argv argv;
	struct err err;

	stat(path, &before);
	opener_editor(path, talk->line, &argv);
	if (!run_here(tui, &argv, &err))
		say_error(tui, &err);
	else if (stat(path, &after) == 0 && !same_file(&before, &after))
		app_say(tui->app, false,
		    "%s has changed: start lectern again to read it so", path);
	argv_free(&argv);
}

/* Says what went wrong, and where what was written still is. */
static void
say_kept(struct tui *tui, const char *why, const struct scratch *scratch)
{
	char *text = mem_printf("what you wrote is in %s", scratch->path);

	app_notice(tui->app, text);
	app_say(tui->app, true, "%s", why);
	free(text);
	tui->dirty = true;
}

/* Takes the note that was written; false: that is still in the file. */
static bool
take_note(struct tui *tui, uint32_t talk, const char *before, bool ended_well,
    const struct err *end, const struct scratch *scratch)
{
	struct err err;
	char *text = scratch_read(scratch, &err);
	size_t len = strlen(before);
	bool good = true;

	if (!text) {
		say_kept(tui, err.msg, scratch);
		return false;
	}
	/* The line feed at its end is of the file. */
	bool same = strncmp(text, before, len) == 0 &&
	    strcmp(text + len, *before ? "\n" : "") == 0;

	if (!ended_well && same) {
		say_error(tui, end);
	} else if (!ended_well) {
		say_kept(tui, end->msg, scratch);
		good = false;
	} else {
		/* As others have left it meanwhile. */
		if (marks_refresh(tui->app->marks))
			app_relist(tui->app);
		good = cmd_mark_take_note(tui->app, talk, before, text);
		if (!good)
			say_kept(tui, tui->app->message, scratch);
	}
	free(text);
	return good;
}

/* Has the reader's own note of a talk edited. */
static void
edit_note(struct tui *tui)
{
	struct app *app = tui->app;
	uint32_t talk = app->effect_talk;
	char *before = mem_dup(
	    app->annotations[talk].note, strlen(app->annotations[talk].note));
	struct scratch scratch;
	struct argv argv;
	struct err err = {""};

	if (scratch_make(&scratch, "note.md", before, &err)) {
		opener_editor(scratch.path, 0, &argv);
		bool good = run_here(tui, &argv, &err);

		if (take_note(tui, talk, before, good, &err, &scratch))
			scratch_drop(&scratch);
		else
			scratch_keep(&scratch);
		argv_free(&argv);
	} else {
		say_error(tui, &err);
	}
	free(before);
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
		open_link(tui);
		break;
	case OUT_PLAY:
		play_link(tui);
		break;
	case OUT_COPY:
		copy_text(tui);
		break;
	case OUT_EDIT:
		edit_source(tui);
		break;
	case OUT_NOTE:
		edit_note(tui);
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

/* Other marks were read: what is shown follows. */
static void
take_marks(struct tui *tui)
{
	app_relist(tui->app);
	app_find_missing(tui->app);
	tui->dirty = true;
}

/* Merges and writes the file by which marks are shared, where there is one. */
static void
share(struct tui *tui)
{
	struct err err;
	bool changed;

	if (!tui->sync)
		return;
	if (!sync_keep(tui->sync, &changed, &err))
		say_error(tui, &err);
	if (changed)
		take_marks(tui);
}

/* News from outside: programs that failed, marks that another copy set. */
static void
look_around(struct tui *tui)
{
	struct err err;

	if (!opener_reap(&tui->jobs, &err))
		say_error(tui, &err);
	if (clock_milliseconds() - tui->looked < MARKS_MILLISECONDS)
		return;
	tui->looked = clock_milliseconds();
	if (marks_refresh(tui->app->marks))
		take_marks(tui);
	share(tui);
}

/* How long to wait for a key; keys that are there already are taken first. */
static int
patience(const struct tui *tui)
{
	int jobs = opener_wait(&tui->jobs);

	if (tui->dirty || tui->app->searching)
		return 0;
	if (tui->rest)
		return REST_MILLISECONDS;
	if (tui->unready)
		return 0;
	return jobs >= 0 && jobs < MARKS_MILLISECONDS ? jobs
						      : MARKS_MILLISECONDS;
}

/* Reads what the first screen did not need: marks of other talks. */
static void
read_rest(struct tui *tui)
{
	tui->rest = false;
	marks_read_all(tui->app->marks);
	take_marks(tui);
	share(tui);
}

/* Goes on with a search; what it has found is drawn when that is all. */
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

/* Nobody waits for anything: what will be wanted soon is done now. */
static void
use_rest(struct tui *tui)
{
	if (tui->rest)
		read_rest(tui);
	else if (tui->unready)
		tui->unready = app_prepare(tui->app);
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

static void
loop(struct tui *tui)
{
	while (!tui->done) {
		char key[KEY_BYTES];
		enum term_event event = term_key(patience(tui), key);

		handle(tui, event, key);
		/* A key that waits goes before a search under way. */
		if (event == TERM_TIMEOUT && tui->app->searching)
			search_on(tui);
		check(tui, key);
		if (event != TERM_TIMEOUT)
			tui->unready = true;
		else if (!tui->dirty && !tui->app->searching)
			use_rest(tui);
		look_around(tui);
		if (tui->done || !tui->dirty)
			continue;
		if (event == TERM_TIMEOUT ||
		    clock_milliseconds() - tui->drawn >= FRAME_MILLISECONDS)
			draw(tui);
	}
}

bool
tui_begin(const struct tui_options *options, struct err *err)
{
	return term_open(options->mouse, options->color, err);
}

void
tui_leave(void)
{
	term_close();
}

static void
draw_waiting(const struct tui_wait *wait, size_t done, size_t total)
{
	struct grid grid = {0};
	char text[256];
	int h, w;

	term_size(&h, &w);
	grid_reset(&grid, h, w);
	snprintf(text, sizeof(text), "reading %s: %d %%   (q stops)",
	    wait->what,
	    total > 0 ? (int)(100.0 * (double)done / (double)total) : 0);
	paint(&grid, h - 1, 0, w, text, STYLE_PLAIN);
	term_show(&grid, wait->drawn == 0);
	grid_free(&grid);
}

bool
tui_waiting(void *user, size_t done, size_t total)
{
	struct tui_wait *wait = user;
	char key[KEY_BYTES];
	enum term_event event = term_key(0, key);

	if (event == TERM_END) {
		wait->status = 128 + term_signal();
		wait->stopped = true;
	}
	if (event == TERM_KEY &&
	    (strcmp(key, "q") == 0 || strcmp(key, "Q") == 0))
		wait->stopped = true;
	if (wait->drawn == 0 ||
	    clock_milliseconds() - wait->drawn >= WAIT_MILLISECONDS) {
		draw_waiting(wait, done, total);
		wait->drawn = clock_milliseconds();
	}
	return !wait->stopped;
}

int
tui_run(struct app *app, const struct tui_options *options)
{
	struct tui tui = {
	    .app = app,
	    .sync = options->sync,
	    .rest = true,
	    .unready = true,
	    .check = getenv("LECTERN_CHECK") != NULL,
	};
	struct err err;

	if (!options->begun && !tui_begin(options, &err)) {
		fprintf(stderr, "lectern: %s\n", err.msg);
		return 2;
	}
	if (app->random == 0)
		app->random = (uint32_t)time(NULL) ^ (uint32_t)getpid() << 16;
	if (options->greeting)
		app_say(app, false, "%s", options->greeting);
	adopt_size(&tui);
	draw(&tui);
	loop(&tui);
	term_close();
	grid_free(&tui.grid);
	return tui.status;
}
