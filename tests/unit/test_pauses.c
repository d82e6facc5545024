/* Breaks among the talks of a document: rows of the list, and no talks. */
#include "unit.h"

#include <stdio.h>
#include <string.h>

#include "lectern/source/load.h"
#include "lectern/source/pause.h"
#include "lectern/ui/theme.h"
#include "press.h"

#define HEADED "# Harbour Days 2031\n\n## Day 1\n\n"

static const struct load_options rows = {.pauses = true};

/*
 * Loads a document in each way, and expects its talks and breaks, these in
 * brackets: "[9:00 Tea Day 1] Locks "; without breaks its talks have the same ids.
 */
static void
expect_rows(const char *text, const char *expected)
{
	static const struct load_options ways[] = {
	    {.pauses = true},
	    {.pauses = true, .whole = true},
	    {.pauses = true, .warn = true, .parts = 3},
	};
	static const struct load_options plain;
	size_t len = strlen(text);
	struct notes *without = load_bytes("a.md", text, len, &plain);

	for (size_t i = 0; i < sizeof(ways) / sizeof(*ways); i++) {
		struct notes *notes = load_bytes("a.md", text, len, &ways[i]);
		char got[512] = "";
		uint32_t n = 0;

		for (uint32_t k = 0; k < notes->ntalks; k++) {
			const struct talk *talk = &notes->talks[k];
			size_t at = strlen(got);

			if (!talk->pause) {
				snprintf(got + at, sizeof(got) - at, "%s; ",
				    talk->title);
				assert_string_equal(
				    talk->id, without->talks[n++].id);
				continue;
			}
			assert_true(pause_is(talk));
			snprintf(got + at, sizeof(got) - at, "[%s %u %s, %s] ",
			    talk->start ? talk->start : "-", talk->minutes,
			    talk->title, notes->tracks[talk->track].name);
		}
		assert_string_equal(got, expected);
		assert_int_equal(n, without->ntalks);
		notes_free(notes);
	}
	notes_free(without);
}

static void
items_of_lists_are_rows(void **state)
{
	(void)state;
	expect_rows(HEADED "- 09:00 Registration\n"
			   "- 09:30 [Tides](https://a.example/1) - Ann Lee\n"
			   "- **10:15 Kaffeepause**\n"
			   "- 10:30 [Nets](https://a.example/2) - Bo Ray\n"
			   "- 12:00 Mittagspause (60 min)\n",
	    "[09:00 0 Registration, Day 1] Tides; [10:15 0 Kaffeepause, Day 1] "
	    "Nets; [12:00 60 Mittagspause, Day 1] ");
	expect_rows(HEADED "- [Tides](https://a.example/1) - Ann Lee\n"
			   "- PAUSE: 10:10-10:30\n"
			   "- [Nets](https://a.example/2) - Bo Ray\n"
			   "- Lunch: fish (with chips)\n",
	    "Tides; [10:10 20 PAUSE, Day 1] Nets; ");
	/* Without a heading, and the same twice. */
	expect_rows("- [Tides](https://a.example/1) - Ann Lee\n- Pause café\n"
		    "- [Nets](https://a.example/2) - Bo Ray\n- Pause café\n",
	    "Tides; [- 0 Pause café, a] Nets; [- 0 Pause café, a] ");
	/* What stands in a list of something else is none. */
	expect_rows(HEADED "- Lunch\n- Dinner\n\nTalks:\n\n"
			   "- [Tides](https://a.example/1) - Ann Lee\n"
			   "  - Lunch\n"
			   "- [Nets](https://a.example/2) - Bo Ray\n",
	    "Tides; Nets; ");
}

