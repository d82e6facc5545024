#include "source/yaml.h"

#include <stdlib.h>
#include <string.h>

#include "lectern/base/mem.h"
#include "lectern/base/text.h"

#define KEY_LONGEST 1024  /* bytes of a key */
#define COPIES_MOST 65536 /* values that aliases may make */

static struct value *block(struct yaml *y, long parent, bool of_key);
static struct value *flow(struct yaml *y);

static struct value *
new_value(struct yaml *y, enum value_type type)
{
	struct value *value = arena_alloc(y->arena, sizeof(*value));

	value->name = value->text = "";
	value->line = y->in.line;
	value->type = (uint8_t)type;
	return value;
}

/* Returns what was read last, as a string that stays. */
static const char *
take_text(struct yaml *y, uint32_t line)
{
	size_t len = text_bound(y->in.text.s, y->in.text.len, TEXT_MOST);

	if (len < y->in.text.len && y->longs)
		long_texts_add(y->longs, line, y->in.text.len);
	return len > 0 ? arena_dup(y->arena, y->in.text.s, len) : "";
}

static bool
is_null(const char *text)
{
	return !*text || strcmp(text, "~") == 0 || strcmp(text, "null") == 0 ||
	    strcmp(text, "Null") == 0 || strcmp(text, "NULL") == 0;
}

/* Anchors and aliases. */

/* Reads the name after `&` or `*`. */
static const char *
anchor_name(struct yaml *y)
{
	const char *from = ++y->in.at;

	while (!yaml_scalar_at_line_end(&y->in) &&
	    !yaml_scalar_blank(*y->in.at) &&
	    !text_ascii_any(*y->in.at, ",[]{}"))
		y->in.at++;
	return arena_dup(y->arena, from, (size_t)(y->in.at - from));
}

/* Goes past tags and an anchor, whose name is returned, or NULL. */
static const char *
properties(struct yaml *y)
{
	const char *anchor = NULL;

	while (y->in.at < y->in.end && (*y->in.at == '&' || *y->in.at == '!')) {
		bool tag = *y->in.at == '!';
		const char *name = anchor_name(y);

		anchor = tag ? anchor : name;
		while (y->in.at < y->in.end && yaml_scalar_blank(*y->in.at))
			y->in.at++;
	}
	return anchor;
}

static void
keep_anchor(struct yaml *y, const char *name, struct value *value)
{
	if (!name)
		return;
	y->anchored = mem_grow(
	    y->anchored, &y->anchored_cap, y->nanchored + 1, sizeof(void *));
	y->anchored[y->nanchored] = value;
	*strmap_put(&y->anchors, name, 0) = (uint32_t)y->nanchored++;
}

/* Copies a value for an alias; very many are not made. */
static struct value *
copy(struct yaml *y, const struct value *from, size_t depth)
{
	struct value *to = new_value(y, from->type);

	to->name = from->name;
	to->text = from->text;
	if (++y->copies > COPIES_MOST || depth > JSON_SCAN_DEEPEST)
		yaml_scalar_fault(&y->in, "too many aliases");
	for (const struct value *c = from->child; c && !y->in.fault;
	     c = c->next)
		value_add(to, copy(y, c, depth + 1));
	return to;
}

static struct value *
alias(struct yaml *y)
{
	const uint32_t *at = strmap_get(&y->anchors, anchor_name(y));

	return at ? copy(y, y->anchored[*at], y->depth)
		  : new_value(y, VALUE_NULL);
}

/* Adds the members of a merged object that the object has not itself. */
static void
merge(struct yaml *y, struct value *object, const struct value *from)
{
	if (from->type == VALUE_ARRAY) {
		for (const struct value *c = from->child; c; c = c->next) {
			if (c->type == VALUE_OBJECT)
				merge(y, object, c);
		}
		return;
	}
	for (const struct value *m = from->child; m; m = m->next) {
		if (!value_member(object, m->name))
			value_add(object, copy(y, m, y->depth));
	}
}

/* Scalars. */

static struct value *
scalar(struct yaml *y, long parent, bool in_flow)
{
	struct value *value = new_value(y, VALUE_PLAIN);
	bool quoted = *y->in.at == '"' || *y->in.at == '\'';

	if (quoted)
		yaml_scalar_quoted(&y->in);
	else
		yaml_scalar_plain(&y->in, parent, in_flow);
	value->text = take_text(y, value->line);
	if (!quoted && is_null(value->text)) {
		value->type = VALUE_NULL;
		value->text = "";
	}
	return value;
}

static struct value *
block_scalar(struct yaml *y, long parent)
{
	struct value *value = new_value(y, VALUE_PLAIN);

	yaml_scalar_block(&y->in, parent);
	value->text = take_text(y, value->line);
	return value;
}

