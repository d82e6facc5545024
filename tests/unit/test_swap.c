/* app_swap: documents that are read again while they are open. */
#include "unit.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "lectern/base/mem.h"
#include "lectern/source/load.h"
#include "press.h"

static const char before[] =
    "# Garden Days\n\n## Growing\n\n"
    "### Slow compost - Ann Lee\n\n<https://youtu.be/aaaaaaaaaa1>\n\n"
    "- one\n- two\n- three\n- four\n- five\n- six\n- seven\n- eight\n"
    "- nine\n- ten\n- eleven\n- twelve\n- thirteen\n- fourteen\n\n"
    "### Old tools - Bob Ray\n\n- rust\n\n"
    "## Building\n\n"
    "### Ponds - Dee Fox\n\n<https://youtu.be/aaaaaaaaaa4>\n\n- water\n\n"
    "### Sheds - Cy Orr\n\n<https://youtu.be/aaaaaaaaaa3>\n\n- planks\n";

/* Three talks more, one gone, one with another title, and a bullet more. */
static const char after[] =
    "# Garden Days\n\n## Seeds\n\n"
    "### Saving seeds - Eve Ash\n\n<https://youtu.be/aaaaaaaaaa5>\n\n- dry\n\n"
    "## Growing\n\n"
    "### Slow compost - Ann Lee\n\n<https://youtu.be/aaaaaaaaaa1>\n\n"
    "- zero\n- one\n- two\n- three\n- four\n- five\n- six\n- seven\n- eight\n"
    "- nine\n- ten\n- eleven\n- twelve\n- thirteen\n- fourteen\n\n"
    "### Very old tools - Bob Ray\n\n- rust\n\n"
    "## Building\n\n"
    "### Ponds - Dee Fox\n\n<https://youtu.be/aaaaaaaaaa4>\n\n- water\n\n"
    "### Frogs - Dee Fox\n\n<https://youtu.be/aaaaaaaaaa6>\n\n- green\n\n"
    "### Toads - Dee Fox\n\n<https://youtu.be/aaaaaaaaaa7>\n\n- brown\n";

static struct notes *
read_text(const char *text)
{
	static const struct load_options plain;

	return load_bytes("garden.md", text, strlen(text), &plain);
}

/* Opens the document in place of the sample. */
static struct desk *
open_garden(void **state)
{
	struct desk *desk = *state;

	app_free(&desk->app);
	notes_free(desk->notes);
	desk->notes = read_text(before);
	app_init(&desk->app, desk->notes, desk->marks, &desk->config);
	resize(desk, 12, 160);
	return desk;
}

static struct app_swap
swap_for(struct desk *desk, const char *text)
{
	struct notes *notes = read_text(text);
	struct app_swap swap;

	app_set_notes(&desk->app, notes, NULL, &swap);
	notes_free(desk->notes);
	desk->notes = notes;
	assert_null(app_check(&desk->app));
	return swap;
}

static void
tells_what_is_new_and_gone(void **state)
{
	struct desk *desk = open_garden(state);
	struct app_swap swap = swap_for(desk, after);

	assert_int_equal(swap.fresh, 3);
	assert_int_equal(swap.gone, 1);
	assert_int_equal(app_swapped(&swap, 0), 1);
	assert_int_equal(app_swapped(&swap, 1), 2);
	assert_int_equal(app_swapped(&swap, 2), 3);
	assert_int_equal(app_swapped(&swap, 3), APP_NONE);
	assert_int_equal(app_swapped(&swap, APP_NONE), APP_NONE);
	app_swap_free(&swap);
	swap = swap_for(desk, after);
	assert_int_equal(swap.fresh + swap.gone, 0);
	app_swap_free(&swap);
}

#define MANY 30

/* A document of talks, numbered from `first` on in steps. */
static void
write_many(char text[4096], int first, int step, int n)
{
	int len = sprintf(text, "# Many Days\n");

	for (int i = 0; i < n; i++)
		len += sprintf(text + len,
		    "\n## Seeds in bed %d - Ann Lee\n\n* x\n",
		    first + i * step);
}

