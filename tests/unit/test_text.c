/* text: cleaning, folding, widths, wrapping. */
#include "unit.h"

#include <locale.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unictype.h>
#include <wchar.h>

#include "lectern/base/arena.h"
#include "lectern/base/text.h"
#include "source/markdown/richtext.h"

static struct arena *arena;

static int
setup(void **state)
{
	(void)state;
	arena = arena_new();
	return setlocale(LC_CTYPE, "C.UTF-8") ? 0 : 1;
}

static int
teardown(void **state)
{
	(void)state;
	arena_free(arena);
	return 0;
}

#define COUNT(array) (sizeof(array) / sizeof((array)[0]))

static void
nothing_harmful_passes_the_door(void **state)
{
	static const struct {
		const char *in;
		size_t len;
		const char *out;
	} cases[] = {
	    {"plain\ttext\n", 11, "plain\ttext\n"},
	    {"\xEF\xBB\xBFtitle", 8, "title"},
	    {"a\r\nb\rc", 6, "a\nb\nc"},
	    {"\033[31mred\033]0;x\007", 13, "[31mred]0;x"},
	    {"a\0b", 3, "ab"},
	    {"del\x7F", 4, "del"},
	    {"c1 \xC2\x9B"
	     "31m",
		8, "c1 31m"},
	    {"\xE2\x80\xAE"
	     "abc\xE2\x80\xAC",
		9, "abc"},
	    {"\xE2\x81\xA6"
	     "x\xE2\x81\xA9",
		7, "x"},
	    {"bad \xFF byte", 10, "bad \xEF\xBF\xBD byte"},
	    {"cut \xE2\x82", 6, "cut \xEF\xBF\xBD"},
	    {"\xC0\xAF", 2, "\xEF\xBF\xBD\xEF\xBF\xBD"},
	    {"\xF3\xA0\x81\x81tag", 7, "tag"},
	    {"soft\u00ADhyphen", 12, "softhyphen"},
	    {"ab\u034F\u3164c\u2060\uFFA0", 14, "abc"},
	    {"\u115F\u1160\u17B4\u180E\u200B", 15, ""},
	    {"\xF0\x93\x90\x80\xF0\x93\x90\xB0x\uFFFE\uFDD0", 15,
		"\xF0\x93\x90\x80x"},
	    {"", 0, ""},
	};

	(void)state;
	for (size_t i = 0; i < COUNT(cases); i++) {
		size_t len;
		char *out = text_clean(arena, cases[i].in, cases[i].len, &len);
		char *here = arena_dup(arena, cases[i].in, cases[i].len);

		assert_string_equal(out, cases[i].out);
		assert_int_equal(len, strlen(out));
		assert_true(text_is_clean(out, len));
		/* What is no UTF-8 becomes longer. */
		if (strstr(out, "\xEF\xBF\xBD"))
			continue;
		assert_int_equal(text_clean_here(here, cases[i].len), len);
		assert_memory_equal(here, out, len);
	}
}

/* Formats that are seen, as signs around numbers. */
static bool
is_seen_format(uint32_t code)
{
	static const uint32_t seen[] = {0x600, 0x601, 0x602, 0x603, 0x604,
	    0x605, 0x6DD, 0x70F, 0x890, 0x891, 0x8E2, 0x110BD, 0x110CD};

	for (size_t i = 0; i < COUNT(seen); i++)
		if (seen[i] == code)
			return true;
	return false;
}

/* Joiners and variation selectors, which scripts and emoji want. */
static bool
is_wanted(uint32_t code)
{
	return is_seen_format(code) || code == 0x200C || code == 0x200D ||
	    (code >= 0x180B && code <= 0x180F && code != 0x180E) ||
	    (code >= 0xFE00 && code <= 0xFE0F) ||
	    (code >= 0xE0100 && code <= 0xE01EF);
}

static void
nothing_that_is_not_seen_is_clean(void **state)
{
	(void)state;
	for (uint32_t code = 0x80; code <= 0x10FFFF; code++) {
		char s[16] = "ab";
		size_t len = text_encode(code, s + 2);
		bool hidden = uc_is_property_default_ignorable_code_point(
				  code) ||
		    uc_is_general_category_withtable(
			code, UC_CATEGORY_MASK_Cf) ||
		    uc_is_property_not_a_character(code);

		if (len == 0 || !hidden)
			continue;
		/* In the middle of others, since some are looked at together. */
		memcpy(s + 2 + len, "cd", 3);
		if (text_is_clean(s, len + 4) != is_wanted(code))
			fail_msg("U+%04X", (unsigned)code);
	}
}

