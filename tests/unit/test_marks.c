/*
 * marks: what was marked is there again, other copies see it, and a file that
 * is old, new, damaged or not ours loses nothing.
 *
 * KILLS=1000 and WRITES=5000 in the environment make two tests thorough that are
 * bounded otherwise.
 */
#include "unit.h"

#include <dirent.h>
#include <fcntl.h>
#include <glob.h>
#include <poll.h>
#include <signal.h>
#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "lectern/base/userfile.h"
#include "lectern/marks/marks.h"
#include "lectern/marks/merge.h"
#include "lectern/marks/pairs.h"

#define DIR_MOST 256

static const char in_use[] = "in use by another program";
static char dir[DIR_MOST], path[DIR_MOST + 32];

static const char *const speakers[] = {"Ann Lee"};
static const struct talk compost = {
    .key = "yt:AAAAAAAAAAA",
    .title = "Slow compost",
    .speakers = speakers,
    .nspeakers = 1,
    .url = "https://www.youtube.com/watch?v=AAAAAAAAAAA",
};
static const struct talk beans = {.key = "yt:BBBBBBBBBBB", .title = "Beans"};

static int
set_up(void **state)
{
	(void)state;
	/*
	 * A disk would take a minute for what is written.  What is killed
	 * leaves the same in memory.
	 */
	snprintf(dir, sizeof(dir), "%s/lectern-test.XXXXXX",
	    access("/dev/shm", W_OK | X_OK) == 0 ? "/dev/shm" : "/tmp");
	if (!mkdtemp(dir))
		return 1;
	snprintf(path, sizeof(path), "%s/marks.db", dir);
	return 0;
}

/* The files whose names match, to be freed with globfree(). */
static glob_t
files(const char *pattern)
{
	char whole[2 * DIR_MOST];
	glob_t found;

	snprintf(whole, sizeof(whole), "%s/%s", dir, pattern);
	if (glob(whole, 0, NULL, &found) != 0)
		found.gl_pathc = 0;
	return found;
}

static int
tear_down(void **state)
{
	glob_t all = files("*");

	(void)state;
	for (size_t i = 0; i < all.gl_pathc; i++)
		unlink(all.gl_pathv[i]);
	globfree(&all);
	return rmdir(dir);
}

/* Bytes of a file, and their number; to be freed. */
static char *
read_file(const char *name, size_t *len)
{
	FILE *file = fopen(name, "r");
	char *bytes = malloc(1 << 20);

	assert_non_null(file);
	*len = fread(bytes, 1, 1 << 20, file);
	fclose(file);
	return bytes;
}

static void
write_file(const char *name, const char *bytes, size_t len)
{
	FILE *file = fopen(name, "w");

	assert_non_null(file);
	assert_int_equal(fwrite(bytes, 1, len, file), len);
	assert_int_equal(fclose(file), 0);
}

/*
 * A file that an older version wrote.  1: compost bookmarked, beans no more; 2:
 * compost seen, too, and beans seen and then not.
 */
static void
put_version(int version)
{
	char from[4096];
	size_t len;

	snprintf(from, sizeof(from), "%s/tests/data/marks-%d.db",
	    getenv("srcdir") ? getenv("srcdir") : ".", version);
	char *bytes = read_file(from, &len);

	write_file(path, bytes, len);
	free(bytes);
}

static struct marks *
open_well(void)
{
	struct err err = {"?"};
	struct marks *marks = marks_open(path, NULL, &err);

	assert_string_equal(err.msg, "");
	assert_true(marks_are_kept(marks));
	return marks;
}

static void
set(struct marks *marks, const struct talk *talk, enum mark_kind kind, bool on)
{
	struct err err = {""};

	if (!marks_set(marks, talk, kind, on, NULL, &err))
		fail_msg("%s", err.msg);
}

/* An export, to be freed. */
static char *
export_text(struct marks *marks)
{
	char *text = NULL;
	size_t len;
	FILE *out = open_memstream(&text, &len);

	assert_true(merge_export(marks, out, MERGE_LISTS, NULL, NULL));
	fclose(out);
	return text;
}

static int
version_of(const char *name)
{
	sqlite3 *db = NULL;
	sqlite3_stmt *statement = NULL;

	assert_int_equal(sqlite3_open(name, &db), SQLITE_OK);
	assert_int_equal(
	    sqlite3_prepare_v2(db, "PRAGMA user_version", -1, &statement, NULL),
	    SQLITE_OK);
	assert_int_equal(sqlite3_step(statement), SQLITE_ROW);
	int version = sqlite3_column_int(statement, 0);

	sqlite3_finalize(statement);
	sqlite3_close(db);
	return version;
}

static void
each_mark_is_set_and_removed_for_itself(void **state)
{
	struct marks *marks = open_well();
	size_t n;

	(void)state;
	set(marks, &compost, MARK_BOOKMARKED, true);
	set(marks, &compost, MARK_SEEN, true);
	set(marks, &beans, MARK_SEEN, true);
	marks_close(marks);

	marks = open_well();
	assert_int_equal(
	    marks_of(marks, &compost), MARK_BOOKMARKED | MARK_SEEN);
	assert_int_equal(marks_of(marks, &beans), MARK_SEEN);
	const struct mark *mark = marks_get(marks, compost.key);

	assert_string_equal(mark->title, "Slow compost");
	assert_string_equal(mark->speakers, "Ann Lee");
	assert_string_equal(mark->url, compost.url);
	/* After 2020, and not in the far future either. */
	assert_true(mark_time(mark, MARK_SEEN) > 1577836800000);
	assert_true(mark_time(mark, MARK_SEEN) < 32503680000000);
	set(marks, &compost, MARK_BOOKMARKED, false);
	set(marks, &beans, MARK_SEEN, false);
	marks_close(marks);

	marks = open_well();
	assert_int_equal(marks_of(marks, &compost), MARK_SEEN);
	assert_int_equal(marks_of(marks, &beans), 0);
	marks_list(marks, &n);
	assert_int_equal(n, 1);
	marks_close(marks);
}

static void
another_copy_sees_a_change(void **state)
{
	struct marks *one = open_well(), *other = open_well();

	(void)state;
	assert_false(marks_refresh(other));
	set(one, &compost, MARK_SEEN, true);
	assert_int_equal(marks_of(other, &compost), 0);
	assert_true(marks_refresh(other));
	assert_int_equal(marks_of(other, &compost), MARK_SEEN);
	assert_false(marks_refresh(other));
	/* A change of its own is no news. */
	set(other, &compost, MARK_BOOKMARKED, true);
	assert_false(marks_refresh(other));
	assert_true(marks_refresh(one));
	assert_int_equal(marks_of(one, &compost), MARK_SEEN | MARK_BOOKMARKED);
	marks_close(one);
	marks_close(other);
}

static void
a_file_of_version_1_is_brought_up_to_date_and_a_copy_kept(void **state)
{
	(void)state;
	put_version(1);
	struct marks *marks = open_well();
	glob_t copies = files("marks.db.version-1-*");

	assert_int_equal(marks_of(marks, &compost), MARK_BOOKMARKED);
	assert_true(mark_time(marks_get(marks, compost.key), MARK_BOOKMARKED) ==
	    1795620504519);
	assert_int_equal(marks_of(marks, &beans), 0);
	set(marks, &beans, MARK_SEEN, true);
	marks_close(marks);

	assert_int_equal(copies.gl_pathc, 1);
	assert_int_equal(version_of(copies.gl_pathv[0]), 1);
	assert_int_equal(version_of(path), 3);
	globfree(&copies);

	/* The next time there is nothing to do. */
	marks = open_well();
	copies = files("marks.db.version-1-*");
	assert_int_equal(copies.gl_pathc, 1);
	assert_int_equal(marks_of(marks, &beans), MARK_SEEN);
	marks_close(marks);

	/* The copy is whole: put in its place, it has the bookmark. */
	assert_int_equal(rename(copies.gl_pathv[0], path), 0);
	globfree(&copies);
	marks = open_well();
	assert_int_equal(marks_of(marks, &compost), MARK_BOOKMARKED);
	marks_close(marks);
}

