/* Marks of many talks at once: groups, counts, ranges, all of the list. */
#include "unit.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "lectern/base/mem.h"
#include "lectern/marks/marks.h"
#include "press.h"

#define TALKS 9 /* of the sample; its tracks have 3, 4 and 2 */

/* How many talks have a mark, as it was kept. */
static int
marked(const struct desk *desk, enum mark_kind kind)
{
	int n = 0;

	for (uint32_t i = 0; i < desk->notes->ntalks; i++)
		n += (marks_of(desk->marks, &desk->notes->talks[i]) & kind) !=
		    0;
	return n;
}

static void
a_key_on_a_group_acts_on_its_talks(void **state)
{
	struct desk *desk = *state;

	/* The track of three talks. */
	press(desk, "h 6 j w");
	assert_true(shows(desk, "3 talks seen"));
	assert_true(shows(desk, " u undo"));
	assert_true(shows(desk, "RISC-V MC ████ 3/3"));
	assert_int_equal(marked(desk, MARK_SEEN), 3);
	press(desk, "l G w h b");
	assert_true(shows(desk, "3 talks bookmarked"));
	/* Those that lack it get it; only if all have it, it is removed. */
	press(desk, "w");
	assert_true(shows(desk, "seen, 2 already (for this run only): A "));
	press(desk, "w");
	assert_true(shows(desk, "3 talks: not seen"));
	assert_int_equal(marked(desk, MARK_SEEN), 0);
	/* Where a filter is on, only what is listed is marked. */
	press(desk, "g /");
	type(desk, "vector");
	press(desk, "Enter h g w");
	assert_true(shows(desk, "2 talks seen"));
	assert_int_equal(marked(desk, MARK_SEEN), 2);
}

static void
a_dot_goes_to_the_next_talk_that_is_not_seen(void **state)
{
	struct desk *desk = *state;

	/* All but the talks 2, 5 and 9 are seen. */
	press(desk, "g A j w 3 j w G w g .");
	assert_string_equal(title(desk), "Vectors, now and next");
	press(desk, ".");
	assert_string_equal(title(desk), "Was für ein Straßenname");
	/* From the notes, too, and round the ends. */
	press(desk, "l . ");
	assert_string_equal(title(desk), "No video was kept");
	press(desk, ".");
	assert_string_equal(title(desk), "Vectors, now and next");
	assert_true(shows(desk, "went on from the first talk"));
	press(desk, ",");
	assert_string_equal(title(desk), "No video was kept");
	assert_true(shows(desk, "went on from the last talk"));
	press(desk, "2 ,");
	assert_string_equal(title(desk), "Vectors, now and next");
	press(desk, "A .");
	assert_string_equal(title(desk), "Vectors, now and next");
	assert_true(shows(desk, "no other talk of this list is unseen"));
}

static void
a_tag_goes_to_a_group(void **state)
{
	struct desk *desk = *state;

	press(desk, "h 7 j t");
	assert_true(shows(desk, ":tag    4 talks  Tag the talk"));
	type(desk, "gcc later");
	press(desk, "Enter");
	assert_true(shows(desk, "4 talks tagged: gcc; 4 talks tagged: later"));
	assert_int_equal(marked(desk, MARK_TAGGED), 4);
	press(desk, "u");
	assert_int_equal(marked(desk, MARK_TAGGED), 0);
	/* The speaker's talks. */
	press(desk, "T G k w");
	assert_int_equal(marked(desk, MARK_SEEN), 1);
}

static void
a_count_acts_on_as_many_talks(void **state)
{
	struct desk *desk = *state;

	press(desk, "j 3 w");
	assert_true(shows(desk, "3 talks seen"));
	assert_string_equal(title(desk), "Vectors, now and next");
	assert_int_equal(marked(desk, MARK_SEEN), 3);
	press(desk, "G 5 b");
	assert_true(shows(desk, "bookmarked (for this run only): No video"));
	assert_int_equal(marked(desk, MARK_BOOKMARKED), 1);
	/* It outlasts the typing of a tag. */
	press(desk, "g 2 t");
	assert_true(shows(desk, "2 in range"));
	type(desk, "x");
	press(desk, "Enter");
	assert_true(shows(desk, "2 talks tagged: x"));
	assert_int_equal(marked(desk, MARK_TAGGED), 2);
	assert_false(shows(desk, "in range"));
}

static void
a_range_is_marked_and_ends(void **state)
{
	struct desk *desk = *state;

	press(desk, "2 j V");
	assert_true(shows(desk, "1 in range"));
	press(desk, "k k");
	assert_true(shows(desk, "3 in range"));
	/* Each of its rows is told from the others. */
	assert_true(shows(desk, "> Patchwork CI"));
	assert_true(shows(desk, "> Vectors"));
	assert_true(shows(desk, "> A welcome"));
	assert_false(shows(desk, "> Linking"));
	assert_true(style_of(desk, "A welcome") & STYLE_REVERSE);
	press(desk, "b");
	assert_true(shows(desk, "3 talks bookmarked"));
	assert_false(shows(desk, "in range"));
	assert_int_equal(marked(desk, MARK_BOOKMARKED), 3);
	/* It is left by Esc and V, and ends where another list comes. */
	press(desk, "V j Esc");
	assert_false(shows(desk, "in range"));
	assert_int_equal(desk->app.focus, PANE_TALKS);
	press(desk, "V j V");
	assert_false(shows(desk, "in range"));
	press(desk, "V j ]");
	assert_false(shows(desk, "in range"));
	press(desk, "V j /");
	type(desk, "a");
	press(desk, "Enter");
	assert_false(shows(desk, "in range"));
	/* It is over when its first talk leaves the list. */
	press(desk, "Esc g h g j j l V j");
	assert_true(shows(desk, "w seen"));
	marks_set(
	    desk->marks, &desk->notes->talks[0], MARK_SEEN, true, NULL, NULL);
	app_relist(&desk->app);
	assert_false(app_ranging(&desk->app));
	press(desk, "w");
	assert_int_equal(marked(desk, MARK_SEEN), 2);
}

