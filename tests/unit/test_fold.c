/* app_fold: parts of the notes are folded to their headings. */
#include "unit.h"

#include <string.h>

#include "lectern/source/load.h"
#include "lectern/source/load_options.h"
#include "lectern/ui/draw.h"
#include "press.h"

#define VIDEO \
	"{\"id\": \"AAAAAAAAAAA\", \"title\": \"Kelp\", \"webpage_url\": " \
	"\"https://youtu.be/AAAAAAAAAAA\", \"description\": \"It grows.\", " \
	"\"chapters\": [{\"start_time\": 65, \"title\": \"Questions\"}]}"

/* Opens the video, alone, with a note of the reader's own. */
static struct notes *
open_video(struct desk *desk)
{
	const struct load_options options = {0};
	struct app_swap swap;
	struct notes *notes = load_bytes(
	    "kelp.info.json", VIDEO, strlen(VIDEO), &options);

	app_set_notes(&desk->app, notes, NULL, &swap);
	app_swap_free(&swap);
	press(desk, "g :");
	type(desk, "note Ask");
	press(desk, "Enter");
	return notes;
}

static void
parts_have_headings_and_fold_in_turn(void **state)
{
	struct desk *desk = *state;
	struct notes *notes = open_video(desk);

	assert_true(shows(desk, "\u2502 Abstract"));
	assert_true(shows(desk, "It grows."));
	assert_true(shows(desk, "1:05 \u2022 Questions"));
	press(desk, "-");
	assert_true(shows(desk, "+ Abstract"));
	assert_false(shows(desk, "It grows."));
	assert_true(shows(desk, "My notes"));
	press(desk, "- -");
	assert_true(shows(desk, "+ My notes"));
	assert_true(shows(desk, "+ Chapters"));
	assert_false(shows(desk, "1:05 \u2022 Questions"));
	press(desk, "+");
	assert_true(shows(desk, "It grows."));
	assert_true(shows(desk, "+ Chapters"));
	press(desk, "3 +");
	assert_true(shows(desk, "1:05 \u2022 Questions"));
	press(desk, "+ +");
	assert_true(shows(desk, "no part can be unfolded"));
	notes_free(notes);
}

static void
a_part_that_is_alone_has_a_heading_while_it_is_folded(void **state)
{
	struct desk *desk = *state;

	press(desk, "j");
	assert_true(shows(desk, "Vector state is saved lazily"));
	assert_false(shows(desk, "\u2502 Notes "));
	press(desk, "-");
	assert_true(shows(desk, "+ Notes"));
	assert_false(shows(desk, "Vector state is saved lazily"));
	/* They are of all talks. */
	press(desk, "k j");
	assert_true(shows(desk, "+ Notes"));
}

static void
what_is_looked_for_is_open(void **state)
{
	struct desk *desk = *state;
	struct notes *notes = open_video(desk);

	press(desk, "- - /");
	type(desk, "grows");
	assert_true(shows(desk, "It grows."));
	press(desk, "Enter -");
	assert_true(shows(desk, "all is open"));
	press(desk, "Esc Esc");
	assert_false(shows(desk, "It grows."));
	/* As is what is found in the notes. */
	press(desk, "l l /");
	type(desk, "grows");
	assert_true(shows(desk, "It grows."));
	assert_true(shows(desk, "1/1"));
	press(desk, "Esc");
	assert_false(shows(desk, "It grows."));
	notes_free(notes);
}

static void
folds_are_kept_for_the_next_run(void **state)
{
	struct desk *desk = *state;
	struct recall place = {0};

	press(desk, "j -");
	app_keep_place(&desk->app, &place);
	press(desk, "+");
	assert_true(shows(desk, "Vector state is saved lazily"));
	app_take_place(&desk->app, &place);
	recall_free(&place);
	app_settle(&desk->app);
	assert_true(shows(desk, "+ Notes"));
}

/* The heading of what is folded stays in sight. */
static void
a_long_part_folds_to_its_heading(void **state)
{
	struct desk *desk = *state;
	struct notes *notes = open_video(desk);

	resize(desk, 9, 160);
	press(desk, "l l j j j j");
	assert_false(shows(desk, "\u2502 Abstract"));
	press(desk, "1 -");
	assert_true(shows(desk, "+ Abstract"));
	notes_free(notes);
}

#define TEST(test) \
	cmocka_unit_test_setup_teardown(test, desk_setup, desk_teardown)

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    TEST(parts_have_headings_and_fold_in_turn),
	    TEST(a_part_that_is_alone_has_a_heading_while_it_is_folded),
	    TEST(what_is_looked_for_is_open),
	    TEST(folds_are_kept_for_the_next_run),
	    TEST(a_long_part_folds_to_its_heading),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
