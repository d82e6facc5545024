#include "source/markdown/references.h"

#include <limits.h>
#include <stdlib.h>
#include <string.h>

#include "lectern/base/arena.h"
#include "lectern/base/buffer.h"
#include "lectern/base/mem.h"
#include "lectern/base/scan.h"
#include "lectern/base/strmap.h"
#include "lectern/base/text.h"
#include "source/markdown/line_text.h"

#define LABEL_LONGEST 1000 /* bytes; longer ones are none in CommonMark */

#define SIGNS(PUT, n) PUT('[', n) PUT(']', n) PUT('\\', n)

struct references {
	const char *s;
	const struct definition *definition;
	struct arena *arena; /* of the labels */
	struct strmap labels;
	bool begins[UCHAR_MAX +
	    1]; /* first bytes of labels, as they are spelt */
};

/* Lines. */

/* The first bracket from `i` on without a backslash before it; `len`: none. */
static size_t
next_bracket(const char *s, size_t i, size_t len)
{
	static const struct scan_set signs = SCAN_SET(SIGNS);

	while ((i = scan_until(&signs, s, len, i)) < len && s[i] == '\\')
		i += 2;
	return i;
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

/*
 * Whether a line cannot be the rest of a definition whose colon ends the line
 * above: it is an item, or has more behind its destination than a title.
 */
static bool
is_item(const char *s, size_t len)
{
	size_t at = line_text_span(s, len, " \t"), next;

	if (at + 1 >= len || !text_ascii_any(s[at], "*+-") ||
	    !text_ascii_blank(s[at + 1]))
		return false;
	next = at + 1 + line_text_span(s + at + 1, len - at - 1, " \t");
	return next < len && !text_ascii_any(s[next], "\n\"'(");
}

/*
 * What follows the colon of a definition: the rest of the line, of the `room`
 * bytes that are there.
 */
static enum references_line
look_behind(const char *s, size_t len, size_t room)
{
	size_t blanks = 0, n, next;

	while (blanks < len && text_ascii_blank(s[blanks]))
		blanks++;
	if (blanks == len && room > len && is_item(s + len + 1, room - len - 1))
		return REFERENCES_NONE;
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

size_t
references_label_end(size_t len, size_t from)
{
	return len - from > LABEL_LONGEST ? from + LABEL_LONGEST : len;
}

enum references_line
references_look(const char *s, size_t len, size_t from, size_t to)
{
	size_t most = references_label_end(len, from);
	size_t close = next_bracket(s, from + 1, most);

	/* A blank line ends the paragraph. */
	if (close == most)
		return most == len ||
			(to < most && memmem(s + to, most - to, "\n\n", 2))
		    ? REFERENCES_NONE
		    : REFERENCES_DOUBT;
	if (s[close] == '[' || close + 1 == len || s[close + 1] != ':')
		return REFERENCES_NONE;
	return close < to
	    ? look_behind(s + close + 2, to - close - 2, len - close - 2)
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
		size_t len = label_length(
		    at, definition[i].to - definition[i].from);
		const char *label = spell(references->arena, at + 1, len);

		references->begins[(unsigned char)*label] = true;

		uint32_t first = *strmap_put(
		    &references->labels, label, (uint32_t)i);

		/* One so long is none. */
		if (definition[i].doubt && len == 0)
			continue;
		/* Cells do not know those of items: see cells.h. */
		sure = *label &&
		    (first == i || !definition[first].item ||
			definition[i].item || definition[i].doubt);
	}
	if (!sure) {
		references_free(references);
		return NULL;
	}
	return references;
}

/* Whether a label, most of which are none, may be one that is defined. */
static bool
may_be_label(const struct references *references, const char *s, size_t len)
{
	size_t at = line_text_span(s, len, " \t\n\r>");

	return at < len &&
	    ((unsigned char)s[at] >= 0x80 ||
		references->begins[(unsigned char)text_ascii_lower(s[at])]);
}

/*
 * The next definition that the text from `*at` to `end` may refer to; NULL: there
 * is none.  `*at`, a bracket or NULL, moves on.
 */
static const struct definition *
next_referred(const struct references *references, struct arena *arena,
    const char **at, const char *end)
{
	while (*at) {
		const char *s = *at;
		size_t n = label_length(s, (size_t)(end - s));
		const uint32_t *found = NULL;

		*at = memchr(s + 1, '[', (size_t)(end - s - 1));
		if (may_be_label(references, s + 1, n)) {
			found = strmap_get(
			    &references->labels, spell(arena, s + 1, n));
			arena_clear(arena);
		}
		if (found)
			return &references->definition[*found];
	}
	return NULL;
}

char *
references_before(const struct references *references, const char *s,
    size_t len, size_t *before, uint32_t *rows)
{
	const char *end = s + len, *at = memchr(s, '[', len);
	const struct definition *definition;
	struct arena *arena;
	struct buffer b = {0};

	*rows = 0;
	if (!at)
		return NULL;
	arena = arena_new();
	while ((definition = next_referred(references, arena, &at, end))) {
		/* What it does is done where it stands. */
		if (definition->doubt)
			continue;
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

bool
references_doubted(
    const struct references *references, const char *s, size_t len)
{
	const char *end = s + len, *at = memchr(s, '[', len);
	const struct definition *definition;
	struct arena *arena;
	bool doubted = false;

	if (!at)
		return false;
	arena = arena_new();
	while (!doubted &&
	    (definition = next_referred(references, arena, &at, end))) {
		const char *defined = references->s + definition->from;

		doubted = definition->doubt && (defined < s || defined >= end);
	}
	arena_free(arena);
	return doubted;
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
