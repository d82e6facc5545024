/*
 * JSON as a tree of values, whose texts stay where they stand in the document;
 * YAML, too.
 */
#ifndef LECTERN_VALUE_H
#define LECTERN_VALUE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "lectern/base/arena.h"
#include "source/json_scan.h"

enum value_type { VALUE_NULL, VALUE_PLAIN, VALUE_ARRAY, VALUE_OBJECT };

/* A value with its name, if it is a member of an object. */
struct value {
	const char *name; /* "" in an array */
	const char *text; /* of a string or number, "true", "false"; else "" */
	struct value *parent;
	struct value *child; /* the first member, or NULL */
	struct value *next;  /* the next member of the parent */
	uint32_t line;       /* where it begins, or what it stands in */
	uint8_t type;        /* enum value_type */
	bool broken;         /* the document breaks off in it */
};

/*
 * Returns the tree of the value that the scan found last, owned by the arena.
 * The scan's text is written over: texts are in it, without escapes, but not
 * clean.
 */
struct value *value_read(struct arena *arena, struct json_scan *scan);

/*
 * Adds a value as the last member of an array or object, at `end`: where its
 * first member comes, or else what this returned for the one before.
 */
struct value **
value_add(struct value *parent, struct value **end, struct value *child);

/* Returns the member of that name, or NULL; `value` may be NULL. */
const struct value *value_member(const struct value *value, const char *name);

/* Returns the member's first child, or NULL. */
const struct value *value_list(const struct value *value, const char *name);

/*
 * Returns the text of a member, or "".  Of one in several languages, {"de": "x",
 * "en": "y"}, it is the English text, else the first.
 */
const char *value_text(const struct value *value, const char *name);

/* As value_text(), of the value itself. */
const char *value_words(const struct value *value);

/* As value_text(), of the first of several names, then NULL, that has one. */
const char *value_any(const struct value *value, const char *const *names);

/* Whether the value has a member of that name that is an array or object. */
bool value_has(const struct value *value, const char *name);

#endif
