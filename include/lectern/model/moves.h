/*
 * Which talk of before is which of now, for documents that have changed.
 */
#ifndef LECTERN_MOVES_H
#define LECTERN_MOVES_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "lectern/model/notes.h"

/* A talk, by hashes. */
struct moves_talk {
	uint64_t id; /* by which it is known */
	uint64_t title;
	uint64_t source;
	bool missing;  /* in no document; then only its id counts */
	bool video;    /* for the caller; moves_find() does not look at it */
	uint8_t flags; /* likewise */
};

#define MOVES_NONE UINT32_MAX

/*
 * Returns the talks of notes, in the arena.  Those that are not missing come
 * from `known`, a list of the same talks, unless that is NULL.
 */
struct moves_talk *moves_list(const struct notes *notes,
    const struct moves_talk *known, struct arena *arena);

/*
 * Fills `to` with the index among the `nnow` talks of each of the `nwas` talks,
 * or MOVES_NONE, and `taken`, all false, with whether a talk of now is one of
 * those.  Both lists are in the order of their documents.
 */
void moves_find(const struct moves_talk *was, uint32_t nwas,
    const struct moves_talk *now, uint32_t nnow, uint32_t *to, bool *taken);

#endif
