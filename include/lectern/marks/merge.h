/*
 * Merging: marks as lines of JSON, which travel between machines and can be
 * merged in any order.
 */
#ifndef LECTERN_MERGE_H
#define LECTERN_MERGE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdio.h>

#include "lectern/base/err.h"
#include "lectern/base/progress.h"
#include "lectern/marks/marks.h"

/* What an import did, in talks. */
struct merged {
	size_t read, added, changed;
	bool busy; /* nothing was: another program holds the marks */
};

/* How speakers are written. */
enum merge_form {
	MERGE_LISTS, /* "speakers":["...","..."] */
	MERGE_LINES, /* "speakers":"..., ...", which the first version reads */
};

/*
 * Writes all marks, removed ones too, sorted by key: one object a line.  Each
 * mark has the time of its last change, in milliseconds since 1970 (0: it was
 * never set):
 *
 *   {"schema":1,"key":"yt:...","title":"...","speakers":["..."],"url":null,
 *    "bookmarked":true,"bookmarked_at":1700000000000,"seen":false,"seen_at":0,
 *    "note":"...","note_at":1700000000000,
 *    "tags":[{"tag":"...","set":true,"at":1700000000000}],
 *    "opened":[1700000000000]}
 *
 * If they are known, there are also two lists of strings: "keys", older keys of
 * the talk, and "conferences".
 *
 * `progress`, here and below, may be NULL; what is stopped fails with an empty
 * message.
 */
bool merge_export(struct marks *marks, FILE *out, enum merge_form form,
    struct progress *progress, struct err *err);

/*
 * Merges such lines from `in`, which messages call `name`.  For each mark the
 * later change wins; of two at the same time, the larger value.  Speakers may
 * have either form.  Any kind may be missing; lines that git puts around a conflict are skipped.  If one line
 * is not understood, none is taken.  With `try` nothing is changed: only
 * `*merged` is filled.
 */
bool merge_import(struct marks *marks, FILE *in, const char *name, bool try,
    struct progress *progress, struct merged *merged, struct err *err);

#endif
