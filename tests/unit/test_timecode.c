/* timecode: which clocks of notes are seconds of the video, and which not. */
#include "unit.h"

#include <dirent.h>
#include <locale.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "lectern/base/arena.h"
#include "lectern/base/mem.h"
#include "lectern/model/timecode.h"
#include "lectern/source/body.h"
#include "lectern/source/load.h"

#define VIDEO "https://www.youtube.com/watch?v=AAAAAAAAAAA"
#define OTHER "https://www.youtube.com/watch?v=BBBBBBBBBBB"

static const char *const faults[] = {
    [TIMECODE_GOOD] = "",
    [TIMECODE_TITLE] = "on the title's line",
    [TIMECODE_BESIDE] = "beside a video",
    [TIMECODE_ELSEWHERE] = "in another video",
    [TIMECODE_DAYTIME] = "a time of day",
    [TIMECODE_ALONE] = "bare and alone",
    [TIMECODE_BACKWARDS] = "running backwards",
};

/* Notes in Markdown, and what their clocks are, in order. */
struct timecode_case {
	const char *notes, *codes;
};

static void
describe(const struct timecodes *codes, char *out, size_t room)
{
	size_t n = 0;

	*out = '\0';
	for (size_t i = 0; i < codes->n && n < room; i++) {
		const struct timecode *c = &codes->code[i];
		const char *fault = faults[c->fault];
		char clock[TIMECODE_BYTES];

		timecode_write(c->second, clock);
		n += (size_t)snprintf(out + n, room - n, "%s%s",
		    i > 0 ? ", " : "", *fault ? fault : clock);
	}
}

static void
check(const struct timecode_case *c, const char *url, uint32_t line)
{
	struct arena *arena = arena_new();
	struct timecodes codes = {0};
	char found[512];
	uint32_t n;
	const struct block *blocks = load_note(arena, c->notes, &n);

	timecode_find(&codes, blocks, n, url, line);
	describe(&codes, found, sizeof(found));
	if (strcmp(found, c->codes) != 0)
		fail_msg(
		    "%s\n is \"%s\", not \"%s\"", c->notes, found, c->codes);
	timecode_free(&codes);
	arena_free(arena);
}

static void
clocks_that_start_lines_are_codes(void **state)
{
	static const struct timecode_case cases[] = {
	    /* Marked up, one is enough. */
	    {"- [12:34] demo", "12:34"},
	    {"- (12:34) demo", "12:34"},
	    {"- **12:34** demo", "12:34"},
	    {"- *12:34* demo", "12:34"},
	    {"- `12:34` demo", "12:34"},
	    {"- **[12:34]** demo", "12:34"},
	    {"- [**12:34**] demo", "12:34"},
	    {"- [1:02:03] demo", "1:02:03"},
	    {"- [01:02:03] demo", "1:02:03"},
	    {"- [00:07] hello", "0:07"},
	    {"- [0:00] hello", "0:00"},
	    {"- [75:30] late", "1:15:30"},
	    {"- [125:00] later", "2:05:00"},
	    {"- [12:34.500] demo", "12:34"},
	    {"- (12:34): demo", "12:34"},
	    {"- [12:34] - demo", "12:34"},
	    {"- [12:34] \342\200\224 demo", "12:34"},
	    {"- **12:34:** demo", "12:34"},
	    {"- [12:34]", "12:34"},
	    {"1. [12:34] demo", "12:34"},
	    {"> [12:34] demo", "12:34"},
	    {"[12:34] demo", "12:34"},
	    {"- a\n  - [12:34] demo", "12:34"},
	    {"### [12:34] demo", "12:34"},
	    {"- [12:34]\346\274\224\347\244\272", "12:34"},
	    /* Ranges. */
	    {"- [12:34-13:00] demo", "12:34"},
	    {"- [12:34 - 13:00] demo", "12:34"},
	    {"- [12:34] - [13:00] demo", "12:34"},
	    {"- [12:34 \342\200\223 13:00] demo", "12:34"},
	    {"- [12:34 --> 13:00] demo", "12:34"},
	    {"- 0:00-1:30 hello\n- 1:30-4:00 more", "0:00, 1:30"},
	    /* Bare ones, from two on. */
	    {"- 0:00 hello\n- 1:30 more", "0:00, 1:30"},
	    {"- 00:00 - hello\n- 01:30 - more", "0:00, 1:30"},
	    {"- 0:00: hello\n- 1:30: more", "0:00, 1:30"},
	    {"- 59:58 hello\n- 1:00:02 more", "59:58, 1:00:02"},
	    {"- 12:34\n- 20:01", "12:34, 20:01"},
	    {"0:00 hello\n\n1:30 more", "0:00, 1:30"},
	    {"0:00 hello\n1:30 more\n4:10 end", "0:00, 1:30, 4:10"},
	    {"[0:00] hello\n[1:30] more", "0:00, 1:30"},
	    {"```\n0:00 hello\n1:30 more\n```", "0:00, 1:30"},
	    {"- 0:00 hello\n- between\n- 1:30 more", "0:00, 1:30"},
	    {"- 10:00 a\n- 20:00 b\n- 30:00 c", "10:00, 20:00, 30:00"},
	    /* One slip in five. */
	    {"- 0:10 a\n- 1:30 b\n- 1:20 c\n- 4:00 d\n- 5:01 e",
		"0:10, 1:30, 1:20, 4:00, 5:01"},
	    /* Links and pictures. */
	    {"- [12:34](" VIDEO "&t=754) demo", "12:34"},
	    {"- [the demo](" VIDEO "&t=754) runs", "12:34"},
	    {"- [the demo](https://youtu.be/AAAAAAAAAAA?t=12m34s)", "12:34"},
	    {"- [demo](https://www.youtube.com/embed/AAAAAAAAAAA?start=754)",
		"12:34"},
	    {"- [12:30](" VIDEO "&t=754) is rounded", "12:34"},
	    {"![12:34](1.png)\n\n![13:00](2.png)", "12:34, 13:00"},
	    {"- ![12:34](1.png) a slide\n- ![1:02:03](2.png)",
		"12:34, 1:02:03"},
	    {"- [12:34](https://example.org/slides) demo", "12:34"},
	};

	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++)
		check(&cases[i], VIDEO, 0);
}

