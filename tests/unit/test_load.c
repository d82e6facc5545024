/*
 * load: documents become tracks, talks and blocks.
 *
 * Each tests/data/load/NAME.md, .yaml or .json has in NAME.txt what a reader
 * should find in it; UPDATE=1 in the environment writes those anew.
 */
#include "unit.h"

#include <ctype.h>
#include <dirent.h>
#include <glob.h>
#include <locale.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "lectern/base/arena.h"
#include "lectern/base/strmap.h"
#include "lectern/base/text.h"
#include "lectern/base/told.h"
#include "lectern/model/talk_key.h"
#include "lectern/source/body.h"
#include "lectern/source/load.h"
#include "lectern/source/pause.h"
#include "sample.h"
#include "source/body_data.h"
#include "source/byline.h"
#include "source/day_heading.h"
#include "source/front_matter.h"
#include "source/markdown/markdown.h"

#include "../fuzz/same.h"
#include "../fuzz/words.h"

static const struct load_options plain = {.warn = true};

/* Paths. */

static const char *
path_of(const char *variable, const char *fallback, const char *below)
{
	static char path[2][4096];
	static int turn;
	const char *root = getenv(variable);

	turn = !turn;
	snprintf(path[turn], sizeof(path[turn]), "%s/%s",
	    root ? root : fallback, below);
	return path[turn];
}

static const char *
data(const char *name)
{
	static char below[400];

	snprintf(below, sizeof(below), "tests/data/load/%.250s", name);
	return path_of("srcdir", ".", below);
}

static char *
slurp(const char *path)
{
	FILE *file = fopen(path, "rb");
	size_t cap = 1 << 20, len = 0;

	if (!file)
		return NULL;

	char *s = malloc(cap + 1);

	for (size_t n; (n = fread(s + len, 1, cap - len, file)) > 0;)
		len += n;
	s[len] = '\0';
	fclose(file);
	return s;
}

static struct notes *
load(const char *path, const struct load_options *options)
{
	struct err err;
	struct notes *notes = load_paths(&path, 1, options, &err);

	if (!notes)
		fail_msg("%s", err.msg);
	return notes;
}

/* What a reader finds, as text. */

static void
show_spans(FILE *out, const struct block *block)
{
	for (uint32_t i = 0; i < block->nspans; i++) {
		const struct span *s = &block->spans[i];

		fprintf(out, " {%s%s%s%s%.*s%s%s}",
		    s->style & SPAN_STRONG ? "*" : "",
		    s->style & SPAN_EMPHASIS ? "/" : "",
		    s->style & SPAN_CODE ? "`" : "",
		    s->style & SPAN_LINK ? "@" : "", (int)(s->end - s->start),
		    block->text + s->start, s->url ? " -> " : "",
		    s->url ? s->url : "");
	}
}

static void
show_block(FILE *out, const struct block *block)
{
	static const char *const kinds[] = {
	    [BLOCK_BULLET] = "*",
	    [BLOCK_ORDERED] = "",
	    [BLOCK_PARAGRAPH] = "p",
	    [BLOCK_LABEL] = "=",
	    [BLOCK_CODE] = "`",
	};

	fprintf(out, "%5u %*s%s", block->line, 2 * (block->depth + 1), "",
	    block->quoted ? "> " : "");
	if (block->kind == BLOCK_ORDERED)
		fprintf(out, "%u.", block->number);
	fprintf(out, "%s ", kinds[block->kind]);
	for (const char *s = block->text; *s; s++)
		fprintf(out, *s == '\n' ? "\\n" : "%c", *s);
	show_spans(out, block);
	fprintf(out, "\n");
}

static void
show_talk(FILE *out, const struct talk *talk)
{
	const struct body_links links = body_links(talk);
	const struct body_blocks blocks = body_blocks(talk);

	fprintf(out, "%5u talk \"%s\"", talk->line, talk->title);
	for (uint32_t i = 0; i < talk->nspeakers; i++)
		fprintf(
		    out, "%s\"%s\"", i == 0 ? " by " : ", ", talk->speakers[i]);
	if (talk->day)
		fprintf(out, ", %s", talk->day);
	if (talk->start)
		fprintf(out, ", at %s", talk->start);
	if (talk->room)
		fprintf(out, ", in %s", talk->room);
	if (talk->minutes > 0)
		fprintf(out, ", %u min", talk->minutes);
	fprintf(out, "\n      url %s, id %s\n", talk->url ? talk->url : "-",
	    strncmp(talk->key, "h:", 2) == 0 ? "h:*" : talk->id);
	for (uint32_t i = 1; i < links.n; i++)
		fprintf(out, "      link %s\n", links.url[i]);
	for (uint32_t i = 0; i < blocks.n; i++)
		show_block(out, &blocks.block[i]);
}

static char *
show(const struct notes *notes)
{
	char *text;
	size_t len;
	FILE *out = open_memstream(&text, &len);

	fprintf(out, "%s: %s\n", notes->name, notes->shape);
	for (uint32_t i = 0; i < notes->sources[0].nblocks; i++)
		show_block(out, &notes->sources[0].blocks[i]);
	for (uint32_t t = 0; t < notes->ntracks; t++) {
		const struct track *track = &notes->tracks[t];

		fprintf(out, "%5u track \"%s\"\n", track->line, track->name);
		for (uint32_t i = 0; i < track->nblocks; i++)
			show_block(out, &track->blocks[i]);
		for (uint32_t i = 0; i < track->ntalks; i++)
			show_talk(out, &notes->talks[track->talks[i]]);
	}
	for (uint32_t i = 0; i < notes->nwarnings; i++) {
		const struct warning *w = &notes->warnings[i];
		char *said = told_english(w->text);

		if (w->lines > 0)
			fprintf(out, "%5u left aside: %s, %u lines\n", w->line,
			    said, w->lines);
		else
			fprintf(out, "%5u warning: %s\n", w->line, said);
		free(said);
	}
	fclose(out);
	return text;
}

