#include "cli/cli.h"

#include <errno.h>
#include <langinfo.h>
#include <locale.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include "cli/bundled.h"
#include "cli/confine.h"
#include "cli/feed.h"
#include "cli/library.h"
#include "cli/option_table.h"
#include "cli/pick.h"
#include "cli/report.h"
#include "lectern/base/arena.h"
#include "lectern/base/ascii.h"
#include "lectern/base/clock.h"
#include "lectern/base/mem.h"
#include "lectern/base/text.h"
#include "lectern/base/translate.h"
#include "lectern/base/xdg.h"
#include "lectern/find/spoken.h"
#include "lectern/marks/pairs.h"
#include "lectern/source/input.h"
#include "lectern/source/transcripts.h"
#include "lectern/ui/app.h"
#include "lectern/ui/cmd_mark.h"
#include "lectern/ui/command.h"
#include "lectern/ui/draw.h"
#include "lectern/ui/theme.h"
#include "lectern/ui/tui.h"

#define FIRST  ((size_t)1 << 16) /* bytes that are read for a first screen */
#define OUTPUT 65536             /* bytes that are written at a time */

/* All that the program sets up; end() frees it. */
struct session {
	struct options options;
	struct config config;
	char *config_path; /* or NULL */
	struct notes *notes;
	struct marks *marks;
	char *marks_path;  /* of their file, or NULL */
	struct sync *sync; /* of the file to share marks by, or NULL */
	struct kept kept;
	const char **library; /* paths to open where none was given; owned */
	long long since;      /* when reading began, by clock_of_files() */
	struct query only;    /* what is searched, or listed */
	char *bundled;      /* path of the conference that comes with lectern */
	int output;         /* the standard output, while the browser picks */
	bool left;          /* sharing is left to end() */
	bool unread;        /* there are marks, and they cannot be had */
	bool busy;          /* a thread still reads; nothing may be freed */
	struct err trouble; /* what the user should know; "" for nothing */
	struct err left_out; /* likewise, of the documents */
};

static int
fail(const char *message)
{
	ascii_say(stderr, "lectern: %s\n", message);
	return EXIT_ERROR;
}

/* All text is UTF-8 until it is shown (see ascii.h); English by default. */
static void
set_locale(void)
{
	static const char *const others[] = {
	    "C.UTF-8", "C.utf8", "en_US.UTF-8"};

	/* Nothing else follows the locale. */
	translate_begin();
	setlocale(LC_CTYPE, "");
	for (size_t i = 0; i < sizeof(others) / sizeof(*others) &&
	     strcmp(nl_langinfo(CODESET), "UTF-8") != 0;
	     i++)
		setlocale(LC_CTYPE, others[i]);
}

static void
note_trouble(struct session *s, const struct err *err)
{
	if (err->msg[0] && !s->trouble.msg[0])
		s->trouble = *err;
}

static void
read_config(struct session *s)
{
	char *path = s->options.no_config ? NULL
					  : xdg_path(XDG_CONFIG, "config");

	s->config_path = path;
	struct err err;

	if (path && !config_read(&s->config, path, &err))
		note_trouble(s, &err);
	if (path && !command_check(&s->config, path, &err))
		note_trouble(s, &err);
	if (path && !theme_check(&s->config, path, &err))
		note_trouble(s, &err);
	if (s->config.nfaults > 0)
		err_set(&s->trouble, "%s", s->config.faults[0].text);
	if (s->options.transcripts)
		config_add_transcripts(&s->config, s->options.transcripts);
	s->options.load.sources = s->config.sources;
	s->options.load.nsources = s->config.nsources;
}

/* What the reader has settled of talks that may be the same is with the marks. */
static void
find_marks(struct session *s)
{
	const char *db = s->options.db;

	s->marks_path = db ? mem_dup(db, strlen(db))
			   : xdg_path(XDG_DATA, "marks.db");
	s->options.load.pairs = pairs_read;
	s->options.load.marks = s->marks_path;
}

/* Opens the marks; a subcommand that only reads creates no file. */
static void
open_marks(struct session *s, bool writes, bool browser)
{
	const char *path = s->marks_path;
	struct err err = {""};

	if (!path)
		err_set(
		    &err, _("no home folder; marks last only until you quit"));
	if (path && !writes && access(path, F_OK) != 0 && errno != EACCES)
		path = NULL;
	s->marks = (browser ? marks_open_at_once : marks_open)(
	    path, s->notes, path ? &err : NULL);
	s->unread = path && !marks_are_read(s->marks);
	note_trouble(s, &err);
	/* Marks of --db are not shared. */
	if (writes && s->config.sync && !s->options.db)
		s->sync = sync_new(s->marks, s->config.sync);
}

