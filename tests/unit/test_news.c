/* news: what is new in documents since they were last open. */
#include "unit.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "lectern/base/mem.h"
#include "lectern/source/load.h"
#include "lectern/system/news.h"

#define DIR_MOST 64
#define MANY     120000 /* more talks than news are told of */

static char dir[DIR_MOST], path[DIR_MOST + 16];

static int
set_up(void **state)
{
	(void)state;
	strcpy(dir, "/tmp/lectern-test.XXXXXX");
	if (!mkdtemp(dir))
		return 1;
	snprintf(path, sizeof(path), "%s/below/known", dir);
	return 0;
}

static int
tear_down(void **state)
{
	char below[DIR_MOST + 8];

	(void)state;
	snprintf(below, sizeof(below), "%s/below", dir);
	unlink(path);
	rmdir(below);
	return rmdir(dir);
}

static void
put_text(const char *name, const char *text)
{
	FILE *out = fopen(name, "w");

	assert_non_null(out);
	fputs(text, out);
	fclose(out);
}

/* Opens the documents of these names with these texts, and tells what is new. */
static const char *
visit(const char *const names[], const char *const texts[], size_t n,
    const struct marks *marks, struct news *news)
{
	static char said[NEWS_BYTES + 100];
	static const struct load_options plain;
	char *owned[4];
	const char *paths[4];
	char words[NEWS_BYTES];
	struct err err;

	for (size_t i = 0; i < n; i++) {
		paths[i] = owned[i] = mem_printf("%s/%s", dir, names[i]);
		put_text(paths[i], texts[i]);
	}
	struct notes *notes = load_paths(paths, n, &plain, &err);

	assert_non_null(notes);
	news_begin(news, notes, marks);
	news_read(news, path);
	news_find(news, notes);
	assert_true(news_keep(news, path, &err));
	news_words(news, words);
	snprintf(said, sizeof(said), "%s:", words);
	for (uint32_t i = 0; i < news->n; i++)
		if (news->has[i])
			snprintf(said + strlen(said),
			    sizeof(said) - strlen(said), " %s",
			    notes->talks[i].title);
	for (size_t i = 0; i < n; i++) {
		unlink(paths[i]);
		free(owned[i]);
	}
	notes_free(notes);
	return said;
}

/* Opens a document with this text. */
static const char *
open_one(const char *text)
{
	struct err err;
	struct marks *marks = marks_open(NULL, NULL, &err);
	struct news news = {0};
	const char *said = visit(
	    (const char *const[]){"a.md"}, &text, 1, marks, &news);

	news_free(&news);
	marks_close(marks);
	return said;
}

static void
news_are_told_once_and_listed_until_seen(void **state)
{
	struct err err;
	struct marks *marks = marks_open(NULL, NULL, &err);
	struct news news = {0};
	const struct talk compost = {
	    .key = "yt:aaaaaaaaaa1", .title = "Compost", .url = NULL};
	const char *name = "a.md";
	const char *before = "# Days\n\n## Compost - Ann Lee\n\n* a\n\n"
			     "## Tools - Bob Ray\n\n* b\n\n## Sheds\n\n* c\n";
	const char *after = "# Days\n\n## Ponds - Eve Ash\n\n* d\n\n"
			    "## Compost - Ann Lee\n\n"
			    "<https://youtu.be/aaaaaaaaaa1>\n\n* a\n\n"
			    "## Tools - Bob Ray\n\n* b\n";

	(void)state;
	assert_string_equal(visit(&name, &before, 1, marks, &news), ":");
	news_free(&news);
	assert_string_equal(visit(&name, &after, 1, marks, &news),
	    "1 talk has a video now, 1 is new, 1 gone: Ponds Compost");
	news_free(&news);
	assert_string_equal(
	    visit(&name, &after, 1, marks, &news), ": Ponds Compost");
	news_free(&news);
	assert_true(marks_set(marks, &compost, MARK_SEEN, true, NULL, &err));
	assert_string_equal(visit(&name, &after, 1, marks, &news), ": Ponds");
	news_free(&news);
	/* What was seen is new no more, whatever becomes of the mark. */
	assert_true(marks_set(marks, &compost, MARK_SEEN, false, NULL, &err));
	assert_string_equal(visit(&name, &after, 1, marks, &news), ": Ponds");
	news_free(&news);
	marks_close(marks);
}

