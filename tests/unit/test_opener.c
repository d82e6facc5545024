/* opener and words: which program opens a link, and how it is started. */
#include "unit.h"

#include <errno.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "lectern/system/beside.h"
#include "lectern/system/editor.h"
#include "lectern/system/jobs.h"
#include "lectern/system/opener.h"

#define URL "https://example.org/talk"

/* A folder for programs, the only one on PATH besides the system's. */
static char dir[256];

static void
write_program(const char *name, const char *script)
{
	char path[512];

	snprintf(path, sizeof(path), "%s/%s", dir, name);
	FILE *file = fopen(path, "w");

	assert_non_null(file);
	fprintf(file, "#!/bin/sh\n%s\n", script);
	assert_int_equal(fclose(file), 0);
	assert_int_equal(chmod(path, 0755), 0);
}

/* Waits for a file that a program writes, and returns what it holds. */
static char *
await_file(const char *name)
{
	char path[512];
	static char text[4096];

	snprintf(path, sizeof(path), "%s/%s", dir, name);
	for (int i = 0; i < 1000; i++) {
		FILE *file = fopen(path, "r");

		if (file) {
			text[fread(text, 1, sizeof(text) - 1, file)] = '\0';
			fclose(file);
			unlink(path);
			return text;
		}
		poll(NULL, 0, 10);
	}
	fail_msg("%s was not written", path);
	return NULL;
}

static int
set_up(void **state)
{
	static const char *const variables[] = {"LECTERN_OPENER", "BROWSER",
	    "DISPLAY", "WAYLAND_DISPLAY", "SSH_CONNECTION", "SSH_TTY", "VISUAL",
	    "EDITOR", "TMUX", "WSL_DISTRO_NAME"};
	const char *tmp = getenv("TMPDIR");

	(void)state;
	snprintf(dir, sizeof(dir), "%.200s/opener.XXXXXX", tmp ? tmp : "/tmp");
	if (!mkdtemp(dir))
		return -1;
	for (size_t i = 0; i < sizeof(variables) / sizeof(*variables); i++)
		unsetenv(variables[i]);
	setenv("HOME", "/home/ada", 1);
	setenv("PATH", dir, 1);
	setenv("DIR", dir, 1);
	return 0;
}

static int
tear_down(void **state)
{
	char command[256];

	(void)state;
	setenv("PATH", "/bin:/usr/bin", 1);
	snprintf(command, sizeof(command), "%s", dir);

	struct argv argv = {0};
	struct err err;

	argv_add(&argv, "rm");
	argv_add(&argv, "-r");
	argv_add(&argv, command);
	bool done = jobs_run(&argv, &err);

	argv_free(&argv);
	return done ? 0 : -1;
}

static void
commands_split_as_people_quote_them(void **state)
{
	static const struct {
		const char *command, *words; /* joined by '|' */
	} cases[] = {
	    {"firefox", "firefox|" URL},
	    {"  firefox \t --new-tab  ", "firefox|--new-tab|" URL},
	    {"mpv --title=\"a b\" 'c d'", "mpv|--title=a b|c d|" URL},
	    {"open %s --then", "open|" URL "|--then"},
	    {"app --url=%s", "app|--url=" URL},
	    {"app '%s' 100%%", "app|" URL "|100%"},
	    {"app ''", "app||" URL},
	    {"~/bin/go", "/home/ada/bin/go|" URL},
	    {"app $(rm) ; `x` > y", "app|$(rm)|;|`x`|>|y|" URL},
	};

	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		struct argv argv;
		char words[256] = "";

		assert_true(argv_split(cases[i].command, URL, &argv, NULL));
		for (size_t w = 0; w < argv.nword; w++) {
			strcat(words, w ? "|" : "");
			strcat(words, argv.word[w]);
		}
		assert_string_equal(words, cases[i].words);
		assert_null(argv.word[argv.nword]);
		argv_free(&argv);
	}
}

static void
command_without_program_or_end_of_quote_is_refused(void **state)
{
	static const char *const cases[] = {"", "  ", "''", "\"app", "app 'x"};
	struct argv argv;
	struct err err;

	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		assert_false(argv_split(cases[i], URL, &argv, &err));
		assert_null(argv.word);
	}
	assert_string_equal(err.msg, "app 'x: a quote is not closed");
}