static void
rows_of_tables_are_rows(void **state)
{
	(void)state;
	expect_rows(HEADED "| Time | Title | Speaker |\n|---|---|---|\n"
			   "| 09:00 | Tides | Ann Lee |\n"
			   "| 10:00-10:30 | Coffee break | |\n"
			   "| 10:30 | Nets | Bo Ray |\n"
			   "| 12:30 | 🍕 Lunch | - |\n\n"
			   "## Day 2\n\n"
			   "| Time | Title | Speaker |\n|---|---|---|\n"
			   "| 09:00 | Kelp | Di Dow |\n"
			   "| 10:00 | Обед | |\n",
	    "Tides; [10:00 30 Coffee break, Day 1] Nets; "
	    "[12:30 0 🍕 Lunch, Day 1] Kelp; [10:00 0 Обед, Day 2] ");
	expect_rows("| Time | Hall A | Hall B |\n|---|---|---|\n"
		    "| 10:00 | Tides - Ann Lee | Kelp - Di Dow |\n"
		    "| 11:00 | Tea | Knots - Ed Fox |\n"
		    "| 12:30 | Lunch | Lunch |\n"
		    "| 14:00 | Nets - Bo Ray | Rope - Flo Gee |\n",
	    "Tides; Kelp; Knots; [- 0 Tea, Hall A] [12:30 0 Lunch, Hall A] "
	    "Nets; Rope; ");
}

static void
headings_are_rows(void **state)
{
	(void)state;
	expect_rows("# Harbour Days\n\n## Tides - Ann Lee\n\n- high\n\n"
		    "## Coffee break\n\n## Nets - Bo Ray\n\n- low\n\n"
		    "## Licence\n\nFree.\n",
	    "Tides; [- 0 Coffee break, Harbour Days] Nets; ");
	/* With a time, too; over other headings it is a track. */
	expect_rows("# Harbour Days\n\n## 09:00 Tides - Ann Lee\n\n- high\n\n"
		    "## 10:00 Coffee\n\n## 10:30 Nets - Bo Ray\n\n- low\n",
	    "Tides; [10:00 0 Coffee, Harbour Days] Nets; ");
	expect_rows(
	    "# Harbour Days\n\n## Boats\n\n### Tides - Ann Lee\n\n- a\n\n"
	    "### Kelp - Cy Poe\n\n- b\n\n## Food\n\n"
	    "### Nets - Bo Ray\n\n- c\n\n### Bread - Di Dow\n\n- d\n",
	    "Tides; Kelp; Nets; Bread; ");
}

static void
paragraphs_are_rows(void **state)
{
	(void)state;
	expect_rows(HEADED
	    "**09:30 [Tides](https://a.example/1)** by Ann Lee\n\nHigh.\n\n"
	    "**10:15 Coffee break**\n\n"
	    "**10:30 [Nets](https://a.example/2)** by Bo Ray\n\nLow.\n\n"
	    "**12:00 Lunch**\n\n"
	    "**13:00 [Kelp](https://a.example/3)** by Di Dow\n",
	    "Tides; [10:15 0 Coffee break, Day 1] Nets; [12:00 0 Lunch, Day 1] "
	    "Kelp; ");
	expect_rows(HEADED "09:30 - [Tides](https://a.example/1) by Ann Lee\n\n"
			   "10:15 - Coffee break\n\n"
			   "10:30 - [Nets](https://a.example/2) by Bo Ray\n\n"
			   "12:00 - Lunch\n\n"
			   "13:00 - [Kelp](https://a.example/3) by Di Dow\n",
	    "Tides; [10:15 0 Coffee break, Day 1] Nets; [12:00 0 Lunch, Day 1] "
	    "Kelp; ");
	/* Between lists. */
	expect_rows(HEADED "- [Tides](https://a.example/1) by Ann Lee\n\n"
			   "10:15 Coffee break\n\n"
			   "- [Nets](https://a.example/2) by Bo Ray\n",
	    "Tides; [10:15 0 Coffee break, Day 1] Nets; ");
}

