/* Tab while a filter is typed. */
#include "unit.h"

#include <string.h>

#include "press.h"

static void
expect(struct desk *desk, const char *typed, const char *completed)
{
	press(desk, "/ ^U");
	type(desk, typed);
	press(desk, "Tab");
	assert_string_equal(desk->app.input.text, completed);
	assert_string_equal(desk->app.query.text, completed);
	press(desk, "Esc");
}

static void
tab_completes_fields_and_states(void **state)
{
	struct desk *desk = *state;

	expect(desk, "sp", "speaker:");
	expect(desk, "vector !tit", "vector !title:");
	expect(desk, "is:bo", "is:bookmarked");
	expect(desk, "-is:un", "-is:unseen");
	expect(desk, "has:vi", "has:video");
	expect(desk, "has", "has:");
	/* What may follow is shown. */
	press(desk, "/");
	type(desk, "has:");
	press(desk, "Tab");
	assert_string_equal(desk->app.input.text, "has:");
	assert_true(shows(desk, "has:url has:notes has:video has:times"));
	press(desk, "Esc");
}

static void
tab_completes_tags_and_tracks(void **state)
{
	struct desk *desk = *state;

	press(desk, ":");
	type(desk, "tag later");
	press(desk, "Enter");
	expect(desk, "tag:la", "tag:later");
	expect(desk, "track:ris", "track:\"RISC-V MC\"");
	expect(
	    desk, "a -track:\"birds", "a -track:\"Birds of a Feather (BoF)\"");
	press(desk, "/ ^U");
	type(desk, "track:too");
	press(desk, "Tab");
	assert_int_equal(desk->app.list.n, 4);
}

static void
tab_lists_what_is_possible(void **state)
{
	struct desk *desk = *state;

	press(desk, ":");
	assert_false(shows(desk, "zoom"));
	press(desk, "Tab");
	assert_true(shows(desk, "zoom"));
	/* The next key goes on. */
	type(desk, "rel");
	assert_false(shows(desk, "zoom"));
	press(desk, "Esc :");
	type(desk, "tag late");
	press(desk, "Enter j :");
	type(desk, "tag l\xC3\xA4ngs");
	press(desk, "Enter :");
	type(desk, "tag ");
	press(desk, "Tab");
	assert_string_equal(desk->app.input.text, "tag l");
	press(desk, "Tab");
	assert_true(shows(desk, "late"));
	press(desk, "Esc /");
	type(desk, "track:");
	press(desk, "Tab");
	assert_true(shows(desk, "RISC-V MC Toolchains Track"));
	/* What has no room is counted. */
	resize(desk, 7, 80);
	press(desk, "Esc :");
	press(desk, "Tab");
	assert_true(shows(desk, "more"));
}

int
main(void)
{
#define TEST(name) \
	cmocka_unit_test_setup_teardown(name, desk_setup, desk_teardown)
	const struct CMUnitTest tests[] = {
	    TEST(tab_completes_fields_and_states),
	    TEST(tab_completes_tags_and_tracks),
	    TEST(tab_lists_what_is_possible),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
