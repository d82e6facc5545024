#include "lectern/system/opener.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <spawn.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "lectern/base/argv.h"
#include "lectern/base/clock.h"
#include "lectern/base/mem.h"
#include "lectern/model/link.h"

#define NEWS_MILLISECONDS 3000 /* a later failure is the program's own affair */
#define POLL_MILLISECONDS 50

/* POSIX leaves it to the program; some C libraries declare it, too. */
extern char **environ; /* NOLINT(readability-redundant-declaration) */

/* Browsers that draw on the terminal that they are started from. */
static const char *const text_browsers[] = {"w3m", "lynx", "links", "links2",
    "elinks", "www-browser", "browsh", "carbonyl"};

static const char *
base_name(const char *path)
{
	const char *slash = strrchr(path, '/');

	return slash ? slash + 1 : path;
}

static bool
is_program(const char *path)
{
	struct stat st;

	return stat(path, &st) == 0 && S_ISREG(st.st_mode) &&
	    access(path, X_OK) == 0;
}

/*
 * Returns the path of a program as a shell finds it, to be freed, or NULL.
 * Empty parts of PATH, the current folder, are left out: a folder of documents
 * is no place to run programs from.
 */
static char *
find_program(const char *name)
{
	const char *path = getenv("PATH");

	if (strchr(name, '/'))
		return is_program(name) ? mem_dup(name, strlen(name)) : NULL;
	if (!path || !*path)
		path = "/usr/local/bin:/usr/bin:/bin";
	for (const char *end; *path; path = *end ? end + 1 : end) {
		end = path + strcspn(path, ":");
		if (end == path)
			continue;
		char *file = mem_printf(
		    "%.*s/%s", (int)(end - path), path, name);

		if (is_program(file))
			return file;
		free(file);
	}
	return NULL;
}

static bool
is_found(const struct argv *argv)
{
	char *file = argv->nword > 0 ? find_program(argv->word[0]) : NULL;
	bool found = file != NULL;

	free(file);
	return found;
}

static bool
is_text_browser(const struct argv *argv)
{
	const char *name = base_name(argv->word[0]);

	for (size_t i = 0; i < sizeof(text_browsers) / sizeof(*text_browsers);
	     i++)
		if (strcmp(name, text_browsers[i]) == 0)
			return true;
	return false;
}

static bool
has_display(void)
{
	const char *x = getenv("DISPLAY"), *wayland = getenv("WAYLAND_DISPLAY");

	return (x && *x) || (wayland && *wayland);
}

static bool
is_remote(void)
{
	return getenv("SSH_CONNECTION") || getenv("SSH_TTY");
}

/* Takes the program that the user named; a wrong name is worth telling. */
static bool
take_named(const char *command, const char *from, const char *url,
    struct argv *argv, struct err *err)
{
	if (!argv_split(command, url, argv, err))
		return false;
	if (is_found(argv))
		return true;
	err_set(
	    err, "%s: program not found (named by %s)", argv->word[0], from);
	argv_free(argv);
	return false;
}

/* Takes the first part of $BROWSER that is there. */
static bool
take_browser(const char *url, struct argv *argv)
{
	const char *parts = getenv("BROWSER");

	while (parts && *parts) {
		size_t len = strcspn(parts, ":");
		char *part = mem_dup(parts, len);
		bool split = argv_split(part, url, argv, NULL);

		free(part);
		if (split && is_found(argv))
			return true;
		argv_free(argv);
		parts += len + (parts[len] == ':');
	}
	return false;
}

static bool
take_first(
    const char *const *names, size_t n, const char *url, struct argv *argv)
{
	for (size_t i = 0; i < n; i++) {
		if (argv_split(names[i], url, argv, NULL) && is_found(argv))
			return true;
		argv_free(argv);
	}
	return false;
}

bool
opener_choose(const char *setting, const char *url, enum opener_kind *kind,
    struct argv *argv, struct err *err)
{
	static const char *const usual[] = {"xdg-open", "open"};
	const char *variable = getenv("LECTERN_OPENER");
	bool named = true;

