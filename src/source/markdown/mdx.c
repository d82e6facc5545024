#include "source/markdown/mdx.h"

#include <string.h>

#include "lectern/base/text.h"

static const char opens[] = "{/*", closes[] = "*/}";

/* What stands after a word and blanks at `s`; NULL: that is not there. */
static const char *
after_word(const char *s, const char *end, const char *word)
{
	size_t n = strlen(word);

	if ((size_t)(end - s) <= n || memcmp(s, word, n) != 0 || s[n] != ' ')
		return NULL;
	for (s += n; s < end && *s == ' ';)
		s++;
	return s;
}

/* `"module"`, to the line's end. */
static bool
is_module(const char *s, const char *end)
{
	if (end > s && end[-1] == ';')
		end--;
	return end - s > 2 && (*s == '"' || *s == '\'') && end[-1] == *s &&
	    !memchr(s, ' ', (size_t)(end - s));
}

static bool
is_import(const char *s, const char *end)
{
	static const char from[] = " from ";
	const char *names = after_word(s, end, "import"), *at;

	if (!names || is_module(names, end))
		return names != NULL;
	at = memmem(names, (size_t)(end - names), from, sizeof(from) - 1);
	return at && is_module(at + sizeof(from) - 1, end);
}

static bool
is_export(const char *s, const char *end)
{
	static const char *const kinds[] = {"const", "let", "var"};
	const char *kind = after_word(s, end, "export");

	for (size_t i = 0; kind && i < sizeof(kinds) / sizeof(*kinds); i++) {
		const char *name = after_word(kind, end, kinds[i]);

		if (name)
			return end[-1] == ';' &&
			    memchr(name, '=', (size_t)(end - name));
	}
	return false;
}

/* Whether that stands at `s`. */
static bool
begins(const char *s, const char *end, const char *word)
{
	size_t n = strlen(word);

	return (size_t)(end - s) >= n && memcmp(s, word, n) == 0;
}

bool
mdx_seems(const char *s, size_t len)
{
	const char *at = s, *end = s + len;

	/* For memmem() each byte is a step, for memchr() each line is one. */
	while ((at = memchr(at, '\n', (size_t)(end - at)))) {
		at++;
		if (begins(at, end, "import ") || begins(at, end, "export "))
			return true;
	}
	for (at = s; (at = memchr(at, *opens, (size_t)(end - at))); at++) {
		if (at > s && (at[-1] == ' ' || at[-1] == '\n') &&
		    begins(at, end, opens))
			return true;
	}
	return false;
}

/* Where the mark of a remark stands; NULL: nowhere. */
static const char *
find_mark(const char *s, const char *end, const char *mark)
{
	const size_t len = sizeof(opens) - 1;

	/* For so few bytes, memmem() takes long to get ready. */
	while ((s = memchr(s, *mark, (size_t)(end - s)))) {
		if ((size_t)(end - s) >= len && memcmp(s, mark, len) == 0)
			return s;
		s++;
	}
	return NULL;
}

bool
mdx_put(struct buffer *out, const char *s, size_t len, bool *remark)
{
	const char *end = s + len, *from = s, *at;
	bool found = *remark;

	if (!*remark && (is_import(s, end) || is_export(s, end))) {
		buffer_puts(out, "<!-- ");
		buffer_put(out, s, len);
		buffer_puts(out, " -->");
		return true;
	}
	while ((at = find_mark(from, end, *remark ? closes : opens))) {
		buffer_put(out, from, (size_t)(at - from));
		buffer_puts(out, *remark ? "-->" : "<!--");
		*remark = !*remark;
		from = at + sizeof(opens) - 1;
		found = true;
	}
	if (found)
		buffer_put(out, from, (size_t)(end - from));
	return found;
}
