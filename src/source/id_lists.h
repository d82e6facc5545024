/*
 * Lists that stand in documents of their own, beside those of the talks which
 * refer to them by id: speakers.yml and schedule.json beside sessions.yml, as
 * sites of conferences keep them.  They are read before the others, and are told
 * by their names, and by having no talks themselves.
 */
#ifndef LECTERN_ID_LISTS_H
#define LECTERN_ID_LISTS_H

#include <stdbool.h>
#include <stddef.h>

#include "lectern/base/arena.h"
#include "lectern/base/strmap.h"
#include "source/built.h"
#include "source/id_folder.h"

/* Zeroed is empty; freed with id_lists_free(). */
struct id_lists {
	struct arena *arena; /* NULL: nothing was taken yet */
	struct strmap
	    talks;    /* folders with documents that are called "talks" */
	size_t tried; /* documents that were looked at */
	struct id_folder *folder;
	const char **path;     /* of the documents, in the arena */
	struct arena **values; /* of each, which own its tree */
	size_t nfolders, folders_cap;
	size_t n, cap, values_cap;
};

/*
 * Takes a document if it is such a list.  What cannot be read is none.  All
 * documents are to be expected first: a schedule is looked at only if there are
 * talks beside it, since most have all in one.
 */
void id_lists_expect(struct id_lists *lists, const char *path);
void id_lists_take(struct id_lists *lists, const char *path);

/* Whether a document was taken. */
bool id_lists_has(const struct id_lists *lists, const char *path);

/*
 * Returns the lists of the folder of a document, or NULL; valid until another
 * one is taken.
 */
struct id_folder *id_lists_of(const struct id_lists *lists, const char *path);

/* Marks a conference in place of such a document, which has no talks. */
void id_lists_mark(struct conference *conference);

void id_lists_free(struct id_lists *lists);

#endif
