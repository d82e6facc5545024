/*
 * Runs other programs, on the terminal or beside it, always by an argument
 * vector and never through a shell.  The one door to <spawn.h>.
 */
#ifndef LECTERN_JOBS_H
#define LECTERN_JOBS_H

#include <stdbool.h>
#include <stddef.h>
#include <sys/types.h>

#include "lectern/base/argv.h"
#include "lectern/base/err.h"

/* Programs started in the background and not yet reaped; zeroed at first. */
struct jobs {
	struct job {
		pid_t pid;
		long long started; /* monotonic milliseconds */
		char name[64];     /* of the program, for messages */
	} job[32];
	size_t njobs;
};

/*
 * Starts `argv` in a session of its own, with /dev/null for its input and
 * outputs, signals as they are by default.  Does not wait.
 * Fails where the program is not found or too many still run.
 */
bool jobs_start(struct jobs *jobs, const struct argv *argv, struct err *err);

/*
 * Reaps what has ended, never blocking.  Returns false, with `err` naming
 * program and status ("xdg-open: exited with status 3"), if one failed within
 * 3 seconds of its start.
 */
bool jobs_reap(struct jobs *jobs, struct err *err);

/* Milliseconds until jobs_reap() should be called again; -1: no need. */
int jobs_wait(const struct jobs *jobs);

/*
 * Waits until every program has ended or has run for 3 seconds; false, as
 * jobs_reap(), as soon as one has failed.
 */
bool jobs_settle(struct jobs *jobs, struct err *err);

/*
 * Runs `argv` on this terminal and waits; the caller has left curses.  True
 * if it ended with status 0.
 */
bool jobs_run(const struct argv *argv, struct err *err);

/*
 * Runs `argv` with `text` on its standard input (a clipboard program) without
 * waiting for it to end.
 */
bool jobs_feed(struct jobs *jobs, const struct argv *argv, const char *text,
    struct err *err);

#endif