/* Keys. */

/* Returns the end of the quoted text at `s`, past its quote; NULL: no end. */
static const char *
quoted_end(const char *s, const char *end)
{
	char quote = *s++;

	while (s < end && *s != '\n' && *s != quote)
		s += quote == '"' && *s == '\\' && s + 1 < end ? 2 : 1;
	return s < end && *s == quote ? s + 1 : NULL;
}

/* Returns the colon that ends a key at `at`, in its line; NULL: there is none. */
static const char *
find_colon(const struct yaml *y)
{
	const char *s = y->in.at, *end = y->in.end;
	bool quoted = s < end && (*s == '"' || *s == '\'');

	if (end - s > KEY_LONGEST)
		end = s + KEY_LONGEST;
	if (s == end || text_ascii_any(*s, "[{#|>@`%"))
		return NULL;
	if (quoted)
		s = quoted_end(s, end);
	for (; s && s < end && *s != '\n'; s++) {
		if (*s == ':' &&
		    (s + 1 == y->in.end || yaml_scalar_blank(s[1]) ||
			s[1] == '\n'))
			return s;
		if (*s == '#' && s > y->in.at && yaml_scalar_blank(s[-1]))
			return NULL;
		if (quoted && !yaml_scalar_blank(*s))
			return NULL;
	}
	return NULL;
}

/* Reads a key and its colon. */
static const char *
key(struct yaml *y, const char *colon)
{
	const char *from = y->in.at, *end = colon;

	while (end > from && yaml_scalar_blank(end[-1]))
		end--;
	if (*from == '"' || *from == '\'') {
		yaml_scalar_quoted(&y->in);
		from = y->in.text.s;
		end = from + y->in.text.len;
	}
	from = arena_dup(y->arena, from, (size_t)(end - from));
	y->in.at = colon + 1;
	return from;
}

/* Collections in blocks. */

static struct value *
sequence(struct yaml *y, long column)
{
	struct value *list = new_value(y, VALUE_ARRAY);
	long next = column;

	while (next == column && yaml_scalar_indicator(&y->in, '-') &&
	    !y->in.fault) {
		y->in.at++;
		value_add(list, block(y, column, false));
		next = yaml_scalar_skip(&y->in);
	}
	if (next > column)
		yaml_scalar_fault(&y->in, "a line stands too far to the right");
	list->broken = y->in.fault != NULL;
	return list;
}

static struct value *
mapping(struct yaml *y, long column)
{
	struct value *object = new_value(y, VALUE_OBJECT), *merged = NULL;
	const char *colon;
	long next = column;

	while (next == column && !y->in.fault && (colon = find_colon(y))) {
		const char *name = key(y, colon);
		struct value *child = block(y, column, true);

		child->name = name;
		if (strcmp(name, "<<") == 0)
			merged = child;
		else
			value_add(object, child);
		next = yaml_scalar_skip(&y->in);
	}
	if (next > column)
		yaml_scalar_fault(&y->in, "a line stands too far to the right");
	else if (next == column)
		yaml_scalar_fault(&y->in, "a line has no key");
	if (merged)
		merge(y, object, merged);
	object->broken = y->in.fault != NULL;
	return object;
}

/* A value whose first byte is at hand; lists may begin only `fresh`. */
static struct value *
value_here(struct yaml *y, long parent, bool fresh)
{
	long column = y->in.at - y->in.start;

	if (*y->in.at == '*')
		return alias(y);
	if (*y->in.at == '|' || *y->in.at == '>')
		return block_scalar(y, parent);
	if (*y->in.at == '[' || *y->in.at == '{')
		return flow(y);
	if (fresh && yaml_scalar_indicator(&y->in, '-'))
		return sequence(y, column);
	if (fresh && find_colon(y))
		return mapping(y, column);
	return scalar(y, parent, false);
}

/*
 * Reads the value after a dash in column `parent`, or after the key of an object
 * in that column; a list may stand there, too.
 */
static struct value *
block(struct yaml *y, long parent, bool of_key)
{
	bool fresh = !of_key;
	const char *anchor = NULL, *other;
	struct value *value = NULL;

	if (++y->depth > JSON_SCAN_DEEPEST)
		yaml_scalar_fault(&y->in, "lists stand too deep in each other");
	if (!yaml_scalar_rest_is_empty(&y->in))
		anchor = properties(y);
	if (yaml_scalar_rest_is_empty(&y->in)) {
		long column = yaml_scalar_skip(&y->in);

		if (column <= parent &&
		    !(of_key && column == parent &&
			yaml_scalar_indicator(&y->in, '-')))
			value = new_value(y, VALUE_NULL);
		fresh = true;
		other = value ? NULL : properties(y);
		anchor = other ? other : anchor;
	}
	if (!value && !y->in.fault && y->in.at < y->in.end)
		value = value_here(y, parent, fresh);
	if (!value)
		value = new_value(y, VALUE_NULL);
	keep_anchor(y, anchor, value);
	y->depth--;
	return value;
}

