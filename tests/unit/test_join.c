/* join: talks that several sources tell of are one, and others are not. */
#include "unit.h"

#include <locale.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "describe.h"
#include "lectern/base/arena.h"
#include "lectern/source/load.h"
#include "sample.h"
#include "source/byline.h"
#include "source/join_match.h"

#define MOST 8

/* A talk on either side: title and people. */
struct side {
	const char *title, *people;
};

/* Two sources, and why each talk of the first is joined with the same one. */
struct join_case {
	struct side a[MOST], b[MOST];
	enum join_why why[MOST];
};

static struct talk talks[2][MOST];

static size_t
make(struct arena *arena, int s, const struct side *side,
    const struct talk **list)
{
	size_t n = 0;

	for (; n < MOST && side[n].title; n++) {
		size_t speakers = 0;

		talks[s][n] = (struct talk){.title = side[n].title};
		if (side[n].people)
			talks[s][n].speakers = byline_list(
			    arena, side[n].people, &speakers);
		talks[s][n].nspeakers = (uint32_t)speakers;
		list[n] = &talks[s][n];
	}
	return n;
}

static void
check(const struct join_case *c)
{
	struct arena *arena = arena_new();
	const struct talk *list[2][MOST];
	const size_t n[2] = {
	    make(arena, 0, c->a, list[0]), make(arena, 1, c->b, list[1])};
	const struct talk *const *const sides[2] = {list[0], list[1]};
	const struct join_known known = {.name = "Tide Days 2026"};
	struct join_pair pairs[MOST];
	struct join_guess guesses[MOST];

	join_match(sides, n, &known, pairs, guesses);
	for (size_t i = 0; i < n[0]; i++) {
		assert_string_equal(join_match_why((enum join_why)pairs[i].why),
		    join_match_why(c->why[i]));
		if (c->why[i] != JOIN_LEFT)
			assert_int_equal(pairs[i].other, i);
	}
	arena_free(arena);
}

static void
titles_are_joined_as_a_person_would(void **state)
{
	static const struct join_case cases[] = {
	    {{{"Kelp at depth", NULL}, {"Night Watch!", NULL}},
		{{"Kelp at  Depth", NULL}, {"night watch", NULL}},
		{JOIN_TITLE, JOIN_TITLE}},
	    /* The programme's title, and what a channel makes of it. */
	    {{{"Kelp at depth", NULL}, {"Tides and moons", NULL}},
		{{"Tide Days 2026 - Kelp at depth by Ann One", NULL},
		    {"Bob Two: \"Tides and moons\" (Tide Days 2026)", NULL}},
		{JOIN_WITHIN, JOIN_WITHIN}},
	    /* The longer title has the better claim. */
	    {{{"Kelp at depth", NULL}, {"Kelp at depth in winter", NULL}},
		{{"TD26 Kelp at depth", NULL},
		    {"TD26 Kelp at depth in winter", NULL}},
		{JOIN_WITHIN, JOIN_WITHIN}},
	    {{{"Lightning Talk: A glass of brine", NULL}},
		{{"A glass of brine - Ann One - Tide Days", NULL}},
		{JOIN_WITHIN}},
	    {{{"Sleep!", NULL}}, {{"Sleep! - Ann One - Tide Days", NULL}},
		{JOIN_WITHIN}},
	    {{{"The brine pool: a history of nearly everything", NULL}},
		{{"Ann One - The brine pool - TD26", NULL}}, {JOIN_MAIN}},
	    {{{"A long history of the brine pool under the ice", NULL}},
		{{"A long history of the brine... by Ann One", NULL}},
		{JOIN_CUT}},
	    {{{"Foraminifera surrounding the northern shelf", NULL}},
		{{"Foraminifera surronding the northen shelf", NULL}},
		{JOIN_NEAR}},
	    /* The conference's name says nothing. */
	    {{{"Opening", NULL}, {"Sails", NULL}},
		{{"Tide Days 2026 - Opening", NULL},
		    {"Sails | Tide days, 2026", NULL}},
		{JOIN_TITLE, JOIN_TITLE}},
	    /* A video names who speaks, if only in its title. */
	    {{{"Knots", "Ann One"}, {"Keynote: Whales in spring", "Bob Two"}},
		{{"Ann One - all about knots (Day 2)", NULL},
		    {"Morning Keynote by Bob Two", NULL}},
		{JOIN_WITHIN, JOIN_PEOPLE}},
	    /* Names change places. */
	    {{{"Keynote: The deep", "Ann One"}},
		{{"Morning keynote", "One Ann"}}, {JOIN_PEOPLE}},
	};

	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++)
		check(&cases[i]);
}