/* All that is told to be taken is what is listed. */
static void
check_counts(const char *name, const struct notes *notes)
{
	static const char taken[] = "\ntaken: ";
	char *why = told_english(notes->sources[0].why);
	size_t told = 0, pauses = pause_count(notes->talks, 0, notes->ntalks);

	for (const char *s = why; (s = strstr(s, taken));) {
		s += strlen(taken);
		told += strtoul(s, NULL, 10);
	}
	if (told > 0 && told != notes->ntalks - pauses)
		fail_msg("%s: %s", name, why);
	free(why);
}

static void
check_fixture(const char *name)
{
	char expected[300];
	struct notes *notes = load(data(name), &plain);
	char *got = show(notes);

	check_counts(name, notes);
	snprintf(expected, sizeof(expected), "%.*s.txt",
	    (int)(strrchr(name, '.') - name), name);
	if (getenv("UPDATE")) {
		FILE *out = fopen(data(expected), "wb");

		assert_non_null(out);
		fputs(got, out);
		fclose(out);
	}

	char *want = slurp(data(expected));

	if (!want)
		fail_msg("%s is missing", expected);
	if (strcmp(got, want) != 0)
		fail_msg("%s: expected\n%s\ngot\n%s", name, want, got);
	free(want);
	free(got);
	notes_free(notes);
}

static void
every_fixture_reads_as_expected(void **state)
{
	DIR *dir = opendir(data("."));
	int n = 0;

	(void)state;
	assert_non_null(dir);
	for (struct dirent *e; (e = readdir(dir));) {
		const char *dot = strrchr(e->d_name, '.');

		if (dot && *e->d_name != '.' && strcmp(dot, ".txt") != 0) {
			check_fixture(e->d_name);
			n++;
		}
	}
	closedir(dir);
	assert_true(n >= 29);
}

/* Overrides, several documents, tracks by video. */

static void
the_user_may_choose_level_and_shape(void **state)
{
	const struct load_options level = {.talk_level = 3};
	const struct load_options list = {.shape = LOAD_SHAPE_LIST};
	const struct load_options headings = {.shape = LOAD_SHAPE_HEADINGS};
	struct notes *notes = load(data("days-below.md"), &level);

	(void)state;
	assert_string_equal(notes->shape, "headings, level 3");
	assert_int_equal(notes->ntalks, 3);
	notes_free(notes);

	notes = load(data("urls.md"), &list);
	assert_string_equal(notes->shape, "list, 1 track, 1 talk");
	notes_free(notes);

	notes = load(data("list.md"), &headings);
	assert_string_equal(notes->shape, "headings, level 2");
	assert_string_equal(notes->talks[0].title, "Kernel");
	notes_free(notes);
}

static void
documents_are_read_together(void **state)
{
	static char first[4096];
	const char *paths[] = {first, data("twice.md")};
	struct err err;

	(void)state;
	strcpy(first, data("tracks.md"));

	struct notes *notes = load_paths(paths, 2, &plain, &err);

	assert_non_null(notes);
	assert_int_equal(notes->nsources, 2);
	assert_int_equal(notes->ntalks, 8);
	assert_int_equal(notes->ntracks, 3);
	assert_int_equal(notes->talks[4].source, 1);
	assert_string_equal(notes->tracks[notes->talks[6].track].name, "twice");
	/* The track of a video in one document holds in the other. */
	assert_string_equal(
	    notes->tracks[notes->talks[4].track].name, "Kernel");
	/* One video in two talks: two ids, one key. */
	assert_string_equal(notes->talks[0].id, "AAAAAAAAAAA");
	assert_string_equal(notes->talks[4].id, "AAAAAAAAAAA~2");
	assert_string_equal(notes->talks[5].id, "AAAAAAAAAAA~3");
	assert_string_equal(notes->talks[4].key, notes->talks[0].key);
	notes_free(notes);
}

static void
tracks_are_looked_up_by_video(void **state)
{
	static char bundled[4096];
	const struct load_options options = {.bundled = bundled};

	(void)state;
	strcpy(bundled, data("list.md"));

	struct notes *notes = load(data("twice.md"), &options);

	assert_int_equal(notes->ntracks, 2);
	assert_string_equal(notes->tracks[0].name, "Kernel");
	assert_int_equal(notes->tracks[0].ntalks, 2);
	assert_string_equal(notes->tracks[1].name, "twice");
	assert_int_equal(notes->tracks[1].ntalks, 2);
	notes_free(notes);
}

/* What cannot be read. */

static void
expect_error(const char *path, const char *want)
{
	struct err err = {""};
	struct notes *notes = load_paths(&path, 1, &plain, &err);
	const char *said = strlen(err.msg) > strlen(path)
	    ? err.msg + strlen(path)
	    : "";

	assert_null(notes);
	assert_int_equal(strncmp(err.msg, path, strlen(path)), 0);
	assert_string_equal(said, want);
}

