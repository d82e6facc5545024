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

#include "lectern/base/told.h"
#include "lectern/source/load.h"
#include "sample.h"

#define MOST 12 /* files of a folder */

static const struct load_options plain = {.parts = 0};

/* A file to be, below the folder. */
struct given {
	const char *path, *text;
};

#define TALK(title, more) "---\ntitle: " title "\n" more "---\n\n- notes\n"
#define ANN               "speaker: Ann One\n"

static void
make_folders(const char *path)
{
	char copy[200];

	for (const char *s = path + 1; (s = strchr(s, '/')); s++) {
		snprintf(copy, sizeof(copy), "%.*s", (int)(s - path), path);
		mkdir(copy, 0700);
	}
}

/* Reads a folder called "harbour" with these files, then NULL. */
static struct notes *
read_folder(const struct given *given)
{
	char dir[] = "/tmp/lectern-folder-XXXXXX", root[100];
	char path[MOST][200];
	const char *paths = root;
	struct notes *notes;
	size_t n = 0;

	assert_non_null(mkdtemp(dir));
	snprintf(root, sizeof(root), "%s/harbour", dir);
	for (; given[n].path; n++) {
		FILE *out;

		snprintf(
		    path[n], sizeof(path[n]), "%s/%s", root, given[n].path);
		make_folders(path[n]);
		out = fopen(path[n], "w");
		assert_non_null(out);
		fputs(given[n].text, out);
		fclose(out);
	}
	notes = load_paths(&paths, 1, &plain, NULL);
	assert_non_null(notes);
	for (size_t i = 0; i < n; i++) {
		unlink(path[i]);
		for (char *slash; (slash = strrchr(path[i], '/'));) {
			*slash = '\0';
			if (rmdir(path[i]) != 0)
				break;
		}
	}
	return notes;
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

int
main(void)
{
	static const struct CMUnitTest tests[] = {
	    cmocka_unit_test(documents_with_one_talk_each_are_one_conference),
	    cmocka_unit_test(a_document_that_tells_of_the_folder_names_it),
	    cmocka_unit_test(folders_in_it_are_tracks),
	    cmocka_unit_test(a_folder_with_a_year_in_its_name_is_a_conference),
	    cmocka_unit_test(documents_of_other_kinds_stay_as_they_are),
	};

	setlocale(LC_ALL, "C.UTF-8");
	return cmocka_run_group_tests(tests, NULL, NULL);
}