	*argv = (struct argv){0};
	*kind = OPENER_BACKGROUND;
	if (!link_is_openable(url))
		return err_set(err, "%s: not a link that can be opened", url);
	if (setting && *setting) {
		if (!take_named(setting, "the setting opener", url, argv, err))
			return false;
	} else if (variable && *variable) {
		if (!take_named(variable, "$LECTERN_OPENER", url, argv, err))
			return false;
	} else {
		named = false;
		if (!take_browser(url, argv))
			take_first(usual, 2, url, argv);
	}
	if (argv->word && is_text_browser(argv)) {
		*kind = OPENER_TERMINAL;
	} else if (!named && is_remote() && !has_display()) {
		argv_free(argv);
		*kind = OPENER_SHOW;
	} else if (!argv->word) {
		return err_set(err,
		    "no program to open links with: install xdg-utils or set "
		    "$BROWSER");
	}
	return true;
}

bool
opener_player(
    const char *setting, const char *url, struct argv *argv, struct err *err)
{
	*argv = (struct argv){0};
	if (!link_is_openable(url))
		return err_set(err, "%s: not a link that can be played", url);
	if (setting && *setting)
		return take_named(
		    setting, "the setting player", url, argv, err);
	if (argv_split("mpv", url, argv, err) && is_found(argv))
		return true;
	argv_free(argv);
	return err_set(
	    err, "mpv: program not found (set player to use another)");
}

void
opener_editor(const char *path, unsigned line, struct argv *argv)
{
	static const char *const variables[] = {"VISUAL", "EDITOR"};
	/* "-x.md" and "+x.md" are names of documents, not options. */
	const char *here = *path == '-' || *path == '+' ? "./" : "";
	char *file = mem_printf("%s%s", here, path), at[24];
	const char *command = NULL;

	for (int i = 0; i < 2 && !(command && *command); i++)
		command = getenv(variables[i]);
	snprintf(at, sizeof(at), "+%u", line);
	if (!command || !argv_split(command, NULL, argv, NULL))
		argv_split("vi", NULL, argv, NULL);
	if (line > 0)
		argv_add(argv, at);
	argv_add(argv, file);
	free(file);
}

bool
opener_clipboard(struct argv *argv)
{
	const char *x = getenv("DISPLAY"), *wayland = getenv("WAYLAND_DISPLAY");
	const struct {
		bool usable;
		const char *command;
	} programs[] = {
	    {wayland && *wayland, "wl-copy --type text/plain"},
	    {x && *x, "xclip -selection clipboard -in"},
	    {x && *x, "xsel --clipboard --input"},
	    {!is_remote(), "pbcopy"},
	};

	for (size_t i = 0; i < sizeof(programs) / sizeof(*programs); i++) {
		*argv = (struct argv){0};
		if (programs[i].usable &&
		    argv_split(programs[i].command, NULL, argv, NULL) &&
		    is_found(argv))
			return true;
		argv_free(argv);
	}
	return false;
}

/*
 * Spawns with default signals.  `background`: in a session of its own, with
 * `input` (a descriptor, -1 for /dev/null) and /dev/null for its outputs.
 */
static bool
spawn(const struct argv *argv, bool background, int input, pid_t *pid,
    struct err *err)
{
	const char *name = argv->nword > 0 ? argv->word[0] : "";
	char *file = find_program(name);
	posix_spawn_file_actions_t files;
	posix_spawnattr_t attr;
	sigset_t all, none;
	short flags = POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETSIGMASK;

	if (!file)
		return err_set(err, "%s: program not found", name);
	posix_spawn_file_actions_init(&files);
	posix_spawnattr_init(&attr);
	sigfillset(&all);
	sigdelset(&all, SIGKILL);
	sigdelset(&all, SIGSTOP);
	sigemptyset(&none);
	posix_spawnattr_setsigdefault(&attr, &all);
	posix_spawnattr_setsigmask(&attr, &none);
	if (background) {
		flags |= POSIX_SPAWN_SETSID;
		if (input < 0) {
			posix_spawn_file_actions_addopen(
			    &files, 0, "/dev/null", O_RDONLY, 0);
		} else {
			posix_spawn_file_actions_adddup2(&files, input, 0);
			posix_spawn_file_actions_addclose(&files, input);
		}
		posix_spawn_file_actions_addopen(
		    &files, 1, "/dev/null", O_WRONLY, 0);
		posix_spawn_file_actions_adddup2(&files, 1, 2);
	}
	posix_spawnattr_setflags(&attr, flags);
	int failed = posix_spawn(pid, file, &files, &attr, argv->word, environ);

