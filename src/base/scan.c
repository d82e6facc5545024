#include "lectern/base/scan.h"

#include <stdbool.h>
#include <string.h>

#if defined(__x86_64__) && defined(__GNUC__)
#define HAVE_VECTOR 1
#include <immintrin.h>
#else
#define HAVE_VECTOR 0
#endif

size_t
scan_until_portable(
    const struct scan_set *set, const char *s, size_t len, size_t i)
{
	const unsigned char *u = (const unsigned char *)s;
	const bool *has = set->has;

	while (i + 4 <= len &&
	    !(has[u[i]] | has[u[i + 1]] | has[u[i + 2]] | has[u[i + 3]]))
		i += 4;
	while (i < len && !has[u[i]])
		i++;
	return i < len ? i : len;
}

uint64_t
scan_bits_portable(const struct scan_set *set, const char *s, size_t len)
{
	uint64_t bits = 0;

	for (size_t i = 0; i < len; i++)
		bits |= (uint64_t)set->has[(unsigned char)s[i]] << i;
	return bits;
}

#define EACH(byte) (UINT64_C(0x0101010101010101) * (uint64_t)(byte))

/* Eight bytes at once. */
static inline uint64_t
eight(const char *s)
{
	uint64_t word;

	memcpy(&word, s, sizeof(word));
	return word;
}

size_t
scan_ascii_portable(const char *s, size_t len)
{
	size_t i = 0;

	while (len - i >= 8 && (eight(s + i) & EACH(0x80)) == 0)
		i += 8;
	while (i < len && (unsigned char)s[i] < 0x80)
		i++;
	return i;
}

static inline bool
is_printed(char c)
{
	unsigned char byte = (unsigned char)c;

	return byte >= ' ' ? byte < 0x7F : byte == '\t' || byte == '\n';
}

size_t
scan_printed_portable(const char *s, size_t len)
{
	size_t i = 0;

	for (uint64_t word; i < len; i++) {
		while (len - i >= 8 &&
		    (word = eight(s + i),
			((word | (word + EACH(1)) | (word - EACH(' '))) &
			    EACH(0x80)) == 0))
			i += 8;
		if (i == len || !is_printed(s[i]))
			break;
	}
	return i;
}

enum scan_words
scan_words_portable(const char *s, size_t len)
{
	enum scan_words words = SCAN_WORDS;

	for (size_t i = 0; i < len; i++) {
		unsigned char c = (unsigned char)s[i];

		if (c < ' ' || c >= 0x80 ||
		    (c == ' ' && i > 0 && s[i - 1] == ' '))
			return SCAN_OTHER;
		if (c == '.' || c == ':')
			words = SCAN_POINTED;
	}
	return words;
}

#if HAVE_VECTOR

#define AVX2   __attribute__((target("avx2,bmi")))
#define INLINE static inline __attribute__((always_inline))
#define WIDE   32
#define HALF   16

/*
 * Two shuffles look a byte up: by its low half the rows in which the set has
 * such a byte, which is none where the byte is beyond ASCII, and by its high
 * half the row.
 */
struct tables {
	__m256i low, row;
};

AVX2 INLINE struct tables
load_tables(const struct scan_set *set)
{
	const void *low = set->low;
	const __m128i row = _mm_setr_epi8(
	    1, 2, 4, 8, 16, 32, 64, (char)0x80, 0, 0, 0, 0, 0, 0, 0, 0);

	return (struct tables){
	    _mm256_broadcastsi128_si256(_mm_loadu_si128(low)),
	    _mm256_broadcastsi128_si256(row)};
}

/* The bytes at `s`; of so many the others are zero. */
AVX2 INLINE __m256i
load(const char *s, size_t n)
{
	const void *here = s;

	return n == WIDE ? _mm256_loadu_si256(here)
			 : _mm256_zextsi128_si256(_mm_loadu_si128(here));
}

/* Those of the bytes that are in the set, as bits. */
AVX2 INLINE uint32_t
bits_in(__m256i v, const struct tables *tables)
{
	__m256i half = _mm256_set1_epi8(0x0F);
	__m256i is = _mm256_and_si256(_mm256_shuffle_epi8(tables->low, v),
	    _mm256_shuffle_epi8(
		tables->row, _mm256_and_si256(_mm256_srli_epi16(v, 4), half)));

	return ~(uint32_t)_mm256_movemask_epi8(
	    _mm256_cmpeq_epi8(is, _mm256_setzero_si256()));
}

/* The same in steps of `n` bytes, of a text that has at least as many. */
AVX2 INLINE size_t
until_vector(
    const struct scan_set *set, const char *s, size_t len, size_t i, size_t n)
{
	const struct tables tables = load_tables(set);
	const uint32_t all = n == WIDE ? UINT32_MAX : 0xFFFF;
	uint32_t bits;

	for (; i + n <= len; i += n) {
		bits = bits_in(load(s + i, n), &tables) & all;
		if (bits != 0)
			return i + _tzcnt_u32(bits);
	}
	if (i >= len)
		return len;
	/* Of the last ones the first were looked at. */
	bits = (bits_in(load(s + len - n, n), &tables) & all) >> (i + n - len);
	return bits != 0 ? i + _tzcnt_u32(bits) : len;
}

AVX2 static size_t
until_wide(const struct scan_set *set, const char *s, size_t len, size_t i)
{
	return until_vector(set, s, len, i, WIDE);
}

AVX2 static size_t
until_half(const struct scan_set *set, const char *s, size_t len, size_t i)
{
	return until_vector(set, s, len, i, HALF);
}

