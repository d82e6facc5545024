/* ascii: text for locales that know no other signs. */
#include "unit.h"

#include <locale.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "lectern/base/arena.h"
#include "lectern/base/ascii.h"
#include "lectern/base/text.h"

#define COUNT(array) (sizeof(array) / sizeof((array)[0]))
#define CODES        UNIT_ROUNDS(0x110000) /* the first planes, or all */

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

static void
names_lose_their_accents_and_signs_become_alike_ones(void **state)
{
	static const char *const cases[][2] = {
	    {"", ""},
	    {"plain", "plain"},
	    {"Björn Östlund, Zoë", "Bjorn Ostlund, Zoe"},
	    {"Tesařík \"Łódź\" Ærø Straße", "Tesarik \"Lodz\" AEro Strasse"},
	    {"Ange\xCC\x81lique", "Angelique"},
	    {"wait… “why” – it’s 1½ × 2²", "wait... \"why\" - it's 1? x 22"},
	    {"a · b → c\xC2\xA0(50 €)", "a - b -> c (50 EUR)"},
	    {"№ ™ ﬁ", "No TM fi"},
	    {"Θεός 日本 🎉", "???? ???? ??"},
	};

	(void)state;
	for (size_t i = 0; i < COUNT(cases); i++) {
		size_t len;
		char *is = ascii_text(
		    arena, cases[i][0], strlen(cases[i][0]), &len);

		assert_string_equal(is, cases[i][1]);
		assert_int_equal(len, strlen(is));
	}
}

static void
a_cell_keeps_its_columns(void **state)
{
	static const struct {
		const char *in;
		int width;
		const char *out;
	} cases[] = {
	    {"x", 1, "x"},
	    {"é", 1, "e"},
	    {"e\xCC\x81\xCC\xA3", 1, "e"},
	    {"…", 1, "~"},
	    {"│", 1, "|"},
	    {"┬", 1, "+"},
	    {"█", 1, "#"},
	    {"ß", 1, "s"},
	    {"½", 1, "?"},
	    {"日", 2, "??"},
	    {"\xEF\xBC\xA1", 2, "A "}, /* a wide A */
	    {"\xEF\xBF\xBD", 1, "?"},
	};

	(void)state;
	for (size_t i = 0; i < COUNT(cases); i++) {
		char text[32];

		strcpy(text, cases[i].in);
		ascii_cell(text, cases[i].width);
		assert_string_equal(text, cases[i].out);
	}
}

static void
no_character_is_left_beyond_ascii(void **state)
{
	(void)state;
	for (uint32_t code = 1; code < CODES; code++) {
		char s[TEXT_CODE_BYTES + 1];
		size_t n = text_encode(code, s), len;
		int width;
		char *is;

		s[n] = '\0';
		if (n == 0)
			continue;
		is = ascii_text(arena, s, n, &len);
		assert_true(text_is_ascii(is, len));
		width = text_width(s, n);
		if (width < 1)
			continue;
		ascii_cell(s, width);
		assert_true(text_is_ascii(s, strlen(s)));
		assert_int_equal(strlen(s), width);
		if (code % 4096 == 0) {
			arena_free(arena);
			arena = arena_new();
		}
	}
}

static void
a_letter_of_another_script_is_seen_wherever_it_stands(void **state)
{
	char s[20];

	(void)state;
	for (size_t len = 0; len <= sizeof(s); len++) {
		memset(s, 'a', sizeof(s));
		assert_true(text_is_ascii(s, len));
		for (size_t i = 0; i < len; i++) {
			s[i] = '\xC3';
			assert_false(text_is_ascii(s, len));
			s[i] = 'a';
		}
	}
}

static void
the_first_name_of_a_locale_decides(void **state)
{
	(void)state;
	unsetenv("LC_ALL");
	unsetenv("LC_CTYPE");
	unsetenv("LANG");
	assert_false(ascii_is_wanted());
	setenv("LANG", "C", 1);
	assert_true(ascii_is_wanted());
	setenv("LC_CTYPE", "C.UTF-8", 1);
	assert_false(ascii_is_wanted());
	setenv("LC_ALL", "POSIX", 1);
	assert_true(ascii_is_wanted());
	setenv("LC_ALL", "", 1);
	assert_false(ascii_is_wanted());
	/* Not installed, so nothing is known of it. */
	setenv("LC_ALL", "xx_XX.UTF-8", 1);
	assert_false(ascii_is_wanted());
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(
		names_lose_their_accents_and_signs_become_alike_ones),
	    cmocka_unit_test(a_cell_keeps_its_columns),
	    cmocka_unit_test(no_character_is_left_beyond_ascii),
	    cmocka_unit_test(
		a_letter_of_another_script_is_seen_wherever_it_stands),
	    cmocka_unit_test(the_first_name_of_a_locale_decides),
	};

	return cmocka_run_group_tests(tests, setup, teardown);
}
