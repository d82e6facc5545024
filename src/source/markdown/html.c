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

/* The value of an attribute in a tag of `len` bytes, or NULL. */
static char *
attribute(struct arena *arena, const char *s, size_t len, const char *name)
{
	size_t n = strlen(name);

	for (size_t i = 1; i + n + 1 < len; i++) {
		if (!text_ascii_blank(s[i - 1]) ||
		    !text_ascii_same(s + i, name, n) || s[i + n] != '=')
			continue;
		i += n + 1;

		/* `id={"ID"}` is JSX. */
		i += s[i] == '{';

		char quote = s[i] == '"' || s[i] == '\'' ? s[i++] : '\0';
		size_t end = i;

		while (end < len - 1 &&
		    (quote ? s[end] != quote
			   : !text_ascii_blank(s[end]) && s[end] != '}'))
			end++;
		return dereferenced(arena, s + i, end - i);
	}
	return NULL;
}

/* Whether the name of a tag has `word` in it. */
static bool
is_named(const struct html_tag *tag, const char *word)
{
	return strstr(tag->name, word) != NULL;
}

/* Whether a tag is a site's own for a video, which is given by its id. */
static bool
is_site(const char *s, const struct html_tag *tag)
{
	return is_named(tag, "youtube") || is_named(tag, "vimeo") ||
	    memcmp(s, "<Video", 6) == 0;
}

/* The address of what a tag shows: of a page, a file, or a video by its id. */
static char *
media(struct arena *arena, const char *s, const struct html_tag *tag)
{
	static const char *const shows[] = {
	    "iframe", "video", "source", "embed", "youtube", "vimeo", "player"};
	static const char *const places[] = {
	    "src", "url", "href", "id", "videoid", "video"};
	char *value = NULL;
	size_t i = 0;

	while (i < sizeof(shows) / sizeof(*shows) && !is_named(tag, shows[i]))
		i++;
	if (i == sizeof(shows) / sizeof(*shows))
		return NULL;
	for (i = 0; !value && i < sizeof(places) / sizeof(*places); i++) {
		bool id = i > 2;

		if (!id || is_site(s, tag))
			value = attribute(arena, s, tag->len, places[i]);
		if (!value || !id || strchr(value, '/'))
			continue;
		value = arena_printf(arena, "%s%s",
		    is_named(tag, "vimeo") ? "https://vimeo.com/"
					   : "https://www.youtube.com/watch?v=",
		    value);
	}
	return value && value[0] == '/' && value[1] == '/'
	    ? arena_printf(arena, "https:%s", value)
	    : value;
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
	for (; text_ascii_word(s[i]) || s[i] == '-'; i++) {
		if (n + 1 < sizeof(tag.name))
			tag.name[n++] = text_ascii_lower(s[i]);
	}
	if (strcmp(tag.name, "a") == 0 && !tag.closing)
		tag.href = attribute(arena, s, tag.len, "href");
	else if (strcmp(tag.name, "img") == 0)
		tag.alt = attribute(arena, s, tag.len, "alt");
	else if (strcmp(tag.name, "abbr") == 0 && !tag.closing)
		tag.title = attribute(arena, s, tag.len, "title");
	else if (!tag.closing &&
	    (strcmp(tag.name, "td") == 0 || strcmp(tag.name, "th") == 0))
		tag.rows = attribute(arena, s, tag.len, "rowspan");
	else if (!tag.closing)
		tag.media = media(arena, s, &tag);
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
		/* Most differ in their first letter. */
		if (*inside[i] == *tag->name &&
		    strcmp(inside[i], tag->name) == 0)
			return false;
	}
	return true;
}
