/* recall: what one run keeps for the next. */
#include "unit.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "lectern/system/history.h"
#include "lectern/system/recall.h"

static char folder[] = "/tmp/lectern-recall.XXXXXX";
static char path[64];

static int
setup(void **state)
{
	(void)state;
	if (!mkdtemp(folder))
		return 1;
	snprintf(path, sizeof(path), "%s/new/state", folder);
	return 0;
}

static int
teardown(void **state)
{
	char made[64];

	(void)state;
	unlink(path);
	snprintf(made, sizeof(made), "%s/new", folder);
	rmdir(made);
	return rmdir(folder);
}

static void
values_are_there_again_and_folders_are_made(void **state)
{
	struct recall recall = {0};
	struct err err;

	(void)state;
	recall_read(&recall, path);
	assert_null(recall_get(&recall, "rows"));
	recall_set(&recall, "rows", "one");
	recall_set(&recall, "rows", "two");
	recall_set(&recall, "place-1", "a b  c");
	assert_true(recall_write(&recall, path, &err));
	recall_free(&recall);
	recall_read(&recall, path);
	assert_string_equal(recall_get(&recall, "rows"), "two");
	assert_string_equal(recall_get(&recall, "place-1"), "a b  c");
	recall_free(&recall);
}

static void
what_another_copy_kept_meanwhile_stays(void **state)
{
	struct recall ours = {0}, theirs = {0};
	struct err err;

	(void)state;
	recall_read(&ours, path);
	recall_read(&theirs, path);
	recall_set(&ours, "rows", "one");
	recall_set(&theirs, "sort", "title");
	assert_true(recall_write(&theirs, path, &err));
	assert_true(recall_write(&ours, path, &err));
	recall_free(&ours);
	recall_read(&ours, path);
	assert_string_equal(recall_get(&ours, "rows"), "one");
	assert_string_equal(recall_get(&ours, "sort"), "title");
	recall_free(&ours);
	recall_free(&theirs);
}

static void
nothing_set_writes_nothing(void **state)
{
	struct recall recall = {0};
	struct stat before, after;
	struct err err;

	(void)state;
	assert_int_equal(stat(path, &before), 0);
	recall_read(&recall, path);
	assert_true(recall_write(&recall, path, &err));
	assert_int_equal(stat(path, &after), 0);
	assert_int_equal(before.st_ino, after.st_ino);
	/* A folder that cannot be is told, and the file is as it was. */
	recall_set(&recall, "rows", "one");
	assert_false(recall_write(&recall, "/dev/null/state", &err));
	recall_free(&recall);
}

static void
hostile_lines_are_left_out(void **state)
{
	struct recall recall = {0};
	FILE *file = fopen(path, "we");

	(void)state;
	assert_non_null(file);
	fputs("novalue\n value\n\nrows one\033[2J\nlast x", file);
	fclose(file);
	recall_read(&recall, path);
	assert_int_equal(recall.n, 2);
	assert_string_equal(recall_get(&recall, "rows"), "one[2J");
	assert_string_equal(recall_get(&recall, "last"), "x");
	recall_free(&recall);
}

static long long
size_of(const char *file)
{
	struct stat st;

	return stat(file, &st) == 0 ? (long long)st.st_size : -1;
}

static void
a_history_that_cannot_be_read_is_not_replaced_by_its_newest_line(void **state)
{
	struct history history = {0}, later = {0};
	const long long large = 5000000;
	struct err err;

	(void)state;
	unlink(path);
	history_read(&history, path, 10);
	history_add(&history, "tides");
	assert_true(history_write(&history, path, &err));
	history_free(&history);

	/* Larger than a history may be; then it is one again. */
	assert_int_equal(truncate(path, large), 0);
	history_read(&later, path, 10);
	history_add(&later, "dunes");
	assert_false(history_write(&later, path, &err));
	assert_non_null(strstr(err.msg, "larger than 4 MB, and left alone"));
	assert_int_equal(size_of(path), large);
	assert_int_equal(truncate(path, 6), 0);
	assert_true(history_write(&later, path, &err));
	history_free(&later);
	history_read(&later, path, 10);
	assert_int_equal(later.n, 2);
	assert_string_equal(later.line[0], "tides");
	assert_string_equal(later.line[1], "dunes");
	history_free(&later);

	/* What is no file neither holds it up nor goes. */
	assert_int_equal(unlink(path), 0);
	assert_int_equal(mkfifo(path, 0600), 0);
	history_read(&later, path, 10);
	history_add(&later, "dunes");
	assert_false(history_write(&later, path, &err));
	assert_non_null(strstr(err.msg, "not a regular file"));
	assert_int_equal(size_of(path), 0);
	history_free(&later);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(values_are_there_again_and_folders_are_made),
	    cmocka_unit_test(what_another_copy_kept_meanwhile_stays),
	    cmocka_unit_test(nothing_set_writes_nothing),
	    cmocka_unit_test(hostile_lines_are_left_out),
	    cmocka_unit_test(
		a_history_that_cannot_be_read_is_not_replaced_by_its_newest_line),
	};

	return cmocka_run_group_tests(tests, setup, teardown);
}