static void
write_file(const char *path, const char *bytes, size_t len)
{
	FILE *file = fopen(path, "wb");

	assert_non_null(file);
	assert_int_equal(fwrite(bytes, 1, len, file), len);
	fclose(file);
}

static void
what_cannot_be_read_is_named(void **state)
{
	char dir[] = "/tmp/lectern-load-XXXXXX", path[100];

	(void)state;
	assert_non_null(mkdtemp(dir));
	snprintf(path, sizeof(path), "%s/notes.md", dir);
	expect_error(path, ": No such file or directory");
	expect_error(dir,
	    ": no document (*.md, *.csv, *.xml, *.json ...) in "
	    "this folder");
	write_file(path, "", 0);
	expect_error(path, ": empty file");
	write_file(path, "a\0b", 3);
	expect_error(path, ": binary file");
	unlink(path);
	rmdir(dir);
}

/* Loads bytes that are given, and compares the first talk and what is said. */
static void
expect_encoding(const char *s, size_t len, const char *title,
    const char *speaker, const char *warning)
{
	const struct load_options options = {0};
	struct notes *notes = load_bytes("old.md", s, len, &options);

	assert_int_equal(notes->ntalks, 1);
	assert_string_equal(notes->talks[0].title, title);
	assert_string_equal(notes->talks[0].speakers[0], speaker);
	assert_int_equal(notes->nwarnings, warning != NULL);
	if (warning) {
		assert_true(sample_says(notes->warnings[0].text, warning));
		assert_int_equal(notes->warnings[0].line, 3);
	}
	notes_free(notes);
}

static void
old_encodings_are_read(void **state)
{
	static const char windows[] = "## One - Bo\n\n- na\xEFve \x93x\x94\n";
	static const char title[] = "\n\n## Z\xFCrich \x80 - Zo\xEB\n";
	static const char mixed[] = "## Zoë\n\n- \xE9\n";
	static const char little[] = "\xFF\xFE#\0#\0 \0\xEB\0=\xD8\x00\xDE"
				     " \0-\0 \0B\0o\0\n";
	static const char big[] = "\xFE\xFF\0#\0#\0 \0\xEB\xD8=\xDE\x00"
				  "\0 \0-\0 \0B\0o";

	(void)state;
	expect_encoding(windows, sizeof(windows) - 1, "One", "Bo",
	    "not in UTF-8, read as Windows-1252");
	expect_encoding(title, sizeof(title) - 1, "Zürich €", "Zoë",
	    "not in UTF-8, read as Windows-1252");
	expect_encoding(little, sizeof(little), "ë😀", "Bo", NULL);
	expect_encoding(big, sizeof(big) - 1, "ë😀", "Bo", NULL);

	const struct load_options options = {0};
	struct notes *notes = load_bytes(
	    "mixed.md", mixed, sizeof(mixed) - 1, &options);

	assert_string_equal(notes->talks[0].title, "Zoë");
	assert_string_equal(
	    body_blocks(&notes->talks[0]).block[0].text, "\uFFFD");
	assert_string_equal(
	    notes->warnings[0].text, "not in UTF-8, shown as U+FFFD");
	assert_int_equal(notes->warnings[0].line, 3);
	notes_free(notes);
}

/* How often progress was told of, and after how often it is to stop. */
struct told {
	int times, most;
	int outlined, parsed, shaped; /* how often while that was done */
	double last;
};

static bool
tell(void *user, size_t done, size_t total)
{
	struct told *told = user;
	double part = (double)done / (double)total;

	assert_true(done <= total && part >= told->last);
	told->last = part;
	if (part < 0.1)
		told->outlined++;
	else if (part < 0.5)
		told->parsed++;
	else
		told->shaped++;
	return ++told->times <= told->most;
}

/* Loads it, and then again, stopped at each word of progress. */
static struct told
expect_stops(const char *path, bool whole)
{
	struct told told = {.most = 1000};
	struct progress progress = {.tell = tell, .user = &told};
	const struct load_options options = {
	    .progress = &progress, .whole = whole};
	struct err err;
	struct notes *notes = load_paths(&path, 1, &options, &err);
	int all = told.times;
	const struct told first = told;

	assert_non_null(notes);
	notes_free(notes);
	assert_in_range(all, 2, 1000);
	/* Wherever it is stopped, nothing is left behind. */
	for (int most = 0; most < all; most++) {
		char want[5000];

		told = (struct told){.most = most};
		progress.stopped = false;
		assert_null(load_paths(&path, 1, &options, &err));
		snprintf(want, sizeof(want), "%s: stopped", path);
		assert_string_equal(err.msg, want);
	}
	return first;
}

static void
reading_tells_how_far_it_is_and_can_be_stopped(void **state)
{
	char dir[] = "/tmp/lectern-load-XXXXXX", path[100];
	struct told told;
	FILE *file;

	(void)state;
	expect_stops(data("list.md"), false);
	assert_non_null(mkdtemp(dir));
	snprintf(path, sizeof(path), "%s/many.md", dir);
	file = fopen(path, "w");
	assert_non_null(file);
	/* So large that it is scanned in parts, its talks not parsed at once. */
	for (int i = 0; i < 30000; i++)
		fprintf(file,
		    "## Talk %d - Ann Lee\n\n* What was said about it at some "
		    "length, and at the end asked\n\n",
		    i);
	fclose(file);
	told = expect_stops(path, false);
	assert_true(told.outlined > 2 && told.shaped > 8);
	/* And here all goes through libcmark. */
	file = fopen(path, "w");
	assert_non_null(file);
	for (int i = 0; i < 5000; i++)
		fprintf(file,
		    "- [Talk %d](https://example.org/%d) - Ann Lee\n\n"
		    "  > *What* was said about it at some length, ![a](b) and\n"
		    "  ---\n",
		    i, i);
	fclose(file);
	told = expect_stops(path, true);
	assert_true(told.parsed > 4 && told.shaped > 1);
	unlink(path);
	rmdir(dir);
}

