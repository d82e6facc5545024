/* page: a talk as rows of the detail pane. */
#include "unit.h"

#include <locale.h>
#include <stdlib.h>
#include <string.h>

#include "lectern/base/text.h"
#include "lectern/source/body.h"
#include "lectern/source/load.h"
#include "lectern/ui/talk_rows.h"
#include "sample.h"
#include "source/body_data.h"

static struct notes *notes;
static struct talk_rows rows;

static int
setup(void **state)
{
	(void)state;
	notes = sample_notes();
	return setlocale(LC_CTYPE, "C.UTF-8") ? 0 : 1;
}

static int
teardown(void **state)
{
	(void)state;
	talk_rows_free(&rows);
	notes_free(notes);
	return 0;
}

static void
a_talk_has_a_head_of_two_lines(void **state)
{
	static const int kinds[] = {ROW_TITLE, ROW_NAMES, ROW_BLANK, ROW_BLOCK};

	(void)state;
	talk_rows_build(&rows, notes, &notes->talks[3], NULL, 60);
	for (size_t i = 0; i < 4; i++)
		assert_int_equal(rows.rows[i].kind, kinds[i]);
	assert_string_equal(
	    rows.names, "Petr Tesařík, Ada Lovelace · Toolchains Track");
}

static void
a_head_tells_when_and_where(void **state)
{
	struct talk talk = notes->talks[3];
	static const struct {
		const char *day, *start;
		uint16_t minutes;
		const char *room, *language, *line;
	} cases[] = {
	    {"2026-05-01", NULL, 0, "Hall 2", NULL,
		" Track · 2026-05-01, Hall 2"},
	    {"2026-05-01", NULL, 0, NULL, NULL, " Track · 2026-05-01"},
	    {NULL, NULL, 0, "Hall 2", NULL, " Track · Hall 2"},
	    {"2026-05-01", "23:30", 50, "Hall 2", "de",
		" Track · 2026-05-01 23:30-00:20, Hall 2 · de"},
	    {NULL, "09:05", 0, "Hall 2", NULL, " Track · 09:05, Hall 2"},
	    {NULL, "09:05", 25, NULL, "en", " Track · 09:05-09:30 · en"},
	    {NULL, NULL, 25, NULL, NULL, "Toolchains Track"},
	};

	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		talk.day = cases[i].day;
		talk.start = cases[i].start;
		talk.minutes = cases[i].minutes;
		talk.room = cases[i].room;
		talk.more = &(struct talk_more){.language = cases[i].language};
		talk_rows_build(&rows, notes, &talk, NULL, 60);
		size_t n = strlen(rows.names), len = strlen(cases[i].line);

		assert_true(n > len);
		assert_string_equal(rows.names + n - len, cases[i].line);
	}
}

/* A programme's links stand among the links alone, by their names. */
static void
links_of_a_programme_are_shown_once(void **state)
{
	static const char text[] =
	    "{\"conference\": {\"title\": \"T\"}, \"events\": [{\"title\": "
	    "\"K\","
	    "\"abstract\": \"It [grows](https://a.example/g).\", \"links\": ["
	    "{\"title\": \"Slides\", \"url\": \"https://a.example/s\"},"
	    "{\"title\": \"Deck\", \"url\": \"https://a.example/s\"}]}]}";
	static const struct load_options plain;
	struct notes *programme = load_bytes(
	    "p.json", text, strlen(text), &plain);
	size_t blocks = 0, slides = 0, decks = 0;

	(void)state;
	talk_rows_build(&rows, programme, &programme->talks[0], NULL, 60);
	for (size_t i = 0; i < rows.nrows; i++) {
		blocks += rows.rows[i].kind == ROW_BLOCK;
		slides += strcmp(rows.rows[i].text, "Slides") == 0;
		decks += strcmp(rows.rows[i].text, "Deck") == 0;
	}
	assert_int_equal(slides, 1);
	/* The second name of one link is not among the links. */
	assert_int_equal(decks, 1);
	assert_int_equal(blocks, 2);
	talk_rows_free(&rows);
	notes_free(programme);
}

static void
no_word_of_any_talk_is_lost_at_any_width(void **state)
{
	(void)state;
	for (uint32_t t = 0; t < notes->ntalks; t++)
		for (int width = 10; width < 100; width += 7) {
			const struct talk *talk = &notes->talks[t];
			uint32_t block = UINT32_MAX, at = 0;

			talk_rows_build(&rows, notes, talk, NULL, width);
			for (size_t i = 0; i < rows.nrows; i++) {
				const struct talk_rows_row *row = &rows.rows[i];

				assert_true(row->indent +
					text_width(row->text + row->start,
					    row->end - row->start) <=
				    width);
				if (row->kind != ROW_BLOCK)
					continue;
				if (row->first) {
					assert_int_equal(row->block, block + 1);
					block = row->block;
					at = 0;
				}
				/* Between rows only blanks are left out. */
				assert_true(row->start - at <= 1);
				at = row->end;
			}
			assert_int_equal(block + 1, body_blocks(talk).n);
		}
}

