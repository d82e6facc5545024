/* The queue: talks to watch, in the reader's order. */
#include "unit.h"

#include <stdlib.h>
#include <string.h>

#include "lectern/source/load.h"
#include "press.h"

/* Shows a programme instead of the sample. */
static void
show_programme(struct desk *desk)
{
	static const char text[] = "Title,Speaker,Track,Duration,URL\n"
				   "Ponds,Ann,A,50,https://a.example/1\n"
				   "Frogs,Bob,A,40,https://a.example/2\n"
				   "Newts,Eve,A,30,https://a.example/3\n"
				   "Pears,Dee,B,60,https://a.example/4\n"
				   "Talk,Cy,B,,https://a.example/5\n";
	static const struct load_options plain;
	struct notes *notes = load_bytes("a.csv", text, strlen(text), &plain);
	struct app_swap swap;

	app_set_notes(&desk->app, notes, NULL, &swap);
	app_swap_free(&swap);
	notes_free(desk->notes);
	desk->notes = notes;
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
	assert_true(shows(desk, "plan: no talk that is left tells how long it"));
	press(desk, "u u");
	assert_string_equal(queue(desk), "");
	command(desk, "plan 45 track:A");
	assert_string_equal(queue(desk), "Frogs ");
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
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
