/* app_value: groups by speaker, tag, day and room. */
#include "unit.h"

#include <string.h>

#include "lectern/source/load.h"
#include "press.h"

static void
t_groups_by_speakers_under_their_family_names(void **state)
{
	struct desk *desk = *state;

	press(desk, "T");
	assert_true(shows(desk, "grouped by speakers"));
	assert_true(shows(desk, "Chiu, Tao 1"));
	assert_true(shows(desk, "Töpel, Björn 1"));
	assert_false(shows(desk, "Toolchains Track 4"));
	/* Chiu, Hopper, Léger, Lovelace, Tesařík, Töpel, Turing, Wei ... */
	press(desk, ":");
	type(desk, "track lovelace");
	press(desk, "Enter");
	assert_string_equal(title(desk), "Linking faster");
	assert_int_equal(desk->app.list.n, 1);
	press(desk, "]");
	assert_true(
	    shows(desk, "[Tesařík, Petr]") || shows(desk, "[Léger, Clément]"));
}

static void
a_talk_stands_in_each_of_its_groups(void **state)
{
	struct desk *desk = *state;
	uint32_t a, b;

	app_set_by(&desk->app, "speakers");
	a = app_value_find(&desk->app, "Lovelace, Ada");
	b = app_value_find(&desk->app, "Tesařík, Petr");
	assert_int_not_equal(a, APP_NONE);
	assert_int_not_equal(b, APP_NONE);
	assert_true(app_has_value(&desk->app, 3, a));
	assert_true(app_has_value(&desk->app, 3, b));
	assert_false(app_has_value(&desk->app, 2, a));
	assert_int_equal(app_value_find(&desk->app, "Nobody"), APP_NONE);
}

static void
tags_are_groups_as_they_come_and_go(void **state)
{
	struct desk *desk = *state;

	/* Without tags T goes on: no talk has a day either. */
	press(desk, "T T");
	assert_true(shows(desk, "grouped by tracks"));
	press(desk, ":");
	type(desk, "tag later");
	press(desk, "Enter T T");
	assert_true(shows(desk, "grouped by tags"));
	press(desk, ":");
	type(desk, "track later");
	press(desk, "Enter");
	assert_int_equal(desk->app.list.n, 1);
	assert_true(shows(desk, "> later 1"));
	press(desk, ":");
	type(desk, "tag more");
	press(desk, "Enter");
	/* The group is another row now, and still selected. */
	press(desk, ":");
	type(desk, "tag aaa");
	press(desk, "Enter");
	assert_true(shows(desk, "> later 1"));
	assert_true(shows(desk, "aaa 1"));
	press(desk, ":");
	type(desk, "tag later");
	press(desk, "Enter");
	assert_int_equal(desk->app.tracks.sel, TRACKS_ALL);
	press(desk, "T");
	assert_true(shows(desk, "Toolchains Track 4"));
}

static void
groups_follow_the_filter_and_other_notes(void **state)
{
	static const char text[] =
	    "## One - Ann Lee\n\n- x\n\n## Two - Bob Ray\n\n- y\n";
	static const struct load_options plain;
	struct desk *desk = *state;
	struct app_swap swap;

	press(desk, "T /");
	type(desk, "vectors, now");
	assert_true(shows(desk, "Chiu, Tao 1"));
	assert_false(shows(desk, "Töpel, Björn"));
	press(desk, "Esc");

	struct notes *notes = load_bytes("a.md", text, strlen(text), &plain);

	app_set_track(&desk->app,
	    app_group_row(&desk->app, GROUP_VALUE,
		app_value_find(&desk->app, "Chiu, Tao")));
	app_set_notes(&desk->app, notes, NULL, &swap);
	app_swap_free(&swap);
	assert_null(app_check(&desk->app));
	assert_true(shows(desk, "Ray, Bob 1"));
	assert_int_equal(desk->app.tracks.sel, TRACKS_ALL);
	notes_free(desk->notes);
	desk->notes = notes;
}

/* Shows a programme instead of the sample. */
static void
show_text(struct desk *desk, const char *text)
{
	static const struct load_options plain;
	struct notes *notes = load_bytes("a.csv", text, strlen(text), &plain);
	struct app_swap swap;

	app_set_notes(&desk->app, notes, NULL, &swap);
	app_swap_free(&swap);
	notes_free(desk->notes);
	desk->notes = notes;
}

static void
show_programme(struct desk *desk)
{
	show_text(desk,
	    "Title,Speaker,Day,Start,Duration,Room\n"
	    "One,Ann,2026-05-01,10:00,0:50,Shed\n"
	    "Two,Bob,2026-05-01,10:40,0:50,Barn\n"
	    "Three,Eve Ray (er),2026-05-02,10:40,0:50,Barn\n"
	    "Four,@adee,2026-05-01,10:50,0:50,Shed\n");
}

static void
what_stands_in_brackets_is_no_family_name(void **state)
{
	struct desk *desk = *state;

	show_programme(desk);
	app_set_by(&desk->app, "speakers");
	assert_true(shows(desk, "Ray, Eve (er) 1"));
	assert_true(shows(desk, "Ann 1"));
}

static void
handles_come_after_names(void **state)
{
	struct desk *desk = *state;
	const struct app_values *values = &desk->app.values;

	show_programme(desk);
	app_set_by(&desk->app, "speakers");
	assert_int_equal(values->n, 4);
	assert_string_equal(values->value[0].name, "Ann");
	assert_string_equal(values->value[3].name, "@adee");
}

