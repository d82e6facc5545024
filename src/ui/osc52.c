#include "ui/osc52.h"

#include <string.h>

#include "lectern/base/mem.h"

/* Writes up to three bytes as four digits of base64 (RFC 4648). */
static char *
put_digits(char *out, const unsigned char *s, size_t len)
{
	static const char digits[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
				     "abcdefghijklmnopqrstuvwxyz0123456789+/";
	unsigned a = s[0], b = len > 1 ? s[1] : 0, c = len > 2 ? s[2] : 0;

	*out++ = digits[a >> 2];
	*out++ = digits[(a & 3) << 4 | b >> 4];
	*out++ = len > 1 ? digits[(b & 15) << 2 | c >> 6] : '=';
	*out++ = len > 2 ? digits[c & 63] : '=';
	return out;
}

char *
osc52_copy(const char *text, size_t len, size_t *out_len)
{
	const unsigned char *s = (const unsigned char *)text;
	char *out, *end;

	if (len > OSC52_MOST)
		return NULL;
	out = mem_alloc(len / 3 * 4 + 32, 1);
	end = stpcpy(out, "\033]52;c;");
	for (size_t i = 0; i < len; i += 3)
		end = put_digits(end, s + i, len - i);
	*end++ = '\a';
	*out_len = (size_t)(end - out);
	return out;
}