/* The first word chosen for URL, or the message. */
static const char *
chosen(const char *setting, enum opener_kind *kind)
{
	static char word[sizeof(((struct err *)0)->msg)];
	struct argv argv;
	struct err err;

	if (!opener_choose(setting, URL, kind, &argv, &err))
		return strcpy(word, err.msg);
	if (*kind == OPENER_SHOW) {
		assert_null(argv.word);
		return "";
	}
	assert_string_equal(argv.word[argv.nword - 1], URL);
	strcpy(word, argv.word[0]);
	argv_free(&argv);
	return word;
}

static void
program_is_setting_then_variables_then_xdg_open(void **state)
{
	enum opener_kind kind;

	(void)state;
	write_program("xdg-open", "");
	write_program("wslview", "");
	assert_string_equal(chosen(NULL, &kind), "xdg-open");
	setenv("WSL_DISTRO_NAME", "Debian", 1);
	assert_string_equal(chosen(NULL, &kind), "wslview");
	write_program("second", "");
	setenv("BROWSER", "missing:second --tab:first", 1);
	assert_string_equal(chosen("", &kind), "second");
	write_program("third", "");
	setenv("LECTERN_OPENER", "third", 1);
	assert_string_equal(chosen(NULL, &kind), "third");
	write_program("fourth", "");
	assert_string_equal(chosen("fourth --x", &kind), "fourth");
	assert_int_equal(kind, OPENER_BACKGROUND);
}

/* On Debian that is run-mailcap. */
static void
open_is_taken_on_macos_alone(void **state)
{
	enum opener_kind kind;

	(void)state;
	write_program("open", "");
#ifdef __APPLE__
	assert_string_equal(chosen(NULL, &kind), "open");
#else
	assert_non_null(strstr(chosen(NULL, &kind), "no program"));
#endif
}

static void
browser_of_the_user_is_taken_over_ssh_too(void **state)
{
	enum opener_kind kind;

	(void)state;
	write_program("xdg-open", "");
	write_program("helper", "");
	setenv("SSH_CONNECTION", "1 2 3 4", 1);
	setenv("BROWSER", "gone:helper", 1);
	assert_string_equal(chosen(NULL, &kind), "helper");
	assert_int_equal(kind, OPENER_BACKGROUND);
	setenv("BROWSER", "gone", 1);
	chosen(NULL, &kind);
	assert_int_equal(kind, OPENER_SHOW);
}

static void
missing_program_is_named(void **state)
{
	enum opener_kind kind;

	(void)state;
	assert_string_equal(chosen(NULL, &kind),
	    "no program to open links with: install xdg-utils or set "
	    "$BROWSER");
	write_program("xdg-open", "");
	setenv("LECTERN_OPENER", "firefix", 1);
	assert_string_equal(chosen(NULL, &kind),
	    "firefix: program not found (named by $LECTERN_OPENER)");
	assert_string_equal(chosen("./gone", &kind),
	    "./gone: program not found (named by the setting opener)");
	setenv("BROWSER", "gone::", 1);
	unsetenv("LECTERN_OPENER");
	assert_string_equal(chosen(NULL, &kind), "xdg-open");
}

static void
text_browser_gets_the_terminal(void **state)
{
	enum opener_kind kind;

	(void)state;
	write_program("w3m", "");
	setenv("BROWSER", "w3m", 1);
	assert_string_equal(chosen(NULL, &kind), "w3m");
	assert_int_equal(kind, OPENER_TERMINAL);
	setenv("SSH_CONNECTION", "1 2 3 4", 1);
	chosen(NULL, &kind);
	assert_int_equal(kind, OPENER_TERMINAL);
}

