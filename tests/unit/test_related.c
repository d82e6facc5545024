/* related: the talks that are nearest to one by their words. */
#include "unit.h"

#include <locale.h>
#include <stdlib.h>
#include <string.h>

#include "lectern/base/mem.h"
#include "lectern/find/related.h"
#include "lectern/source/load.h"

static const char text[] =
    "# Shore\n\n"
    "## Dredging the harbour\n\n- A barge lifts silt\n- Tides matter\n\n"
    "## Silt, and where it settles\n\n- Harbours slow the tide\n\n"
    "## Barges of old\n\n- One barge, two oars\n- Tides matter\n\n"
    "# Land\n\n"
    "## Bread\n\n- Flour and water\n- Salt matters\n\n"
    "## Salt\n\n- Nobody shares a word here\n\n"
    "## Töpfe\n\n- Kettles of clay\n\n"
    "## Ein Topf\n\n- TÖPFE from the kiln\n";

static struct notes *notes;
static struct filter *filter;
static struct related found;

static int
set_up(void **state)
{
	const struct load_options options = {0};

	(void)state;
	setlocale(LC_CTYPE, "C.UTF-8");
	notes = load_bytes("shore.md", text, strlen(text), &options);
	filter = filter_new(notes);
	return 0;
}

static int
tear_down(void **state)
{
	(void)state;
	related_free(&found);
	filter_free(filter);
	notes_free(notes);
	return 0;
}

/* The title of the talk of that rank, and the words that it shares. */
static const char *
title(size_t rank)
{
	return notes->talks[found.talk[rank].talk].title;
}

static void
nearest_come_first_with_the_words_they_share(void **state)
{
	(void)state;
	related_find(&found, filter, 0, 10);
	assert_int_equal(found.n, 3);
	/* A title counts three times, and a plural is the same word. */
	assert_string_equal(title(0), "Silt, and where it settles");
	assert_string_equal(found.talk[0].shared, "harbour, silt, tides");
	assert_string_equal(title(1), "Barges of old");
	assert_string_equal(found.talk[1].shared, "barge, tides, matter");
	assert_string_equal(title(2), "Bread");
	assert_true(found.talk[0].score > found.talk[1].score);
}

static void
they_do_so_wherever_they_stand(void **state)
{
	static const char pond[] =
	    "# A\n\n## Newts\n\n- y\n\n## Frogs\n\n- a newt\n\n"
	    "## More newts\n\n- x\n\n## Zebras\n\n- z\n";
	const struct load_options options = {0};
	struct notes *four = load_bytes("a.md", pond, strlen(pond), &options);
	struct filter *all = filter_new(four);

	(void)state;
	related_find(&found, all, 0, 10);
	assert_int_equal(found.n, 2);
	assert_int_equal(found.talk[0].talk, 2);
	assert_int_equal(found.talk[1].talk, 1);
	filter_free(all);
	notes_free(four);
}

static void
words_beyond_ascii_are_folded(void **state)
{
	(void)state;
	related_find(&found, filter, 5, 10);
	assert_int_equal(found.n, 1);
	assert_string_equal(title(0), "Ein Topf");
	assert_string_equal(found.talk[0].shared, "topfe");
}

static void
no_more_are_found_than_are_wanted(void **state)
{
	(void)state;
	related_find(&found, filter, 0, 1);
	assert_int_equal(found.n, 1);
	assert_string_equal(title(0), "Silt, and where it settles");
	assert_non_null(found.talk[0].shared);
	related_find(&found, filter, 0, 2);
	assert_int_equal(found.n, 2);
	assert_string_equal(title(1), "Barges of old");
}

/* Talks of which none is about what another one is, but that are talks. */
static void
those_that_are_not_near_are_left_out(void **state)
{
	static const char *const said[] = {"otters", "kelp", "mussels",
	    "anchors", "ferries", "terns", "lobsters", "piers", "oysters",
	    "gannets", "rudders", "beacons"};
	const struct load_options options = {0};
	char *sea = mem_dup("# Sea\n\n", 7);
	struct notes *many;
	struct filter *all;

	(void)state;
	for (size_t i = 0; i < 12; i++) {
		char *more = mem_printf("%s## On %s\n\n"
					"- %s swim, %s float, %s hide, %s "
					"gleam in %s\n"
					"- plenty of water, plenty of %s\n\n",
		    sea, said[i], said[i], said[(i + 1) % 12], said[i], said[i],
		    i % 2 ? "storms" : "moonlight", said[i]);

		free(sea);
		sea = more;
	}
	many = load_bytes("a.md", sea, strlen(sea), &options);
	all = filter_new(many);
	assert_int_equal(many->ntalks, 12);
	related_find(&found, all, 3, 10);
	/* The two that name it, and one more, but not all that have water. */
	assert_int_equal(found.n, 3);
	assert_true(found.talk[1].score >= 0.1F);
	assert_true(found.talk[2].score < 0.1F);
	filter_free(all);
	notes_free(many);
	free(sea);
}

