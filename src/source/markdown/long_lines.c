#include "source/markdown/long_lines.h"

#include <string.h>

#include "lectern/base/mem.h"
#include "lectern/base/text.h"

#define LAST ((size_t)1 << 12) /* bytes of such a line's end that are kept */

/* The bytes of the line at `s`, with its line feed. */
static size_t
line_len(const char *s, size_t len)
{
	const char *nl = memchr(s, '\n', len);

	return nl ? (size_t)(nl - s) + 1 : len;
}

size_t
long_lines_next(const char *s, size_t len, size_t *at, uint32_t *row)
{
	/* Most documents are no longer than such a line. */
	while (len - *at > TEXT_MOST) {
		size_t n = line_len(s + *at, len - *at);

		*at += n;
		++*row;
		if (n > TEXT_MOST)
			return n;
	}
	return 0;
}

/* Writes a line without its middle; returns how many bytes. */
static size_t
put(char *to, const char *s, size_t n)
{
	size_t first = text_bound(s, n, TEXT_MOST - LAST), last = n - LAST;

	while (((unsigned char)s[last] & 0xC0) == 0x80)
		last++;
	memcpy(to, s, first);
	memcpy(to + first, s + last, n - last);
	return first + n - last;
}

char *
long_lines_bound(const char *s, size_t len, size_t *out_len)
{
	size_t at = 0, done = 0, n = 0, line;
	uint32_t row = 1;
	char *out = NULL;

	while ((line = long_lines_next(s, len, &at, &row)) > 0) {
		size_t before = at - line - done;

		/* What is not written takes no memory. */
		if (!out)
			out = mem_alloc(len + 1, 1);
		memcpy(out + n, s + done, before);
		n += before;
		n += put(out + n, s + at - line, line);
		done = at;
	}
	if (!out)
		return NULL;
	memcpy(out + n, s + done, len - done);
	*out_len = n + len - done;
	return out;
}
