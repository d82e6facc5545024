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

static void
a_page_that_lists_talks_is_none(void **state)
{
	static const struct given files[] = {
	    {"content/talks/_index.md",
		"+++\ntitle = \"Talks\"\n+++\n\nAll that we held.\n"},
	    {"content/talks/knots/index.md",
		"+++\ntitle = \"Knots\"\nspeakers = [\"Ann Oar\"]\n+++\n\n"
		"They hold.\n"},
	    {"content/talks/sails/index.md",
		"+++\ntitle = \"Sails\"\nspeakers = [\"Bob Ray\"]\n+++\n\n"
		"They pull.\n"},
	    {NULL, NULL},
	};
	struct notes *notes = folder_read(files, &plain);

	(void)state;
	assert_int_equal(notes->ntalks, 2);
	assert_string_equal(notes->talks[0].title, "Knots");
	assert_string_equal(notes->talks[1].title, "Sails");
	assert_true(is_told(&notes->sources[0], "All that we held."));
	notes_free(notes);
}

/* A page of the site is left aside, and that is told. */
static void
a_page_beside_talks_is_told(void **state)
{
	static const struct given files[] = {
	    {"knots.md", "---\ntitle: Knots\nspeaker: Ann Oar\n---\n\nHold.\n"},
	    {"sails.md", "---\ntitle: Sails\nspeaker: Bob Ray\n---\n\nPull.\n"},
	    {"visit.md",
		"---\ntitle: Visit\nlayout: page\n---\n\nBy boat.\n\nOr "
		"swim.\n"},
	    {NULL, NULL},
	};
	struct notes *notes = folder_read(files, &plain);
	uint32_t lines = 0;

	(void)state;
	assert_int_equal(notes->ntalks, 2);
	for (uint32_t i = 0; i < notes->nwarnings; i++) {
		const struct warning *w = &notes->warnings[i];

		if (strcmp(w->text, "page of the site") == 0 &&
		    strstr(w->path, "visit.md"))
			lines = w->lines;
	}
	assert_int_equal(lines, 8);
	notes_free(notes);
}

/* Notion adds digits to names of folders, too. */
static void
digits_of_notion_are_no_part_of_a_folder(void **state)
{
#define KEY " 0a1b2c3d4e5f60718293a4b5c6d7e8f9"
	static const struct given files[] = {
	    {"Harbour" KEY "/Knots" KEY ".md",
		"# Knots\n\nSpeaker: Ann Oar\nDate: May 4, 2031\n\nThey "
		"hold.\n"},
	    {"Harbour" KEY "/Sails" KEY ".md",
		"# Sails\n\nSpeaker: Bob Ray\nDate: May 5, 2031\n\nThey "
		"pull.\n"},
	    {"Sea" KEY "/Kelp" KEY ".md",
		"# Kelp\n\nSpeaker: Cy Orr\nDate: May 6, 2031\n\nIt grows.\n"},
	    {NULL, NULL},
	};
	struct notes *notes = folder_read(files, &plain);

	(void)state;
	assert_int_equal(notes->ntalks, 3);
	assert_string_equal(
	    notes->tracks[notes->talks[0].track].name, "Harbour");
	assert_string_equal(notes->tracks[notes->talks[2].track].name, "Sea");
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

/* Notes of talks without a word on who, when and where. */
static void
bare_files_are_one_talk_each_and_so_are_those_beside(void **state)
{
	static const struct given files[] = {
	    {"README.md",
		"# notes\n\nWhat I heard.\n\n## Signs\n\n- `?` for doubt\n\n"
		"## Thanks\n\nTo all.\n"},
	    {"quay-2031/knots.md",
		"# Knots that hold\n\nhttps://quay.example/ann\n\n- They "
		"do.\n"},
	    {"quay-2031/sails.md", "# Sails that pull\n\n- They do.\n"},
	    {"quay-2032/tar.md", "# Tar on everything\n\n- It sticks.\n"},
	    {"quay-2032/fog.md",
		"# Fog and what is in it\n\nhttps://quay.example/bob\n\n"
		"- Water.\n\n## Near the shore\n\n- Thin.\n\n"
		"## Out there\n\n- Thick.\n"},
	    {NULL, NULL},
	};
	struct notes *notes = folder_read(files, &plain);

	(void)state;
	assert_int_equal(notes->ntalks, 4);
	assert_int_equal(notes->nsources, 2);
	assert_string_equal(notes->sources[0].name, "quay-2031");
	assert_string_equal(notes->talks[2].title, "Fog and what is in it");
	/* What it says is told with the first of them. */
	assert_true(is_told(&notes->sources[0], "for doubt"));
	assert_true(is_told(&notes->sources[0], "To all."));
	notes_free(notes);
}

/* Files of which nothing is told are what those are that tell something. */
static void
files_that_tell_decide_for_those_that_do_not(void **state)
{
	static const struct given files[] = {
	    {"one/knots.md",
		"# Knots that hold\n\n*Speaker: Ann Oar*\n\n- x\n"},
	    {"two/sails.md",
		"# Sails that pull\n\n*Speaker: Bob Ray, Quay*\n\n- x\n"},
	    {"two/tar.md",
		"# Tar on everything\n## Where\n- there\n# Pitch\n- more\n"
		"# Rope\n- thin\n"},
	    {"two/fog.md", "# Fog\n\n## Near\n\n- thin\n\n# Rain\n\n- wet\n"},
	    {NULL, NULL},
	};
	struct notes *notes = folder_read(files, &plain);

	(void)state;
	assert_int_equal(notes->ntalks, 4);
	assert_int_equal(notes->nsources, 1);
	assert_string_equal(notes->talks[1].title, "Fog");
	assert_string_equal(notes->talks[3].title, "Tar on everything");
	notes_free(notes);
}

/* Where one of them tells more, its sections may be talks. */
static void
files_with_several_dated_talks_keep_them(void **state)
{
	static const struct given files[] = {
	    {"knots.md", "# Knots that hold\n\n- They do.\n"},
	    {"sails.md", "# Sails that pull\n\n- They do.\n"},
	    {"tar.md", "# Tar on everything\n\n- It sticks.\n"},
	    {"days.md",
		"# Days of the Quay\n\n## Fog\n\n"
		"[slides](https://quay.example/fog)\n\n## Rain\n\n"
		"[slides](https://quay.example/rain)\n"},
	    {NULL, NULL},
	};
	struct notes *notes = folder_read(files, &plain);

	(void)state;
	assert_int_equal(notes->ntalks, 5);
	notes_free(notes);
}

int
main(void)
{
	static const struct CMUnitTest tests[] = {
	    cmocka_unit_test(a_page_that_lists_talks_is_none),
	    cmocka_unit_test(a_page_beside_talks_is_told),
	    cmocka_unit_test(digits_of_notion_are_no_part_of_a_folder),
	    cmocka_unit_test(files_on_people_name_speakers_and_are_no_talks),
	    cmocka_unit_test(a_talk_in_a_folder_of_people_stays_one),
	    cmocka_unit_test(
		bare_files_are_one_talk_each_and_so_are_those_beside),
	    cmocka_unit_test(files_that_tell_decide_for_those_that_do_not),
	    cmocka_unit_test(files_with_several_dated_talks_keep_them),
	};

	setlocale(LC_ALL, "C.UTF-8");
	return cmocka_run_group_tests(tests, NULL, NULL);
}
