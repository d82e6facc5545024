#include "source/markdown/table.h"

#include <string.h>

#include "lectern/base/text.h"

static void
trim(struct extent *e)
{
	while (e->len > 0 && text_ascii_blank(*e->s)) {
		e->s++;
		e->len--;
	}
	while (e->len > 0 && text_ascii_blank(e->s[e->len - 1]))
		e->len--;
}

/* The byte of the next bar that is not escaped, or `len`. */
static size_t
next_bar(const char *s, size_t len, size_t i)
{
	const char *from = s + i, *bar = from;

	while (i < len && (bar = memchr(bar, '|', (size_t)(s + len - bar)))) {
		if (bar == from || bar[-1] != '\\')
			return (size_t)(bar - s);
		bar++;
	}
	return len;
}

bool
table_cell(const char *s, size_t len, size_t *at, struct extent *cell)
{
	struct extent row = {s, len};

	trim(&row);

	size_t i = *at > 0 ? *at : (size_t)(row.s - s);
	size_t end = (size_t)(row.s - s) + row.len;

	if (*at == 0 && i < end && s[i] == '|')
		i++;
	if (i >= end)
		return false;

	size_t bar = next_bar(s, end, i);

	*cell = (struct extent){s + i, bar - i};
	trim(cell);
	*at = bar + 1;
	return true;
}

size_t
table_count(const char *s, size_t len)
{
	size_t n = 0;
	struct extent cell;

	for (size_t at = 0; table_cell(s, len, &at, &cell);)
		n++;
	return n;
}

static bool
is_rule(struct extent cell)
{
	size_t dashes = 0;

	for (size_t i = 0; i < cell.len; i++) {
		bool at_end = i == 0 || i + 1 == cell.len;

		if (cell.s[i] == '-')
			dashes++;
		else if (cell.s[i] != ':' || !at_end)
			return false;
	}
	return dashes > 0;
}

bool
table_is_delimiter(const char *s, size_t len)
{
	struct extent cell;
	size_t n = 0;

	if (!memchr(s, '|', len))
		return false;
	for (size_t at = 0; table_cell(s, len, &at, &cell); n++) {
		if (!is_rule(cell))
			return false;
	}
	return n > 0;
}
