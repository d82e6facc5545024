#include "marks/merge_read.h"

#include <string.h>

#include "lectern/base/arena.h"
#include "lectern/base/json.h"
#include "lectern/base/mem.h"
#include "lectern/base/text.h"
#include "lectern/base/translate.h"

#define WANTED N_("no JSON: wants what lectern export prints, in UTF-8")

/* Takes a byte, and counts lines. */
static int
take(struct merge_read *read)
{
	int c = getc_unlocked(read->in);

	read->after = c != '\n';
	read->line += c == '\n';
	return c;
}

static int
peek(struct merge_read *read)
{
	int c = getc_unlocked(read->in);

	if (c != EOF)
		ungetc(c, read->in);
	return c;
}

static bool
refuse(struct merge_read *read, size_t row, const char *why)
{
	read->row = row;
	read->wrong = why;
	return false;
}

/* Skips a line if it begins as git's lines do, with the same byte `c` 7 times. */
static bool
skip_git(struct merge_read *read, int c)
{
	int n = 1;

	while (n < 7 && peek(read) == c) {
		take(read);
		n++;
	}
	if (n < 7)
		return false;
	while (peek(read) != EOF && take(read) != '\n')
		;
	return true;
}

/* Takes the mark that some editors put before UTF-8. */
static bool
skip_mark(struct merge_read *read)
{
	static const char mark[] = "\xEF\xBB\xBF";

	read->begun = true;
	if (peek(read) != (unsigned char)*mark)
		return true;
	for (int i = 0; i < 3; i++) {
		if (take(read) != (unsigned char)mark[i])
			return refuse(read, 1, _(WANTED));
	}
	read->after = false;
	return true;
}

/* Takes what stands around objects: true if one begins here. */
static bool
find_object(struct merge_read *read)
{
	bool first = !read->after;
	int c = take(read);

	switch (c) {
	case ' ':
	case '\t':
	case '\r':
	case '\n':
		if (first)
			read->after = false;
		return false;
	case '[':
		if (read->row > 0 || read->bracket > 0)
			break;
		read->bracket = read->line + 1;
		return false;
	case ',':
		if (read->bracket == 0 || read->closed)
			break;
		return false;
	case ']':
		if (read->bracket == 0 || read->closed)
			break;
		read->closed = true;
		return false;
	case '{':
		return !read->closed ||
		    refuse(read, read->line + 1, _("stands after the array"));
	case '<':
	case '=':
	case '>':
	case '|':
		if (first && skip_git(read, c))
			return false;
		break;
	default:
		break;
	}
	return refuse(read, read->line + 1, _(WANTED));
}

static bool
add(struct merge_read *read, int c)
{
	if (read->len == MERGE_READ_MOST)
		return refuse(read, read->row, _("longer than 1 MB"));
	read->text = mem_grow(read->text, &read->cap, read->len + 2, 1);
	read->text[read->len++] = (char)c;
	return true;
}

/* The bytes of an escape that are kept; 0: what it stands for is never shown. */
static size_t
kept_escape(const char *s, size_t *len)
{
	char utf8[TEXT_CODE_BYTES];
	uint32_t code = json_escape(s, len);
	size_t n;

	if (code == UINT32_MAX)
		return *len = 2;
	n = code > 0 ? text_encode(code, utf8) : 0;
	return n > 0 && text_is_clean(utf8, n) ? *len : 0;
}

/*
 * Drops from the object what is never shown, as it is or as an escape: what is
 * kept of a mark, and compared, is what is exported.
 */
static void
clean(struct merge_read *read)
{
	char *to = read->text;

	if (!text_is_clean(read->text, read->len)) {
		struct arena *arena = arena_new();
		const char *s = text_clean(
		    arena, read->text, read->len, &read->len);

		read->text = mem_grow(read->text, &read->cap, read->len + 1, 1);
		memcpy(read->text, s, read->len + 1);
		to = read->text;
		arena_free(arena);
	}
	for (const char *s = read->text; *s;) {
		size_t len = strcspn(s, "\\");
		size_t kept = len > 0 ? len : kept_escape(s, &len);

		memmove(to, s, kept);
		to += kept;
		s += len;
	}
	*to = '\0';
	read->len = (size_t)(to - read->text);
}

/* Reads an object from after its brace to the brace that closes it. */
static bool
read_object(struct merge_read *read)
{
	bool quoted = false, escaped = false;
	int depth = 0, c = '{';

	read->row = read->line + 1;
	read->len = 0;
	do {
		if (c == EOF)
			return !ferror(read->in) &&
			    refuse(read, read->row,
				_("the object that begins here does not end"));
		if (!add(read, c))
			return false;
		if (c == '"' && !escaped)
			quoted = !quoted;
		escaped = quoted && c == '\\' && !escaped;
		if (!quoted && (c == '{' || c == '}'))
			depth += c == '{' ? 1 : -1;
		if (depth > 0)
			c = take(read);
	} while (depth > 0);
	read->text[read->len] = '\0';
	clean(read);
	return true;
}

bool
merge_read(struct merge_read *read)
{
	if (!read->begun && !skip_mark(read))
		return false;
	while (!read->wrong && peek(read) != EOF) {
		if (find_object(read))
			return read_object(read);
	}
	if (!read->wrong && read->bracket > 0 && !read->closed &&
	    !ferror(read->in))
		return refuse(read, read->bracket,
		    _("the array that begins here does not end"));
	return false;
}
