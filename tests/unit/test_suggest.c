/* suggest: what a query that nothing matches may have meant. */
#include "unit.h"

#include <locale.h>
#include <string.h>

#include "lectern/base/arena.h"
#include "lectern/find/suggest.h"
#include "sample.h"

static struct notes *notes;
static struct filter *filter;
static struct suggest *suggest;

static int
setup(void **state)
{
	(void)state;
	if (!setlocale(LC_CTYPE, "C.UTF-8"))
		return 1;
	notes = sample_notes();
	filter = filter_new(notes);
	suggest = suggest_new(notes);
	return 0;
}

static int
teardown(void **state)
{
	(void)state;
	suggest_free(suggest);
	filter_free(filter);
	notes_free(notes);
	return 0;
}

/* What is offered for a query, "" for nothing. */
static const char *
offer(const char *text, size_t *talks)
{
	suggest_begin(suggest, text);
	while (!suggest_step(suggest, filter))
		continue;
	const char *found = suggest_text(suggest, talks);

	return found ? found : "";
}

static void
words_that_differ_little_are_offered(void **state)
{
	static const struct {
		const char *query, *offer;
	} cases[] = {
	    {"patchwrok", "patchwork"}, /* two changed places */
	    {"lniking", "linking"}, {"fastr", "faster"}, /* one is missing */
	    {"vectorrs", "vectors"},                     /* one too many */
	    {"wekcome", "welcome"},                      /* another one */
	    {"speekar", ""},              /* two, of seven letters */
	    {"toolchianz", "toolchains"}, /* two, of ten */
	    {"tesarrik", "tesarik"},      /* whatever the accents */
	    {"Tesarrik", "tesarik"}, {"zzyzx", ""},
	    {"cpu", ""}, /* too short to tell */
	};
	size_t talks;

	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++)
		assert_string_equal(
		    offer(cases[i].query, &talks), cases[i].offer);
}

static void
the_rest_of_the_query_stays_and_talks_are_counted(void **state)
{
	size_t talks;

	(void)state;
	assert_string_equal(offer("title:linknig  faster !zoo", &talks),
	    "title:linking  faster !zoo");
	assert_int_equal(talks, 1);
	assert_string_equal(offer("vectro", &talks), "vector");
	assert_int_equal(talks, 2);
	/* What no talk has at once is not offered. */
	assert_string_equal(offer("lniking housekeeping", &talks), "");
	/* What a talk must not have need not be there. */
	assert_string_equal(
	    offer("lniking !wrongg", &talks), "linking !wrongg");
}

/* A conference of these titles. */
static struct notes *
titles(const char *const *title, uint32_t n)
{
	struct notes *made = sample_many(n, 0);
	struct talk *talks = arena_alloc(made->arena, n * sizeof(*talks));

	for (uint32_t i = 0; i < n; i++) {
		talks[i] = made->talks[i];
		talks[i].title = title[i];
	}
	made->talks = talks;
	return made;
}

static void
words_side_by_side_go_before_the_more_frequent(void **state)
{
	static const char *const title[] = {"Page fault", "A flat page",
	    "Flat files", "Flat earth", "The page is flat"};
	struct notes *many = titles(title, 5);
	struct filter *all = filter_new(many);
	struct suggest *s = suggest_new(many);
	size_t talks;

	(void)state;
	suggest_begin(s, "paeg falt");
	while (!suggest_step(s, all))
		continue;
	assert_string_equal(suggest_text(s, &talks), "page fault");
	assert_int_equal(talks, 1);
	suggest_begin(s, "falt");
	while (!suggest_step(s, all))
		continue;
	assert_string_equal(suggest_text(s, &talks), "flat");
	assert_int_equal(talks, 4);
	suggest_free(s);
	filter_free(all);
	notes_free(many);
}

static void
parts_of_identifiers_are_offered(void **state)
{
	static const char *const title[] = {"Rings", "What io_barnacle sees"};
	struct notes *made = titles(title, 2);
	struct filter *all = filter_new(made);
	struct suggest *s = suggest_new(made);
	size_t talks;

	(void)state;
	suggest_begin(s, "barnackle");
	while (!suggest_step(s, all))
		continue;
	assert_non_null(suggest_text(s, &talks));
	assert_string_equal(suggest_text(s, &talks), "barnacle");
	suggest_free(s);
	filter_free(all);
	notes_free(made);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(words_that_differ_little_are_offered),
	    cmocka_unit_test(the_rest_of_the_query_stays_and_talks_are_counted),
	    cmocka_unit_test(words_side_by_side_go_before_the_more_frequent),
	    cmocka_unit_test(parts_of_identifiers_are_offered),
	};

	return cmocka_run_group_tests(tests, setup, teardown);
}
