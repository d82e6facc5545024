/*
 * folder: documents with one talk each are one conference, others stay what they
 * are.
 */
#include "unit.h"

#include <locale.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "folder_sample.h"
#include "lectern/base/told.h"
#include "lectern/source/body.h"
#include "lectern/source/load.h"
#include "sample.h"

#define TALK(title, more) "---\ntitle: " title "\n" more "---\n\n- notes\n"
#define ANN               "speaker: Ann One\n"

static const struct load_options plain = {.parts = 0};

static struct notes *
read_folder(const struct given *given)
{
	return folder_read(given, &plain);
}

static void
expect_shape(const struct notes *notes, const char *want)
{
	char *shape = told_text(notes->sources[0].shape);

	assert_string_equal(shape, want);
	free(shape);
}

static const char *
track_name(const struct notes *notes, uint32_t talk)
{
	return notes->tracks[notes->talks[talk].track].name;
}

static void
documents_with_one_talk_each_are_one_conference(void **state)
{
	static const struct given files[] = {
	    {"knots.md", TALK("Knots", ANN "track: Ropes\n")},
	    {"sails.md", TALK("Sails", ANN "track: Canvas\n")},
	    {"splices.md", TALK("Splices", ANN "track: \"Ropes\"\n")},
	    {"tides.md", "# Tides\n\nNobody says who told this.\n"},
	    {NULL, NULL}};
	struct notes *notes = read_folder(files);

	(void)state;
	assert_int_equal(notes->nsources, 1);
	assert_string_equal(notes->sources[0].name, "harbour");
	expect_shape(notes, "folder, 4 talks");
	assert_int_equal(notes->ntalks, 4);
	assert_int_equal(notes->ntracks, 3);
	assert_string_equal(track_name(notes, 0), "Ropes");
	assert_string_equal(track_name(notes, 1), "Canvas");
	assert_int_equal(notes->talks[2].track, notes->talks[0].track);
	assert_string_equal(track_name(notes, 3), "harbour");
	/* Each is edited, and warned of, where it stands. */
	for (uint32_t i = 0; i < 4; i++)
		assert_non_null(
		    strstr(notes_path(notes, &notes->talks[i]), files[i].path));
	notes_free(notes);
}

static void
a_document_that_tells_of_the_folder_names_it(void **state)
{
	static const struct given files[] = {
	    {"_index.md", "---\ntitle: Harbour Days\n---\n\nBy the water.\n"},
	    {"knots.md", TALK("Knots", ANN)}, {"sails.md", TALK("Sails", ANN)},
	    {NULL, NULL}};
	struct notes *notes = read_folder(files);

	(void)state;
	assert_int_equal(notes->nsources, 1);
	assert_string_equal(notes->sources[0].name, "Harbour Days");
	assert_int_equal(notes->ntalks, 2);
	assert_int_equal(notes->sources[0].nblocks, 1);
	assert_string_equal(notes->sources[0].blocks[0].text, "By the water.");
	notes_free(notes);
}

static void
folders_in_it_are_tracks(void **state)
{
	static const struct given files[] = {
	    {"ropes/knots.md", TALK("Knots", ANN)},
	    {"ropes/splices.md", TALK("Splices", ANN "categories: [Hands]\n")},
	    {"sails/jib/index.md", TALK("Jib", ANN)},
	    {"sails/mainsail/index.md",
		TALK("Mainsail", ANN "categories:\n  - Hands\n")},
	    {NULL, NULL}};
	struct notes *notes = read_folder(files);

	(void)state;
	assert_int_equal(notes->nsources, 1);
	assert_int_equal(notes->ntracks, 3);
	assert_string_equal(track_name(notes, 0), "ropes");
	assert_string_equal(track_name(notes, 1), "Hands");
	assert_string_equal(track_name(notes, 2), "sails");
	assert_string_equal(track_name(notes, 3), "Hands");
	notes_free(notes);
}

static void
a_folder_with_a_year_in_its_name_is_a_conference(void **state)
{
	static const struct given files[] = {
	    {"harbour-2030/knots.md", TALK("Knots", ANN)},
	    {"harbour-2030/sails.md", TALK("Sails", ANN)},
	    {"keel-2031/deck/oars.md", TALK("Oars", ANN)},
	    {"keel-2031/deck/tar.md", TALK("Tar", ANN)}, {NULL, NULL}};
	struct notes *notes = read_folder(files);

	(void)state;
	assert_int_equal(notes->nsources, 2);
	assert_string_equal(notes->sources[0].name, "harbour-2030");
	assert_string_equal(notes->sources[1].name, "keel-2031");
	assert_string_equal(track_name(notes, 2), "deck");
	notes_free(notes);
}