static void
breaks_with_notes_are_talks(void **state)
{
	(void)state;
	expect_rows(HEADED
	    "**09:30 [Tides](https://a.example/1)** by Ann Lee\n\nHigh.\n\n"
	    "**10:15 Coffee break**\n\n"
	    "**10:30 [Nets](https://a.example/2)** by Bo Ray\n\nLow.\n\n"
	    "**12:00 Lunch**\n\nI met Di, who spoke of kelp.\n\n"
	    "**13:00 [Kelp](https://a.example/3)** by Di Dow\n",
	    "Tides; [10:15 0 Coffee break, Day 1] Nets; Lunch; Kelp; ");
	expect_rows(HEADED
	    "| Time | Title | Speaker | Notes |\n|---|---|---|---|\n"
	    "| 09:00 | Tides | Ann Lee | |\n"
	    "| 10:00 | Tea | | |\n"
	    "| 10:30 | Nets | Bo Ray | |\n"
	    "| 12:30 | Lunch | - | I met Di, who spoke of kelp. |\n",
	    "Tides; [10:00 0 Tea, Day 1] Nets; Lunch; ");
}

/* Shows a day with two breaks instead of the sample. */
static void
show(struct desk *desk)
{
	static const char text[] = HEADED
	    "- 09:30 [Tides](https://a.example/1) - Ann Lee\n"
	    "- 10:15 Coffee break\n"
	    "- 10:30 [Nets](https://a.example/2) - Bo Ray\n"
	    "- 12:00 Lunch\n";

	desk_show(desk, load_bytes("a.md", text, strlen(text), &rows));
}

static void
rows_of_breaks_are_dim_and_count_nowhere(void **state)
{
	struct desk *desk = *state;
	const unsigned dim = STYLE_DIM;

	show(desk);
	press(desk, "g");
	assert_string_equal(title(desk), "Tides");
	assert_true(shows(desk, "2/2"));
	assert_true(shows(desk, "2 talks, 0 seen"));
	assert_false(style_of(desk, "Nets") & dim);
	assert_true(style_of(desk, "Coffee break") & dim);
	press(desk, "j");
	assert_string_equal(title(desk), "Coffee break");
	assert_true(shows(desk, "10:15"));
	press(desk, "j j");
	assert_string_equal(title(desk), "Lunch");
	/* Its words are found in what is said of the day. */
	press(desk, "/");
	type(desk, "lunch");
	assert_string_equal(title(desk), "Tides");
	assert_true(shows(desk, "1/2"));
	press(desk, "Esc /");
	type(desk, "is:unseen");
	assert_true(shows(desk, "2/2"));
	assert_false(shows(desk, "Coffee break Day"));
}

static void
breaks_are_not_marked(void **state)
{
	struct desk *desk = *state;

	show(desk);
	press(desk, "g j x");
	assert_true(shows(desk, "that is a break, no talk"));
	press(desk, "b");
	assert_true(shows(desk, "that is a break, no talk"));
	press(desk, "w");
	assert_true(shows(desk, "that is a break, no talk"));
	/* Among talks they are left out. */
	press(desk, "g V G x");
	assert_true(shows(desk, "2 talks queued"));
	press(desk, "g V G w");
	assert_true(shows(desk, "2 talks, 2 seen"));
	assert_int_equal(desk->app.annotations[1].kinds, 0);
	assert_int_equal(desk->app.annotations[3].kinds, 0);
}

static void
breaks_are_not_related(void **state)
{
	struct desk *desk = *state;
	static const char text[] = HEADED
	    "- 09:30 [Coffee break](https://a.example/1) - Ann Lee\n"
	    "- 10:15 Coffee break\n"
	    "- 10:30 [Nets of coffee](https://a.example/2) - Bo Ray\n"
	    "- 12:00 [Kelp](https://a.example/3) - Cy Poe\n";

	desk_show(desk, load_bytes("a.md", text, strlen(text), &rows));
	press(desk, "g m");
	assert_int_equal(desk->app.related.n, 1);
	assert_int_equal(desk->app.related.talk[0].talk, 2);
}

#define TEST(f) cmocka_unit_test_setup_teardown(f, desk_setup, desk_teardown)

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(items_of_lists_are_rows),
	    cmocka_unit_test(rows_of_tables_are_rows),
	    cmocka_unit_test(headings_are_rows),
	    cmocka_unit_test(paragraphs_are_rows),
	    cmocka_unit_test(breaks_with_notes_are_talks),
	    TEST(rows_of_breaks_are_dim_and_count_nowhere),
	    TEST(breaks_are_not_marked),
	    TEST(breaks_are_not_related),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