static void
without_display_over_ssh_the_link_is_shown(void **state)
{
	enum opener_kind kind;

	(void)state;
	setenv("SSH_CONNECTION", "1 2 3 4", 1);
	chosen(NULL, &kind);
	assert_int_equal(kind, OPENER_SHOW);
	write_program("xdg-open", "");
	chosen(NULL, &kind);
	assert_int_equal(kind, OPENER_SHOW);
	setenv("DISPLAY", "localhost:10.0", 1);
	assert_string_equal(chosen(NULL, &kind), "xdg-open");
	assert_int_equal(kind, OPENER_BACKGROUND);
	unsetenv("DISPLAY");
	assert_string_equal(chosen("xdg-open", &kind), "xdg-open");
	assert_int_equal(kind, OPENER_BACKGROUND);
}

static void
only_web_links_are_opened(void **state)
{
	static const char *const cases[] = {"", "file:///etc/passwd",
	    "javascript:alert(1)", "--version", "mailto:a@example.org",
	    "https://example.org/a b"};
	enum opener_kind kind;
	struct argv argv;
	struct err err;

	(void)state;
	write_program("xdg-open", "");
	write_program("mpv", "");
	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		assert_false(opener_choose(NULL, cases[i], &kind, &argv, &err));
		assert_non_null(strstr(err.msg, "not a link"));
		assert_false(opener_player(NULL, cases[i], 0, &argv, &err));
		assert_null(argv.word);
	}
}

static void
link_stays_one_argument_whatever_is_in_it(void **state)
{
	static const char *const urls[] = {
	    ("https://example.org/"
	     "$(touch${IFS}x);touch${IFS}y|z&w=`id`#!*?[a]{b}~"),
	    "https://example.org/%s%20%%/(a),(b)",
	    "https://example.org/watch?v=-Lu_cfIXGkQ&t=1",
	};
	struct jobs jobs = {0};
	struct err err;

	(void)state;
	write_program("show",
	    "{ echo $#; printf '%s\\n' \"$@\"; }"
	    " > $DIR/tmp; /bin/mv $DIR/tmp $DIR/args");
	for (size_t i = 0; i < sizeof(urls) / sizeof(*urls); i++) {
		enum opener_kind kind;
		struct argv argv;
		char want[256];

		if (!opener_choose("show 'in a tab' --url %s", urls[i], &kind,
			&argv, &err))
			fail_msg("%s", err.msg);
		assert_true(jobs_start(&jobs, &argv, NULL, &err));
		argv_free(&argv);
		snprintf(
		    want, sizeof(want), "3\nin a tab\n--url\n%s\n", urls[i]);
		assert_string_equal(await_file("args"), want);
	}
	assert_true(jobs_settle(&jobs, &err));
	assert_int_equal(jobs.njobs, 0);
}

/* Starts `script` and returns what is told of its end. */
static const char *
told(const char *script)
{
	static struct err err;
	struct jobs jobs = {0};
	struct argv argv = {0};

	err.msg[0] = '\0';
	write_program("app", script);
	argv_add(&argv, "app");
	if (jobs_start(&jobs, &argv, NULL, &err))
		jobs_settle(&jobs, &err);
	argv_free(&argv);
	assert_int_equal(jobs.njobs, 0);
	return err.msg;
}

static void
early_failure_is_told_with_its_status(void **state)
{
	(void)state;
	assert_string_equal(told("exit 0"), "");
	assert_string_equal(told("exit 3"), "app: exited with status 3");
	assert_string_equal(told("kill -9 $$"), "app: killed by signal 9");
}

static void
start_of_a_missing_program_is_told(void **state)
{
	struct jobs jobs = {0};
	struct argv argv = {0};
	struct err err;

	(void)state;
	argv_add(&argv, "gone");
	assert_false(jobs_start(&jobs, &argv, NULL, &err));
	assert_string_equal(err.msg, "gone: program not found");
	assert_false(jobs_run(&argv, &err));
	argv_free(&argv);
	argv_add(&argv, "/etc");
	assert_false(jobs_start(&jobs, &argv, NULL, &err));
	argv_free(&argv);
	assert_int_equal(jobs.njobs, 0);
}

