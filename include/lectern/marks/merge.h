/*
 * Exchange: marks as lines of JSON, which travel between machines and are merged
 * in any order.
 */
#ifndef LECTERN_MERGE_H
#define LECTERN_MERGE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdio.h>

#include "lectern/base/err.h"
#include "lectern/marks/marks.h"

/* What an import did, in talks. */
struct merged {
	size_t read, added, changed;
};

/*
 * Writes all that is known, removed marks too: one object a line, sorted by key,
 * with the time of the last change of each mark in milliseconds since 1970 (0:
 * it was never set):
 *
 *   {"schema":1,"key":"yt:...","title":"...","speakers":"...","url":null,
 *    "bookmarked":true,"bookmarked_at":1700000000000,"seen":false,"seen_at":0,
 *    "note":"...","note_at":1700000000000,
 *    "tags":[{"tag":"...","set":true,"at":1700000000000}],
 *    "opened":[1700000000000]}
 *
 * and, where they are known, "keys", older keys of the talk, and "conferences",
 * lists of strings.
 */
bool merge_export(struct marks *marks, FILE *out, struct err *err);

/*
 * Merges such lines from `in`, which messages call `name`: of each mark the
 * later change holds, of two at the same time the larger value.  Each
 * kind may be missing; lines that git puts around a conflict are passed
 * over.  All lines are taken or, where one is not understood, none; none either
 * with `try`, which only fills `*merged`.
 */
bool merge_import(struct marks *marks, FILE *in, const char *name, bool try,
    struct merged *merged, struct err *err);

#endif
