#include "source/json_lists.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "lectern/base/mem.h"

static void
add(struct json_lists *lists, int field, const char *id,
    const struct value *element)
{
	if (!*id)
		return;
	lists->element = mem_grow(
	    lists->element, &lists->cap, lists->n + 1, sizeof(void *));
	lists->element[lists->n] = element;
	strmap_put(&lists->known,
	    arena_printf(lists->arena, "%d %s", field, id),
	    (uint32_t)lists->n++);
}

/* Adds the elements of a list, by all names that they are referred to. */
static void
add_list(struct json_lists *lists, int field, const struct value *list)
{
	static const char *const ids[] = {"id", "code", "guid", "slug"};

	for (const struct value *e = list->child; e; e = e->next) {
		if (e->type != VALUE_OBJECT)
			continue;
		add(lists, field, e->name, e);
		for (size_t i = 0; i < sizeof(ids) / sizeof(*ids); i++)
			add(lists, field, value_text(e, ids[i]), e);
	}
}

/* Adds the lists that are members of an object. */
static void
add_members(struct json_lists *lists, struct json_names *names,
    const struct value *object)
{
	for (const struct value *m = object->child; m; m = m->next) {
		int field = json_names_field(names, m->name);

		if (m->type < VALUE_ARRAY)
			continue;
		if (field == PART_SPEAKERS || field == PART_ROOM ||
		    field == PART_TRACK)
			add_list(lists, field, m);
		for (const struct value *e = m->child;
		     e && field == JSON_CATEGORIES; e = e->next) {
			const struct value *items = value_member(e, "items");

			if (items)
				add_list(lists, field, items);
		}
	}
}

/* Adds the list that the only array in a document is: {"list": [...]}. */
static void
add_within(
    struct json_lists *lists, struct json_names *names, const struct value *of)
{
	int field = json_names_field(names, of->name);

	for (const struct value *m = of->child; m; m = m->next) {
		if (m->type == VALUE_ARRAY &&
		    json_names_field(names, m->name) == PART_OTHER)
			add_list(lists, field, m);
	}
}

void
json_lists_find(struct json_lists *lists, struct json_names *names,
    const struct value *root, struct id_folder *beside)
{
	*lists = (struct json_lists){.arena = arena_new(), .root = root};
	lists->manner = arena_alloc(lists->arena, sizeof(*lists->manner));
	*lists->manner = (struct json_manner){.known = false};
	add_members(lists, names, root);
	lists->own = lists->n;
	if (!beside)
		return;
	lists->used = &beside->used;
	add_members(lists, names, beside->root);
	for (const struct value *of = beside->root->child; of; of = of->next) {
		add_members(lists, names, of);
		add_within(lists, names, of);
	}
}

void
json_lists_free(struct json_lists *lists)
{
	strmap_free(&lists->known);
	arena_free(lists->arena);
	free(lists->element);
}

const struct value *
json_lists_get(const struct json_lists *lists, int field, const char *id)
{
	char key[64];
	const uint32_t *found;

	if (!*id ||
	    snprintf(key, sizeof(key), "%d %s", field, id) >= (int)sizeof(key))
		return NULL;
	found = strmap_get(&lists->known, key);
	if (!found)
		return NULL;
	if (*found >= lists->own && lists->used)
		*lists->used = true;
	return lists->element[*found];
}
