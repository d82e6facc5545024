/* recall: what one run keeps for the next. */
#include "unit.h"

#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

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

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(values_are_there_again_and_folders_are_made),
	    cmocka_unit_test(what_another_copy_kept_meanwhile_stays),
	    cmocka_unit_test(nothing_set_writes_nothing),
	    cmocka_unit_test(hostile_lines_are_left_out),
	};

	return cmocka_run_group_tests(tests, setup, teardown);
}
