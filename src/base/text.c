#include "lectern/base/text.h"

#include <endian.h>
#include <stdlib.h>
#include <string.h>
#include <unicase.h>
#include <unictype.h>
#include <unigbrk.h>
#include <unilbrk.h>
#include <uninorm.h>
#include <unistr.h>
#include <wchar.h>

#include "lectern/base/arena.h"
#include "lectern/base/mem.h"
#include "lectern/base/scan.h"

#define REPLACEMENT 0xFFFD

static const uint8_t *
bytes(const char *s)
{
	return (const uint8_t *)s;
}

size_t
text_decode(const char *s, size_t len, uint32_t *code)
{
	ucs4_t c;
	int n = u8_mbtouc(&c, bytes(s), len);

	*code = c;
	return n > 0 ? (size_t)n : len > 0;
}

size_t
text_encode(uint32_t code, char s[TEXT_CODE_BYTES])
{
	int n = u8_uctomb((uint8_t *)s, code, TEXT_CODE_BYTES);

	return n > 0 ? (size_t)n : 0;
}

bool
text_ascii_same(const char *a, const char *b, size_t len)
{
	for (size_t i = 0; i < len; i++) {
		if (a[i] != b[i] &&
		    text_ascii_lower(a[i]) != text_ascii_lower(b[i]))
			return false;
		if (a[i] == '\0')
			break;
	}
	return true;
}

size_t
text_within(const char *s, size_t len, size_t most)
{
	if (len <= most)
		return len;
	while (most > 0 && ((unsigned char)s[most] & 0xC0) == 0x80)
		most--;
	return most;
}

bool
text_is_upper(uint32_t code)
{
	return uc_is_general_category_withtable(
	    code, UC_CATEGORY_MASK_Lu | UC_CATEGORY_MASK_Lt);
}

uint32_t
text_small(uint32_t code)
{
	return uc_tolower(code);
}

bool
text_is_letter(uint32_t code)
{
	return uc_is_general_category_withtable(code, UC_CATEGORY_MASK_L);
}

bool
text_is_word(uint32_t code)
{
	return uc_is_general_category_withtable(
	    code, UC_CATEGORY_MASK_L | UC_CATEGORY_MASK_N);
}

bool
text_is_shown(uint32_t code)
{
	return wcwidth((wchar_t)code) >= 0;
}

/* Cleaning */

/*
 * Beyond ASCII, what can harm a terminal or mislead its reader: C1, bidi
 * controls, all that is default-ignorable or a format (Cf) and so not seen, and
 * noncharacters; but not joiners and variation selectors, which some scripts
 * need, nor formats that are seen, as around numbers.  The unassigned
 * may be letters tomorrow.
 */
static const struct {
	uint32_t from, to;
} harmful[] = {
    {0x7F, 0x9F},       /* DEL, C1 */
    {0xAD, 0xAD},       /* soft hyphen */
    {0x34F, 0x34F},     /* grapheme joiner, which joins nothing */
    {0x61C, 0x61C},     /* Arabic letter mark */
    {0x115F, 0x1160},   /* fillers of Hangul */
    {0x17B4, 0x17B5},   /* Khmer vowels that are not seen */
    {0x180E, 0x180E},   /* Mongolian vowel separator */
    {0x200B, 0x200B},   /* blank of no width */
    {0x200E, 0x200F},   /* marks of direction */
    {0x2028, 0x202E},   /* separators, embeddings, overrides */
    {0x2060, 0x206F},   /* word joiner, operators, isolates */
    {0x3164, 0x3164},   /* filler of Hangul */
    {0xFDD0, 0xFDEF},   /* no characters; neither are the last 2 of a plane */
    {0xFEFF, 0xFEFF},   /* byte order mark */
    {0xFFA0, 0xFFA0},   /* filler of Hangul, of half width */
    {0xFFF0, 0xFFFB},   /* annotations */
    {0x13430, 0x1343F}, /* controls of hieroglyphs */
    {0x1BCA0, 0x1BCA3}, /* controls of shorthand */
    {0x1D173, 0x1D17A}, /* controls of music */
    {0xE0000, 0xE00FF}, /* tags */
    {0xE01F0, 0xE0FFF}, /* for more of them */
};

