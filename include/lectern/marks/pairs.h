/*
 * Pairs: which talks of two sources the reader has said to be the same, or not.
 * They are kept in the file of marks, and travel with them.
 *
 * A talk is known by the key that it has in its own source.  The row `pair:A B`
 * stands among the marks of whichever talk it was set with, so that it outlives
 * what becomes of that one's key; of several rows the latest counts.
 */
#ifndef LECTERN_PAIRS_H
#define LECTERN_PAIRS_H

#include <stdbool.h>

#include "lectern/base/err.h"
#include "lectern/marks/marks.h"
#include "lectern/model/notes.h"
#include "lectern/source/load_pairs.h"

/*
 * Keeps that the talks `a` and `b` are the same, or not; `talk` has the row.
 * On failure nothing has changed, and `err` says why.
 */
bool pairs_settle(struct marks *marks, const struct talk *talk, const char *a,
    const char *b, bool same, struct err *err);

/*
 * Reads all pairs of the database at `path`, which another thread may use
 * meanwhile; none if it cannot be read.
 */
void pairs_read(const char *path, struct load_pairs *pairs);

#endif
