/* sync: machines that share a file come to have the same marks. */
#include "unit.h"

#include <dirent.h>
#include <fcntl.h>
#include <glob.h>
#include <poll.h>
#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

#include "lectern/marks/merge.h"
#include "lectern/marks/sync.h"

#define PATH_MOST 256
#define MACHINES  3
#define MANY      5000
#define PATIENCE  20000 /* milliseconds for what happens in the background */

/* A machine: its own marks, and its own copy of the shared folder. */
struct machine {
	char folder[PATH_MOST / 2];
	char file[PATH_MOST]; /* that is shared */
	char db[PATH_MOST];
	struct marks *marks;
	struct sync *sync;
};

static char dir[64];
static struct machine machines[MACHINES];

static void
start(struct machine *m)
{
	struct err err;

	m->marks = marks_open(m->db, NULL, &err);
	assert_string_equal(err.msg, "");
	m->sync = sync_new(m->marks, m->file);
}

static void
stop(struct machine *m)
{
	marks_close(m->marks);
	sync_free(m->sync);
}

static int
set_up(void **state)
{
	(void)state;
	snprintf(dir, sizeof(dir), "/tmp/lectern-test.XXXXXX");
	if (!mkdtemp(dir))
		return 1;
	for (int i = 0; i < MACHINES; i++) {
		struct machine *m = &machines[i];

		snprintf(m->folder, sizeof(m->folder), "%s/%d", dir, i);
		if (mkdir(m->folder, 0700) != 0)
			return 1;
		snprintf(m->file, PATH_MOST, "%.100s/lectern.jsonl", m->folder);
		snprintf(m->db, PATH_MOST, "%s/%d.db", dir, i);
		start(m);
	}
	return 0;
}

static void
remove_all(const char *pattern)
{
	char whole[PATH_MOST];
	glob_t found;

	snprintf(whole, sizeof(whole), "%s/%s", dir, pattern);
	if (glob(whole, 0, NULL, &found) == 0) {
		for (size_t i = 0; i < found.gl_pathc; i++)
			if (unlink(found.gl_pathv[i]) != 0)
				rmdir(found.gl_pathv[i]);
		globfree(&found);
	}
}

static int
tear_down(void **state)
{
	(void)state;
	for (int i = 0; i < MACHINES; i++)
		stop(&machines[i]);
	/* What was left to end by itself may still close its files. */
	for (int i = 0; i < PATIENCE; i++) {
		remove_all("*/*");
		remove_all("*");
		if (rmdir(dir) == 0)
			return 0;
		poll(NULL, 0, 1);
	}
	return 1;
}

/* Keeps the file; nothing may go wrong. */
static bool
keep(struct machine *m)
{
	struct err err;
	bool changed;

	if (!sync_keep(m->sync, &changed, &err))
		fail_msg("%s", err.msg);
	return changed;
}

static void
set(struct machine *m, int number, enum mark_kind kind, bool on,
    const char *text)
{
	char key[16];
	struct err err;

	snprintf(key, sizeof(key), "k%d", number);
	const struct talk talk = {.key = key, .title = "A talk"};

	if (!marks_set(m->marks, &talk, kind, on, text, &err))
		fail_msg("%s", err.msg);
}

static unsigned
kinds_of(struct machine *m, int number)
{
	char key[16];
	const struct talk talk = {.key = key};

	snprintf(key, sizeof(key), "k%d", number);
	return marks_of(m->marks, &talk);
}

/* The text of a file, "" without one; to be freed. */
static char *
read_file(const char *path)
{
	FILE *file = fopen(path, "r");
	char *text = calloc(1, 1 << 16);

	if (file) {
		text[fread(text, 1, (1 << 16) - 1, file)] = '\0';
		fclose(file);
	}
	return text;
}

static void
write_file(const char *path, const char *text)
{
	FILE *file = fopen(path, "w");

	assert_non_null(file);
	fputs(text, file);
	assert_int_equal(fclose(file), 0);
}

/* Carries the file from one machine to the other, as a program for that does. */
static void
carry(struct machine *from, struct machine *to, const char *name)
{
	char *text = read_file(from->file), path[PATH_MOST + 64];

	snprintf(path, sizeof(path), "%s/%s", to->folder, name);
	if (*text)
		write_file(path, text);
	free(text);
}

static char *
export_text(struct machine *m)
{
	char *text = NULL;
	size_t len;
	FILE *out = open_memstream(&text, &len);

	assert_true(merge_export(m->marks, out, MERGE_LINES, NULL, NULL));
	fclose(out);
	return text;
}