static void
other_clocks_are_none(void **state)
{
	static const struct timecode_case cases[] = {
	    {"- at 12:34 it runs", ""},
	    {"- the demo [12:34]", ""},
	    {"- [demo](" OTHER ") [12:34]", ""},
	    {"- 12:345 lines", ""},
	    {"- 12:3 odds", ""},
	    {"- 12:34:56:07", ""},
	    {"- 12:60 is no clock", ""},
	    {"- [1:75:00] is no clock", ""},
	    {"- 12:34x", ""},
	    {"- 12:34/7", ""},
	    {"- 12.34 seconds", ""},
	    {"- [12:34 and more] demo", ""},
	    {"- [12:34 demo", ""},
	    {"- 2031-05-01 12:34", ""},
	    {"- 1234:56 packets", ""},
	    {"- :12:34", ""},
	    {"- 1200 12:34", ""},
	    /* Bare and alone. */
	    {"- 12:34 demo", "bare and alone"},
	    {"- 12:34-13:00 demo", "bare and alone"},
	    {"3:16 is a verse", "bare and alone"},
	    {"- [0:10] a\n- 4:13 b", "0:10, bare and alone"},
	    /* Times of day. */
	    {"- [10:00] am", "a time of day"},
	    {"- 10:00am breakfast\n- 11:17 talk", "bare and alone"},
	    {"- 10:00 a.m. tea\n- 11:17 a.m. talk",
		"a time of day, a time of day"},
	    {"- (19:30 CET) doors", ""},
	    {"- 19:30 Uhr doors\n- 20:12 Uhr talk",
		"a time of day, a time of day"},
	    {"- 8:00-8:25 A\n- 8:25-8:50 B\n- 9:15-10:00 C",
		"a time of day, a time of day, a time of day"},
	    {"- 10:00 A\n- 10:30 B\n- 11:15 C",
		"a time of day, a time of day, a time of day"},
	    {"- [09:00] A\n- [09:30] B\n- [10:15] C",
		"a time of day, a time of day, a time of day"},
	    {"- [12:15 - 1:15] lunch", "a time of day"},
	    /* Backwards. */
	    {"- 12:34 a\n- 1:30 b", "running backwards, running backwards"},
	    {"- [45:10] a\n- [12:32] b\n- [30:01] c",
		"running backwards, running backwards, running backwards"},
	    {"- [9:10] a\n- [9:20] b\n- [9:11] c\n- [9:30] d",
		"running backwards, running backwards, running backwards, "
		"running backwards"},
	    /* Durations. */
	    {"- [45:12] [a talk](" OTHER ")", "beside a video"},
	    {"- **45:12** [video](" VIDEO ")", "beside a video"},
	    {"- [45:12](" VIDEO ")", "beside a video"},
	    /* Another video. */
	    {"- [12:34](" OTHER "&t=754) demo", "in another video"},
	    {"- [their demo](" OTHER "&t=754)", "in another video"},
	    {"- [see](https://example.org/?page=2) 12:34", ""},
	};

	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++)
		check(&cases[i], VIDEO, 0);
}

