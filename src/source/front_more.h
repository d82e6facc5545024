/*
 * What front matter says in several lines: a text, or a list of words.
 */
#ifndef LECTERN_FRONT_MORE_H
#define LECTERN_FRONT_MORE_H

#include <stddef.h>

struct arena;

/* Such a field as far as it was read; zeroed is empty. */
struct front_more {
	char *s;
	size_t len, room;
};

/* Adds words behind those of `*field`, with `between` between them. */
void front_more_add(struct arena *arena, struct front_more *more,
    const char **field, const char *between, const char *words);

#endif