static void
files_fall_into_no_parts_where_each_is_one_talk(void **state)
{
	static const struct given files[] = {
	    {"knots.md",
		"# Knots by Ann One\n\n## Rope\n\n- x\n\n## Tar\n\n- y\n"},
	    {"sails.md",
		"# Sails: Red Canvas\n\nBob Two, Loft\n\n## Wind\n\n- "
		"x\n\n"
		"## Rain\n\n- y\n"},
	    {"tides.md", "# Tides\n\n## High\n\n- x\n\n## Low\n\n- y\n"},
	    {NULL, NULL}};
	/* The beginning that is shown at once may be all. */
	static const struct load_options begin = {.first = 65536};
	struct notes *notes = folder_read(files, &begin);

	(void)state;
	assert_int_equal(notes->ntalks, 3);
	assert_false(notes->part);
	notes_free(notes);
	notes = read_folder(files);
	assert_int_equal(notes->nsources, 1);
	expect_shape(notes, "folder, 3 talks");
	assert_string_equal(notes->talks[0].title, "Knots");
	assert_string_equal(notes->talks[0].speakers[0], "Ann One");
	assert_string_equal(notes->talks[1].title, "Sails: Red Canvas");
	assert_string_equal(notes->talks[1].speakers[0], "Bob Two");
	assert_string_equal(notes->talks[2].title, "Tides");
	notes_free(notes);
}

static void
lists_in_such_a_folder_stay_lists(void **state)
{
	static const struct given files[] = {{"knots.md", TALK("Knots", ANN)},
	    {"menu.md",
		"# Menu\n\n## Fish - Bob Two\n\n- x\n\n## Peas - Cy Oh\n\n- "
		"y\n"},
	    {"sails.md", TALK("Sails", ANN)}, {"tar.md", TALK("Tar", ANN)},
	    {NULL, NULL}};
	struct notes *notes = read_folder(files);

	(void)state;
	assert_int_equal(notes->nsources, 2);
	assert_int_equal(notes->ntalks, 5);
	notes_free(notes);
}

static void
a_year_around_a_folder_is_of_its_name(void **state)
{
	static const struct given files[] = {
	    {"2030/quay/talks/knots.md", TALK("Knots", ANN)},
	    {"2030/quay/talks/sails.md", TALK("Sails", ANN)},
	    {"2031/keel/README.md", "# Keel Days\n\nOn deck.\n"},
	    {"2031/keel/deck/oars.md", TALK("Oars", ANN)},
	    {"2031/keel/deck/README.md", "# Deck\n\nAbove.\n"},
	    {"README.md", "# My notes\n\nOf all years.\n"}, {NULL, NULL}};
	struct notes *notes = read_folder(files);
	const struct source *quay = &notes->sources[0];
	const struct track *deck = &notes->tracks[notes->talks[2].track];

	(void)state;
	assert_int_equal(notes->nsources, 2);
	assert_int_equal(notes->ntalks, 3);
	assert_string_equal(quay->name, "quay 2030");
	assert_string_equal(track_name(notes, 0), "quay 2030");
	assert_string_equal(notes->sources[1].name, "Keel Days");
	/* What is said of all, and of a folder, is told there. */
	assert_int_equal(quay->nblocks, 2);
	assert_string_equal(quay->blocks[0].text, "My notes");
	assert_string_equal(quay->blocks[1].text, "Of all years.");
	assert_string_equal(notes->sources[1].blocks[0].text, "On deck.");
	assert_string_equal(deck->name, "deck");
	assert_int_equal(deck->nblocks, 2);
	assert_string_equal(deck->blocks[1].text, "Above.");
	notes_free(notes);
}

static void
pages_in_languages_tell_of_the_folder(void **state)
{
	static const struct given files[] = {
	    {"_index.fr.md", "---\ntitle: Le port\n---\n"},
	    {"knots.md", TALK("Knots", "")}, {"sails.md", TALK("Sails", "")},
	    {NULL, NULL}};
	struct notes *notes = read_folder(files);

	(void)state;
	assert_int_equal(notes->nsources, 1);
	assert_int_equal(notes->ntalks, 2);
	assert_string_equal(notes->sources[0].name, "Le port");
	notes_free(notes);
}