/* Loads no more than so many bytes of a file of headings, or of something. */
static struct notes *
load_first(const char *begin, const char *each, size_t first)
{
	const struct load_options options = {.first = first};
	char dir[] = "/tmp/lectern-load-XXXXXX", path[100];
	struct notes *notes;
	FILE *file;

	assert_non_null(mkdtemp(dir));
	snprintf(path, sizeof(path), "%s/many.md", dir);
	file = fopen(path, "w");
	assert_non_null(file);
	fputs(begin, file);
	for (int i = 0; i < 1000; i++)
		fputs(each, file);
	fclose(file);
	notes = load(path, &options);
	unlink(path);
	rmdir(dir);
	return notes;
}

static void
first_of_a_folder_may_be_nothing(void **state)
{
	static const char list[] = "{\"a\": \"words, but no talks\"}\n";
	const struct load_options options = {.first = sizeof(list) - 1};
	char dir[] = "/tmp/lectern-load-XXXXXX", other[100], talks[100];
	struct notes *notes;

	(void)state;
	assert_non_null(mkdtemp(dir));
	snprintf(other, sizeof(other), "%s/a.json", dir);
	snprintf(talks, sizeof(talks), "%s/b.md", dir);
	write_file(other, list, sizeof(list) - 1);
	write_file(talks, "## Old tools - Ann Lee\n", 23);
	notes = load(dir, &options);
	assert_true(notes->part);
	assert_int_equal(notes->ntalks, 0);
	assert_non_null(notes->name);
	notes_free(notes);
	unlink(other);
	unlink(talks);
	rmdir(dir);
}

static void
first_talks_can_be_had_alone(void **state)
{
	static const char talk[] = "## Old tools - Ann Lee\n\n* rust\n\n";
	struct notes *notes = load_first("", talk, 100 * strlen(talk) + 8);
	char list[10000];
	size_t len = 0;

	(void)state;
	/* The last is not cut. */
	assert_true(notes->part);
	assert_int_equal(notes->ntalks, 100);
	notes_free(notes);
	notes = load_first("", talk, strlen(talk) * 400);
	assert_false(notes->part);
	assert_int_equal(notes->ntalks, 1000);
	notes_free(notes);
	/* A list below the only heading is cut at a line of its own. */
	for (int i = 100; i < 200; i++)
		len += (size_t)snprintf(list + len, sizeof(list) - len,
		    "%s- [Knot %d](https://youtu.be/AAAAAAAA%d) - Ann Lee\n"
		    "  - rust\n",
		    i == 100 ? "# Ropes\n\n" : "", i, i);
	notes = load_first(list, "- more\n", len / 2);
	assert_true(notes->part);
	assert_in_range(notes->ntalks, 45, 50);
	notes_free(notes);
	/* A part of a programme is none. */
	notes = load_first("<?xml version=\"1.0\"?><schedule>\n", talk, 500);
	assert_true(notes->part);
	assert_int_equal(notes->ntalks, 0);
	notes_free(notes);
	notes = load_first("no line ends here", "and so on", 500);
	assert_true(notes->part);
	assert_int_equal(notes->ntalks, 0);
	notes_free(notes);
}

static void
folders_are_read_in_order(void **state)
{
	char dir[] = "/tmp/lectern-load-XXXXXX", path[100];
	static const char *const names[] = {
	    "b.md", "a.markdown", ".hidden.md", "c.txt", "sub/d.MD"};
	const char *root = dir;

	(void)state;
	assert_non_null(mkdtemp(dir));
	snprintf(path, sizeof(path), "%s/sub", dir);
	mkdir(path, 0700);
	for (size_t i = 0; i < 5; i++) {
		snprintf(path, sizeof(path), "%s/%s", dir, names[i]);
		write_file(path, "words\n", 6);
	}

	struct notes *notes = load_paths(&root, 1, &plain, NULL);

	assert_non_null(notes);
	assert_int_equal(notes->nsources, 3);
	assert_string_equal(notes->sources[0].name, "a");
	assert_string_equal(notes->sources[1].name, "b");
	assert_string_equal(notes->sources[2].name, "d");
	notes_free(notes);
	for (size_t i = 0; i < 5; i++) {
		snprintf(path, sizeof(path), "%s/%s", dir, names[i]);
		unlink(path);
	}
	snprintf(path, sizeof(path), "%s/sub", dir);
	rmdir(path);
	rmdir(dir);
}

static void
headings_that_recur_in_a_folder_are_no_talks(void **state)
{
	static const char *const titles[] = {
	    "Boats that fold", "Knots", "Sails"};
	struct notes *notes = load(data("../labels"), &plain);
	struct notes *alone = load(data("../labels/knots.md"), &plain);

	(void)state;
	assert_int_equal(notes->ntalks, 3);
	for (uint32_t i = 0; i < 3; i++)
		assert_string_equal(notes->talks[i].title, titles[i]);
	/* Alone nothing tells that. */
	assert_int_equal(alone->ntalks, 3);
	assert_string_equal(alone->talks[0].title, "Setting the scene");
	notes_free(alone);
	notes_free(notes);
}

