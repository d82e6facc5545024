#include <stdlib.h>
#include <string.h>

#include "base/text_code.h"
#include "lectern/base/arena.h"
#include "lectern/base/mem.h"
#include "lectern/base/text.h"

/*
 * Folding for search.  Each code point is folded by itself, without looking at
 * its neighbours: so the fold of a text is the folds of its parts, one after
 * the other, and the map from folded to shown text is exact.
 */

/* Letters that do not decompose, and punctuation, as people type them. */
static const struct {
	uint32_t code;
	const char *ascii;
} spelled[] = {
    {0x00AD, ""},                                  /* soft hyphen */
    {0x00AB, "\""},                                /* guillemets */
    {0x00BB, "\""}, {0x00E6, "ae"}, {0x00F0, "d"}, /* eth */
    {0x00F8, "o"},                                 /* o with stroke */
    {0x00FE, "th"},                                /* thorn */
    {0x0111, "d"},                                 /* d with stroke */
    {0x0127, "h"},                                 /* h with stroke */
    {0x0131, "i"},                                 /* dotless i */
    {0x0138, "k"},                                 /* kra */
    {0x0142, "l"},                                 /* l with stroke */
    {0x014B, "n"},                                 /* eng */
    {0x0153, "oe"}, {0x0167, "t"},                 /* t with stroke */
    {0x0180, "b"},                                 /* b with stroke */
    {0x0188, "c"},                                 /* c with hook */
    {0x0199, "k"},                                 /* k with hook */
    {0x019A, "l"},                                 /* l with bar */
    {0x01B6, "z"},                                 /* z with stroke */
    {0x01E5, "g"},                                 /* g with stroke */
    {0x0237, "j"},                                 /* dotless j */
    {0x023C, "c"},                                 /* c with stroke */
    {0x0253, "b"},                                 /* b with hook */
    {0x0257, "d"},                                 /* d with hook */
    {0x0268, "i"},                                 /* i with stroke */
    {0x0289, "u"},                                 /* u bar */
    {0x2010, "-"},                                 /* hyphens and dashes */
    {0x2011, "-"}, {0x2012, "-"}, {0x2013, "-"}, {0x2014, "-"}, {0x2015, "-"},
    {0x2018, "'"}, /* quotation marks */
    {0x2019, "'"}, {0x201A, "'"}, {0x201B, "'"}, {0x201C, "\""}, {0x201D, "\""},
    {0x201E, "\""}, {0x201F, "\""}, {0x2032, "'"}, /* primes */
    {0x2039, "'"}, {0x203A, "'"}, {0x2212, "-"},   /* minus */
};

static const char *
spelling(uint32_t c)
{
	size_t low = 0, high = sizeof(spelled) / sizeof(spelled[0]);

	while (low < high) {
		size_t mid = (low + high) / 2;

		if (spelled[mid].code == c)
			return spelled[mid].ascii;
		if (spelled[mid].code < c)
			low = mid + 1;
		else
			high = mid;
	}
	return NULL;
}

/* Combining marks that people leave out, joiners and variation selectors. */
static bool
is_dropped(uint32_t c)
{
	return (c >= 0x0300 && c <= 0x036F) || (c >= 0x1AB0 && c <= 0x1AFF) ||
	    (c >= 0x1DC0 && c <= 0x1DFF) || (c >= 0x20D0 && c <= 0x20FF) ||
	    (c >= 0x200B && c <= 0x200D) || (c >= 0xFE00 && c <= 0xFE0F);
}

/* Ideographs are most of CJK text and fold to themselves. */
static bool
is_ideograph(uint32_t c)
{
	return (c >= 0x3400 && c <= 0x4DBF) || (c >= 0x4E00 && c <= 0x9FFF);
}

/* The result of a fold as it grows, with its map. */
struct folded {
	char *s;
	uint32_t *map; /* NULL: not wanted */
	size_t len, cap, map_cap;
	bool want_map;
	bool strip; /* capitals stay capitals */
};

static void
emit(struct folded *f, const char *s, size_t len, size_t from)
{
	f->s = mem_grow(f->s, &f->cap, f->len + len + 1, 1);
	memcpy(f->s + f->len, s, len);
	if (f->want_map) {
		f->map = mem_grow(
		    f->map, &f->map_cap, f->len + len + 1, sizeof(*f->map));
		for (size_t i = 0; i < len; i++)
			f->map[f->len + i] = (uint32_t)from;
	}
	f->len += len;
}

static void
emit_code(struct folded *f, uint32_t c, size_t from)
{
	const char *ascii = spelling(c);
	char utf8[TEXT_CODE_MOST];

	if (is_dropped(c))
		return;
	if (ascii) {
		emit(f, ascii, strlen(ascii), from);
		return;
	}
	emit(f, utf8, text_code_encode(c, utf8), from);
}