/* Whether so many letters with `odd` after the first `at` of them are clean. */
static bool
is_clean_with(const char *odd, size_t at)
{
	char s[40];

	snprintf(s, sizeof(s), "%.*s%s%s", (int)at, "abcdefghijklmnopqrst", odd,
	    &"tuvwxyz"[at % 8]);
	return text_is_clean(s, strlen(s));
}

static void
what_is_not_clean_is_found_at_any_place(void **state)
{
	static const char *const bad[] = {"\x01", "\r", "\x1F", "\x7F", "\xFF",
	    "\xC2\x9F", "\xC3", "\xE2\x80\xAE"};
	static const char *const good[] = {
	    " ", "~", "\n", "\t", "\xC3\xA9", "\xE2\x80\x9C"};

	(void)state;
	for (size_t at = 0; at < 20; at++) {
		for (size_t i = 0; i < sizeof(bad) / sizeof(*bad); i++)
			assert_false(is_clean_with(bad[i], at));
		for (size_t i = 0; i < sizeof(good) / sizeof(*good); i++)
			assert_true(is_clean_with(good[i], at));
	}
}

static void
names_are_masked(void **state)
{
	static const char *const cases[][2] = {
	    {"plain name.md", "plain name.md"},
	    {"a\033[2Jb\n\tc", "a?[2Jb??c"},
	    {"a\xC2\x9B"
	     "n",
		"a?n"},
	    {"a\u202Egpj", "a?gpj"},
	    {"a\xFF\xFE", "a??"},
	    {"a\xE2\x82", "a?"},
	    {"x\u00ADy\u3164", "x?y?"},
	    {"Töpel 日本\uFFFD", "Töpel 日本\uFFFD"},
	};

	(void)state;
	for (size_t i = 0; i < COUNT(cases); i++) {
		char s[64];

		strcpy(s, cases[i][0]);
		text_mask(s);
		assert_string_equal(s, cases[i][1]);
	}
}

static void
any_bytes_become_clean_text(void **state)
{
	unsigned seed = 1;

	(void)state;
	for (int round = 0; round < 2000; round++) {
		char raw[64];
		size_t len;

		for (size_t i = 0; i < sizeof(raw); i++) {
			seed = seed * 1103515245 + 12345;
			raw[i] = (char)(seed >> 16);
		}
		char *out = text_clean(arena, raw, sizeof(raw), &len);

		assert_true(text_is_clean(out, len));
		assert_string_equal(text_clean(arena, out, len, NULL), out);
	}
}

static void
people_find_names_without_their_accents(void **state)
{
	static const char *const cases[][2] = {
	    {"Björn Töpel", "bjorn topel"},
	    {"Clément Léger", "clement leger"},
	    {"Petr Tesařík", "petr tesarik"},
	    {"Søren Kierkegård", "soren kierkegard"},
	    {"Łukasz", "lukasz"},
	    {"Đorđe", "dorde"},
	    {"Þór Æsir", "thor aesir"},
	    {"Straße STRASSE", "strasse strasse"},
	    {"ﬁle ﬂag", "file flag"},
	    {"Ắ", "a"},
	    {"İstanbul ısı", "istanbul isi"},
	    {"“quoted” ‘it’s’", "\"quoted\" 'it's'"},
	    {"a–b—c", "a-b-c"},
	    {"e\xCC\x81", "e"},
	    {"ΣΊΣΥΦΟΣ", "σισυφοσ"},
	    {"ＦＵＬＬ", "full"},
	    {"漢字かな", "漢字かな"},
	    {"wait…", "wait..."},
	    {"", ""},
	};

	(void)state;
	for (size_t i = 0; i < COUNT(cases); i++) {
		char *out = text_fold(
		    arena, cases[i][0], strlen(cases[i][0]), NULL);

		assert_string_equal(out, cases[i][1]);
		assert_string_equal(
		    text_fold(arena, out, strlen(out), NULL), out);
	}
}

