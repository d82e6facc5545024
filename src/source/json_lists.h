/*
 * What a document in JSON lists apart from its talks, by id: people, rooms,
 * tracks and categories.
 */
#ifndef LECTERN_JSON_LISTS_H
#define LECTERN_JSON_LISTS_H

#include "source/id_folder.h"
#include "source/json_fields.h"

/* How the names of people are written in a document. */
struct json_manner {
	bool known;             /* the others were counted */
	size_t whole, inverted; /* "Ann One"; "One, Ann" */
};

struct json_lists {
	struct arena *arena;        /* owns the keys and the next */
	struct json_manner *manner; /* found when it matters */
	const struct value *root;   /* the document */
	struct strmap known;        /* numbers of elements, by list and id */
	const struct value **element;
	size_t n, cap;
	size_t own; /* the first elements are of the document itself, */
	bool *used; /* and whether another was asked for; NULL: there is none */
};

/*
 * Finds the lists in a document and in those beside it, which may be NULL; to be
 * freed with json_lists_free().
 */
void json_lists_find(struct json_lists *lists, struct json_names *names,
    const struct value *root, struct id_folder *beside);
void json_lists_free(struct json_lists *lists);

/*
 * Returns the element with this id, code, slug or name of a member in the list
 * of what a field holds (see json_fields.h), or NULL.
 */
const struct value *
json_lists_get(const struct json_lists *lists, int field, const char *id);

#endif
