#include "source/value.h"

#include <string.h>

#include "lectern/base/json.h"
#include "lectern/base/text.h"

#define REPLACEMENT 0xFFFD

/* A walk over JSON that json_scan.c found good: no blanks, nothing missing. */
struct walk {
	char *at, *end;
	struct arena *arena;
	const uint32_t *line; /* of the arrays and objects to come, */
	const uint32_t *last; /* up to here */
};

static struct value *walk_value(struct walk *w, uint32_t line);

/* Strings, which become what they say where they stand. */

/* Takes `\uXXXX`, or two of them that are one character. */
static char *
walk_unicode(struct walk *w, char *to)
{
	size_t len, n;
	uint32_t code = json_escape(w->at, &len);

	w->at += len;
	/* A NUL would be its end. */
	if (code == 0)
		return to;
	n = text_encode(code, to);
	return to + (n > 0 ? n : text_encode(REPLACEMENT, to));
}

static char *
walk_escape(struct walk *w, char *to)
{
	static const char named[] = "bfnrt", means[] = "\b\f\n\r\t";
	char c = w->at[1];
	const char *name = strchr(named, c);

	if (c == 'u')
		return walk_unicode(w, to);
	*to = name ? means[name - named] : c;
	w->at += 2;
	return to + 1;
}

static const char *
walk_string(struct walk *w)
{
	char *s = w->at + 1;
	char *quote = memchr(s, '"', (size_t)(w->end - s));
	char *slash = memchr(s, '\\', (size_t)(quote - s));
	char *to = slash ? slash : quote;

	for (w->at = to; *w->at != '"';) {
		if (*w->at == '\\')
			to = walk_escape(w, to);
		else
			*to++ = *w->at++;
	}
	w->at++;
	*to = '\0';
	return s;
}

/* A number, true, false or null. */
static void
walk_word(struct walk *w, struct value *value)
{
	const char *s = w->at;

	while (w->at < w->end && !strchr(",]}", *w->at))
		w->at++;
	value->type = *s == 'n' ? VALUE_NULL : VALUE_PLAIN;
	value->text = *s == 'n' ? ""
				: arena_dup(w->arena, s, (size_t)(w->at - s));
}

struct value **
value_add(struct value *parent, struct value **end, struct value *child)
{
	child->parent = parent;
	*end = child;
	return &child->next;
}

static void
walk_members(struct walk *w, struct value *value)
{
	const char last = *w->at++ == '{' ? '}' : ']';
	struct value **end = &value->child;

	while (*w->at != last) {
		const char *name = "";
		struct value *child;

		w->at += *w->at == ',';
		if (last == '}') {
			name = walk_string(w);
			w->at++;
		}
		child = walk_value(w, value->line);
		child->name = name;
		end = value_add(value, end, child);
	}
	w->at++;
}

/* Reads a value; `line` is that of what it stands in. */
static struct value *
walk_value(struct walk *w, uint32_t line)
{
	struct value *value = arena_alloc(w->arena, sizeof(*value));

	value->name = value->text = "";
	value->line = line;
	switch (*w->at) {
	case '{':
	case '[':
		value->type = *w->at == '{' ? VALUE_OBJECT : VALUE_ARRAY;
		if (w->line < w->last)
			value->line = *w->line++;
		walk_members(w, value);
		break;
	case '"':
		value->type = VALUE_PLAIN;
		value->text = walk_string(w);
		break;
	default:
		walk_word(w, value);
		break;
	}
	return value;
}

static struct value *
last_member(struct value *value)
{
	value = value->child;
	while (value && value->next)
		value = value->next;
	return value;
}

struct value *
value_read(struct arena *arena, struct json_scan *scan)
{
	struct walk walk = {
	    .at = scan->text,
	    .end = scan->text + scan->len,
	    .arena = arena,
	    .line = scan->objects,
	    .last = scan->objects + scan->nobjects,
	};
	struct value *root = walk_value(&walk, 0), *value = root;

	for (size_t i = 0; scan->fault && value && i < scan->open; i++) {
		value->broken = true;
		value = last_member(value);
	}
	return root;
}

const struct value *
value_member(const struct value *value, const char *name)
{
	const struct value *member = NULL;

	/* Lists may have very many, without names. */
	if (value && value->type == VALUE_OBJECT)
		member = value->child;
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
