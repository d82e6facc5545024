#include "source/id_lists.h"

#include <stdlib.h>
#include <string.h>

#include "lectern/base/err.h"
#include "lectern/base/mem.h"
#include "lectern/base/text.h"
#include "lectern/base/translate.h"
#include "lectern/source/input.h"
#include "source/dialect.h"
#include "source/encoding.h"
#include "source/json_fields.h"
#include "source/json_scan.h"
#include "source/yaml_tree.h"

#define LARGEST 1048576 /* bytes of a document */
#define MOST    256     /* documents that are looked at */

static const char *
name_of(const char *path)
{
	const char *slash = strrchr(path, '/');

	return slash ? slash + 1 : path;
}

/* Returns a file's name without its ending, owned by the arena. */
static char *
stem_of(struct arena *arena, const char *path)
{
	const char *name = name_of(path);

	return arena_dup(arena, name, strcspn(name, "."));
}

static bool
has_ending(const char *path, const char *ending)
{
	const char *dot = strchr(name_of(path), '.');

	return dot && text_ascii_same(dot, ending, SIZE_MAX);
}

/* Whether it is JSON or YAML of one of these names, which end with NULL. */
static bool
is_named(const char *path, const char *const *names)
{
	const char *name = name_of(path);
	size_t len = strcspn(name, ".");

	if (!has_ending(path, ".json") && !has_ending(path, ".yml") &&
	    !has_ending(path, ".yaml"))
		return false;
	for (; *names; names++) {
		if (strlen(*names) == len && text_ascii_same(name, *names, len))
			return true;
	}
	return false;
}

static struct arena *
arena_of(struct id_lists *lists)
{
	if (!lists->arena)
		lists->arena = arena_new();
	return lists->arena;
}

/* Returns the folder of a document, up to the slash, owned by the arena. */
static const char *
folder_of(struct id_lists *lists, const char *path)
{
	return arena_dup(arena_of(lists), path, (size_t)(name_of(path) - path));
}

/* Whether a document is called as lists are that talks refer to. */
static bool
is_list(struct id_lists *lists, const char *path)
{
	static const char *const people[] = {
	    "speakers", "people", "presenters", "tracks", "rooms", NULL};
	static const char *const slots[] = {
	    "schedule", "agenda", "timetable", "slots", "timeslots", NULL};

	return is_named(path, people) ||
	    (is_named(path, slots) &&
		strmap_get(&lists->talks, folder_of(lists, path)));
}

void
id_lists_expect(struct id_lists *lists, const char *path)
{
	static const char *const talks[] = {
	    "sessions", "talks", "events", "presentations", NULL};

	if (is_named(path, talks))
		strmap_put(&lists->talks, folder_of(lists, path), 1);
}

/* Has the arena own the names in a tree, which are the parser's. */
static void
own_names(struct arena *arena, struct value *value)
{
	value->name = arena_dup(arena, value->name, strlen(value->name));
	for (struct value *m = value->child; m; m = m->next)
		own_names(arena, m);
}

/* Reads a document as a tree whose texts the arena owns; NULL: it is broken. */
static struct value *
read_tree(struct arena *arena, const char *path, struct bytes *bytes)
{
	static const char *const cut[] = {NULL};
	struct value *root = NULL;
	struct json_scan scan;
	struct yaml_tree yaml;
	bool broken;

	if (!has_ending(path, ".json")) {
		yaml_tree_begin(&yaml, bytes->s, bytes->len);
		root = yaml_tree_next(&yaml, arena);
		broken = yaml.fault != NULL;
		if (root && !broken)
			own_names(arena, root);
		yaml_tree_free(&yaml);
		return broken ? NULL : root;
	}
	json_scan_begin(&scan, bytes->s, bytes->len, cut);
	if (json_scan_next(&scan))
		root = value_read(arena, &scan);
	broken = scan.fault != NULL;
	json_scan_free(&scan);
	arena_adopt(arena, bytes->s, bytes->mapped);
	*bytes = (struct bytes){0};
	return broken ? NULL : root;
}

static size_t
folder_len(const char *path)
{
	return (size_t)(name_of(path) - path);
}

struct id_folder *
id_lists_of(const struct id_lists *lists, const char *path)
{
	size_t len = folder_len(path);

	for (size_t i = 0; i < lists->nfolders; i++) {
		struct id_folder *folder = &lists->folder[i];

		if (folder->len == len && memcmp(folder->path, path, len) == 0)
			return folder;
	}
	return NULL;
}

static struct id_folder *
folder_for(struct id_lists *lists, const char *path)
{
	struct id_folder *folder = id_lists_of(lists, path);

	if (folder)
		return folder;
	lists->folder = mem_grow(lists->folder, &lists->folders_cap,
	    lists->nfolders + 1, sizeof(*lists->folder));
	folder = &lists->folder[lists->nfolders++];
	*folder = (struct id_folder){.path = path, .len = folder_len(path)};
	folder->root = arena_alloc(lists->arena, sizeof(struct value));
	*folder->root = (struct value){
	    .name = "", .text = "", .type = VALUE_OBJECT};
	folder->end = &folder->root->child;
	return folder;
}

static void
keep(struct id_lists *lists, const char *path, struct value *root)
{
	struct id_folder *folder;

	path = arena_dup(arena_of(lists), path, strlen(path));
	folder = folder_for(lists, path);
	root->name = stem_of(lists->arena, path);
	folder->end = value_add(folder->root, folder->end, root);
	lists->path = mem_grow(
	    lists->path, &lists->cap, lists->n + 1, sizeof(*lists->path));
	lists->path[lists->n++] = path;
}

void
id_lists_take(struct id_lists *lists, const char *path)
{
	struct arena *values;
	struct bytes bytes;
	struct value *root;
	struct err err;

	if (lists->tried == MOST || !is_list(lists, path) ||
	    !input_read(path, NULL, &bytes, &err))
		return;
	lists->tried++;
	values = arena_new();
	encoding_from_utf16(&bytes);
	root = bytes.len > LARGEST ? NULL : read_tree(values, path, &bytes);
	input_drop(&bytes);
	if (root && root->child && !dialect_has_talks(root)) {
		lists->values = mem_grow(lists->values, &lists->values_cap,
		    lists->n + 1, sizeof(struct arena *));
		lists->values[lists->n] = values;
		keep(lists, path, root);
	} else {
		arena_free(values);
	}
}

bool
id_lists_has(const struct id_lists *lists, const char *path)
{
	for (size_t i = 0; i < lists->n; i++) {
		if (strcmp(lists->path[i], path) == 0)
			return true;
	}
	return false;
}

void
id_lists_mark(struct conference *conference)
{
	struct source *source = &conference->source;

	source->lists = true;
	source->shape = N_("lists");
	source->joined = N_("people, rooms or times of talks elsewhere");
}

void
id_lists_free(struct id_lists *lists)
{
	for (size_t i = 0; i < lists->n; i++)
		arena_free(lists->values[i]);
	free(lists->values);
	strmap_free(&lists->talks);
	arena_free(lists->arena);
	free(lists->folder);
	free(lists->path);
	*lists = (struct id_lists){0};
}