static void
program_stands_alone_with_default_signals(void **state)
{
	struct jobs jobs = {0};
	struct argv argv = {0};
	struct err err;
	struct sigaction ignore = {.sa_handler = SIG_IGN}, before;
	sigset_t block, mask;
	(void)state;
	/* Field 6 of stat is the session: its own, so that the terminal's ^C
	 * and hang-up do not reach it. */
	write_program("app",
	    "read -r pid comm st ppid pgrp sid rest < /proc/$$/stat\n"
	    "{ [ $sid = $$ ] && echo own session\n"
	    "  for fd in 0 2; do /bin/readlink /proc/$$/fd/$fd; done\n"
	    "  while read -r key value; do case $key in\n"
	    "    SigIgn:|SigBlk:) echo $key $((0x$value & 0x7fffffff)) ;; "
	    "esac\n"
	    "  done < /proc/$$/status\n"
	    "} > $DIR/tmp; /bin/mv $DIR/tmp $DIR/facts");
	sigaction(SIGPIPE, &ignore, &before);
	sigemptyset(&block);
	sigaddset(&block, SIGUSR1);
	sigprocmask(SIG_BLOCK, &block, &mask);
	argv_add(&argv, "app");
	assert_true(jobs_start(&jobs, &argv, NULL, &err));
	sigprocmask(SIG_SETMASK, &mask, NULL);
	sigaction(SIGPIPE, &before, NULL);
	argv_free(&argv);
	const char *want = "own session\n/dev/null\n/dev/null\n"
			   "SigBlk: 0\nSigIgn: 0\n";
	const char *facts = await_file("facts");

	if (access("/proc/self/stat", R_OK) == 0)
		assert_string_equal(facts, want);
	jobs_settle(&jobs, &err);
}

static void
starting_never_waits_and_what_runs_is_no_news(void **state)
{
	struct jobs jobs = {0};
	struct job_news news;
	struct argv argv = {0};
	struct err err;

	(void)state;
	assert_int_equal(jobs_wait(&jobs), -1);
	write_program("app", "exec /bin/sleep 600");
	argv_add(&argv, "app");
	assert_true(jobs_start(&jobs, &argv, NULL, &err));
	argv_free(&argv);
	assert_false(jobs_news(&jobs, false, &news));
	assert_int_equal(jobs.njobs, 1);
	assert_in_range(jobs_wait(&jobs), 1, 3000);
	/* As if 4 seconds had gone by: its end is nobody's business then. */
	jobs.job[0].started -= 4000;
	assert_true(jobs_news(&jobs, false, &news));
	assert_true(news.good);
	assert_int_equal(jobs_wait(&jobs), -1);
	kill(jobs.job[0].pid, SIGKILL);
	while (jobs.njobs > 0)
		assert_false(jobs_news(&jobs, false, &news));
	assert_int_equal(waitpid(-1, NULL, WNOHANG), -1);
	assert_int_equal(errno, ECHILD);
}

static void
too_many_programs_are_refused(void **state)
{
	struct job_news news;
	const size_t most = sizeof(((struct jobs *)0)->job) /
	    sizeof(((struct jobs *)0)->job[0]);
	struct jobs jobs = {0};
	struct argv argv = {0};
	struct err err;

	(void)state;
	write_program("app", "exec /bin/sleep 600");
	argv_add(&argv, "app");
	for (size_t i = 0; i < most; i++)
		assert_true(jobs_start(&jobs, &argv, NULL, &err));
	assert_false(jobs_start(&jobs, &argv, NULL, &err));
	for (size_t i = 0; i < most; i++)
		kill(jobs.job[i].pid, SIGKILL);
	while (jobs.njobs > 0)
		jobs_news(&jobs, false, &news);
	assert_true(jobs_start(&jobs, &argv, NULL, &err));
	kill(jobs.job[0].pid, SIGKILL);
	while (jobs.njobs > 0)
		jobs_news(&jobs, false, &news);
	argv_free(&argv);
}

static void
terminal_program_is_waited_for(void **state)
{
	struct argv argv = {0};
	struct err err;

	(void)state;
	write_program("app", "echo done > $DIR/out; exit $1");
	argv_add(&argv, "app");
	assert_true(jobs_run(&argv, &err));
	assert_string_equal(await_file("out"), "done\n");
	argv_add(&argv, "7");
	assert_false(jobs_run(&argv, &err));
	assert_string_equal(err.msg, "app: exited with status 7");
	argv_free(&argv);
}