	posix_spawnattr_destroy(&attr);
	posix_spawn_file_actions_destroy(&files);
	free(file);
	if (failed)
		return err_set(err, "%s: %s", name, strerror(failed));
	return true;
}

static bool
start(struct jobs *jobs, const struct argv *argv, int input, struct err *err)
{
	const size_t most = sizeof(jobs->job) / sizeof(*jobs->job);
	pid_t pid = -1;

	opener_reap(jobs, NULL);
	if (jobs->njobs == most)
		return err_set(
		    err, "%zu programs started here are still running", most);
	if (!spawn(argv, true, input, &pid, err))
		return false;

	struct job *job = &jobs->job[jobs->njobs++];

	job->pid = pid;
	job->started = clock_milliseconds();
	snprintf(job->name, sizeof(job->name), "%s", base_name(argv->word[0]));
	return true;
}

bool
opener_start(struct jobs *jobs, const struct argv *argv, struct err *err)
{
	return start(jobs, argv, -1, err);
}

bool
opener_feed(struct jobs *jobs, const struct argv *argv, const char *text,
    struct err *err)
{
	/* A file, unlike a pipe, takes any length and needs no reader. */
	FILE *file = tmpfile();
	bool done = false;

	if (!file)
		return err_set(err, "%s: %s", argv->word[0], strerror(errno));
	if (fputs(text, file) == EOF || fflush(file) == EOF ||
	    lseek(fileno(file), 0, SEEK_SET) != 0)
		err_set(err, "%s: %s", argv->word[0], strerror(errno));
	else
		done = start(jobs, argv, fileno(file), err);
	fclose(file);
	return done;
}

/* Words a wait status; true for success. */
static bool
tell_status(const char *name, int status, struct err *err)
{
	if (WIFSIGNALED(status))
		return err_set(
		    err, "%s: killed by signal %d", name, WTERMSIG(status));
	if (WIFEXITED(status) && WEXITSTATUS(status) != 0)
		return err_set(err, "%s: exited with status %d", name,
		    WEXITSTATUS(status));
	return true;
}

bool
opener_reap(struct jobs *jobs, struct err *err)
{
	bool good = true;
	size_t left = 0;

	for (size_t i = 0; i < jobs->njobs; i++) {
		const struct job *job = &jobs->job[i];
		int status;
		pid_t pid = waitpid(job->pid, &status, WNOHANG);

		if (pid == 0) {
			jobs->job[left++] = *job;
			continue;
		}
		/* A death is seen up to one poll late. */
		if (pid > 0 && good &&
		    clock_milliseconds() - job->started <=
			NEWS_MILLISECONDS + POLL_MILLISECONDS)
			good = tell_status(job->name, status, err);
	}
	jobs->njobs = left;
	return good;
}

int
opener_wait(const struct jobs *jobs)
{
	for (size_t i = 0; i < jobs->njobs; i++)
		if (clock_milliseconds() - jobs->job[i].started <=
		    NEWS_MILLISECONDS)
			return POLL_MILLISECONDS;
	return -1;
}

bool
opener_settle(struct jobs *jobs, struct err *err)
{
	while (opener_reap(jobs, err)) {
		if (opener_wait(jobs) < 0)
			return true;
		poll(NULL, 0, 10);
	}
	return false;
}

bool
opener_run(const struct argv *argv, struct err *err)
{
	static const int numbers[] = {SIGINT, SIGQUIT, SIGTSTP};
	struct sigaction ours[3], action = {.sa_handler = SIG_IGN};
	pid_t pid = -1, ended = -1;
	int status = 0;

	/*
	 * ^C and ^\ are for the program that has the terminal; ^Z stops both,
	 * and fg brings both back.
	 */
	for (int i = 0; i < 3; i++) {
		if (numbers[i] == SIGTSTP)
			action.sa_handler = SIG_DFL;
		sigaction(numbers[i], &action, &ours[i]);
	}
	bool started = spawn(argv, false, -1, &pid, err);

	while (
	    started && (ended = waitpid(pid, &status, 0)) < 0 && errno == EINTR)
		;
	for (int i = 0; i < 3; i++)
		sigaction(numbers[i], &ours[i], NULL);
	if (!started)
		return false;
	return ended < 0 || tell_status(base_name(argv->word[0]), status, err);
}
