/* watch: when documents have changed, and when they have come to rest. */
#include "unit.h"

#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#include "lectern/base/clock.h"
#include "lectern/system/watch.h"

static char folder[] = "/tmp/lectern-watch.XXXXXX";
static char path[64];

/* Writes the file, with a time of its own that no other write has. */
static void
fill(const char *text)
{
	static time_t seconds = 1000000000;
	FILE *file = fopen(path, "w");

	assert_non_null(file);
	fputs(text, file);
	fclose(file);
	struct timespec times[2] = {{seconds, 0}, {seconds, 0}};

	seconds++;
	assert_int_equal(utimensat(AT_FDCWD, path, times, 0), 0);
}

static int
setup(void **state)
{
	static struct watch watch;

	strcpy(folder + strlen(folder) - 6, "XXXXXX");
	if (!mkdtemp(folder))
		return 1;
	snprintf(path, sizeof(path), "%s/a.md", folder);
	fill("ten bytes\n");
	watch = (struct watch){0};
	watch_add(&watch, path);
	watch_take(&watch);
	*state = &watch;
	return 0;
}

static int
teardown(void **state)
{
	watch_free(*state);
	unlink(path);
	return rmdir(folder);
}

static void
a_change_is_told_when_it_has_come_to_rest(void **state)
{
	struct watch *watch = *state;

	assert_int_equal(watch_look(watch, 1000), WATCH_SAME);
	fill("more than ten bytes\n");
	assert_int_equal(watch_look(watch, 2000), WATCH_CHANGING);
	fill("even more than that, as time goes on\n");
	assert_int_equal(watch_look(watch, 2400), WATCH_CHANGING);
	assert_int_equal(watch_look(watch, 2500), WATCH_CHANGING);
	assert_int_equal(watch_look(watch, 2700), WATCH_CHANGED);
	watch_take(watch);
	assert_int_equal(watch_look(watch, 2800), WATCH_SAME);
}

static void
what_may_be_half_written_is_waited_for(void **state)
{
	struct watch *watch = *state;

	watch_look(watch, 1000);
	fill("half\n");
	assert_int_equal(watch_look(watch, 2000), WATCH_CHANGING);
	assert_int_equal(watch_look(watch, 3900), WATCH_CHANGING);
	fill("whole again\n");
	assert_int_equal(watch_look(watch, 4000), WATCH_CHANGING);
	assert_int_equal(watch_look(watch, 4300), WATCH_CHANGED);
	watch_take(watch);
	unlink(path);
	assert_int_equal(watch_look(watch, 5000), WATCH_CHANGING);
	assert_int_equal(watch_look(watch, 6900), WATCH_CHANGING);
	assert_int_equal(watch_look(watch, 7100), WATCH_CHANGED);
	fill("");
	assert_int_equal(watch_look(watch, 8000), WATCH_CHANGING);
	assert_int_equal(watch_look(watch, 9900), WATCH_CHANGING);
	assert_int_equal(watch_look(watch, 10100), WATCH_CHANGED);
}

static void
what_is_of_no_use_is_told_once(void **state)
{
	struct watch *watch = *state;

	fill("broken\n");
	watch_look(watch, 1000);
	assert_int_equal(watch_look(watch, 9000), WATCH_CHANGED);
	watch_give_up(watch);
	assert_int_equal(watch_look(watch, 9100), WATCH_SAME);
	fill("mended, and all is well\n");
	assert_int_equal(watch_look(watch, 9200), WATCH_CHANGING);
	assert_int_equal(watch_look(watch, 9500), WATCH_CHANGED);
}

static void
a_change_while_it_was_read_is_seen(void **state)
{
	struct watch *watch = *state;

	/* The file was written in 2001. */
	watch_take_until(watch, 999999999000);
	watch_look(watch, 1000);
	assert_int_equal(watch_look(watch, 1300), WATCH_CHANGED);
	watch_take_until(watch, 1100000000000);
	assert_int_equal(watch_look(watch, 1400), WATCH_SAME);
	assert_false(watch_moves(watch));
	fill("another text\n");
	assert_true(watch_moves(watch));
	assert_false(watch_moves(watch));
	assert_int_equal(watch_look(watch, 2000), WATCH_CHANGING);
	assert_int_equal(watch_look(watch, 2300), WATCH_CHANGED);
}

/* Files have the time of a clock that is behind, by how much is chance. */
static void
a_file_that_comes_at_once_is_seen(void **state)
{
	struct watch *watch = *state;

	for (int i = 0; i < 100; i++) {
		char fresh[80], file[96];
		long long since;

		snprintf(fresh, sizeof(fresh), "%s/fresh", folder);
		snprintf(file, sizeof(file), "%s/b.md", fresh);
		assert_int_equal(mkdir(fresh, 0700), 0);
		since = clock_of_files();
		fclose(fopen(file, "w"));
		watch_free(watch);
		watch_add(watch, fresh);
		watch_take_until(watch, since);
		assert_int_not_equal(watch_look(watch, 1000), WATCH_SAME);
		unlink(file);
		rmdir(fresh);
	}
}

static void
new_files_of_a_folder_are_seen(void **state)
{
	struct watch *watch = *state;
	char other[64];

	watch_free(watch);
	watch_add_member(watch, path);
	watch_add_member(watch, path);
	/* The folder once, and each of its files. */
	assert_int_equal(watch->n, 3);
	watch_take(watch);
	struct timespec past[2] = {{1, 0}, {1, 0}};

	assert_int_equal(utimensat(AT_FDCWD, folder, past, 0), 0);
	watch_take(watch);
	assert_int_equal(watch_look(watch, 1000), WATCH_SAME);
	snprintf(other, sizeof(other), "%s/b.md", folder);
	fclose(fopen(other, "w"));
	assert_int_equal(watch_look(watch, 2000), WATCH_CHANGING);
	assert_int_equal(watch_look(watch, 2300), WATCH_CHANGED);
	unlink(other);
}

static void
the_only_file_that_changed_is_told(void **state)
{
	struct watch *watch = *state;
	bool there = false;

	watch_add(watch, folder);
	watch_take(watch);
	assert_null(watch_only_change(watch, &there));
	fill("another\n");
	watch_moves(watch);
	assert_string_equal(watch_only_change(watch, &there), path);
	assert_true(there);
	unlink(path);
	watch_moves(watch);
	assert_string_equal(watch_only_change(watch, &there), path);
	assert_false(there);
	watch_add(watch, path);
	watch->file[2].last.size = 7;
	assert_null(watch_only_change(watch, &there));
}

int
main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, setup, teardown)
	const struct CMUnitTest tests[] = {
	    TEST(a_change_is_told_when_it_has_come_to_rest),
	    TEST(what_may_be_half_written_is_waited_for),
	    TEST(what_is_of_no_use_is_told_once),
	    TEST(a_change_while_it_was_read_is_seen),
	    TEST(a_file_that_comes_at_once_is_seen),
	    TEST(new_files_of_a_folder_are_seen),
	    TEST(the_only_file_that_changed_is_told),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
