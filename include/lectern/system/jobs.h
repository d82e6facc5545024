/*
 * Runs other programs, on the terminal or in the background, by an argument
 * vector and never through a shell.  The one door to <spawn.h>.
 */
#ifndef LECTERN_JOBS_H
#define LECTERN_JOBS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <sys/types.h>

#include "lectern/base/argv.h"
#include "lectern/base/err.h"

/*
 * Why a program is started: the caller's own, given back with the news of it.
 */
struct job_cause {
	int purpose;
	uint32_t talk;
	const char *text; /* copied; NULL: none */
};

/* Programs started in the background; zeroed at first. */
struct jobs {
	struct job {
		pid_t pid;
		long long started; /* monotonic milliseconds */
		char name[64];     /* of the program, for messages */
		struct job_cause cause;
		char *text;   /* of the cause, owned */
		bool settled; /* its news was told */
	} job[32];
	size_t njobs;
};

/*
 * Starts `argv` in a session of its own, with /dev/null for its input and
 * outputs and default signals.  Does not wait.  `cause` may be NULL.  Fails if
 * the program is not found, or too many still run.
 */
bool jobs_start(struct jobs *jobs, const struct argv *argv,
    const struct job_cause *cause, struct err *err);

/* As jobs_start(), with `text` on the program's standard input. */
bool jobs_feed(struct jobs *jobs, const struct argv *argv, const char *text,
    const struct job_cause *cause, struct err *err);

/* How a program fared. */
struct job_news {
	bool good;      /* ended well, or has run for 3 seconds */
	struct err err; /* else program and status, in words */
	struct job_cause cause;
	char *text; /* of the cause, to be freed, or NULL */
};

/*
 * Reaps programs that have ended; never blocks.  Returns whether there is news
 * of a program, once for each: call it until there is none.  With `leaving`, a
 * program that still runs counts as good.
 */
bool jobs_news(struct jobs *jobs, bool leaving, struct job_news *news);

/* Milliseconds until jobs_news() should be called again; -1: no need. */
int jobs_wait(const struct jobs *jobs);

/*
 * Waits for the news of every program.  Returns false, with `err`, as soon as
 * one has failed.
 */
bool jobs_settle(struct jobs *jobs, struct err *err);

/*
 * Runs `argv` on this terminal and waits for its end; the caller has left
 * curses.  Returns whether it ended with status 0.  SIGHUP and SIGTERM go to the
 * program, too, which then has a second to end; they come to the caller when
 * this returns.
 */
bool jobs_run(const struct argv *argv, struct err *err);

#endif
