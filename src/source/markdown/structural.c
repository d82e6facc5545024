#include "source/markdown/structural.h"

#include <stdbool.h>
#include <string.h>

#if defined(__x86_64__) && defined(__GNUC__)
#define HAVE_VECTOR 1
#include <immintrin.h>
#else
#define HAVE_VECTOR 0
#endif

/* Of these, and of those before another of their kind, the signs. */
static const char hot[] = "*_`\\[<&", hot_twice[] = " %/wW=~{[]}^>;7";

/* Bytes that are structural wherever they stand. */
static bool
is_always_hot(unsigned char c)
{
	return c < 0x20 || c >= 0x7F || memchr(hot, c, sizeof(hot) - 1) != NULL;
}

/*
 * Bytes that are structural before another of their kind: blanks, what a URL may
 * have, and signs that a notation has.  The others stand in the
 * same rows and columns of the table of ASCII (see below), and do no harm.
 */
static bool
is_hot_twice(unsigned char c)
{
	return memchr(hot_twice, c, sizeof(hot_twice) - 1) != NULL;
}

static bool
is_hot(const char *s, size_t i, size_t len)
{
	unsigned char c = (unsigned char)s[i];
	unsigned char next = i + 1 < len ? (unsigned char)s[i + 1] : '\n';

	return is_always_hot(c) ||
	    (is_hot_twice(c) && (c | 0x20) == (next | 0x20));
}

/* Adds the places in [i, to) to the `n` that there are. */
static size_t
find_portable(
    const char *s, size_t len, size_t i, size_t to, uint32_t *places, size_t n)
{
	for (; i < to; i++) {
		if (is_hot(s, i, len))
			places[n++] = (uint32_t)i;
	}
	return n;
}

/*
 * A byte below 0x80 is in a set where what its low half may be and what its
 * high half may be have a bit in common, one bit for each row of the table of
 * ASCII in which the set has bytes.  Control characters are two whole rows, and
 * need but one; what counts only twice has two bits of its own.
 */
#define TWICE_IN_2 0x02 /* ` `, `%` and `/` */
#define TWICE_ELSE 0x10 /* in four columns of the rows of `=`, `W` and `w` */
#define TWICE      (TWICE_IN_2 | TWICE_ELSE)

static void
fill_tables(struct structural *structural)
{
	static const unsigned char rows[16] = {0x01, 0x01, 0x04 | TWICE_IN_2,
	    0x08 | TWICE_ELSE, 0, 0x20 | TWICE_ELSE, 0x40, 0x80 | TWICE_ELSE};

	memcpy(structural->high, rows, sizeof(rows));
	/* The rows of control characters have one bit. */
	memset(structural->low, rows[0], sizeof(structural->low));
	structural->low[0x0F] |= rows[0x7] & (unsigned char)~TWICE;
	for (const char *c = hot; *c; c++)
		structural->low[*c & 0x0F] |= rows[*c >> 4] &
		    (unsigned char)~TWICE;
	for (const char *c = hot_twice; *c; c++)
		structural->low[*c & 0x0F] |= rows[*c >> 4] & TWICE;
}

#if HAVE_VECTOR

#define AVX2  __attribute__((target("avx2,bmi,popcnt")))
#define BLOCK 64

/*
 * Of the 32 bytes at `s`, those that are not structural; two shuffles look them
 * up.
 */
AVX2 static inline __attribute__((always_inline)) uint64_t
cold_bits(const char *s, __m256i low_table, __m256i high_table)
{
	const void *here = s, *there = s + 1;
	__m256i v = _mm256_loadu_si256(here), next = _mm256_loadu_si256(there);
	__m256i half = _mm256_set1_epi8(0x0F), bit = _mm256_set1_epi8(0x20);
	__m256i always = _mm256_set1_epi8((char)~TWICE);
	__m256i is = _mm256_and_si256(_mm256_shuffle_epi8(low_table, v),
	    _mm256_shuffle_epi8(
		high_table, _mm256_and_si256(_mm256_srli_epi16(v, 4), half)));
	__m256i same = _mm256_cmpeq_epi8(
	    _mm256_or_si256(v, bit), _mm256_or_si256(next, bit));
	__m256i counts = _mm256_or_si256(same, always);
	__m256i cold = _mm256_cmpeq_epi8(
	    _mm256_and_si256(is, counts), _mm256_setzero_si256());

	/* What is not ASCII has the highest bit. */
	return (uint32_t)_mm256_movemask_epi8(_mm256_andnot_si256(v, cold));
}

/* Writes the place of the lowest bit, and returns the others. */
AVX2 static inline __attribute__((always_inline)) uint64_t
put_place(uint64_t bits, size_t from, uint32_t *place)
{
	*place = (uint32_t)(from + _tzcnt_u64(bits));
	return bits & (bits - 1);
}

/*
 * Adds a place for each bit.  Most blocks have some, few more than four: so
 * four are written without asking how many there are.  Compilers leave a loop
 * where it is not written out.
 */
AVX2 static inline __attribute__((always_inline)) size_t
add_places(uint64_t bits, size_t from, uint32_t *places, size_t n)
{
	size_t end = n + (size_t)__builtin_popcountll(bits);

	do {
		bits = put_place(bits, from, &places[n]);
		bits = put_place(bits, from, &places[n + 1]);
		bits = put_place(bits, from, &places[n + 2]);
		bits = put_place(bits, from, &places[n + 3]);
		n += 4;
	} while (n < end);
	return end;
}

/* Looks at whole blocks, and says in `*from` where it stopped. */
AVX2 static size_t
find_vector(const struct structural *structural, const char *s, size_t len,
    size_t *from, size_t to, uint32_t *places)
{
	const void *low = structural->low, *high = structural->high;
	__m256i low_table = _mm256_broadcastsi128_si256(_mm_loadu_si128(low));
	__m256i high_table = _mm256_broadcastsi128_si256(_mm_loadu_si128(high));
	size_t i = *from, n = 0;

	for (; i + BLOCK <= to && i + BLOCK < len; i += BLOCK) {
		uint64_t cold = cold_bits(s + i, low_table, high_table) |
		    cold_bits(s + i + BLOCK / 2, low_table, high_table)
			<< BLOCK / 2;

		n = add_places(~cold, i, places, n);
	}
	*from = i;
	return n;
}

#endif

void
structural_prepare(
    struct structural *structural, enum structural_version version)
{
	structural->version = STRUCTURAL_PORTABLE;
#if HAVE_VECTOR
	if (version == STRUCTURAL_BEST && __builtin_cpu_supports("avx2"))
		structural->version = STRUCTURAL_BEST;
#else
	(void)version;
#endif
	fill_tables(structural);
}

size_t
structural_find(const struct structural *structural, const char *s, size_t len,
    size_t from, uint32_t places[STRUCTURAL_ROOM])
{
	size_t to = len - from < STRUCTURAL_BATCH ? len
						  : from + STRUCTURAL_BATCH,
	       n = 0;

#if HAVE_VECTOR
	if (structural->version == STRUCTURAL_BEST)
		n = find_vector(structural, s, len, &from, to, places);
#else
	(void)structural;
#endif
	return find_portable(s, len, from, to, places, n);
}