static void
ascii_folds_alike_on_both_paths(void **state)
{
	char all[128];

	(void)state;
	for (int i = 0; i < 127; i++)
		all[i] = (char)(i + 1);
	all[127] = '\0';
	char *fast = text_fold(arena, all, 127, NULL);
	uint32_t *map;
	size_t len;
	char *slow = text_fold_map(arena, all, 127, false, &len, &map);

	assert_int_equal(len, 127);
	assert_memory_equal(fast, slow, 127);
	assert_int_equal(fast['Z' - 1], 'z');
	assert_int_equal(fast['@' - 1], '@');
	assert_int_equal(fast['[' - 1], '[');
}

static void
map_leads_from_folded_back_to_shown(void **state)
{
	const char *s = "xßÉz";
	size_t len;
	uint32_t *map;
	char *folded = text_fold_map(arena, s, strlen(s), false, &len, &map);

	(void)state;
	assert_string_equal(folded, "xssez");
	assert_int_equal(map[0], 0);
	assert_int_equal(map[1], 1);
	assert_int_equal(map[2], 1);
	assert_int_equal(map[3], 3);
	assert_int_equal(map[4], 5);
	assert_int_equal(map[5], 6);
	assert_string_equal(folded, text_fold(arena, s, strlen(s), NULL));
}

static void
clusters_are_never_split(void **state)
{
	static const struct {
		const char *s;
		size_t first;
	} cases[] = {
	    {"abc", 1},
	    {"e\xCC\x81x", 3},
	    {"한글", 3},
	    {"\xE1\x84\x92\xE1\x85\xA1\xE1\x86\xABx", 9}, /* jamo */
	    {"👩‍💻x", 11},
	    {"👍🏽x", 8},
	    {"नि", 6},
	    {"漢字", 3},
	    {"🇩🇪🇫🇷", 8},
	};

	(void)state;
	for (size_t i = 0; i < COUNT(cases); i++) {
		const char *s = cases[i].s;
		size_t len = strlen(s), at = 0;

		assert_int_equal(text_next(s, len), cases[i].first);
		/* Walking back meets the same borders. */
		size_t ends[16], n = 0;

		while (at < len)
			ends[n++] = at += text_next(s + at, len - at);
		while (n > 0) {
			assert_int_equal(ends[--n], len);
			len -= text_prev(s, len);
		}
		assert_int_equal(len, 0);
	}
}

static void
width_is_the_sum_of_wcwidth(void **state)
{
	static const char *const samples[] = {"plain", "漢字かな", "한글",
	    "e\xCC\x81", "👩‍💻", "👍🏽", "العربية",
	    ("a\xE2\x80\x8B"
	     "b"),
	    "ｶﾅ", "─│•…"};

	(void)state;
	for (size_t i = 0; i < COUNT(samples); i++) {
		wchar_t wide[64];
		size_t n = mbstowcs(wide, samples[i], 64);

		assert_true(n < 64);
		assert_int_equal(text_width(samples[i], strlen(samples[i])),
		    wcswidth(wide, n));
	}
	assert_int_equal(text_width("漢字", 6), 4);
	assert_int_equal(text_width("\xEF\xBF\xBF", 3), 1);
}

static void
fit_stops_before_what_is_too_wide(void **state)
{
	int width;

	(void)state;
	assert_int_equal(text_fit("abcdef", 6, 4, &width), 4);
	assert_int_equal(width, 4);
	assert_int_equal(text_fit("漢字", 6, 3, &width), 3);
	assert_int_equal(width, 2);
	assert_int_equal(text_fit("e\xCC\x81"
				  "e\xCC\x81",
			     6, 1, NULL),
	    3);
	assert_int_equal(text_fit("abc", 3, 0, NULL), 0);
	assert_int_equal(text_fit("", 0, 5, NULL), 0);
}

/* Wraps `s` and joins the rows with `|`. */
static const char *
wrapped(const char *s, int columns)
{
	size_t len = strlen(s), at = 0;
	const char *out = "";

	while (at < len) {
		size_t shown;
		size_t n = text_wrap(s + at, len - at, columns, &shown);

		assert_true(n > 0);
		assert_true(shown <= n);
		out = arena_printf(arena, "%s%s%.*s", out, *out ? "|" : "",
		    (int)shown, s + at);
		at += n;
	}
	return out;
}

