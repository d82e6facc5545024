#include "source/yaml_tree.h"

#include "lectern/base/translate.h"

#ifdef HAVE_YAML
#include <stdlib.h>
#include <string.h>
#include <yaml.h>

#include "lectern/base/mem.h"
#include "lectern/base/text.h"

/* Values that aliases may make: some, and of each in the document so many. */
#define COPIES      1024
#define COPIES_EACH 8

#define PIECE 256 /* bytes: what is no YAML is so from its beginning */

#define LONG_KEY 256 /* bytes of a key that is kept for each that has it */
#define MANY     16  /* members whose names are no more compared one by one */

struct yaml_tree_in {
	yaml_parser_t parser;
	yaml_event_t event; /* the one at hand */
	struct arena *text;
	const char *s; /* what was not given to it yet */
	size_t len;
	size_t depth; /* collections that are open */
};

/* How libyaml's words begin, and ours for that. */
static const struct {
	const char *problem, *words;
} faults[] = {
    {"block sequence entries", N_("a dash where no list may begin")},
    {"could not find expected ':'", N_("a key without its colon")},
    {"did not find expected ',' or ']'", N_("a list without its ]")},
    {"did not find expected ',' or '}'", N_("an object without its }")},
    {"did not find expected '-'", N_("a line in a list without its dash")},
    {"did not find expected <document start>",
	N_("text that belongs to nothing before it")},
    {"did not find expected alphabetic",
	N_("a * or & that names nothing; the text wants quotes")},
    {"did not find expected hexdecimal", N_("an unknown escape in quotes")},
    {"did not find expected key", N_("a line indented otherwise, or no key")},
    {"did not find expected node", N_("a value is missing")},
    {"found a tab", N_("a tab where blanks should indent")},
    {"found character that cannot start",
	N_("a tab, or a sign that begins no text without quotes")},
    {"found invalid Unicode character escape",
	N_("an unknown escape in quotes")},
    {"found undefined tag", N_("a tag that is not known")},
    {"found unexpected document indicator", N_("a quote without its end")},
    {"found unexpected end of stream", N_("a quote without its end")},
    {"found unknown escape", N_("an unknown escape in quotes")},
    {"mapping keys", N_("a key where none may be")},
    {"mapping values", N_("a colon where none may be; the text wants quotes")},
};

static struct value *read_value(struct yaml_tree *y);

static void
fault(struct yaml_tree *y, const char *why, size_t line)
{
	if (y->fault)
		return;
	y->fault = why;
	y->fault_line = (uint32_t)line + 1;
}

/* Returns why libyaml went no further, in words that are translated. */
static const char *
words_of(const yaml_parser_t *parser)
{
	if (!parser->problem)
		return N_("out of memory");
	for (size_t i = 0; i < sizeof(faults) / sizeof(*faults); i++)
		if (strncmp(parser->problem, faults[i].problem,
			strlen(faults[i].problem)) == 0)
			return faults[i].words;
	return N_("this is no YAML");
}

/* Goes to the next event; after a fault, and at the end, there is none. */
static yaml_event_type_t
next_event(struct yaml_tree *y)
{
	yaml_parser_t *parser = &y->in->parser;

	yaml_event_delete(&y->in->event);
	if (y->fault)
		return YAML_NO_EVENT;
	if (!yaml_parser_parse(parser, &y->in->event)) {
		bool placed = parser->error == YAML_SCANNER_ERROR ||
		    parser->error == YAML_PARSER_ERROR;

		fault(y, words_of(parser),
		    placed ? parser->problem_mark.line : parser->mark.line);
	}
	y->at = parser->mark.index;
	return y->in->event.type;
}

static size_t
line_here(const struct yaml_tree *y)
{
	return y->in->event.start_mark.line;
}

static struct value *
new_value(struct yaml_tree *y, enum value_type type)
{
	struct value *value = arena_alloc(y->arena, sizeof(*value));

	y->values++;
	value->name = value->text = "";
	value->line = (uint32_t)line_here(y) + 1;
	value->type = (uint8_t)type;
	return value;
}

/* Anchors and aliases. */

static void
keep_anchor(struct yaml_tree *y, const char *name, struct value *value)
{
	y->anchored = mem_grow(
	    y->anchored, &y->anchored_cap, y->nanchored + 1, sizeof(void *));
	y->anchored[y->nanchored] = value;
	*strmap_put(&y->anchors, name, 0) = (uint32_t)y->nanchored++;
}

/* Copies a value for an alias; very many are not made. */
static struct value *
copy(struct yaml_tree *y, const struct value *from, size_t depth)
{
	struct value *to = new_value(y, from->type), **end = &to->child;

	to->name = from->name;
	to->text = from->text;
	y->copies++;
	if (y->copies > COPIES + COPIES_EACH * (y->values - y->copies))
		fault(y, N_("aliases repeat far more than the document says"),
		    line_here(y));
	else if (depth > JSON_SCAN_DEEPEST)
		fault(
		    y, N_("lists stand too deep in each other"), line_here(y));
	for (const struct value *c = from->child; c && !y->fault; c = c->next)
		end = value_add(to, end, copy(y, c, depth + 1));
	return to;
}