static void
all_of_the_list_are_seen(void **state)
{
	struct desk *desk = *state;

	press(desk, "2 j w A");
	assert_true(shows(desk, "8 talks seen, 1 already"));
	assert_int_equal(marked(desk, MARK_SEEN), TALKS);
	press(desk, "A");
	assert_true(shows(desk, "9 talks: seen already"));
	assert_int_equal(marked(desk, MARK_SEEN), TALKS);
	press(desk, "u");
	assert_int_equal(marked(desk, MARK_SEEN), 1);
	press(desk, "/");
	type(desk, "vector");
	press(desk, "Enter A");
	assert_int_equal(marked(desk, MARK_SEEN), 3);
}

static void
what_was_done_to_many_is_undone_at_once(void **state)
{
	struct desk *desk = *state;

	press(desk, "j w g A");
	assert_int_equal(marked(desk, MARK_SEEN), TALKS);
	press(desk, "u");
	assert_true(shows(desk, "undone, now: 8 talks: not seen"));
	assert_int_equal(marked(desk, MARK_SEEN), 1);
	press(desk, "u");
	assert_true(shows(desk, "undone, now: not seen: Vectors"));
	assert_int_equal(marked(desk, MARK_SEEN), 0);
	press(desk, "2 ^R");
	assert_true(shows(desk, "done again: 8 talks seen"));
	assert_int_equal(marked(desk, MARK_SEEN), TALKS);
	press(desk, "h g w u");
	assert_true(shows(desk, "undone, now: 9 talks seen"));
	assert_int_equal(marked(desk, MARK_SEEN), TALKS);
}

static void
nothing_listed_is_nothing_to_mark(void **state)
{
	struct desk *desk = *state;

	press(desk, "/");
	type(desk, "zzzz");
	press(desk, "Enter");
	for (const char *keys = "w\0b\0A\0V\0t\0"; *keys; keys += 2) {
		press(desk, keys);
		assert_true(shows(desk, "no talk"));
		assert_int_equal(desk->app.mode, MODE_BROWSE);
	}
	press(desk, "h");
	press(desk, "w");
	assert_int_equal(marked(desk, MARK_SEEN), 0);
}

#define TEST(name) \
	cmocka_unit_test_setup_teardown(name, desk_setup, desk_teardown)

/* How many transactions changed a database: SQLite counts them in its header. */
static unsigned
transactions(const char *path)
{
	unsigned char head[28] = {0};
	FILE *file = fopen(path, "rb");

	assert_non_null(file);
	assert_int_equal(fread(head, 1, sizeof(head), file), sizeof(head));
	fclose(file);
	return (unsigned)head[24] << 24 | (unsigned)head[25] << 16 |
	    (unsigned)head[26] << 8 | head[27];
}

static void
many_marks_are_one_transaction(void **state)
{
	struct desk *desk = *state;
	const char *folder = getenv("TMPDIR");
	char *path = mem_printf(
	    "%s/many-%ld.db", folder ? folder : "/tmp", (long)getpid());
	struct err err;

	app_free(&desk->app);
	marks_close(desk->marks);
	desk->marks = marks_open(path, NULL, &err);
	assert_non_null(desk->marks);
	app_init(&desk->app, desk->notes, desk->marks, &desk->config);
	resize(desk, 24, 160);
	press(desk, "b");
	unsigned before = transactions(path);

	press(desk, "A");
	assert_int_equal(marked(desk, MARK_SEEN), TALKS);
	assert_int_equal(transactions(path), before + 1);
	press(desk, "u");
	assert_int_equal(marked(desk, MARK_SEEN), 0);
	assert_int_equal(transactions(path), before + 2);
	press(desk, "5 x");
	assert_int_equal(transactions(path), before + 3);
	press(desk, ":");
	type(desk, "tag one two");
	press(desk, "Enter");
	assert_int_equal(transactions(path), before + 4);
	unlink(path);
	free(path);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    TEST(a_key_on_a_group_acts_on_its_talks),
	    TEST(a_dot_goes_to_the_next_talk_that_is_not_seen),
	    TEST(a_tag_goes_to_a_group),
	    TEST(a_count_acts_on_as_many_talks),
	    TEST(a_range_is_marked_and_ends),
	    TEST(all_of_the_list_are_seen),
	    TEST(what_was_done_to_many_is_undone_at_once),
	    TEST(many_marks_are_one_transaction),
	    TEST(nothing_listed_is_nothing_to_mark),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