static void
any_bytes_give_notes(void **state)
{
	size_t len = TEXT_MOST;
	char *s = malloc(len);

	(void)state;
	memset(s, 'x', len);

	struct notes *notes = load_bytes("long.md", s, len, &plain);

	assert_int_equal(notes->ntalks, 1);
	assert_int_equal(body_blocks(&notes->talks[0]).block[0].len, len);
	notes_free(notes);

	/* Marks that nest as deep as the file is long. */
	memset(s, '>', len / 2);
	notes = load_bytes("deep.md", s, len / 2, &plain);
	assert_int_equal(notes->ntalks, 1);
	notes_free(notes);
	for (size_t i = 0; i < len / 16; i++)
		memcpy(s + 2 * i, i % 2 ? "* " : "- ", 2);
	notes = load_bytes("deep.md", s, len / 16, &plain);
	assert_int_equal(notes->ntalks, 1);
	notes_free(notes);
	free(s);
}

/* Real documents by others: not a word of them is lost. */

static size_t lost; /* words, so far */

static void
expect_all_words(const char *path)
{
	const struct load_options warn = {.warn = true};
	struct notes *notes = load(path, &warn);
	char *text = slurp(path);

	lost += words_lost(path, text, strlen(text), notes);
	lost += words_unseen(path, text, strlen(text), notes);
	free(text);
	notes_free(notes);
}

/* Looks at all that fits a pattern; returns how many files do. */
static size_t
expect_words_of(const char *pattern)
{
	glob_t found = {0};
	size_t n = 0;

	if (glob(pattern, 0, NULL, &found) == 0) {
		for (; n < found.gl_pathc; n++)
			expect_all_words(found.gl_pathv[n]);
	}
	globfree(&found);
	return n;
}

static void
no_word_is_lost(void **state)
{
	(void)state;
	lost = 0;
	assert_true(expect_words_of(data("*.[mjyo]*")) > 50);
	assert_true(expect_words_of(data("../programmes/*.json")) > 5);
	assert_true(expect_words_of(data("../*.md")) > 0);
	assert_true(expect_words_of(data("../../../assets/*.md")) > 0);
	assert_int_equal(lost, 0);
}

static void
no_word_of_real_documents_is_lost(void **state)
{
	static const char *const patterns[] = {"documents/*.md",
	    "strangers/*.md", "cases/*.md", "cases/kinds/*.md",
	    "formats/*.json", "formats/pyvideo/*.json"};
	char pattern[5000];
	size_t n = 0;

	(void)state;
	lost = 0;
	for (size_t i = 0; i < sizeof(patterns) / sizeof(*patterns); i++) {
		snprintf(pattern, sizeof(pattern), "%s/%s",
		    path_of("SHARED", "../shared", "data"), patterns[i]);
		n += expect_words_of(pattern);
	}
	if (n == 0) {
		print_message("# SKIP no shared documents here\n");
		skip();
	}
	assert_int_equal(lost, 0);
}

/* The notes of talks that wait are those that libcmark would give at once. */
static unsigned
expect_same(const char *path)
{
	const struct load_options whole = {.warn = true, .whole = true};
	struct notes *a = load(path, &plain), *b = load(path, &whole);
	unsigned waiting = 0;
	uint32_t talk;

	for (uint32_t i = 0; i < a->ntalks; i++)
		waiting += a->talks[i].body && a->talks[i].body->waits;

	const char *difference = same_notes(a, b, &talk);

	if (difference)
		fail_msg("%s: talk %u: %s", path, talk, difference);
	notes_free(a);
	notes_free(b);
	return waiting;
}

static void
waiting_changes_nothing(void **state)
{
	DIR *dir = opendir(data("."));

	(void)state;
	assert_non_null(dir);
	for (struct dirent *e; (e = readdir(dir));) {
		size_t len = strlen(e->d_name);

		if (len > 3 && strcmp(e->d_name + len - 3, ".md") == 0)
			expect_same(data(e->d_name));
	}
	closedir(dir);
	assert_int_equal(expect_same(data("waiting.md")), 3);
	assert_int_equal(expect_same(data("mixed.md")), 4);
}

static void
waiting_changes_nothing_in_real_documents(void **state)
{
	const char *root = getenv("SHARED");
	char pattern[4096];
	glob_t found = {0};

	(void)state;
	snprintf(pattern, sizeof(pattern), "%s/data/documents/*.md",
	    root ? root : "/nowhere");
	if (glob(pattern, 0, NULL, &found) != 0)
		skip();
	for (size_t i = 0; i < found.gl_pathc; i++)
		expect_same(found.gl_pathv[i]);
	globfree(&found);
	snprintf(pattern, sizeof(pattern), "%s/data/lpc-2023-notes.md", root);
	assert_true(expect_same(pattern) > 200);
}

/* The real notes: facts counted by hand. */

/* Rule 3, applied anew: where the title ends and the speakers begin. */
static bool
looks_like_names(const char *s)
{
	int words = 0, parts = 1;

	if (isdigit((unsigned char)*s) || s[strlen(s) - 1] == '?')
		return false;
	for (const char *p = s; *p; p++) {
		if (*p == ',') {
			parts++;
			words = 0;
		} else if (*p != ' ' &&
		    (p == s || p[-1] == ' ' || p[-1] == ',')) {
			if (++words > 5)
				return false;
		}
	}
	return parts <= 6;
}