static bool
is_harmful(uint32_t c)
{
	if (c < 0x7F)
		return c < 0x20 && c != '\t' && c != '\n';
	if ((c & 0xFFFE) == 0xFFFE)
		return true;
	for (size_t i = 0; i < sizeof(harmful) / sizeof(*harmful); i++)
		if (c <= harmful[i].to)
			return c >= harmful[i].from;
	return false;
}

/* Eight bytes at a time: whether one is 0, and whether one is `byte`. */
#define EACH(byte) ((byte)*UINT64_C(0x0101010101010101))

static inline uint64_t
has_zero(uint64_t word)
{
	return (word - EACH(1)) & ~word & EACH(0x80);
}

static inline uint64_t
has_byte(uint64_t word, unsigned char byte)
{
	return has_zero(word ^ EACH(byte));
}

static bool
is_more(char c)
{
	return ((unsigned char)c & 0xC0) == 0x80;
}

/* The bytes of the code point at `s` if the first tells it is clean; or 0. */
static inline size_t
surely_clean(const char *s, size_t len)
{
	unsigned char c = (unsigned char)s[0];

	if (c < 0x80)
		return c >= 0x20 ? c != 0x7F : c == '\n' || c == '\t';
	if (c >= 0xC3 && c <= 0xDF)
		return len >= 2 && is_more(s[1]) &&
			(c != 0xCD || s[1] != '\x8F') &&
			(c != 0xD8 || s[1] != '\x9C')
		    ? 2
		    : 0;
	if (c == 0xE0)
		return len >= 3 && (unsigned char)s[1] >= 0xA0 &&
			is_more(s[1]) && is_more(s[2])
		    ? 3
		    : 0;
	/* These two first bytes have harmful ones in a few rare blocks. */
	if ((c == 0xE1 && len >= 2 && strchr("\x85\x9E\xA0", s[1])) ||
	    (c == 0xE3 && len >= 2 && s[1] == '\x85'))
		return 0;
	if (c == 0xE1 || (c >= 0xE3 && c <= 0xEC) || c == 0xEE)
		return len >= 3 && is_more(s[1]) && is_more(s[2]) ? 3 : 0;
	return 0;
}

/* Returns the bytes of the code point at `s`, or 0 if it is not clean. */
static size_t
clean_code(const char *s, size_t len)
{
	ucs4_t code;
	int n = u8_mbtoucr(&code, bytes(s), len);

	return n > 0 && !is_harmful(code) ? (size_t)n : 0;
}

/* Returns how many bytes surely are clean, as ASCII without most controls. */
static inline size_t
plain_run(const char *s, size_t len)
{
	uint64_t word;

	if (len < sizeof(word))
		return 0;
	/* In other scripts it is seldom more than a few. */
	memcpy(&word, s, sizeof(word));
	word |= (word + EACH(1)) | (word - EACH(' '));
	word = le64toh(word & EACH(0x80));
	if (word != 0)
		return (size_t)__builtin_ctzll(word) / 8;
	return sizeof(word) +
	    scan_printed(s + sizeof(word), len - sizeof(word));
}

/* Returns how many bytes come before the first that is not clean. */
static size_t
clean_run(const char *s, size_t len)
{
	size_t i = plain_run(s, len), n = 1;

	while (i < len && n > 0) {
		n = surely_clean(s + i, len - i);
		if (n == 0)
			n = clean_code(s + i, len - i);
		i += n;
		/* What is not ASCII seldom stands alone. */
		if (i < len && (unsigned char)s[i] < 0x80)
			i += plain_run(s + i, len - i);
	}
	return i;
}

bool
text_is_clean(const char *s, size_t len)
{
	return clean_run(s, len) == len;
}

void
text_mask(char *s)
{
	size_t len = strlen(s), out = 0;

	for (size_t i = 0, n; i < len; i += n) {
		n = clean_code(s + i, len - i);
		if (n == 0 || (unsigned char)s[i] < ' ') {
			uint32_t code;

			n = text_decode(s + i, len - i, &code);
			s[out++] = '?';
			continue;
		}
		memmove(s + out, s + i, n);
		out += n;
	}
	s[out] = '\0';
}

/* Whether a control character or separator stands between words. */
static bool
parts_words(uint32_t c)
{
	return c == '\v' || c == '\f' || c == 0x85 || c == 0x2028 ||
	    c == 0x2029;
}

/*
 * Writes the `len` bytes at `s` clean to `buf`, which has room for them or is
 * `s`; the first `i` are clean, and there.  Returns how many bytes they become.
 */
