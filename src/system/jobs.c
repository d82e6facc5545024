#include "lectern/system/jobs.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <spawn.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/select.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "lectern/base/clock.h"
#include "lectern/base/mem.h"
#include "lectern/base/translate.h"
#include "system/program.h"

#define NEWS_MILLISECONDS 3000 /* a later failure is the program's own affair */
#define POLL_MILLISECONDS 50
#define GRACE_SECONDS     1 /* for a program, when we are to end */

/* POSIX lets the program declare it; some C libraries do, too. */
extern char **environ; /* NOLINT(readability-redundant-declaration) */

/*
 * Spawns with default signals.  `background`: in a session of its own, with
 * `input` (a descriptor, -1 for /dev/null) and /dev/null for its outputs.
 */
static bool
spawn(const struct argv *argv, bool background, int input, pid_t *pid,
    struct err *err)
{
	const char *name = argv->nword > 0 ? argv->word[0] : "";
	char *file = program_find(name);
	posix_spawn_file_actions_t files;
	posix_spawnattr_t attr;
	sigset_t all, none;
	short flags = POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETSIGMASK;

	if (!file)
		return err_set(err, _("%s: program not found"), name);
	posix_spawn_file_actions_init(&files);
	posix_spawnattr_init(&attr);
	sigfillset(&all);
	sigdelset(&all, SIGKILL);
	sigdelset(&all, SIGSTOP);
	sigemptyset(&none);
	posix_spawnattr_setsigdefault(&attr, &all);
	posix_spawnattr_setsigmask(&attr, &none);
	if (background) {
#ifdef POSIX_SPAWN_SETSID
		flags |= POSIX_SPAWN_SETSID;
#else
		flags |= POSIX_SPAWN_SETPGROUP;
#endif
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

/* Puts a wait status in words; true for success. */
static bool
tell_status(const char *name, int status, struct err *err)
{
	if (WIFSIGNALED(status))
		return err_set(
		    err, _("%s: killed by signal %d"), name, WTERMSIG(status));
	if (WIFEXITED(status) && WEXITSTATUS(status) != 0)
		return err_set(err, _("%s: exited with status %d"), name,
		    WEXITSTATUS(status));
	return true;
}

static void
forget(struct jobs *jobs, size_t i)
{
	free(jobs->job[i].text);
	jobs->job[i] = jobs->job[--jobs->njobs];
}

/* Removes programs that have ended and whose news was told. */
static void
reap_settled(struct jobs *jobs)
{
	int status;

	for (size_t i = jobs->njobs; i > 0; i--)
		if (jobs->job[i - 1].settled &&
		    waitpid(jobs->job[i - 1].pid, &status, WNOHANG) != 0)
			forget(jobs, i - 1);
}

static bool
start(struct jobs *jobs, const struct argv *argv, int input,
    const struct job_cause *cause, struct err *err)
{
	const size_t most = sizeof(jobs->job) / sizeof(*jobs->job);
	pid_t pid = -1;

	reap_settled(jobs);
	if (jobs->njobs == most)
		return err_set(err,
		    _("%zu programs started here are still running"), most);
	if (!spawn(argv, true, input, &pid, err))
		return false;

	struct job *job = &jobs->job[jobs->njobs++];

	*job = (struct job){.pid = pid, .started = clock_milliseconds()};
	snprintf(
	    job->name, sizeof(job->name), "%s", program_name(argv->word[0]));
	if (!cause)
		return true;
	job->cause = *cause;
	if (cause->text)
		job->text = mem_dup(cause->text, strlen(cause->text));
	return true;
}

bool
jobs_start(struct jobs *jobs, const struct argv *argv,
    const struct job_cause *cause, struct err *err)
{
	return start(jobs, argv, -1, cause, err);
}

bool
jobs_feed(struct jobs *jobs, const struct argv *argv, const char *text,
    const struct job_cause *cause, struct err *err)
{
	/* A file, unlike a pipe, takes any length without a reader. */
	FILE *file = tmpfile();
	bool done = false;

	if (!file)
		return err_set(err, "%s: %s", argv->word[0], strerror(errno));
	if (fputs(text, file) == EOF || fflush(file) == EOF ||
	    lseek(fileno(file), 0, SEEK_SET) != 0)
		err_set(err, "%s: %s", argv->word[0], strerror(errno));
	else
		done = start(jobs, argv, fileno(file), cause, err);
	fclose(file);
	return done;
}

/* Whether it has run so long that its end is no news. */
static bool
is_old(const struct job *job, int milliseconds)
{
	return clock_milliseconds() - job->started > milliseconds;
}

/* Fills the news of a job, and moves its text there. */
static void
tell_news(struct job *job, struct job_news *news)
{
	job->settled = true;
	news->cause = job->cause;
	news->text = job->text;
	job->text = NULL;
	news->cause.text = news->text;
}

bool
jobs_news(struct jobs *jobs, bool leaving, struct job_news *news)
{
	reap_settled(jobs);
	for (size_t i = 0; i < jobs->njobs; i++) {
		struct job *job = &jobs->job[i];
		int status;

		*news = (struct job_news){.good = true};
		if (job->settled)
			continue;

		pid_t pid = waitpid(job->pid, &status, WNOHANG);

		if (pid == 0 && !leaving && !is_old(job, NEWS_MILLISECONDS))
			continue;
		/* The end may be noticed up to one poll late. */
		if (pid > 0 &&
		    !is_old(job, NEWS_MILLISECONDS + POLL_MILLISECONDS))
			news->good = tell_status(job->name, status, &news->err);
		tell_news(job, news);
		if (pid != 0)
			forget(jobs, i);
		return true;
	}
	return false;
}

int
jobs_wait(const struct jobs *jobs)
{
	for (size_t i = 0; i < jobs->njobs; i++)
		if (!jobs->job[i].settled)
			return POLL_MILLISECONDS;
	return -1;
}

bool
jobs_settle(struct jobs *jobs, struct err *err)
{
	struct job_news news;
	bool good = true;

	while (good && jobs_wait(jobs) >= 0) {
		if (!jobs_news(jobs, false, &news)) {
			poll(NULL, 0, 10);
			continue;
		}
		good = news.good;
		if (!good)
			*err = news.err;
		free(news.text);
	}
	return good;
}

/* The signal that is to end us while another program has the terminal. */
static volatile sig_atomic_t got_end;

static void
on_end(int number)
{
	got_end = number;
}

static void
on_child(int number)
{
	(void)number;
}

/* What signals do while another program has the terminal. */
static const struct {
	int number;
	void (*handler)(int);
} signals_then[] = {
    /* ^C and ^\ are for that program. */
    {SIGINT, SIG_IGN},
    {SIGQUIT, SIG_IGN},
    /* ^Z stops both, and fg brings both back. */
    {SIGTSTP, SIG_DFL},
    {SIGCHLD, on_child},
    {SIGHUP, on_end},
    {SIGTERM, on_end},
};

#define SIGNALS (sizeof(signals_then) / sizeof(*signals_then))

/*
 * Waits for the end of a program; a signal that is to end us goes to it, too,
 * and then it is not waited for long.  Returns false if it still runs.
 */
static bool
wait_for(pid_t pid, const sigset_t *outside, int *status)
{
	struct timespec grace = {.tv_sec = GRACE_SECONDS};
	bool told = false;

	/* Signals only come in pselect(). */
	for (;;) {
		if (waitpid(pid, status, WNOHANG) != 0)
			return true;
		if (got_end && !told) {
			kill(pid, got_end);
			told = true;
		} else if (told &&
		    pselect(0, NULL, NULL, NULL, &grace, outside) == 0) {
			return false;
		} else if (!told) {
			pselect(0, NULL, NULL, NULL, NULL, outside);
		}
	}
}

bool
jobs_run(const struct argv *argv, struct err *err)
{
	struct sigaction ours[SIGNALS], action = {.sa_handler = SIG_IGN};
	const char *name = argv->nword > 0 ? program_name(argv->word[0]) : "";
	sigset_t waits, outside;
	pid_t pid = -1;
	int status = 0;

	got_end = 0;
	sigemptyset(&waits);
	for (size_t i = 0; i < SIGNALS; i++) {
		action.sa_handler = signals_then[i].handler;
		sigaction(signals_then[i].number, &action, &ours[i]);
		if (action.sa_handler == on_end ||
		    action.sa_handler == on_child)
			sigaddset(&waits, signals_then[i].number);
	}
	sigprocmask(SIG_BLOCK, &waits, &outside);
	bool good = spawn(argv, false, -1, &pid, err);

	if (good)
		good = wait_for(pid, &outside, &status)
		    ? tell_status(name, status, err)
		    : err_set(err, _("%s: still runs"), name);
	for (size_t i = 0; i < SIGNALS; i++)
		sigaction(signals_then[i].number, &ours[i], NULL);
	sigprocmask(SIG_SETMASK, &outside, NULL);
	if (got_end)
		raise(got_end);
	return good;
}
