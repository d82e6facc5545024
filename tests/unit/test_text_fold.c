/* text_fold: every code point as libunistring has it, and what section by
 * section is left out or spelled otherwise. */
#include "unit.h"

#include <stdbool.h>
#include <stdlib.h>
#include <string.h>
#include <unicase.h>
#include <unictype.h>
#include <uninorm.h>
#include <unistr.h>

#include "lectern/base/arena.h"
#include "lectern/base/text.h"

#define CODES        UNIT_ROUNDS(0x110000) /* the first planes, or all */
#define COUNT(array) (sizeof(array) / sizeof((array)[0]))

static struct arena *arena;

static int
setup(void **state)
{
	(void)state;
	arena = arena_new();
	return 0;
}

static int
teardown(void **state)
{
	(void)state;
	arena_free(arena);
	return 0;
}

static size_t
encode(uint32_t code, char utf8[8])
{
	int n = u8_uctomb((uint8_t *)utf8, code, 6);

	return n > 0 ? (size_t)n : 0;
}

static const char *
fold(const char *s)
{
	return text_fold(arena, s, strlen(s), NULL);
}

static void
words_are_found_as_they_are_typed(void **state)
{
	static const char *const cases[][2] = {
	    /* Vowel signs of Arabic and Hebrew, hamza, tatweel, digits. */
	    {"الحَوسَبة السَّحابيّة", "الحوسبة السحابية"},
	    {"שָׁלוֹם עוֹלָם", "שלום עולם"},
	    {"إدارة أحمد ٢٠٢٤", "ادارة احمد 2024"},
	    {"تـطـويـل", "تطويل"},
	    {"ܫܠܳܡܐ", "ܫܠܡܐ"},
	    {"йод Ёлка", "иод елка"},
	    {"їѵ҃", "іѵ"},
	    /* Vowel signs that are as good as letters. */
	    {"हिन्दी", "हिन्दी"},
	    {"ภาษาที่", "ภาษาที่"},
	    {"தமிழ்", "தமிழ்"},
	    {"がぎ", "か\u3099き\u3099"},
	    /* Digits by value. */
	    {"２０२४ ۲۰ २० ๒๔ ²", "2024 20 20 24 2"},
	    /* What shows nothing. */
	    {"key\u00ADboard zero\u200Bwidth x\u2060y",
		"keyboard zerowidth xy"},
	    {"a\u034Fb\u115Fc\u3164d\uFE0Fe\u200De", "abcdee"},
	    /* Letters that do not decompose. */
	    {"ŒUVRE ħ ŧ ŋ ƶ ɓ ǥ", "oeuvre h t n z b g"},
	    {"O\u02BCBrien o\u02BBahu", "o'brien o'ahu"},
	    {"Ὀδυσσεύς", "οδυσσευσ"},
	    {"한글", "\u1112\u1161\u11AB\u1100\u1173\u11AF"},
	};

	(void)state;
	for (size_t i = 0; i < COUNT(cases); i++)
		assert_string_equal(fold(cases[i][0]), cases[i][1]);
}

static void
stripped_text_keeps_its_capitals(void **state)
{
	static const char *const cases[][2] = {
	    {"Ørsted ÆON Þór", "Orsted AEON THor"},
	    {"Léger Straße", "Leger Strasse"},
	    {"ЁЛКА Йод", "ЕЛКА Иод"},
	    {"Σοφία ٢", "Σοφια 2"},
	    {"한글", "\u1112\u1161\u11AB\u1100\u1173\u11AF"},
	};

	(void)state;
	for (size_t i = 0; i < COUNT(cases); i++)
		assert_string_equal(
		    text_strip(arena, cases[i][0], strlen(cases[i][0]), NULL),
		    cases[i][1]);
}

/* Whether people leave the mark out, as far as its block tells. */
static bool
is_spare(uint32_t c)
{
	static const uint32_t blocks[][2] = {{0x0300, 0x036F}, {0x0483, 0x0489},
	    {0x0591, 0x05C7}, {0x0610, 0x061A}, {0x064B, 0x065F},
	    {0x0670, 0x0670}, {0x06D6, 0x06ED}, {0x0711, 0x0711},
	    {0x0730, 0x074A}, {0x0890, 0x08FF}, {0x1AB0, 0x1AFF},
	    {0x1DC0, 0x1DFF}, {0x20D0, 0x20FF}, {0x2DE0, 0x2DFF},
	    {0xA66F, 0xA67D}, {0xA69E, 0xA69F}, {0xFB1E, 0xFB1E},
	    {0xFE20, 0xFE2F}, {0x10EFD, 0x10EFF}, {0x1D242, 0x1D244},
	    {0x1E08F, 0x1E08F}};

	for (size_t i = 0; i < COUNT(blocks); i++) {
		if (c >= blocks[i][0] && c <= blocks[i][1])
			return uc_is_general_category_withtable(
			    c, UC_CATEGORY_MASK_M);
	}
	return false;
}

