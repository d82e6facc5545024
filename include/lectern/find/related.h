/*
 * Related talks: the nearest by their words.
 */
#ifndef LECTERN_RELATED_H
#define LECTERN_RELATED_H

#include <stddef.h>
#include <stdint.h>

#include "lectern/base/arena.h"
#include "lectern/find/filter.h"

/* A talk that is near another one. */
struct related_talk {
	uint32_t talk;      /* index into notes.talks */
	float score;        /* larger is nearer; about 1: the same words */
	const char *shared; /* "pages, faults": words of both, the most telling
	                       first, in the other talk's form */
};

/* Talks near one, the nearest first; zeroed at first, may be reused. */
struct related {
	struct related_talk *talk;
	size_t n;
	struct arena *arena; /* owns the words */
};

/*
 * Finds at most `most` talks near the talk of index `talk`; fewer where others
 * only share the words that any two talks do.  Makes text ready
 * for searching where that was not done, and keeps nothing else.
 */
void related_find(
    struct related *related, struct filter *filter, uint32_t talk, size_t most);

/* Puts the talks of larger scores first, those of one in programme order. */
void related_sort(struct related *related);

void related_free(struct related *related);

#endif
