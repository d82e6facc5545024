#include "source/xml.h"

#include <string.h>

#include "lectern/base/translate.h"

#ifdef HAVE_EXPAT
#include <expat.h>
#include <limits.h>
#include <stdlib.h>
#include <sys/mman.h>

#include "lectern/base/mem.h"
#include "lectern/base/text.h"
#include "source/long_texts.h"

#define BLOCK 64 /* bytes looked at together */

/* The text of an element that is open. */
struct open_text {
	char *s;
	size_t len, cap;
	size_t said; /* bytes that there are, kept or not */
};

struct xml_state {
	const struct xml_wish *wish;
	XML_Parser parser;
	struct arena *around[XML_DEEPEST + 1]; /* of elements around records */
	struct arena *arena;                   /* of the record at hand */
	struct open_text text[XML_DEEPEST + 1];
	struct xml_node *open; /* the innermost element, or NULL */
	size_t depth;          /* elements that are open */
	size_t record;         /* depth of the record at hand, 0: none */
	size_t tagged;         /* depth of the text that may have tags, or 0 */
	const char *s;         /* all that is parsed, or NULL, */
	char line_end;         /* which ends lines so; */
	size_t counted;        /* up to here lines are counted: */
	uint32_t line;
	enum xml_end end;
	struct xml_fault *fault; /* filled when broken */
};

/* The line where expat is; it goes over all bytes for that, one by one. */
static uint32_t
line_of(struct xml_state *x)
{
	XML_Index at = XML_GetCurrentByteIndex(x->parser);
	const char *end, *s;

	if (!x->s || at < 0)
		return x->line;
	end = x->s + at;
	s = x->s + x->counted;
	for (; s < end && (s = memchr(s, x->line_end, (size_t)(end - s))); s++)
		x->line++;
	if (end > x->s + x->counted)
		x->counted = (size_t)(end - x->s);
	return x->line;
}

static void
stop(struct xml_state *x, enum xml_end end, const char *why)
{
	x->end = end;
	if (end == XML_BROKEN)
		*x->fault = (struct xml_fault){why, line_of(x)};
	XML_StopParser(x->parser, XML_FALSE);
}

static const char *
local_name(const char *name)
{
	const char *colon = strrchr(name, ':');

	return colon ? colon + 1 : name;
}

static char *
copy(struct arena *arena, const char *s)
{
	return arena_dup(arena, s, strlen(s));
}

static bool
is_one_of(const char *const *names, const char *name)
{
	for (; names && *names; names++) {
		if (**names == *name && strcmp(*names, name) == 0)
			return true;
	}
	return false;
}

static void
add_attributes(const struct xml_state *x, struct arena *arena,
    struct xml_node *node, const char **attributes)
{
	for (; *attributes; attributes += 2) {
		struct xml_attribute *a = arena_alloc(arena, sizeof(*a));

		a->name = copy(arena, local_name(attributes[0]));
		a->value = copy(x->wish->keep, attributes[1]);
		a->next = node->attributes;
		node->attributes = a;
	}
}

/* Returns the arena for an element at this depth. */
static struct arena *
arena_at(struct xml_state *x)
{
	if (x->record > 0)
		return x->arena;
	if (!x->around[x->depth])
		x->around[x->depth] = arena_new();
	arena_clear(x->around[x->depth]);
	return x->around[x->depth];
}

static void
add_text(void *user, const char *s, int len)
{
	struct xml_state *x = user;
	struct open_text *text = &x->text[x->tagged > 0 ? x->tagged : x->depth];
	size_t n = 0;

	if (x->record == 0 || x->end != XML_WHOLE)
		return;
	if (text->said < TEXT_MOST)
		n = text_bound(s, (size_t)len, TEXT_MOST - text->said);
	text->said += (size_t)len;
	text->s = mem_grow(text->s, &text->cap, text->len + n, 1);
	memcpy(text->s + text->len, s, n);
	text->len += n;
}

static void
add_words(struct xml_state *x, const char *words)
{
	add_text(x, words, (int)strlen(words));
}

/* Adds a tag to the text that it stands in; of its attributes links matter. */
static void
add_tag(struct xml_state *x, const char *name, const char **attributes)
{
	add_words(x, "<");
	add_words(x, name);
	for (; *attributes; attributes += 2) {
		if (strcmp(attributes[0], "href") != 0 ||
		    strchr(attributes[1], '"'))
			continue;
		add_words(x, " href=\"");
		add_words(x, attributes[1]);
		add_words(x, "\"");
	}
	add_words(x, ">");
}

static void
end_tag(struct xml_state *x, const char *name)
{
	add_words(x, "</");
	add_words(x, name);
	add_words(x, ">");
}

