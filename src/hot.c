#include "lectern/hot.h"

#include <stdbool.h>
#include <string.h>

#if defined(__x86_64__) && defined(__GNUC__)
#define HAVE_VECTOR 1
#include <immintrin.h>
#else
#define HAVE_VECTOR 0
#endif

#define WORD 64 /* bits in one word of them */

static bool
is_hot(const char *s, size_t i, size_t len)
{
	unsigned char c = (unsigned char)s[i];
	unsigned char next = i + 1 < len ? (unsigned char)s[i + 1] : '\n';

	if (c < 0x20 || c >= 0x7F || memchr("*_`\\[<&", c, 7) != NULL)
		return true;
	return (c == next && (c == ' ' || c == '/')) ||
	    ((c | 0x20) == 'w' && (next | 0x20) == 'w');
}

/* Sets the bits of the bytes [i, to), the first of which is that of `from`. */
static void
find_portable(const char *s, size_t len, size_t from, size_t i, size_t to,
    uint64_t bits[HOT_WORDS])
{
	for (; i < to; i++) {
		if (is_hot(s, i, len))
			bits[(i - from) / WORD] |= UINT64_C(1)
			    << (i - from) % WORD;
	}
}

/* For each low half the bits of the high halves with which it is hot. */
static void
fill_table(unsigned char low[16])
{
	memset(low, 0, 16);
	for (int c = 0; c < 0x80; c++) {
		char text[] = {(char)c};

		if (c != ' ' && c != '/' && (c | 0x20) != 'w' &&
		    is_hot(text, 0, 1))
			low[c & 0x0F] |= (unsigned char)(1 << (c >> 4));
	}
}

#if HAVE_VECTOR

#define AVX2  __attribute__((target("avx2")))
#define BLOCK 32

/*
 * A byte below 0x80 is in the set where the table entry of its low half has the
 * bit of its high half: two shuffles look both up.
 */
AVX2 static uint64_t
hot_bits(const char *s, __m256i low_table, __m256i high_table)
{
	const void *here = s, *there = s + 1;
	__m256i v = _mm256_loadu_si256(here), next = _mm256_loadu_si256(there);
	__m256i half = _mm256_set1_epi8(0x0F);
	__m256i low = _mm256_shuffle_epi8(low_table, v);
	__m256i high = _mm256_shuffle_epi8(
	    high_table, _mm256_and_si256(_mm256_srli_epi16(v, 4), half));
	__m256i none = _mm256_cmpeq_epi8(
	    _mm256_and_si256(low, high), _mm256_setzero_si256());
	__m256i twice = _mm256_cmpeq_epi8(v, next);
	__m256i blank = _mm256_cmpeq_epi8(v, _mm256_set1_epi8(' '));
	__m256i slash = _mm256_cmpeq_epi8(v, _mm256_set1_epi8('/'));
	__m256i bit = _mm256_set1_epi8(0x20), w = _mm256_set1_epi8('w');
	__m256i ww = _mm256_and_si256(
	    _mm256_cmpeq_epi8(_mm256_or_si256(v, bit), w),
	    _mm256_cmpeq_epi8(_mm256_or_si256(next, bit), w));
	__m256i pair = _mm256_or_si256(
	    ww, _mm256_and_si256(twice, _mm256_or_si256(blank, slash)));

	return (uint32_t)(~_mm256_movemask_epi8(none) |
	    _mm256_movemask_epi8(v) | _mm256_movemask_epi8(pair));
}

/* Sets the bits of whole blocks, and returns where it stopped. */
AVX2 static size_t
find_vector(const char *s, size_t len, size_t from, size_t to,
    const unsigned char low[16], uint64_t bits[HOT_WORDS])
{
	static const unsigned char high[16] = {1, 2, 4, 8, 16, 32, 64, 128};
	const void *high_at = high, *low_at = low;
	size_t i = from;

	__m256i low_table = _mm256_broadcastsi128_si256(
	    _mm_loadu_si128(low_at));
	__m256i high_table = _mm256_broadcastsi128_si256(
	    _mm_loadu_si128(high_at));

	for (; i + BLOCK <= to && i + BLOCK < len; i += BLOCK) {
		uint64_t hot = hot_bits(s + i, low_table, high_table);

		bits[(i - from) / WORD] |= hot << (i - from) % WORD;
	}
	return i;
}

#endif

void
hot_prepare(struct hot *hot, enum hot_version version)
{
	hot->version = HOT_PORTABLE;
#if HAVE_VECTOR
	if (version == HOT_BEST && __builtin_cpu_supports("avx2"))
		hot->version = HOT_BEST;
#else
	(void)version;
#endif
	fill_table(hot->low);
}

void
hot_find(const struct hot *hot, const char *s, size_t len, size_t from,
    uint64_t bits[HOT_WORDS])
{
	size_t to = len - from < HOT_BATCH ? len : from + HOT_BATCH, i = from;

	memset(bits, 0, HOT_WORDS * sizeof(*bits));
#if HAVE_VECTOR
	if (hot->version == HOT_BEST)
		i = find_vector(s, len, from, to, hot->low, bits);
#endif
	find_portable(s, len, from, i, to, bits);
}
