#include <stdint.h>
#include <string.h>

#include "lectern/base/text.h"
#include "source/markdown/html.h"

static void
encode(uint32_t code, char out[8])
{
	if (code == 0 || code > 0x10ffff || (code >= 0xd800 && code < 0xe000))
		code = 0xfffd;
	if (code < 0x80) {
		*out++ = (char)code;
	} else if (code < 0x800) {
		*out++ = (char)(0xc0 | code >> 6);
		*out++ = (char)(0x80 | (code & 0x3f));
	} else if (code < 0x10000) {
		*out++ = (char)(0xe0 | code >> 12);
		*out++ = (char)(0x80 | (code >> 6 & 0x3f));
		*out++ = (char)(0x80 | (code & 0x3f));
	} else {
		*out++ = (char)(0xf0 | code >> 18);
		*out++ = (char)(0x80 | (code >> 12 & 0x3f));
		*out++ = (char)(0x80 | (code >> 6 & 0x3f));
		*out++ = (char)(0x80 | (code & 0x3f));
	}
	*out = '\0';
}

static size_t
numeric(const char *s, size_t len, char out[8])
{
	size_t i = 2;
	uint32_t code = 0;
	uint32_t base = 10;

	if (i < len && (s[i] == 'x' || s[i] == 'X')) {
		base = 16;
		i++;
	}

	size_t digits = i;

	for (; i < len && i < digits + 7 && text_ascii_word(s[i]); i++) {
		uint32_t digit = s[i] <= '9'
		    ? (uint32_t)(s[i] - '0')
		    : (uint32_t)((s[i] | 32) - 'a' + 10);

		if (digit >= base)
			return 0;
		code = code * base + digit;
	}
	if (i == digits || i >= len || s[i] != ';')
		return 0;
	encode(code, out);
	return i + 1;
}

size_t
html_reference(const char *s, size_t len, char out[8])
{
	static const struct {
		const char *name;
		uint32_t code;
	} names[] = {
	    {"amp;", '&'},
	    {"lt;", '<'},
	    {"gt;", '>'},
	    {"quot;", '"'},
	    {"apos;", '\''},
	    {"nbsp;", 0xa0},
	    {"ndash;", 0x2013},
	    {"mdash;", 0x2014},
	    {"hellip;", 0x2026},
	    {"lsquo;", 0x2018},
	    {"rsquo;", 0x2019},
	    {"ldquo;", 0x201c},
	    {"rdquo;", 0x201d},
	    {"copy;", 0xa9},
	    {"middot;", 0xb7},
	    {"bull;", 0x2022},
	    {"laquo;", 0xab},
	    {"raquo;", 0xbb},
	    {"Auml;", 0xc4},
	    {"Ouml;", 0xd6},
	    {"Uuml;", 0xdc},
	    {"szlig;", 0xdf},
	    {"agrave;", 0xe0},
	    {"aring;", 0xe5},
	    {"auml;", 0xe4},
	    {"ccedil;", 0xe7},
	    {"eacute;", 0xe9},
	    {"egrave;", 0xe8},
	    {"ntilde;", 0xf1},
	    {"ouml;", 0xf6},
	    {"oslash;", 0xf8},
	    {"uuml;", 0xfc},
	};

	if (len >= 4 && s[1] == '#')
		return numeric(s, len, out);
	for (size_t i = 0; i < sizeof(names) / sizeof(*names); i++) {
		size_t n = strlen(names[i].name);

		if (len > n && memcmp(s + 1, names[i].name, n) == 0) {
			encode(names[i].code, out);
			return n + 1;
		}
	}
	return 0;
}
