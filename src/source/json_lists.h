/*
 * What a document in JSON lists apart from its talks, by id: people, rooms,
 * tracks and categories.
 */
#ifndef LECTERN_JSON_LISTS_H
#define LECTERN_JSON_LISTS_H

#include "source/json_fields.h"

struct json_lists {
	struct arena *arena; /* owns the keys */
	struct strmap known; /* numbers of elements, by list and id */
	const struct value **element;
	size_t n, cap;
};

/* Finds the lists in a document; to be freed with json_lists_free(). */
void json_lists_find(struct json_lists *lists, struct json_names *names,
    const struct value *root);
void json_lists_free(struct json_lists *lists);

/*
 * Returns the element with this id, code, slug or name of a member in the list
 * of what a field holds (see json_fields.h), or NULL.
 */
const struct value *
json_lists_get(const struct json_lists *lists, int field, const char *id);

#endif