/* A capital stays one, in ASCII where its small letter has a spelling there. */
static void
emit_capital(struct folded *f, uint32_t c, size_t from)
{
	const char *ascii = spelling(text_code_lower(c));

	if (!ascii)
		emit_code(f, c, from);
	for (; ascii && *ascii; ascii++) {
		char upper = (char)(*ascii >= 'a' && *ascii <= 'z'
			? *ascii - ('a' - 'A')
			: *ascii);

		emit(f, &upper, 1, from);
	}
}

static void
strip_code(struct folded *f, uint32_t c, size_t from)
{
	size_t n1, n2;
	uint32_t *parts = text_code_decompose(c, &n1);

	for (size_t i = 0; parts && i < n1; i++) {
		uint32_t *lower = NULL;

		if (text_is_upper(parts[i])) {
			emit_capital(f, parts[i], from);
			continue;
		}
		lower = text_code_fold(parts + i, 1, &n2);
		for (size_t k = 0; lower && k < n2; k++)
			emit_code(f, lower[k], from);
		free(lower);
	}
	free(parts);
}

/* NFKD, full case folding, NFKD again (folding may compose). */
static void
fold_code(struct folded *f, uint32_t c, size_t from)
{
	if (is_ideograph(c) || spelling(c)) {
		emit_code(f, c, from);
		return;
	}

	size_t n1, n2;
	uint32_t *decomposed = text_code_decompose(c, &n1);
	uint32_t *lower = decomposed ? text_code_fold(decomposed, n1, &n2)
				     : NULL;

	for (size_t i = 0; lower && i < n2; i++)
		emit_code(f, lower[i], from);
	free(decomposed);
	free(lower);
}

/* No branches, so that compilers make vector code of it. */
static void
lower_ascii(char *s, size_t len)
{
	for (size_t i = 0; i < len; i++)
		s[i] |= (char)((unsigned char)(s[i] - 'A') < 26 ? 'a' - 'A'
								: 0);
}

/* The bytes of ASCII that the text begins with. */
static size_t
ascii_run(const char *s, size_t len)
{
	size_t n = 0;

	while (n < len && (unsigned char)s[n] < 0x80)
		n++;
	return n;
}

/* Even where not all is ASCII, most of it is. */
static void
fold_ascii(struct folded *f, const char *s, size_t len, size_t from)
{
	emit(f, s, len, from);
	if (!f->strip)
		lower_ascii(f->s + f->len - len, len);
	for (size_t i = 0; f->want_map && i < len; i++)
		f->map[f->len - len + i] = (uint32_t)(from + i);
}

static void
fold(struct folded *f, const char *s, size_t len)
{
	f->s = mem_grow(f->s, &f->cap, len + 1, 1);
	for (size_t i = 0, n; i < len; i += n) {
		uint32_t c;

		n = ascii_run(s + i, len - i);
		if (n > 0) {
			fold_ascii(f, s + i, n, i);
			continue;
		}
		n = text_decode(s + i, len - i, &c);
		if (f->strip && !is_ideograph(c) && !spelling(c))
			strip_code(f, c, i);
		else
			fold_code(f, c, i);
	}
}

char *
text_fold_map(struct arena *arena, const char *s, size_t len, bool strip,
    size_t *out_len, uint32_t **map)
{
	struct folded f = {.want_map = true, .strip = strip};

	fold(&f, s, len);
	char *folded = arena_dup(arena, f.s, f.len);

	*map = arena_alloc(arena, (f.len + 1) * sizeof(**map));
	if (f.len)
		memcpy(*map, f.map, f.len * sizeof(**map));
	(*map)[f.len] = (uint32_t)len;
	*out_len = f.len;
	free(f.s);
	free(f.map);
	return folded;
}

char *
text_fold(struct arena *arena, const char *s, size_t len, size_t *out_len)
{
	if (text_is_ascii(s, len)) {
		char *folded = arena_dup(arena, s, len);

		lower_ascii(folded, len);
		if (out_len)
			*out_len = len;
		return folded;
	}

	struct folded f = {0};

	fold(&f, s, len);
	char *folded = arena_dup(arena, f.s, f.len);

	free(f.s);
	if (out_len)
		*out_len = f.len;
	return folded;
}

char *
text_strip(struct arena *arena, const char *s, size_t len, size_t *out_len)
{
	struct folded f = {.strip = true};
	char *stripped;

	if (text_is_ascii(s, len)) {
		if (out_len)
			*out_len = len;
		return arena_dup(arena, s, len);
	}
	fold(&f, s, len);
	stripped = arena_dup(arena, f.s, f.len);
	free(f.s);
	if (out_len)
		*out_len = f.len;
	return stripped;
}