static void
many_talks_that_gain_a_video_are_the_same_talks(void **state)
{
	char *without, *with;
	size_t len;

	(void)state;
	for (int video = 0; video < 2; video++) {
		FILE *out = mem_open(video ? &with : &without, &len);

		fputs("# Days\n\n", out);
		for (int i = 0; i < 41; i++) {
			fprintf(
			    out, "## Talk number %d - Ann Lee\n\n* a\n\n", i);
			if (video)
				fprintf(out,
				    "<https://youtu.be/aaaaaaaaa%02d>\n\n", i);
		}
		fclose(out);
	}
	assert_string_equal(open_one(without), ":");
	assert_memory_equal(
	    open_one(with), "41 talks have a video now: Talk number 0 ", 40);
	free(with);
	free(without);
}

static void
words_tell_what_there_is(void **state)
{
	char words[NEWS_BYTES];
	static const struct {
		uint32_t videos, fresh, gone;
		const char *words;
	} rows[] = {
	    {41, 3, 2, "41 talks have a video now, 3 are new, 2 gone"},
	    {1, 1, 1, "1 talk has a video now, 1 is new, 1 gone"},
	    {0, 3, 0, "3 talks are new"},
	    {0, 1, 2, "1 talk is new, 2 gone"},
	    {0, 0, 1, "1 talk is gone"},
	    {0, 0, 2, "2 talks are gone"},
	    {0, 0, 0, ""},
	    {UINT32_MAX, UINT32_MAX, UINT32_MAX,
		"4294967295 talks have a video now, 4294967295 are new, "
		"4294967295 gone"},
	};

	(void)state;
	for (size_t i = 0; i < sizeof(rows) / sizeof(*rows); i++) {
		const struct news news = {.videos = rows[i].videos,
		    .fresh = rows[i].fresh,
		    .gone = rows[i].gone};

		assert_int_equal(
		    news_words(&news, words), rows[i].words[0] != '\0');
		assert_string_equal(words, rows[i].words);
	}
}

static void
it_does_not_matter_what_is_open_together(void **state)
{
	const char *names[] = {"a.json", "b.ndjson"};
	const char *programme =
	    "{\"schedule\":{\"conference\":{\"title\":\"Tide Days\",\"days\":["
	    "{\"index\":1,\"date\":\"2026-05-01\",\"rooms\":{\"Hall\":["
	    "{\"id\":1,\"guid\":\"g1\",\"title\":\"Kelp at depth\","
	    "\"start\":\"10:00\",\"persons\":[{\"name\":\"Ann Lee\"}]},"
	    "{\"id\":2,\"guid\":\"g2\",\"title\":\"Night watch\","
	    "\"start\":\"11:00\",\"persons\":[{\"name\":\"Bob Ray\"}]}"
	    "]}}]}}}";
	const char *none = "{\"id\":\"AAAAAAAAAAA\",\"title\":\"Night watch\","
			   "\"formats\":[],\"webpage_url\":"
			   "\"https://youtu.be/AAAAAAAAAAA\"}\n";
	char *videos = mem_printf(
	    "{\"id\":\"BBBBBBBBBBB\",\"title\":\"Kelp at depth\","
	    "\"formats\":[],\"webpage_url\":"
	    "\"https://youtu.be/BBBBBBBBBBB\"}\n%s",
	    none);
	struct err err;
	struct marks *marks = marks_open(NULL, NULL, &err);
	struct news news = {0};

	(void)state;
	/* Tapes that are open for the first time are no news. */
	assert_string_equal(visit(names, &programme, 1, marks, &news), ":");
	news_free(&news);
	assert_string_equal(
	    visit(names, (const char *[]){programme, none}, 2, marks, &news),
	    ":");
	news_free(&news);
	/* A tape that is new brings a video to a talk that is not. */
	assert_string_equal(
	    visit(names, (const char *[]){programme, videos}, 2, marks, &news),
	    "1 talk has a video now: Kelp at depth");
	news_free(&news);
	/* Alone, neither has news. */
	assert_string_equal(
	    visit(names, &programme, 1, marks, &news), ": Kelp at depth");
	news_free(&news);
	assert_string_equal(
	    visit(names + 1, (const char *[]){videos}, 1, marks, &news),
	    ": Kelp at depth");
	news_free(&news);
	assert_string_equal(
	    visit(names, (const char *[]){programme, videos}, 2, marks, &news),
	    ": Kelp at depth");
	news_free(&news);
	marks_close(marks);
	free(videos);
}

