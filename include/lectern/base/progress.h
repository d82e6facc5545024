/*
 * Progress of a long piece of work: it tells how far it is, and can be stopped.
 */
#ifndef LECTERN_PROGRESS_H
#define LECTERN_PROGRESS_H

#include <stdbool.h>
#include <stddef.h>

/* `tell` is called now and then with `user`; it returns false to stop. */
struct progress {
	bool (*tell)(void *user, size_t done, size_t total);
	void *user;
	bool stopped; /* `tell` returned false; it is not called again */
};

/* Tells that `done` bytes of `total` are done; false: stop.  NULL: go on. */
bool progress_tell(struct progress *progress, size_t done, size_t total);

/* Whether the work was stopped; false for NULL. */
bool progress_stopped(const struct progress *progress);

#endif