static size_t
clean_to(char *buf, const char *s, size_t len, size_t i)
{
	size_t out = i;

	while (i < len) {
		uint32_t c;
		size_t n = text_decode(s + i, len - i, &c);

		if (c == '\r') {
			n = i + 1 < len && s[i + 1] == '\n' ? 2 : 1;
			c = '\n';
		}
		if (parts_words(c))
			c = ' ';
		i += n;
		if (!is_harmful(c))
			out += text_encode(c, buf + out);
		n = clean_run(s + i, len - i);
		memmove(buf + out, s + i, n);
		i += n;
		out += n;
	}
	return out;
}

size_t
text_clean_here(char *s, size_t len)
{
	return clean_to(s, s, len, clean_run(s, len));
}

char *
text_clean(struct arena *arena, const char *s, size_t len, size_t *out_len)
{
	size_t out, i = clean_run(s, len);

	if (i == len) {
		if (out_len)
			*out_len = len;
		return arena_dup(arena, s, len);
	}

	/* A byte that is no character becomes the three of U+FFFD. */
	char *buf = mem_alloc(len + 1, 3);

	memcpy(buf, s, i);
	out = clean_to(buf, s, len, i);
	buf = mem_resize(buf, out + 1, 1);
	buf[out] = '\0';
	arena_adopt(arena, buf, 0);
	if (out_len)
		*out_len = out;
	return buf;
}

/* Whether text_squeeze() may change one of the eight bytes. */
static inline bool
may_be_blank(uint64_t word)
{
	/* Blanks beyond ASCII begin with one of these, or with 0xE2. */
	return (has_byte(word, '\t') | has_byte(word, '\n') |
		   has_byte(word, 0xC2) | has_byte(word, 0xE3)) != 0;
}

/* Whether a blank begins in the eight bytes at `s`, of which quotes are none. */
static bool
has_blank_of_print(const char *s, size_t len)
{
	for (size_t i = 0; i < sizeof(uint64_t); i++) {
		if (s[i] == '\xE2' && text_blank(s + i, len - i) > 0)
			return true;
	}
	return false;
}

bool
text_is_squeezed(const char *s, size_t len)
{
	uint64_t word, next;
	size_t i = 0;

	if (len == 0)
		return true;
	if (s[0] == ' ' || s[len - 1] == ' ')
		return false;
	for (; i + sizeof(word) < len; i += sizeof(word)) {
		memcpy(&word, s + i, sizeof(word));
		memcpy(&next, s + i + 1, sizeof(word));
		if (may_be_blank(word) ||
		    has_zero((word ^ EACH(' ')) | (next ^ EACH(' '))) ||
		    (has_byte(word, 0xE2) &&
			has_blank_of_print(s + i, len - i)))
			return false;
	}
	for (; i < len; i++) {
		if (text_blank(s + i, len - i) > (s[i] == ' ') ||
		    (s[i] == ' ' && s[i + 1] == ' '))
			return false;
	}
	return true;
}

char *
text_squeeze(struct arena *arena, const char *s, size_t len)
{
	char *copy = arena_dup(arena, s, len);
	size_t out = 0;
	bool gap = false;

	if (text_is_squeezed(s, len))
		return copy;
	for (size_t i = 0; i < len;) {
		size_t n = text_blank(s + i, len - i);

		if (n) {
			gap = out > 0;
			i += n;
			continue;
		}
		if (gap)
			copy[out++] = ' ';
		gap = false;
		copy[out++] = s[i++];
	}
	copy[out] = '\0';
	return copy;
}

char *
text_lower(struct arena *arena, const char *s, size_t len)
{
	size_t n = 0;
	uint8_t *lower = u8_tolower(
	    bytes(s), len, NULL, UNINORM_NFKC, NULL, &n);
	char *copy = arena_dup(
	    arena, lower ? (char *)lower : s, lower ? n : len);

	free(lower);
	return copy;
}

/* Clusters and columns */

/* Two ASCII characters never join into one cluster: CR was cleaned away. */
static bool
is_plain_pair(unsigned char a, unsigned char b)
{
	return a < 0x80 && b < 0x80;
}

/* U+200D ZERO WIDTH JOINER in UTF-8. */
#define JOINER     "\xE2\x80\x8D"
#define JOINER_LEN 3