static void
a_file_of_version_2_is_brought_up_to_date_and_a_copy_kept(void **state)
{
	static const char export[] =
	    "{\"schema\":1,\"key\":\"yt:AAAAAAAAAAA\","
	    "\"title\":\"Slow compost\",\"speakers\":[\"Ann Lee\"],"
	    "\"url\":\"https://www.youtube.com/watch?v=AAAAAAAAAAA\","
	    "\"bookmarked\":true,\"bookmarked_at\":1795623865934,"
	    "\"seen\":true,\"seen_at\":1795623865936,"
	    "\"note\":\"\",\"note_at\":0,\"tags\":[],\"opened\":[],"
	    "\"position\":\"\",\"position_at\":0,"
	    "\"queued\":\"\",\"queued_at\":0}\n"
	    "{\"schema\":1,\"key\":\"yt:BBBBBBBBBBB\",";

	(void)state;
	put_version(2);
	struct marks *marks = open_well();
	glob_t copies = files("marks.db.version-2-*");
	char *lines = export_text(marks);

	assert_int_equal(
	    marks_of(marks, &compost), MARK_BOOKMARKED | MARK_SEEN);
	assert_int_equal(marks_of(marks, &beans), 0);
	assert_int_equal(strncmp(lines, export, sizeof(export) - 1), 0);
	/* What was removed is known, too, and when. */
	assert_non_null(
	    strstr(lines, "\"seen\":false,\"seen_at\":1795623865939"));
	assert_int_equal(copies.gl_pathc, 1);
	assert_int_equal(version_of(copies.gl_pathv[0]), 2);
	assert_int_equal(version_of(path), 3);
	free(lines);
	globfree(&copies);
	marks_close(marks);
}

/* The file is the only one in the folder, and holds these bytes. */
static void
assert_alone(const char *name, const char *bytes, size_t len)
{
	size_t now_len;
	char *now = read_file(name, &now_len);
	glob_t all = files("*");

	assert_int_equal(now_len, len);
	assert_memory_equal(now, bytes, len);
	assert_int_equal(all.gl_pathc, 1);
	globfree(&all);
	free(now);
}

static void
a_file_that_cannot_be_copied_is_shown_as_it_is(void **state)
{
	struct rlimit limit, small;
	struct err err = {""};
	size_t before_len;

	(void)state;
	put_version(1);
	char *before = read_file(path, &before_len);

	/* As on a disk that has no room for the copy. */
	assert_int_equal(getrlimit(RLIMIT_FSIZE, &limit), 0);
	small = limit;
	small.rlim_cur = 4096;
	signal(SIGXFSZ, SIG_IGN);
	assert_int_equal(setrlimit(RLIMIT_FSIZE, &small), 0);
	struct marks *marks = marks_open(path, NULL, &err);
	bool set_one = marks_set(marks, &beans, MARK_SEEN, true, NULL, NULL);

	assert_int_equal(setrlimit(RLIMIT_FSIZE, &limit), 0);
	assert_int_equal(marks_of(marks, &compost), MARK_BOOKMARKED);
	assert_false(set_one);
	assert_false(marks_are_kept(marks));
	assert_non_null(strstr(err.msg, path));
	assert_non_null(strstr(err.msg, "; marks cannot be changed"));
	assert_alone(path, before, before_len);

	/* There is room again: the next change is kept. */
	set(marks, &beans, MARK_SEEN, true);
	assert_true(marks_are_kept(marks));
	assert_int_equal(marks_of(marks, &compost), MARK_BOOKMARKED);
	marks_close(marks);
	free(before);
}

/* Marks work for this run, the message has `why`, and the file stays. */
static void
assert_left_alone(const char *name, const char *why)
{
	size_t before_len;
	char *before = read_file(name, &before_len);
	struct err err = {""};
	struct marks *marks = marks_open(name, NULL, &err);

	assert_non_null(strstr(err.msg, name));
	assert_non_null(strstr(err.msg, why));
	assert_non_null(strstr(err.msg, "only until you quit"));
	assert_false(marks_are_kept(marks));
	set(marks, &compost, MARK_SEEN, true);
	assert_int_equal(marks_of(marks, &compost), MARK_SEEN);
	marks_close(marks);
	assert_alone(name, before, before_len);
	free(before);
}

static void
a_file_of_a_newer_lectern_is_left_alone(void **state)
{
	sqlite3 *db = NULL;

	(void)state;
	marks_close(open_well());
	assert_int_equal(sqlite3_open(path, &db), SQLITE_OK);
	assert_int_equal(
	    sqlite3_exec(db, "PRAGMA user_version = 99", NULL, NULL, NULL),
	    SQLITE_OK);
	sqlite3_close(db);
	assert_left_alone(path, "made by a newer version of lectern");
}

static void
a_file_that_is_not_ours_is_left_alone(void **state)
{
	static const char notes[] =
	    "# Notes\n\n## A talk that is no database\n";
	char name[DIR_MOST + 32];
	sqlite3 *db = NULL;

	(void)state;
	snprintf(name, sizeof(name), "%s/notes.md", dir);
	write_file(name, notes, sizeof(notes) - 1);
	assert_left_alone(name, "not a file of lectern's marks");
	unlink(name);

	assert_int_equal(sqlite3_open(path, &db), SQLITE_OK);
	assert_int_equal(
	    sqlite3_exec(db, "CREATE TABLE other (x)", NULL, NULL, NULL),
	    SQLITE_OK);
	sqlite3_close(db);
	assert_left_alone(path, "not a file of lectern's marks");
}

/* Another program has the file for itself; to be closed. */
static sqlite3 *
lock(void)
{
	sqlite3 *db = NULL;

	assert_int_equal(sqlite3_open(path, &db), SQLITE_OK);
	assert_int_equal(
	    sqlite3_exec(db, "BEGIN EXCLUSIVE", NULL, NULL, NULL), SQLITE_OK);
	return db;
}

static void
a_file_that_another_holds_is_waited_for(void **state)
{
	struct err err = {""};
	struct marks *marks = open_well();

	(void)state;
	set(marks, &compost, MARK_SEEN, true);

	/* Open already: what is shown stays, a change is refused and told. */
	sqlite3 *other = lock();

	assert_false(marks_refresh(marks));
	assert_false(marks_set(marks, &beans, MARK_SEEN, true, NULL, &err));
	assert_non_null(strstr(
	    err.msg, "in use by another program; the mark was not changed"));
	assert_int_equal(marks_of(marks, &compost), MARK_SEEN);
	assert_int_equal(marks_of(marks, &beans), 0);
	marks_close(marks);

	/* Not open yet: that is told, and the marks come when they can. */
	marks = marks_open(path, NULL, &err);
	assert_non_null(strstr(err.msg, "in use by another program"));
	assert_int_equal(marks_of(marks, &compost), 0);
	sqlite3_close(other);
	assert_true(marks_refresh(marks));
	assert_int_equal(marks_of(marks, &compost), MARK_SEEN);
	set(marks, &beans, MARK_SEEN, true);
	assert_true(marks_are_kept(marks));
	marks_close(marks);
}

/* Milliseconds that have gone by since then. */
static long
since(const struct timespec *began)
{
	struct timespec now;

	clock_gettime(CLOCK_MONOTONIC, &now);
	return (now.tv_sec - began->tv_sec) * 1000 +
	    (now.tv_nsec - began->tv_nsec) / 1000000;
}

static void
what_another_holds_is_not_waited_for_where_keys_are(void **state)
{
	struct err err = {""};
	struct timespec began;

	(void)state;
	marks_close(open_well());
	sqlite3 *other = lock();

	/* All of it takes less than to wait each time. */
	clock_gettime(CLOCK_MONOTONIC, &began);
	struct marks *marks = marks_open_at_once(path, NULL, &err);

	assert_non_null(strstr(err.msg, "in use by another program"));
	for (int i = 0; i < 20; i++) {
		assert_false(
		    marks_set(marks, &beans, MARK_SEEN, true, NULL, &err));
		assert_non_null(strstr(err.msg, "the mark waits for "));
		assert_false(marks_refresh(marks));
	}
	assert_false(
	    marks_set(marks, &compost, MARK_NOTED, true, "mine", NULL));
	assert_in_range(since(&began), 0, 20000);
	assert_int_equal(marks_of(marks, &beans), 0);

	/* The file is free: they are set, and on disk. */
	sqlite3_close(other);
	assert_true(marks_refresh(marks));
	assert_int_equal(marks_of(marks, &beans), MARK_SEEN);
	assert_int_equal(marks_of(marks, &compost), MARK_NOTED);
	assert_false(marks_refresh(marks));
	struct marks *again = open_well();

	assert_int_equal(marks_of(again, &beans), MARK_SEEN);
	marks_close(again);

	/* What is held at the end is waited for, or told. */
	other = lock();
	assert_false(marks_set(marks, &beans, MARK_SEEN, false, NULL, &err));
	assert_false(marks_finish(marks, &err));
	assert_non_null(strstr(err.msg, "; 1 mark was not set"));
	sqlite3_close(other);
	assert_true(marks_finish(marks, &err));
	assert_int_equal(marks_of(marks, &beans), 0);
	marks_close(marks);
}

