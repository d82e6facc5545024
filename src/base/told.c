#include "lectern/base/told.h"

#include <stdarg.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "lectern/base/arena.h"
#include "lectern/base/buffer.h"
#include "lectern/base/mem.h"
#include "lectern/base/text.h"
#include "lectern/base/translate.h"

/*
 * A text is messages with what belongs to them, each after a tab and a sign of
 * what it is:
 *
 *     MESSAGE [ # MESSAGE OF MANY ] [ % FILLED IN ]... [ = NUMBER ]
 *     + NEXT MESSAGE ...
 */
#define MANY   '#'
#define FILLED '%'
#define NUMBER '='
#define NEXT   '+'

#define FILLED_MOST  8 /* places of a message */
#define NUMBER_BYTES 24

struct message {
	const char *one, *many; /* `many` may be NULL */
	unsigned long n;
	const char *filled[FILLED_MOST];
	size_t nfilled;
};

/* Keeping */

static void
put(struct buffer *out, char sign, const char *s)
{
	const char tab[] = {'\t', sign, '\0'};

	buffer_puts(out, tab);
	for (size_t n; *s; s += n + (s[n] == '\t')) {
		n = strcspn(s, "\t");
		buffer_put(out, s, n);
		if (s[n] == '\t')
			buffer_puts(out, " ");
	}
}

/* Puts in what the conversions of a format ask for. */
static void
put_filled(struct buffer *out, const char *format, va_list args)
{
	char number[NUMBER_BYTES];

	while ((format = strchr(format, '%'))) {
		switch (*++format) {
		case 's':
			put(out, FILLED, va_arg(args, const char *));
			break;
		case 'd':
			snprintf(
			    number, sizeof(number), "%d", va_arg(args, int));
			put(out, FILLED, number);
			break;
		case 'u':
			snprintf(number, sizeof(number), "%u",
			    va_arg(args, unsigned));
			put(out, FILLED, number);
			break;
		case 'z':
			snprintf(number, sizeof(number), "%zu",
			    va_arg(args, size_t));
			put(out, FILLED, number);
			break;
		default:
			break;
		}
		format += *format != '\0';
	}
}

static const char *
keep(struct arena *arena, struct buffer *out)
{
	const char *text = arena_dup(arena, out->s, out->len);

	free(out->s);
	return text;
}

const char *
told(struct arena *arena, const char *format, ...)
{
	struct buffer out = {0};
	va_list args;

	buffer_puts(&out, format);
	va_start(args, format);
	put_filled(&out, format, args);
	va_end(args);
	return keep(arena, &out);
}

const char *
told_many(struct arena *arena, unsigned long n, const char *one,
    const char *many, ...)
{
	struct buffer out = {0};
	char number[NUMBER_BYTES];
	va_list args;

	snprintf(number, sizeof(number), "%lu", n);
	buffer_puts(&out, one);
	put(&out, MANY, many);
	va_start(args, many);
	put_filled(&out, many, args);
	va_end(args);
	put(&out, NUMBER, number);
	return keep(arena, &out);
}

const char *
told_word(struct arena *arena, const char *word)
{
	struct buffer out = {0};

	buffer_puts(&out, "%s");
	put(&out, FILLED, word);
	return keep(arena, &out);
}

const char *
told_join(
    struct arena *arena, const char *a, const char *between, const char *b)
{
	const char next[] = {'\t', NEXT, '\0'};
	char *text = arena_alloc(
	    arena, strlen(a) + strlen(between) + strlen(b) + 2 * sizeof(next));
	char *end = stpcpy(stpcpy(text, a), next);

	stpcpy(stpcpy(stpcpy(end, between), next), b);
	return text;
}

size_t
told_kind(const char *text)
{
	static const char filled[] = {'\t', FILLED, '\0'};
	const char *end = strstr(text, filled);

	return end ? (size_t)(end - text) : strlen(text);
}

/* Telling */

static const char *
form_of(const struct message *m, bool translated)
{
	if (!translated)
		return m->many && m->n != 1 ? m->many : m->one;
	if (m->many)
		return ngettext(m->one, m->many, m->n);
	/* The empty message is the head of the catalogue. */
	return *m->one ? gettext(m->one) : m->one;
}

/*
 * Returns the end of the conversion after a per cent sign, and which of those
 * filled in it is, counted from 1; 0: the next.
 */
static const char *
conversion(const char *s, size_t *which)
{
	size_t n = 0;

	*which = 0;
	for (; text_ascii_digit(*s) && n < FILLED_MOST; s++)
		n = 10 * n + (size_t)(*s - '0');
	if (*s == '$') {
		*which = n;
		s++;
	}
	s += *s == 'z';
	return s + (*s != '\0');
}

static void
tell(struct buffer *out, const struct message *m, bool translated)
{
	const char *s = form_of(m, translated);
	size_t next = 0, which;

	for (size_t n; *s;) {
		n = strcspn(s, "%");
		buffer_put(out, s, n);
		s += n;
		if (*s == '\0')
			break;
		if (*++s == '%') {
			buffer_put(out, s++, 1);
			continue;
		}
		s = conversion(s, &which);
		which = which > 0 ? which - 1 : next++;
		if (which < m->nfilled)
			buffer_puts(out, m->filled[which]);
	}
}

/* Takes what stands after a tab; returns whether a message is at its end. */
static bool
take(struct message *m, char sign, const char *s)
{
	switch (sign) {
	case MANY:
		m->many = s;
		return false;
	case FILLED:
		if (m->nfilled < FILLED_MOST)
			m->filled[m->nfilled++] = s;
		return false;
	case NUMBER:
		m->n = strtoul(s, NULL, 10);
		return false;
	default:
		return sign == NEXT;
	}
}

static char *
tell_all(const char *text, bool translated)
{
	char *copy = mem_dup(text, strlen(text));
	struct message m = {.one = copy};
	struct buffer out = {0};

	buffer_puts(&out, "");
	/* What stands after a tab is taken when the next one has ended it. */
	for (char *at = strchr(copy, '\t'), *next; at && at[1]; at = next) {
		*at = '\0';
		next = strchr(at + 2, '\t');
		if (next)
			*next = '\0';
		if (take(&m, at[1], at + 2)) {
			tell(&out, &m, translated);
			m = (struct message){.one = at + 2};
		}
	}
	copy[strcspn(copy, "\t")] = '\0';
	tell(&out, &m, translated);
	free(copy);
	return out.s;
}

char *
told_text(const char *text)
{
	return tell_all(text, true);
}

char *
told_english(const char *text)
{
	return tell_all(text, false);
}