static void
a_list_of_the_files_is_their_programme(void **state)
{
	static const struct given files[] = {
	    {"README.md",
		"# Harbour Days\n\n## Thursday\n\n"
		"- [Knots](knots.md) - Ann One\n\n## Friday\n\n"
		"- [Sails](./sails.md) - Bob Two\n"
		"- [Tides](tides.md#low) - Cy Oh\n"},
	    {"knots.md", TALK("Knots", "")},
	    {"sails.md", TALK("Sails", "speaker: Bob Two\n")},
	    {"tides.md", TALK("Tides", "")}, {NULL, NULL}};
	struct notes *notes = read_folder(files);

	(void)state;
	assert_string_equal(notes->sources[0].name, "Harbour Days");
	assert_int_equal(notes->ntalks, 3);
	for (uint32_t i = 0; i < 3; i++) {
		assert_string_equal(
		    track_name(notes, i), i == 0 ? "Thursday" : "Friday");
		assert_int_equal(notes->talks[i].nspeakers, 1);
		assert_string_equal(
		    body_blocks(&notes->talks[i]).block[0].text, "notes");
	}
	notes_free(notes);
}

static void
a_list_of_some_files_names_them_all(void **state)
{
	static const struct given files[] = {
	    {"README.md",
		"# Harbour Days\n\nMy notes.\n\n- [Knots](knots.md)\n"
		"- [Sails](sails.md)\n"},
	    {"knots.md", TALK("Knots", ANN)},
	    {"sails.md", TALK("Sails", "speaker: Bob Two\n")},
	    {"tides.md", TALK("Tides", "speaker: Cy Oh\n")}, {NULL, NULL}};
	struct notes *notes = read_folder(files);

	(void)state;
	assert_int_equal(notes->ntalks, 3);
	for (uint32_t i = 0; i < 3; i++)
		assert_string_equal(notes->sources[notes->talks[i].source].name,
		    "Harbour Days");
	notes_free(notes);
}

static void
only_what_is_shouted_is_of_the_repository(void **state)
{
	static const struct given files[] = {
	    {"SECURITY.md", "# Tell us first\n"}, {"LICENSE.md", "# Free\n"},
	    {"knots.md", TALK("Knots", ANN)},
	    {"security.md", TALK("Locks", ANN)}, {NULL, NULL}};
	struct notes *notes = read_folder(files);

	(void)state;
	assert_int_equal(notes->ntalks, 2);
	assert_string_equal(notes->talks[1].title, "Locks");
	notes_free(notes);
}

static void
documents_of_other_kinds_stay_as_they_are(void **state)
{
	static const struct given files[] = {{"knots.md", TALK("Knots", ANN)},
	    {"menu.md",
		"# Menu\n\n## Fish - Bob Two\n\n- x\n\n## Peas - Cy Oh\n\n- "
		"y\n"},
	    {"sails.md", TALK("Sails", ANN)}, {NULL, NULL}};
	static const struct given unlike[] = {{"fish.md", "# Fish\n\nwords\n"},
	    {"peas.md", "words\n"}, {"tides.md", TALK("Tides", ANN)},
	    {"sails.md", TALK("Sails", ANN)}, {NULL, NULL}};
	struct notes *notes = read_folder(files);

	(void)state;
	assert_int_equal(notes->nsources, 2);
	expect_shape(notes, "folder, 2 talks");
	assert_string_equal(notes->sources[1].name, "Menu");
	assert_int_equal(notes->talks[1].source, 0);
	assert_int_equal(notes->talks[3].source, 1);
	notes_free(notes);
	notes = read_folder(unlike);
	assert_int_equal(notes->nsources, 4);
	notes_free(notes);
}

/* Whether the talk has a block with these words, in that part. */
static bool
has_block(const struct talk *talk, const char *text, enum block_part part)
{
	struct body_blocks body = body_blocks(talk);

	for (uint32_t i = 0; i < body.n; i++) {
		if (strcmp(body.block[i].text, text) == 0 &&
		    body.block[i].part == part)
			return true;
	}
	return false;
}

static bool
has_link(const struct talk *talk, const char *url)
{
	struct body_links links = body_links(talk);

	for (uint32_t i = 0; i < links.n; i++) {
		if (strcmp(links.url[i], url) == 0)
			return true;
	}
	return false;
}

