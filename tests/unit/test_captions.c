/* captions: what is said becomes the notes of a talk. */
#include "unit.h"

#include <locale.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "describe.h"
#include "lectern/source/body.h"
#include "lectern/source/load.h"
#include "source/captions.h"
#include "source/cues.h"

static void
captions_that_roll_say_a_line_once(void **state)
{
	(void)state;
	describe_expect("Kelp at depth [AAAAAAAAAAA].en.vtt",
	    "Kelp at depth [AAAAAAAAAAA].en [-] -..- -: captions, 7 cues\n"
	    "Kelp at depth\n"
	    "  at - - +0, -, en\n"
	    "  to https://www.youtube.com/watch?v=AAAAAAAAAAA\n"
	    "  * Kelp grows slowly at depth & in <cold> water.\n"
	    "  * Yes.\n"
	    "  * Yes.\n");
}

static void
what_is_said_twice_stays(void **state)
{
	(void)state;
	describe_expect("edited.srt",
	    "edited [-] -..- -: captions, 5 cues\n"
	    "edited\n"
	    "  * Yes. Yes. 1 < 2 is true, and so is a -> b. We go on.\n");
}

static void
times_are_read_in_their_forms(void **state)
{
	static const struct {
		const char *line;
		uint32_t from, to; /* 0: none */
	} cases[] = {
	    {"00:00:01,500 --> 01:00:02,000", 1500, 3602000},
	    {"00:01.500 --> 00:02.000 align:start", 1500, 2000},
	    {"  1:02:03.004-->100:00:00.000", 3723004, 360000000},
	    {"00:01.500 -> 00:02.000", 0, 0},
	    {"00:01 --> 00:02", 0, 0},
	    {"12", 0, 0},
	    {"", 0, 0},
	};

	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		uint32_t from = 0, to = 0;

		assert_int_equal(
		    cues_times(cases[i].line, &from, &to), cases[i].to > 0);
		if (cases[i].to > 0) {
			assert_int_equal(from, cases[i].from);
			assert_int_equal(to, cases[i].to);
		}
	}
}

static void
other_documents_are_no_captions(void **state)
{
	static const char *const texts[] = {"WEBVTTs are fine\n\n* x\n",
	    "1\n\n00:00 is midnight\n", "1. One\n", "2026\n", ""};

	(void)state;
	for (size_t i = 0; i < sizeof(texts) / sizeof(*texts); i++)
		assert_false(captions_is(texts[i], strlen(texts[i])));
	assert_true(captions_is("WEBVTT\n", 7));
}

/* A pause ends a paragraph, and so does a sentence of a long one. */
static void
paragraphs_are_of_a_size_to_read(void **state)
{
	static const struct load_options plain;
	char text[40000] = "", cue[200];
	struct notes *notes;
	struct body_blocks blocks;

	(void)state;
	for (int i = 0; i < 100; i++) {
		snprintf(cue, sizeof(cue),
		    "%d\n00:%02d:%02d,000 --> 00:%02d:%02d,000\n"
		    "This is sentence number %d, and it is over.\n\n",
		    i + 1, i / 60, i % 60, (i + 1) / 60, (i + 1) % 60, i);
		strcat(text, cue);
	}
	notes = load_bytes("x.srt", text, strlen(text), &plain);
	blocks = body_blocks(&notes->talks[0]);
	assert_in_range(blocks.n, 6, 9);
	for (uint32_t i = 0; i + 1 < blocks.n; i++)
		assert_in_range(blocks.block[i].len, 600, 700);
	notes_free(notes);
}

static void
cues_need_neither_numbers_nor_blank_lines(void **state)
{
	static const char *const texts[] = {
	    "1\n00:00:01,000 --> 00:00:02,000\nIt grows\n"
	    "2\n00:00:03,000 --> 00:00:04,000\n42 times.\n",
	    "00:00:01,000 --> 00:00:02,000\nIt grows\n\n"
	    "00:00:03,000 --> 00:00:04,000\n42 times.\n",
	    "WEBVTT\n\n00:01.000 --> 00:02.000\nIt grows\n"
	    "00:03.000 --> 00:04.000\n42 times.\n"};
	static const struct load_options plain;

	(void)state;
	for (size_t i = 0; i < sizeof(texts) / sizeof(*texts); i++) {
		struct notes *notes = load_bytes(
		    "x.srt", texts[i], strlen(texts[i]), &plain);
		struct body_blocks blocks = body_blocks(&notes->talks[0]);

		assert_int_equal(blocks.n, 1);
		assert_string_equal(blocks.block[0].text, "It grows 42 times.");
		notes_free(notes);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(captions_that_roll_say_a_line_once),
	    cmocka_unit_test(what_is_said_twice_stays),
	    cmocka_unit_test(times_are_read_in_their_forms),
	    cmocka_unit_test(other_documents_are_no_captions),
	    cmocka_unit_test(paragraphs_are_of_a_size_to_read),
	    cmocka_unit_test(cues_need_neither_numbers_nor_blank_lines),
	};

	setlocale(LC_ALL, "C.UTF-8");
	return cmocka_run_group_tests(tests, NULL, NULL);
}
