#include "lectern/base/substring.h"

#include <stdint.h>
#include <string.h>

#if defined(__x86_64__) && defined(__GNUC__)
#define HAVE_VECTOR 1
#include <immintrin.h>
#else
#define HAVE_VECTOR 0
#endif

#define LOOKED_AT \
	64 /* bytes of a needle that may be among those compared first */
#define HEAD sizeof(uint64_t) /* bytes that are compared at once */

/*
 * How common a byte is in English texts about computers, 0 for the rarest; both
 * cases of a letter count as one.  Only the rough order matters.
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

/* Moves the offset of the rarest byte of at[n, len) to at[n]. */
static void
pick_rarest(const char *needle, size_t *at, size_t n, size_t len)
{
	size_t best = n, rarest;

	for (size_t i = n + 1; i < len; i++) {
		if (commonness((unsigned char)needle[at[i]]) <
		    commonness((unsigned char)needle[at[best]]))
			best = i;
	}
	rarest = at[best];
	at[best] = at[n];
	at[n] = rarest;
}

/* Chooses the bytes that are compared first; a short needle has few. */
static void
choose_bytes(struct substring *find)
{
	size_t at[LOOKED_AT], n = 0;

	for (; n < find->len && n < LOOKED_AT; n++)
		at[n] = n;
	for (size_t i = 0; i < SUBSTRING_BYTES; i++) {
		unsigned char c;

		if (i < n)
			pick_rarest(find->needle, at, i, n);
		find->at[i] = i < n ? at[i] : find->at[0];
		c = (unsigned char)find->needle[find->at[i]];
		find->byte[i] = c;
		find->blind[i] = find->any_case && is_letter(c) ? 0x20 : 0;
	}
}

static void
set_head(struct substring *find)
{
	unsigned char mask[HEAD] = {0}, blind[HEAD] = {0}, head[HEAD] = {0};

	for (size_t i = 0; i < find->len && i < HEAD; i++) {
		unsigned char c = (unsigned char)find->needle[i];

		mask[i] = 0xFF;
		blind[i] = find->any_case && is_letter(c) ? 0x20 : 0;
		head[i] = c;
	}
	memcpy(&find->head, head, HEAD);
	memcpy(&find->head_mask, mask, HEAD);
	memcpy(&find->head_blind, blind, HEAD);
}

void
substring_prepare(struct substring *find, const char *needle, size_t len,
    enum substring_how how, enum substring_version version)
{
	*find = (struct substring){
	    .needle = needle,
	    .len = len,
	    .any_case = how == SUBSTRING_ANY_CASE,
	};
	choose_bytes(find);
	set_head(find);
#if HAVE_VECTOR
	find->vector = version == SUBSTRING_BEST &&
	    __builtin_cpu_supports("avx2");
#else
	(void)version;
#endif
}