static struct value *
read_alias(struct yaml_tree *y)
{
	const char *name = (const char *)y->in->event.data.alias.anchor;
	const uint32_t *at = strmap_get(&y->anchors, name);

	return at ? copy(y, y->anchored[*at], y->in->depth)
		  : new_value(y, VALUE_NULL);
}

/* Scalars. */

static bool
is_null(const char *text)
{
	return !*text || strcmp(text, "~") == 0 || strcmp(text, "null") == 0 ||
	    strcmp(text, "Null") == 0 || strcmp(text, "NULL") == 0;
}

static bool
is_null_scalar(const yaml_event_t *event)
{
	return event->data.scalar.plain_implicit &&
	    is_null((const char *)event->data.scalar.value);
}

static struct value *
read_scalar(struct yaml_tree *y)
{
	struct value *value = new_value(y, VALUE_PLAIN);
	const char *s = (const char *)y->in->event.data.scalar.value;
	size_t all = y->in->event.data.scalar.length;
	size_t len = text_bound(s, all, TEXT_MOST);

	/* An escape can be a NUL, which would end it. */
	if (memchr(s, '\0', len))
		s = text_clean(y->arena, s, len, &len);
	if (is_null_scalar(&y->in->event))
		value->type = VALUE_NULL;
	else if (len > 0)
		value->text = arena_dup(y->arena, s, len);
	if (len < all && y->longs)
		long_texts_add(y->longs, value->line, all);
	return value;
}

/* Collections. */

static struct value *
read_sequence(struct yaml_tree *y)
{
	struct value *list = new_value(y, VALUE_ARRAY), **end = &list->child;

	while (next_event(y) != YAML_SEQUENCE_END_EVENT && !y->fault)
		end = value_add(list, end, read_value(y));
	return list;
}

/* Keeps a name once, so that names are the same where their pointers are. */
static const char *
keep_name(struct yaml_tree *y, const char *name)
{
	const uint32_t *at = strmap_get(&y->names, name);

	if (at)
		return y->name[*at];
	name = arena_dup(y->in->text, name, strlen(name));
	strmap_put(&y->names, name, (uint32_t)y->nnames);
	y->name = mem_grow(
	    y->name, &y->names_cap, y->nnames + 1, sizeof(*y->name));
	y->name[y->nnames++] = name;
	return name;
}

/* Reads a key; NULL: it is no scalar. */
static const char *
read_key(struct yaml_tree *y)
{
	const yaml_event_t *event = &y->in->event;
	const struct value *key;

	/* Most keys are words, and of those there are few. */
	if (event->type == YAML_SCALAR_EVENT && !event->data.scalar.anchor &&
	    event->data.scalar.length < LONG_KEY &&
	    strlen((const char *)event->data.scalar.value) ==
		event->data.scalar.length)
		return keep_name(y,
		    is_null_scalar(event)
			? ""
			: (const char *)event->data.scalar.value);
	key = read_value(y);
	return key->type > VALUE_PLAIN ? NULL : keep_name(y, key->text);
}

/* The members of an object that is being read. */
struct members {
	struct value *object;
	struct value **end;
	uint32_t n;
	struct strmap known; /* their names, where there are many */
};

/* Whether a member has the name, and there will be one. */
static bool
is_known(struct members *all, const char *name)
{
	const struct value *m = all->object->child;
	bool known;

	if (all->n < MANY) {
		while (m && m->name != name)
			m = m->next;
		return m != NULL;
	}
	for (; all->n == MANY && m; m = m->next)
		strmap_put(&all->known, m->name, 0);
	known = strmap_get(&all->known, name) != NULL;
	strmap_put(&all->known, name, 0);
	return known;
}

static void
add_member(struct members *all, struct value *value)
{
	all->end = value_add(all->object, all->end, value);
	all->n++;
}

/* Adds the members of a merged object that the object has not itself. */
static void
merge(struct yaml_tree *y, struct members *all, const struct value *from)
{
	for (const struct value *m = from->child; m && !y->fault; m = m->next) {
		if (from->type == VALUE_ARRAY && m->type == VALUE_OBJECT)
			merge(y, all, m);
		if (from->type == VALUE_OBJECT && !is_known(all, m->name))
			add_member(all, copy(y, m, y->in->depth));
	}
}

/* Drops members after which another one has their name. */
static void
drop_doubles(struct members *all)
{
	struct strmap last = {.slot = NULL};
	struct value *m = all->object->child, *next;
	uint32_t i = 0;

	for (const struct value *k = m; k; k = k->next)
		*strmap_put(&last, k->name, 0) = ++i;
	all->object->child = NULL;
	all->end = &all->object->child;
	all->n = i = 0;
	for (; m; m = next) {
		next = m->next;
		m->next = NULL;
		if (++i == *strmap_get(&last, m->name))
			add_member(all, m);
	}
	strmap_free(&last);
}