static void
talks_with_one_title_are_told_apart_by_day_and_time(void **state)
{
	static const struct talk made[2][4] = {
	    {{.title = "Opening", .day = "2026-05-01", .start = "09:00"},
		{.title = "Opening", .day = "2026-05-02", .start = "09:00"},
		{.title = "Knots", .day = "2026-05-01", .start = "10:00"},
		{.title = "Knots", .day = "2026-05-01", .start = "14:00"}},
	    {{.title = "Opening", .day = "2026-05-02"},
		{.title = "Opening", .day = "2026-05-01"},
		{.title = "Knots", .day = "2026-05-01", .start = "14:00"},
		{.title = "Knots", .day = "2026-05-01", .start = "10:00"}}};
	static const struct join_pair expected[] = {
	    {1, JOIN_DAY}, {0, JOIN_DAY}, {3, JOIN_TIME}, {2, JOIN_TIME}};
	const struct talk *list[2][4];
	const struct talk *const *const sides[2] = {list[0], list[1]};
	const size_t n[2] = {4, 4};
	const struct join_known known = {.settled = NULL};
	struct join_pair pairs[4];
	struct join_guess guesses[4];

	(void)state;
	for (size_t i = 0; i < 4; i++) {
		list[0][i] = &made[0][i];
		list[1][i] = &made[1][i];
	}
	join_match(sides, n, &known, pairs, guesses);
	for (size_t i = 0; i < 4; i++) {
		assert_int_equal(pairs[i].other, expected[i].other);
		assert_int_equal(pairs[i].why, expected[i].why);
	}
}

/* Who is asked needs to say yes only. */
static void
of_talks_with_one_title_that_of_the_day_is_offered(void **state)
{
	static const struct talk made[2][2] = {
	    {{.title = "Lightning Talks", .day = "2026-05-01"},
		{.title = "Lightning Talks", .day = "2026-05-02"}},
	    {{.title = "Lightning Talks Day 2"},
		{.title = "Lightning Talks Day 1"}}};
	const struct talk *list[2][2] = {
	    {&made[0][0], &made[0][1]}, {&made[1][0], &made[1][1]}};
	const struct talk *const *const sides[2] = {list[0], list[1]};
	const size_t n[2] = {2, 2};
	const struct join_known known = {.settled = NULL};
	struct join_pair pairs[2];
	struct join_guess guesses[2];

	(void)state;
	join_match(sides, n, &known, pairs, guesses);
	assert_int_equal(guesses[0].other, 1);
	assert_int_equal(guesses[1].other, 0);
}

static void
what_is_not_certain_is_left(void **state)
{
	static const struct join_case cases[] = {
	    /* Two of a title. */
	    {{{"Opening", NULL}, {"Opening", NULL}}, {{"Opening", NULL}},
		{JOIN_LEFT, JOIN_LEFT}},
	    /* Parts and days are others. */
	    {{{"Growing kelp at sea", NULL}},
		{{"Growing kelp at sea, Part 2", NULL}}, {JOIN_LEFT}},
	    {{{"Opening Remarks, Monday", NULL}},
		{{"Opening Remarks, Tuesday", NULL}}, {JOIN_LEFT}},
	    {{{"Growing kelp at sea 1", NULL}},
		{{"Growing kelp at sea 2", NULL}}, {JOIN_LEFT}},
	    /* One of them only says that it is a keynote. */
	    {{{"Keynote", NULL}}, {{"Keynote by Ann One", NULL}}, {JOIN_LEFT}},
	    {{{"Kelp", NULL}}, {{"All that kelp does not do", NULL}},
		{JOIN_LEFT}},
	    /* The same people have given another talk. */
	    {{{"Kelp at depth", "Ann One"}}, {{"Whales in spring", "Ann One"}},
		{JOIN_LEFT}},
	    {{{"Keynote: Kelp", "Ann One"}, {"Keynote: Whales", "Ann One"}},
		{{"Keynote by Ann One", NULL}}, {JOIN_LEFT, JOIN_LEFT}},
	    {{{"Knots", "Ann One"}}, {{"Ann One: Knots, Part 2", NULL}},
		{JOIN_LEFT}},
	    {{{"", NULL}}, {{"", NULL}}, {JOIN_LEFT}},
	};

	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++)
		check(&cases[i]);
}