/*
 * Sets marks that wait, and merges and writes the file that shares them, if there
 * is one; returns the status to exit with, which was `status`.
 */
static int
share(struct session *s, int status)
{
	struct err err;
	bool changed;

	if (!marks_finish(s->marks, &err) && fail(err.msg) && status == 0)
		status = EXIT_ERROR;
	/* Tries again, since another program may have been faster. */
	for (int i = 0; s->sync && !s->left && i < 2; i++)
		if (!sync_keep(s->sync, &changed, &err))
			fail(err.msg);
	return status;
}

/* Parses a query of the command line, which may be hostile text. */
static void
parse_query(struct query *query, const char *words)
{
	struct arena *arena = arena_new();

	query_parse(query, text_clean(arena, words, strlen(words), NULL));
	arena_free(arena);
}

static bool
has_own_notes(const struct session *s)
{
	size_t n;
	const struct mark *marks = marks_list(s->marks, &n);

	for (size_t i = 0; i < n; i++)
		if (marks[i].annotations.kinds & MARK_NOTED)
			return true;
	return false;
}

/* Puts in words, once, what could not be read of folders. */
static void
note_left_out(struct session *s)
{
	uint32_t n = s->notes->nbroken;

	if (n == 1)
		err_set(&s->left_out, _("%s, left out"), s->notes->left_out[0]);
	else if (n > 1)
		err_set(&s->left_out, _("%s, left out, and %u more"),
		    s->notes->left_out[0], n - 1);
}

/* Without a file the library is opened, where there is one. */
static void
use_library(struct session *s)
{
	struct err err;

	if (s->options.npaths > 0)
		return;
	s->library = config_library(&s->config, &s->options.npaths, &err);
	note_trouble(s, &err);
	if (s->options.npaths > 0)
		s->options.paths = s->library;
}

/* Tells the same on standard error, for those without a status line. */
static void
say_left_out(const struct session *s)
{
	if (s->left_out.msg[0])
		ascii_say(stderr, "lectern: %s\n", s->left_out.msg);
}

/* Whether what is searched may be found in transcripts. */
static bool
may_be_said(const struct session *s)
{
	return spoken_is_searched(&s->only) &&
	    transcripts_may_be(s->options.paths, s->options.npaths,
		(const char *const *)s->config.transcripts,
		s->config.ntranscripts);
}

static bool
load(struct session *s, struct err *err)
{
	struct load_options *options = &s->options.load;
	const char *bundled = options->bundled = s->bundled;

	s->since = clock_of_files();
	options->cache = !s->options.no_cache;
	options->warn = s->options.subcommand == SUB_CHECK;
	if (s->options.query)
		parse_query(&s->only, s->options.query);
	if (s->options.subcommand == SUB_SEARCH) {
		parse_query(&s->only, s->options.argument);
		options->only = has_own_notes(s) || may_be_said(s) ? NULL
								   : &s->only;
	}
	if (s->options.npaths > 0)
		s->notes = load_paths(
		    s->options.paths, s->options.npaths, options, err);
	else if (bundled)
		s->notes = load_paths(&bundled, 1, options, err);
	else
		err_set(err, _("%s is not installed, and no file was given"),
		    BUNDLED_NAME);
	if (s->notes)
		note_left_out(s);
	return s->notes != NULL;
}

static bool
wants_color(const struct session *s)
{
	enum config_when when = s->options.color_given ? s->options.color
						       : s->config.color;
	const char *no_color = getenv("NO_COLOR");
	const char *term = getenv("TERM");

	if (when != CONFIG_AUTO)
		return when == CONFIG_ALWAYS;
	return isatty(STDOUT_FILENO) && !(no_color && *no_color) && term &&
	    strcmp(term, "dumb") != 0;
}

static int
terminal_width(void)
{
	struct winsize size;

	if (ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0)
		return size.ws_col;
	return 80;
}

/* A full disk is noticed. */
static int
flush_output(int status)
{
	if (fflush(stdout) == 0 && !ferror(stdout))
		return status;
	if (errno == EPIPE)
		return status;
	ascii_say(stderr, _("lectern: standard output: %s\n"), strerror(errno));
	return EXIT_ERROR;
}

static void
say_trouble(const struct session *s)
{
	/* What is wrong in the configuration comes first, and is told whole. */
	if (s->trouble.msg[0] && s->config.nfaults == 0)
		ascii_say(stderr, "lectern: %s\n", s->trouble.msg);
	for (size_t i = 0; i < s->config.nfaults; i++)
		ascii_say(stderr, "lectern: %s\n", s->config.faults[i].text);
}

