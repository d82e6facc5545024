/* Talks to watch, in the reader's order, and how far the reader is. */
#include "unit.h"

#include <stdlib.h>
#include <string.h>

#include "lectern/source/load.h"
#include "press.h"

/* Shows a programme in CSV instead of the sample. */
static void
show(struct desk *desk, const char *text)
{
	static const struct load_options plain;

	desk_show(desk, load_bytes("a.csv", text, strlen(text), &plain));
}

static void
show_programme(struct desk *desk)
{
	static const char text[] = "Title,Speaker,Track,Duration,URL\n"
				   "Ponds,Ann,A,50,https://a.example/1\n"
				   "Frogs,Bob,A,40,https://a.example/2\n"
				   "Newts,Eve,A,30,https://a.example/3\n"
				   "Pears,Dee,B,60,https://a.example/4\n"
				   "Talk,Cy,B,,https://a.example/5\n";

	show(desk, text);
}

/* The titles of the queue, each with a blank behind it. */
static const char *
queue(const struct desk *desk)
{
	static char titles[128];
	size_t n;
	uint32_t *talk = app_queue(&desk->app, &n);

	titles[0] = '\0';
	for (size_t i = 0; i < n; i++) {
		strcat(titles, desk->notes->talks[talk[i]].title);
		strcat(titles, " ");
	}
	free(talk);
	return titles;
}

static void
command(struct desk *desk, const char *words)
{
	press(desk, ":");
	type(desk, words);
	press(desk, "Enter");
}

static void
talks_stand_as_they_were_added(void **state)
{
	struct desk *desk = *state;

	show_programme(desk);
	press(desk, "G k x");
	assert_true(shows(desk, "queued (for this run only): Pears"));
	press(desk, "g 2 x");
	assert_string_equal(queue(desk), "Pears Ponds Frogs ");
	command(desk, "track Queue");
	press(desk, "g");
	assert_string_equal(title(desk), "Pears");
	assert_true(shows(desk, "Queue: 3 talks, 2 h 30 min"));
	press(desk, "x");
	assert_true(shows(desk, "taken from the queue"));
	assert_string_equal(queue(desk), "Ponds Frogs ");
	press(desk, "u");
	assert_string_equal(queue(desk), "Pears Ponds Frogs ");
	/* Of talks that all are queued, all are taken; else the rest is added. */
	press(desk, "u");
	assert_string_equal(queue(desk), "Pears ");
	command(desk, "track All");
	press(desk, "G x");
	command(desk, "track Queue");
	assert_true(
	    shows(desk, "Queue: 2 talks, 1 h 0 min, 1 of unknown length"));
}

static void
talks_are_moved(void **state)
{
	struct desk *desk = *state;

	show_programme(desk);
	press(desk, "M-Down");
	assert_true(shows(desk, "talks are moved in the queue"));
	press(desk, "g 4 x");
	assert_string_equal(queue(desk), "Ponds Frogs Newts Pears ");
	command(desk, "track Queue");
	press(desk, "g M-Down");
	assert_string_equal(queue(desk), "Frogs Ponds Newts Pears ");
	assert_string_equal(title(desk), "Ponds");
	assert_true(shows(desk, "2 of 4 in the queue: Ponds"));
	press(desk, "2 M-Down");
	assert_string_equal(queue(desk), "Frogs Newts Pears Ponds ");
	press(desk, "9 M-Up");
	assert_string_equal(queue(desk), "Ponds Frogs Newts Pears ");
	/* At the top it stays. */
	press(desk, "M-Up");
	assert_string_equal(queue(desk), "Ponds Frogs Newts Pears ");
	press(desk, "u");
	assert_string_equal(queue(desk), "Frogs Newts Pears Ponds ");
	/* With a filter the list has another order. */
	press(desk, "/");
	type(desk, "title:p");
	press(desk, "Enter M-Down");
	assert_true(shows(desk, "talks are moved in the queue"));
	assert_string_equal(queue(desk), "Frogs Newts Pears Ponds ");
}

static void
p_plays_all_of_it(void **state)
{
	struct desk *desk = *state;

	show_programme(desk);
	press(desk, "g 2 x");
	assert_int_equal(press(desk, "P"), OUT_PLAY);
	command(desk, "track Queue");
	assert_int_equal(press(desk, "P"), OUT_QUEUE);
	/* In the notes it is that talk. */
	press(desk, "l");
	assert_int_equal(press(desk, "P"), OUT_PLAY);
}