/* Whether the needle stands at `s`, of which `room` bytes may be read. */
static bool
stands_at(const struct substring *find, const char *s, size_t room)
{
	uint64_t head;

	if (room >= HEAD) {
		memcpy(&head, s, HEAD);
		if (((head | find->head_blind) & find->head_mask) != find->head)
			return false;
		if (find->len <= HEAD)
			return true;
	}
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

/* The next place of a byte from `i` on, or `end`. */
static size_t
next_byte(const unsigned char *s, int byte, size_t i, size_t end)
{
	const unsigned char *p = memchr(s + i, byte, end - i);

	return p ? (size_t)(p - s) : end;
}

static const char *
next_portable(struct substring_walk *walk)
{
	const struct substring *find = walk->find;
	const unsigned char *first = (const unsigned char *)walk->s +
	    find->at[0];
	const int small = find->byte[0], large = small & ~find->blind[0];
	size_t end, next_small, next_large;

	if (walk->len < find->len)
		return NULL;
	end = walk->len - find->len + 1;
	next_small = next_large = walk->at;
	for (size_t i = walk->at; i < end; i++) {
		if (next_small <= i)
			next_small = next_byte(first, small, i, end);
		if (next_large <= i)
			next_large = large == small
			    ? end
			    : next_byte(first, large, i, end);
		i = next_small < next_large ? next_small : next_large;
		if (i == end)
			break;
		if (stands_at(find, walk->s + i, walk->room - i)) {
			walk->at = i + 1;
			return walk->s + i;
		}
	}
	walk->at = walk->len;
	return NULL;
}

#if HAVE_VECTOR

#define AVX2  __attribute__((target("avx2,bmi")))
#define BLOCK 64   /* places looked at in one go */
#define AHEAD 6144 /* bytes ahead of these, memory is asked for */
#define FAR   9000 /* bytes from which on another text is no part of that */

/* The compared bytes of a needle, in every lane. */
struct lanes {
	__m256i byte[SUBSTRING_BYTES], blind[SUBSTRING_BYTES];
};

/* The 32 bytes at `s`, compared with one byte of the needle. */
AVX2 static inline __m256i
compare(const char *s, __m256i byte, __m256i blind)
{
	const void *p = s;

	return _mm256_cmpeq_epi8(
	    _mm256_or_si256(_mm256_loadu_si256(p), blind), byte);
}

/* Of the 32 bytes at `s`, those that are small letters of ASCII. */
AVX2 static inline __m256i
small_letters(const char *s)
{
	const void *p = s;
	/* They become the largest numbers. */
	__m256i up = _mm256_set1_epi8(0x7F - 'z');
	__m256i least = _mm256_set1_epi8(0x7F - 26);

	return _mm256_cmpgt_epi8(
	    _mm256_add_epi8(_mm256_loadu_si256(p), up), least);
}

/*
 * Of 32 places, those where the first two compared bytes match; with `third`,
 * all three.  With `starts`, leaves out places after a small letter: most
 * places within a word.  Written out, since compilers do not unroll a loop
 * here.
 */
AVX2 static inline __attribute__((always_inline)) uint64_t
candidates(const char *s, const struct substring *find,
    const struct lanes *lanes, bool third, bool starts)
{
	__m256i all = _mm256_and_si256(
	    compare(s + find->at[0], lanes->byte[0], lanes->blind[0]),
	    compare(s + find->at[1], lanes->byte[1], lanes->blind[1]));

	if (third)
		all = _mm256_and_si256(all,
		    compare(s + find->at[2], lanes->byte[2], lanes->blind[2]));
	if (starts)
		all = _mm256_andnot_si256(small_letters(s - 1), all);
	return (unsigned)_mm256_movemask_epi8(all);
}

/*
 * Returns, as bits, the candidates in the next block that has any; 0 if none
 * has.  At least one block must be readable.
 */
AVX2 static inline __attribute__((always_inline)) uint64_t
next_bits(struct substring_walk *walk, size_t last, const struct lanes *lanes,
    bool third, bool starts)
{
	const struct substring *find = walk->find;
	/* The bytes of the block's last place must be readable. */
	size_t end = walk->room - find->len - (BLOCK - 1);
	const char *s = walk->s + walk->at;
	const char *to = walk->s + (last < end ? last : end);
	const size_t ahead = walk->ahead;
	uint64_t bits;

	do {
		__builtin_prefetch(s + ahead);
		bits = candidates(s, find, lanes, third, starts) |
		    candidates(s + BLOCK / 2, find, lanes, third, starts)
			<< BLOCK / 2;
		s += BLOCK;
	} while (bits == 0 && s <= to);
	walk->at = (size_t)(s - walk->s);
	walk->block = walk->at - BLOCK;
	if (last - walk->block < BLOCK - 1)
		bits &= (UINT64_C(2) << (last - walk->block)) - 1;
	return bits;
}

/* Takes places from the block at hand, at most `max`. */
static inline size_t
take_places(struct substring_walk *walk, const char **places, size_t max)
{
	const struct substring *find = walk->find;
	size_t n = 0;

	for (; walk->bits != 0 && n < max; walk->bits &= walk->bits - 1) {
		const char *place = walk->s + walk->block +
		    __builtin_ctzll(walk->bits);

		/* A needle this short has been compared as a whole. */
		if (find->len <= SUBSTRING_BYTES ||
		    stands_at(
			find, place, walk->room - (size_t)(place - walk->s)))
			places[n++] = place;
	}
	return n;
}

/* Calls the variant of next_bits() that needle and walk need. */
AVX2 static uint64_t
some_bits(struct substring_walk *walk, size_t last, const struct lanes *lanes)
{
	bool third = walk->find->len >= SUBSTRING_BYTES;
	/* No byte before the first one may be read. */
	bool starts = walk->starts && walk->at > 0;

	if (starts && third)
		return next_bits(walk, last, lanes, true, true);
	if (starts)
		return next_bits(walk, last, lanes, false, true);
	return third ? next_bits(walk, last, lanes, true, false)
		     : next_bits(walk, last, lanes, false, false);
}

/*
 * The same near the end, where a whole block cannot be read: half of one from
 * where the walk is, and half of one with the last places.
 */
AVX2 static inline __attribute__((always_inline)) uint64_t
last_bits(struct substring_walk *walk, size_t last, const struct lanes *lanes,
    bool third)
{
	const struct substring *find = walk->find;
	size_t late = last + 1 - BLOCK / 2;
	size_t from = walk->at < late ? walk->at : late, seen = walk->at - from;
	uint64_t bits = candidates(walk->s + from, find, lanes, third, false);

	if (from < late)
		bits |= candidates(walk->s + late, find, lanes, third, false)
		    << (late - from);
	walk->block = from;
	walk->at = last + 1;
	return bits >> seen << seen;
}

AVX2 static size_t
places_vector(struct substring_walk *walk, const char **places, size_t max)
{
	const struct substring *find = walk->find;
	size_t last = walk->len - find->len;
	size_t n = take_places(walk, places, max);
	struct lanes lanes;

	if (n == max || walk->len < find->len)
		return n;
	for (int i = 0; i < SUBSTRING_BYTES; i++) {
		lanes.byte[i] = _mm256_set1_epi8((char)find->byte[i]);
		lanes.blind[i] = _mm256_set1_epi8((char)find->blind[i]);
	}
	while (n < max && walk->at <= last &&
	    walk->at + find->len + BLOCK - 1 <= walk->room) {
		walk->bits = some_bits(walk, last, &lanes);
		n += take_places(walk, places + n, max - n);
		walk->starts = walk->starts || (walk->later && n > 0);
	}
	if (n < max && walk->at <= last && last + 1 >= BLOCK / 2) {
		walk->bits = find->len >= SUBSTRING_BYTES
		    ? last_bits(walk, last, &lanes, true)
		    : last_bits(walk, last, &lanes, false);
		n += take_places(walk, places + n, max - n);
	}
	/* In a text that is shorter. */
	while (n < max && walk->bits == 0 && walk->at <= last) {
		places[n] = next_portable(walk);
		if (!places[n])
			break;
		n++;
	}
	return n;
}

#endif

void
substring_begin(struct substring_walk *walk, const struct substring *find,
    const char *s, size_t len, size_t room)
{
	walk->find = find;
	walk->s = s;
	walk->len = len;
	walk->room = room;
	walk->at = walk->block = 0;
	walk->bits = 0;
	walk->ahead = AHEAD;
	walk->starts = walk->later = false;
}

void
substring_starts(struct substring_walk *walk)
{
	walk->starts = true;
}

void
substring_later_starts(struct substring_walk *walk)
{
	walk->later = true;
}

void
substring_soon(struct substring_walk *walk, const char *s)
{
	uintptr_t here = (uintptr_t)walk->s, there = (uintptr_t)s;

	if (there > here + FAR)
		walk->ahead = there - here;
}

size_t
substring_places(struct substring_walk *walk, const char **places, size_t max)
{
	size_t n = 0;

#if HAVE_VECTOR
	if (walk->find->vector)
		return places_vector(walk, places, max);
#endif
	while (n < max && (places[n] = next_portable(walk)))
		n++;
	return n;
}

const char *
substring_first(const struct substring *find, const char *s, size_t len)
{
	struct substring_walk walk;
	const char *place;

	substring_begin(&walk, find, s, len, len);
	return substring_places(&walk, &place, 1) > 0 ? place : NULL;
}

bool
substring_has(const char *s, size_t len, const char *needle)
{
	struct substring find;

	substring_prepare(
	    &find, needle, strlen(needle), SUBSTRING_EXACT, SUBSTRING_BEST);
	return substring_first(&find, s, len) != NULL;
}
