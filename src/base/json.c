#include "lectern/base/json.h"

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
