/*
 * Other processes: programs that are run to their end, and parts of this one
 * in a child, so that each measurement begins with a fresh heap.
 *
 * A command is split at blanks, as words.h says; `%s` in it is the document,
 * where one is given.
 */
#ifndef BENCH_PROCESS_H
#define BENCH_PROCESS_H

#include <stdbool.h>
#include <stddef.h>

/* What running a program took. */
struct run {
	double ms;
	double rss; /* most memory it held, in MiB */
};

/* Where its streams lead; NULL is /dev/null. */
struct streams {
	const char *in, *out, *err;
};

/* Milliseconds on a clock that only goes forward. */
double process_clock(void);

/* Whether a program of that name is in PATH. */
bool process_installed(const char *name);

/*
 * Runs a program.  False if it could not be started, was ended by a signal or
 * exited with more than 1, by which many say that they found nothing.
 */
bool process_run(const char *command, const char *document,
    const struct streams *streams, struct run *run);

/*
 * Calls `work` in a child; the `size` bytes that it puts into `result` come
 * back.  If it returns false or dies, `result` is left as it was.
 */
void process_inside(bool (*work)(const void *argument, void *result),
    const void *argument, void *result, size_t size);

#endif