static void
assert_same(struct machine *a, struct machine *b)
{
	char *x = export_text(a), *y = export_text(b);

	assert_string_equal(x, y);
	free(x);
	free(y);
}

static struct stat
look_at(const char *path)
{
	struct stat st;

	assert_int_equal(stat(path, &st), 0);
	return st;
}

static bool
same_file(struct stat a, struct stat b)
{
	return a.st_ino == b.st_ino && a.st_mtim.tv_sec == b.st_mtim.tv_sec &&
	    a.st_mtim.tv_nsec == b.st_mtim.tv_nsec;
}

static void
the_file_is_written_when_there_is_something_to_say(void **state)
{
	struct machine *m = &machines[0];
	char *text;

	(void)state;
	assert_false(keep(m));
	assert_int_equal(access(m->file, F_OK), -1);
	set(m, 1, MARK_SEEN, true, NULL);
	assert_false(keep(m));
	struct stat first = look_at(m->file);

	assert_int_equal(first.st_mode & 0777, 0600);
	/* Nothing new, in this run or in the next. */
	assert_false(keep(m));
	stop(m);
	start(m);
	assert_false(keep(m));
	assert_true(same_file(first, look_at(m->file)));
	/* What was marked while nobody kept the file. */
	stop(m);
	start(m);
	set(m, 2, MARK_NOTED, true, "a note");
	stop(m);
	start(m);
	keep(m);
	text = read_file(m->file);
	assert_non_null(strstr(text, "a note"));
	free(text);
	/* It is made again when it is lost. */
	unlink(m->file);
	keep(m);
	text = read_file(m->file);
	assert_non_null(strstr(text, "a note"));
	free(text);
}

static void
two_machines_agree_and_then_are_quiet(void **state)
{
	struct machine *a = &machines[0], *b = &machines[1];

	(void)state;
	set(a, 1, MARK_BOOKMARKED, true, NULL);
	keep(a);
	carry(a, b, "lectern.jsonl");
	/* It has what b has: writing it again would only make it travel. */
	struct stat carried = look_at(b->file);

	assert_true(keep(b));
	assert_int_equal(kinds_of(b, 1), MARK_BOOKMARKED);
	assert_false(keep(b));
	assert_true(same_file(carried, look_at(b->file)));

	set(b, 1, MARK_BOOKMARKED, false, NULL);
	set(b, 1, MARK_TAGGED, true, "later");
	keep(b);
	carry(b, a, "lectern.jsonl");
	carried = look_at(a->file);
	assert_true(keep(a));
	assert_int_equal(kinds_of(a, 1), MARK_TAGGED);
	assert_false(keep(a));
	assert_true(same_file(carried, look_at(a->file)));
	assert_same(a, b);
}

static void
copies_of_a_conflict_are_merged(void **state)
{
	static const struct {
		const char *name;
		bool is_copy;
	} names[] = {
	    {"lectern.sync-conflict-20261125-101010-ABCDEFG.jsonl", true},
	    {"lectern (Ann's conflicted copy 2026-11-25).jsonl", true},
	    {"lectern (conflicted copy 2026-11-25 101010).jsonl", true},
	    {"lectern_conflict-20261125-101010.jsonl", true},
	    {"lectern (SFConflict ann 2026-11-25-10-10-10).jsonl", true},
	    {"lectern (1).jsonl", true},
	    {"lectern (one).jsonl", false},
	    {"lectern-old.jsonl", false},
	    {"lectern.conflict.txt", false},
	    {"other-conflict.jsonl", false},
	};
	struct machine *m = &machines[0], *other = &machines[1];

	(void)state;
	for (size_t i = 0; i < sizeof(names) / sizeof(*names); i++) {
		int number = 10 + (int)i;

		set(other, number, MARK_SEEN, true, NULL);
		keep(other);
		carry(other, m, names[i].name);
		assert_int_equal(keep(m), names[i].is_copy);
		assert_int_equal(
		    kinds_of(m, number) == MARK_SEEN, names[i].is_copy);
	}
	/* And go to the file itself; the copies stay, and are old news. */
	char *text = read_file(m->file);

	assert_non_null(strstr(text, "\"k15\""));
	assert_null(strstr(text, "\"k16\""));
	free(text);
	stop(m);
	start(m);
	assert_false(keep(m));
}