static void
part_heading(char *heading, char **title, char **speakers)
{
	static const char *const dashes[] = {" - ", " \u2013 ", " \u2014 "};
	char *best = NULL;
	size_t skip = 0;

	*title = heading;
	*speakers = heading + strlen(heading);
	for (size_t d = 0; d < 3; d++) {
		for (char *p = heading; (p = strstr(p, dashes[d])); p++) {
			if (!best || p > best) {
				best = p;
				skip = strlen(dashes[d]);
			}
		}
	}
	for (char *p = heading + strlen(heading); !best && p-- > heading;) {
		if (p[0] != '-')
			continue;

		char *name = p[1] == ' ' ? p + 2 : p + 1;
		bool parts = p[1] == ' ' || (p > heading && p[-1] == ' ');

		if (parts && (isupper((unsigned char)*name) || *name < 0) &&
		    looks_like_names(name)) {
			best = p;
			skip = (size_t)(name - p);
		}
	}
	if (!best)
		return;
	*speakers = best + skip;
	*best = '\0';
	while (best > heading && best[-1] == ' ')
		*--best = '\0';
}

/* The next heading of the notes from `*at` on, blanks collapsed, or NULL. */
static char *
next_heading(const char **at)
{
	static char heading[1000];
	size_t n = 0;

	while (*at && strncmp(*at, "## ", 3) != 0) {
		const char *nl = strchr(*at, '\n');

		*at = nl ? nl + 1 : NULL;
	}
	if (!*at)
		return NULL;
	for (const char *s = *at + 3; *s != '\n'; s++) {
		if (*s == ' ' && (n == 0 || heading[n - 1] == ' '))
			continue;
		heading[n++] = *s;
	}
	while (n > 0 && heading[n - 1] == ' ')
		n--;
	heading[n] = '\0';
	*at = strchr(*at, '\n') + 1;
	return heading;
}

static struct notes *
real_notes(void)
{
	static char notes[4096], bundled[4096];
	const struct load_options options = {.bundled = bundled};

	strcpy(notes, path_of("SHARED", "../shared", "data/lpc-2023-notes.md"));
	strcpy(bundled, path_of("srcdir", ".", "assets/lpc-2023.md"));
	if (access(notes, R_OK) != 0) {
		print_message("# SKIP no shared notes here\n");
		skip();
	}
	return load(notes, &options);
}

static int
by_string(const void *a, const void *b)
{
	return strcmp(*(const char *const *)a, *(const char *const *)b);
}

static void
the_real_notes_have_their_counts(void **state)
{
	struct notes *notes = real_notes();
	const char *urls[224];
	unsigned speakers = 0, items = 0, outside = 0, empty = 0, deepest = 0;

	(void)state;
	assert_int_equal(notes->ntalks, 224);
	assert_int_equal(notes->ntracks, 21);
	assert_string_equal(notes->shape, "headings, level 2");
	for (uint32_t i = 0; i < notes->ntalks; i++) {
		const struct talk *talk = &notes->talks[i];
		const struct body_blocks blocks = body_blocks(talk);

		assert_non_null(talk->url);
		urls[i] = talk->url;
		speakers += talk->nspeakers > 0;
		empty += blocks.n == 0;
		for (uint32_t b = 0; b < blocks.n; b++) {
			const struct block *block = &blocks.block[b];
			bool item = block->kind == BLOCK_BULLET ||
			    block->kind == BLOCK_ORDERED;

			items += item;
			outside += !item;
			if (item && block->depth + 1u > deepest)
				deepest = block->depth + 1u;
		}
	}
	qsort(urls, 224, sizeof(*urls), by_string);
	for (size_t i = 1; i < 224; i++)
		assert_string_not_equal(urls[i - 1], urls[i]);
	assert_int_equal(speakers, 221);
	assert_int_equal(items, 2677);
	assert_int_equal(deepest, 2);
	assert_int_equal(outside, 8 - 1); /* `Error` is no note */
	assert_int_equal(empty, 1);
	notes_free(notes);
}

static void
the_real_headings_part_by_rule_3(void **state)
{
	struct notes *notes = real_notes();
	char *text = slurp(
	    path_of("SHARED", "../shared", "data/lpc-2023-notes.md"));
	const char *at = text;
	struct arena *arena = arena_new();

	(void)state;
	for (uint32_t i = 0; i < notes->ntalks; i++) {
		char *title, *speakers, *heading = next_heading(&at);
		size_t n;

		assert_non_null(heading);
		part_heading(heading, &title, &speakers);
		assert_string_equal(notes->talks[i].title, title);

		const char *const *names = byline_list(arena, speakers, &n);

		assert_int_equal(notes->talks[i].nspeakers, n);
		for (size_t k = 0; k < n; k++)
			assert_string_equal(
			    notes->talks[i].speakers[k], names[k]);
	}
	assert_null(next_heading(&at));
	arena_free(arena);
	free(text);
	notes_free(notes);
}

/* Who has bookmarked a talk below a day finds it under the key of before. */
static void
a_day_above_talks_is_no_part_of_their_keys(void **state)
{
	struct notes *notes = load(data("days-above.md"), &plain);
	struct arena *arena = arena_new();
	const struct talk *one = &notes->talks[1], *other = &notes->talks[4];

	(void)state;
	assert_string_equal(one->title, other->title);
	assert_string_equal(one->day, "2031-06-04");
	assert_string_equal(other->day, "2031-06-05");
	assert_string_equal(one->key, talk_key(arena, one));
	assert_string_equal(other->key,
	    talk_key_own(arena, other, notes->sources[0].name, "Noon"));
	arena_free(arena);
	notes_free(notes);
}

