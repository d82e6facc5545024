/* edit: typing on one row. */
#include "unit.h"

#include <locale.h>
#include <stdlib.h>
#include <string.h>

#include "lectern/base/text.h"
#include "lectern/ui/edit.h"

static struct edit edit;

static int
setup(void **state)
{
	(void)state;
	edit_set(&edit, "");
	return setlocale(LC_CTYPE, "C.UTF-8") ? 0 : 1;
}

static int
teardown(void **state)
{
	(void)state;
	edit_free(&edit);
	return 0;
}

static void
insert(const char *text)
{
	edit_insert(&edit, text, strlen(text));
}

static void
text_goes_in_at_the_cursor(void **state)
{
	(void)state;
	insert("ac");
	edit_left(&edit);
	insert("b");
	assert_string_equal(edit.text, "abc");
	assert_int_equal(edit.at, 2);
	edit_home(&edit);
	insert("_");
	edit_end(&edit);
	insert("!");
	assert_string_equal(edit.text, "_abc!");
}

static void
cursor_moves_and_deletes_by_clusters(void **state)
{
	(void)state;
	insert("ae\xCC\x81z"); /* e with a combining accent */
	edit_left(&edit);
	edit_left(&edit);
	assert_int_equal(edit.at, 1);
	edit_delete(&edit);
	assert_string_equal(edit.text, "az");
	edit_set(&edit, "x\xF0\x9F\x87\xA9\xF0\x9F\x87\xAA"); /* a flag */
	edit_backspace(&edit);
	assert_string_equal(edit.text, "x");
}

static void
accent_typed_after_its_letter_leaves_the_cursor_behind_both(void **state)
{
	(void)state;
	insert("e");
	insert("\xCC\x81");
	assert_int_equal(edit.at, 3);
	/* A letter put before an accent that stood alone joins with it. */
	edit_set(&edit, "\xCC\x81");
	edit_home(&edit);
	insert("e");
	assert_int_equal(edit.at, 3);
}

static void
words_and_ends_are_killed(void **state)
{
	(void)state;
	insert("one two  ");
	edit_kill_word(&edit);
	assert_string_equal(edit.text, "one ");
	edit_kill_word(&edit);
	assert_string_equal(edit.text, "");
	edit_set(&edit, "one two");
	for (int i = 0; i < 3; i++)
		edit_left(&edit);
	edit_kill_end(&edit);
	assert_string_equal(edit.text, "one ");
	edit_left(&edit);
	edit_kill_start(&edit);
	assert_string_equal(edit.text, " ");
	assert_int_equal(edit.at, 0);
}

static void
nothing_happens_at_the_ends(void **state)
{
	(void)state;
	edit_left(&edit);
	edit_right(&edit);
	edit_backspace(&edit);
	edit_delete(&edit);
	edit_kill_word(&edit);
	assert_string_equal(edit.text, "");
	assert_int_equal(edit.at, 0);
}

static void
pasted_text_is_cleaned_to_one_row(void **state)
{
	(void)state;
	insert("a\tb\r\nc\033[2J\xFF");
	assert_string_equal(edit.text, "a b c[2J\xEF\xBF\xBD");
	assert_true(text_is_clean(edit.text, edit.len));
}

static void
long_paste_is_cut_at_a_cluster(void **state)
{
	(void)state;
	for (int i = 0; i < EDIT_MOST; i++)
		insert("\xC3\xA9");
	assert_true(edit.len <= EDIT_MOST);
	assert_true(edit.len > EDIT_MOST - 4);
	assert_true(text_is_clean(edit.text, edit.len));
}

static void
first_thing_typed_replaces_the_text_of_before(void **state)
{
	(void)state;
	edit_set(&edit, "old");
	edit.fresh = true;
	insert("n");
	insert("ew");
	assert_string_equal(edit.text, "new");

	edit_set(&edit, "old");
	edit.fresh = true;
	edit_end(&edit);
	insert("er");
	assert_string_equal(edit.text, "older");
}

int
main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, setup, teardown)
	const struct CMUnitTest tests[] = {
	    TEST(text_goes_in_at_the_cursor),
	    TEST(cursor_moves_and_deletes_by_clusters),
	    TEST(accent_typed_after_its_letter_leaves_the_cursor_behind_both),
	    TEST(words_and_ends_are_killed),
	    TEST(nothing_happens_at_the_ends),
	    TEST(pasted_text_is_cleaned_to_one_row),
	    TEST(long_paste_is_cut_at_a_cluster),
	    TEST(first_thing_typed_replaces_the_text_of_before),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
