/* query and filter: what is found, and what is shown as found. */
#include "unit.h"

#include <locale.h>
#include <string.h>

#include "lectern/find/filter.h"
#include "sample.h"

static struct notes *notes;
static struct filter *filter;

static int
setup(void **state)
{
	(void)state;
	notes = sample_notes();
	filter = filter_new(notes);
	return setlocale(LC_CTYPE, "C.UTF-8") ? 0 : 1;
}

static int
teardown(void **state)
{
	(void)state;
	filter_free(filter);
	notes_free(notes);
	return 0;
}

/* The talks that match, as digits. */
static void
found_are(const char *text, const char *want)
{
	struct query query = {0};
	struct hits hits = {0};
	char got[32] = "";

	query_parse(&query, text);
	filter_run(filter, &query, &hits);
	for (size_t i = 0; i < hits.n; i++)
		got[i] = (char)('0' + hits.hit[i].talk);
	assert_string_equal(got, want);
	hits_free(&hits);
	query_free(&query);
}

static void
every_field_is_searched(void **state)
{
	(void)state;
	found_are("", "012345678");
	found_are("   ", "012345678");
	found_are("patchwork", "0");
	found_are("topel", "0");
	found_are("TESARIK", "");
	found_are("Tesarik", "3");
	found_are("leger", "4");
	found_are("toolchains", "3456");
	found_are("docker", "0");
	found_are("vector", "17");
	found_are("strasse", "4");
	found_are("files flags", "4");
	found_are("漢字", "");
	found_are("全角", "7");
	found_are("zebra", "");
}

static void
terms_are_anded_across_fields(void **state)
{
	(void)state;
	found_are("linking lovelace", "3");
	found_are("risc-v vector", "1");
	found_are("vector zebra", "");
	found_are("\"vector state\"", "1");
	found_are("\"state vector\"", "");
	found_are("\"vector sta", "1");
	found_are("\"\"", "012345678");
}

static void
no_match_spans_two_fields(void **state)
{
	(void)state;
	found_are("\"ci bjorn\"", "");
	found_are("\"merge docker\"", "");
}

/* It is told with the track's first talk. */
static void
what_is_said_of_a_track_is_found(void **state)
{
	struct query query = {0};
	struct filter_block found;

	(void)state;
	found_are("glasshouse", "3");
	found_are("note:glasshouse linking", "3");
	found_are("title:glasshouse", "");
	query_parse(&query, "glasshouse");
	found = filter_block(&query, notes, &notes->talks[3]);
	assert_true(found.about);
	assert_string_equal(
	    found.block->text, "Held in the glasshouse, at noon");
	query_free(&query);
}

static uint32_t
block_of(const char *text, uint32_t talk)
{
	struct query query = {0};
	uint32_t block;

	query_parse(&query, text);
	block = filter_block(&query, notes, &notes->talks[talk]).index;
	query_free(&query);
	return block;
}

static void
the_bullet_that_matched_is_named(void **state)
{
	struct query query = {0};
	struct hits hits = {0};

	(void)state;
	query_parse(&query, "dashboard");
	filter_run(filter, &query, &hits);
	assert_int_equal(hits.n, 1);
	assert_int_equal(hits.hit[0].field, FIELD_BODY);
	assert_int_equal(block_of("dashboard", hits.hit[0].talk), 2);
	query_free(&query);

	query_parse(&query, "patchwork nightly");
	filter_run(filter, &query, &hits);
	assert_int_equal(hits.hit[0].field, FIELD_TITLE);
	assert_int_equal(block_of("patchwork nightly", hits.hit[0].talk), 3);
	query_free(&query);

	query_parse(&query, "patchwork");
	filter_run(filter, &query, &hits);
	assert_false(hits.hit[0].in_body);
	query_free(&query);
	hits_free(&hits);
}

static void
highlight_covers_what_was_typed(void **state)
{
	static const struct {
		const char *query, *shown;
		size_t n;
		uint32_t start, end;
	} cases[] = {
	    {"topel", "Björn Töpel", 1, 7, 13},
	    {"strasse", "Die Straße hier", 1, 4, 11},
	    {"ss", "Straße", 1, 4, 6},
	    {"fi", "ﬁles", 1, 0, 3},
	    {"f", "ﬁles", 1, 0, 3},
	    {"e", "xe\xCC\x81y", 1, 1, 4},
	    {"zebra", "no stripes", 0, 0, 0},
	    {"ab bc", "xabcx", 1, 1, 4},
	    {"", "anything", 0, 0, 0},
	};

	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		struct query query = {0};
		struct range ranges[8];

		query_parse(&query, cases[i].query);
		size_t n = query_ranges(&query, FIELD_BODY, cases[i].shown,
		    strlen(cases[i].shown), ranges, 8);

		assert_int_equal(n, cases[i].n);
		if (n > 0) {
			assert_int_equal(ranges[0].start, cases[i].start);
			assert_int_equal(ranges[0].end, cases[i].end);
		}
		query_free(&query);
	}
}

static void
every_occurrence_is_highlighted_up_to_the_room_given(void **state)
{
	struct query query = {0};
	struct range ranges[3];

	(void)state;
	query_parse(&query, "a");
	assert_int_equal(
	    query_ranges(&query, FIELD_BODY, "a b a b", 7, ranges, 3), 2);
	assert_int_equal(ranges[1].start, 4);
	assert_int_equal(
	    query_ranges(&query, FIELD_BODY, "a a a a a", 9, ranges, 3), 3);
	query_free(&query);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(every_field_is_searched),
	    cmocka_unit_test(terms_are_anded_across_fields),
	    cmocka_unit_test(what_is_said_of_a_track_is_found),
	    cmocka_unit_test(no_match_spans_two_fields),
	    cmocka_unit_test(the_bullet_that_matched_is_named),
	    cmocka_unit_test(highlight_covers_what_was_typed),
	    cmocka_unit_test(
		every_occurrence_is_highlighted_up_to_the_room_given),
	};

	return cmocka_run_group_tests(tests, setup, teardown);
}
