/*
 * Talks that have had several keys.  Rows `key:OLD` of a talk say so: all keys
 * that such rows connect are keys of one talk, whose rows stand under the best
 * of them.  So it does not matter where and in which order they were connected.
 */
#ifndef LECTERN_MARK_KEYS_H
#define LECTERN_MARK_KEYS_H

#include "lectern/base/db.h"

#define MARK_KEYS_ROW "key:" /* before an older key, in names of rows */

/* Notes that the talk of `key` had the key `old`, too. */
void mark_keys_join(struct db *db, const char *key, const char *old);

/* Moves rows that stand under other keys than the best of their talk. */
void mark_keys_settle(struct db *db);

#endif
