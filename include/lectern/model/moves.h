/*
 * Which talk of before is which of now, for documents that have changed.
 */
#ifndef LECTERN_MOVES_H
#define LECTERN_MOVES_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* A talk, by hashes. */
struct moves_talk {
	uint64_t id; /* by which it is known */
	uint64_t title;
	uint64_t source;
	bool missing;  /* in no document; then only its id counts */
	uint8_t flags; /* the caller's */
};

#define MOVES_NONE UINT32_MAX

/*
 * Fills `to` with the index among the `nnow` talks of each of the `nwas` talks,
 * or MOVES_NONE, and `taken`, all false, with whether a talk of now is one of
 * those.  Both lists are in the order of their documents.
 */
void moves_find(const struct moves_talk *was, uint32_t nwas,
    const struct moves_talk *now, uint32_t nnow, uint32_t *to, bool *taken);

#endif
