/* transcript, transcripts and spoken: found, read, and what is said in them. */
#include "unit.h"

#include <poll.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "lectern/find/filter.h"
#include "lectern/find/spoken.h"
#include "lectern/source/body.h"
#include "lectern/source/load.h"
#include "lectern/source/transcripts.h"

static char dir[] = "/tmp/lectern-transcripts.XXXXXX";

static const char document[] =
    "# Dust days\n\n"
    "## Dunes\n\n<https://www.youtube.com/watch?v=AAAAAAAAAAA>\n\n- sand\n\n"
    "## Tides\n\n<https://media.ccc.de/v/sand-2024-tides>\n\n- moon\n\n"
    "## Marram\n\n<https://example.org/videos/marram-grass.webm>\n\n- roots\n";

static void
put(const char *name, const char *text)
{
	char path[512];
	FILE *file;

	snprintf(path, sizeof(path), "%s/%s", dir, name);
	file = fopen(path, "w");
	assert_non_null(file);
	fputs(text, file);
	fclose(file);
}

static void
drop(const char *name)
{
	char path[512];

	snprintf(path, sizeof(path), "%s/%s", dir, name);
	assert_int_equal(remove(path), 0);
}

static void
make_folder(const char *name)
{
	char path[512];

	snprintf(path, sizeof(path), "%s/%s", dir, name);
	assert_int_equal(mkdir(path, 0700), 0);
}

/* A caption of one line. */
static const char *
says(const char *line)
{
	static char text[256];

	snprintf(text, sizeof(text),
	    "WEBVTT\n\n00:12:34.000 --> 00:12:38.000\n%s\n", line);
	return text;
}

static struct notes *
load(void)
{
	static const struct load_options plain;
	char path[512];
	const char *paths[] = {path};
	struct notes *notes;

	put("talks.md", document);
	snprintf(path, sizeof(path), "%s/talks.md", dir);
	notes = load_paths(paths, 1, &plain, NULL);
	assert_non_null(notes);
	assert_int_equal(notes->ntalks, 3);
	return notes;
}

static void
names_of_files_tell_whose_they_are(void **state)
{
	static const struct {
		const char *name;
		uint32_t talk; /* 3: of none */
	} cases[] = {
	    {"AAAAAAAAAAA.vtt", 0},
	    {"AAAAAAAAAAA.en.srt", 0},
	    {"Dunes [AAAAAAAAAAA].zh-Hans.vtt", 0},
	    {"Dunes at night-AAAAAAAAAAA.en.VTT", 0},
	    {"sand-2024-tides.srt", 1},
	    {"sand-2024-tides.de.srt", 1},
	    {"sand-2024-tides_hd.srt", 1},
	    {"marram-grass.vtt", 2},
	    {"BBBBBBBBBBB.vtt", 3},
	    {"AAAAAAAAAAA.txt", 3},
	    {"AAAAAAAAAAAA.vtt", 3},
	    {"Dunes.vtt", 3},
	    {"tides.srt", 3},
	    {".AAAAAAAAAAA.vtt", 3},
	};
	struct notes *notes = load();

	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		struct transcripts *t;

		put(cases[i].name, says("hello"));
		t = transcripts_all(notes, NULL, 0);
		for (uint32_t talk = 0; talk < 5; talk++)
			if (transcripts_has(t, talk) !=
			    (talk == cases[i].talk && talk < 3))
				fail_msg("%s: talk %u", cases[i].name, talk);
		transcripts_free(t);
		drop(cases[i].name);
	}
	notes_free(notes);
}

static void
the_talk_s_language_goes_first(void **state)
{
	static const char *const names[] = {
	    "AAAAAAAAAAA.fr.vtt", "AAAAAAAAAAA.vtt", "AAAAAAAAAAA.en.vtt"};
	struct notes *notes = load();

	(void)state;
	for (size_t i = 0; i < 3; i++) {
		struct transcripts *t;

		put(names[i], says(names[i]));
		t = transcripts_all(notes, NULL, 0);
		assert_string_equal(transcripts_of(t, 0)->text, names[i]);
		transcripts_free(t);
	}
	notes->talks[0].more = &(struct talk_more){.language = "fr"};

	struct transcripts *t = transcripts_all(notes, NULL, 0);

	assert_string_equal(transcripts_of(t, 0)->text, names[0]);
	transcripts_free(t);
	for (size_t i = 0; i < 3; i++)
		drop(names[i]);
	notes_free(notes);
}

static void
folders_that_are_given_are_looked_into(void **state)
{
	char given[512];
	const char *folders[] = {given, "/no/such/folder"};
	struct notes *notes = load();
	struct transcripts *t;

	(void)state;
	snprintf(given, sizeof(given), "%s/given", dir);
	make_folder("given");
	make_folder("given/below");
	put("given/below/AAAAAAAAAAA.vtt", says("below"));
	put("given/sand-2024-tides.srt", "no captions\n");
	t = transcripts_all(notes, NULL, 0);
	assert_false(transcripts_has(t, 0));
	transcripts_free(t);
	t = transcripts_all(notes, folders, 2);
	assert_string_equal(transcripts_of(t, 0)->text, "below");
	/* What cannot be read says nothing. */
	assert_null(transcripts_of(t, 1));
	transcripts_free(t);
	drop("given/below/AAAAAAAAAAA.vtt");
	drop("given/sand-2024-tides.srt");
	drop("given/below");
	drop("given");
	notes_free(notes);
}