static void
talks_are_found_wherever_they_went(void **state)
{
	struct desk *desk = open_garden(state);
	char text[4096];
	struct app_swap swap;

	write_many(text, 100, 1, MANY);
	swap = swap_for(desk, text);
	app_swap_free(&swap);
	/* The other way round. */
	write_many(text, 100 + MANY - 1, -1, MANY);
	swap = swap_for(desk, text);
	assert_int_equal(swap.fresh + swap.gone, 0);

	for (uint32_t i = 0; i < MANY; i++)
		assert_int_equal(app_swapped(&swap, i), MANY - 1 - i);
	app_swap_free(&swap);
	/* Far down, behind new ones; a range goes with its talk. */
	write_many(text, 100, 1, MANY);
	swap = swap_for(desk, text);
	app_swap_free(&swap);
	press(desk, "g V j");
	write_many(text, 80, 1, MANY + 20);
	swap = swap_for(desk, text);
	assert_int_equal(swap.fresh, 20);

	for (uint32_t i = 0; i < MANY; i++)
		assert_int_equal(app_swapped(&swap, i), i + 20);
	assert_true(shows(desk, "2 in range"));
	assert_string_equal(title(desk), "Seeds in bed 101");
	app_swap_free(&swap);
}

static void
talk_group_and_scroll_stay(void **state)
{
	struct desk *desk = open_garden(state);
	struct app_swap swap;

	press(desk, "] Enter Enter 5 j");
	assert_false(shows(desk, "• one"));
	assert_true(shows(desk, "five"));
	size_t top = desk->app.detail_top;

	swap = swap_for(desk, after);
	assert_string_equal(title(desk), "Slow compost");
	assert_string_equal(
	    app_track_name(&desk->app, desk->app.tracks.sel), "Growing");
	assert_int_equal(desk->app.focus, PANE_DETAIL);
	/* The bullet that was added is above. */
	assert_int_equal(desk->app.detail_top, top + 1);
	app_swap_free(&swap);
}

static void
a_talk_with_another_title_is_the_same(void **state)
{
	struct desk *desk = open_garden(state);
	struct app_swap swap;

	press(desk, "j");
	assert_string_equal(title(desk), "Old tools");
	swap = swap_for(desk, after);
	assert_string_equal(title(desk), "Very old tools");
	app_swap_free(&swap);
}

static void
the_next_talk_is_selected_if_one_is_gone(void **state)
{
	struct desk *desk = open_garden(state);
	struct app_swap swap;

	press(desk, "G");
	assert_string_equal(title(desk), "Sheds");
	swap = swap_for(desk, after);
	app_swap_free(&swap);
	assert_string_equal(title(desk), "Ponds");
	press(desk, "g");
	assert_string_equal(title(desk), "Saving seeds");
	swap = swap_for(desk, before);
	app_swap_free(&swap);
	assert_string_equal(title(desk), "Slow compost");
}

static void
filter_and_prompt_stay(void **state)
{
	struct desk *desk = open_garden(state);
	struct app_swap swap;

	press(desk, "/");
	type(desk, "dee");
	swap = swap_for(desk, after);
	app_swap_free(&swap);
	assert_true(shows(desk, "Frogs"));
	assert_int_equal(desk->app.list.n, 3);
	assert_string_equal(title(desk), "Ponds");
	type(desk, " frogs");
	assert_int_equal(desk->app.list.n, 1);
	press(desk, "Esc");
	assert_int_equal(desk->app.list.n, 6);
	assert_string_equal(title(desk), "Slow compost");
}

static void
marks_stay_and_can_be_undone(void **state)
{
	struct desk *desk = open_garden(state);
	struct app_swap swap;

	resize(desk, 24, 160);
	press(desk, "b j j b j w");
	assert_string_equal(title(desk), "Sheds");
	swap = swap_for(desk, after);
	app_swap_free(&swap);
	/* The talk that is gone is there by its mark. */
	assert_true(shows(desk, "Elsewhere"));
	press(desk, "u");
	assert_true(shows(desk, "undone, now: not seen: Sheds"));
	press(desk, "u");
	assert_string_equal(title(desk), "Ponds");
	swap = swap_for(desk, before);
	app_swap_free(&swap);
	press(desk, "u");
	assert_string_equal(title(desk), "Slow compost");
	assert_true(shows(desk, "undone, now: bookmark removed: Slow compost"));
	assert_int_equal(desk->app.list.n, 4);
}

