#include <endian.h>
#include <stdlib.h>
#include <string.h>

#include "base/text_fold_table.h"
#include "lectern/base/arena.h"
#include "lectern/base/mem.h"
#include "lectern/base/text.h"

/*
 * Folding.  Each code point is folded by itself, whatever its neighbours are.
 * So the fold of a text is the folds of its parts, one after the other, and the
 * map from folded to shown text is exact.
 *
 * A table has the fold of each code point (see text_fold_gen.c); ASCII is
 * folded eight bytes at a time.  Both write a few bytes too many, for which
 * there is always room: copying a whole register is cheaper than counting
 * bytes.
 */

#define WORD   8
#define ROOM   (FOLD_GROWTH + WORD) /* that a code point may take */
#define MOST   12                   /* bytes that nearly any fold has at most */
#define ENOUGH 1024                 /* bytes of most texts */
#define FOLD   0                    /* rows of stages[] */
#define STRIP  1

/* Inlined into a loop that is compiled once for each kind of fold. */
#define FAST static inline __attribute__((always_inline))

#define TWOS        0x800  /* the first code point of three bytes */
#define SURROGATES  0xD800 /* these are none, and how many there are */
#define NSURROGATES 0x800

#define HANGUL    0xAC00 /* the first syllable, and how many there are */
#define SYLLABLES 11172
#define VOWELS    21
#define FINALS    28 /* with none */

/* The result of a fold as it grows, with its map where that is wanted. */
struct folded {
	char *s;
	uint32_t *map;
	size_t len, cap;
	char few[ENOUGH];            /* where `s` is to begin with, */
	uint32_t few_places[ENOUGH]; /* and the map */
};

/* Makes room for another code point, or eight bytes of ASCII. */
static void
grow(struct folded *f, bool want_map)
{
	size_t cap = 2 * f->cap;
	char *s = mem_resize(f->s == f->few ? NULL : f->s, cap, 1);

	if (f->s == f->few)
		memcpy(s, f->few, f->len);
	f->s = s;
	f->cap = cap;
	if (!want_map)
		return;

	bool few = f->map == f->few_places;

	f->map = mem_resize(few ? NULL : f->map, cap, sizeof(*f->map));
	if (few)
		memcpy(f->map, f->few_places, f->len * sizeof(*f->map));
}

/* Lowers the letters of eight bytes; what is not ASCII stays. */
FAST uint64_t
lower_word(uint64_t word)
{
	const uint64_t each = UINT64_C(0x0101010101010101), high = each << 7;
	uint64_t low = word & ~high;
	uint64_t from_a = low + (0x80 - 'A') * each;
	uint64_t after_z = low + (0x7F - 'Z') * each;

	return word | ((from_a ^ after_z) & ~word & high) >> 2;
}

/*
 * Returns how many of the eight bytes at `s` (read as `word`) come before one
 * that is not ASCII.
 */
FAST size_t
count_ascii(uint64_t word, const char *s)
{
	size_t n = 0;

	word &= UINT64_C(0x8080808080808080);
	if (word == 0)
		return WORD;
#if defined(__GNUC__) && __BYTE_ORDER__ == __ORDER_LITTLE_ENDIAN__
	(void)s;
	n = (size_t)__builtin_ctzll(word) / 8;
#else
	while ((unsigned char)s[n] < 0x80)
		n++;
#endif
	return n;
}

/* Folds one to eight bytes of ASCII to `out`; returns how many. */
FAST size_t
fold_ascii(char *out, const char *s, size_t len, int kind)
{
	uint64_t word = UINT64_MAX;
	size_t n;

	/* Compilers copy a known length without a call. */
	if (len >= WORD)
		memcpy(&word, s, WORD);
	else
		memcpy(&word, s, len);
	n = count_ascii(word, s);
	if (kind == FOLD)
		word = lower_word(word);
	memcpy(out, &word, WORD);
	return n;
}

/* Decomposes it (The Unicode Standard, 3.12); returns how many bytes it wrote. */
static inline size_t
put_syllable(char *out, uint32_t number)
{
	uint32_t pair = number / FINALS, end = number % FINALS;
	uint32_t start = pair / VOWELS, code = 0x27 + end;
	/* U+1100, U+1161 and the first two bytes of U+1180: the first of each. */
	uint64_t word = UINT64_C(0x86E1A185E18084E1);

	word += start << 16;
	word += (uint64_t)(pair - start * VOWELS) << 40;
	word += (uint64_t)(code >> 6) << 56;
	word = htole64(word);
	memcpy(out, &word, WORD);
	/* There is room for the end, and most syllables have it. */
	out[WORD] = (char)(0x80 | (code & 0x3F));
	return end > 0 ? WORD + 1 : 6;
}

/*
 * Folds as many code points of two bytes to `out`, up to `last`, as there are
 * (at `s`, clean text); returns their bytes, and in `*n` what it wrote.
 */
FAST size_t
fold_twos(char *out, const char *last, const char *s, size_t len, int kind,
    size_t *n, uint32_t *map, size_t from)
{
	const unsigned char *u = (const unsigned char *)s;
	char *begin = out;
	size_t i = 0;

	for (; i + 2 <= len && u[i] >= 0xC2 && u[i] < 0xE0 &&
	     (u[i + 1] & 0xC0) == 0x80 && out <= last;
	     i += 2) {
		const uint8_t *two =
		    twos[kind][(u[i] & 0x1Fu) << 6 | (u[i + 1] & 0x3Fu)];

		memcpy(out, two, WORD);
		for (size_t k = 0; map && k < WORD; k++)
			map[(size_t)(out - begin) + k] = (uint32_t)(from + i);
		out += two[WORD - 1];
	}
	*n = (size_t)(out - begin);
	return i;
}