static void
begin_element(void *user, const char *full, const char **attributes)
{
	struct xml_state *x = user;
	const char *name = local_name(full);

	if (x->end != XML_WHOLE)
		return;
	if (x->depth == XML_DEEPEST) {
		stop(
		    x, XML_BROKEN, N_("elements stand too deep in each other"));
		return;
	}
	x->depth++;
	if (x->tagged > 0) {
		add_tag(x, name, attributes);
		return;
	}
	if (x->record == 0 && is_one_of(x->wish->records, name))
		x->record = x->depth;

	struct arena *arena = arena_at(x);
	struct xml_node *node = arena_alloc(arena, sizeof(*node));

	node->name = copy(arena, name);
	node->text = "";
	node->parent = x->open;
	node->line = line_of(x);
	node->at = x->counted;
	add_attributes(x, arena, node, attributes);
	if (x->record > 0 && x->depth > x->record) {
		if (x->open->last)
			x->open->last->next = node;
		else
			x->open->child = node;
		x->open->last = node;
	}
	x->open = node;
	x->text[x->depth].len = x->text[x->depth].said = 0;
	if (x->record > 0 && is_one_of(x->wish->texts, name))
		x->tagged = x->depth;
}

/* Whether there is more than the blanks between elements. */
static bool
says_something(const struct open_text *text)
{
	size_t i = 0;

	while (i < text->len && (unsigned char)text->s[i] <= ' ')
		i++;
	return i < text->len;
}

static void
end_element(void *user, const char *name)
{
	struct xml_state *x = user;
	struct xml_node *node = x->open;
	const struct open_text *text = &x->text[x->depth];

	if (x->end != XML_WHOLE)
		return;
	if (x->tagged > 0 && x->depth > x->tagged) {
		end_tag(x, local_name(name));
		x->depth--;
		return;
	}
	x->tagged = 0;
	if (text->said > text->len)
		long_texts_add(x->wish->longs, node->line, text->said);
	if (x->record > 0 && says_something(text))
		node->text = arena_dup(x->wish->keep, text->s, text->len);
	x->open = node->parent;
	if (x->depth == x->record) {
		x->record = 0;
		if (!x->wish->record(x->wish->user, node))
			stop(x, XML_STOPPED, "");
		arena_clear(x->arena);
	}
	x->depth--;
}

static void
refuse_declarations(void *user, const char *name, const char *system_id,
    const char *public_id, int inside)
{
	(void)name;
	(void)system_id;
	(void)public_id;
	if (inside)
		stop(user, XML_BROKEN,
		    N_("a document type with declarations of its own is not "
		       "read"));
}

static inline unsigned char
is_control(char c)
{
	return ((unsigned char)c < 0x20) & (c != '\t') & (c != '\n') &
	    (c != '\r');
}

/* Whether a control character that XML forbids is among `BLOCK` bytes. */
static bool
has_control(const char *s)
{
	unsigned char any = 0;

	/* Without branches, compilers do many bytes at once. */
	for (size_t i = 0; i < BLOCK; i++)
		any = (unsigned char)(any | is_control(s[i]));
	return any != 0;
}

/* Copies all but the control characters that XML forbids; returns how much. */
static size_t
copy_allowed(char *to, const char *s, size_t len)
{
	size_t n, i = 0;

	for (; len - i >= BLOCK && !has_control(s + i); i += BLOCK)
		memcpy(to + i, s + i, BLOCK);
	for (n = i; i < len; i++) {
		if (!is_control(s[i]))
			to[n++] = s[i];
	}
	return n;
}

/* Returns what was wrong, in words that are translated. */
static const char *
words_of(enum XML_Error code)
{
	static const struct {
		enum XML_Error code;
		const char *words;
	} faults[] = {
	    {XML_ERROR_NO_MEMORY, N_("out of memory")},
	    {XML_ERROR_NO_ELEMENTS, N_("the end is missing")},
	    {XML_ERROR_INVALID_TOKEN,
		N_("a sign that may not stand there, as & alone or <")},
	    {XML_ERROR_UNCLOSED_TOKEN, N_("a tag or comment without its end")},
	    {XML_ERROR_PARTIAL_CHAR, N_("a letter that is cut in two")},
	    {XML_ERROR_TAG_MISMATCH, N_("an element without its end")},
	    {XML_ERROR_DUPLICATE_ATTRIBUTE,
		N_("an attribute that is twice there")},
	    {XML_ERROR_JUNK_AFTER_DOC_ELEMENT,
		N_("text after the end of the document")},
	    {XML_ERROR_UNDEFINED_ENTITY, N_("an unknown name between & and ;")},
	    {XML_ERROR_BAD_CHAR_REF, N_("an unknown number between &# and ;")},
	    {XML_ERROR_MISPLACED_XML_PI,
		N_("a declaration <?xml that is not at the start")},
	    {XML_ERROR_UNKNOWN_ENCODING, N_("an unknown encoding")},
	    {XML_ERROR_INCORRECT_ENCODING, N_("another encoding than it says")},
	    {XML_ERROR_UNCLOSED_CDATA_SECTION,
		N_("a CDATA section without its end")},
	};

	for (size_t i = 0; i < sizeof(faults) / sizeof(*faults); i++)
		if (faults[i].code == code)
			return faults[i].words;
	return N_("this is no XML");
}