static void
news_come_once_and_tell_what_for(void **state)
{
	static const struct {
		const char *script;
		bool good;
	} cases[] = {{"exit 3", false}, {"exit 0", true}};

	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		const struct job_cause cause = {5, 7, URL};
		struct jobs jobs = {0};
		struct job_news news;
		struct argv argv = {0};
		struct err err;
		char *text;

		write_program("app", cases[i].script);
		argv_add(&argv, "app");
		assert_true(jobs_start(&jobs, &argv, &cause, &err));
		while (!jobs_news(&jobs, false, &news))
			poll(NULL, 0, 10);
		assert_int_equal(news.good, cases[i].good);
		assert_int_equal(news.cause.purpose, 5);
		assert_int_equal(news.cause.talk, 7);
		assert_string_equal(news.text, URL);
		assert_string_equal(news.cause.text, URL);
		text = news.text;
		if (!news.good)
			assert_string_equal(
			    news.err.msg, "app: exited with status 3");
		assert_false(jobs_news(&jobs, true, &news));
		assert_int_equal(jobs.njobs, 0);
		argv_free(&argv);
		free(text);
	}
}

/* The programs that would copy, joined by '|', or the message. */
static const char *
copiers(const char *setting)
{
	static char names[1024];
	struct argv argv[OPENER_CLIPBOARDS];
	struct err err;
	size_t n;

	if (!opener_clipboard(setting, argv, &n, &err))
		return strcpy(names, err.msg);
	*names = '\0';
	for (size_t i = 0; i < n; i++) {
		strcat(names, i ? "|" : "");
		strcat(names, argv[i].word[0]);
		argv_free(&argv[i]);
	}
	return names;
}

static void
clipboard_is_that_of_setting_tmux_and_display(void **state)
{
	(void)state;
	assert_string_equal(copiers(NULL), "");
	write_program("xsel", "");
	write_program("wl-copy", "");
	write_program("tmux", "");
	assert_string_equal(copiers(NULL), "");
	setenv("DISPLAY", ":0", 1);
	assert_string_equal(copiers(NULL), "xsel");
	write_program("xclip", "");
	assert_string_equal(copiers(NULL), "xclip");
	setenv("WAYLAND_DISPLAY", "wayland-0", 1);
	assert_string_equal(copiers(NULL), "wl-copy");
	setenv("TMUX", "/tmp/tmux-0/default,1,0", 1);
	assert_string_equal(copiers(NULL), "tmux|wl-copy");
	unsetenv("WAYLAND_DISPLAY");
	unsetenv("DISPLAY");
	assert_string_equal(copiers(NULL), "tmux");
	/* Of a machine far away, it would be the clipboard there. */
	write_program("pbcopy", "");
	assert_string_equal(copiers(NULL), "tmux|pbcopy");
	setenv("SSH_CONNECTION", "1 2 3 4", 1);
	assert_string_equal(copiers(NULL), "tmux");
	write_program("mine", "");
	assert_string_equal(copiers("mine --in"), "mine");
	assert_string_equal(copiers("other"),
	    "other: program not found (named by the setting copier)");
}

static void
clipboard_program_reads_the_text(void **state)
{
	struct jobs jobs = {0};
	struct argv argv[OPENER_CLIPBOARDS];
	struct err err;
	char text[3000];
	size_t n;

	(void)state;
	write_program("tmux",
	    "echo \"$*\" > $DIR/tmp; /bin/cat >> $DIR/tmp; "
	    "/bin/mv $DIR/tmp $DIR/copied");
	setenv("TMUX", "/tmp/tmux-0/default,1,0", 1);
	assert_true(opener_clipboard(NULL, argv, &n, &err));
	assert_int_equal(n, 1);
	memset(text, 'x', sizeof(text));
	text[sizeof(text) - 1] = '\0';
	assert_true(jobs_feed(&jobs, argv, text, NULL, &err));

	const char *copied = await_file("copied");

	assert_memory_equal(copied, "load-buffer -w -\n", 17);
	assert_string_equal(copied + 17, text);
	assert_true(jobs_settle(&jobs, &err));
	argv_free(argv);
}