static void
front_matter_of_academic_pages_is_told(void **state)
{
	static const struct given files[] = {
	    {"_talks/2031-03-01-knots.md",
		"---\ntitle: \"Knots\"\ncollection: talks\ntype: \"Tutorial\"\n"
		"permalink: /talks/knots\nvenue: \"Harbour School\"\n"
		"date: 2031-03-01\nlocation: \"Porto, Portugal\"\n---\n\n"
		"How they hold.\n"},
	    {"_talks/2031-04-01-sails.md",
		"---\ntitle: Sails\ncollection: talks\nlocation: Porto\n"
		"date: 2031-04-01\n---\n\nHow they pull.\n"},
	    {NULL, NULL}};
	struct notes *notes = read_folder(files);
	const struct talk *talk = notes->talks;

	(void)state;
	assert_int_equal(notes->ntalks, 2);
	assert_string_equal(talk->room, "Harbour School");
	assert_true(has_block(talk, "Location: Porto, Portugal", BLOCK_NOTES));
	assert_true(has_block(talk, "Type: Tutorial", BLOCK_NOTES));
	assert_true(has_block(talk, "How they hold.", BLOCK_NOTES));
	assert_string_equal(talk[1].room, "Porto");
	assert_false(has_block(&talk[1], "Location: Porto", BLOCK_NOTES));
	notes_free(notes);
}

static void
front_matter_of_hugo_academic_is_told(void **state)
{
	static const struct given files[] = {
	    {"talk/knots/index.md",
		"---\ntitle: Knots\nevent: Tide Days\n"
		"event_url: https://tide.example\nlocation: Hall 2\n"
		"summary: In short.\nabstract: |\n  They hold\n  *well*.\n\n"
		"  Or not.\ndate: '2031-06-01T13:00:00Z'\n"
		"date_end: '2031-06-01T15:00:00Z'\n"
		"authors:\n- admin\n- Ann One\nslides: example\n"
		"url_slides: https://tide.example/k.pdf\nurl_code: ''\n"
		"url_video: https://youtu.be/aaaaaaaaaaa\n---\n\nMore.\n"},
	    {"talk/sails/index.md",
		"+++\ntitle = \"Sails\"\nauthors = [\"admin\", \"Bob Two\"]\n"
		"event = \"Tide Days\"\nabstract = \"They pull.\"\n"
		"url_slides = \"files/s.pdf\"\ndate = 2031-06-02T09:00:00\n"
		"+++\n\nMore.\n"},
	    {"talk/tar/index.md",
		"---\ntitle: Tar\ndate: 2031-06-03\nauthor: Cy Three\n"
		"---\n\nWho wrote a page need not speak.\n"},
	    {NULL, NULL}};
	struct notes *notes = read_folder(files);
	const struct talk *talk = notes->talks;

	(void)state;
	assert_int_equal(notes->ntalks, 3);
	assert_int_equal(talk->nspeakers, 1);
	assert_string_equal(talk->speakers[0], "Ann One");
	assert_string_equal(talk->url, "https://youtu.be/aaaaaaaaaaa");
	assert_string_equal(talk->room, "Hall 2");
	assert_string_equal(talk->day, "2031-06-01");
	assert_string_equal(talk->start, "13:00");
	assert_int_equal(talk->minutes, 120);
	assert_true(has_block(talk, "In short.", BLOCK_ABSTRACT));
	assert_true(has_block(talk, "They hold well.", BLOCK_ABSTRACT));
	assert_true(has_block(talk, "Or not.", BLOCK_ABSTRACT));
	assert_true(has_link(talk, "https://tide.example"));
	assert_true(has_link(talk, "https://tide.example/k.pdf"));
	assert_string_equal(talk[1].speakers[0], "Bob Two");
	assert_true(has_block(&talk[1], "Event: Tide Days", BLOCK_NOTES));
	assert_true(has_block(&talk[1], "Slides: files/s.pdf", BLOCK_NOTES));
	assert_null(talk[1].start);
	assert_int_equal(talk[2].nspeakers, 0);
	notes_free(notes);
}

static void
yaml_is_found_in_folders(void **state)
{
	static const struct given files[] = {
	    {"one.yml", "- title: Knots\n  speaker: Ann One\n"},
	    {"two.yaml", "- title: Sails\n  speaker: Bob Two\n"}, {NULL, NULL}};
	struct notes *notes;

	(void)state;
#ifndef HAVE_YAML
	skip();
#endif
	notes = read_folder(files);
	assert_int_equal(notes->ntalks, 2);
	notes_free(notes);
}

#define CAPTIONS "WEBVTT\n\n00:00:01.000 --> 00:00:04.000\nhello\n"