/* The number of transactions that have changed the file. */
static unsigned
transactions(void)
{
	size_t len;
	char *bytes = read_file(path, &len);
	const unsigned char *at = (const unsigned char *)bytes + 24;
	unsigned n = (unsigned)at[0] << 24 | (unsigned)at[1] << 16 |
	    (unsigned)at[2] << 8 | at[3];

	assert_true(len > 28);
	free(bytes);
	return n;
}

/* Talks that are all others, by number. */
static struct talk
numbered(int number, char key[32])
{
	snprintf(key, 32, "yt:%011d", number);
	return (struct talk){.key = key, .title = "A talk"};
}

#define TALKS 40

/* Changes of two marks of each of some talks, in any order. */
struct batch {
	char key[TALKS][32];
	struct talk talk[TALKS];
	struct marks_change change[2 * TALKS];
};

static void
fill(struct batch *batch, bool on)
{
	for (int i = 0; i < TALKS; i++) {
		const struct talk *talk = &batch->talk[i];

		batch->talk[i] = numbered(i * 7 % TALKS, batch->key[i]);
		batch->change[2 * i] = (struct marks_change){
		    talk, MARK_BOOKMARKED, on, NULL};
		batch->change[2 * i + 1] = (struct marks_change){
		    talk, MARK_TAGGED, on, i % 2 ? "odd" : "even"};
	}
}

/* What is in memory is what is on disk. */
static void
check_list(const struct marks *marks, size_t talks)
{
	struct marks *again = open_well();
	size_t n, kept;
	const struct mark *mine = marks_list(marks, &n);
	const struct mark *theirs = marks_list(again, &kept);

	assert_int_equal(n, talks);
	assert_int_equal(kept, talks);
	for (size_t i = 0; i < n; i++) {
		assert_string_equal(mine[i].key, theirs[i].key);
		assert_string_equal(
		    mark_kind_text(&mine[i].annotations, MARK_TAGGED),
		    mark_kind_text(&theirs[i].annotations, MARK_TAGGED));
	}
	marks_close(again);
}

static void
many_marks_are_set_in_one_transaction(void **state)
{
	struct batch batch;
	struct err err = {""};
	struct marks *marks = open_well();

	(void)state;
	set(marks, &beans, MARK_SEEN, true);
	fill(&batch, true);
	unsigned before = transactions();

	assert_true(marks_set_all(marks, batch.change, 2ul * TALKS, &err));
	assert_int_equal(transactions(), before + 1);
	check_list(marks, TALKS + 1);
	fill(&batch, false);
	assert_true(marks_set_all(marks, batch.change, 2ul * TALKS, &err));
	assert_int_equal(transactions(), before + 2);
	check_list(marks, 1);
	marks_close(marks);
}

static void
many_marks_that_wait_are_set_in_one_transaction(void **state)
{
	struct batch batch;
	struct err err = {""};

	(void)state;
	marks_close(open_well());
	struct marks *marks = marks_open_at_once(path, NULL, &err);
	sqlite3 *other = lock();

	/* The last change of each holds. */
	for (int on = 0; on <= 1; on++) {
		fill(&batch, on);
		assert_false(
		    marks_set_all(marks, batch.change, 2ul * TALKS, &err));
		assert_non_null(strstr(err.msg, "the marks wait for "));
	}
	sqlite3_close(other);
	unsigned before = transactions();

	assert_true(marks_refresh(marks));
	assert_int_equal(transactions(), before + 1);
	check_list(marks, TALKS);
	marks_close(marks);
}

/* Makes a folder where a part of the damaged file would be moved, or removes it. */
static void
stand_in_the_way(const char *part, int (*act)(const char *folder))
{
	char stamp[64], name[2 * DIR_MOST];

	/* Its name has the second; this may take some. */
	for (time_t at = time(NULL) - 10; at < time(NULL) + 20; at++) {
		struct tm tm;

		assert_non_null(localtime_r(&at, &tm));
		strftime(stamp, sizeof(stamp), "%Y%m%d-%H%M%S", &tm);
		snprintf(
		    name, sizeof(name), "%s.damaged-%s%s", path, stamp, part);
		act(name);
	}
}

static int
make_folder(const char *name)
{
	return mkdir(name, 0700);
}

static void
a_database_is_moved_with_its_journal_or_not_at_all(void **state)
{
	struct err err = {""};
	char journal[2 * DIR_MOST], wal[2 * DIR_MOST];
	char *moved;

	(void)state;
	snprintf(journal, sizeof(journal), "%s-journal", path);
	snprintf(wal, sizeof(wal), "%s-wal", path);
	write_file(path, "d", 1);
	write_file(journal, "j", 1);
	write_file(wal, "w", 1);
	stand_in_the_way("-wal", make_folder);
	assert_null(userfile_move_aside(path, &err));
	assert_non_null(strstr(err.msg, "marks.db-wal: "));
	assert_int_equal(access(path, F_OK), 0);
	assert_int_equal(access(journal, F_OK), 0);
	assert_int_equal(access(wal, F_OK), 0);

	stand_in_the_way("-wal", rmdir);
	moved = userfile_move_aside(path, &err);
	assert_non_null(moved);
	assert_int_not_equal(access(path, F_OK), 0);
	assert_int_not_equal(access(journal, F_OK), 0);
	glob_t parts = files("marks.db.damaged-*");

	assert_int_equal(parts.gl_pathc, 3);
	globfree(&parts);
	free(moved);
}

static void
a_damaged_file_is_moved_aside(void **state)
{
	static const char garbage[] = "this is not what it was";
	struct err err = {""};
	size_t len;

	(void)state;
	write_file(path, garbage, sizeof(garbage) - 1);
	struct marks *marks = marks_open(path, NULL, &err);

	assert_non_null(strstr(err.msg, path));
	assert_non_null(strstr(err.msg, ".damaged-"));
	assert_true(marks_are_kept(marks));
	set(marks, &compost, MARK_SEEN, true);
	marks_close(marks);
	marks = open_well();
	assert_int_equal(marks_of(marks, &compost), MARK_SEEN);
	marks_close(marks);

	glob_t moved = files("marks.db.damaged-*");

	assert_int_equal(moved.gl_pathc, 1);
	char *bytes = read_file(moved.gl_pathv[0], &len);

	assert_int_equal(len, sizeof(garbage) - 1);
	assert_memory_equal(bytes, garbage, len);
	free(bytes);
	globfree(&moved);
}

static void
marks_survive_the_loss_of_their_file_while_it_is_open(void **state)
{
	struct marks *marks = open_well();
	struct err err = {""};

	(void)state;
	set(marks, &compost, MARK_BOOKMARKED, true);
	set(marks, &compost, MARK_SEEN, true);
	/* Damaged under our hands: what is still known is saved. */
	write_file(path, "garbage that is long enough to be read", 38);
	/* That is told once, and mended then. */
	assert_false(marks_set(marks, &beans, MARK_SEEN, true, NULL, &err));
	assert_non_null(strstr(err.msg, path));
	assert_int_equal(marks_of(marks, &beans), 0);
	set(marks, &beans, MARK_SEEN, true);
	marks_close(marks);
	marks = open_well();
	assert_int_equal(
	    marks_of(marks, &compost), MARK_BOOKMARKED | MARK_SEEN);
	assert_int_equal(marks_of(marks, &beans), MARK_SEEN);
	marks_close(marks);
}

/* What is settled of a pair: 's'ame, 'a'part, or '-', nothing. */
static char
pair_of(const char *name, const char *a, const char *b)
{
	struct load_pairs pairs = {.arena = NULL};
	char said = '-';

	pairs_read(name, &pairs);
	for (size_t i = 0; i < pairs.n; i++)
		if (strcmp(pairs.pair[i].a, a) == 0 &&
		    strcmp(pairs.pair[i].b, b) == 0)
			said = pairs.pair[i].same ? 's' : 'a';
	load_pairs_free(&pairs);
	return said;
}