/* Takes memory for expat: much of it so that it may be in huge pages. */
static void *
take(size_t size)
{
	return size < MEM_HUGE
	    ? malloc(size)
	    : aligned_alloc(MEM_HUGE, (size + MEM_HUGE - 1) & ~(MEM_HUGE - 1));
}

/*
 * The bytes before a declaration at the start, a BOM and blanks, which some
 * programs write but XML forbids; adds their lines to `*line`.
 */
static size_t
lead_len(const struct bytes *bytes, uint32_t *line)
{
	static const char bom[] = "\xEF\xBB\xBF", declaration[] = "<?xml";
	const char *s = bytes->s;
	size_t i = 0, n = strlen(declaration);

	if (bytes->len > 3 && memcmp(s, bom, 3) == 0)
		i = 3;
	while (i < bytes->len && strchr(" \t\r\n", s[i]) && s[i])
		i++;
	if (bytes->len - i < n || memcmp(s + i, declaration, n) != 0)
		return 0;
	for (size_t k = 0; k < i; k++)
		*line += s[k] == '\n';
	return i;
}

/*
 * Parses all in one piece: after each piece expat goes over all its bytes again,
 * for the number of the line.
 */
static void
parse(struct xml_state *x, struct bytes *bytes)
{
	size_t len = bytes->len, lead;
	char *all = len <= INT_MAX ? XML_GetBuffer(x->parser, (int)len) : NULL;

	if (!all) {
		stop(x, XML_BROKEN, N_("too large"));
		return;
	}
	mem_huge(all, len);
	lead = lead_len(bytes, &x->line);
	len = copy_allowed(all, bytes->s + lead, len - lead);
	input_reuse(bytes, x->wish->keep);
	x->s = all;
	x->line_end = memchr(all, '\n', len) ? '\n' : '\r';
	if (XML_ParseBuffer(x->parser, (int)len, XML_TRUE) != XML_STATUS_OK &&
	    x->end == XML_WHOLE)
		stop(x, XML_BROKEN, words_of(XML_GetErrorCode(x->parser)));
}

enum xml_end
xml_read(
    struct bytes *bytes, const struct xml_wish *wish, struct xml_fault *fault)
{
	static const XML_Memory_Handling_Suite memory = {take, realloc, free};
	struct xml_state x = {.wish = wish, .fault = fault, .line = 1};

	x.parser = XML_ParserCreate_MM(NULL, &memory, NULL);
	x.arena = arena_new();
	XML_SetUserData(x.parser, &x);
	XML_SetElementHandler(x.parser, begin_element, end_element);
	XML_SetCharacterDataHandler(x.parser, add_text);
	XML_SetStartDoctypeDeclHandler(x.parser, refuse_declarations);
	long_texts_cut(wish->longs, bytes, "<>");
	parse(&x, bytes);
	for (size_t i = 0; i <= XML_DEEPEST; i++) {
		arena_free(x.around[i]);
		free(x.text[i].s);
	}
	arena_free(x.arena);
	arena_trim(wish->keep);
	XML_ParserFree(x.parser);
	return x.end;
}

#else

enum xml_end
xml_read(
    struct bytes *bytes, const struct xml_wish *wish, struct xml_fault *fault)
{
	(void)bytes;
	(void)wish;
	*fault = (struct xml_fault){
	    N_("this lectern was built without expat, which reads XML"), 1};
	return XML_BROKEN;
}

#endif

const struct xml_node *
xml_child(const struct xml_node *node, const char *name)
{
	for (const struct xml_node *c = node->child; c; c = c->next) {
		/* The first letter tells most names apart. */
		if (*c->name == *name && strcmp(c->name, name) == 0)
			return c;
	}
	return NULL;
}

const char *
xml_text(const struct xml_node *node, const char *name)
{
	const struct xml_node *child = xml_child(node, name);

	return child ? child->text : "";
}

const char *
xml_attribute(const struct xml_node *node, const char *name)
{
	for (const struct xml_attribute *a = node->attributes; a; a = a->next) {
		if (strcmp(a->name, name) == 0)
			return a->value;
	}
	return NULL;
}

const struct xml_node *
xml_within(const struct xml_node *node, const char *name)
{
	for (node = node->parent; node; node = node->parent) {
		if (strcmp(node->name, name) == 0)
			return node;
	}
	return NULL;
}