/* They are of a talk, or one of their own, but no document of a talk. */
static void
captions_are_no_members(void **state)
{
	static const struct given files[] = {
	    {"fog.vtt", CAPTIONS},
	    {"knots [AAAAAAAAAAA].vtt", CAPTIONS},
	    {"knots.md",
		TALK("Knots",
		    ANN
		    "video: https://www.youtube.com/watch?v=AAAAAAAAAAA\n")},
	    {"sails.md", TALK("Sails", ANN)},
	    {NULL, NULL},
	};
	struct notes *notes = read_folder(files);
	uint32_t own = 0;

	(void)state;
	assert_int_equal(notes->ntalks, 3);
	assert_int_equal(notes->nconferences, 2);
	for (uint32_t i = 0; i < notes->nsources; i++) {
		const struct source *source = &notes->sources[i];

		own += source->captions == CAPTIONS_ALONE;
		if (source->captions == CAPTIONS_OF_TALK)
			assert_non_null(strstr(source->path, "knots ["));
		if (strcmp(source->name, "harbour") == 0)
			assert_int_equal(source->captions, CAPTIONS_NONE);
	}
	assert_int_equal(own, 1);
	notes_free(notes);
}

/* What Astro, Docusaurus, Quarto and Hugo have in a folder. */
static void
talks_of_sites_have_their_endings_and_keys(void **state)
{
	static const struct given files[] = {
	    {"content/talks/_index.md", "---\ntitle: Talks\n---\n"},
	    {"content/talks/fog.mdx",
		TALK("Fog", ANN "pubDate: 'May 07 2031'\n")},
	    {"content/talks/knots/index.qmd",
		TALK("Knots",
		    "author:\n  - name: Bob Ray\n"
		    "date: 2031-05-08\n"
		    "video: https://youtu.be/AAAAAAAAAAA\n")},
	    {NULL, NULL},
	};
	struct notes *notes = read_folder(files);

	(void)state;
	assert_int_equal(notes->ntalks, 2);
	assert_string_equal(notes->talks[0].title, "Fog");
	assert_string_equal(notes->talks[0].day, "2031-05-07");
	assert_string_equal(notes->talks[1].title, "Knots");
	assert_string_equal(notes->talks[1].speakers[0], "Bob Ray");
	notes_free(notes);
}

/* Notion adds digits to the names of a table and its pages. */
static void
digits_of_notion_are_no_names(void **state)
{
	static const struct given files[] = {
	    {"Talks 0123456789abcdef0123456789abcdef.csv",
		"Name,Speaker,Date\nKnots,Ann Oar,\"May 7, 2031\"\n"
		"Sails,Bob Ray,\"May 8, 2031\"\n"},
	    {NULL, NULL},
	};
	struct notes *notes = read_folder(files);

	(void)state;
	assert_int_equal(notes->ntalks, 2);
	assert_string_equal(notes->sources[0].name, "Talks");
	notes_free(notes);
}

int
main(void)
{
	static const struct CMUnitTest tests[] = {
	    cmocka_unit_test(documents_with_one_talk_each_are_one_conference),
	    cmocka_unit_test(a_document_that_tells_of_the_folder_names_it),
	    cmocka_unit_test(folders_in_it_are_tracks),
	    cmocka_unit_test(a_folder_with_a_year_in_its_name_is_a_conference),
	    cmocka_unit_test(files_fall_into_no_parts_where_each_is_one_talk),
	    cmocka_unit_test(lists_in_such_a_folder_stay_lists),
	    cmocka_unit_test(a_year_around_a_folder_is_of_its_name),
	    cmocka_unit_test(pages_in_languages_tell_of_the_folder),
	    cmocka_unit_test(a_list_of_the_files_is_their_programme),
	    cmocka_unit_test(a_list_of_some_files_names_them_all),
	    cmocka_unit_test(only_what_is_shouted_is_of_the_repository),
	    cmocka_unit_test(documents_of_other_kinds_stay_as_they_are),
	    cmocka_unit_test(captions_are_no_members),
	    cmocka_unit_test(front_matter_of_academic_pages_is_told),
	    cmocka_unit_test(front_matter_of_hugo_academic_is_told),
	    cmocka_unit_test(yaml_is_found_in_folders),
	    cmocka_unit_test(talks_of_sites_have_their_endings_and_keys),
	    cmocka_unit_test(digits_of_notion_are_no_names),
	};

	setlocale(LC_ALL, "C.UTF-8");
	return cmocka_run_group_tests(tests, NULL, NULL);
}