/* Fills the page that the table of talks begins on with what is none. */
static void
damage_talks(void)
{
	sqlite3_stmt *query;
	sqlite3 *db;
	size_t len;

	assert_int_equal(sqlite3_open(path, &db), SQLITE_OK);
	assert_int_equal(sqlite3_prepare_v2(db,
			     "SELECT rootpage, page_size FROM sqlite_master,"
			     " pragma_page_size WHERE name = 'talk'",
			     -1, &query, NULL),
	    SQLITE_OK);
	assert_int_equal(sqlite3_step(query), SQLITE_ROW);

	size_t page = (size_t)sqlite3_column_int(query, 0);
	size_t size = (size_t)sqlite3_column_int(query, 1);

	sqlite3_finalize(query);
	sqlite3_close(db);

	char *bytes = read_file(path, &len);

	memset(bytes + (page - 1) * size, 'x', size);
	write_file(path, bytes, len);
	free(bytes);
}

static void
what_is_settled_of_pairs_is_saved_of_a_damaged_file(void **state)
{
	struct marks *marks = open_well();
	struct err err = {""};

	(void)state;
	set(marks, &compost, MARK_BOOKMARKED, true);
	assert_true(pairs_settle(marks, &beans, "p", "q", true, &err));
	marks_close(marks);
	damage_talks();
	marks = marks_open(path, NULL, &err);
	assert_non_null(strstr(err.msg, ".damaged-"));
	set(marks, &beans, MARK_SEEN, true);
	marks_close(marks);

	glob_t moved = files("marks.db.damaged-*");

	assert_int_equal(moved.gl_pathc, 1);
	globfree(&moved);
	assert_int_equal(pair_of(path, "p", "q"), 's');
}

static bool
is_marked(const struct marks *marks, int number)
{
	char key[32];
	const struct talk talk = numbered(number, key);

	return marks_of(marks, &talk) == MARK_BOOKMARKED;
}

/*
 * Marks talks from `first` on, writing each number when it is marked.  Tries
 * again while another copy is always faster, as a reader would.
 */
static void
mark_many(int first, int count, int fd)
{
	struct err err;
	struct marks *marks = marks_open(path, NULL, &err);

	if (err.msg[0] && !strstr(err.msg, in_use))
		_exit(2);
	for (int i = first; i < first + count; i++) {
		char key[32];
		const struct talk talk = numbered(i, key);

		while (!marks_set(
		    marks, &talk, MARK_BOOKMARKED, true, NULL, &err)) {
			if (!strstr(err.msg, in_use))
				_exit(1);
		}
		if (write(fd, &i, sizeof(i)) != sizeof(i))
			_exit(1);
	}
	marks_close(marks);
	_exit(0);
}

/* Starts mark_many() in a process of its own, and a pipe from it. */
static pid_t
start(int first, int count, int *fd)
{
	int ends[2];

	assert_int_equal(pipe(ends), 0);
	pid_t pid = fork();

	assert_true(pid >= 0);
	if (pid == 0)
		mark_many(first, count, ends[1]);
	close(ends[1]);
	*fd = ends[0];
	return pid;
}

static int
from_environment(const char *name, int usual)
{
	const char *value = getenv(name);

	return value ? atoi(value) : usual;
}

static void
what_was_marked_before_kill_9_is_kept(void **state)
{
	int rounds = from_environment("KILLS", UNIT_ROUNDS(50));
	int in_flight = 0, total = 0;
	size_t n;

	(void)state;
	for (int round = 0; round < rounds; round++) {
		int fd, number, first = 1000 * round, told = 0;
		pid_t pid = start(first, 1000, &fd);

		while (told <= round % 7 &&
		    read(fd, &number, sizeof(number)) == sizeof(number))
			told++;
		kill(pid, SIGKILL);
		assert_int_equal(waitpid(pid, NULL, 0), pid);
		/* What it told while it was being killed counts, too. */
		while (read(fd, &number, sizeof(number)) == sizeof(number))
			told++;
		close(fd);

		struct marks *marks = open_well();

		assert_in_range(told, round % 7 + 1, 1000);
		for (int i = 0; i < told; i++)
			assert_true(is_marked(marks, first + i));
		/* One may have been on its way. */
		in_flight += is_marked(marks, first + told);
		assert_false(is_marked(marks, first + told + 1));
		total += told;
		marks_list(marks, &n);
		assert_int_equal(n, total + in_flight);
		marks_close(marks);
	}
}

#define SECOND 1000000 /* the first talk that the second copy marks */

/* Lets so many microseconds go by. */
static void
spin(long microseconds)
{
	struct timespec began, now;

	clock_gettime(CLOCK_MONOTONIC, &began);
	do {
		clock_gettime(CLOCK_MONOTONIC, &now);
	} while ((now.tv_sec - began.tv_sec) * 1000000 +
		(now.tv_nsec - began.tv_nsec) / 1000 <
	    microseconds);
}

/*
 * Two copies mark `each` talks at once, the second so many microseconds later;
 * all are there afterwards.
 */
static void
mark_at_once(int each, long later)
{
	int fd[2], status;
	pid_t pid[2];
	size_t n;

	pid[0] = start(0, each, &fd[0]);
	spin(later);
	pid[1] = start(SECOND, each, &fd[1]);
	for (int i = 0; i < 2; i++) {
		assert_int_equal(waitpid(pid[i], &status, 0), pid[i]);
		assert_int_equal(status, 0);
		close(fd[i]);
	}
	struct marks *marks = open_well();

	marks_list(marks, &n);
	/* The file may have had one. */
	assert_int_equal(n, 2 * each + (marks_of(marks, &compost) != 0));
	for (int i = 0; i < each; i++)
		assert_true(
		    is_marked(marks, i) && is_marked(marks, SECOND + i));
	marks_close(marks);
}

static void
two_copies_that_write_at_once_lose_nothing(void **state)
{
	(void)state;
	mark_at_once(from_environment("WRITES", 200), 0);
}

static void
two_copies_that_start_at_once_make_one_file(void **state)
{
	(void)state;
	/* So that the second comes upon each step of the first. */
	for (int round = 0; round < UNIT_ROUNDS(100); round++) {
		mark_at_once(1, 5000 / UNIT_ROUNDS(100) * round);
		assert_int_equal(unlink(path), 0);
	}
}

static void
two_copies_that_migrate_at_once_keep_one_copy(void **state)
{
	(void)state;
	for (int round = 0; round < 60; round++) {
		glob_t copies;

		put_version(1);
		mark_at_once(1, 100 * round);
		copies = files("marks.db.version-1-*");
		assert_int_equal(copies.gl_pathc, 1);
		assert_int_equal(version_of(copies.gl_pathv[0]), 1);
		assert_int_equal(unlink(copies.gl_pathv[0]), 0);
		globfree(&copies);
	}
}

/* A number below `most`, and the next random one. */
static unsigned
draw(uint32_t *random, unsigned most)
{
	*random = *random * 1664525 + 1013904223;
	return (*random >> 16) % most;
}

static const char *
draw_truth(uint32_t *random)
{
	return draw(random, 2) ? "true" : "false";
}

/* A few marks with few times, so that much meets; as lines of an export. */
static char *
random_lines(uint32_t *random)
{
	char *text = NULL;
	size_t len;
	FILE *out = open_memstream(&text, &len);

	for (int key = 0; key < 4; key++) {
		if (draw(random, 4) == 0)
			continue;
		fprintf(out,
		    "{\"schema\":1,\"key\":\"k%d\",\"title\":\"t%u\","
		    "\"speakers\":\"s%u\",\"url\":%s,\"bookmarked\":%s,"
		    "\"bookmarked_at\":%u,\"seen\":%s,\"seen_at\":%u",
		    key, draw(random, 2), draw(random, 2),
		    draw(random, 2) ? "null" : "\"u\"", draw_truth(random),
		    draw(random, 4), draw_truth(random), draw(random, 4));
		/* As an older version wrote them. */
		if (draw(random, 4) == 0) {
			fputs("}\n", out);
			continue;
		}
		fprintf(out,
		    ",\"note\":\"%.*s\",\"note_at\":%u,\"tags\":["
		    "{\"tag\":\"x\",\"set\":%s,\"at\":%u},"
		    "{\"tag\":\"y%u\",\"set\":%s,\"at\":%u}],"
		    "\"opened\":[%u,%u]",
		    (int)draw(random, 3), "ab", draw(random, 4),
		    draw_truth(random), draw(random, 4), draw(random, 2),
		    draw_truth(random), draw(random, 4), draw(random, 3),
		    3 + draw(random, 3));
		/* Now and then two keys turn out to be of one talk. */
		if (draw(random, 10) == 0)
			fprintf(out, ",\"keys\":[\"k%u\"]", draw(random, 5));
		if (draw(random, 4) == 0)
			fprintf(
			    out, ",\"conferences\":[\"c%u\"]", draw(random, 2));
		if (draw(random, 4) == 0)
			fprintf(out,
			    ",\"pairs\":[{\"of\":\"a\",\"with\":\"b%u\","
			    "\"same\":%s,\"at\":%u}]",
			    draw(random, 2), draw_truth(random),
			    draw(random, 4));
		fputs("}\n", out);
	}
	fclose(out);
	return text;
}