/* Those of the bytes that are not ASCII, or no control but a tab or line feed. */
AVX2 INLINE uint32_t
bits_beyond(__m256i v, bool controls)
{
	uint32_t beyond = (uint32_t)_mm256_movemask_epi8(v);
	__m256i low, kept, del;

	if (!controls)
		return beyond;
	/* Beyond ASCII bytes are less than zero. */
	low = _mm256_cmpgt_epi8(_mm256_set1_epi8(' '), v);
	kept = _mm256_or_si256(_mm256_cmpeq_epi8(v, _mm256_set1_epi8('\t')),
	    _mm256_cmpeq_epi8(v, _mm256_set1_epi8('\n')));
	del = _mm256_cmpeq_epi8(v, _mm256_set1_epi8(0x7F));
	return (uint32_t)_mm256_movemask_epi8(
	    _mm256_or_si256(_mm256_andnot_si256(kept, low), del));
}

/* The first of these in blocks of 32 bytes; where the next does not begin. */
AVX2 INLINE size_t
until_beyond(const char *s, size_t len, bool controls, bool *found)
{
	size_t i = 0;

	for (; i + WIDE <= len; i += WIDE) {
		uint32_t bits = bits_beyond(load(s + i, WIDE), controls);

		*found = bits != 0;
		if (*found)
			return i + _tzcnt_u32(bits);
	}
	return i;
}

AVX2 static size_t
ascii_wide(const char *s, size_t len, bool *found)
{
	return until_beyond(s, len, false, found);
}

AVX2 static size_t
printed_wide(const char *s, size_t len, bool *found)
{
	return until_beyond(s, len, true, found);
}

/* Those of the bytes that are in the set, by the first and the last of them. */
AVX2 INLINE uint64_t
bits_vector(const struct scan_set *set, const char *s, size_t len, size_t n)
{
	const struct tables tables = load_tables(set);
	const uint32_t all = n == WIDE ? UINT32_MAX : 0xFFFF;
	uint64_t first = bits_in(load(s, n), &tables) & all;
	uint64_t last = bits_in(load(s + len - n, n), &tables) & all;

	return first | last << (len - n);
}

AVX2 static uint64_t
bits_wide(const struct scan_set *set, const char *s, size_t len)
{
	return bits_vector(set, s, len, WIDE);
}

AVX2 static uint64_t
bits_half(const struct scan_set *set, const char *s, size_t len)
{
	return bits_vector(set, s, len, HALF);
}

/* What was seen of a text: bytes that are no words, and points, as bits. */
struct seen {
	uint32_t others, points;
};

AVX2 INLINE void
look(struct seen *seen, __m256i v, uint32_t all, uint32_t *blank)
{
	const __m256i space = _mm256_set1_epi8(' ');
	/* Beyond ASCII bytes are less than zero. */
	uint32_t less = (uint32_t)_mm256_movemask_epi8(
	    _mm256_cmpgt_epi8(space, v));
	uint32_t blanks = (uint32_t)_mm256_movemask_epi8(
	    _mm256_cmpeq_epi8(space, v));

	seen->others |= (less & all) | (blanks & (blanks << 1 | *blank));
	seen->points |= (uint32_t)_mm256_movemask_epi8(
	    _mm256_or_si256(_mm256_cmpeq_epi8(v, _mm256_set1_epi8('.')),
		_mm256_cmpeq_epi8(v, _mm256_set1_epi8(':'))));
	*blank = blanks >> (all == UINT32_MAX ? WIDE - 1 : HALF - 1);
}

AVX2 INLINE enum scan_words
words_vector(const char *s, size_t len, size_t n)
{
	const uint32_t all = n == WIDE ? UINT32_MAX : 0xFFFF;
	struct seen seen = {0, 0};
	uint32_t blank = 0;

	for (size_t i = 0; i + n <= len && seen.others == 0; i += n)
		look(&seen, load(s + i, n), all, &blank);
	blank = 0;
	look(&seen, load(s + len - n, n), all, &blank);
	return seen.others != 0 ? SCAN_OTHER
	    : seen.points != 0  ? SCAN_POINTED
				: SCAN_WORDS;
}

AVX2 static enum scan_words
words_wide(const char *s, size_t len)
{
	return words_vector(s, len, WIDE);
}

AVX2 static enum scan_words
words_half(const char *s, size_t len)
{
	return words_vector(s, len, HALF);
}

static inline bool
has_vector(size_t len)
{
	return len >= HALF && __builtin_cpu_supports("avx2");
}

#endif

size_t
scan_until(const struct scan_set *set, const char *s, size_t len, size_t i)
{
#if HAVE_VECTOR
	if (has_vector(len))
		return len >= WIDE ? until_wide(set, s, len, i)
				   : until_half(set, s, len, i);
#endif
	return scan_until_portable(set, s, len, i);
}

size_t
scan_ascii(const char *s, size_t len)
{
	size_t i = 0;
#if HAVE_VECTOR
	bool found = false;

	if (has_vector(len))
		i = ascii_wide(s, len, &found);
	if (found)
		return i;
#endif
	return i + scan_ascii_portable(s + i, len - i);
}

size_t
scan_printed(const char *s, size_t len)
{
	size_t i = 0;
#if HAVE_VECTOR
	bool found = false;

	if (has_vector(len))
		i = printed_wide(s, len, &found);
	if (found)
		return i;
#endif
	return i + scan_printed_portable(s + i, len - i);
}

uint64_t
scan_bits(const struct scan_set *set, const char *s, size_t len)
{
#if HAVE_VECTOR
	if (has_vector(len))
		return len >= WIDE ? bits_wide(set, s, len)
				   : bits_half(set, s, len);
#endif
	return scan_bits_portable(set, s, len);
}

enum scan_words
scan_words(const char *s, size_t len)
{
#if HAVE_VECTOR
	if (has_vector(len))
		return len >= WIDE ? words_wide(s, len) : words_half(s, len);
#endif
	return scan_words_portable(s, len);
}