/* The words of the command that edits, joined by '|', or the message. */
static const char *
edits(const char *editor, const char *path, unsigned line)
{
	static char words[1024];
	struct argv argv;
	struct err err;

	setenv("VISUAL", editor, 1);
	if (!editor_command(path, line, &argv, &err))
		return strcpy(words, err.msg);
	*words = '\0';
	for (size_t i = 0; i < argv.nword; i++) {
		strcat(words, i ? "|" : "");
		strcat(words, argv.word[i]);
	}
	argv_free(&argv);
	return words;
}

static void
editor_is_told_the_line_as_it_takes_it(void **state)
{
	static const struct {
		const char *editor, *words;
	} cases[] = {
	    {"", "vi|+12|a b.md"},
	    {"/usr/bin/nvim -u NONE", "/usr/bin/nvim|-u|NONE|+12|a b.md"},
	    {"nano -w", "nano|-w|+12|a b.md"},
	    {"emacsclient -t", "emacsclient|-t|+12|a b.md"},
	    {"micro", "micro|+12|a b.md"},
	    {"kak", "kak|+12|a b.md"},
	    {"gvim", "gvim|--nofork|+12|a b.md"},
	    {"vim.tiny", "vim.tiny|+12|a b.md"},
	    {"emacs-nox", "emacs-nox|+12|a b.md"},
	    {"vimcat", "vimcat|a b.md"},
	    {"gvim -f", "gvim|-f|+12|a b.md"},
	    {"gvim -n", "gvim|-n|--nofork|+12|a b.md"},
	    {"/usr/bin/vim.basic", "/usr/bin/vim.basic|+12|a b.md"},
	    {"kate -b", "kate|-b|--line|12|a b.md"},
	    {"code", "code|--wait|--goto|a b.md:12"},
	    {"code --wait", "code|--wait|--goto|a b.md:12"},
	    {"codium -w", "codium|-w|--goto|a b.md:12"},
	    {"cursor", "cursor|--wait|--goto|a b.md:12"},
	    {"subl -n", "subl|-n|--wait|a b.md:12"},
	    {"zed", "zed|--wait|a b.md:12"},
	    {"hx", "hx|a b.md:12"},
	    {"helix", "helix|a b.md:12"},
	    {"kate", "kate|--block|--line|12|a b.md"},
	    {"mate", "mate|--wait|-l|12|a b.md"},
	    {"gedit", "gedit|--wait|+12|a b.md"},
	    {"frobnicate --x", "frobnicate|--x|a b.md"},
	};

	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++)
		assert_string_equal(
		    edits(cases[i].editor, "a b.md", 12), cases[i].words);
	assert_string_equal(edits("code", "x.md", 0), "code|--wait|x.md");
	assert_string_equal(edits("vim", "-x.md", 0), "vim|./-x.md");
	/* A name that ends like a line is not cut there. */
	assert_string_equal(edits("code", "x.md:3", 12), "code|--wait|x.md:3");
	assert_string_equal(edits("hx", "x.md:3", 12), "hx|x.md:3");
	assert_string_equal(edits("hx", "3", 12), "hx|3:12");
	assert_string_equal(edits("vim", "x.md:3", 12), "vim|+12|x.md:3");
	assert_string_equal(edits("vim", "+x %s.md", 3), "vim|+3|./+x %s.md");
	setenv("EDITOR", "joe", 1);
	assert_string_equal(edits("", "x.md", 3), "joe|+3|x.md");
}

static void
malformed_editor_is_told_and_no_other_started(void **state)
{
	(void)state;
	assert_string_equal(edits("vim \"-c", "x.md", 1),
	    "$VISUAL: vim \"-c: a quote is not closed");
	assert_string_equal(
	    edits("  ", "x.md", 1), "$VISUAL:   : no program is named");
	setenv("EDITOR", "'", 1);
	assert_string_equal(
	    edits("", "x.md", 1), "$EDITOR: ': a quote is not closed");
}