static void
import_text(struct marks *marks, char *text)
{
	struct merged merged;
	struct err err = {""};
	/* fmemopen() takes no text without a byte. */
	FILE *in = *text ? fmemopen(text, strlen(text), "r") : NULL;

	if (in && !merge_import(marks, in, "text", false, NULL, &merged, &err))
		fail_msg("%s", err.msg);
	if (in)
		fclose(in);
}

static bool
stop_soon(void *user, size_t done, size_t total)
{
	int *left = user;

	(void)done, (void)total;
	return (*left)-- > 0;
}

static void
a_merge_that_is_stopped_changes_nothing(void **state)
{
	struct marks *marks = open_well();
	char text[] = "{\"schema\":1,\"key\":\"a\",\"title\":\"t\","
		      "\"speakers\":\"\",\"url\":null,\"seen\":true,"
		      "\"seen_at\":1}\n"
		      "{\"schema\":1,\"key\":\"b\",\"title\":\"t\","
		      "\"speakers\":\"\",\"url\":null,\"seen\":true,"
		      "\"seen_at\":1}\n";
	FILE *in = fmemopen(text, strlen(text), "r");
	FILE *out = fopen("/dev/null", "w");
	int first = 1, second = 1;
	struct progress progress = {.tell = stop_soon, .user = &first};
	struct merged merged;
	struct err err = {"as before"};
	size_t n;

	(void)state;
	assert_false(
	    merge_import(marks, in, "text", false, &progress, &merged, &err));
	assert_string_equal(err.msg, "");
	marks_list(marks, &n);
	assert_int_equal(n, 0);
	import_text(marks, text);
	progress = (struct progress){.tell = stop_soon, .user = &second};
	assert_false(merge_export(marks, out, MERGE_LISTS, &progress, &err));
	assert_string_equal(err.msg, "");
	fclose(in);
	fclose(out);
	marks_close(marks);
}

/* After the first talk, what is left of the file is no file any more. */
static bool
break_soon(void *user, size_t done, size_t total)
{
	FILE *in = user;

	(void)total;
	if (done > 0) {
		int folder = open("/", O_RDONLY | O_CLOEXEC);

		assert_true(dup2(folder, fileno(in)) >= 0);
		close(folder);
	}
	return true;
}

static void
an_import_that_cannot_be_read_to_its_end_imports_nothing(void **state)
{
	struct marks *marks = open_well();
	FILE *in = tmpfile();
	struct progress progress = {.tell = break_soon, .user = in};
	struct merged merged;
	struct err err = {""};
	size_t n;

	(void)state;
	assert_non_null(in);
	/* More than is read at once. */
	for (int i = 0; i < 20000; i++)
		fprintf(in,
		    "{\"schema\":1,\"key\":\"k%d\",\"title\":\"t\","
		    "\"speakers\":\"\",\"url\":null,\"seen\":true,"
		    "\"seen_at\":1}\n",
		    i);
	rewind(in);
	assert_false(
	    merge_import(marks, in, "text", false, &progress, &merged, &err));
	assert_string_equal(
	    err.msg, "text: cannot be read; nothing was imported");
	marks_refresh(marks);
	marks_list(marks, &n);
	assert_int_equal(n, 0);
	marks_close(marks);
	marks = open_well();
	marks_list(marks, &n);
	assert_int_equal(n, 0);
	fclose(in);
	marks_close(marks);
}

/* Marks of so many talks that nobody has. */
static void
import_many(struct marks *marks, int n)
{
	char *text = NULL;
	size_t len;
	FILE *out = open_memstream(&text, &len);

	for (int i = 0; i < n; i++)
		fprintf(out,
		    "{\"schema\":1,\"key\":\"k\\\"%d\",\"title\":\"t\","
		    "\"speakers\":\"\",\"url\":null,\"bookmarked\":true,"
		    "\"bookmarked_at\":%d,\"seen\":true,\"seen_at\":1}\n",
		    i, i);
	fclose(out);
	import_text(marks, text);
	free(text);
}

/* Refreshes until marks are others. */
static void
refresh_until_changed(struct marks *marks)
{
	for (int i = 0; !marks_refresh(marks); i++) {
		assert_in_range(i, 0, 60000);
		poll(NULL, 0, 1);
	}
}

static void
very_many_marks_that_wait_are_set_between_keys(void **state)
{
	enum { MANY = 5000 };
	static char key[MANY][32];
	static struct talk talk[MANY];
	static struct marks_change change[MANY];
	struct err err = {""};
	size_t n = 0, before = 0;
	int steps = 0;

	(void)state;
	marks_close(open_well());
	struct marks *marks = marks_open_at_once(path, NULL, &err);
	sqlite3 *other = lock();

	for (int i = 0; i < MANY; i++) {
		talk[i] = numbered(i, key[i]);
		change[i] = (struct marks_change){
		    &talk[i], MARK_SEEN, true, NULL};
	}
	assert_false(marks_set_all(marks, change, MANY, &err));
	sqlite3_close(other);
	/* No key waits for more than some of them. */
	for (; marks_refresh(marks); before = n, steps++) {
		marks_list(marks, &n);
		assert_in_range(n - before, 1, MANY / 20);
		/* One that was set is removed while others wait; one waits. */
		for (int i = 0; i < MANY && steps == 0; i += MANY - 1)
			assert_true(marks_set(
			    marks, &talk[i], MARK_SEEN, false, NULL, &err));
	}
	assert_in_range(steps, 20, 40);
	assert_int_equal(n, MANY - 2);
	assert_int_equal(marks_of(marks, &talk[0]), 0);
	assert_int_equal(marks_of(marks, &talk[1]), MARK_SEEN);
	assert_int_equal(marks_of(marks, &talk[MANY - 1]), 0);

	/* What was set of them can wait again; who leaves waits for all. */
	other = lock();
	assert_false(marks_set_all(marks, change, MANY, &err));
	sqlite3_close(other);
	refresh_until_changed(marks);
	other = lock();
	assert_false(marks_set(marks, &talk[1], MARK_SEEN, false, NULL, &err));
	assert_false(
	    marks_set(marks, &talk[MANY - 1], MARK_SEEN, false, NULL, &err));
	sqlite3_close(other);
	assert_true(marks_finish(marks, &err));
	assert_int_equal(marks_of(marks, &talk[0]), MARK_SEEN);
	assert_int_equal(marks_of(marks, &talk[1]), 0);
	assert_int_equal(marks_of(marks, &talk[MANY - 2]), MARK_SEEN);
	assert_int_equal(marks_of(marks, &talk[MANY - 1]), 0);
	marks_close(marks);
}

/* Threads of this program; 0 where that is not known. */
static int
threads(void)
{
	DIR *tasks = opendir("/proc/self/task");
	int n = 0;

	while (tasks && readdir(tasks))
		n++;
	if (tasks)
		closedir(tasks);
	return n;
}

static void
a_mark_that_is_set_while_many_are_read_stays(void **state)
{
	struct err err = {""};
	struct marks *marks = open_well(), *other;

	(void)state;
	import_many(marks, 8000);
	marks_close(marks);
	marks = marks_open_at_once(path, NULL, &err);
	other = open_well();
	set(other, &compost, MARK_SEEN, true);
	marks_close(other);

	int before = threads();

	/* What was read before the mark was set lacks it. */
	assert_false(marks_refresh(marks));
	for (int i = 0; threads() > before; i++) {
		assert_in_range(i, 0, 60000);
		poll(NULL, 0, 1);
	}
	set(marks, &beans, MARK_SEEN, true);
	refresh_until_changed(marks);
	assert_int_equal(marks_of(marks, &beans), MARK_SEEN);
	assert_int_equal(marks_of(marks, &compost), MARK_SEEN);
	marks_close(marks);
}

