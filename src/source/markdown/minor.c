#include "source/markdown/minor.h"

#include <stdbool.h>
#include <string.h>

#include "lectern/base/text.h"

/* The bytes of a tag at `s` that only styles words; 0: another one. */
static size_t
styling_tag(const char *s, size_t len)
{
	static const char *const names[] = {
	    "sub", "sup", "b", "i", "em", "strong", "code", "kbd", "u", "br"};
	size_t from = len > 1 && s[1] == '/' ? 2 : 1;

	for (size_t i = 0; i < sizeof(names) / sizeof(*names); i++) {
		size_t n = strlen(names[i]);

		if (len > from + n && memcmp(s + from, names[i], n) == 0 &&
		    s[from + n] == '>')
			return from + n + 1;
	}
	return 0;
}

static bool
is_usual_reference(const char *s, size_t len)
{
	static const char *const names[] = {"amp;", "lt;", "gt;", "quot;",
	    "apos;", "nbsp;", "ndash;", "mdash;", "hellip;", "lsquo;", "rsquo;",
	    "ldquo;", "rdquo;", "#13;", "#xD;", "#10;", "#xA;", "#34;", "#38;",
	    "#39;", "#160;", "#8211;", "#8212;", "#8216;", "#8217;", "#8220;",
	    "#8221;", "#8230;"};

	for (size_t i = 0; i < sizeof(names) / sizeof(*names); i++) {
		size_t n = strlen(names[i]);

		if (len > n && memcmp(s + 1, names[i], n) == 0)
			return true;
	}
	return false;
}

/* A letter of Latin-1 or the block behind it: `&#252;`. */
static bool
is_latin_reference(const char *s, size_t len)
{
	unsigned code = 0;

	if (len < 6 || s[1] != '#' || s[5] != ';')
		return false;
	for (size_t i = 2; i < 5; i++) {
		if (!text_ascii_digit(s[i]))
			return false;
		code = 10 * code + (unsigned)(s[i] - '0');
	}
	return code >= 0xC0 && code < 0x180 && code != 0xD7 && code != 0xF7;
}

size_t
minor_angle(const char *s, size_t len)
{
	if (len < 2 ||
	    (!text_ascii_letter(s[1]) && !text_ascii_any(s[1], "/!?")))
		return 1;
	return styling_tag(s, len);
}

size_t
minor_ampersand(const char *s, size_t len)
{
	if (len < 2 || (!text_ascii_word(s[1]) && s[1] != '#') ||
	    !memchr(s, ';', len))
		return 1;
	return is_usual_reference(s, len) || is_latin_reference(s, len);
}
