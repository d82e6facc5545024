#include "lectern/find.h"

#include <string.h>

#if defined(__x86_64__) && defined(__GNUC__)
#define HAVE_VECTOR 1
#include <immintrin.h>
#else
#define HAVE_VECTOR 0
#endif

/*
 * How common a byte is in English prose about computers, from 0; letters in
 * either case count as one.  Only the order matters, and only roughly.
 */
static int
commonness(unsigned char c)
{
	static const char letters[] = "zqjxkvbywgfpmuhdclrsnoiate";
	const char *at;

	if (c >= 'A' && c <= 'Z')
		c |= 0x20;
	if (c == ' ')
		return 40;
	if (c >= 'a' && c <= 'z' && (at = strchr(letters, c)) != NULL)
		return 8 + (int)(at - letters);
	return c >= '0' && c <= '9' ? 6 : c >= 0x80 ? 2 : 4;
}

static bool
is_letter(unsigned char c)
{
	return c >= 'a' && c <= 'z';
}

/* The offset of the rarest byte but the one at `other`. */
static size_t
rarest(const char *needle, size_t len, size_t other)
{
	size_t best = other == 0 && len > 1 ? 1 : 0;

	for (size_t i = 0; i < len && i < 255; i++) {
		if (i != other &&
		    commonness((unsigned char)needle[i]) <
			commonness((unsigned char)needle[best]))
			best = i;
	}
	return best;
}

void
find_prepare(struct find *find, const char *needle, size_t len,
    enum find_how how, enum find_version version)
{
	*find = (struct find){
	    .needle = needle,
	    .len = len,
	    .any_case = how == FIND_ANY_CASE,
	};
	find->at[0] = rarest(needle, len, len);
	find->at[1] = rarest(needle, len, find->at[0]);
	for (int i = 0; i < 2; i++) {
		unsigned char c = (unsigned char)needle[find->at[i]];

		find->byte[i] = c;
		find->blind[i] = find->any_case && is_letter(c) ? 0x20 : 0;
	}
#if HAVE_VECTOR
	find->vector = version == FIND_BEST && __builtin_cpu_supports("avx2");
#else
	(void)version;
#endif
}

/* Whether the needle stands at `s`, which has room for it. */
static bool
stands_at(const struct find *find, const char *s)
{
	if (!find->any_case)
		return memcmp(s, find->needle, find->len) == 0;
	for (size_t i = 0; i < find->len; i++) {
		unsigned char c = (unsigned char)s[i];
		unsigned char want = (unsigned char)find->needle[i];

		if (c != want && (!is_letter(want) || (c | 0x20) != want))
			return false;
	}
	return true;
}

static const char *
find_portable(const struct find *find, const char *s, size_t len)
{
	const unsigned char *first = (const unsigned char *)s + find->at[0];
	size_t last;

	if (len < find->len)
		return NULL;
	last = len - find->len;
	for (size_t i = 0; i <= last; i++) {
		if (find->blind[0] == 0) {
			const void *p = memchr(
			    first + i, find->byte[0], last + 1 - i);

			if (!p)
				return NULL;
			i = (size_t)((const unsigned char *)p - first);
		} else if ((first[i] | 0x20) != find->byte[0]) {
			continue;
		}
		if (stands_at(find, s + i))
			return s + i;
	}
	return NULL;
}

#if HAVE_VECTOR

#define AVX2  __attribute__((target("avx2,bmi")))
#define BLOCK 32

/* Of 32 places, those where the compared bytes stand right, as bits. */
AVX2 static inline unsigned
candidates(const char *s, const size_t at[2], __m256i byte0, __m256i byte1,
    __m256i blind0, __m256i blind1)
{
	const void *p0 = s + at[0], *p1 = s + at[1];
	__m256i v0 = _mm256_loadu_si256(p0), v1 = _mm256_loadu_si256(p1);

	v0 = _mm256_cmpeq_epi8(_mm256_or_si256(v0, blind0), byte0);
	v1 = _mm256_cmpeq_epi8(_mm256_or_si256(v1, blind1), byte1);
	return (unsigned)_mm256_movemask_epi8(_mm256_and_si256(v0, v1));
}

AVX2 static const char *
find_vector(const struct find *find, const char *s, size_t len)
{
	const __m256i byte0 = _mm256_set1_epi8((char)find->byte[0]);
	const __m256i byte1 = _mm256_set1_epi8((char)find->byte[1]);
	const __m256i blind0 = _mm256_set1_epi8((char)find->blind[0]);
	const __m256i blind1 = _mm256_set1_epi8((char)find->blind[1]);
	const size_t *at = find->at;
	size_t i = 0;

	/* Bytes of a block's last place must be within the text. */
	for (; i + find->len + BLOCK - 1 <= len; i += BLOCK) {
		unsigned bits = candidates(
		    s + i, at, byte0, byte1, blind0, blind1);

		for (; bits != 0; bits &= bits - 1) {
			const char *place = s + i + __builtin_ctz(bits);

			if (stands_at(find, place))
				return place;
		}
	}
	return find_portable(find, s + i, len - i);
}

#endif

const char *
find_first(const struct find *find, const char *s, size_t len)
{
#if HAVE_VECTOR
	if (find->vector)
		return find_vector(find, s, len);
#endif
	return find_portable(find, s, len);
}
