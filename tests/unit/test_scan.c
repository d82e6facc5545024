/* scan: the version for the processor says what a byte after the other does. */
#include "unit.h"

#include <stdlib.h>
#include <string.h>

#include "lectern/base/scan.h"

#define SIGNS(PUT, n)     PUT('[', n) PUT('\\', n) PUT('~', n) PUT(' ', n)
#define UNPRINTED(PUT, n) SCAN_CONTROLS(PUT, n) PUT(0x7F, n)

static const struct scan_set signs = SCAN_SET(SIGNS);
static const struct scan_set unprinted = SCAN_SET(UNPRINTED);

/* xorshift, so that each run tries the same. */
static uint32_t
next_random(uint32_t *state)
{
	*state ^= *state << 13;
	*state ^= *state >> 17;
	*state ^= *state << 5;
	return *state;
}

static bool
is_sign(unsigned char c)
{
	return c == '[' || c == '\\' || c == '~' || c == ' ';
}

static bool
is_unprinted(unsigned char c)
{
	return c < ' ' || c == 0x7F;
}

static size_t
first_beyond(const char *s, size_t len, bool controls)
{
	size_t i = 0;

	while (i < len && (unsigned char)s[i] < 0x80 &&
	    (!controls || s[i] == '\t' || s[i] == '\n' ||
		!is_unprinted((unsigned char)s[i])))
		i++;
	return i;
}

static void
a_set_has_what_its_list_has(void **state)
{
	char text[40];

	(void)state;
	for (unsigned c = 0; c <= 0xFF; c++) {
		for (size_t at = 0; at < sizeof(text); at++) {
			size_t sign = is_sign((unsigned char)c) ? at
								: sizeof(text);
			size_t other = is_unprinted((unsigned char)c)
			    ? at
			    : sizeof(text);

			memset(text, 'x', sizeof(text));
			text[at] = (char)c;
			assert_int_equal(
			    scan_until(&signs, text, sizeof(text), 0), sign);
			assert_int_equal(scan_printed(text, sizeof(text)),
			    first_beyond(text, sizeof(text), true));
			assert_int_equal(scan_bits(&signs, text, sizeof(text)),
			    is_sign((unsigned char)c) ? UINT64_C(1) << at : 0);
			assert_int_equal(
			    scan_until(&unprinted, text, sizeof(text), 0),
			    other);
		}
	}
}

/* Mostly letters, with a few of the bytes that matter. */
static void
fill(char *s, size_t len, uint32_t *state)
{
	static const char few[] = "  [\\~.:\n\t\x7F\xC3\xA9\x1F!";
	uint32_t often = 4 + next_random(state) % 100;

	for (size_t i = 0; i < len; i++)
		s[i] = next_random(state) % often == 0
		    ? few[next_random(state) % (sizeof(few) - 1)]
		    : (char)('a' + next_random(state) % 26);
}

static void
expect_alike(const char *s, size_t len, unsigned found[SCAN_POINTED + 1])
{
	enum scan_words words = scan_words_portable(s, len);

	for (size_t i = 0; i <= len + 1; i++) {
		size_t at = i;

		while (at < len && !is_sign((unsigned char)s[at]))
			at++;
		at = at < len ? at : len;
		assert_int_equal(scan_until(&signs, s, len, i), at);
		assert_int_equal(scan_until_portable(&signs, s, len, i), at);
	}
	for (size_t i = 0; i < len; i += SCAN_MOST) {
		size_t n = len - i < SCAN_MOST ? len - i : SCAN_MOST;

		assert_int_equal(scan_bits(&signs, s + i, n),
		    scan_bits_portable(&signs, s + i, n));
	}
	assert_int_equal(scan_words(s, len), words);
	assert_int_equal(scan_ascii(s, len), first_beyond(s, len, false));
	assert_int_equal(
	    scan_ascii_portable(s, len), first_beyond(s, len, false));
	assert_int_equal(scan_printed(s, len), first_beyond(s, len, true));
	assert_int_equal(
	    scan_printed_portable(s, len), first_beyond(s, len, true));
	found[words]++;
}

static void
texts_are_scanned_alike(void **state)
{
	unsigned found[SCAN_POINTED + 1] = {0};
	uint32_t random = 5;

	(void)state;
	for (int round = 0; round < UNIT_ROUNDS(20000); round++) {
		size_t len = next_random(&random) % 100;
		/* Of its own size, so that a sanitizer sees overruns. */
		char *s = malloc(len + 1);

		fill(s, len, &random);
		expect_alike(s, len, found);
		free(s);
	}
	for (size_t i = 0; i < sizeof(found) / sizeof(*found); i++)
		assert_true(found[i] > UNIT_ROUNDS(1000));
}

static void
words_have_single_blanks_and_nothing_odd(void **state)
{
	static const struct {
		const char *text;
		enum scan_words words;
	} told[] = {{"", SCAN_WORDS}, {"two words", SCAN_WORDS},
	    {"Tea: hot", SCAN_POINTED}, {"a.b", SCAN_POINTED},
	    {"two  blanks", SCAN_OTHER}, {"a\tb", SCAN_OTHER},
	    {"caf\xC3\xA9", SCAN_OTHER},
	    {"a title of just as many bytes ,  as", SCAN_OTHER},
	    {"a title of just as many bytes , as", SCAN_WORDS}};

	(void)state;
	for (size_t i = 0; i < sizeof(told) / sizeof(*told); i++)
		assert_int_equal(scan_words(told[i].text, strlen(told[i].text)),
		    told[i].words);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(a_set_has_what_its_list_has),
	    cmocka_unit_test(texts_are_scanned_alike),
	    cmocka_unit_test(words_have_single_blanks_and_nothing_odd),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