static void
nested_bullets_are_indented_with_a_hanging_edge(void **state)
{
	(void)state;
	talk_rows_build(&rows, notes, &notes->talks[0], NULL, 30);
	size_t outer = talk_rows_find(&rows, ROW_BLOCK, 0),
	       inner = talk_rows_find(&rows, ROW_BLOCK, 1);

	assert_int_equal(rows.rows[outer].indent, 2);
	assert_int_equal(rows.rows[inner].indent, 4);
	assert_true(rows.rows[inner].first);
	assert_false(rows.rows[inner + 1].first);
	assert_int_equal(rows.rows[inner + 1].indent, 4);
}

static void
a_talk_without_notes_says_so(void **state)
{
	(void)state;
	talk_rows_build(&rows, notes, &notes->talks[5], NULL, 40);
	assert_int_equal(rows.rows[3].kind, ROW_NONE);
}

static void
links_are_numbered_at_the_end_with_their_names(void **state)
{
	static const char *const links[] = {
	    "https://youtu.be/AAAAAAAAAAA", "https://example.org/s.pdf"};
	static const char text[] = "## One - Ann\n\n"
				   "https://youtu.be/AAAAAAAAAAA\n\n"
				   "The [slides](https://example.org/s.pdf)\n\n"
				   "## Two - Bob\n";
	const struct load_options plain = {.parts = 1};
	struct notes *loaded = load_bytes(
	    "notes.md", text, strlen(text), &plain);

	(void)state;
	talk_rows_build(&rows, loaded, &loaded->talks[0], NULL, 60);
	size_t first = talk_rows_find(&rows, ROW_LINK, 0);
	size_t second = talk_rows_find(&rows, ROW_LINK, 1);

	assert_int_equal(rows.rows[first - 1].kind, ROW_LINKS);
	assert_string_equal(rows.rows[first].text, links[0]);
	assert_true(rows.rows[first].first);
	/* Its name, then where it leads. */
	assert_int_equal(second, first + 1);
	assert_memory_equal(
	    rows.rows[second].text + rows.rows[second].start, "slides", 6);
	assert_true(rows.rows[second].first);
	assert_string_equal(rows.rows[second + 1].text, links[1]);
	assert_false(rows.rows[second + 1].first);
	assert_int_equal(rows.nrows, second + 2);
	notes_free(loaded);
}

/* Returns the numbers of the links that begin in a row. */
static const char *
numbers_of(size_t row)
{
	static char numbers[16];
	int width = talk_rows_numbers(&rows, &rows.rows[row], numbers);

	assert_int_equal(width, strlen(numbers));
	return numbers;
}

static void
links_have_their_numbers_where_they_stand_in_the_notes(void **state)
{
	static const char text[] =
	    "## One - Ann\n\n"
	    "https://youtu.be/AAAAAAAAAAA\n\n"
	    "- See the [slides](https://example.org/s.pdf) "
	    "and the [code](https://example.org/c)\n"
	    "- No link\n"
	    "- The [same slides](https://example.org/s.pdf)\n\n"
	    "## Two - Bob\n";
	const struct load_options plain = {.parts = 1};
	struct notes *loaded = load_bytes(
	    "notes.md", text, strlen(text), &plain);
	const struct talk *talk = &loaded->talks[0];

	(void)state;
	for (int width = 20; width <= 60; width += 40) {
		talk_rows_build(&rows, loaded, talk, NULL, width);
		size_t row = talk_rows_find(&rows, ROW_BLOCK, 0);

		/* Narrow, the second link stands in another row. */
		assert_string_equal(
		    numbers_of(row), width > 20 ? "[2 3]" : "[2]");
		if (width == 20)
			assert_string_equal(numbers_of(row + 1), "[3]");
		for (size_t i = 0; i < rows.nrows; i++)
			if (*numbers_of(i))
				assert_true(rows.rows[i].indent +
					text_width(rows.rows[i].text +
						rows.rows[i].start,
					    rows.rows[i].end -
						rows.rows[i].start) +
					4 <=
				    width);
		assert_string_equal(
		    numbers_of(talk_rows_find(&rows, ROW_BLOCK, 1)), "");
		assert_string_equal(
		    numbers_of(talk_rows_find(&rows, ROW_BLOCK, 2)), "[2]");
	}
	notes_free(loaded);
}