/* A code point's fold by the definition, but for letters that are spelled. */
static size_t
define(uint32_t code, char *out)
{
	size_t n1 = 0, n2 = 0, len = 0;
	ucs4_t one = code;
	uint32_t *parts = u32_normalize(UNINORM_NFKD, &one, 1, NULL, &n1);
	uint32_t *lower = u32_casefold(
	    parts, n1, NULL, UNINORM_NFKD, NULL, &n2);

	for (size_t i = 0; i < n2; i++) {
		if (is_spare(lower[i]) || lower[i] == 0x640 ||
		    uc_is_property_default_ignorable_code_point(lower[i]))
			continue;
		if (uc_digit_value(lower[i]) >= 0)
			out[len++] = (char)('0' + uc_digit_value(lower[i]));
		else
			len += encode(lower[i], out + len);
	}
	if (is_spare(code) || uc_is_property_default_ignorable_code_point(code))
		len = 0;
	free(parts);
	free(lower);
	out[len] = '\0';
	return len;
}

/* Whether the text is a few letters or signs of ASCII. */
static bool
is_spelling(const char *s, size_t len)
{
	return len > 0 && len <= 4 && text_is_ascii(s, len);
}

static void
each_code_point_folds_as_is_defined(void **state)
{
	size_t spelled = 0;

	(void)state;
	for (uint32_t code = 1; code < CODES; code++) {
		char s[8], want[128];
		size_t n = encode(code, s), len, again;
		uint32_t *map;

		if (n == 0)
			continue;
		const char *is = text_fold(arena, s, n, &len);
		const char *mapped = text_fold_map(
		    arena, s, n, false, &again, &map);

		assert_memory_equal(is, mapped, len + 1);
		assert_int_equal(len, again);
		assert_int_equal(map[len], n);
		for (size_t i = 0; i < len; i++)
			assert_int_equal(map[i], 0);
		/* What is folded stays as it is. */
		assert_string_equal(text_fold(arena, is, len, NULL), is);
		define(code, want);
		if (strcmp(is, want) != 0) {
			if (!is_spelling(is, len) && !strchr(is, '\''))
				fail_msg("U+%04X folds to %s, not %s",
				    (unsigned)code, is, want);
			spelled++;
		}
		arena_clear(arena);
	}
	/* Capitals and all that decompose to one of the letters count. */
	assert_in_range(spelled, 60, 160);
}

/* Beside every code point, one of each kind that the fold treats apart. */
static void
a_pair_folds_to_its_folds(void **state)
{
	static const char *const others[] = {"A", "\u0301", "Ø", "\u094D", "한",
	    "\u00AD", "漢", "😀", "ABCDEFGHIJ"};

	(void)state;
	for (uint32_t code = 1; code < CODES; code++) {
		const char *other = others[code % COUNT(others)];
		char s[8], pair[64];
		size_t n = encode(code, s), k = strlen(other), len, n1, n2;

		if (n == 0)
			continue;
		memcpy(pair, other, k);
		memcpy(pair + k, s, n);
		memcpy(pair + k + n, other, k);

		const char *a = text_fold(arena, other, k, &n1);
		const char *b = text_fold(arena, s, n, &n2);
		const char *all = text_fold(arena, pair, n + 2 * k, &len);

		assert_int_equal(len, 2 * n1 + n2);
		assert_memory_equal(all, a, n1);
		assert_memory_equal(all + n1, b, n2);
		assert_memory_equal(all + n1 + n2, a, n1);
		arena_clear(arena);
	}
}

static void
long_text_folds_as_its_parts_do(void **state)
{
	/* The last is the one that grows most. */
	static const char *const parts[] = {
	    "Plain words, ", "Ёжик ", "Ørsted", "한글 ", "\uFDFA"};
	char s[8192];
	size_t len = 0, out = 0, n;
	uint32_t *map;

	(void)state;
	for (size_t i = 0; len + 32 < sizeof(s); i++) {
		const char *part = parts[i % 97 ? i % 4 : 4];

		memcpy(s + len, part, strlen(part));
		len += strlen(part);
	}

	const char *all = text_fold_map(arena, s, len, false, &n, &map);

	for (size_t i = 0, k; i < len; i += k) {
		size_t m;
		uint32_t code;

		k = text_decode(s + i, len - i, &code);
		const char *one = text_fold(arena, s + i, k, &m);

		assert_memory_equal(all + out, one, m);
		for (size_t j = 0; j < m; j++)
			assert_int_equal(map[out + j], i);
		out += m;
	}
	assert_int_equal(out, n);
	assert_int_equal(map[n], len);
	assert_string_equal(all, text_fold(arena, s, len, NULL));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(words_are_found_as_they_are_typed),
	    cmocka_unit_test(stripped_text_keeps_its_capitals),
	    cmocka_unit_test(each_code_point_folds_as_is_defined),
	    cmocka_unit_test(a_pair_folds_to_its_folds),
	    cmocka_unit_test(long_text_folds_as_its_parts_do),
	};

	return cmocka_run_group_tests(tests, setup, teardown);
}
