/*
 * find and scan: the version for the processor and the portable one say the
 * same, and find says what a naive search says.
 */
#include "unit.h"

#include <locale.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "lectern/base/parallel.h"
#include "lectern/base/substring.h"
#include "source/markdown/outline_parts.h"

/* xorshift, so that each run tries the same. */
static uint32_t
next_random(uint32_t *state)
{
	*state ^= *state << 13;
	*state ^= *state >> 17;
	*state ^= *state << 5;
	return *state;
}

static char
lower(char c)
{
	return c >= 'A' && c <= 'Z' ? (char)(c + ('a' - 'A')) : c;
}

static const char *
naive(const char *needle, size_t n, bool any_case, const char *s, size_t len)
{
	for (size_t i = 0; i + n <= len; i++) {
		size_t k = 0;

		while (k < n &&
		    (any_case ? lower(s[i + k]) : s[i + k]) == needle[k])
			k++;
		if (k == n)
			return s + i;
	}
	return NULL;
}

/* Few letters, so that much nearly matches; some bytes that differ by a bit. */
static void
fill(char *s, size_t len, uint32_t *state)
{
	static const char letters[] = "aAbB@`[{ \n-rR\xC3\xA9";

	for (size_t i = 0; i < len; i++)
		s[i] = letters[next_random(state) % (sizeof(letters) - 1)];
}

static void
every_version_finds_what_a_naive_search_finds(void **state)
{
	uint32_t random = 1;
	unsigned found = 0;

	(void)state;
	for (int round = 0; round < UNIT_ROUNDS(40000); round++) {
		size_t len = next_random(&random) % 150;
		size_t n = 1 + next_random(&random) % 5;
		bool any_case = round % 2;
		/* Of its own size, so that a sanitizer sees overruns. */
		char *s = malloc(len + 1), needle[8];
		struct substring best, portable;
		const char *want;

		fill(s, len, &random);
		fill(needle, n, &random);
		for (size_t i = 0; any_case && i < n; i++)
			needle[i] = lower(needle[i]);
		substring_prepare(&best, needle, n,
		    any_case ? SUBSTRING_ANY_CASE : SUBSTRING_EXACT,
		    SUBSTRING_BEST);
		substring_prepare(&portable, needle, n,
		    any_case ? SUBSTRING_ANY_CASE : SUBSTRING_EXACT,
		    SUBSTRING_PORTABLE);
		want = naive(needle, n, any_case, s, len);
		assert_ptr_equal(substring_first(&best, s, len), want);
		assert_ptr_equal(substring_first(&portable, s, len), want);
		found += want != NULL;
		free(s);
	}
	/* Neither all nor none, or the test would prove little. */
	assert_in_range(found, UNIT_ROUNDS(10000), UNIT_ROUNDS(39000));
}

/* Whether a letter or digit of ASCII stands before `at`. */
static bool
is_inside(const char *s, const char *at)
{
	return at > s &&
	    ((lower(at[-1]) >= 'a' && lower(at[-1]) <= 'z') ||
		(at[-1] >= '0' && at[-1] <= '9'));
}

/* Once starts are enough, all starts are still found, and nothing else is. */
static void
a_walk_finds_every_place_or_every_start_of_a_word(void **state)
{
	static const char letters[] = "azAZ@`[{/:09 \n\xC3\xA9";
	uint32_t random = 1;
	unsigned starts = 0, left_out = 0;

	(void)state;
	for (int round = 0; round < UNIT_ROUNDS(20000); round++) {
		size_t len = next_random(&random) % 400;
		size_t n = 1 + next_random(&random) % 3;
		/* From this call on; places are taken three at a time. */
		size_t calls = 0, change = next_random(&random) % 5;
		/* Or from the first place on. */
		bool later = change == 4, given = false;
		char *s = malloc(len + 1), needle[8];
		const char *at = s, *places[3];
		struct substring find;
		struct substring_walk walk;
		size_t got;

		for (size_t i = 0; i < len; i++)
			s[i] = letters[next_random(&random) %
			    (sizeof(letters) - 1)];
		for (size_t i = 0; i < n; i++)
			needle[i] = letters[next_random(&random) % 2];
		substring_prepare(&find, needle, n, SUBSTRING_ANY_CASE,
		    round % 3 ? SUBSTRING_BEST : SUBSTRING_PORTABLE);
		substring_begin(&walk, &find, s, len, len);
		if (later)
			substring_later_starts(&walk);
		do {
			if (calls++ == change && !later)
				substring_starts(&walk);
			got = substring_places(&walk, places, 3);
			for (size_t i = 0; i <= got && i < 3; i++) {
				/* What was passed over must have been inside. */
				while ((at = naive(needle, n, true, at,
					    len - (size_t)(at - s))) &&
				    (i == got || at != places[i])) {
					assert_true(
					    later ? given : calls > change);
					assert_true(is_inside(s, at));
					left_out++;
					at++;
				}
				assert_true(i == got || at);
				if (!at)
					break;
				starts += !is_inside(s, at);
				given = true;
				at++;
			}
		} while (got == 3);
		free(s);
	}
	assert_true(starts > UNIT_ROUNDS(10000));
	/* What is not of vectors passes over nothing. */
#ifdef __x86_64__
	assert_true(left_out > UNIT_ROUNDS(1000));
#endif
}

