#include "source/markdown/references.h"

#include <stdlib.h>
#include <string.h>

#include "lectern/base/arena.h"
#include "lectern/base/buffer.h"
#include "lectern/base/mem.h"
#include "lectern/base/strmap.h"
#include "lectern/base/text.h"

#define LABEL_LONGEST 1000 /* bytes; longer ones are none in CommonMark */

struct references {
	const char *s;
	const struct definition *definition;
	struct arena *arena; /* of the labels */
	struct strmap labels;
};

/* Lines. */

/* The first bracket from `i` on without a backslash before it; `len`: none. */
static size_t
next_bracket(const char *s, size_t i, size_t len)
{
	for (; i < len && s[i] != '[' && s[i] != ']'; i++)
		i += s[i] == '\\';
	return i < len ? i : len;
}

/* Whether what follows a destination is a title that ends with the line. */
static bool
is_title(const char *s, size_t len)
{
	return len >= 2 && *s == '"' && !memchr(s, '\\', len) &&
	    memchr(s + 1, '"', len - 1) == s + len - 1;
}

/* Whether a destination is surely one. */
static bool
is_destination(const char *s, size_t len)
{
	for (size_t i = 0; i < len; i++) {
		if (!text_ascii_word(s[i]) &&
		    !text_ascii_any(s[i], "-._~/?%=#:+,@;!&"))
			return false;
	}
	return true;
}

/* What follows the colon of a definition. */
static enum references_line
look_behind(const char *s, size_t len)
{
	size_t blanks = 0, n, next;

	while (blanks < len && text_ascii_blank(s[blanks]))
		blanks++;
	s += blanks;
	len -= blanks;
	for (n = 0; n < len && !text_ascii_blank(s[n]);)
		n++;
	for (next = n; next < len && text_ascii_blank(s[next]);)
		next++;
	/* It may go on in the next line. */
	if (n == 0 || *s == '<')
		return REFERENCES_DOUBT;
	if (next < len && !text_ascii_any(s[next], "\"'("))
		return REFERENCES_NONE;
	return is_destination(s, n) &&
		(next == len || is_title(s + next, len - next))
	    ? REFERENCES_DEFINITION
	    : REFERENCES_DOUBT;
}

enum references_line
references_look(const char *s, size_t len, size_t from, size_t to)
{
	size_t most = len - from > LABEL_LONGEST ? from + LABEL_LONGEST : len;
	size_t close = next_bracket(s, from + 1, most);

	/* A blank line ends the paragraph. */
	if (close == most)
		return most == len || memmem(s + to, most - to, "\n\n", 2)
		    ? REFERENCES_NONE
		    : REFERENCES_DOUBT;
	if (s[close] == '[' || close + 1 == len || s[close + 1] != ':')
		return REFERENCES_NONE;
	return close < to ? look_behind(s + close + 2, to - close - 2)
			  : REFERENCES_DOUBT;
}

/* Labels. */

/*
 * The `len` bytes of a label at `s` as those that mean the same are spelt, or
 * closer: no blanks, and no marks of a quotation that it goes on in.
 */
static const char *
spell(struct arena *arena, const char *s, size_t len)
{
	char *label = text_fold(arena, s, len, &len);
	size_t n = 0;

	for (size_t i = 0; i < len; i++) {
		if (!text_ascii_any(label[i], " \t\n\r>"))
			label[n++] = label[i];
	}
	label[n] = '\0';
	return label;
}

/* The bytes of the label behind `[` at `s`; 0: it is none. */
static size_t
label_length(const char *s, size_t len)
{
	size_t close = next_bracket(
	    s, 1, len > LABEL_LONGEST + 2 ? LABEL_LONGEST + 2 : len);

	return close < len && s[close] == ']' ? close - 1 : 0;
}

struct references *
references_new(const char *s, const struct definition *definition, size_t n)
{
	struct references *references = mem_alloc(1, sizeof(*references));
	bool sure = true;

	references->s = s;
	references->definition = definition;
	references->arena = arena_new();
	for (size_t i = 0; sure && i < n; i++) {
		const char *at = s + definition[i].from;
		const char *label = spell(references->arena, at + 1,
		    label_length(at, definition[i].to - definition[i].from));
		uint32_t first = *strmap_put(
		    &references->labels, label, (uint32_t)i);

		/* Cells do not know those of items: see cells.h. */
		sure = *label &&
		    (first == i || !definition[first].item ||
			definition[i].item);
	}
	if (!sure) {
		references_free(references);
		return NULL;
	}
	return references;
}

char *
references_before(const struct references *references, const char *s,
    size_t len, size_t *before, uint32_t *rows)
{
	const char *end = s + len, *at = memchr(s, '[', len);
	struct arena *arena;
	struct buffer b = {0};

	*rows = 0;
	if (!at)
		return NULL;
	arena = arena_new();
	for (; at; at = memchr(at + 1, '[', (size_t)(end - at - 1))) {
		size_t n = label_length(at, (size_t)(end - at));
		const struct definition *definition;
		const uint32_t *found;

		if (n == 0)
			continue;
		found = strmap_get(
		    &references->labels, spell(arena, at + 1, n));
		arena_clear(arena);
		if (!found)
			continue;
		definition = &references->definition[*found];
		/* In cells they count in the first column only. */
		if (definition->item)
			buffer_puts(&b, " ");
		buffer_put(&b, references->s + definition->from,
		    definition->to - definition->from);
		buffer_puts(&b, "\n");
		++*rows;
	}
	if (*rows > 0) {
		buffer_puts(&b, "\n");
		++*rows;
	}
	arena_free(arena);
	*before = b.len;
	return b.s;
}

void
references_free(struct references *references)
{
	if (!references)
		return;
	strmap_free(&references->labels);
	arena_free(references->arena);
	free(references);
}