static void
a_file_that_is_not_understood_is_told_once_and_left(void **state)
{
	static const char other[] = "Dear diary,\n";
	struct machine *m = &machines[0];
	struct err err;
	bool changed;
	char *text;

	(void)state;
	write_file(m->file, other);
	set(m, 1, MARK_SEEN, true, NULL);
	assert_false(sync_keep(m->sync, &changed, &err));
	assert_non_null(strstr(err.msg, "lectern.jsonl:1: no JSON: wants"));
	keep(m);
	set(m, 2, MARK_SEEN, true, NULL);
	keep(m);
	text = read_file(m->file);
	assert_string_equal(text, other);
	free(text);
	/* It is understood again, so goes on. */
	write_file(m->file, "");
	keep(m);
	text = read_file(m->file);
	assert_non_null(strstr(text, "\"k2\""));
	free(text);
}

static void
a_folder_that_is_not_there_is_told_once(void **state)
{
	struct machine *m = &machines[0];
	struct err err;
	bool changed;

	(void)state;
	set(m, 1, MARK_SEEN, true, NULL);
	assert_int_equal(rmdir(m->folder), 0);
	assert_false(sync_keep(m->sync, &changed, &err));
	assert_non_null(strstr(err.msg, "No such file or directory"));
	keep(m);
	/* As a disk that is mounted again. */
	assert_int_equal(mkdir(m->folder, 0700), 0);
	keep(m);
	look_at(m->file);
}

static void
what_git_left_of_a_merge_is_merged(void **state)
{
	struct machine *m = &machines[0];
	char text[4096], *a, *b;

	(void)state;
	set(&machines[1], 1, MARK_SEEN, true, NULL);
	set(&machines[2], 1, MARK_BOOKMARKED, true, NULL);
	a = export_text(&machines[1]);
	b = export_text(&machines[2]);
	snprintf(text, sizeof(text),
	    "<<<<<<< HEAD\n%s=======\n%s>>>>>>> other\n", a, b);
	write_file(m->file, text);
	assert_true(keep(m));
	assert_int_equal(kinds_of(m, 1), MARK_SEEN | MARK_BOOKMARKED);
	free(a);
	free(b);
	a = read_file(m->file);
	assert_null(strstr(a, "<<<"));
	free(a);
}

static void
a_link_stays_a_link_and_a_file_keeps_its_mode(void **state)
{
	struct machine *m = &machines[0];
	char target[PATH_MOST];
	struct stat st;

	(void)state;
	snprintf(target, sizeof(target), "%s/target.jsonl", dir);
	write_file(target, "");
	assert_int_equal(chmod(target, 0640), 0);
	assert_int_equal(symlink(target, m->file), 0);
	stop(m);
	start(m);
	set(m, 1, MARK_SEEN, true, NULL);
	keep(m);
	assert_int_equal(lstat(m->file, &st), 0);
	assert_true(S_ISLNK(st.st_mode));
	assert_int_equal(look_at(target).st_mode & 0777, 0640);
	assert_true(look_at(target).st_size > 0);
}

/*
 * The file is written anew, and all of it is on disk, when another machine's
 * comes in its place.
 */
static struct machine *late_from, *late_to;

int
fsync(int fd)
{
	struct machine *from = late_from, *to = late_to;

	late_from = late_to = NULL;
	if (from) {
		char *text = read_file(from->file);

		assert_int_equal(unlink(to->file), 0);
		write_file(to->file, text);
		free(text);
	}
	return (int)syscall(SYS_fsync, fd);
}

/* How many files there are in the folder, however they are called. */
static int
count_files(const struct machine *m)
{
	DIR *folder = opendir(m->folder);
	int n = 0;

	assert_non_null(folder);
	for (struct dirent *entry; (entry = readdir(folder));)
		n += strcmp(entry->d_name, ".") != 0 &&
		    strcmp(entry->d_name, "..") != 0;
	closedir(folder);
	return n;
}

static void
what_another_wrote_meanwhile_is_not_overwritten(void **state)
{
	struct machine *m = &machines[0], *other = &machines[1];
	char *text;

	(void)state;
	set(m, 1, MARK_SEEN, true, NULL);
	keep(m);
	set(other, 2, MARK_BOOKMARKED, true, NULL);
	keep(other);

	set(m, 3, MARK_SEEN, true, NULL);
	late_from = other;
	late_to = m;
	keep(m);
	assert_null(late_from);
	text = read_file(m->file);
	assert_non_null(strstr(text, "\"k2\""));
	free(text);
	/* What should have replaced it would travel, too. */
	assert_int_equal(count_files(m), 1);
	/* The next time both are in it. */
	assert_true(keep(m));
	assert_int_equal(kinds_of(m, 2), MARK_BOOKMARKED);
	text = read_file(m->file);
	assert_non_null(strstr(text, "\"k2\""));
	assert_non_null(strstr(text, "\"k3\""));
	free(text);
}