static void
only_one_day_is_a_day_of_talks(void **state)
{
	static const char *const days[] = {"day 2", "tuesday", "12 may",
	    "may 12th, 2031", "2031-05-12", "20310512", "12.05.2031",
	    "8/28/31", "28.08.31", "31-8-28", "the third day",
	    "jour 1 - 3 mai"};
	static const char *const others[] = {
	    "2031", "may 2031", "may", "2031-05", "2030 and 2031", "day trip",
	    "13/28/31", "1.2.3", "8/28-31", "8/28/31/1", "0.1.20"};

	(void)state;
	for (size_t i = 0; i < sizeof(days) / sizeof(*days); i++)
		assert_true(day_heading_is_one(days[i], strlen(days[i])));
	for (size_t i = 0; i < sizeof(others) / sizeof(*others); i++)
		assert_false(day_heading_is_one(others[i], strlen(others[i])));
}

static void
a_quick_look_misses_no_day(void **state)
{
	static const char *const days[] = {"Day 2", "(Tuesday, May 12)", "2015",
	    "1er juillet 2023", "14. M\xC3\xA4rz 2024", "12 y 13 de Mayo",
	    "AO\xC3\x9BT 2022", "The third day", "y 2023", "\xC2\xB2 May"};
	static const char *const others[] = {
	    "Scheduler", "Zenith", "X", "", "Demystifying", "A", "- -"};
	struct arena *arena = arena_new();

	(void)state;
	for (size_t i = 0; i < sizeof(days) / sizeof(*days); i++) {
		size_t len = strlen(days[i]), n;
		const char *text = text_fold(arena, days[i], len, &n);

		assert_true(day_heading_is(text, n));
		assert_true(day_heading_may_be(days[i], len));
		assert_true(day_heading_within(text, n));
	}
	for (size_t i = 0; i < sizeof(others) / sizeof(*others); i++) {
		assert_false(day_heading_may_be(others[i], strlen(others[i])));
		assert_false(day_heading_within(others[i], strlen(others[i])));
	}
	arena_free(arena);
}

static void
names_of_days_and_months_are_known(void **state)
{
	static const char *const names[] = {"january", "february", "march",
	    "april", "may", "june", "july", "august", "september", "october",
	    "november", "december", "monday", "tuesday", "wednesday",
	    "thursday", "friday", "saturday", "sunday", "januar", "februar",
	    "marz", "mai", "juni", "juli", "oktober", "dezember", "montag",
	    "dienstag", "mittwoch", "donnerstag", "freitag", "samstag",
	    "sonntag", "tag", "janvier", "fevrier", "mars", "avril", "juin",
	    "juillet", "aout", "septembre", "octobre", "novembre", "decembre",
	    "lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi",
	    "dimanche", "jour", "enero", "febrero", "marzo", "abril", "mayo",
	    "junio", "julio", "agosto", "septiembre", "octubre", "noviembre",
	    "diciembre", "lunes", "martes", "miercoles", "jueves", "viernes",
	    "sabado", "domingo", "dia", "day", "sept", "wed", "thu"};
	static const char *const filling[] = {"and", "de", "del", "den", "der",
	    "du", "et", "fifth", "first", "five", "four", "fourth", "le", "of",
	    "one", "second", "seven", "six", "the", "third", "three", "two",
	    "und", "y", "zero"};

	(void)state;
	for (size_t i = 0; i < sizeof(names) / sizeof(*names); i++) {
		assert_true(day_heading_is(names[i], strlen(names[i])));
		assert_true(day_heading_may_be(names[i], strlen(names[i])));
		assert_true(day_heading_within(names[i], strlen(names[i])));
	}
	for (size_t i = 0; i < sizeof(filling) / sizeof(*filling); i++) {
		bool dated = false;

		assert_true(
		    day_heading_word(filling[i], strlen(filling[i]), &dated));
		assert_false(dated);
		assert_false(
		    day_heading_within(filling[i], strlen(filling[i])));
	}
	assert_true(day_heading_within("Talks of a MONDAY", 17));
	assert_true(day_heading_within("seven in v2", 11));
}

static void
the_real_talks_are_in_their_tracks(void **state)
{
	struct notes *notes = real_notes();
	char *facts = slurp(
	    path_of("SHARED", "../shared", "data/lpc-2023-talks.tsv"));
	char *line = strchr(facts, '\n') + 1;

	(void)state;
	for (uint32_t i = 0; i < notes->ntalks; i++) {
		const struct talk *talk = &notes->talks[i];
		char *field[4], *next = strchr(line, '\n');

		for (int k = 0; k < 4; k++) {
			field[k] = line;
			line = strchr(line, '\t');
			*line++ = '\0';
		}
		line = next + 1;
		assert_int_equal(talk->line, atoi(field[1]));
		assert_string_equal(talk->id, field[2]);
		assert_string_equal(notes->tracks[talk->track].name, field[3]);
	}
	free(facts);
	notes_free(notes);
}