static void
a_long_needle_is_found_at_both_ends(void **state)
{
	char text[400], needle[301];
	struct substring find;

	(void)state;
	memset(text, 'x', sizeof(text));
	memset(needle, 'x', sizeof(needle));
	needle[300] = 'y';
	substring_prepare(&find, needle, 301, SUBSTRING_EXACT, SUBSTRING_BEST);
	assert_null(substring_first(&find, text, sizeof(text)));
	text[399] = 'y';
	assert_ptr_equal(substring_first(&find, text, sizeof(text)), text + 99);
	assert_null(substring_first(&find, text, 399));
	assert_null(substring_first(&find, text, 0));
}

/* Pieces of Markdown, for documents in which everything happens. */
static const char *const pieces[] = {"\n", "\n\n", "## ", "# ", "* ", "+ ",
    "  ", "\t", "word", "two words", "```\n", "~~~\n", "---\n", "===\n",
    "`code`", "*em*", "\\_", "&amp;", "<b>", "<!-- c -->", "<!--\n", "-->\n",
    "[a](b)", "[a]: b\n", "https://youtu.be/AAAAAAAAAAA", "www.x.org",
    "URL: ", "Error", "> ", "1. ", "\xC3\xA9", "\xFF", "\r\n", "a | b\n--|--\n",
    "x_y", " - Ann"};

static size_t
compose(char *s, size_t cap, uint32_t *state)
{
	size_t len = 0;

	for (size_t i = next_random(state) % 400; i > 0; i--) {
		const char *piece = pieces[next_random(state) %
		    (sizeof(pieces) / sizeof(*pieces))];
		size_t n = strlen(piece);

		if (len + n > cap)
			break;
		memcpy(s + len, piece, n);
		len += n;
	}
	return len;
}

static void
expect_same_section(const struct section *a, const struct section *b)
{
	assert_int_equal(a->start, b->start);
	assert_int_equal(a->text, b->text);
	assert_int_equal(a->text_end, b->text_end);
	assert_int_equal(a->body, b->body);
	assert_int_equal(a->end, b->end);
	assert_int_equal(a->row, b->row);
	assert_int_equal(a->body_row, b->body_row);
	assert_int_equal(a->url, b->url);
	assert_int_equal(a->url_end, b->url_end);
	assert_int_equal(a->level, b->level);
	assert_int_equal(a->kind, b->kind);
	assert_int_equal(a->words, b->words);
}

static void
expect_same_odd(const struct exception *a, const struct exception *b)
{
	assert_int_equal(a->from, b->from);
	assert_int_equal(a->to, b->to);
	assert_int_equal(a->row, b->row);
	assert_int_equal(a->kind, b->kind);
}

static void
expect_same_scan(const struct outline *a, const struct outline *b)
{
	assert_int_equal(a->clean, b->clean);
	assert_int_equal(a->sure, b->sure);
	if (!a->clean || !a->sure)
		return;
	assert_int_equal(a->n, b->n);
	assert_int_equal(a->nexceptions, b->nexceptions);
	assert_int_equal(a->rows, b->rows);
	assert_int_equal(a->open, b->open);
	for (size_t i = 0; i < a->n; i++)
		expect_same_section(&a->section[i], &b->section[i]);
	for (size_t i = 0; i < a->nexceptions; i++)
		expect_same_odd(&a->exception[i], &b->exception[i]);
}

/* The plain way: in one part, and portable. */
static void
every_way_scans_alike(void **state)
{
	static char text[8192];
	uint32_t random = 7;
	unsigned sure = 0, open = 0;

	static const struct outline_way first = {
	    .version = STRUCTURAL_PORTABLE, .parts = 1};

	(void)state;
	for (int round = 0; round < UNIT_ROUNDS(3000); round++) {
		size_t len = compose(text, sizeof(text), &random);
		struct outline plain, other;

		outline_in_parts(&plain, text, len, &first);
		sure += plain.clean && plain.sure;
		open += plain.clean && plain.sure && plain.open;
		for (size_t parts = 1; parts <= PARALLEL_MOST; parts++) {
			const struct outline_way way = {
			    .version = STRUCTURAL_BEST, .parts = parts};

			assert_int_equal(
			    outline_in_parts(&other, text, len, &way), 0);
			expect_same_scan(&plain, &other);
			outline_free(&other);
		}
		outline_free(&plain);
	}
	assert_true(sure > UNIT_ROUNDS(100) && open > UNIT_ROUNDS(10));
}

static void
every_version_finds_the_same_bytes_hot(void **state)
{
	static char text[3 * STRUCTURAL_BATCH];
	uint32_t a[STRUCTURAL_ROOM], b[STRUCTURAL_ROOM], random = 3;
	struct structural best, portable;

	(void)state;
	structural_prepare(&best, STRUCTURAL_BEST);
	structural_prepare(&portable, STRUCTURAL_PORTABLE);
	for (int round = 0; round < 300; round++) {
		size_t len = next_random(&random) % sizeof(text);
		size_t from = next_random(&random) % (len + 1);
		/* From all of them hot to hardly any. */
		unsigned bytes = 1 + next_random(&random) % 256;
		size_t n;

		for (size_t i = 0; i < len; i++)
			text[i] = (char)('0' + next_random(&random) % bytes);
		n = structural_find(&best, text, len, from, a);
		assert_int_equal(
		    structural_find(&portable, text, len, from, b), n);
		assert_memory_equal(a, b, n * sizeof(*a));
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(a_walk_finds_every_place_or_every_start_of_a_word),
	    cmocka_unit_test(every_version_finds_what_a_naive_search_finds),
	    cmocka_unit_test(a_long_needle_is_found_at_both_ends),
	    cmocka_unit_test(every_version_finds_the_same_bytes_hot),
	    cmocka_unit_test(every_way_scans_alike),
	};

	setlocale(LC_CTYPE, "C.UTF-8");
	return cmocka_run_group_tests(tests, NULL, NULL);
}