/* Whatever their order is, the programme leads. */
static void
programme_notes_and_videos_are_one(void **state)
{
	static const char *const names[] = {
	    "playlist.json", "tide-notes.md", "frab.json"};

	(void)state;
	describe_expect_all(names, 3,
	    "Tide Days 2026 [-] -..- -: list of videos, 2 talks\n"
	    "Tide Days, my notes [-] -..- -: headings, level 2\n"
	    "Coffee\n"
	    "  by Dee Four\n"
	    "  * With the roasters.\n"
	    "Tide Days [td26] 2026-05-01..2026-05-02 Europe/Brussels: "
	    "programme, 2 talks\n"
	    "Kelp at depth\n"
	    "  by Ann One, Bob Töpel\n"
	    "  in Plants\n"
	    "  at 2026-05-01 10:00 +50, Hall 2, en\n"
	    "  is g-1, 17, td26-17-kelp\n"
	    "  to https://video.example.org/kelp.webm\n"
	    "  to https://tide.example/17\n"
	    "  to https://tide.example/kelp.pdf\n"
	    "  to https://www.youtube.com/watch?v=AAAAAAAAAAA\n"
	    "  * It grows.\n"
	    "  * How fast?\n"
	    "  * Film\n"
	    "  * Slides\n"
	    "  * It was dark.\n"
	    "Night watch\n"
	    "  at 2026-05-01 00:30 +1560, Hall 2, -\n"
	    "  is g-2, 18, -\n"
	    "  to https://www.youtube.com/watch?v=BBBBBBBBBBB\n"
	    "  to https://tide.example/night\n"
	    "  * https://tide.example/night\n"
	    "  * Cold.\n"
	    "! 5: [Private video] left out\n");
}

/* Returns the notes of several files in tests/data/programmes. */
static struct notes *
load_as(const struct load_options *options, const char *const *names, size_t n)
{
	const char *srcdir = getenv("srcdir");
	const char *paths[3];
	char path[3][4096];
	struct notes *notes;

	for (size_t i = 0; i < n; i++) {
		snprintf(path[i], sizeof(path[i]),
		    "%s/tests/data/programmes/%s", srcdir ? srcdir : ".",
		    names[i]);
		paths[i] = path[i];
	}
	notes = load_paths(paths, n, options, NULL);
	assert_non_null(notes);
	return notes;
}

static struct notes *
load(const char *const *names, size_t n)
{
	static const struct load_options plain;

	return load_as(&plain, names, n);
}

/* What is left of the notes stands there in a track of its own. */
static void
all_is_in_the_conference_of_the_programme(void **state)
{
	static const char *const names[] = {
	    "playlist.json", "tide-notes.md", "frab.json"};
	struct notes *notes = load(names, 3);

	(void)state;
	assert_int_equal(notes->nconferences, 1);
	assert_string_equal(notes->name, "Tide Days");
	for (uint32_t i = 0; i < notes->ntracks; i++) {
		assert_int_equal(notes->tracks[i].source, 2);
		assert_true(notes->tracks[i].ntalks > 0);
	}
	assert_string_equal(notes->tracks[1].name, "Tide Days, my notes");
	/* Nor is what they say of the whole lost. */
	assert_int_equal(notes->sources[2].nblocks, 1);
	assert_string_equal(notes->sources[2].blocks[0].text, "I was there.");
	notes_free(notes);
}

/* A programme without videos has them of the notes, which tells of a list. */
static void
videos_of_notes_are_known_to_be_those_of_a_list(void **state)
{
	static const char *const names[] = {
	    "low-notes.md", "low.csv", "low.json"};
	struct notes *notes = load(names, 3);

	(void)state;
	assert_int_equal(notes->ntalks, 3);
	assert_string_equal(notes->talks[1].title, "Night watch");
	assert_string_equal(
	    notes->talks[1].url, "https://www.youtube.com/watch?v=LLLLLLLLLL2");
	notes_free(notes);
}

/* Two years of a conference have other talks, and some of the same name. */
static void
other_conferences_stay_apart(void **state)
{
	static const char *const names[] = {"frab.json", "tide-2025.json"};
	struct notes *notes = load(names, 2);

	(void)state;
	assert_int_equal(notes->ntalks, 8);
	assert_int_equal(notes->njoined, 0);
	assert_int_equal(notes->nconferences, 2);
	assert_null(notes->sources[1].joined);
	notes_free(notes);
}