static void
player_is_mpv_or_as_set(void **state)
{
	struct argv argv;
	struct err err;

	(void)state;
	assert_false(opener_player(NULL, URL, 0, &argv, &err));
	assert_string_equal(
	    err.msg, "mpv: program not found (set player to use another)");
	write_program("mpv", "");
	write_program("vlc", "");
	assert_true(opener_player(NULL, URL, 0, &argv, &err));
	assert_string_equal(argv.word[0], "mpv");
	argv_free(&argv);
	assert_true(opener_player("vlc", URL, 0, &argv, &err));
	assert_string_equal(argv.word[0], "vlc");
	assert_string_equal(argv.word[1], URL);
	argv_free(&argv);
}

#define VIDEO "https://youtu.be/AAAAAAAAAAA"

static void
player_starts_at_a_second(void **state)
{
	static const struct {
		const char *setting;
		long second;
		const char *words;
	} cases[] = {
	    {NULL, 754, "mpv --start=754 " VIDEO},
	    {"mpv --fs %s -- x", 754, "mpv --start=754 --fs " VIDEO " -- x"},
	    {"vlc -f", 754, "vlc --start-time=754 -f " VIDEO},
	    {"mplayer", 754, "mplayer -ss 754 " VIDEO},
	    {"mine -x", 754, "mine -x " VIDEO "?t=754"},
	    {"mine", 1, "mine " VIDEO "?t=1"},
	    {"mine", 0, "mine " VIDEO},
	    {NULL, 0, "mpv " VIDEO},
	};
	struct argv argv;
	struct err err;

	(void)state;
	write_program("mpv", "");
	write_program("vlc", "");
	write_program("mplayer", "");
	write_program("mine", "");
	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		char words[256] = "";

		assert_true(opener_player(
		    cases[i].setting, VIDEO, cases[i].second, &argv, &err));
		for (size_t w = 0; w < argv.nword; w++) {
			if (w > 0)
				strcat(words, " ");
			strcat(words, argv.word[w]);
		}
		assert_string_equal(words, cases[i].words);
		argv_free(&argv);
	}
}

static void
markdown_beside_a_document_is_a_path(void **state)
{
	static const struct {
		const char *path, *url, *want;
	} cases[] = {
	    {"notes/index.md", "day1/01.md", "notes/day1/01.md"},
	    {"index.md", "./two%20words.MD#top", "./two words.MD"},
	    {"/a/b.md", "../c.markdown?raw=1", "/a/../c.markdown"},
	    {"a/b.md", "50%.md", "a/50%.md"},
	    {"a/b.md", "slides.pdf", NULL},
	    {"a/b.md", "https://example.org/a.md", NULL},
	    {"a/b.md", "file:a.md", NULL},
	    {"a/b.md", "//example.org/a.md", NULL},
	    {"a/b.md", "#a.md", NULL},
	    {"-", "a.md", NULL},
	};

	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		char *path = beside_path(cases[i].path, cases[i].url);

		if (cases[i].want)
			assert_string_equal(path, cases[i].want);
		else
			assert_null(path);
		free(path);
	}
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    TEST(commands_split_as_people_quote_them),
	    TEST(command_without_program_or_end_of_quote_is_refused),
	    TEST(program_is_setting_then_variables_then_xdg_open),
	    TEST(open_is_taken_on_macos_alone),
	    TEST(browser_of_the_user_is_taken_over_ssh_too),
	    TEST(missing_program_is_named),
	    TEST(text_browser_gets_the_terminal),
	    TEST(without_display_over_ssh_the_link_is_shown),
	    TEST(only_web_links_are_opened),
	    TEST(markdown_beside_a_document_is_a_path),
	    TEST(link_stays_one_argument_whatever_is_in_it),
	    TEST(early_failure_is_told_with_its_status),
	    TEST(start_of_a_missing_program_is_told),
	    TEST(program_stands_alone_with_default_signals),
	    TEST(starting_never_waits_and_what_runs_is_no_news),
	    TEST(too_many_programs_are_refused),
	    TEST(terminal_program_is_waited_for),
	    TEST(news_come_once_and_tell_what_for),
	    TEST(clipboard_is_that_of_setting_tmux_and_display),
	    TEST(clipboard_program_reads_the_text),
	    TEST(editor_is_told_the_line_as_it_takes_it),
	    TEST(malformed_editor_is_told_and_no_other_started),
	    TEST(player_is_mpv_or_as_set),
	    TEST(player_starts_at_a_second),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