static void
on_the_line_of_the_title_a_clock_is_a_duration(void **state)
{
	(void)state;
	check(&(struct timecode_case){"[45:12] Tide Days", "45:12"}, NULL, 0);
	check(&(struct timecode_case){"[45:12] Tide Days\n\n- [0:10] a",
		  "on the title's line, 0:10"},
	    NULL, 1);
}

static void
of_a_talk_in_a_longer_video_codes_count_from_its_start(void **state)
{
	static const struct timecode_case own = {
	    "- [0:10] a\n- [5:00] b", "1:00:10, 1:05:00"};
	static const struct timecode_case all = {
	    "- [1:00:10] a\n- [1:05:00] b", "1:00:10, 1:05:00"};

	(void)state;
	check(&own, VIDEO "&t=3600", 0);
	check(&all, VIDEO "&t=3600", 0);
}

/* Whatever their number and order. */
static void
chapters_begin_with_codes(void **state)
{
	static const char text[] = "9:05 Questions";
	const struct block block = {.text = text,
	    .len = sizeof(text) - 1,
	    .line = 1,
	    .part = BLOCK_CHAPTERS};
	struct timecodes codes = {0};

	(void)state;
	timecode_find(&codes, &block, 1, VIDEO, 1);
	assert_int_equal(codes.n, 1);
	assert_int_equal(codes.code->fault, TIMECODE_GOOD);
	assert_int_equal(codes.code->second, 545);
	timecode_free(&codes);
}

static void
words_begin_after_the_code(void **state)
{
	static const struct timecode_case cases[] = {
	    {"- [12:34] - demo", "demo"},
	    {"- **12:34**: demo", "demo"},
	    {"- [12:34] -v is a switch", "-v is a switch"},
	    {"- [the demo](" VIDEO "&t=754) runs", "the demo runs"},
	};
	struct arena *arena = arena_new();
	struct timecodes codes = {0};

	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		uint32_t n;
		const struct block *blocks = load_note(
		    arena, cases[i].notes, &n);

		timecode_find(&codes, blocks, n, VIDEO, 0);
		assert_int_equal(codes.n, 1);
		assert_string_equal(
		    blocks->text + codes.code[0].end, cases[i].codes);
	}
	timecode_free(&codes);
	arena_free(arena);
}

/* How many talks of a document have time codes; each is told. */
static size_t
coded(const char *path)
{
	const struct load_options options = {0};
	struct err err;
	struct notes *notes = load_paths(&path, 1, &options, &err);
	struct timecodes codes = {0};
	size_t n = 0;

	assert_non_null(notes);
	for (uint32_t i = 0; i < notes->ntalks; i++) {
		const struct talk *talk = &notes->talks[i];
		struct body_blocks body = body_blocks(talk);

		timecode_find(
		    &codes, body.block, body.n, talk->url, talk->line);
		for (size_t c = 0; c < codes.n; c++) {
			const struct timecode *code = &codes.code[c];

			if (code->fault != TIMECODE_GOOD)
				continue;
			print_message("%s:%u: %s\n", path,
			    body.block[code->block].line,
			    body.block[code->block].text);
			n++;
		}
	}
	timecode_free(&codes);
	notes_free(notes);
	return n;
}

/* Of 1,240 clocks in brackets there, none is a time code. */
static void
no_duration_of_real_documents_is_a_code(void **state)
{
	const char *shared = getenv("SHARED");
	char *folder;
	DIR *dir;
	size_t n = 0;

	(void)state;
	if (!shared || !*shared) {
		print_message("SHARED is not set\n");
		skip();
	}
	folder = mem_printf("%s/data/documents", shared);
	dir = opendir(folder);
	assert_non_null(dir);
	for (struct dirent *entry; (entry = readdir(dir));) {
		size_t len = strlen(entry->d_name);
		char *path;

		if (len < 3 || strcmp(entry->d_name + len - 3, ".md") != 0)
			continue;
		path = mem_printf("%s/%s", folder, entry->d_name);
		n += coded(path);
		free(path);
	}
	closedir(dir);
	free(folder);
	assert_int_equal(n, 0);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(clocks_that_start_lines_are_codes),
	    cmocka_unit_test(other_clocks_are_none),
	    cmocka_unit_test(on_the_line_of_the_title_a_clock_is_a_duration),
	    cmocka_unit_test(
		of_a_talk_in_a_longer_video_codes_count_from_its_start),
	    cmocka_unit_test(chapters_begin_with_codes),
	    cmocka_unit_test(words_begin_after_the_code),
	    cmocka_unit_test(no_duration_of_real_documents_is_a_code),
	};

	setlocale(LC_CTYPE, "C.UTF-8");
	return cmocka_run_group_tests(tests, NULL, NULL);
}
