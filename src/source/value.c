#include "source/value.h"

#include <stdlib.h>
#include <string.h>

#include "lectern/base/db.h"
#include "lectern/base/mem.h"

struct value_reader {
	struct db *db;
	struct db_query *query;
};

struct value_reader *
value_reader_new(void)
{
	struct value_reader *reader = mem_alloc(1, sizeof(*reader));

	reader->db = db_open(NULL);
	reader->query = db_query(
	    reader->db, "SELECT key, atom, type, id, parent FROM json_tree(?)");
	return reader;
}

void
value_reader_free(struct value_reader *reader)
{
	db_query_free(reader->query);
	db_close(reader->db);
	free(reader);
}

/* A value that is open, and its number in the walk. */
struct open {
	struct value *value;
	long long id;
};

/* Makes the value of the current row. */
static struct value *
take_row(struct db_query *query, struct arena *arena)
{
	struct value *value = arena_alloc(arena, sizeof(*value));
	const char *text;
	char type;
	size_t len;

	text = db_text(query, 2, NULL);
	type = *text;
	/* A "text" is no truth. */
	if (type == 'f' || (type == 't' && text[1] == 'r'))
		value->text = type == 't' ? "true" : "false";
	value->type = type == 'o' ? VALUE_OBJECT
	    : type == 'a'         ? VALUE_ARRAY
	    : type == 'n'         ? VALUE_NULL
				  : VALUE_PLAIN;
	if (!value->text && value->type == VALUE_PLAIN) {
		text = db_text(query, 1, &len);
		value->text = arena_dup(arena, text, len);
	} else if (!value->text) {
		value->text = "";
	}
	value->name = "";
	return value;
}

static void
add_child(struct db_query *query, struct arena *arena, struct value *parent,
    struct value *value)
{
	if (parent->type == VALUE_OBJECT) {
		size_t len;
		const char *name = db_text(query, 0, &len);

		value->name = arena_dup(arena, name, len);
	}
	value->parent = parent;
	value->line = parent->line;
	if (parent->last)
		parent->last->next = value;
	else
		parent->child = value;
	parent->last = value;
}

/* The walk goes down first: a value's parent is one of those that are open. */
static struct value *
take_rows(
    struct db_query *query, struct arena *arena, const struct json_scan *scan)
{
	struct open open[JSON_SCAN_DEEPEST + 2];
	size_t n = 0, objects = 0;
	struct value *root = NULL;

	while (db_next(query)) {
		struct value *value = take_row(query, arena);
		long long parent = db_number(query, 4);

		while (n > 1 && open[n - 1].id != parent)
			n--;
		if (n > 0)
			add_child(query, arena, open[n - 1].value, value);
		else
			root = value;
		if (value->type < VALUE_ARRAY)
			continue;
		if (objects < scan->nobjects)
			value->line = scan->objects[objects++];
		if (n <= JSON_SCAN_DEEPEST)
			open[n++] = (struct open){value, db_number(query, 3)};
	}
	return root;
}

struct value *
value_read(struct value_reader *reader, struct arena *arena,
    const struct json_scan *scan)
{
	struct value *root, *value;

	db_set_text(reader->query, 1, scan->text, scan->len);
	root = take_rows(reader->query, arena, scan);
	if (db_settle(reader->db, NULL) != DB_FINE)
		return NULL;
	value = root;
	for (size_t i = 0; scan->fault && value && i < scan->open; i++) {
		value->broken = true;
		value = value->last;
	}
	return root;
}

const struct value *
value_member(const struct value *value, const char *name)
{
	const struct value *member = value ? value->child : NULL;

	while (member && strcmp(member->name, name) != 0)
		member = member->next;
	return member;
}

const struct value *
value_list(const struct value *value, const char *name)
{
	value = value_member(value, name);
	return value ? value->child : NULL;
}

const char *
value_words(const struct value *value)
{
	const struct value *english;

	if (!value)
		return "";
	if (value->type != VALUE_OBJECT || !value->child)
		return value->text;
	english = value_member(value, "en");
	return english ? english->text : value->child->text;
}

const char *
value_text(const struct value *value, const char *name)
{
	return value_words(value_member(value, name));
}

const char *
value_any(const struct value *value, const char *const *names)
{
	const char *text = "";

	for (; *names && !*text; names++)
		text = value_text(value, *names);
	return text;
}

bool
value_has(const struct value *value, const char *name)
{
	value = value_member(value, name);
	return value && value->type >= VALUE_ARRAY;
}
