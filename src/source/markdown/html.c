#include "source/markdown/html.h"

#include <stdint.h>
#include <string.h>

#include "lectern/base/arena.h"
#include "lectern/base/text.h"

/* The length of `<!-- ... -->`; an open comment swallows the rest. */
static size_t
comment(const char *s, size_t len)
{
	const char *end = memmem(s + 4, len - 4, "-->", 3);

	return end ? (size_t)(end + 3 - s) : len;
}

/*
 * The bytes up to and with the `>` that ends a tag; quotes hide it.  A search
 * that comes to where another one was, within the same quotes, has the same end:
 * none, for where there was one nobody searches again.
 */
static size_t
tag_end(const char *s, size_t len, uint8_t *been)
{
	char quote = '\0';

	for (size_t i = 1; i < len; i++) {
		uint8_t within = quote == '\0' ? 1 : quote == '"' ? 2 : 4;

		if (been && (been[i] & within))
			return 0;
		if (been)
			been[i] |= within;
		if (quote && s[i] == quote)
			quote = '\0';
		else if (!quote && s[i] == '>')
			return i + 1;
		else if (!quote && (s[i] == '"' || s[i] == '\'') &&
		    s[i - 1] == '=')
			quote = s[i];
	}
	return 0;
}

/* A copy of the `len` bytes at `s` with what its references stand for. */
static char *
dereferenced(struct arena *arena, const char *s, size_t len)
{
	char *copy = arena_dup(arena, s, len), *out = copy;

	for (size_t i = 0, n; i < len; i += n) {
		char reference[8];

		n = s[i] == '&' ? html_reference(s + i, len - i, reference) : 0;
		/* It is never longer than its name. */
		if (n > 0)
			out = stpcpy(out, reference);
		else
			*out++ = s[i];
		n += n == 0;
	}
	*out = '\0';
	return copy;
}

/* The value of the attribute `href` in a tag of `len` bytes, or NULL. */
static char *
href(struct arena *arena, const char *s, size_t len)
{
	for (size_t i = 1; i + 6 < len; i++) {
		if (!text_ascii_blank(s[i - 1]) ||
		    !text_ascii_same(s + i, "href=", 5))
			continue;
		i += 5;

		char quote = s[i] == '"' || s[i] == '\'' ? s[i++] : '\0';
		size_t end = i;

		while (end < len - 1 &&
		    (quote ? s[end] != quote : !text_ascii_blank(s[end])))
			end++;
		return dereferenced(arena, s + i, end - i);
	}
	return NULL;
}

struct html_tag
html_tag(struct arena *arena, const char *s, size_t len, uint8_t *been)
{
	struct html_tag tag = {0};
	size_t i = 1, n = 0;

	if (len >= 4 && memcmp(s, "<!--", 4) == 0) {
		tag.len = comment(s, len);
		return tag;
	}
	if (len < 3)
		return tag;
	if (s[1] == '/') {
		tag.closing = true;
		i++;
	}
	if (!text_ascii_letter(s[i]) && s[i] != '!' && s[i] != '?')
		return tag;
	tag.len = tag_end(s, len, been);
	if (tag.len == 0)
		return tag;
	for (; text_ascii_word(s[i]) && n + 1 < sizeof(tag.name); i++)
		tag.name[n++] = text_ascii_lower(s[i]);
	if (strcmp(tag.name, "a") == 0 && !tag.closing)
		tag.href = href(arena, s, tag.len);
	return tag;
}

bool
html_parts_words(const struct html_tag *tag)
{
	static const char *const inside[] = {"a", "abbr", "b", "big", "cite",
	    "code", "del", "em", "font", "i", "ins", "kbd", "mark", "q", "s",
	    "samp", "small", "span", "strike", "strong", "sub", "sup", "tt",
	    "u", "var", "wbr", ""};

	for (size_t i = 0; i < sizeof(inside) / sizeof(*inside); i++) {
		if (strcmp(inside[i], tag->name) == 0)
			return false;
	}
	return true;
}
