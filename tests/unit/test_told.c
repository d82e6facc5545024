/* told: messages, and what is filled in, kept until they are told. */
#include "unit.h"

#include <stdlib.h>
#include <string.h>

#include "lectern/base/arena.h"
#include "lectern/base/told.h"
#include "sample.h"

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

static void
what_is_filled_in_is_told_where_it_belongs(void **state)
{
	const char *text = told(arena, "%s: %d of %u and %zu, 5%% of %s",
	    "100% a\tb", -1, 2u, (size_t)3, "");

	(void)state;
	assert_true(sample_says(text, "100% a b: -1 of 2 and 3, 5% of "));
	assert_true(sample_says("as it is", "as it is"));
	assert_true(sample_says("", ""));
	assert_true(sample_says(told_word(arena, "%s %20"), "%s %20"));
}

static void
a_number_decides_the_form(void **state)
{
	(void)state;
	for (unsigned n = 0; n < 3; n++)
		assert_true(sample_says(told_many(arena, n, "%u talk of %s",
					    "%u talks of %s", n, "Ann"),
		    n == 0       ? "0 talks of Ann"
			: n == 1 ? "1 talk of Ann"
				 : "2 talks of Ann"));
}

static void
texts_are_told_one_after_the_other(void **state)
{
	const char *many = told_many(arena, 1, "%u cue", "%u cues", 1u);
	const char *both = told_join(
	    arena, told(arena, "level %d", 2), "\n", many);

	(void)state;
	assert_true(sample_says(both, "level 2\n1 cue"));
	assert_true(sample_says(
	    told_join(arena, both, "; ", "last"), "level 2\n1 cue; last"));
}

static void
what_says_the_same_of_others_is_alike(void **state)
{
	const char *a = told(arena, "same URL as line %u", 7u);
	const char *b = told(arena, "same URL as line %u", 20u);

	(void)state;
	assert_int_equal(told_kind(a), strlen("same URL as line %u"));
	assert_memory_equal(a, b, told_kind(a));
	assert_int_equal(told_kind("no notes"), strlen("no notes"));
}

/* As they may stand in a damaged cache. */
static void
any_text_can_be_told(void **state)
{
	static const char *const texts[] = {"\t", "\t%", "a\t", "a\t#",
	    "a\t=", "%", "%s%s\t%x", "%9$s\t%x", "%99999999999s\t%x", "%$\t%x",
	    "%z", "a\t#%s\t=99999999999999999999", "\t+\t+\t+", "a\t?b",
	    "%s\t%1\t%2\t%3\t%4\t%5\t%6\t%7\t%8\t%9\t%10"};

	(void)state;
	for (size_t i = 0; i < sizeof(texts) / sizeof(*texts); i++) {
		char *text = told_text(texts[i]);

		assert_null(strchr(text, '\t'));
		free(text);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(what_is_filled_in_is_told_where_it_belongs),
	    cmocka_unit_test(a_number_decides_the_form),
	    cmocka_unit_test(texts_are_told_one_after_the_other),
	    cmocka_unit_test(what_says_the_same_of_others_is_alike),
	    cmocka_unit_test(any_text_can_be_told),
	};

	return cmocka_run_group_tests(tests, setup, teardown);
}