static void
a_plan_fills_it_to_a_length(void **state)
{
	struct desk *desk = *state;

	show_programme(desk);
	command(desk, "plan");
	assert_true(shows(desk, "plan: how long?"));
	command(desk, "plan 20m");
	assert_true(shows(desk, "plan: no talk is as short as that"));
	/* Bookmarks first, then what fits; what is seen was watched already. */
	press(desk, "g 3 j b g w");
	command(desk, "plan 1h30");
	assert_string_equal(queue(desk), "Pears Newts ");
	assert_true(shows(desk, "2 talks queued: the queue has 90 of 90 min"));
	command(desk, "plan 2:20");
	assert_string_equal(queue(desk), "Pears Newts Frogs ");
	command(desk, "plan 2:20");
	assert_true(
	    shows(desk, "plan: no talk that is left tells how long it"));
	press(desk, "u u");
	assert_string_equal(queue(desk), "");
	command(desk, "plan 45 track:A");
	assert_string_equal(queue(desk), "Frogs ");
}

/* However near a talk is to the one that is selected. */
static void
a_plan_takes_bookmarks_before_what_is_near(void **state)
{
	struct desk *desk = *state;

	show(desk,
	    "Title,Duration,Abstract\n"
	    "Otters in rivers,30,Otters swim in rivers\n"
	    "Newts,30,Ponds\n"
	    "Otters in lakes and rivers,30,Otters swim in lakes\n"
	    "Tides,30,The moon\n");
	press(desk, "G b g");
	command(desk, "plan 30m");
	assert_string_equal(queue(desk), "Tides ");
	press(desk, "u g w");
	command(desk, "plan 1h");
	assert_string_equal(queue(desk), "Tides Otters in lakes and rivers ");
}

static void
stop_at(struct desk *desk, uint32_t talk, const char *position)
{
	struct err err;

	assert_true(marks_set(desk->marks, &desk->notes->talks[talk],
	    MARK_POSITION, true, position, &err));
	app_relist(&desk->app);
}

static void
it_is_told_how_far_the_reader_is(void **state)
{
	struct desk *desk = *state;

	show_programme(desk);
	press(desk, "%");
	assert_true(shows(desk, "How far you are"));
	assert_true(shows(desk, "0 of 5 talks seen (0 %)"));
	assert_true(shows(
	    desk, "0 min watched, 3 h 0 min left, 1 talk of unknown length"));
	assert_false(shows(desk, "bookmarked"));
	press(desk, "q g w j b");
	stop_at(desk, 2, "600/2400");
	press(desk, "%");
	assert_true(shows(desk, "1 of 5 talks seen (20 %)"));
	assert_true(shows(desk, "1 bookmarked, 1 started"));
	/* 50 minutes, and 10 of those 40 that the player knows. */
	assert_true(shows(desk, "1 h 0 min watched, 2 h 10 min left"));
	/* It follows the marks, even where another talk is selected then. */
	press(desk, "w");
	assert_true(shows(desk, "2 of 5 talks seen (40 %)"));
	press(desk, "u");
	assert_true(shows(desk, "1 of 5 talks seen (20 %)"));
	/* Back to where the reader was; how a document is read comes instead. */
	press(desk, "q");
	assert_int_equal(desk->app.focus, PANE_TALKS);
	assert_false(shows(desk, "How far you are"));
	press(desk, "% i");
	assert_true(shows(desk, "csv"));
	press(desk, "% %");
	assert_false(shows(desk, "How far you are"));
}

static void
breaks_are_not_counted(void **state)
{
	static const char text[] = "Title,Duration\nPonds,50\nLunch,60\n";
	struct desk *desk = *state;

	show(desk, text);
	command(desk, "stats");
	assert_true(shows(desk, "0 of 1 talk seen (0 %)"));
	assert_true(shows(desk, "0 min watched, 50 min left"));
	assert_false(shows(desk, "unknown length"));
}

#define TEST(f) cmocka_unit_test_setup_teardown(f, desk_setup, desk_teardown)

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    TEST(talks_stand_as_they_were_added),
	    TEST(talks_are_moved),
	    TEST(p_plays_all_of_it),
	    TEST(a_plan_fills_it_to_a_length),
	    TEST(a_plan_takes_bookmarks_before_what_is_near),
	    TEST(it_is_told_how_far_the_reader_is),
	    TEST(breaks_are_not_counted),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
