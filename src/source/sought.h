/*
 * What a single query asks for, as bytes: a talk that has none of them is surely
 * not found, and need not be built.
 */
#ifndef LECTERN_SOUGHT_H
#define LECTERN_SOUGHT_H

#include <stdbool.h>
#include <stddef.h>

#include "lectern/base/arena.h"
#include "lectern/base/substring.h"
#include "lectern/model/query.h"

/* A group of the query: one of its terms must be there, in any case. */
struct sought_group {
	struct substring *find;
	const char **small; /* the terms, folded */
	size_t n;
};

/* Those groups that tell talks apart; freed with sought_free(). */
struct sought {
	struct arena *arena; /* owns the terms */
	struct sought_group *group;
	size_t ngroups;
};

/*
 * Takes the groups of a query whose terms are plain text.  If text is not
 * `folded` where it is more than ASCII, terms must be ASCII without commas:
 * names are joined by some, whatever separates them in the text.  Ignores own
 * notes unless the query names them.
 */
void sought_take(struct sought *sought, const struct query *query, bool folded);
void sought_free(struct sought *sought);

/* Whether one of the group's terms stands in the `len` bytes at `s`, in any case. */
bool sought_stands(const struct sought_group *group, const char *s, size_t len);

/* Whether a name, that need not stand with its talks, has one of the terms. */
bool sought_names(const struct sought_group *group, const char *name);

#endif
