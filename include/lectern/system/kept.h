/*
 * What the browser keeps from one run to the next: filters typed, how the screen
 * is set up, and the place in each set of documents.
 */
#ifndef LECTERN_KEPT_H
#define LECTERN_KEPT_H

#include <stdbool.h>
#include <stddef.h>

#include "lectern/base/err.h"
#include "lectern/system/history.h"
#include "lectern/system/recall.h"

/* Zeroed to begin with; freed with kept_free(). */
struct kept {
	struct history history;
	struct recall recall;
	struct recall place;              /* in the documents of kept_turn() */
	char *history_path, *recall_path; /* NULL: not kept */
	char *place_path;                 /* likewise */
};

/* Reads what was kept, but for the place; of filters at most `history`. */
void kept_read(struct kept *kept, size_t history);

/*
 * Writes the place, and turns to other documents: reads the place in these,
 * unless it is to be `fresh`.  Standard input has none.
 */
void
kept_turn(struct kept *kept, const char *const *paths, size_t n, bool fresh);

/*
 * Writes all that is to be kept.  On failure what was kept before is as it was,
 * and `err` says why, once for all.
 */
bool kept_write(const struct kept *kept, struct err *err);

void kept_free(struct kept *kept);

#endif
