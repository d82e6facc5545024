#include "source/markdown/quoted.h"

#include <stdbool.h>
#include <stddef.h>
#include <string.h>

#include "lectern/base/text.h"
#include "source/markdown/signs.h"

#define KIND_LONGEST 24 /* bytes of what kind a quoted title is of */
#define KIND_WORDS   3

struct quotes {
	const char *open, *close;
	bool words; /* one word in them is none that is quoted */
	bool nest;  /* others of their kind may stand in them */
};

/* Some close with another mark than they should. */
static const struct quotes marks[] = {{"\"", "\"", true, false},
    {"\"", "”", true, false}, {"“", "”", true, false}, {"“", "\"", true, false},
    {"”", "”", true, false}, {"„", "“", true, false}, {"„", "”", true, false},
    {"‘", "’", true, false}, {"'", "'", true, false}, {"«", "»", true, true},
    {"»", "«", true, false}, {"《", "》", false, true},
    {"「", "」", false, true}, {"『", "』", false, true}};

/* Whether they close with a sign that is an apostrophe, too. */
static bool
is_apostrophe(const struct quotes *quotes)
{
	return *quotes->close == '\'' || strcmp(quotes->close, "’") == 0;
}

/*
 * The sign that closes what is quoted from byte `at` on, behind quotations within
 * it; NULL: there is none.
 */
static const char *
find_close(const struct quotes *quotes, const char *s, uint32_t at, uint32_t to)
{
	size_t n = strlen(quotes->open), m = strlen(quotes->close);
	const char *end = memmem(s + at, to - at, quotes->close, m),
		   *first = end;
	const char *from = s + at;

	/* An apostrophe stands within or behind a word. */
	while (end && is_apostrophe(quotes) &&
	    (end == from || end[-1] == ' ' ||
		(end + m < s + to && text_word_byte(end[m]))))
		end = memmem(
		    end + m, (size_t)(s + to - end) - m, quotes->close, m);
	if (!quotes->nest)
		return end;
	while (end &&
	    (from = memmem(from, (size_t)(end - from), quotes->open, n))) {
		from += n;
		end = memmem(
		    end + m, (size_t)(s + to - end) - m, quotes->close, m);
	}
	return end ? end : first;
}

/* The quotes that byte `from` begins, and where they close; NULL: none. */
static const struct quotes *
find_quotes(const char *s, uint32_t from, uint32_t to, uint32_t *close)
{
	if (from == to || !text_ascii_any(s[from], "\"'\xc2\xe2\xe3"))
		return NULL;
	for (size_t i = 0; i < sizeof(marks) / sizeof(*marks); i++) {
		size_t n;
		const char *end;

		if (*marks[i].open != s[from])
			continue;
		n = strlen(marks[i].open);
		if (to - from <= n || memcmp(s + from, marks[i].open, n) != 0)
			continue;
		end = find_close(&marks[i], s, from + (uint32_t)n, to);
		if (end) {
			*close = (uint32_t)(end - s);
			return &marks[i];
		}
	}
	return NULL;
}

uint32_t
quoted_end(const char *s, uint32_t from, uint32_t to)
{
	uint32_t close;
	const struct quotes *quotes = find_quotes(s, from, to, &close);

	return quotes && (!quotes->words || memchr(s + from, ' ', close - from))
	    ? close + (uint32_t)strlen(quotes->close)
	    : from;
}

/* Where the quotation opens that closes at byte `to`; `to`: there is none. */
static uint32_t
open_of(const struct quotes *quotes, const char *s, uint32_t from, uint32_t to)
{
	uint32_t m = (uint32_t)strlen(quotes->close), n;

	if (to <= from || quotes->close[m - 1] != s[to - 1])
		return to;
	n = (uint32_t)strlen(quotes->open);
	if (to - from <= n + m || memcmp(s + to - m, quotes->close, m) != 0)
		return to;
	for (uint32_t at = to - m - n;; at--) {
		if (memcmp(s + at, quotes->open, n) == 0)
			return at;
		if (at == from)
			return to;
	}
}

uint32_t
quoted_last(const char *s, uint32_t from, uint32_t to)
{
	for (size_t i = 0; i < sizeof(marks) / sizeof(*marks); i++) {
		uint32_t at = open_of(&marks[i], s, from, to);

		if (at < to && at > from + 1 && s[at - 1] == ' ' &&
		    strchr(",:-)", s[at - 2]))
			return at;
	}
	return to;
}

bool
quoted_any(const char *s, uint32_t from, uint32_t to)
{
	for (; from < to; from++) {
		uint32_t close;

		if (find_quotes(s, from, to, &close))
			return true;
	}
	return false;
}

uint32_t
quoted_behind(const char *s, uint32_t from, uint32_t to)
{
	uint32_t words = 1;

	for (uint32_t i = from; i < to && i < from + KIND_LONGEST; i++) {
		size_t n;

		if (text_word_byte(s[i]) || s[i] == '-')
			continue;
		n = sign_dash(s + i, to - i);
		if (n == 0)
			n = sign_colon(s + i, to - i);
		if (n > 0)
			return quoted_end(s, i + (uint32_t)n, to) > i + n
			    ? i + (uint32_t)n
			    : to;
		if (s[i] != ' ' || ++words > KIND_WORDS)
			break;
	}
	return to;
}

void
quoted_strip(const char *s, uint32_t *from, uint32_t *to)
{
	uint32_t close, end = *to;
	const struct quotes *quotes = find_quotes(s, *from, *to, &close);

	if (end > *from && s[end - 1] == '.')
		end--;
	if (!quotes || close + strlen(quotes->close) != end)
		return;
	*from += (uint32_t)strlen(quotes->open);
	/* "Title," Event */
	if (close > *from + 2 && strchr(".,", s[close - 1]) &&
	    s[close - 2] != '.')
		close--;
	*to = close;
}