/* What a person writes is whole; of more, begin and end are kept, and it is said. */
static void
the_middle_of_an_endless_line_is_left_out_and_said(void **state)
{
	static const char head[] = "## A - Bo\n\n- x\n> *b* ";
	static const char end[] = " [c](https://example.org/c)\n- d\n";
	const size_t middle = 3 * TEXT_MOST;
	char *s = malloc(sizeof(head) + middle + sizeof(end));
	size_t len = 0;

	(void)state;
	assert_non_null(s);
	memcpy(s, head, sizeof(head) - 1);
	len += sizeof(head) - 1;
	for (size_t i = 0; i < middle; i++)
		s[len++] = "w\xC3\xA9 "[i % 4];
	memcpy(s + len, end, sizeof(end) - 1);
	len += sizeof(end) - 1;

	struct notes *notes = load_bytes("endless.md", s, len, &plain);
	bool said = false;

	for (uint32_t i = 0; i < notes->nwarnings; i++)
		said = said ||
		    (notes->warnings[i].line == 4 &&
			sample_says(notes->warnings[i].text,
			    "0.8 MB in one text or list, too long to be "
			    "read whole"));
	assert_true(said);

	struct body_blocks blocks = body_blocks(&notes->talks[0]);

	assert_int_equal(blocks.n, 3);
	assert_true(blocks.block[1].len < TEXT_MOST);
	assert_memory_equal(blocks.block[1].text, "b w", 3);
	assert_string_equal(
	    blocks.block[1].text + blocks.block[1].len - 2, " c");
	assert_int_equal(blocks.block[1].nspans, 2);
	assert_string_equal(blocks.block[2].text, "d");
	assert_int_equal(blocks.block[2].line, 5);
	notes_free(notes);
	free(s);
}

/* Writes a document, loads it, and tells of each talk whether it is a break. */
static void
expect_breaks(const char *name, const char *text, const char *breaks)
{
	char dir[] = "/tmp/lectern-load-XXXXXX", path[100], got[64] = "";
	struct notes *notes;
	FILE *file;

	assert_non_null(mkdtemp(dir));
	snprintf(path, sizeof(path), "%s/%s", dir, name);
	file = fopen(path, "w");
	assert_non_null(file);
	fputs(text, file);
	fclose(file);
	notes = load(path, &plain);
	for (uint32_t i = 0; i < notes->ntalks && i < sizeof(got) - 1; i++)
		got[i] = pause_is(&notes->talks[i]) ? 'b' : 't';
	assert_string_equal(got, breaks);
	/* Nobody misses their speakers. */
	for (uint32_t i = 0; i < notes->nwarnings; i++)
		assert_string_not_equal(notes->warnings[i].text, "no speaker");
	notes_free(notes);
	unlink(path);
	rmdir(dir);
}

static void
breaks_are_told_from_talks(void **state)
{
	(void)state;
	expect_breaks("a.csv",
	    "title,speaker,start,abstract\n"
	    "Bees,Ann Lee,09:00,x\nCoffee break,,10:00,\n"
	    "Lunch (60 min),,12:00,\nMittagspause,,,\nPause café,,,\n"
	    "Almoço,,,\nobiad,,,\nОбед,,,\nКофе-брейк,,,\n休憩,,,\n茶歇,,,\n"
	    "점심시간,,,\nPausa para o café,,,\nConference dinner,,,\n",
	    "tbbbbbbbbbbbbb");
	expect_breaks("b.csv",
	    "title,speaker,start,abstract\n"
	    "Breaking the kernel,Ann Lee,09:00,x\nLunch,Bob Ray,10:00,\n"
	    "Lunch with the maintainers: Q&A,Cy Orr,12:00,\n"
	    "Coffee,Di Dow,13:00,How it is grown\n",
	    "tttt");
	expect_breaks("c.md",
	    "| Time | Title | Speaker |\n|---|---|---|\n"
	    "| 9:00 | Bees | Ann Lee |\n| 9:30-10:00 | Coffee break | |\n"
	    "| 10:00 | Heat breaks wax | Bob Ray |\n| 60 min | Lunch | - |\n",
	    "tt");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(every_fixture_reads_as_expected),
	    cmocka_unit_test(the_user_may_choose_level_and_shape),
	    cmocka_unit_test(documents_are_read_together),
	    cmocka_unit_test(tracks_are_looked_up_by_video),
	    cmocka_unit_test(what_cannot_be_read_is_named),
	    cmocka_unit_test(old_encodings_are_read),
	    cmocka_unit_test(reading_tells_how_far_it_is_and_can_be_stopped),
	    cmocka_unit_test(first_of_a_folder_may_be_nothing),
	    cmocka_unit_test(first_talks_can_be_had_alone),
	    cmocka_unit_test(folders_are_read_in_order),
	    cmocka_unit_test(headings_that_recur_in_a_folder_are_no_talks),
	    cmocka_unit_test(any_bytes_give_notes),
	    cmocka_unit_test(waiting_changes_nothing),
	    cmocka_unit_test(waiting_changes_nothing_in_real_documents),
	    cmocka_unit_test(no_word_is_lost),
	    cmocka_unit_test(no_word_of_real_documents_is_lost),
	    cmocka_unit_test(the_real_notes_have_their_counts),
	    cmocka_unit_test(the_real_headings_part_by_rule_3),
	    cmocka_unit_test(a_day_above_talks_is_no_part_of_their_keys),
	    cmocka_unit_test(only_one_day_is_a_day_of_talks),
	    cmocka_unit_test(a_quick_look_misses_no_day),
	    cmocka_unit_test(names_of_days_and_months_are_known),
	    cmocka_unit_test(the_real_talks_are_in_their_tracks),
	    cmocka_unit_test(
		the_middle_of_an_endless_line_is_left_out_and_said),
	    cmocka_unit_test(breaks_are_told_from_talks),
	};

	setlocale(LC_ALL, "C.UTF-8");
	return cmocka_run_group_tests(tests, NULL, NULL);
}
