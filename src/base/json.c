#include "lectern/base/json.h"

#include "lectern/base/text.h"

#define ESCAPE ((size_t)6) /* bytes of `\uXXXX` */

/* Returns how many bytes at `s` need no escape. */
static size_t
count_plain(const char *s)
{
	size_t n = 0;

	while ((unsigned char)s[n] >= 0x20 && s[n] != '"' && s[n] != '\\')
		n++;
	return n;
}

static void
escape(FILE *out, unsigned char c)
{
	if (c == '"' || c == '\\')
		fprintf(out, "\\%c", c);
	else if (c == '\n')
		fputs("\\n", out);
	else if (c == '\t')
		fputs("\\t", out);
	else
		fprintf(out, "\\u%04x", c);
}

void
json_string(FILE *out, const char *s)
{
	putc('"', out);
	for (;;) {
		size_t n = count_plain(s);

		fwrite(s, 1, n, out);
		s += n;
		if (!*s)
			break;
		escape(out, (unsigned char)*s++);
	}
	putc('"', out);
}

/* The code of one escape, or UINT32_MAX. */
static uint32_t
unit(const char *s)
{
	uint32_t code = 0;

	if (s[0] != '\\' || s[1] != 'u')
		return UINT32_MAX;
	for (size_t i = 2; i < ESCAPE; i++) {
		int digit = text_ascii_hex(s[i]);

		if (digit < 0)
			return UINT32_MAX;
		code = code << 4 | (uint32_t)digit;
	}
	return code;
}

uint32_t
json_escape(const char *s, size_t *len)
{
	uint32_t code = unit(s);

	*len = ESCAPE;
	if (code >= 0xD800 && code < 0xDC00) {
		uint32_t low = unit(s + ESCAPE);

		if (low >= 0xDC00 && low < 0xE000) {
			code = 0x10000 +
			    ((code - 0xD800) << 10 | (low - 0xDC00));
			*len = 2 * ESCAPE;
		}
	}
	return code;
}
