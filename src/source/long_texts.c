#include "source/long_texts.h"

#include <stdlib.h>
#include <string.h>

#include "lectern/base/arena.h"
#include "lectern/base/mem.h"
#include "lectern/base/text.h"
#include "lectern/base/told.h"

#define LAST   ((size_t)1 << 12) /* bytes of a stretch's end that are kept */
#define ENTITY 12                /* bytes that an XML entity has at most */

struct long_text {
	uint32_t line;
	size_t len;
};

void
long_texts_add(struct long_texts *longs, uint32_t line, size_t len)
{
	longs->text = mem_grow(
	    longs->text, &longs->cap, longs->n + 1, sizeof(*longs->text));
	longs->text[longs->n++] = (struct long_text){line, len};
}

/* The last of two bytes; NULL: there is none. */
static char *
find_last(char *s, size_t len, const char ends[2])
{
	char *end = memrchr(s, ends[0], len);

	return end ? end : memrchr(s, ends[1], len);
}

/* The first of two bytes; NULL: there is none. */
static const char *
find_first(const char *s, size_t len, const char ends[2])
{
	const char *end = memchr(s, ends[0], len);
	const char *other = memchr(s, ends[1], end ? (size_t)(end - s) : len);

	return other ? other : end;
}

/* The bytes of a stretch of which `n` are known. */
static size_t
stretch_len(const char *s, size_t len, size_t n, const char ends[2])
{
	while (n < len) {
		size_t piece = len - n < TEXT_MOST ? len - n : TEXT_MOST;
		const char *end = find_first(s + n, piece, ends);

		if (end)
			return (size_t)(end - s);
		n += piece;
	}
	return len;
}

/*
 * Finds the next long stretch at or after `*at`, and moves there.  Most of a
 * document is not looked at.
 */
static size_t
find_long(char *s, size_t len, const char ends[2], size_t *at)
{
	while (len - *at > TEXT_MOST) {
		char *from = s + *at, *end = find_last(from, TEXT_MOST, ends);

		if (!end)
			return stretch_len(from, len - *at, TEXT_MOST, ends);
		*at = (size_t)(end + 1 - s);
	}
	return 0;
}

/* How many bytes of a stretch are kept first, without half of anything. */
static size_t
keep_first(const char *s, size_t len)
{
	size_t n = text_bound(s, len, TEXT_MOST - LAST);
	size_t near = n < ENTITY ? n : ENTITY;
	const char *entity = memrchr(s + n - near, '&', near);

	if (!entity || memchr(entity, ';', (size_t)(s + n - entity)))
		return n;
	return (size_t)(entity - s);
}

/* Where what is kept last begins. */
static size_t
keep_last(const char *s, size_t len)
{
	size_t from = len - LAST;
	const char *entity;

	while (from < len && ((unsigned char)s[from] & 0xC0) == 0x80)
		from++;
	entity = memchr(
	    s + from, ';', len - from < ENTITY ? len - from : ENTITY);
	return entity ? (size_t)(entity + 1 - s) : from;
}

static uint32_t
count(const char *s, size_t len, char c)
{
	uint32_t n = 0;
	const char *end = s + len;

	for (; (s = memchr(s, c, (size_t)(end - s))); s++)
		n++;
	return n;
}

/* Writes a stretch without its middle to `to`; returns how many bytes. */
static size_t
put(char *to, const char *s, size_t len, char line_end)
{
	size_t n = keep_first(s, len), last = keep_last(s, len);
	uint32_t lines = count(s + n, last - n, line_end);

	if (lines > TEXT_MOST)
		lines = TEXT_MOST;
	memmove(to, s, n);
	/* There is room: each of them stands between the two. */
	memset(to + n, line_end, lines);
	memmove(to + n + lines, s + last, len - last);
	return n + lines + len - last;
}

void
long_texts_cut(
    struct long_texts *longs, struct bytes *bytes, const char ends[2])
{
	char *s = bytes->s;
	const char line_end = memchr(s, '\n', bytes->len) ? '\n' : '\r';
	size_t at = 0, done = 0, to = 0, len;
	uint32_t line = 1;

	while ((len = find_long(s, bytes->len, ends, &at)) > 0) {
		line += count(s + done, at - done, line_end);
		long_texts_add(longs, line, len);
		line += count(s + at, len, line_end);
		memmove(s + to, s + done, at - done);
		to += at - done;
		to += put(s + to, s + at, len, line_end);
		at += len;
		done = at;
	}
	if (done == 0)
		return;
	memmove(s + to, s + done, bytes->len - done);
	bytes->len = to + bytes->len - done;
}

void
long_texts_free(struct long_texts *longs)
{
	free(longs->text);
	*longs = (struct long_texts){0};
}

void
long_texts_warn(struct long_texts *longs, struct build *build)
{
	for (size_t i = 0; i < longs->n; i++) {
		const struct long_text *text = &longs->text[i];
		size_t tenths = (text->len + 50000) / 100000;

		build_warn(build, text->line,
		    told(build_arena(build),
			"%zu.%zu MB in one text or list, too long to be "
			"read whole",
			tenths / 10, tenths % 10));
	}
	long_texts_free(longs);
}
