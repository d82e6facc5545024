#include "source/markdown/nesting.h"

#include <stdint.h>
#include <string.h>

#include "lectern/base/mem.h"
#include "lectern/base/text.h"

#define TAB        4
#define NUMBER     9 /* digits of a list's number */
#define ITEM_LEAST 2 /* columns by which the text of an item is indented */

/* A line below so many bytes is not nested too deep: a tab has 4 columns. */
#define SHORT (NESTING_MOST * ITEM_LEAST / TAB)

/* The bytes of a mark at `s` before what may be escaped; SIZE_MAX: none is. */
static size_t
mark_at(const char *s, size_t len)
{
	size_t n = 0;

	if (len == 0)
		return SIZE_MAX;
	if (*s == '>')
		return 0;
	while (n < len && n < NUMBER && text_ascii_digit(s[n]))
		n++;
	if (n == len || !memchr(n > 0 ? ".)" : "-+*", s[n], n > 0 ? 2 : 3))
		return SIZE_MAX;
	return n + 1 == len || text_ascii_blank(s[n + 1]) ? n : SIZE_MAX;
}

/*
 * Where the line is to be escaped, `len`: nowhere.  Each item that goes on from
 * a line above takes columns of blanks, each quote a mark.
 */
static size_t
too_deep(const char *s, size_t len)
{
	size_t marks = 0, blanks = 0, i = 0;

	for (;;) {
		for (; i < len && (s[i] == ' ' || s[i] == '\t'); i++)
			blanks += s[i] == '\t' ? TAB : 1;

		size_t n = mark_at(s + i, len - i);

		if (n == SIZE_MAX)
			return len;
		marks++;
		i += n;
		if (marks + (blanks > marks ? blanks - marks : 0) / ITEM_LEAST >
		    NESTING_MOST)
			return i;
		i++;
	}
}

/* The next place to be escaped in a line that begins at `*i` or after it. */
static size_t
next_place(const char *s, size_t len, size_t *i)
{
	while (*i < len) {
		size_t begin = *i,
		       end = begin + text_line(s + begin, len - begin);
		size_t place;

		*i = end + 1;
		if (end - begin < SHORT)
			continue;
		place = begin + too_deep(s + begin, end - begin);
		if (place < end)
			return place;
	}
	return len;
}

char *
nesting_bound(const char *s, size_t len, size_t *out_len)
{
	size_t i = 0, from = 0, place = next_place(s, len, &i), n = 0;
	char *out;

	if (place == len)
		return NULL;
	/* Of a line that is escaped there are many bytes. */
	out = mem_resize(NULL, len + len / SHORT + 2, 1);
	for (; place < len; place = next_place(s, len, &i)) {
		memcpy(out + n, s + from, place - from);
		n += place - from;
		out[n++] = '\\';
		from = place;
	}
	memcpy(out + n, s + from, len - from);
	*out_len = n + len - from;
	return out;
}