static void
what_is_said_of_a_track_stands_below_its_first_talk(void **state)
{
	static const struct block said[] = {
	    {.text = "It is free.", .len = 11, .kind = BLOCK_PARAGRAPH},
	    {.text = "It rained.", .len = 10, .kind = BLOCK_PARAGRAPH}};
	const struct track *track = &notes->tracks[0];
	const struct talk *first = &notes->talks[track->talks[0]];
	const struct talk *second = &notes->talks[track->talks[1]];
	const struct about abouts[] = {
	    {&said[0], 1, track->talks[0], ABOUT_CONFERENCE},
	    {&said[1], 1, track->talks[0], 0},
	};

	(void)state;
	notes->abouts = abouts;
	notes->nabouts = 2;
	talk_rows_build(&rows, notes, first, NULL, 60);
	assert_string_equal(
	    rows.rows[rows.nrows - 5].text, "About the conference");
	assert_string_equal(rows.rows[rows.nrows - 4].text, "It is free.");
	assert_int_equal(rows.rows[rows.nrows - 2].kind, ROW_ABOUT_NAME);
	assert_string_equal(rows.rows[rows.nrows - 2].text, "About the track");
	assert_ptr_equal(
	    talk_rows_block(&rows, &rows.rows[rows.nrows - 1]), &said[1]);
	talk_rows_build(&rows, notes, second, NULL, 60);
	assert_int_equal(talk_rows_find(&rows, ROW_ABOUT, 0), 0);
	notes->nabouts = 0;
}

static void
a_track_has_a_page_of_what_is_said_of_it(void **state)
{
	static const struct block block = {
	    .text = "It rained.", .len = 10, .kind = BLOCK_PARAGRAPH};
	const struct about said = {.blocks = &block, .nblocks = 1};

	(void)state;
	talk_rows_build_about(&rows, "Day 1", &said, 60);
	assert_int_equal(rows.nrows, 3);
	assert_string_equal(rows.rows[0].text, "Day 1");
	assert_ptr_equal(talk_rows_block(&rows, &rows.rows[2]), &block);
	assert_null(rows.talk);
}

/* No key waits for notes that nobody can read. */
static void
endless_notes_are_cut_and_that_is_said(void **state)
{
	enum { EACH = 300000 };
	char *text = malloc(2 * EACH + 1);
	struct block blocks[3];
	struct talk talk = notes->talks[0];
	struct body body = {.blocks = blocks, .nblocks = 3};
	size_t bytes = 0, cut;

	(void)state;
	/* Two bytes a letter. */
	for (size_t i = 0; i < EACH; i++)
		memcpy(text + 2 * i, i % 10 < 9 ? "\u0439" : "  ", 2);
	text[2 * EACH] = '\0';
	for (int i = 0; i < 3; i++)
		blocks[i] = (struct block){
		    .text = text, .len = EACH - 1, .kind = BLOCK_BULLET};
	talk.body = &body;
	talk_rows_build(&rows, notes, &talk, NULL, 60);
	cut = talk_rows_find(&rows, ROW_CUT, 0);
	assert_true(cut > 0);
	for (size_t i = 0; i < cut; i++) {
		const struct talk_rows_row *row = &rows.rows[i];

		if (row->kind != ROW_BLOCK)
			continue;
		bytes += row->end - row->start;
		assert_in_range(row->block, 0, 1);
		assert_true(text_is_clean(
		    row->text + row->start, row->end - row->start));
	}
	assert_in_range(bytes, EACH, 2 * EACH);
	/* Others are shown whole. */
	body.nblocks = 1;
	talk_rows_build(&rows, notes, &talk, NULL, 60);
	assert_int_equal(talk_rows_find(&rows, ROW_CUT, 0), 0);
	free(text);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(endless_notes_are_cut_and_that_is_said),
	    cmocka_unit_test(a_talk_has_a_head_of_two_lines),
	    cmocka_unit_test(a_head_tells_when_and_where),
	    cmocka_unit_test(links_of_a_programme_are_shown_once),
	    cmocka_unit_test(no_word_of_any_talk_is_lost_at_any_width),
	    cmocka_unit_test(
		what_is_said_of_a_track_stands_below_its_first_talk),
	    cmocka_unit_test(a_track_has_a_page_of_what_is_said_of_it),
	    cmocka_unit_test(nested_bullets_are_indented_with_a_hanging_edge),
	    cmocka_unit_test(a_talk_without_notes_says_so),
	    cmocka_unit_test(links_are_numbered_at_the_end_with_their_names),
	    cmocka_unit_test(
		links_have_their_numbers_where_they_stand_in_the_notes),
	};

	return cmocka_run_group_tests(tests, setup, teardown);
}