static int
run_report(struct session *s)
{
	bool terminal = isatty(STDOUT_FILENO);
	struct report report = {
	    .options = &s->options,
	    .config = &s->config,
	    .notes = s->notes,
	    .marks = s->marks,
	    .query = &s->only,
	    .print = {.format = s->options.json ? PRINT_JSON
		    : terminal                  ? PRINT_TABLE
						: PRINT_TSV,
		.width = terminal ? terminal_width() : 0,
		.color = wants_color(s),
		.ascii = ascii_is_wanted()},
	};
	struct err err;

	if (report_writes(s->options.subcommand) && !marks_are_kept(s->marks))
		return fail(s->trouble.msg);
	/* An empty list would seem to be all there is. */
	if (report_is_of_marks(s->options.subcommand) && s->unread)
		return fail(s->trouble.msg);
	say_trouble(s);
	/* Large writes are fewer; standard output has the buffer to the end. */
	if (!terminal)
		setvbuf(stdout, mem_resize(NULL, OUTPUT, 1), _IOFBF, OUTPUT);
	/* `check` prints each of them itself. */
	if (s->options.subcommand != SUB_CHECK)
		say_left_out(s);

	if (s->notes)
		marks_take_over(s->marks, s->notes);

	int status = report_run(&report, &err);

	if (err.msg[0])
		ascii_say(stderr, "lectern: %s\n", err.msg);
	return flush_output(status);
}

/* Without a terminal. */

/* Performs the effect of a command; prints what would be copied. */
static bool
take_effect(
    struct session *s, struct app *app, enum outcome outcome, struct err *err)
{
	switch (outcome) {
	case OUT_OPEN:
	case OUT_PLAY:
		if (!report_open(
			&s->config, app->effect, outcome == OUT_PLAY, err))
			return false;
		cmd_mark_opened(app, app->effect_talk, app->effect);
		return true;
	case OUT_COPY:
		puts(app->effect);
		return true;
	case OUT_EDIT:
	case OUT_QUEUE:
	case OUT_NOTE:
	case OUT_CONFIG:
	case OUT_RELOAD:
	case OUT_SOURCES:
	case OUT_STOP:
		return err_set(err, _("this command wants a terminal"));
	default:
		return !app->message_bad || !app->message[0] ||
		    err_set(err, "%s", app->message);
	}
}

static void
print_screen(const struct app *app)
{
	struct grid grid = {0};

	draw_app(&grid, app);
	for (int y = 0; y < grid.h; y++) {
		char *row = grid_row(&grid, y);

		puts(row);
		free(row);
	}
	grid_free(&grid);
}

static int
run_headless(struct session *s)
{
	const struct options *o = &s->options;
	struct app app;
	struct err err;
	int status = EXIT_DONE;

	say_left_out(s);
	say_trouble(s);
	marks_read_all(s->marks);
	app_init(&app, s->notes, s->marks, &s->config);
	app.plain = o->plain_screen;
	app.ascii = ascii_is_wanted();
	if (o->screen_w > 0)
		app_resize(&app, o->screen_h, o->screen_w);
	for (size_t i = 0; i < o->ncommands && status == EXIT_DONE; i++) {
		enum outcome outcome = command_line(&app, o->commands[i]);

		app_finish(&app);

		if (outcome == OUT_QUIT)
			break;
		if (!take_effect(s, &app, outcome, &err))
			status = fail(err.msg);
	}
	if (status == EXIT_DONE && o->screen_w > 0)
		print_screen(&app);
	app_free(&app);
	return flush_output(status);
}

/* Prints what was chosen. */
static int
end_picking(const struct session *s, const struct app *app, int status)
{
	pick_end(s->output);
	if (status != EXIT_DONE)
		return status;
	pick_print(app->notes, s->marks, s->options.json,
	    s->options.format_word, app->picked, app->npicked);
	return flush_output(app->npicked > 0 ? EXIT_DONE : EXIT_NO_MATCH);
}

/* Whether documents can be read twice: first a part of them, then all. */
static bool
can_read_twice(const struct options *o)
{
	for (size_t i = 0; i < o->npaths; i++)
		if (strcmp(o->paths[i], "-") == 0)
			return false;
	return o->npaths > 0;
}

