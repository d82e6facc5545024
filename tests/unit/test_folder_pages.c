/*
 * folder: which files of a folder are no talk, and what they tell of talks.
 */
#include "unit.h"

#include <locale.h>
#include <string.h>

#include "folder_sample.h"

static const struct load_options plain = {.parts = 0};

/* Whether a conference's own text has a block that says so. */
static bool
is_told(const struct source *source, const char *text)
{
	for (uint32_t i = 0; i < source->nblocks; i++) {
		if (strstr(source->blocks[i].text, text))
			return true;
	}
	return false;
}

static void
files_on_people_name_speakers_and_are_no_talks(void **state)
{
	static const struct given files[] = {
	    {"knots.md",
		"---\ntitle: Knots\nauthors:\n  - ann-oar\n"
		"url: https://youtu.be/AAAAAAAAAAA\n---\n\nThey hold.\n"},
	    {"more/deep/sails.md",
		"---\ntitle: Sails\nspeakers: [bob-ray]\n---\n\nThey pull.\n"},
	    {"authors/ann-oar.md",
		"---\nname: \"Ann Oar\"\nslug: ann-oar\n---\n\nShe ties.\n"},
	    {"people/bob-ray/index.md",
		"---\ntitle: Bob Ray\n---\n\n## Work\n\nHe sews.\n"},
	    {NULL, NULL},
	};
	struct notes *notes = folder_read(files, &plain);

	(void)state;
	assert_int_equal(notes->nsources, 1);
	assert_int_equal(notes->ntalks, 2);
	assert_string_equal(notes->talks[0].speakers[0], "Ann Oar");
	assert_string_equal(notes->talks[1].speakers[0], "Bob Ray");
	/* What they say is not lost. */
	assert_true(is_told(&notes->sources[0], "She ties."));
	assert_true(is_told(&notes->sources[0], "He sews."));
	notes_free(notes);
}

/* Some sites have the talk where they have who gives it. */
static void
a_talk_in_a_folder_of_people_stays_one(void **state)
{
	static const struct given files[] = {
	    {"speakers/ann-oar.md",
		"---\ntitle: Knots\nspeaker: Ann Oar\ndate: 2031-05-01\n"
		"---\n\nThey hold.\n"},
	    {"speakers/bob-ray.md",
		"---\ntitle: Sails\nspeaker: Bob Ray\n"
		"video: https://youtu.be/AAAAAAAAAAA\n---\n\nThey pull.\n"},
	    {NULL, NULL},
	};
	struct notes *notes = folder_read(files, &plain);

	(void)state;
	assert_int_equal(notes->ntalks, 2);
	notes_free(notes);
}

int
main(void)
{
	static const struct CMUnitTest tests[] = {
	    cmocka_unit_test(files_on_people_name_speakers_and_are_no_talks),
	    cmocka_unit_test(a_talk_in_a_folder_of_people_stays_one),
	};

	setlocale(LC_ALL, "C.UTF-8");
	return cmocka_run_group_tests(tests, NULL, NULL);
}