static void
folds_of_conferences_stay(void **state)
{
	static const struct load_options plain;
	struct desk *desk = *state;
	struct app_swap swap;
	struct err err;
	char garden[4096], list[4096];
	const char *root = getenv("srcdir");
	const char *paths[] = {garden, list}, *turned[] = {list, garden};

	snprintf(garden, sizeof(garden), "%s/tests/data/garden.md",
	    root ? root : ".");
	snprintf(
	    list, sizeof(list), "%s/assets/lpc-2023.md", root ? root : ".");

	app_free(&desk->app);
	notes_free(desk->notes);
	desk->notes = load_paths(paths, 2, &plain, &err);
	app_init(&desk->app, desk->notes, desk->marks, &desk->config);
	resize(desk, 24, 160);
	press(desk, "} } h l");
	assert_true(shows(desk, "> - "));
	size_t rows = app_tracks_rows(&desk->app);

	/* The other way round: indices are others. */
	struct notes *notes = load_paths(turned, 2, &plain, &err);

	app_set_notes(&desk->app, notes, NULL, &swap);
	notes_free(desk->notes);
	desk->notes = notes;
	assert_int_equal(app_tracks_rows(&desk->app), rows);
	assert_true(shows(desk, "> - "));
	assert_int_equal(app_group(&desk->app).index, 0);
	app_swap_free(&swap);
}

static void
talks_that_gain_links_are_the_same(void **state)
{
	struct desk *desk = open_garden(state);
	char *text = NULL;

	/* Two side by side, of which one is selected. */
	press(desk, "j b");
	assert_string_equal(title(desk), "Old tools");
	text = mem_printf("# Garden Days\n\n## Growing\n\n"
			  "### Slow compost - Ann Lee\n\n"
			  "<https://youtu.be/bbbbbbbbbb1>\n\n- one\n\n"
			  "### Old tools - Bob Ray\n\n"
			  "<https://youtu.be/bbbbbbbbbb2>\n\n- rust\n\n"
			  "### Ponds - Dee Fox\n\n- water\n\n"
			  "### Sheds - Cy Orr\n\n- planks\n");
	struct app_swap swap = swap_for(desk, text);

	assert_int_equal(swap.fresh + swap.gone, 0);
	assert_int_equal(swap.videos, 1);
	assert_string_equal(title(desk), "Old tools");
	app_swap_free(&swap);
	free(text);
}

static void
what_is_new_is_listed_until_seen(void **state)
{
	struct desk *desk = open_garden(state);
	uint32_t n = desk->app.notes->ntalks;

	command_line(&desk->app, "track New");
	assert_false(shows(desk, "[New"));
	desk->app.fresh = (struct news){
	    .has = mem_alloc(n, sizeof(bool)), .n = n};
	desk->app.fresh.has[1] = desk->app.fresh.has[2] = true;
	app_relist(&desk->app);
	assert_true(shows(desk, "New 2"));
	command_line(&desk->app, "track New");
	assert_string_equal(title(desk), "Old tools");
	/* It is the same talk after another one before it has come. */
	struct app_swap swap = swap_for(desk, after);

	app_swap_free(&swap);
	assert_string_equal(title(desk), "Very old tools");
	press(desk, "w");
	assert_string_equal(title(desk), "Ponds");
	press(desk, "w");
	assert_true(shows(desk, "Nothing is new that you have not seen"));
	command_line(&desk->app, "track All");
	assert_false(shows(desk, "New 0"));
	press(desk, "u");
	assert_true(shows(desk, "New 1"));
}

int
main(void)
{
#define TEST(name) \
	cmocka_unit_test_setup_teardown(name, desk_setup, desk_teardown)
	const struct CMUnitTest tests[] = {
	    TEST(tells_what_is_new_and_gone),
	    TEST(talks_are_found_wherever_they_went),
	    TEST(talk_group_and_scroll_stay),
	    TEST(a_talk_with_another_title_is_the_same),
	    TEST(the_next_talk_is_selected_if_one_is_gone),
	    TEST(filter_and_prompt_stay),
	    TEST(marks_stay_and_can_be_undone),
	    TEST(folds_of_conferences_stay),
	    TEST(talks_that_gain_links_are_the_same),
	    TEST(what_is_new_is_listed_until_seen),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
