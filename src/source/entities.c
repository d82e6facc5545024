#include "source/entities.h"

#include <stdbool.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "lectern/base/text.h"

#define LETTERS "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"

#define LONGEST 10 /* bytes, "&#1114111;" */

static const struct {
	const char *name, *text;
} named[] = {
    {"amp", "&"},
    {"lt", "<"},
    {"gt", ">"},
    {"quot", "\""},
    {"apos", "'"},
    {"nbsp", " "},
    {"ndash", "\xE2\x80\x93"},
    {"mdash", "\xE2\x80\x94"},
    {"lsquo", "\xE2\x80\x98"},
    {"rsquo", "\xE2\x80\x99"},
    {"ldquo", "\xE2\x80\x9C"},
    {"rdquo", "\xE2\x80\x9D"},
    {"hellip", "\xE2\x80\xA6"},
};

/* Writes the character of that number; returns its bytes, 0: it has none. */
static size_t
put_number(const char *s, char *to)
{
	bool hex = *s == 'x' || *s == 'X';
	char *end;
	unsigned long code = strtoul(s + hex, &end, hex ? 16 : 10);
	bool plain = text_ascii_word(s[hex]) && *end == ';';

	return plain && code > 0 && code <= UINT32_MAX
	    ? text_encode((uint32_t)code, to)
	    : 0;
}

/* Writes what an entity of `len` bytes, with & and ;, stands for. */
static size_t
put_entity(const char *s, size_t len, char *to)
{
	if (s[1] == '#')
		return put_number(s + 2, to);
	for (size_t i = 0; i < sizeof(named) / sizeof(*named); i++) {
		size_t n = strlen(named[i].name);

		if (n + 2 == len && memcmp(s + 1, named[i].name, n) == 0) {
			n = strlen(named[i].text);
			memcpy(to, named[i].text, n);
			return n;
		}
	}
	return 0;
}

void
entities_undo(char *text)
{
	char *to = text;

	for (const char *s = text; *s;) {
		char put[TEXT_CODE_BYTES];
		const char *end = *s == '&'
		    ? memchr(s, ';', strnlen(s, LONGEST))
		    : NULL;
		size_t len = end ? (size_t)(end + 1 - s) : 0;
		size_t n = len > 0 ? put_entity(s, len, put) : 0;

		if (n == 0) {
			*to++ = *s++;
			continue;
		}
		/* What controls the terminal, "&#27;", stands for nothing. */
		if (text_is_clean(put, n)) {
			memcpy(to, put, n);
			to += n;
		}
		s += len;
	}
	*to = '\0';
}

/* The bytes of a tag that only shows words otherwise, at `s`; 0: it is none. */
static size_t
tag_len(const char *s)
{
	static const char *const names[] = {"a", "b", "br", "em", "i", "small",
	    "span", "strong", "sub", "sup", "u"};
	const char *end = strchr(s, '>');
	size_t slash = s[1] == '/', len = strspn(s + 1 + slash, LETTERS);

	if (!end || !strchr(" />", s[1 + slash + len]))
		return 0;
	for (size_t i = 0; i < sizeof(names) / sizeof(*names); i++) {
		if (strlen(names[i]) == len &&
		    text_ascii_same(s + 1 + slash, names[i], len))
			return (size_t)(end + 1 - s);
	}
	return 0;
}

void
entities_drop_tags(char *text)
{
	char *to = text;
	/* One alone is what a talk is about. */
	bool ends = strstr(text, "</") || strstr(text, "/>") ||
	    strstr(text, "<br>");

	for (const char *s = text; ends && *s;) {
		size_t len = *s == '<' ? tag_len(s) : 0;

		s += len;
		if (len == 0)
			*to++ = *s++;
	}
	if (ends)
		*to = '\0';
}
