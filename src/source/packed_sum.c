#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

#ifdef __SSE2__
#include <emmintrin.h>
#endif

#include "source/packed_format.h"

/*
 * The sum of 64 bytes at a time is that of XXH3: the halves of each word are
 * multiplied, and the word itself is added to its neighbour's sum, so that none
 * is lost that meets a zero.  The key changes all the time, so that order
 * counts.  It is a sum against damage, not against people.
 */

#define PIECE ((size_t)1 << 20) /* bytes that are read at once */
#define LANES 8                 /* words of a step */
#define STEP  (LANES * sizeof(uint64_t))

static const uint64_t factor = UINT64_C(0x9E3779B97F4A7C15);

#ifdef __SSE2__

/* Adds all whole steps to the sums; returns their bytes. */
static size_t
add_steps(uint64_t sums[LANES], const char *s, size_t len)
{
	const __m128i more = _mm_set1_epi64x((long long)factor);
	__m128i sum[LANES / 2], key = more;
	size_t i = 0;

	memcpy(sum, sums, sizeof(sum));
	for (; i + STEP <= len; i += STEP) {
		for (size_t k = 0; k < LANES / 2; k++) {
			__m128i word = _mm_loadu_si128(
			    (const __m128i *)(s + i) + k);
			__m128i keyed = _mm_xor_si128(word, key);

			sum[k] = _mm_add_epi64(sum[k],
			    _mm_shuffle_epi32(word, _MM_SHUFFLE(1, 0, 3, 2)));
			sum[k] = _mm_add_epi64(sum[k],
			    _mm_mul_epu32(keyed, _mm_srli_epi64(keyed, 32)));
		}
		key = _mm_add_epi64(key, more);
	}
	memcpy(sums, sum, sizeof(sum));
	return i;
}

#else

static size_t
add_steps(uint64_t sums[LANES], const char *s, size_t len)
{
	uint64_t key = factor, words[LANES];
	size_t i = 0;

	for (; i + STEP <= len; i += STEP, key += factor) {
		memcpy(words, s + i, STEP);
		for (size_t k = 0; k < LANES; k++) {
			uint64_t keyed = words[k] ^ key;

			sums[k ^ 1] += words[k];
			sums[k] += (keyed & UINT32_MAX) * (keyed >> 32);
		}
	}
	return i;
}

#endif

/* The sum of a piece and, as `sum` has it, of all before it. */
static uint64_t
add_piece(uint64_t sum, const char *s, size_t len)
{
	uint64_t sums[LANES] = {sum, 1, 2, 3, 4, 5, 6, 7}, word;

	for (size_t i = add_steps(sums, s, len); i < len; i += sizeof(word)) {
		memcpy(&word, s + i, sizeof(word));
		sums[0] = (sums[0] ^ word) * factor;
	}
	sum = len;
	for (size_t k = 0; k < LANES; k++) {
		sum = (sum ^ sums[k]) * factor;
		sum ^= sum >> 29;
	}
	return sum;
}

/* Tells the system about the pages that the bytes are in. */
static void
advise(const char *s, size_t len, int advice)
{
	size_t page = (size_t)sysconf(_SC_PAGESIZE);
	size_t before = (uintptr_t)s % page;

	/* Where it is not known, pages come and go as they do. */
	/* NOLINTNEXTLINE(performance-no-int-to-ptr): they are not written to. */
	(void)madvise((void *)((uintptr_t)s - before), len + before, advice);
}

uint64_t
packed_sum(const char *s, size_t len, size_t mapped)
{
	uint64_t sum = 0;

	for (size_t at = 0, n; at < len; at += n) {
		n = len - at < PIECE ? len - at : PIECE;
#ifdef MADV_POPULATE_READ
		if (mapped < SIZE_MAX)
			advise(s + at, n, MADV_POPULATE_READ);
#endif
		sum = add_piece(sum, s + at, n);
		if (at + n > mapped)
			advise(s + (at > mapped ? at : mapped),
			    at + n - (at > mapped ? at : mapped),
			    MADV_DONTNEED);
	}
	return sum;
}