/* Collections in brackets. */

static struct value *
flow_value(struct yaml *y)
{
	const char *anchor = properties(y);
	struct value *value;

	if (y->in.at == y->in.end || text_ascii_any(*y->in.at, ",]}"))
		value = new_value(y, VALUE_NULL);
	else if (*y->in.at == '*')
		value = alias(y);
	else if (*y->in.at == '[' || *y->in.at == '{')
		value = flow(y);
	else
		value = scalar(y, -1, true);
	keep_anchor(y, anchor, value);
	return value;
}

/* Reads `: value` after a member's name, or nothing. */
static struct value *
flow_member(struct yaml *y, const char *name)
{
	struct value *value = NULL;

	if (yaml_scalar_skip(&y->in) >= 0 && *y->in.at == ':') {
		y->in.at++;
		if (yaml_scalar_skip(&y->in) >= 0)
			value = flow_value(y);
	}
	if (!value)
		value = new_value(y, VALUE_NULL);
	value->name = name;
	return value;
}

static struct value *
flow(struct yaml *y)
{
	bool object = *y->in.at++ == '{';
	struct value *all = new_value(y, object ? VALUE_OBJECT : VALUE_ARRAY);
	const char *from = NULL;

	if (++y->depth > JSON_SCAN_DEEPEST)
		yaml_scalar_fault(&y->in, "lists stand too deep in each other");
	while (!y->in.fault) {
		struct value *value;

		if (yaml_scalar_skip(&y->in) < 0 || y->in.at == from) {
			yaml_scalar_fault(&y->in, "a bracket is not closed");
			break;
		}
		if (*y->in.at == (object ? '}' : ']'))
			break;
		from = y->in.at;
		if (*y->in.at == ',') {
			y->in.at++;
			continue;
		}
		value = flow_value(y);
		if (object)
			value = flow_member(y, value->text);
		value_add(all, value);
	}
	y->in.at += !y->in.fault;
	all->broken = y->in.fault != NULL;
	y->depth--;
	return all;
}

/* Documents. */

void
yaml_begin(struct yaml *y, char *s, size_t len)
{
	char *to = s;

	*y = (struct yaml){.in = {.line = 1}};
	if (len >= 3 && memcmp(s, "\xef\xbb\xbf", 3) == 0)
		s += 3, to += 3, len -= 3;
	y->in.at = y->in.start = s;
	for (size_t i = 0; i < len; i++) {
		if (s[i] != '\r')
			*to++ = s[i];
		else if (i + 1 == len || s[i + 1] != '\n')
			*to++ = '\n';
	}
	y->in.end = to;
}

/* Goes past directives and markers to a document; false: there is none. */
static bool
find_document(struct yaml *y)
{
	for (;;) {
		long column = yaml_scalar_skip(&y->in);

		if (y->in.at == y->in.end)
			return false;
		if (column < 0) {
			y->in.at += 3;
			if (!yaml_scalar_rest_is_empty(&y->in))
				return true;
		} else if (column == 0 && *y->in.at == '%') {
			while (!yaml_scalar_at_line_end(&y->in))
				y->in.at++;
		} else {
			return true;
		}
	}
}

struct value *
yaml_next(struct yaml *y, struct arena *arena)
{
	struct value *root;

	y->arena = arena;
	y->nanchored = y->depth = 0;
	strmap_free(&y->anchors);
	y->anchors = (struct strmap){.slot = NULL};
	if (y->in.fault || !find_document(y))
		return NULL;
	root = block(y, -1, false);
	if (!y->in.fault && yaml_scalar_skip(&y->in) >= 0)
		yaml_scalar_fault(&y->in, "text stands after a value");
	return root;
}

bool
yaml_may_be(const char *s, size_t len)
{
	struct yaml y = {
	    .in = {.at = s, .start = s, .end = s + len, .line = 1}};

	if (!find_document(&y))
		return false;
	if (yaml_scalar_indicator(&y.in, '-')) {
		y.in.at++;
		yaml_scalar_skip(&y.in);
	}
	return y.in.at < y.in.end && find_colon(&y) != NULL;
}

void
yaml_free(struct yaml *y)
{
	strmap_free(&y->anchors);
	free(y->anchored);
	free(y->in.text.s);
}