/* Waits until nothing is under way; whether there was news. */
static bool
await(struct transcripts *t)
{
	bool news = transcripts_look(t);

	for (int i = 0; i < 2000 && transcripts_are_awaited(t); i++) {
		poll(NULL, 0, 1);
		news = transcripts_look(t) || news;
	}
	return news;
}

static void
they_are_read_when_they_are_wanted(void **state)
{
	struct notes *notes = load();
	struct transcripts *t;

	(void)state;
	put("AAAAAAAAAAA.vtt", says("hello"));
	t = transcripts_begin(notes, NULL, 0);
	assert_true(await(t));
	assert_true(transcripts_has(t, 0));
	assert_null(transcripts_of(t, 0));
	/* One is read when it is shown. */
	assert_string_equal(transcripts_open(t, 0)->text, "hello");
	assert_null(transcripts_open(t, 1));
	transcripts_want(t);
	assert_true(await(t));
	assert_string_equal(transcripts_of(t, 0)->text, "hello");
	assert_false(await(t));
	transcripts_free(t);
	/* One that is stopped at once. */
	transcripts_free(transcripts_begin(notes, NULL, 0));
	drop("AAAAAAAAAAA.vtt");
	notes_free(notes);
}

/* The folder itself is opened, and captions are among its documents. */
static struct notes *
load_folder(void)
{
	static const struct load_options plain;
	const char *folder = dir;
	struct notes *notes = load_paths(&folder, 1, &plain, NULL);

	assert_non_null(notes);
	return notes;
}

static void
captions_that_are_opened_with_their_talk_are_its_transcript(void **state)
{
	static const char *const names[] = {
	    "Dunes [AAAAAAAAAAA].en.vtt", /* before its talk, and with it */
	    "below/sand-2024-tides_hd.srt",
	    "below/Roots.vtt", /* the same title: its talk has no video */
	    "Fog [BBBBBBBBBBB].vtt",
	};
	struct notes *notes;
	struct transcripts *t;
	const char *words[] = {"first", "second", "third"};

	(void)state;
	make_folder("below");
	put("talks.md", document);
	put("more.md", "# Soil\n\n## Roots\n\n- deep\n\n## Worms\n\n- blind\n");
	for (size_t i = 0; i < 3; i++)
		put(names[i], says(words[i]));
	put(names[3], says("no talk of it"));
	notes = load_folder();
	assert_int_equal(notes->ntalks, 6);
	t = transcripts_all(notes, NULL, 0);
	for (uint32_t i = 0; i < notes->ntalks; i++) {
		const struct talk *talk = &notes->talks[i];
		const char *title = talk->title;
		const char *word = strcmp(title, "Dunes") == 0 ? "first"
		    : strcmp(title, "Tides") == 0              ? "second"
		    : strcmp(title, "Roots") == 0              ? "third"
							       : NULL;

		if (!word) {
			assert_false(transcripts_has(t, i));
			continue;
		}
		assert_non_null(transcripts_of(t, i));
		assert_string_equal(transcripts_of(t, i)->text, word);
		/* Its notes are those that were written. */
		assert_int_equal(body_blocks(talk).n, 1);
	}
	for (uint32_t i = 0; i < notes->nsources; i++) {
		const struct source *source = &notes->sources[i];
		bool alone = strstr(source->path, "Fog") != NULL;
		bool captions = !strstr(source->path, ".md");

		assert_int_equal(source->captions,
		    alone          ? CAPTIONS_ALONE
			: captions ? CAPTIONS_OF_TALK
				   : CAPTIONS_NONE);
	}
	transcripts_free(t);
	notes_free(notes);
	drop("talks.md");
	drop("more.md");
	/* Alone, captions are talks, as ever. */
	notes = load_folder();
	assert_int_equal(notes->ntalks, 4);
	notes_free(notes);
	for (size_t i = 0; i < 4; i++)
		drop(names[i]);
	drop("below");
}

static struct transcript *
read_of(const char *text)
{
	char path[512];
	struct transcript *t;
	struct err err;

	put("one.vtt", text);
	snprintf(path, sizeof(path), "%s/one.vtt", dir);
	t = transcript_read(path, &err);
	drop("one.vtt");
	return t;
}

