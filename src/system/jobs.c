#include "lectern/system/jobs.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <spawn.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "lectern/base/clock.h"
#include "system/program.h"

#define NEWS_MILLISECONDS 3000 /* a later failure is the program's own affair */
#define POLL_MILLISECONDS 50

/* POSIX leaves it to the program; some C libraries declare it, too. */
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

	jobs_reap(jobs, NULL);
	if (jobs->njobs == most)
		return err_set(
		    err, "%zu programs started here are still running", most);
	if (!spawn(argv, true, input, &pid, err))
		return false;

	struct job *job = &jobs->job[jobs->njobs++];

	job->pid = pid;
	job->started = clock_milliseconds();
	snprintf(
	    job->name, sizeof(job->name), "%s", program_name(argv->word[0]));
	return true;
}

bool
jobs_start(struct jobs *jobs, const struct argv *argv, struct err *err)
{
	return start(jobs, argv, -1, err);
}

bool
jobs_feed(struct jobs *jobs, const struct argv *argv, const char *text,
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
jobs_reap(struct jobs *jobs, struct err *err)
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
jobs_wait(const struct jobs *jobs)
{
	for (size_t i = 0; i < jobs->njobs; i++)
		if (clock_milliseconds() - jobs->job[i].started <=
		    NEWS_MILLISECONDS)
			return POLL_MILLISECONDS;
	return -1;
}

bool
jobs_settle(struct jobs *jobs, struct err *err)
{
	while (jobs_reap(jobs, err)) {
		if (jobs_wait(jobs) < 0)
			return true;
		poll(NULL, 0, 10);
	}
	return false;
}

bool
jobs_run(const struct argv *argv, struct err *err)
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
	return ended < 0 ||
	    tell_status(program_name(argv->word[0]), status, err);
}