static void
rows_break_where_a_reader_expects(void **state)
{
	(void)state;
	assert_string_equal(wrapped("one two three", 7), "one two|three");
	assert_string_equal(wrapped("one two three", 8), "one two|three");
	assert_string_equal(wrapped("one  two", 3), "one|two");
	assert_string_equal(wrapped("unbreakable", 4), "unbr|eaka|ble");
	assert_string_equal(wrapped("漢字かな交じり", 5), "漢字|かな|交じ|り");
	assert_string_equal(
	    wrapped("see a-very-long name", 11), "see a-very-|long name");
	assert_string_equal(wrapped("漢", 1), "漢");
	assert_string_equal(wrapped("end ", 3), "end");
}

static void
no_row_is_wider_than_its_columns(void **state)
{
	static const char *const samples[] = {
	    "The quick brown fox, jumping-over the lazy/dog (and more).",
	    ("e\xCC\x81l\xCC\x81 漢字かな mixed 한글 text 👩‍💻 "
	     "here"),
	    "                 ", "a/very/long/path/without/blanks.c:120"};

	(void)state;
	for (size_t i = 0; i < COUNT(samples); i++)
		for (int columns = 4; columns < 40; columns++) {
			size_t len = strlen(samples[i]), at = 0;

			while (at < len) {
				size_t shown;
				size_t n = text_wrap(
				    samples[i] + at, len - at, columns, &shown);

				assert_true(n > 0);
				assert_true(text_width(samples[i] + at,
						shown) <= columns);
				at += n;
			}
		}
}

static void
squeezed_text_has_single_blanks(void **state)
{
	(void)state;
	assert_string_equal(
	    text_squeeze(arena, "  a \t\n b\xC2\xA0\xE3\x80\x80 ", 14), "a b");
	assert_string_equal(
	    text_squeeze(
		arena, "12345678\xE2\x80\x83\xE2\x80\xAFx\xE2\x80\x99s", 19),
	    "12345678 x\xE2\x80\x99s");
	assert_string_equal(text_squeeze(arena, "   ", 3), "");
}

/* A line's words are squeezed as any text is. */
static void
lines_have_single_blanks_wherever_there_are_more(void **state)
{
	static const char *const blanks[] = {" ", "  ", " \t", "\xC2\xA0",
	    " \xC2\xA0", "\xE3\x80\x80 ", "\xE2\x80\x83", "\xE2\x81\x9F "};
	char s[64];

	(void)state;
	for (int at = 0; at <= 20; at++) {
		for (size_t i = 0; i < 64; i++) {
			struct richtext richtext;
			size_t len = (size_t)snprintf(s, sizeof(s),
			    "%.*s%sxy%s%s", at, "abc defghijkl nopqrs",
			    blanks[i % 8], blanks[i / 8], "more of it ");

			richtext_begin(&richtext, arena);
			richtext_add(&richtext, s, len, 0, NULL);
			assert_string_equal(richtext_end(&richtext).text,
			    text_squeeze(arena, s, len));
		}
	}
}

static void
a_line_grows_over_its_room(void **state)
{
	struct richtext richtext;
	struct line line;

	(void)state;
	richtext_begin(&richtext, arena);
	for (size_t i = 0; i < RICHTEXT_ROOM; i++)
		richtext_add(&richtext, "words ", 6, 0, NULL);
	line = richtext_end(&richtext);
	assert_int_equal(line.len, 6 * RICHTEXT_ROOM - 1);
	for (size_t i = 0; i < line.len; i++)
		assert_int_equal(line.text[i], "words "[i % 6]);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(nothing_harmful_passes_the_door),
	    cmocka_unit_test(nothing_that_is_not_seen_is_clean),
	    cmocka_unit_test(what_is_not_clean_is_found_at_any_place),
	    cmocka_unit_test(names_are_masked),
	    cmocka_unit_test(any_bytes_become_clean_text),
	    cmocka_unit_test(people_find_names_without_their_accents),
	    cmocka_unit_test(ascii_folds_alike_on_both_paths),
	    cmocka_unit_test(map_leads_from_folded_back_to_shown),
	    cmocka_unit_test(clusters_are_never_split),
	    cmocka_unit_test(width_is_the_sum_of_wcwidth),
	    cmocka_unit_test(fit_stops_before_what_is_too_wide),
	    cmocka_unit_test(rows_break_where_a_reader_expects),
	    cmocka_unit_test(no_row_is_wider_than_its_columns),
	    cmocka_unit_test(squeezed_text_has_single_blanks),
	    cmocka_unit_test(lines_have_single_blanks_wherever_there_are_more),
	    cmocka_unit_test(a_line_grows_over_its_room),
	};

	return cmocka_run_group_tests(tests, setup, teardown);
}
