/*
 * Tells how far a long piece of work is, and lets it be stopped.
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

/*
 * Tells that `done` of `total` bytes are done.  Returns false if the work is to
 * stop; always true if `progress` is NULL.
 */
bool progress_tell(struct progress *progress, size_t done, size_t total);

/* Whether the work was stopped; false if `progress` is NULL. */
bool progress_stopped(const struct progress *progress);

#endif
