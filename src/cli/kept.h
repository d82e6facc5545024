/*
 * What the browser keeps from one run to the next: filters typed, how the screen
 * is set up, and the place in these documents.
 */
#ifndef LECTERN_KEPT_H
#define LECTERN_KEPT_H

#include "cli/options.h"
#include "lectern/system/config.h"
#include "lectern/system/history.h"
#include "lectern/system/recall.h"

/* Zeroed to begin with; freed with kept_free(). */
struct kept {
	struct history history;
	struct recall recall;
	struct recall place;
	char *history_path, *recall_path; /* NULL: not kept */
	char *place_path; /* one for each set of documents; NULL: likewise */
};

/* Reads what was kept. */
void kept_read(struct kept *kept, const struct config *config,
    const struct options *options);

/*
 * Writes what is to be kept.  A failure is told on standard error, once for
 * all; what was kept before is then as it was.
 */
void kept_write(const struct kept *kept);

void kept_free(struct kept *kept);

#endif