static void
what_is_said_around_any_talk_tells_nothing(void **state)
{
	static const char said[] =
	    "# A\n\n## Kelp\n\n- thanks, any questions before we discuss "
	    "oars?\n\n"
	    "## Otters\n\n- thanks, any questions before we discuss furs?\n\n"
	    "## Boats\n\n- oars\n\n## Ships\n\n- sails\n";
	const struct load_options options = {0};
	struct notes *four = load_bytes("a.md", said, strlen(said), &options);
	struct filter *all = filter_new(four);

	(void)state;
	related_find(&found, all, 0, 10);
	assert_int_equal(found.n, 1);
	assert_int_equal(found.talk[0].talk, 2);
	filter_free(all);
	notes_free(four);
}

/* Text is looked at in blocks. */
static void
a_word_is_found_wherever_it_stands(void **state)
{
	const struct load_options options = {0};

	(void)state;
	for (int at = 0; at < 140; at++) {
		char *shore = mem_printf("# A\n\n## Zebra\n\n- y\n\n"
					 "## Two\n\n- %0*d zebras\n\n"
					 "## Three\n\n- zebr %0*d zebrafish\n",
		    at, 0, at, 0);
		struct notes *three = load_bytes(
		    "a.md", shore, strlen(shore), &options);
		struct filter *all = filter_new(three);

		related_find(&found, all, 0, 10);
		assert_int_equal(found.n, 1);
		assert_int_equal(found.talk[0].talk, 1);
		filter_free(all);
		notes_free(three);
		free(shore);
	}
}

static void
stems_are_those_of_plurals_and_verbs(void **state)
{
	static const char *const pairs[][2] = {{"tide", "tides"},
	    {"cache", "caches"}, {"stop", "stopped"}, {"stop", "stopping"},
	    {"library", "libraries"}, {"quick", "quickly"},
	    {"glass", "glasses"}, {"oar", "oars"}, {"body", "bodies"},
	    {"Body", "BODIES"}};
	const struct load_options options = {0};

	(void)state;
	for (size_t i = 0; i < sizeof(pairs) / sizeof(*pairs); i++) {
		char *shore = mem_printf(
		    "# A\n\n## %s\n\n- x\n\n## %s\n\n- y\n\n## Z\n\n- z\n",
		    pairs[i][0], pairs[i][1]);
		struct notes *two = load_bytes(
		    "a.md", shore, strlen(shore), &options);
		struct filter *all = filter_new(two);

		assert_int_equal(two->ntalks, 3);
		for (uint32_t from = 0; from < 2; from++) {
			related_find(&found, all, from, 10);
			assert_int_equal(found.n, 1);
			assert_int_equal(found.talk[0].talk, 1 - from);
		}
		filter_free(all);
		notes_free(two);
		free(shore);
	}
}

/* Of very many words, and of endless ones, the first are compared. */
static void
a_talk_of_very_many_words_is_no_trouble(void **state)
{
	const struct load_options options = {0};
	char *many = mem_alloc(80000, 1), *out = many;
	struct notes *large;
	struct filter *all;

	(void)state;
	out = stpcpy(out, "# A\n\n## One\n\n- ");
	for (int i = 0; i < 5000; i++) {
		*out++ = (char)('a' + i % 26);
		*out++ = (char)('a' + i / 26 % 26);
		*out++ = (char)('a' + i / 676);
		*out++ = ' ';
	}
	memset(out, 'x', 40000);
	strcpy(out + 40000, "\n\n## Two\n\n- aaa baa\n");
	large = load_bytes("large.md", many, strlen(many), &options);
	all = filter_new(large);
	assert_int_equal(large->ntalks, 2);
	related_find(&found, all, 1, 10);
	related_find(&found, all, 0, 10);
	filter_free(all);
	notes_free(large);
	free(many);
}

int
main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)
	const struct CMUnitTest tests[] = {
	    TEST(nearest_come_first_with_the_words_they_share),
	    TEST(they_do_so_wherever_they_stand),
	    TEST(words_beyond_ascii_are_folded),
	    TEST(stems_are_those_of_plurals_and_verbs),
	    TEST(no_more_are_found_than_are_wanted),
	    TEST(those_that_are_not_near_are_left_out),
	    TEST(what_is_said_around_any_talk_tells_nothing),
	    TEST(a_word_is_found_wherever_it_stands),
	    TEST(a_talk_of_very_many_words_is_no_trouble),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