static struct value *
read_mapping(struct yaml_tree *y)
{
	struct value *object = new_value(y, VALUE_OBJECT), *merged = NULL;
	struct members all = {.object = object, .end = &object->child};
	bool doubled = false;

	while (next_event(y) != YAML_MAPPING_END_EVENT && !y->fault) {
		size_t line = line_here(y);
		const char *key = read_key(y);
		struct value *value;

		next_event(y);
		value = read_value(y);
		if (y->fault && value->type == VALUE_NULL)
			break;
		if (!key)
			continue;
		value->name = key;
		if (strcmp(key, "<<") == 0) {
			merged = value;
			continue;
		}
		if (is_known(&all, key)) {
			doubled = true;
			if (y->doubled == 0)
				y->doubled = (uint32_t)line + 1;
		}
		add_member(&all, value);
	}
	if (doubled)
		drop_doubles(&all);
	if (merged)
		merge(y, &all, merged);
	strmap_free(&all.known);
	return object;
}

static struct value *
read_collection(struct yaml_tree *y)
{
	struct value *value;

	if (++y->in->depth > JSON_SCAN_DEEPEST)
		fault(
		    y, N_("lists stand too deep in each other"), line_here(y));
	value = y->in->event.type == YAML_MAPPING_START_EVENT
	    ? read_mapping(y)
	    : read_sequence(y);
	value->broken = y->fault != NULL;
	y->in->depth--;
	return value;
}

/* Reads the value that begins with the event at hand, up to its last one. */
static struct value *
read_value(struct yaml_tree *y)
{
	const yaml_event_t *event = &y->in->event;
	const yaml_char_t *anchor = NULL;
	const char *name = NULL;
	struct value *value;

	if (event->type == YAML_ALIAS_EVENT)
		return read_alias(y);
	if (event->type == YAML_SCALAR_EVENT)
		anchor = event->data.scalar.anchor;
	else if (event->type == YAML_MAPPING_START_EVENT)
		anchor = event->data.mapping_start.anchor;
	else if (event->type == YAML_SEQUENCE_START_EVENT)
		anchor = event->data.sequence_start.anchor;
	else
		return new_value(y, VALUE_NULL);
	if (anchor)
		name = arena_dup(y->arena, (const char *)anchor,
		    strlen((const char *)anchor));
	value = event->type == YAML_SCALAR_EVENT ? read_scalar(y)
						 : read_collection(y);
	if (name)
		keep_anchor(y, name, value);
	return value;
}

/* Documents. */

/* Gives the parser a piece: it looks at all that it is given at once. */
static int
give_piece(void *tree, unsigned char *to, size_t size, size_t *given)
{
	struct yaml_tree_in *in = tree;

	*given = size < PIECE ? size : PIECE;
	if (*given > in->len)
		*given = in->len;
	memcpy(to, in->s, *given);
	in->s += *given;
	in->len -= *given;
	return 1;
}

void
yaml_tree_begin(struct yaml_tree *y, const char *s, size_t len)
{
	*y = (struct yaml_tree){.in = mem_alloc(1, sizeof(*y->in))};
	y->in->text = arena_new();
	y->in->s = text_clean(y->in->text, s, len, &y->len);
	y->in->len = y->len;
	if (!yaml_parser_initialize(&y->in->parser))
		mem_fail();
	yaml_parser_set_encoding(&y->in->parser, YAML_UTF8_ENCODING);
	yaml_parser_set_input(&y->in->parser, give_piece, y->in);
}

struct value *
yaml_tree_next(struct yaml_tree *y, struct arena *arena)
{
	yaml_event_type_t type;

	y->arena = arena;
	y->nanchored = 0;
	strmap_free(&y->anchors);
	y->anchors = (struct strmap){.slot = NULL};
	do
		type = next_event(y);
	while (type != YAML_DOCUMENT_START_EVENT && type != YAML_NO_EVENT);
	if (type == YAML_NO_EVENT)
		return NULL;
	next_event(y);
	return read_value(y);
}

void
yaml_tree_free(struct yaml_tree *y)
{
	yaml_event_delete(&y->in->event);
	yaml_parser_delete(&y->in->parser);
	arena_free(y->in->text);
	strmap_free(&y->anchors);
	strmap_free(&y->names);
	free(y->anchored);
	free(y->name);
	free(y->in);
}

#else

void
yaml_tree_begin(struct yaml_tree *y, const char *s, size_t len)
{
	(void)s;
	(void)len;
	*y = (struct yaml_tree){
	    .fault = N_(
		"this lectern was built without libyaml, which reads YAML"),
	    .fault_line = 1,
	};
}

struct value *
yaml_tree_next(struct yaml_tree *y, struct arena *arena)
{
	(void)y;
	(void)arena;
	return NULL;
}

void
yaml_tree_free(struct yaml_tree *y)
{
	(void)y;
}

#endif
