#include "source/markdown/dated.h"

#include <stdbool.h>
#include <stdint.h>
#include <string.h>

#include "lectern/base/text.h"
#include "source/markdown/anew.h"
#include "source/markdown/lead_when.h"

#define FEWEST 3 /* items with such a date */

/* Whether a line is an item of an outermost list. */
static bool
is_item(const char *s, size_t len)
{
	return len > 2 && strchr("-*+", *s) && s[1] == ' ' && s[2] != ' ';
}

/* Whether a title of several words begins here: a capital, or a quotation. */
static bool
begins_title(const char *s, size_t len)
{
	uint32_t code;

	if (len < 2 || !memchr(s, ' ', len))
		return false;
	text_decode(s, len, &code);
	return *s == '"' || text_is_upper(code);
}

/* Where the date of an item ends that a title follows; 0: there is none. */
static size_t
date_end(const char *s, size_t len)
{
	size_t n = is_item(s, len) ? lead_date_by_month(s + 2, len - 2) : 0;
	size_t end = n + 2;

	return n > 0 && end + 1 < len && s[end] == ' ' &&
		begins_title(s + end + 1, len - end - 1)
	    ? end
	    : 0;
}

char *
dated_part(struct arena *arena, const char *s, size_t *len)
{
	const char *end = s + *len;
	struct anew w = anew_begin(arena, s, *len);
	size_t items = 0, dated = 0;

	for (size_t n, date; s < end; s += n) {
		n = text_line_whole(s, (size_t)(end - s));
		items += is_item(s, n);
		date = date_end(s, n);
		if (date == 0)
			continue;
		anew_skip(&w, s + date, s + date);
		anew_puts(&w, ":");
		dated++;
	}
	return anew_end(&w, dated >= FEWEST && dated * 2 > items, len);
}