static void
rolling_captions_are_said_once(void **state)
{
	struct transcript *t = read_of(
	    "WEBVTT\n\n"
	    "00:00:01.000 --> 00:00:03.000\nthe Dünen\n\n"
	    "00:00:03.000 --> 00:00:05.000\nthe Dünen\nmove on\n\n"
	    "00:00:05.000 --> 00:00:07.000\nmove on\nand on\n\n"
	    "01:00:07.000 --> 01:00:09.000\nfor years\n");
	struct arena *arena = arena_new();
	const struct block *blocks;
	uint32_t n;

	(void)state;
	assert_non_null(t);
	assert_string_equal(t->text, "the Dünen move on and on for years");
	assert_string_equal(t->folded, "the dunen move on and on for years");
	assert_int_equal(t->n, 4);
	/* Bytes of both are in the same lines. */
	assert_int_equal(transcript_line_at(t, t->line[1].text, false), 1);
	assert_int_equal(transcript_line_at(t, t->line[1].folded - 1, true), 0);
	assert_int_equal(t->line[3].second, 3607);
	blocks = transcript_blocks(t, arena, &n);
	assert_int_equal(n, 2);
	assert_string_equal(blocks[0].text, "[0:01] the Dünen move on and on");
	assert_string_equal(blocks[1].text, "[1:00:07] for years");
	arena_free(arena);
	transcript_free(t);
	assert_null(read_of("no captions\n"));
	assert_null(read_of(""));
	assert_null(read_of("WEBVTT\n\n00:00:01.000 --> 00:00:03.000\n\n"));
}

/* The hits of a query, as "talk:spoken" in their order. */
static const char *
hits_of(struct filter *filter, const char *text)
{
	static char out[64];
	struct query query = {0};
	struct hits hits = {0};
	size_t len = 0;

	query_parse(&query, text);
	filter_run(filter, &query, &hits);
	*out = '\0';
	for (size_t i = 0; i < hits.n; i++)
		len += (size_t)snprintf(out + len, sizeof(out) - len, "%s%u%s",
		    i > 0 ? " " : "", hits.hit[i].talk,
		    hits.hit[i].in_spoken ? "s" : "");
	hits_free(&hits);
	query_free(&query);
	return out;
}

static void
what_is_said_is_found_last(void **state)
{
	static const struct {
		const char *query, *hits;
	} cases[] = {
	    {"marram", "2 0s"},
	    {"sand", "0 1s"},
	    {"dunes marram", "0s"},
	    {"\"marram and roots\"", "0s"},
	    {"\"roots hold\"", "0s"}, /* over two lines */
	    {"^arram", ""},
	    {"arram", "2 0s"},
	    {"^and", "0s"},
	    {"Marram", "2"},
	    {"Sand", "1s"},
	    {"!marram", "0 1"}, /* what is said leaves nothing out */
	    {"note:marram", ""},
	    {"title:marram", "2"},
	    {"marram | moon", "2 1 0s"},
	    {"~mrrm", "2"},
	    {"is:transcribed", "0 1"},
	    {"is:transcribed marram", "0s"},
	    {"!is:transcribed", "2"},
	};
	struct notes *notes = load();
	struct filter *filter = filter_new(notes);
	struct transcripts *t;
	struct query query = {0};
	size_t line;

	(void)state;
	put("AAAAAAAAAAA.vtt",
	    "WEBVTT\n\n00:00:01.000 --> 00:00:03.000\nthe marram and roots\n\n"
	    "00:00:03.000 --> 00:00:05.000\nhold\n");
	put("sand-2024-tides.srt", "1\n00:00:01,000 --> 00:00:03,000\nSand\n");
	assert_string_equal(hits_of(filter, "marram"), "2");
	t = transcripts_all(notes, NULL, 0);
	filter_set_transcripts(filter, t);
	for (size_t parts = 0; parts <= 2; parts++) {
		filter_set_parts(filter, parts);
		for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++)
			if (strcmp(hits_of(filter, cases[i].query),
				cases[i].hits) != 0)
				fail_msg("%s: %s", cases[i].query,
				    hits_of(filter, cases[i].query));
	}
	/* What is not to be found shows nothing. */
	query_parse(&query, "hold !marram");
	assert_ptr_equal(spoken_in(t, 0, &query, &line), transcripts_of(t, 0));
	assert_int_equal(line, 1);
	query_free(&query);
	/* While it is typed, each letter more searches the hits before. */
	assert_string_equal(hits_of(filter, "m"), "2 1 0s");
	assert_string_equal(hits_of(filter, "ma"), "2 0s");
	filter_set_transcripts(filter, NULL);
	assert_string_equal(hits_of(filter, "marram"), "2");
	transcripts_free(t);
	filter_free(filter);
	drop("AAAAAAAAAAA.vtt");
	drop("sand-2024-tides.srt");
	notes_free(notes);
}

static int
set_up(void **state)
{
	(void)state;
	return mkdtemp(dir) ? 0 : -1;
}

static int
tear_down(void **state)
{
	(void)state;
	drop("talks.md");
	return rmdir(dir);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(names_of_files_tell_whose_they_are),
	    cmocka_unit_test(the_talk_s_language_goes_first),
	    cmocka_unit_test(folders_that_are_given_are_looked_into),
	    cmocka_unit_test(they_are_read_when_they_are_wanted),
	    cmocka_unit_test(
		captions_that_are_opened_with_their_talk_are_its_transcript),
	    cmocka_unit_test(rolling_captions_are_said_once),
	    cmocka_unit_test(what_is_said_is_found_last),
	};

	return cmocka_run_group_tests(tests, set_up, tear_down);
}