static unsigned
draw(uint32_t *random, unsigned most)
{
	*random = *random * 1664525 + 1013904223;
	return (*random >> 16) % most;
}

/* Something is marked, kept or carried; what would be lost is a copy then. */
static void
do_something(uint32_t *random)
{
	struct machine *m = &machines[draw(random, MACHINES)];
	struct machine *other = &machines[draw(random, MACHINES)];
	static const char *const tags[] = {"x", "y"};
	unsigned what = draw(random, 8);

	if (what == 0)
		set(m, (int)draw(random, 4), MARK_SEEN, draw(random, 2), NULL);
	else if (what == 1)
		set(m, (int)draw(random, 4), MARK_NOTED, draw(random, 2), "n");
	else if (what == 2)
		set(m, (int)draw(random, 4), MARK_TAGGED, draw(random, 2),
		    tags[draw(random, 2)]);
	else if (what == 3)
		set(m, (int)draw(random, 4), MARK_OPENED, true, NULL);
	else if (what < 6)
		keep(m);
	else if (m != other)
		carry(m, other,
		    draw(random, 2) ? "lectern.jsonl"
				    : "lectern.sync-conflict-1.jsonl");
}

static void
machines_agree_whatever_happens(void **state)
{
	uint32_t random = 7;
	int marked = 0;

	(void)state;
	for (int round = 0; round < UNIT_ROUNDS(40); round++) {
		for (int i = 0; i < 20; i++)
			do_something(&random);
		/* In the end each file has been everywhere. */
		for (int pass = 0; pass < 2; pass++)
			for (int i = 0; i < MACHINES; i++) {
				int next = (i + 1) % MACHINES;

				keep(&machines[i]);
				keep(&machines[next]);
				carry(&machines[i], &machines[next],
				    "lectern.jsonl");
				keep(&machines[next]);
			}
		for (int i = 1; i < MACHINES; i++)
			assert_same(&machines[0], &machines[i]);
		for (int i = 0; i < 4; i++)
			marked += kinds_of(&machines[0], i) != 0;
	}
	assert_true(marked > UNIT_ROUNDS(40));
}

/* Opens the marks of a machine as one does who answers keys. */
static void
answer_keys(struct machine *m)
{
	stop(m);
	m->marks = marks_open_at_once(m->db, NULL, NULL);
	m->sync = sync_new(m->marks, m->file);
}

/* Looks, as the loop does, until there are so many marks. */
static void
look_until(struct machine *m, size_t wanted)
{
	struct err err = {""};
	size_t n = 0;

	for (int i = 0; i < PATIENCE && n != wanted; i++) {
		if (!sync_look(m->sync, &err))
			fail_msg("%s", err.msg);
		marks_refresh(m->marks);
		marks_list(m->marks, &n);
		poll(NULL, 0, 1);
	}
	assert_int_equal(n, wanted);
}

/* Writes a file with very many marks. */
static void
write_many(const char *path)
{
	FILE *file = fopen(path, "w");

	assert_non_null(file);
	for (int i = 0; i < MANY; i++)
		fprintf(file,
		    "{\"schema\":1,\"key\":\"many:%d\",\"title\":\"A talk of "
		    "a title that takes some room in the file\",\"speakers\":"
		    "\"\",\"url\":null,\"seen\":true,\"seen_at\":%d}\n",
		    i, i + 1);
	fclose(file);
}

static void
many_marks_are_merged_while_keys_are_answered(void **state)
{
	struct machine *m = &machines[0];
	struct err err = {""};
	size_t n;

	(void)state;
	write_many(m->file);
	answer_keys(m);
	/* Begun, and not waited for; a key does what it does. */
	assert_true(sync_look(m->sync, &err));
	struct marks *other = marks_open_at_once(m->db, NULL, NULL);

	marks_list(other, &n);
	assert_int_equal(n, 0);
	marks_close(other);
	look_until(m, MANY);

	/* A mark that is set while they are read again is not forgotten. */
	write_file(m->file,
	    "{\"schema\":1,\"key\":\"k1\",\"title\":\"\",\"speakers\":\"\","
	    "\"url\":null,\"seen\":true,\"seen_at\":1}\n");
	assert_true(sync_look(m->sync, &err));
	/* It may have to wait for the merging, which writes, too. */
	do {
		marks_set(m->marks, &(struct talk){.key = "k2", .title = ""},
		    MARK_SEEN, true, NULL, &err);
	} while (sync_look(m->sync, &err) && !marks_refresh(m->marks));
	look_until(m, MANY + 2);
	assert_int_equal(kinds_of(m, 1), MARK_SEEN);
	assert_int_equal(kinds_of(m, 2), MARK_SEEN);
}