static int
browse(struct session *s)
{
	const char *bundled = s->bundled;
	bool given = s->options.npaths > 0;
	struct reload_sources sources = {
	    .paths = given ? s->options.paths : &bundled,
	    .npaths = given ? s->options.npaths : 1,
	    .load = s->options.load,
	    .notes = &s->notes,
	    .kept = &s->kept,
	    .since = s->since,
	};
	struct tui_options options = {
	    .color = wants_color(s),
	    .config = &s->config,
	    .config_path = s->config_path,
	    .greeting = s->trouble.msg[0] ? s->trouble.msg
		: s->left_out.msg[0]      ? s->left_out.msg
					  : NULL,
	    .sync = s->sync,
	    .kept = &s->kept,
	    .sources = &sources,
	    .busy = &s->busy,
	};
	bool picking = s->options.subcommand == SUB_PICK;
	struct app app;
	struct err err;
	int status;

	sources.load.first = 0;
	kept_read(&s->kept, s->config.keeps ? s->config.history : HISTORY_MOST);
	/* Choosing begins anew each time. */
	if (!picking)
		kept_turn(&s->kept, s->options.paths, s->options.npaths,
		    s->options.fresh);
	app_init(&app, s->notes, s->marks, &s->config);
	app.plain = s->options.plain_screen;
	app.ascii = ascii_is_wanted();
	app.history = &s->kept.history;
	app_show_faults(&app, &s->config);
	app_take_recall(&app, &s->kept.recall);
	app.picking = picking;
	status = tui_run(&app, &options);
	if (picking)
		status = end_picking(s, &app, status);
	/* Without a terminal, or all talks, nobody has been anywhere. */
	else if (status != EXIT_ERROR && !s->notes->part) {
		app_keep_place(&app, &s->kept.place);
		app_news_take(&app, true);
	}
	app_free(&app);
	note_left_out(s);
	say_left_out(s);
	if (s->sync && !sync_leave(s->sync, &s->left))
		s->left = s->busy = true;
	status = share(s, status);
	if (!kept_write(&s->kept, &err))
		ascii_say(stderr, "lectern: %s\n", err.msg);
	return status;
}

static int
run(struct session *s)
{
	const struct options *o = &s->options;
	bool headless = o->ncommands > 0 || o->screen_w > 0;
	bool browser = o->subcommand == SUB_PICK ||
	    (o->subcommand == SUB_BROWSE && !headless && !o->json &&
		isatty(STDOUT_FILENO));
	static const char *const fed[] = {"-"};
	struct err err;

	if (feed_is_there(o)) {
		s->options.paths = fed;
		s->options.npaths = 1;
	}
	if (o->subcommand == SUB_PICK && (s->output = pick_begin(&err)) < 0)
		return fail(err.msg);
	read_config(s);
	find_marks(s);
	s->bundled = bundled_find();
	use_library(s);
	/* Programs that the browser starts would be in the sandbox, too. */
	if (!browser && o->ncommands == 0 && o->subcommand != SUB_OPEN)
		confine_session(o, &s->config);
	s->options.load.pauses = headless || (browser && s->output == 0);
	if (browser && can_read_twice(o))
		s->options.load.first = FIRST;
	/* The marks decide what a search may leave out. */
	if (o->subcommand == SUB_SEARCH)
		open_marks(s, false, false);
	if (report_wants_notes(o) && !load(s, &err))
		return fail(err.msg);
	if (!s->marks)
		open_marks(s,
		    browser || o->ncommands > 0 || report_notes(o->subcommand),
		    browser);
	if (browser)
		return browse(s);
	share(s, EXIT_DONE);
	return share(s, headless ? run_headless(s) : run_report(s));
}

static void
end(struct session *s)
{
	marks_close(s->marks);
	sync_free(s->sync);
	kept_free(&s->kept);
	query_free(&s->only);
	notes_free(s->notes);
	config_free(&s->config);
	free(s->config_path);
	free(s->marks_path);
	options_free(&s->options);
	free(s->bundled);
	free(s->library);
}

int
cli_main(int argc, char **argv)
{
	struct session s = {.trouble = {""}, .left_out = {""}};
	struct print_page page;
	struct err err;
	int status = EXIT_DONE;

	mem_prepare();
	set_locale();
	if (!options_parse(&s.options, argc, argv, &err)) {
		ascii_say(
		    stderr, _("lectern: %s\nTry `lectern --help'.\n"), err.msg);
		return EXIT_ERROR;
	}
	if (s.options.help) {
		option_help(print_begin(&page, stdout, ascii_is_wanted()));
		print_end(&page);
		status = flush_output(status);
	} else if (s.options.version) {
		puts("lectern " LECTERN_VERSION);
		status = flush_output(status);
	} else {
		status = run(&s);
	}
	if (!s.busy)
		end(&s);
	return status;
}