/* Decodes a code point of three bytes or, which are few, more. */
FAST size_t
decode(const char *s, size_t len, uint32_t *code)
{
	uint32_t word = 0;

	if (len >= sizeof(word))
		memcpy(&word, s, sizeof(word));
	word = le32toh(word);
	if ((word & 0xC0C0F0) == 0x8080E0) {
		*code = (word & 0xF) << 12 | (word >> 8 & 0x3F) << 6 |
		    (word >> 16 & 0x3F);
		if (*code >= TWOS && *code - SURROGATES >= NSURROGATES)
			return 3;
	}
	return text_decode(s, len, code);
}

/*
 * Folds the code point at `s`, not ASCII, to `out`; returns its bytes, and in
 * `*n` those that it wrote.
 */
FAST size_t
fold_code(char *out, const char *s, size_t len, int kind, size_t *n)
{
	uint32_t code;
	size_t taken = decode(s, len, &code);

	if (code - HANGUL < SYLLABLES) {
		*n = put_syllable(out, code - HANGUL);
		return taken;
	}
	size_t at = pages[stages[kind][code / PAGE]][code % PAGE];

	*n = taken;
	if (at > 0) {
		*n = answers[at];
		memcpy(out, &answers[at + 1], WORD);
		if (*n > WORD)
			memcpy(out, &answers[at + 1], *n);
	} else if (len >= WORD) {
		/* Known lengths are copied without a call. */
		memcpy(out, s, WORD);
	} else {
		memcpy(out, s, taken);
	}
	return taken;
}

/*
 * Folds until it needs more room; returns how many bytes it took.  Compiled for
 * each kind of fold, so that it does not test for what it need not do.
 */
FAST size_t
fold_some(struct folded *f, const char *s, size_t len, size_t from, int kind,
    bool want_map)
{
	char *out = f->s + f->len, *const last = f->s + f->cap - ROOM;
	uint32_t *map = want_map ? f->map + f->len : NULL;
	size_t i = from, n, taken;

	for (; i < len && out <= last; i += taken, out += n) {
		if ((unsigned char)s[i] < 0x80) {
			n = taken = fold_ascii(out, s + i, len - i, kind);
			for (size_t k = 0; want_map && k < WORD; k++)
				map[k] = (uint32_t)(i + k);
		} else if ((unsigned char)s[i] < 0xE0 &&
		    (taken = fold_twos(
			 out, last, s + i, len - i, kind, &n, map, i)) > 0) {
			/* That was a run of them. */
		} else {
			taken = fold_code(out, s + i, len - i, kind, &n);
			for (size_t k = 0; want_map && k < MOST; k++)
				map[k] = (uint32_t)i;
			for (size_t k = MOST; want_map && k < n; k++)
				map[k] = (uint32_t)i;
		}
		if (want_map)
			map += n;
	}
	f->len = (size_t)(out - f->s);
	return i - from;
}

FAST void
fold_all(struct folded *f, const char *s, size_t len, int kind, bool want_map)
{
	f->s = f->few;
	f->cap = sizeof(f->few);
	f->len = 0;
	f->map = want_map ? f->few_places : NULL;
	for (size_t i = 0; i < len;) {
		if (f->cap - f->len < ROOM)
			grow(f, want_map);
		i += fold_some(f, s, len, i, kind, want_map);
	}
}

static void
fold(struct folded *f, const char *s, size_t len)
{
	fold_all(f, s, len, FOLD, false);
}

static void
strip(struct folded *f, const char *s, size_t len)
{
	fold_all(f, s, len, STRIP, false);
}

static void
fold_map(struct folded *f, const char *s, size_t len)
{
	fold_all(f, s, len, FOLD, true);
}

static void
strip_map(struct folded *f, const char *s, size_t len)
{
	fold_all(f, s, len, STRIP, true);
}

/* Moves the result into the arena. */
static char *
finish(struct folded *f, struct arena *arena, size_t *out_len)
{
	char *s = arena_dup(arena, f->s, f->len);

	if (f->s != f->few)
		free(f->s);
	if (f->map != f->few_places)
		free(f->map);
	if (out_len)
		*out_len = f->len;
	return s;
}

char *
text_fold_map(struct arena *arena, const char *s, size_t len, bool strip_only,
    size_t *out_len, uint32_t **map)
{
	struct folded f;

	if (strip_only)
		strip_map(&f, s, len);
	else
		fold_map(&f, s, len);
	/* There is always room for one more. */
	f.map[f.len] = (uint32_t)len;
	*map = arena_copy(arena, f.map, (f.len + 1) * sizeof(**map));
	return finish(&f, arena, out_len);
}

static void
lower_ascii(char *s, size_t len)
{
	uint64_t word;
	size_t i = 0;

	for (; i + WORD <= len; i += WORD) {
		memcpy(&word, s + i, WORD);
		word = lower_word(word);
		memcpy(s + i, &word, WORD);
	}
	memcpy(&word, s + i, len - i);
	word = lower_word(word);
	memcpy(s + i, &word, len - i);
}

char *
text_fold(struct arena *arena, const char *s, size_t len, size_t *out_len)
{
	struct folded f;

	if (text_is_ascii(s, len)) {
		char *folded = arena_dup(arena, s, len);

		lower_ascii(folded, len);
		if (out_len)
			*out_len = len;
		return folded;
	}
	fold(&f, s, len);
	return finish(&f, arena, out_len);
}

char *
text_strip(struct arena *arena, const char *s, size_t len, size_t *out_len)
{
	struct folded f;

	if (text_is_ascii(s, len)) {
		if (out_len)
			*out_len = len;
		return arena_dup(arena, s, len);
	}
	strip(&f, s, len);
	return finish(&f, arena, out_len);
}
