#include "source/json_scan.h"

#include <stdlib.h>
#include <string.h>

#include "lectern/base/mem.h"
#include "lectern/base/text.h"
#include "lectern/base/translate.h"
#include "source/long_texts.h"

#define LONGEST_NUMBER 100   /* digits; of more there is no use here */
#define MOST_PLAIN     10000 /* values of an array or object, but for objects */

static bool scan_value(struct json_scan *x);

void
json_scan_begin(
    struct json_scan *x, char *s, size_t len, const char *const *cut)
{
	*x = (struct json_scan){.at = s, .end = s + len, .line = 1, .cut = cut};
	if (len >= 3 && memcmp(s, "\xEF\xBB\xBF", 3) == 0)
		x->at += 3;
}

void
json_scan_free(struct json_scan *x)
{
	free(x->objects);
	free(x->mended);
}

static bool
fail(struct json_scan *x, const char *why)
{
	x->fault = why;
	x->fault_line = x->line;
	x->open = x->depth;
	return false;
}

/* The byte that comes next; 0 at the end. */
static char
peek(const struct json_scan *x)
{
	return x->at < x->end ? *x->at : '\0';
}

static void
skip_blanks(struct json_scan *x)
{
	for (; x->at < x->end; x->at++) {
		char c = *x->at;

		if (c != ' ' && c != '\n' && c != '\r' && c != '\t')
			return;
		x->line += c == '\n';
	}
}

static void
put(struct json_scan *x, const char *s, size_t len)
{
	if (x->mute > 0 || len == 0)
		return;
	/* Nothing was cut so far. */
	if (x->to != s)
		memmove(x->to, s, len);
	x->to += len;
}

/* Takes one byte that is there. */
static void
take(struct json_scan *x)
{
	if (x->mute == 0)
		*x->to++ = *x->at;
	x->at++;
}

/* Remembers that not all is read from `start`, in this line, up to here. */
static void
note_long(struct json_scan *x, uint32_t line, const char *start)
{
	if (x->longs && x->mute == 0)
		long_texts_add(x->longs, line, (size_t)(x->at - start));
}

/* Strings. */

/* Writes a piece of a string, as far as the string has room. */
static void
put_piece(struct json_scan *x, const char *s, size_t len)
{
	size_t room = TEXT_MOST - (size_t)(x->to - x->string);
	bool whole = len <= room;

	if (x->full || len == 0)
		return;
	put(x, s, *s == '\\' && !whole ? 0 : text_bound(s, len, room));
	x->full = x->mute == 0 && !whole;
}

static bool
take_escape(struct json_scan *x)
{
	size_t n = 2;

	if (x->end - x->at < 2 || !strchr("\"\\/bfnrtu", x->at[1]) || !x->at[1])
		return fail(x, N_("a backslash before what needs none"));
	if (x->at[1] == 'u') {
		for (n = 2; n < 6; n++) {
			if (x->at + n >= x->end || !x->at[n] ||
			    !strchr("0123456789abcdefABCDEF", x->at[n]))
				return fail(x, N_("\\u without four digits"));
		}
	}
	put_piece(x, x->at, n);
	x->at += n;
	return true;
}

/*
 * Whether eight bytes are of a string that goes on: no quote, backslash or
 * control character is among them.
 */
static bool
goes_on(const char *s)
{
	const uint64_t ones = UINT64_C(0x0101010101010101), high = ones * 0x80;
	uint64_t word, quote, slash;

	memcpy(&word, s, sizeof(word));
	quote = word ^ ones * '"';
	slash = word ^ ones * '\\';
	return !((((word - ones * ' ') & ~word) | ((quote - ones) & ~quote) |
		     ((slash - ones) & ~slash)) &
	    high);
}

/* Takes a string from after its quote to the next one. */
static bool
scan_pieces(struct json_scan *x)
{
	while (x->at < x->end) {
		char *from = x->at;

		while (x->end - x->at >= 8 && goes_on(x->at))
			x->at += 8;
		while (x->at < x->end && *x->at != '"' && *x->at != '\\' &&
		    (unsigned char)*x->at >= ' ')
			x->at++;
		put_piece(x, from, (size_t)(x->at - from));
		if (x->at == x->end)
			break;
		if (*x->at == '"')
			return true;
		if (*x->at == '\\') {
			if (!take_escape(x))
				return false;
			continue;
		}
		x->line += *x->at == '\n';
		*x->at = ' ';
		put_piece(x, x->at++, 1);
	}
	return fail(x, N_("a string without an end"));
}

/* Takes a string with its quotes; control characters become blanks. */
static bool
scan_string(struct json_scan *x)
{
	const char *start = x->at;
	uint32_t line = x->line;

	take(x);
	x->string = x->to;
	x->full = false;
	if (!scan_pieces(x))
		return false;
	if (x->full)
		note_long(x, line, start);
	take(x);
	return true;
}

/* Other plain values. */

static size_t
digits(const struct json_scan *x, size_t n)
{
	while (x->at + n < x->end && text_ascii_digit(x->at[n]))
		n++;
	return n;
}

static bool
is_at(const struct json_scan *x, size_t n, const char *any)
{
	return x->at + n < x->end && x->at[n] && strchr(any, x->at[n]);
}

static bool
scan_number(struct json_scan *x)
{
	size_t n = is_at(x, 0, "-"), first = n;

	n = digits(x, n);
	if (n == first || (x->at[first] == '0' && n > first + 1))
		return fail(x, N_("a number that is none"));
	if (is_at(x, n, ".")) {
		first = ++n;
		if ((n = digits(x, n)) == first)
			return fail(x, N_("a number that is none"));
	}
	if (is_at(x, n, "eE")) {
		first = n += 1 + is_at(x, n + 1, "+-");
		if ((n = digits(x, n)) == first)
			return fail(x, N_("a number that is none"));
	}
	if (n > LONGEST_NUMBER) {
		put(x, "0", 1);
		x->at += n;
		note_long(x, x->line, x->at - n);
	} else {
		put(x, x->at, n);
		x->at += n;
	}
	return true;
}