static void
d_lists_what_takes_place_at_the_same_time(void **state)
{
	struct desk *desk = *state;

	press(desk, "D");
	assert_true(shows(desk, "this talk tells no time of day"));
	show_programme(desk);
	press(desk, "l D");
	assert_string_equal(title(desk), "One");
	assert_int_equal(desk->app.list.n, 2);
	assert_true(shows(desk, "at:10:00-10:50 day:\"2026-05-01\""));
	press(desk, "k k j D");
	assert_string_equal(title(desk), "Two");
	assert_int_equal(desk->app.list.n, 3);
}

static void
v_shows_time_and_room_where_there_are_any(void **state)
{
	struct desk *desk = *state;

	press(desk, "v v");
	assert_true(shows(desk, "the rows that the width allows"));
	show_programme(desk);
	assert_false(shows(desk, "10:40 · Barn"));
	press(desk, "v v");
	assert_true(shows(desk, "2026-05-01 10:40 · Barn · Bob"));
	assert_string_equal(recall_get(desk->app.recall, "rows"), "when");
	/* A group of one day need not say it. */
	press(desk, ":");
	type(desk, "group days");
	press(desk, "Enter :");
	type(desk, "track 2026-05-01");
	press(desk, "Enter");
	assert_true(shows(desk, "│ 10:40 · Barn · Bob"));
}

static void
days_stand_by_date(void **state)
{
	struct desk *desk = *state;
	const struct app_values *values = &desk->app.values;
	static const char *const days[] = {
	    "2026-05-01", "2027-01-31", "2031-02-01", "Sunday", "Monday"};

	/* As of several conferences, of which the later one is opened first. */
	show_text(desk,
	    "title,speakers,day\nOne,Ann,Sunday\nTwo,Bob,2031-02-01\n"
	    "Three,Eve,Monday\nFour,Ray,2026-05-01\nFive,Lu,2027-01-31\n"
	    "Six,Jo,2026-05-01\n");
	app_set_by(&desk->app, "days");
	assert_int_equal(values->n, 5);
	for (size_t i = 0; i < values->n; i++)
		assert_string_equal(values->value[i].name, days[i]);
	press(desk, ":");
	type(desk, "track 2026");
	press(desk, "Enter");
	assert_int_equal(desk->app.list.n, 2);
	assert_string_equal(title(desk), "Four");
}

static void
rooms_are_groups(void **state)
{
	struct desk *desk = *state;

	show_programme(desk);
	press(desk, "T T T");
	assert_true(shows(desk, "grouped by rooms"));
	assert_true(shows(desk, "Barn 2"));
	assert_true(shows(desk, "Shed 2"));
	/* No source was joined with another. */
	press(desk, "T");
	assert_true(shows(desk, "grouped by tracks"));
	press(desk, ":");
	type(desk, "same");
	press(desk, "Enter");
	assert_true(shows(desk, "no pair is selected"));
}

static void
t_turns_only_to_groups_to_choose_from_and_shows_them(void **state)
{
	static const char one_room[] =
	    "title,speakers,day,start,room\nOne,Ann,2026-05-01,10:00,Barn\n"
	    "Two,Bob,2026-05-01,10:40,Barn\n";
	struct desk *desk = *state;

	/* At this size the groups are not beside the list. */
	resize(desk, 40, 120);
	press(desk, "l");
	assert_int_equal(desk->app.panes.inner[PANE_TRACKS].h, 0);
	press(desk, "T");
	assert_true(shows(desk, "Töpel, Björn 1"));
	assert_int_equal(desk->app.focus, PANE_TRACKS);
	/* Where they are shown, the talk is still the one in hand. */
	resize(desk, 40, 160);
	press(desk, "l T");
	assert_int_equal(desk->app.focus, PANE_TALKS);
	/* A day and a room that all talks share are no groups. */
	show_text(desk, one_room);
	press(desk, "T");
	assert_true(shows(desk, "grouped by speakers"));
	press(desk, "T");
	assert_true(shows(desk, "grouped by tracks"));
}

static void
the_grouping_is_kept(void **state)
{
	struct desk *desk = *state;
	struct recall place = {0};

	press(desk, "T ] ]");
	const struct talk *talk = app_talk(&desk->app);

	app_keep_place(&desk->app, &place);
	app_set_by(&desk->app, "tracks");
	app_take_place(&desk->app, &place);
	recall_free(&place);
	assert_int_equal(desk->app.by, BY_SPEAKER);
	assert_int_equal(app_group(&desk->app).kind, GROUP_VALUE);
	assert_ptr_equal(app_talk(&desk->app), talk);
	assert_null(app_check(&desk->app));
}

int
main(void)
{
#define TEST(name) \
	cmocka_unit_test_setup_teardown(name, desk_setup, desk_teardown)
	const struct CMUnitTest tests[] = {
	    TEST(t_groups_by_speakers_under_their_family_names),
	    TEST(a_talk_stands_in_each_of_its_groups),
	    TEST(tags_are_groups_as_they_come_and_go),
	    TEST(groups_follow_the_filter_and_other_notes),
	    TEST(what_stands_in_brackets_is_no_family_name),
	    TEST(handles_come_after_names),
	    TEST(d_lists_what_takes_place_at_the_same_time),
	    TEST(v_shows_time_and_room_where_there_are_any),
	    TEST(days_stand_by_date),
	    TEST(rooms_are_groups),
	    TEST(t_turns_only_to_groups_to_choose_from_and_shows_them),
	    TEST(the_grouping_is_kept),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