static void
a_talk_that_goes_to_another_file_is_the_same(void **state)
{
	const char *names[] = {"a.md", "b.md"};
	struct err err;
	struct marks *marks = marks_open(NULL, NULL, &err);
	struct news news = {0};
	const char *a[] = {
	    "# A\n\n## One - Ann Lee\n\n* a\n\n"
	    "## Two - Bob Ray\n\n* b\n\n## Five - Kim Po\n\n* e\n",
	    "# B\n\n## Three - Cy Orr\n\n* c\n\n## Four - Dee Fox\n\n* d\n"};
	const char *b[] = {"# A\n\n## One - Ann Lee\n\n* a\n\n"
			   "## Five - Kim Po\n\n* e\n",
	    "# B\n\n## Three - Cy Orr\n\n* c\n\n## Two - Bob Ray\n\n* b\n\n"
	    "## Four - Dee Fox\n\n* d\n"};

	(void)state;
	assert_string_equal(visit(names, a, 2, marks, &news), ":");
	news_free(&news);
	assert_string_equal(visit(names, b, 2, marks, &news), ":");
	news_free(&news);
	marks_close(marks);
}

static void
titles_are_looked_for_in_their_source_first(void **state)
{
	static const struct moves_talk was[] = {
	    {.id = 1, .title = 7, .source = 1},
	    {.id = 2, .title = 7, .source = 2},
	};
	static const struct moves_talk now[] = {
	    {.id = 3, .title = 7, .source = 2},
	};
	uint32_t to[2];
	bool taken[1] = {false};

	(void)state;
	moves_find(was, 2, now, 1, to, taken);
	assert_int_equal(to[0], MOVES_NONE);
	assert_int_equal(to[1], 0);
	assert_true(taken[0]);
}

static void
very_many_talks_are_not_kept(void **state)
{
	struct stat is;
	struct talk *talks = mem_alloc(MANY, sizeof(*talks));
	const struct source source = {.path = "/many.md", .name = "Many"};
	struct notes notes = {
	    .talks = talks, .ntalks = MANY, .sources = &source, .nsources = 1};
	struct err err;
	struct marks *marks = marks_open(NULL, NULL, &err);
	struct news news = {0};

	(void)state;
	assert_string_equal(
	    open_one("# A\n\n## One\n\n* a\n\n## Two\n\n* b\n"), ":");
	for (size_t i = 0; i < MANY; i++)
		talks[i] = (struct talk){
		    .title = "Many", .key = "h:0", .id = "0"};
	news_begin(&news, &notes, marks);
	news_read(&news, path);
	news_find(&news, &notes);
	assert_true(news_keep(&news, path, &err));
	assert_int_equal(news.fresh + news.gone + news.videos, 0);
	assert_int_equal(stat(path, &is), 0);
	assert_true(is.st_size < 200);
	news_free(&news);
	marks_close(marks);
	free(talks);
}