/* Some programs write numbers that JSON does not have. */
static bool
scan_word(struct json_scan *x)
{
	static const struct {
		const char *word, *is;
	} words[] = {
	    {"true", "true"},
	    {"false", "false"},
	    {"null", "null"},
	    {"NaN", "0"},
	    {"Infinity", "0"},
	    {"-Infinity", "0"},
	};

	for (size_t i = 0; i < sizeof(words) / sizeof(*words); i++) {
		size_t n = strlen(words[i].word);

		if ((size_t)(x->end - x->at) < n ||
		    memcmp(x->at, words[i].word, n) != 0)
			continue;
		x->at += n;
		put(x, words[i].is, strlen(words[i].is));
		return true;
	}
	if (*x->at == '-' || text_ascii_digit(*x->at))
		return scan_number(x);
	return fail(x, N_("no JSON from here on"));
}

/* Arrays and objects. */

static void
note_object(struct json_scan *x)
{
	if (x->mute > 0)
		return;
	x->objects = mem_grow(
	    x->objects, &x->objects_cap, x->nobjects + 1, sizeof(*x->objects));
	x->objects[x->nobjects++] = x->line;
}

/* After a whole member: up to here the text can be mended. */
static void
note_safe(struct json_scan *x)
{
	if (x->mute > 0)
		return;
	x->safe = x->to;
	x->safe_depth = x->depth;
}

/* Whether the name whose quote comes next is to be cut. */
static bool
is_cut(const struct json_scan *x)
{
	size_t room = (size_t)(x->end - x->at);

	for (const char *const *name = x->cut; *name; name++) {
		size_t n;

		if (room < 2 || x->at[1] != **name)
			continue;
		n = strlen(*name);
		if (room > n + 1 && x->at[n + 1] == '"' &&
		    memcmp(*name, x->at + 1, n) == 0)
			return true;
	}
	return false;
}

/* Takes a member's name, colon and value. */
static bool
scan_member(struct json_scan *x)
{
	bool cut, ok;

	if (peek(x) != '"')
		return fail(x,
		    x->at == x->end ? N_("it ends too soon")
				    : N_("an object's member without a name"));
	cut = is_cut(x);
	if (!scan_string(x))
		return false;
	skip_blanks(x);
	if (peek(x) != ':')
		return fail(x, N_("a name without a value"));
	take(x);
	skip_blanks(x);
	cut = cut && is_at(x, 0, "[{");
	x->mute += cut;
	ok = scan_value(x);
	x->mute -= cut;
	if (cut)
		put(x, "0", 1);
	return ok;
}

/* Goes behind the comma after a value; false: there is none. */
static bool
find_comma(struct json_scan *x)
{
	if (x->at == x->end)
		return fail(x, N_("it ends too soon"));
	if (peek(x) != ',')
		return fail(x, N_("no comma between two values"));
	x->at++;
	skip_blanks(x);
	return true;
}

/* Takes all members, but what comes after very many that are no objects. */
static bool
scan_members(struct json_scan *x, char end)
{
	const char *start = x->at;
	const uint32_t line = x->line;
	size_t plain = 0;
	bool over = false;

	skip_blanks(x);
	if (peek(x) == end)
		return true;
	for (;;) {
		bool ok = end == '}' ? scan_member(x) : scan_value(x);

		if (!ok)
			return false;
		plain += x->at[-1] != '}';
		note_safe(x);
		skip_blanks(x);
		if (peek(x) == end)
			break;
		if (!find_comma(x))
			return false;
		if (!over && plain == MOST_PLAIN) {
			over = true;
			x->mute++;
		}
		put(x, ",", 1);
	}
	x->mute -= over;
	if (over)
		note_long(x, line, start);
	return true;
}

static bool
scan_container(struct json_scan *x)
{
	char end = *x->at == '{' ? '}' : ']';

	if (x->depth == JSON_SCAN_DEEPEST)
		return fail(x, N_("values stand too deep in each other"));
	note_object(x);
	x->kind[x->depth++] = end;
	take(x);
	if (!scan_members(x, end))
		return false;
	x->depth--;
	take(x);
	return true;
}

static bool
scan_value(struct json_scan *x)
{
	skip_blanks(x);
	if (x->at >= x->end)
		return fail(x, N_("it ends too soon"));
	switch (peek(x)) {
	case '{':
	case '[':
		return scan_container(x);
	case '"':
		return scan_string(x);
	default:
		return scan_word(x);
	}
}

/* Ends what was open after the last whole value. */
static void
mend(struct json_scan *x)
{
	size_t len = (size_t)(x->safe - x->text), n = x->safe_depth;

	x->len = 0;
	if (!x->safe)
		return;
	x->mended = mem_alloc(len + n + 1, 1);
	memcpy(x->mended, x->text, len);
	while (n > 0)
		x->mended[len++] = x->kind[--n];
	x->text = x->mended;
	x->len = len;
	x->open = x->safe_depth;
}

bool
json_scan_next(struct json_scan *x)
{
	if (x->fault)
		return false;
	skip_blanks(x);
	if (x->at == x->end)
		return false;
	x->text = x->to = x->at;
	x->safe = NULL;
	x->depth = x->nobjects = 0;
	if (scan_value(x))
		x->len = (size_t)(x->to - x->text);
	else
		mend(x);
	return x->len > 0;
}
