/*
 * How far a long piece of work has come, told to whoever waits for it, who may
 * have it stopped.
 */
#ifndef LECTERN_PROGRESS_H
#define LECTERN_PROGRESS_H

#include <stdbool.h>
#include <stddef.h>

/* Who waits: `tell` is called now and then, and returns false to stop. */
struct progress {
	bool (*tell)(void *user, size_t done, size_t total);
	void *user;
	bool stopped; /* it did; nothing is told any more */
};

/* Tells of `done` bytes of `total`; false: stop.  NULL waits for nothing. */
bool progress_tell(struct progress *progress, size_t done, size_t total);

/* Whether who waits had it stopped. */
bool progress_stopped(const struct progress *progress);

#endif
