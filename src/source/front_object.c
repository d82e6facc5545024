#include "source/front_object.h"

#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include "lectern/base/text.h"

#define DEEPEST 8  /* lists and objects in each other */
#define ESCAPED 12 /* bytes of a letter as it is escaped, "\ud83d\ude00" */

struct object {
	struct buffer *out;
	const char *s;
	size_t len, i;
	int depth;
};

static char
here(const struct object *o)
{
	return o->i < o->len ? o->s[o->i] : '\0';
}

/* Where a comment at byte `i` ends; `i`: there is none. */
static size_t
comment_end(const struct object *o, size_t i)
{
	const char *s = o->s + i, *end = NULL;
	size_t len = o->len - i;

	if (len < 2 || s[0] != '/' || (s[1] != '/' && s[1] != '*'))
		return i;
	end = s[1] == '/' ? memchr(s, '\n', len) : memmem(s, len, "*/", 2);
	return !end ? o->len : (size_t)(end - o->s) + (s[1] == '/' ? 1 : 2);
}

/* Goes past blanks, comments, and what parts members. */
static void
skip_between(struct object *o)
{
	size_t i = o->len;

	while (o->i < o->len && i != o->i) {
		i = o->i;
		while (strchr(" \t\r\n,;", o->s[o->i]) && ++o->i < o->len)
			;
		if (o->i < o->len)
			o->i = comment_end(o, o->i);
	}
}

/* The letter of four digits, base 16, at `s`; 0: there are none. */
static uint32_t
hex4(const char *s, size_t len)
{
	uint32_t code = 0;

	for (size_t i = 0; i < 4; i++) {
		const char *digit = i < len && s[i]
		    ? strchr("0123456789abcdef", s[i] | 0x20)
		    : NULL;

		if (!digit)
			return 0;
		code = code * 16 + (uint32_t)(digit - "0123456789abcdef");
	}
	return code;
}

/* Writes what is escaped, at the byte behind the sign; returns its bytes. */
static size_t
put_escaped(struct buffer *out, const char *s, size_t len)
{
	char text[TEXT_CODE_BYTES];
	uint32_t code, low;
	size_t n = 5;

	if (*s != 'u' || (code = hex4(s + 1, len - 1)) == 0) {
		buffer_put(out, strchr("nrtbf", *s) ? " " : s, 1);
		return 1;
	}
	if (code >= 0xd800 && code < 0xdc00 && len >= ESCAPED - 1 &&
	    (low = hex4(s + 7, len - 7)) >= 0xdc00 && low < 0xe000) {
		code = 0x10000 + ((code - 0xd800) << 10) + (low - 0xdc00);
		n = ESCAPED - 1;
	}
	if (code >= 0xd800 && code < 0xe000)
		code = 0xfffd;
	if (code == '\n' || code == '\r')
		code = ' ';
	buffer_put(out, text, text_encode(code, text));
	return n;
}

/* Writes a string, whose quote is here, on one line. */
static void
put_string(struct object *o)
{
	char quote = here(o);

	for (o->i++; o->i < o->len && here(o) != quote; o->i++) {
		if (here(o) == '\\' && o->i + 1 < o->len)
			o->i += put_escaped(
			    o->out, o->s + o->i + 1, o->len - o->i - 1);
		else if (here(o) == '\n' || here(o) == '\r')
			buffer_put(o->out, " ", 1);
		else
			buffer_put(o->out, o->s + o->i, 1);
	}
	o->i++;
}

/* Goes past what is computed: up to a sign that ends it, or the line. */
static void
skip_code(struct object *o)
{
	struct buffer none = {0};
	struct object past = *o;
	int depth = 0;

	past.out = &none;
	for (char c; (c = here(&past)) != '\0';) {
		if (strchr("\"'`", c)) {
			put_string(&past);
			continue;
		}
		if (depth == 0 && strchr(",;\n)]}", c))
			break;
		depth += strchr("([{", c) != NULL;
		depth -= strchr(")]}", c) != NULL;
		past.i++;
	}
	free(none.s);
	o->i = past.i;
}