/*
 * Whether the cluster border that libunistring 1.0 finds at `at` is wrong: a
 * joiner before it glues two pictographs together (UAX #29, GB11).  The library
 * does not know Extended_Pictographic; its characters are all "other symbols".
 */
static bool
is_glued(const char *s, size_t len, size_t at)
{
	uint32_t code;

	if (at < JOINER_LEN || at >= len ||
	    memcmp(s + at - JOINER_LEN, JOINER, JOINER_LEN) != 0)
		return false;
	text_decode(s + at, len - at, &code);
	return uc_is_general_category_withtable(code, UC_CATEGORY_MASK_So);
}

/* Whether a regional indicator, half of a flag, stands at `s`: 4 bytes. */
static bool
is_flag_half(const char *s, size_t len)
{
	return len >= 4 && memcmp(s, "\xF0\x9F\x87", 3) == 0 &&
	    (unsigned char)s[3] >= 0xA6;
}

/* How many flag halves in a row `s` ends with. */
static size_t
flag_halves(const char *s, size_t len)
{
	size_t n = 0;

	while (len >= 4 && is_flag_half(s + len - 4, 4)) {
		len -= 4;
		n++;
	}
	return n;
}

size_t
text_next(const char *s, size_t len)
{
	size_t at = 0;

	if (len <= 1 || is_plain_pair((unsigned char)s[0], (unsigned char)s[1]))
		return len ? 1 : 0;
	if (is_flag_half(s, len) && is_flag_half(s + 4, len - 4))
		return 8;
	do {
		const uint8_t *next = u8_grapheme_next(
		    bytes(s + at), bytes(s + len));

		at = next ? (size_t)(next - bytes(s)) : len;
	} while (is_glued(s, len, at));
	return at;
}

size_t
text_prev(const char *s, size_t len)
{
	size_t at = len;

	if (len <= 1 ||
	    is_plain_pair((unsigned char)s[len - 2], (unsigned char)s[len - 1]))
		return len ? 1 : 0;

	size_t halves = flag_halves(s, len);

	if (halves > 0)
		return halves % 2 == 0 ? 8 : 4;
	do {
		const uint8_t *prev = u8_grapheme_prev(bytes(s + at), bytes(s));

		at = prev ? (size_t)(prev - bytes(s)) : 0;
	} while (is_glued(s, len, at));
	return len - at;
}

int
text_width(const char *s, size_t len)
{
	int width = 0;

	for (size_t i = 0; i < len;) {
		uint32_t c = (unsigned char)s[i];

		if (c < 0x80) {
			width++;
			i++;
			continue;
		}
		i += text_decode(s + i, len - i, &c);
		int w = wcwidth((wchar_t)c);

		width += w < 0 ? 1 : w;
	}
	return width;
}

size_t
text_fit(const char *s, size_t len, int columns, int *width)
{
	size_t at = 0;
	int used = 0;

	while (at < len) {
		size_t n = text_next(s + at, len - at);
		int w = text_width(s + at, n);

		if (used + w > columns)
			break;
		used += w;
		at += n;
	}
	if (width)
		*width = used;
	return at;
}

static size_t
skip_blanks(const char *s, size_t len, size_t at)
{
	while (at < len && s[at] == ' ')
		at++;
	return at;
}

/* The last place in s[0, most] where a line may end, by UAX #14; 0: none. */
static size_t
last_break(const char *s, size_t len, size_t most)
{
	size_t window = most +
	    (most < len ? text_next(s + most, len - most) : 0);
	char *may = mem_alloc(window + 1, 1);
	size_t at = most;

	u8_possible_linebreaks(bytes(s), window, "UTF-8", may);
	while (at > 0 && may[at] != UC_BREAK_POSSIBLE)
		at--;
	free(may);
	return at;
}

size_t
text_wrap(const char *s, size_t len, int columns, size_t *shown)
{
	size_t fit = text_fit(s, len, columns, NULL);

	if (fit == 0)
		fit = text_next(s, len);

	/* Blanks at the end of a row hang over its edge, unseen. */
	size_t at = skip_blanks(s, len, fit);

	if (at < len) {
		size_t soft = last_break(s, len, at);

		at = soft ? soft : fit;
	}
	size_t end = at;

	while (end > 0 && s[end - 1] == ' ')
		end--;
	*shown = end;
	return at;
}
