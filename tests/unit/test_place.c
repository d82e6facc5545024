/* app_place: where the reader was is gone to again, in another run. */
#include "unit.h"

#include "lectern/ui/draw.h"
#include "press.h"

/* Ends the run and begins another, with the same documents. */
static void
start_again(struct desk *desk)
{
	struct recall place = {0};
	int h = desk->app.h, w = desk->app.w;

	app_keep_place(&desk->app, &place);
	app_free(&desk->app);
	app_init(&desk->app, desk->notes, desk->marks, &desk->config);
	resize(desk, h, w);
	app_take_place(&desk->app, &place);
	recall_free(&place);
	assert_null(app_check(&desk->app));
}

static void
talk_pane_and_scroll_are_kept(void **state)
{
	struct desk *desk = *state;

	resize(desk, 9, 160);
	press(desk, "j Enter j j j");
	size_t top = desk->app.detail_top;

	assert_int_not_equal(top, 0);
	start_again(desk);
	assert_string_equal(title(desk), "Vectors, now and next");
	assert_int_equal(desk->app.focus, PANE_DETAIL);
	assert_int_equal(desk->app.detail_top, top);
	/* The notes of another talk begin at their top. */
	press(desk, "K");
	assert_int_equal(desk->app.detail_top, 0);
}

static void
the_scroll_waits_until_the_notes_are_shown(void **state)
{
	struct desk *desk = *state;

	resize(desk, 9, 80);
	press(desk, "j Enter j j");
	struct spot spot = desk->app.detail_spot;

	press(desk, "q");
	start_again(desk);
	assert_int_equal(desk->app.focus, PANE_TALKS);
	press(desk, "Enter");
	assert_memory_equal(&desk->app.detail_spot, &spot, sizeof(spot));
}

static void
track_and_order_are_kept(void **state)
{
	struct desk *desk = *state;

	press(desk, "] ] s j");
	const char *talk = title(desk);

	start_again(desk);
	assert_string_equal(app_track_name(&desk->app, desk->app.tracks.sel),
	    "Toolchains Track");
	assert_string_equal(title(desk), talk);
	assert_int_equal(desk->app.sort, SORT_TITLE);
}

static void
views_are_kept(void **state)
{
	struct desk *desk = *state;

	press(desk, "j b h j");
	assert_int_equal(desk->app.tracks.sel, TRACKS_BOOKMARKS);
	start_again(desk);
	assert_int_equal(desk->app.tracks.sel, TRACKS_BOOKMARKS);
	assert_int_equal(desk->app.focus, PANE_TRACKS);
	assert_string_equal(title(desk), "Vectors, now and next");
}

static void
the_row_of_the_talk_is_kept(void **state)
{
	struct desk *desk = *state;

	resize(desk, 10, 160);
	press(desk, "G k k");
	size_t top = desk->app.talks.top;

	start_again(desk);
	assert_int_equal(desk->app.talks.top, top);
}

static void
what_is_gone_is_left_out(void **state)
{
	struct desk *desk = *state;
	struct recall place = {0};

	recall_set(&place, "group", "track");
	recall_set(&place, "group-source", "sample.md");
	recall_set(&place, "group-name", "No such track");
	recall_set(&place, "talk", "gone");
	recall_set(&place, "unfolded", "a\tb\t");
	recall_set(&place, "scroll", "9 99 999");
	recall_set(&place, "above", "77777");
	recall_set(&place, "pane", "elsewhere");
	app_take_place(&desk->app, &place);
	assert_null(app_check(&desk->app));
	assert_int_equal(desk->app.tracks.sel, TRACKS_ALL);
	assert_int_equal(desk->app.focus, PANE_TALKS);
	assert_string_equal(title(desk), "Patchwork CI");
	recall_free(&place);
}

static void
n_sets_the_last_filter_again(void **state)
{
	struct desk *desk = *state;
	struct history history = {.most = 10};

	press(desk, "n");
	assert_true(shows(desk, "no filter is set"));
	desk->app.history = &history;
	history_add(&history, "vector");
	press(desk, "n");
	assert_true(shows(desk, "filter: vector"));
	assert_string_equal(title(desk), "Vectors, now and next");
	assert_int_equal(desk->app.list.n, 2);
	desk->app.history = NULL;
	history_free(&history);
}

int
main(void)
{
#define TEST(name) \
	cmocka_unit_test_setup_teardown(name, desk_setup, desk_teardown)
	const struct CMUnitTest tests[] = {
	    TEST(talk_pane_and_scroll_are_kept),
	    TEST(the_scroll_waits_until_the_notes_are_shown),
	    TEST(track_and_order_are_kept),
	    TEST(views_are_kept),
	    TEST(the_row_of_the_talk_is_kept),
	    TEST(what_is_gone_is_left_out),
	    TEST(n_sets_the_last_filter_again),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
