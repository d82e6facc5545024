/*
 * Talks that have had several keys.  A row `key:OLD` connects two keys; all
 * keys that are connected belong to one talk, and its rows stand under the best
 * of them.  So the order in which they were connected does not matter.
 */
#ifndef LECTERN_MARK_KEYS_H
#define LECTERN_MARK_KEYS_H

#include "lectern/base/db.h"

#define MARK_KEYS_ROW "key:" /* comes before an older key in a row's name */

/* Whether a row is of an older key, as its index has it. */
#define MARK_KEYS_WHERE "name >= '" MARK_KEYS_ROW "' AND name < 'key;'"

/* Records that the talk of `key` once had the key `old`. */
void mark_keys_join(struct db *db, const char *key, const char *old);

/* Moves every row to the best key of its talk. */
void mark_keys_settle(struct db *db);

#endif