static void
a_file_that_is_none_is_as_none(void **state)
{
	const char *text = "# A\n\n## One\n\n* a\n\n## Two\n\n* b\n";
	static const char *const broken[] = {
	    "",
	    "other\n",
	    "lectern known 2\n= 1\n1 1 0\n",
	    "lectern known 1\n= \n",
	    "lectern known 1\n= 1\n-1 1 0\n",
	    "lectern known 1\n= 1\n1\n",
	    "lectern known 1\n= 1\n1 1 0",
	    "lectern known 1\n= 1 1\n",
	    "lectern known 1\n1 1 1 1 1 1\n",
	    "lectern known 1\n00000000000000000000000000000000000",
	};

	(void)state;
	for (size_t i = 0; i < sizeof(broken) / sizeof(*broken); i++) {
		assert_string_equal(open_one(text), ":");
		put_text(path, broken[i]);
		assert_string_equal(open_one(text), ":");
		unlink(path);
	}
}

static void
what_is_the_same_is_not_written(void **state)
{
	struct stat before, after;
	const char *text = "# A\n\n## One\n\n* a\n\n## Two\n\n* b\n";

	(void)state;
	open_one(text);
	assert_int_equal(stat(path, &before), 0);
	open_one(text);
	assert_int_equal(stat(path, &after), 0);
	assert_int_equal(before.st_ino, after.st_ino);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)

#define COPIES 2
#define VISITS 40
#define TALKS  2000

/* Tells of TALKS talks of the copy's own, whose titles tell the visit. */
static void
write_visits(uint64_t copy)
{
	for (uint64_t visit = 1; visit <= VISITS; visit++) {
		struct known before = {0}, known = {0};
		struct err err;

		known_read(&before, path);
		for (uint64_t i = 0; i < TALKS; i++)
			known_add(&known,
			    &(struct moves_talk){
				.id = i, .title = visit, .source = copy});
		if (!known_write(&known, &before, path, &err))
			_exit(1);
		known_free(&before);
		known_free(&known);
	}
	_exit(0);
}

/* All talks of one visit of one copy, or nothing before the first. */
static uint64_t
read_visit(void)
{
	struct known known = {0};

	known_read(&known, path);

	uint64_t visit = known.n > 0 ? known.talk[0].title : 0;

	assert_true(known.n == (visit > 0 ? TALKS : 0));
	for (size_t i = 0; i < known.n; i++) {
		assert_int_equal(known.talk[i].id, i);
		assert_int_equal(known.talk[i].title, visit);
		assert_int_equal(known.talk[i].source, known.talk[0].source);
	}
	known_free(&known);
	return visit;
}

static void
copies_that_write_at_once_leave_a_whole_file(void **state)
{
	int running = COPIES, status;

	(void)state;
	for (int i = 0; i < COPIES; i++) {
		pid_t pid = fork();

		if (pid == 0)
			write_visits((uint64_t)i + 1);
		assert_true(pid > 0);
	}
	while (running > 0) {
		pid_t ended = waitpid(-1, &status, WNOHANG);

		read_visit();
		if (ended <= 0)
			continue;
		running--;
		assert_int_equal(status, 0);
	}
	assert_int_equal(read_visit(), VISITS);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    TEST(news_are_told_once_and_listed_until_seen),
	    TEST(many_talks_that_gain_a_video_are_the_same_talks),
	    TEST(words_tell_what_there_is),
	    TEST(it_does_not_matter_what_is_open_together),
	    TEST(a_talk_that_goes_to_another_file_is_the_same),
	    TEST(titles_are_looked_for_in_their_source_first),
	    TEST(very_many_talks_are_not_kept),
	    TEST(a_file_that_is_none_is_as_none),
	    TEST(what_is_the_same_is_not_written),
	    TEST(copies_that_write_at_once_leave_a_whole_file),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