static void
many_marks_that_were_held_are_read_while_keys_are_answered(void **state)
{
	struct err err = {""};
	struct marks *marks = open_well();
	size_t n;

	(void)state;
	import_many(marks, 8000);
	set(marks, &compost, MARK_SEEN, true);
	marks_close(marks);

	sqlite3 *other = lock();

	marks = marks_open_at_once(path, NULL, &err);
	assert_false(marks_set(marks, &beans, MARK_SEEN, true, NULL, &err));
	sqlite3_close(other);

	/* The key at which the file is free does not read them. */
	assert_false(marks_refresh(marks));
	assert_true(marks_are_awaited(marks));
	marks_list(marks, &n);
	assert_int_equal(n, 0);
	refresh_until_changed(marks);
	/* They are shown in their order before those that waited change it. */
	assert_true(marks_are_awaited(marks));
	marks_list(marks, &n);
	assert_int_equal(n, 8001);
	assert_true(marks_refresh(marks));
	assert_false(marks_are_awaited(marks));
	marks_list(marks, &n);
	assert_int_equal(n, 8002);
	assert_int_equal(marks_of(marks, &beans), MARK_SEEN);
	assert_int_equal(marks_of(marks, &compost), MARK_SEEN);
	marks_close(marks);

	/* Who leaves meanwhile loses nothing. */
	other = lock();
	marks = marks_open_at_once(path, NULL, &err);
	sqlite3_close(other);
	assert_false(marks_refresh(marks));
	assert_false(marks_set(marks, &beans, MARK_SEEN, false, NULL, &err));
	assert_non_null(strstr(err.msg, "the mark waits for "));
	assert_true(marks_finish(marks, &err));
	marks_close(marks);
	marks = open_well();
	assert_int_equal(marks_of(marks, &beans), 0);
	marks_list(marks, &n);
	assert_int_equal(n, 8001);
	marks_close(marks);
}

static void
of_many_marks_only_those_wanted_are_read_at_first(void **state)
{
	struct talk talks[] = {compost, beans};
	const struct notes notes = {.talks = talks, .ntalks = 2};
	struct marks *marks = open_well();
	size_t n;

	(void)state;
	import_many(marks, 1000);
	set(marks, &compost, MARK_SEEN, true);
	marks_close(marks);

	marks = marks_open(path, &notes, NULL);
	marks_list(marks, &n);
	assert_int_equal(n, 1);
	assert_int_equal(marks_of(marks, &compost), MARK_SEEN);
	/* A change of another copy does not bring the others either. */
	struct marks *other = open_well();

	set(other, &beans, MARK_BOOKMARKED, true);
	assert_true(marks_refresh(marks));
	assert_int_equal(marks_of(marks, &beans), MARK_BOOKMARKED);
	marks_list(marks, &n);
	assert_int_equal(n, 2);
	marks_close(other);
	marks_read_all(marks);
	marks_list(marks, &n);
	assert_int_equal(n, 1002);
	assert_int_equal(marks_of(marks, &beans), MARK_BOOKMARKED);
	assert_non_null(marks_get(marks, "k\"999"));
	marks_close(marks);
}

static void
of_many_marks_those_under_another_key_are_read_at_first(void **state)
{
	struct talk talks[] = {compost, beans};
	const struct notes notes = {.talks = talks, .ntalks = 2};
	struct marks *marks = open_well();
	char text[512];
	size_t n;

	(void)state;
	import_many(marks, 1000);
	/* The notes have the talk under the key that it had before. */
	snprintf(text, sizeof(text),
	    "{\"schema\":1,\"key\":\"yt:00000000000\",\"title\":\"Beans\","
	    "\"speakers\":\"\",\"url\":null,\"seen\":true,\"seen_at\":5,"
	    "\"keys\":[\"%s\"]}\n",
	    beans.key);
	import_text(marks, text);
	marks_close(marks);
	marks = marks_open(path, &notes, NULL);
	marks_list(marks, &n);
	assert_int_equal(n, 1);
	assert_int_equal(marks_of(marks, &beans), MARK_SEEN);
	marks_close(marks);
}

static size_t
count(const char *text, const char *what)
{
	size_t n = 0;

	for (; (text = strstr(text, what)); text += strlen(what))
		n++;
	return n;
}

static void
each_opening_has_a_time_of_its_own(void **state)
{
	struct marks *marks = marks_open(NULL, NULL, NULL);
	struct marks *other = marks_open(NULL, NULL, NULL);
	char line[16384], *text, *again;
	int n, openings = 600;

	(void)state;
	set(marks, &beans, MARK_OPENED, true);
	long long now = mark_time(marks_get(marks, beans.key), MARK_OPENED);

	/* Whatever time it is when it is opened next is taken already. */
	n = snprintf(line, sizeof(line),
	    "{\"schema\":1,\"key\":\"%s\",\"title\":\"Beans\","
	    "\"speakers\":\"\",\"url\":null,\"bookmarked\":false,"
	    "\"bookmarked_at\":0,\"seen\":false,\"seen_at\":0,\"opened\":[",
	    beans.key);
	for (int i = 1; i < openings; i++)
		n += snprintf(line + n, sizeof(line) - (size_t)n, "%s%lld",
		    i > 1 ? "," : "", now + i);
	snprintf(line + n, sizeof(line) - (size_t)n, "]}\n");
	import_text(marks, line);
	set(marks, &beans, MARK_OPENED, true);

	text = export_text(marks);
	assert_int_equal(count(strstr(text, "\"opened\""), ","),
	    openings + count(strstr(text, "\"position\""), ",") + 1);
	/* So that another machine has as many, and this one no more later. */
	import_text(other, text);
	again = export_text(other);
	assert_string_equal(again, text);
	import_text(marks, again);
	free(again);
	again = export_text(marks);
	assert_string_equal(again, text);
	free(again);
	free(text);
	marks_close(other);
	marks_close(marks);
}

/* compost, bookmarked at a time or not any more. */
static void
import_bookmark(struct marks *marks, const char *is, long long at)
{
	char line[512];

	snprintf(line, sizeof(line),
	    "{\"schema\":1,\"key\":\"%s\",\"title\":\"Slow compost\","
	    "\"speakers\":\"\",\"url\":null,\"bookmarked\":%s,"
	    "\"bookmarked_at\":%lld,\"seen\":false,\"seen_at\":0}\n",
	    compost.key, is, at);
	import_text(marks, line);
}

/* Even within a millisecond. */
static void
each_change_is_later_than_the_one_before(void **state)
{
	struct marks *marks = marks_open(NULL, NULL, NULL);
	long long last = 0;

	(void)state;
	set(marks, &beans, MARK_SEEN, true);
	for (int i = 0; i < 100; i++) {
		set(marks, &beans, MARK_BOOKMARKED, i % 2 == 0);
		const struct mark *mark = marks_get(marks, beans.key);

		assert_true(mark_time(mark, MARK_BOOKMARKED) > last);
		last = mark_time(mark, MARK_BOOKMARKED);
	}
	marks_close(marks);
}

static void
a_change_wins_where_the_clock_was_set_back(void **state)
{
	struct marks *marks = open_well();
	struct marks *other = marks_open(NULL, NULL, NULL);
	long long now, ahead;

	(void)state;
	set(marks, &beans, MARK_SEEN, true);
	now = mark_time(marks_get(marks, beans.key), MARK_SEEN);
	ahead = now + 3600000;
	/* Set when the clock was an hour ahead, and removed after. */
	import_bookmark(marks, "true", ahead);
	assert_int_equal(marks_of(marks, &compost), MARK_BOOKMARKED);
	set(marks, &compost, MARK_BOOKMARKED, false);
	/* That is the later change, here and elsewhere. */
	import_bookmark(marks, "true", ahead);
	assert_int_equal(marks_of(marks, &compost), 0);
	import_bookmark(other, "true", ahead);
	char *text = export_text(marks);

	import_text(other, text);
	free(text);
	assert_int_equal(marks_of(other, &compost), 0);
	/* And the next one is later again. */
	set(marks, &compost, MARK_BOOKMARKED, true);
	assert_true(mark_time(marks_get(marks, compost.key), MARK_BOOKMARKED) >
	    ahead + 1);
	marks_close(other);
	marks_close(marks);
}

static void
a_trigger_of_others_takes_no_mark_away(void **state)
{
	static const char *const triggers[] = {
	    "CREATE TRIGGER t BEFORE INSERT ON mark"
	    " BEGIN SELECT RAISE(IGNORE); END",
	    "CREATE TRIGGER t AFTER INSERT ON mark"
	    " BEGIN DELETE FROM mark; END",
	};

	(void)state;
	for (int i = 0; i < 2; i++) {
		struct marks *marks = open_well();
		sqlite3 *db = NULL;

		set(marks, &beans, MARK_SEEN, true);
		marks_close(marks);
		assert_int_equal(sqlite3_open(path, &db), SQLITE_OK);
		assert_int_equal(
		    sqlite3_exec(db, triggers[i], NULL, NULL, NULL), SQLITE_OK);
		sqlite3_close(db);

		marks = open_well();
		set(marks, &compost, MARK_BOOKMARKED, true);
		marks_close(marks);
		marks = open_well();
		assert_int_equal(marks_of(marks, &compost), MARK_BOOKMARKED);
		assert_int_equal(marks_of(marks, &beans), MARK_SEEN);
		marks_close(marks);
		unlink(path);
	}
}