static size_t
count_kept(const struct machine *m)
{
	struct marks *marks = marks_open(m->db, NULL, NULL);
	size_t n;

	marks_list(marks, &n);
	marks_close(marks);
	return n;
}

static bool
has_line_with(const char *path, const char *text)
{
	FILE *file = fopen(path, "r");
	char line[1024];
	bool has = false;

	while (file && !has && fgets(line, sizeof(line), file))
		has = strstr(line, text) != NULL;
	if (file)
		fclose(file);
	return has;
}

static void
what_takes_long_is_not_waited_for_at_the_end_and_done_all_the_same(void **state)
{
	struct machine *m = &machines[0];
	struct err err = {""};
	bool left;

	(void)state;
	write_many(m->file);
	answer_keys(m);
	assert_true(sync_look(m->sync, &err));
	/* It may have been at what cannot be stopped; then the next run does it. */
	if (!sync_leave(m->sync, &left)) {
		skip();
		return;
	}
	assert_true(left);
	stop(m);
	for (int i = 0; i < PATIENCE && count_kept(m) != MANY; i++)
		poll(NULL, 0, 1);
	assert_int_equal(count_kept(m), MANY);

	/* The last mark that was set travels as well. */
	start(m);
	keep(m);
	set(m, 1, MARK_SEEN, true, NULL);
	assert_true(sync_leave(m->sync, &left) && left);
	stop(m);
	for (int i = 0; i < PATIENCE && !has_line_with(m->file, "\"k1\""); i++)
		poll(NULL, 0, 1);
	assert_true(has_line_with(m->file, "\"k1\""));
	start(m);
}

static void
what_is_small_is_shared_before_the_end(void **state)
{
	struct machine *m = &machines[0];
	bool left = true;

	(void)state;
	set(m, 1, MARK_SEEN, true, NULL);
	assert_true(sync_leave(m->sync, &left));
	assert_false(left);
	keep(m);
	carry(m, &machines[1], "lectern.jsonl");
	keep(&machines[1]);
	assert_int_equal(kinds_of(&machines[1], 1), MARK_SEEN);
}

static void
what_cannot_be_merged_now_is_merged_later(void **state)
{
	struct machine *m = &machines[0];
	struct err err = {""};
	sqlite3 *other;
	bool changed;

	(void)state;
	set(&machines[1], 1, MARK_BOOKMARKED, true, NULL);
	keep(&machines[1]);
	carry(&machines[1], m, "lectern.jsonl");
	set(m, 2, MARK_SEEN, true, NULL);
	answer_keys(m);
	assert_int_equal(sqlite3_open(m->db, &other), SQLITE_OK);
	assert_int_equal(
	    sqlite3_exec(other, "BEGIN EXCLUSIVE", NULL, NULL, NULL),
	    SQLITE_OK);
	/* That another program holds the marks is told where they are set. */
	assert_true(sync_keep(m->sync, &changed, &err));
	assert_false(changed);
	sqlite3_close(other);
	assert_true(sync_keep(m->sync, &changed, &err));
	assert_true(changed);
	assert_int_equal(kinds_of(m, 1), MARK_BOOKMARKED);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    TEST(the_file_is_written_when_there_is_something_to_say),
	    TEST(two_machines_agree_and_then_are_quiet),
	    TEST(copies_of_a_conflict_are_merged),
	    TEST(a_file_that_is_not_understood_is_told_once_and_left),
	    TEST(a_folder_that_is_not_there_is_told_once),
	    TEST(what_git_left_of_a_merge_is_merged),
	    TEST(a_link_stays_a_link_and_a_file_keeps_its_mode),
	    TEST(what_another_wrote_meanwhile_is_not_overwritten),
	    TEST(machines_agree_whatever_happens),
	    TEST(many_marks_are_merged_while_keys_are_answered),
	    TEST(
		what_takes_long_is_not_waited_for_at_the_end_and_done_all_the_same),
	    TEST(what_is_small_is_shared_before_the_end),
	    TEST(what_cannot_be_merged_now_is_merged_later),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