/* What became of each talk of the notes: "Coffee: left", a line each. */
static void
expect_joined(const struct notes *notes, const char *expected)
{
	char text[1024] = "";

	for (uint32_t i = 0; i < notes->njoined; i++) {
		const struct joined *joined = &notes->joined[i];
		size_t len = strlen(text);

		assert_true(
		    joined->talk < notes->ntalks || joined->talk == UINT32_MAX);
		snprintf(text + len, sizeof(text) - len, "%s: %s%s%s\n",
		    joined->title,
		    joined->why          ? joined->why
			: joined->parted ? "parted"
					 : "left",
		    joined->other ? ", " : "",
		    joined->other ? joined->other : "");
	}
	assert_string_equal(text, expected);
}

/* Coffee is the night watch, and kelp is not kelp: said twice, once each way. */
static void
settle(const char *marks, struct load_pairs *pairs)
{
	static const char *const names[] = {"tide-notes.md", "frab.json"};
	struct notes *notes = load(names, 2);
	const struct joined *joined = notes->joined;

	assert_string_equal(marks, "somewhere");
	assert_string_equal(joined[0].title, "Kelp at depth");
	assert_string_equal(joined[2].title, "Coffee");
	load_pairs_add(pairs, joined[0].key, joined[0].other_key, true);
	load_pairs_add(pairs, joined[0].other_key, joined[0].key, false);
	load_pairs_add(pairs, joined[2].key, joined[1].other_key, true);
	load_pairs_add(pairs, "a talk", "of another conference", true);
	notes_free(notes);
}

static void
what_the_reader_has_settled_wins(void **state)
{
	static const char *const names[] = {"tide-notes.md", "frab.json"};
	static const struct load_options settled = {
	    .pairs = settle, .marks = "somewhere"};
	static const char *const other_way[] = {"frab.json", "tide-notes.md"};
	struct notes *notes = load(names, 2);

	(void)state;
	expect_joined(notes,
	    "Kelp at depth: same title, Kelp at depth\n"
	    "Night watch: same title, Night watch\n"
	    "Coffee: left\n");
	notes_free(notes);
	for (int i = 0; i < 2; i++) {
		notes = load_as(&settled, i == 0 ? names : other_way, 2);
		expect_joined(notes,
		    "Kelp at depth: parted, Kelp at depth\n"
		    "Night watch: left\n"
		    "Coffee: settled, Night watch\n");
		assert_string_equal(
		    notes->talks[notes->joined[2].talk].title, "Night watch");
		assert_int_equal(notes->ntalks, 4);
		notes_free(notes);
	}
}

/* The newer one leads, though it has fewer talks and is named last. */
static void
of_two_versions_the_newer_wins(void **state)
{
	static const char *const names[] = {"tide-draft.json", "frab.json"};
	struct notes *notes = load(names, 2);

	(void)state;
	expect_joined(notes,
	    "Kelp, to be confirmed: same guid, Kelp at depth\n"
	    "Night watch: same guid, Night watch\n"
	    "Sand in the gears: left\n");
	assert_true(sample_says(notes->sources[0].joined,
	    "older version of Tide Days: 0 new, 1 gone, 1 moved"));
	assert_int_equal(notes->nconferences, 1);
	assert_int_equal(notes->ntalks, 2);
	assert_string_equal(notes->talks[0].start, "10:00");
	assert_string_equal(notes->talks[0].room, "Hall 2");
	notes_free(notes);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(titles_are_joined_as_a_person_would),
	    cmocka_unit_test(
		talks_with_one_title_are_told_apart_by_day_and_time),
	    cmocka_unit_test(
		of_talks_with_one_title_that_of_the_day_is_offered),
	    cmocka_unit_test(what_is_not_certain_is_left),
	    cmocka_unit_test(programme_notes_and_videos_are_one),
	    cmocka_unit_test(all_is_in_the_conference_of_the_programme),
	    cmocka_unit_test(videos_of_notes_are_known_to_be_those_of_a_list),
	    cmocka_unit_test(other_conferences_stay_apart),
	    cmocka_unit_test(what_the_reader_has_settled_wins),
	    cmocka_unit_test(of_two_versions_the_newer_wins),
	};

	setlocale(LC_ALL, "C.UTF-8");
	return cmocka_run_group_tests(tests, NULL, NULL);
}