/* The latest word counts, whoever says it; a newer file is not made of it. */
static void
what_is_settled_of_pairs_travels(void **state)
{
	char other[2 * DIR_MOST], *text;
	struct marks *marks, *there;
	struct err err = {""};

	(void)state;
	assert_int_equal(pair_of(path, "p", "q"), '-');
	assert_int_not_equal(access(path, F_OK), 0);
	marks = open_well();
	assert_true(pairs_settle(marks, &beans, "p", "q", true, &err));
	assert_true(pairs_settle(marks, &compost, "x", "w", true, &err));
	assert_true(pairs_settle(marks, &beans, "q", "p", false, &err));
	assert_int_equal(pair_of(path, "p", "q"), 'a');
	assert_int_equal(pair_of(path, "w", "x"), 's');

	text = export_text(marks);
	snprintf(other, sizeof(other), "%s/other.db", dir);
	there = marks_open(other, NULL, &err);
	assert_true(pairs_settle(there, &compost, "w", "x", false, &err));
	import_text(there, text);
	free(text);
	assert_int_equal(pair_of(other, "p", "q"), 'a');
	assert_int_equal(pair_of(other, "w", "x"), 'a');
	/* Pairs are no marks of the talk that they stand with. */
	assert_null(marks_get(there, beans.key));
	marks_close(there);
	marks_close(marks);
}

/* What comes of merging three exports one after the other; to be freed. */
static char *
merge_three(char *a, char *b, char *c)
{
	struct marks *marks = marks_open(NULL, NULL, NULL);

	import_text(marks, a);
	import_text(marks, b);
	import_text(marks, c);
	char *text = export_text(marks);

	marks_close(marks);
	return text;
}

static void
exports_are_merged_in_any_order_and_again(void **state)
{
	uint32_t random = 1;
	int differ = 0;
	char none[] = "";

	(void)state;
	for (int round = 0; round < 300; round++) {
		char *a = random_lines(&random), *b = random_lines(&random);
		char *c = random_lines(&random);
		char *abc = merge_three(a, b, c), *cba = merge_three(c, b, a);
		char *bca = merge_three(b, c, a), *bc = merge_three(b, c, none);
		char *grouped = merge_three(a, bc, abc);

		assert_string_equal(cba, abc);
		assert_string_equal(bca, abc);
		assert_string_equal(grouped, abc);
		differ += strcmp(bc, abc) != 0;
		free(a), free(b), free(c), free(abc), free(cba), free(bca);
		free(bc), free(grouped);
	}
	assert_in_range(differ, 200, 300);
}

/*
 * A layer between sqlite and the system that fails at one of its calls, or from
 * that one on, as a bad disk does.
 */
static struct {
	sqlite3_vfs *system;
	int calls; /* since it was set */
	int fails; /* the call that fails, from 1; 0: none */
	bool goes_on;
	int reading; /* files with a lock */
	int locks;   /* until another copy comes first; 0: none does */
} disk;

struct layered {
	sqlite3_file file;
	sqlite3_file *below; /* stands behind it */
	bool reads;          /* it has a lock */
};

static sqlite3_file *
below(sqlite3_file *file)
{
	return ((struct layered *)file)->below;
}

static bool
fails_now(void)
{
	disk.calls++;
	return disk.fails > 0 &&
	    (disk.calls == disk.fails ||
		(disk.goes_on && disk.calls > disk.fails));
}

static int
layer_close(sqlite3_file *file)
{
	disk.reading -= ((struct layered *)file)->reads;
	return below(file)->pMethods->xClose(below(file));
}

static int
layer_read(sqlite3_file *file, void *to, int n, sqlite3_int64 at)
{
	return fails_now()
	    ? SQLITE_IOERR_READ
	    : below(file)->pMethods->xRead(below(file), to, n, at);
}

static int
layer_write(sqlite3_file *file, const void *from, int n, sqlite3_int64 at)
{
	return fails_now()
	    ? SQLITE_FULL
	    : below(file)->pMethods->xWrite(below(file), from, n, at);
}

static int
layer_truncate(sqlite3_file *file, sqlite3_int64 size)
{
	return fails_now()
	    ? SQLITE_IOERR_TRUNCATE
	    : below(file)->pMethods->xTruncate(below(file), size);
}

static int
layer_sync(sqlite3_file *file, int flags)
{
	return fails_now() ? SQLITE_IOERR_FSYNC
			   : below(file)->pMethods->xSync(below(file), flags);
}

static int
layer_size(sqlite3_file *file, sqlite3_int64 *size)
{
	return fails_now()
	    ? SQLITE_IOERR_FSTAT
	    : below(file)->pMethods->xFileSize(below(file), size);
}

/* Another copy opens the file, and brings it up to date if it has to. */
static void
come_first(void)
{
	struct marks *other = open_well();

	assert_int_equal(marks_of(other, &compost), MARK_BOOKMARKED);
	marks_close(other);
}

static int
layer_lock(sqlite3_file *file, int level)
{
	int rc;

	/* Where this one reads or writes, the other may have to wait. */
	if (disk.reading == 0 && disk.locks > 0 && --disk.locks == 0)
		come_first();
	rc = fails_now() ? SQLITE_IOERR_LOCK
			 : below(file)->pMethods->xLock(below(file), level);
	if (rc == SQLITE_OK && !((struct layered *)file)->reads) {
		((struct layered *)file)->reads = true;
		disk.reading++;
	}
	return rc;
}

static int
layer_unlock(sqlite3_file *file, int level)
{
	if (level == SQLITE_LOCK_NONE && ((struct layered *)file)->reads) {
		((struct layered *)file)->reads = false;
		disk.reading--;
	}
	return below(file)->pMethods->xUnlock(below(file), level);
}

static int
layer_reserved(sqlite3_file *file, int *reserved)
{
	return fails_now()
	    ? SQLITE_IOERR_CHECKRESERVEDLOCK
	    : below(file)->pMethods->xCheckReservedLock(below(file), reserved);
}

static int
layer_control(sqlite3_file *file, int what, void *argument)
{
	return below(file)->pMethods->xFileControl(below(file), what, argument);
}

static int
layer_sector(sqlite3_file *file)
{
	return below(file)->pMethods->xSectorSize(below(file));
}

static int
layer_device(sqlite3_file *file)
{
	return below(file)->pMethods->xDeviceCharacteristics(below(file));
}

static int
layer_open(sqlite3_vfs *vfs, const char *name, sqlite3_file *file, int flags,
    int *given)
{
	static const sqlite3_io_methods methods = {
	    .iVersion = 1,
	    .xClose = layer_close,
	    .xRead = layer_read,
	    .xWrite = layer_write,
	    .xTruncate = layer_truncate,
	    .xSync = layer_sync,
	    .xFileSize = layer_size,
	    .xLock = layer_lock,
	    .xUnlock = layer_unlock,
	    .xCheckReservedLock = layer_reserved,
	    .xFileControl = layer_control,
	    .xSectorSize = layer_sector,
	    .xDeviceCharacteristics = layer_device,
	};
	struct layered *layered = (struct layered *)file;
	int rc = SQLITE_CANTOPEN;

	(void)vfs;
	layered->file.pMethods = NULL;
	layered->reads = false;
	layered->below = (sqlite3_file *)(layered + 1);
	if (!fails_now())
		rc = disk.system->xOpen(
		    disk.system, name, layered->below, flags, given);
	if (rc == SQLITE_OK)
		layered->file.pMethods = &methods;
	return rc;
}

static int
layer_delete(sqlite3_vfs *vfs, const char *name, int sync)
{
	(void)vfs;
	return fails_now() ? SQLITE_IOERR_DELETE
			   : disk.system->xDelete(disk.system, name, sync);
}

/* Memory that fails as the disk does. */
static sqlite3_mem_methods memory;

static void *
memory_alloc(int size)
{
	return fails_now() ? NULL : memory.xMalloc(size);
}

static void *
memory_resize(void *p, int size)
{
	return fails_now() ? NULL : memory.xRealloc(p, size);
}

