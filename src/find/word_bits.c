#include "find/word_bits.h"

#ifdef __SSE2__
#include <emmintrin.h>
#endif
#include <endian.h>
#include <string.h>

#ifdef __SSE2__

/* Returns all bits of those of 16 bytes that are from `a` to `z`. */
static __m128i
between(__m128i x, char a, char z)
{
	return _mm_and_si128(_mm_cmpgt_epi8(x, _mm_set1_epi8((char)(a - 1))),
	    _mm_cmplt_epi8(x, _mm_set1_epi8((char)(z + 1))));
}

uint64_t
word_bits(const char block[WORD_BITS])
{
	uint64_t bits = 0;

	for (int i = 0; i < WORD_BITS; i += 16) {
		__m128i x = _mm_loadu_si128((const __m128i *)(block + i));
		__m128i low = _mm_or_si128(x, _mm_set1_epi8(0x20));
		/* Of a byte beyond ASCII the high bit is set. */
		__m128i part = _mm_or_si128(
		    _mm_or_si128(between(low, 'a', 'z'), between(x, '0', '9')),
		    x);

		bits |= (uint64_t)(unsigned)_mm_movemask_epi8(part) << i;
	}
	return bits;
}

#else

#define EACH(byte) (UINT64_C(0x0101010101010101) * (byte))

/* Returns the high bits of those of eight bytes that are from `a` to `z`. */
static uint64_t
between(uint64_t low, unsigned char a, unsigned char z)
{
	return (low + EACH(0x80U - a)) ^ (low + EACH(0x7FU - z));
}

uint64_t
word_bits(const char block[WORD_BITS])
{
	uint64_t bits = 0;

	for (int i = 0; i < WORD_BITS; i += 8) {
		uint64_t x, low, part;

		memcpy(&x, block + i, 8);
		low = le64toh(x) & EACH(0x7F);
		part = between(low | EACH(0x20), 'a', 'z') |
		    between(low, '0', '9') | le64toh(x);
		/* Brings the high bits of the eight bytes together. */
		bits |= (part & EACH(0x80)) / 0x80 *
			UINT64_C(0x0102040810204080) >>
		    56 << i;
	}
	return bits;
}

#endif