/* Writes what a word, number, string or day is, and nothing if it is computed. */
static void
put_plain(struct object *o)
{
	static const char day[] = "new Date(";
	size_t end = o->i;

	if (o->len - o->i > sizeof(day) &&
	    memcmp(o->s + o->i, day, strlen(day)) == 0 &&
	    strchr("\"'`", o->s[o->i + strlen(day)])) {
		o->i += strlen(day);
		put_string(o);
		skip_code(o);
		return;
	}

	if (strchr("\"'`", here(o))) {
		put_string(o);
		return;
	}
	while (end < o->len &&
	    (text_ascii_word(o->s[end]) || strchr("-.", o->s[end])))
		end++;
	if (end > o->i && (end == o->len || strchr(" \t\r\n,;]}", o->s[end]))) {
		buffer_put(o->out, o->s + o->i, end - o->i);
		o->i = end;
		return;
	}
	skip_code(o);
}

static void
indent(struct object *o)
{
	for (int i = 1; i < o->depth; i++)
		buffer_puts(o->out, "  ");
}

static void put_members(struct object *o, char close);

/* Writes the members of a list, a line each; of an object one for each of its. */
static void
put_list(struct object *o)
{
	o->i++;
	for (;;) {
		skip_between(o);
		if (o->i >= o->len || here(o) == ']' || o->depth > DEEPEST)
			break;
		if (here(o) == '{') {
			o->i++;
			put_members(o, '}');
			continue;
		}
		indent(o);
		buffer_puts(o->out, "- ");
		if (here(o) == '[' || strchr(")}", here(o)))
			o->i++;
		else
			put_plain(o);
		buffer_puts(o->out, "\n");
	}
	o->i++;
}

/* Writes a value, and ends the line. */
static void
put_value(struct object *o)
{
	char c = here(o);

	if (c != '[' && c != '{') {
		put_plain(o);
		buffer_puts(o->out, "\n");
		return;
	}
	buffer_puts(o->out, "\n");
	o->depth++;
	if (c == '[') {
		put_list(o);
	} else {
		o->i++;
		put_members(o, '}');
	}
	o->depth--;
}

/* The bytes of a key here, with its quotes; 0: there is none. */
static size_t
key_here(const struct object *o, size_t *from, size_t *to)
{
	char quote = here(o);
	size_t i = o->i;

	if (strchr("\"'", quote)) {
		for (i++; i < o->len && o->s[i] != quote; i++)
			;
		*from = o->i + 1;
		*to = i;
		return i < o->len ? i + 1 - o->i : 0;
	}
	while (i < o->len && (text_ascii_word(o->s[i]) || o->s[i] == '$'))
		i++;
	*from = o->i;
	*to = i;
	return i - o->i;
}

/* Writes members up to the sign that closes them; '\0': to the end. */
static void
put_members(struct object *o, char close)
{
	while (o->depth <= DEEPEST) {
		size_t from, to, n;

		skip_between(o);
		if (o->i >= o->len || here(o) == close)
			break;
		n = key_here(o, &from, &to);
		if (n == 0) {
			/* "export default {" */
			o->i++;
			continue;
		}
		o->i += n;
		while (here(o) == ' ' || here(o) == '\t')
			o->i++;
		if (here(o) != ':' && (here(o) != '=' || close != '\0')) {
			/* "const", "export"; a function, or a name alone. */
			if (here(o) == '(')
				skip_code(o);
			continue;
		}
		o->i++;
		while (o->i < o->len && strchr(" \t\r\n", here(o)))
			o->i++;
		indent(o);
		buffer_put(o->out, o->s + from, to - from);
		buffer_puts(o->out, ": ");
		put_value(o);
	}
	o->i++;
}

void
front_object_yaml(struct buffer *out, const char *s, size_t len)
{
	struct object o = {.out = out, .s = s, .len = len, .depth = 1};

	put_members(&o, '\0');
}