/*
 * Marks a talk while disk or memory fail, in a file that has these bytes; false
 * when it did not come to that.
 */
static bool
mark_on_bad_machine(const char *bytes, size_t len, int fails, bool goes_on)
{
	struct err err = {""}, why = {""};
	struct marks *marks;

	write_file(path, bytes, len);
	disk.calls = 0;
	disk.fails = fails;
	disk.goes_on = goes_on;
	marks = marks_open(path, NULL, &err);
	bool told = marks_set(marks, &beans, MARK_TAGGED, true, "x", &why);
	bool shown = marks_of(marks, &beans) == MARK_TAGGED;
	bool kept = marks_are_kept(marks);
	bool failed = disk.calls >= fails;

	disk.fails = 0;
	marks_close(marks);
	/* What cannot be done is said, and what is said is so. */
	assert_int_equal(told, shown);
	assert_true(told || why.msg[0]);
	assert_true(kept || !told || err.msg[0]);
	marks = open_well();
	if (kept && told)
		assert_int_equal(marks_of(marks, &beans), MARK_TAGGED);
	/* And what was there before is there whatever happens. */
	assert_int_equal(marks_of(marks, &compost), MARK_BOOKMARKED);
	marks_close(marks);
	return failed;
}

/*
 * Looks for changes of another copy while disk or memory fail; false when it did
 * not come to that.  What was shown before is shown whatever happens.
 */
static bool
refresh_on_bad_machine(const char *bytes, size_t len, int fails, bool goes_on)
{
	struct marks *marks, *other;

	write_file(path, bytes, len);
	marks = open_well();
	other = open_well();
	set(other, &beans, MARK_SEEN, true);
	marks_close(other);
	disk.calls = 0;
	disk.fails = fails;
	disk.goes_on = goes_on;
	marks_refresh(marks);
	bool failed = disk.calls >= fails;

	disk.fails = 0;
	assert_int_equal(marks_of(marks, &compost), MARK_BOOKMARKED);
	for (int i = 0; i < 3; i++)
		marks_refresh(marks);
	assert_int_equal(marks_of(marks, &compost), MARK_BOOKMARKED);
	assert_int_equal(marks_of(marks, &beans), MARK_SEEN);
	marks_close(marks);
	return failed;
}

/* Each call fails for itself, then each and all after it. */
static void
fail_at_each_call(const char *what)
{
	int n[2];
	size_t len;
	char *bytes = read_file(path, &len);

	for (int goes_on = 0; goes_on < 2; goes_on++) {
		n[goes_on] = 1;
		while (mark_on_bad_machine(bytes, len, n[goes_on], goes_on))
			n[goes_on]++;
	}
	for (int fails = 1; refresh_on_bad_machine(bytes, len, fails, false);)
		fails++;
	print_message("%s: %d calls failed once, %d for good\n", what, n[0] - 1,
	    n[1] - 1);
	assert_true(n[0] > 20 && n[1] > 20);
	free(bytes);
}

static void
put_layer(sqlite3_vfs *layer)
{
	disk.reading = disk.locks = disk.fails = 0;
	disk.system = sqlite3_vfs_find(NULL);
	*layer = *disk.system;
	layer->zName = "layer";
	layer->szOsFile += (int)sizeof(struct layered);
	layer->xOpen = layer_open;
	layer->xDelete = layer_delete;
	assert_int_equal(sqlite3_vfs_register(layer, 1), SQLITE_OK);
}

static void
take_layer(sqlite3_vfs *layer)
{
	sqlite3_vfs_unregister(layer);
	sqlite3_vfs_register(disk.system, 1);
}

static void
a_disk_that_fails_at_any_call_loses_and_hides_nothing(void **state)
{
	static sqlite3_vfs layer;

	(void)state;
	put_layer(&layer);
	/* With all that is done to a file of version 1. */
	put_version(1);
	fail_at_each_call("disk");
	take_layer(&layer);
}

/* Wherever the first one is, the other is done before it goes on. */
static void
a_copy_that_migrates_between_any_two_steps_of_another_is_the_only_one(
    void **state)
{
	bool came = true;
	static sqlite3_vfs layer;
	int times = 0;

	(void)state;
	put_layer(&layer);
	while (came) {
		struct marks *marks;
		glob_t copies;

		put_version(1);
		disk.locks = ++times;
		marks = open_well();
		came = disk.locks == 0;
		disk.locks = 0;
		assert_int_equal(marks_of(marks, &compost), MARK_BOOKMARKED);
		assert_true(marks_are_kept(marks));
		marks_close(marks);
		copies = files("marks.db.version-1-*");
		assert_int_equal(copies.gl_pathc, 1);
		assert_int_equal(version_of(copies.gl_pathv[0]), 1);
		assert_int_equal(unlink(copies.gl_pathv[0]), 0);
		globfree(&copies);
	}
	assert_true(times > 3);
	take_layer(&layer);
}

static void
copies_of_one_second_are_all_kept(void **state)
{
	(void)state;
	for (size_t n = 1; n <= 4; n++) {
		glob_t copies;

		put_version(1);
		marks_close(open_well());
		copies = files("marks.db.version-1-*");
		assert_int_equal(copies.gl_pathc, n);
		globfree(&copies);
	}
}

static void
memory_that_fails_at_any_call_loses_and_hides_nothing(void **state)
{
	sqlite3_mem_methods failing;

	(void)state;
	put_version(1);
	marks_close(open_well());
	sqlite3_shutdown();
	assert_int_equal(
	    sqlite3_config(SQLITE_CONFIG_GETMALLOC, &memory), SQLITE_OK);
	failing = memory;
	failing.xMalloc = memory_alloc;
	failing.xRealloc = memory_resize;
	assert_int_equal(
	    sqlite3_config(SQLITE_CONFIG_MALLOC, &failing), SQLITE_OK);
	fail_at_each_call("memory");
	sqlite3_shutdown();
	sqlite3_config(SQLITE_CONFIG_MALLOC, &memory);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    TEST(each_mark_is_set_and_removed_for_itself),
	    TEST(another_copy_sees_a_change),
	    TEST(a_file_of_version_1_is_brought_up_to_date_and_a_copy_kept),
	    TEST(a_file_of_version_2_is_brought_up_to_date_and_a_copy_kept),
	    TEST(a_file_that_cannot_be_copied_is_shown_as_it_is),
	    TEST(a_file_of_a_newer_lectern_is_left_alone),
	    TEST(a_file_that_is_not_ours_is_left_alone),
	    TEST(a_file_that_another_holds_is_waited_for),
	    TEST(what_another_holds_is_not_waited_for_where_keys_are),
	    TEST(many_marks_are_set_in_one_transaction),
	    TEST(many_marks_that_wait_are_set_in_one_transaction),
	    TEST(very_many_marks_that_wait_are_set_between_keys),
	    TEST(a_database_is_moved_with_its_journal_or_not_at_all),
	    TEST(a_damaged_file_is_moved_aside),
	    TEST(what_is_settled_of_pairs_is_saved_of_a_damaged_file),
	    TEST(marks_survive_the_loss_of_their_file_while_it_is_open),
	    TEST(what_was_marked_before_kill_9_is_kept),
	    TEST(two_copies_that_write_at_once_lose_nothing),
	    TEST(two_copies_that_start_at_once_make_one_file),
	    TEST(two_copies_that_migrate_at_once_keep_one_copy),
	    TEST(
		a_copy_that_migrates_between_any_two_steps_of_another_is_the_only_one),
	    TEST(copies_of_one_second_are_all_kept),
	    TEST(a_merge_that_is_stopped_changes_nothing),
	    TEST(an_import_that_cannot_be_read_to_its_end_imports_nothing),
	    TEST(of_many_marks_only_those_wanted_are_read_at_first),
	    TEST(of_many_marks_those_under_another_key_are_read_at_first),
	    TEST(a_mark_that_is_set_while_many_are_read_stays),
	    TEST(many_marks_that_were_held_are_read_while_keys_are_answered),
	    TEST(each_opening_has_a_time_of_its_own),
	    TEST(each_change_is_later_than_the_one_before),
	    TEST(a_change_wins_where_the_clock_was_set_back),
	    TEST(a_trigger_of_others_takes_no_mark_away),
	    TEST(what_is_settled_of_pairs_travels),
	    TEST(exports_are_merged_in_any_order_and_again),
	    TEST(a_disk_that_fails_at_any_call_loses_and_hides_nothing),
	    TEST(memory_that_fails_at_any_call_loses_and_hides_nothing),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
