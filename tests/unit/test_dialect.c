/*
 * dialect: JSON in its dialects becomes conferences; what only looks like it is
 * refused, by what it is.
 */
#include "unit.h"

#include <locale.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "describe.h"
#include "lectern/source/body.h"
#include "lectern/source/load.h"
#include "sample.h"

static void
a_programme_of_the_frab_family_is_read(void **state)
{
	(void)state;
	describe_expect("frab.json",
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
	    "  * It grows.\n"
	    "  * How fast?\n"
	    "  * Film\n"
	    "  * Slides\n"
	    "Night watch\n"
	    "  at 2026-05-01 00:30 +1560, Hall 2, -\n"
	    "  is g-2, 18, -\n"
	    "  to https://tide.example/night\n"
	    "  * https://tide.example/night\n");
}

static void
its_second_version_is_read(void **state)
{
	(void)state;
	describe_expect("v2.json",
	    "Tide Days [td26] 2026-05-01..2026-05-02 Europe/Brussels: "
	    "programme, 2 talks\n"
	    "Kelp at depth\n"
	    "  by Ann One\n"
	    "  in Plants\n"
	    "  at 2026-05-01 10:00 +50, Hall 2, en\n"
	    "  is g-1, KELP42, kelp\n"
	    "  to https://tide.example/kelp\n"
	    "  to https://tide.example/kelp/feedback\n"
	    "  * It grows.\n"
	    "  * FEEDBACK\n"
	    "Night watch\n"
	    "  by Cy Three\n"
	    "  at 2026-05-01 00:30 +30, Roof, -\n"
	    "  is g-2, NIGHT1, -\n");
}

static void
data_of_the_widget_of_pretalx_is_read(void **state)
{
	(void)state;
	describe_expect("pretalx.json",
	    "pretalx [-] -..- Europe/Brussels: sessions, 2 talks\n"
	    "Kelp at depth\n"
	    "  by Ann One\n"
	    "  in Plants\n"
	    "  at 2026-05-01 10:00 +50, Hall 2, en\n"
	    "  is -, KELP42, -\n"
	    "  * It grows.\n"
	    "Night watch\n"
	    "  by Cy Three\n"
	    "  in Beasts\n"
	    "  at 2026-05-02 00:30 +30, Roof, -\n"
	    "  is -, NIGHT1, -\n");
}

static void
slots_of_pretalx_have_their_talks_within(void **state)
{
	(void)state;
	describe_expect("slots.json",
	    "slots [-] -..- -: sessions, 1 talk\n"
	    "Kelp at depth\n"
	    "  by Ann One\n"
	    "  in Plants\n"
	    "  at 2026-05-01 10:00 +50, Hall 2, en\n"
	    "  is -, KELP42, -\n"
	    "  * It grows.\n");
}

static void
talks_stand_under_days_and_hours(void **state)
{
	(void)state;
	describe_expect("by-hour.json",
	    "by-hour [-] -..- -: sessions, 1 talk\n"
	    "Kelp at depth\n"
	    "  by Ann One\n"
	    "  at 2026-05-01 10:00 +50, Hall 2, -\n"
	    "  is -, KELP42, -\n"
	    "  to https://tide.example/kelp.pdf\n"
	    "  * It grows.\n"
	    "  * Slides\n");
}

static void
a_timetable_of_indico_has_sessions_as_tracks(void **state)
{
	(void)state;
	describe_expect("timetable.json",
	    "timetable [-] -..- -: sessions, 1 talk\n"
	    "Kelp at depth\n"
	    "  by Ann One\n"
	    "  in Plants\n"
	    "  at 2026-05-01 10:00 +50, Hall 2, -\n"
	    "  to https://tide.example/kelp.pdf\n"
	    "  * It grows.\n"
	    "  * kelp.pdf\n");
}

static void
data_of_any_app_is_read_by_what_its_members_are_called(void **state)
{
	(void)state;
	describe_expect("app.json",
	    "Tide Days [-] -..- Europe/Brussels: sessions, 3 talks\n"
	    "Kelp at depth\n"
	    "  by Ann One, Bob Two\n"
	    "  in Plants\n"
	    "  at day1 10:00 +50, Hall 2, -\n"
	    "  to https://www.youtube.com/watch?v=AAAAAAAAAAA\n"
	    "  to https://tide.example/kelp.pdf\n"
	    "  * Slides\n"
	    "Night watch\n"
	    "  by Cy Three\n"
	    "  in Beasts\n"
	    "  at day1 22:30 +60, Roof, -\n"
	    "Crabs\n"
	    "  by Dee Four\n"
	    "  at 2026-05-02 09:00 +0, Hall 2, -\n"
	    "! 5: a speaker's id, but nothing tells whose it is\n");
}

/* Of a site, an edge of GraphQL, an entry of Strapi, a video of Invidious. */
static void
people_are_found_wherever_they_stand(void **state)
{
	(void)state;
	describe_expect("people.json",
	    "people [-] -..- -: sessions, 9 talks, 1 break\n"
	    "Kelp at depth\n"
	    "  by Ann One\n"
	    "Tides\n"
	    "  by Bob Two\n"
	    "  to https://tide.example/tides\n"
	    "Crabs\n"
	    "  by Cy Three\n"
	    "  is -, 3, -\n"
	    "Whales\n"
	    "  by Dee Four\n"
	    "Eels\n"
	    "  by Eve-Five\n"
	    "Gulls\n"
	    "  by Fay Six\n"
	    "  * They cry.\n"
	    "Lunch\n"
	    "  at - 12:00 +60, -, -\n"
	    "Flash one\n"
	    "  by Guy Seven\n"
	    "  in Flashes\n"
	    "Flashes\n"
	    "  to https://www.youtube.com/watch?v=AAAAAAAAAAA\n"
	    "Seals\n"
	    "  to https://www.youtube.com/watch?v=CCCCCCCCCCC\n"
	    "! 9: a speaker's id, but nothing tells whose it is\n"
	    "! 14: Private video left out\n");
}

/* The day of a post is the one on which it was published. */
static void
sessions_of_a_wordcamp_are_talks(void **state)
{
	(void)state;
	describe_expect("wordcamp.json",
	    "wordcamp [-] -..- -: sessions, 1 talk, 1 break\n"
	    "Kelp \xE2\x80\x93 Tides & Moons\n"
	    "  by Ann One\n"
	    "  at 2026-05-01 09:00 +40, -, -\n"
	    "  is -, 11, kelp\n"
	    "  to https://youtu.be/AAAAAAAAAAA\n"
	    "  to https://tide.example/session/kelp/\n"
	    "  to https://tide.example/kelp.pdf\n"
	    "  * It grows.\n"
	    "  * Slides\n"
	    "Lunch\n"
	    "  at 2026-05-01 12:30 +0, -, -\n"
	    "  is -, 12, lunch\n"
	    "  to https://tide.example/session/lunch/\n");
}

/* As of Hoverboard, whose slots have a list for each room. */
static void
slots_give_times_to_talks_by_their_ids(void **state)
{
	(void)state;
	describe_expect("hoverboard.json",
	    "hoverboard [-] -..- -: sessions, 5 talks\n"
	    "Kelp at depth\n"
	    "  by Ann One\n"
	    "  at 2026-05-01 10:00 +50, Hall 1, English\n"
	    "  * It grows.\n"
	    "Moons\n"
	    "  by Bob Two\n"
	    "  at 2026-05-01 10:00 +50, Hall 2, -\n"
	    "Crabs\n"
	    "  by Ann One, Bob Two\n"
	    "  at 2026-05-01 11:00 +0, Hall 1, -\n"
	    "Nets\n"
	    "  by Bob Two\n"
	    "  at 2026-05-01 11:00 +0, Hall 1, -\n"
	    "Not yet placed\n"
	    "  by Bob Two\n");
}

static void
a_flat_playlist_is_read(void **state)
{
	(void)state;
	describe_expect("playlist.json",
	    "Tide Days 2026 [-] -..- -: list of videos, 2 talks\n"
	    "Kelp at depth - Ann One\n"
	    "  at - - +51, -, -\n"
	    "  to https://www.youtube.com/watch?v=AAAAAAAAAAA\n"
	    "Night watch\n"
	    "  to https://www.youtube.com/watch?v=BBBBBBBBBBB\n"
	    "! 5: [Private video] left out\n");
}

static void
lists_in_a_list_are_tracks(void **state)
{
	(void)state;
	describe_expect("channel.json",
	    "Tide channel [-] -..- -: list of videos, 1 talk\n"
	    "Kelp\n"
	    "  in Tide channel - Videos\n"
	    "  to https://www.youtube.com/watch?v=AAAAAAAAAAA\n");
}

static void
a_video_a_line_is_read(void **state)
{
	(void)state;
	describe_expect("videos.ndjson",
	    "Tide Days 2026 [-] -..- -: list of videos, 2 talks\n"
	    "Kelp at depth\n"
	    "  at - - +51, -, en\n"
	    "  to https://www.youtube.com/watch?v=AAAAAAAAAAA\n"
	    "  to https://tide.example/kelp.pdf\n"
	    "  * How it grows.\n"
	    "  * Slides: https://tide.example/kelp.pdf\n"
	    "  * #kelp\n"
	    "  * 00:00 Hello\n"
	    "  * 1:02:05 Questions\n"
	    "Night watch\n"
	    "  at - - +30, -, -\n"
	    "  is -, -, td26-18-night\n"
	    "  to https://media.ccc.de/v/td26-18-night\n");
}

static void
an_export_of_indico_is_read(void **state)
{
	(void)state;
	describe_expect("indico.json",
	    "Tide Days [-] 2026-05-01..2026-05-02 Europe/Zurich: Indico, 2 "
	    "talks\n"
	    "Kelp at depth\n"
	    "  by Ann One\n"
	    "  in Plants\n"
	    "  at 2026-05-01 10:00 +50, Hall 2, -\n"
	    "  is -, 17, -\n"
	    "  to https://youtu.be/AAAAAAAAAAA\n"
	    "  to https://indico.example/event/1/contributions/17/\n"
	    "  to https://indico.example/kelp.pdf\n"
	    "  * It grows.\n"
	    "  * kelp.pdf\n"
	    "  * Film\n"
	    "Night watch\n"
	    "  by Three\n"
	    "  in Plenary\n"
	    "  at - - +20, -, -\n"
	    "  is -, 18, -\n");
}

static void
recordings_of_media_ccc_de_are_read(void **state)
{
	(void)state;
	describe_expect("media.json",
	    "Tide Days 2026 [td26] -..- -: media.ccc.de, 1 talk\n"
	    "Kelp at depth\n"
	    "  by Ann One, Bob Two\n"
	    "  at 2026-05-01 10:00 +50, -, eng\n"
	    "  is g-1, -, td26-17-kelp\n"
	    "  to https://media.ccc.de/v/td26-17-kelp\n"
	    "  to https://tide.example/17\n"
	    "  * It grows.\n"
	    "  * https://tide.example/17\n");
}

static void
sessions_with_speakers_apart_are_read(void **state)
{
	(void)state;
	describe_expect("sessionize.json",
	    "sessionize [-] -..- -: sessions, 1 talk, 1 break\n"
	    "Kelp at depth\n"
	    "  by Ann One\n"
	    "  in Plants\n"
	    "  at 2026-05-01 10:00 +50, Hall 2, -\n"
	    "  is -, 17, -\n"
	    "  to https://youtu.be/AAAAAAAAAAA\n"
	    "  to https://slides.example/17\n"
	    "  * It grows.\n"
	    "  * https://slides.example/17\n"
	    "Lunch\n"
	    "  at 2026-05-01 12:00 +60, -, -\n"
	    "  is -, 18, -\n");
}

static void
speakers_with_their_sessions_are_read(void **state)
{
	(void)state;
	describe_expect("speakers.json",
	    "speakers [-] -..- -: sessions, 2 talks\n"
	    "Kelp at depth\n"
	    "  by Ann One\n"
	    "  is -, 17, -\n"
	    "Knots\n"
	    "  by Ann One, Bo Two\n"
	    "  is -, 19, -\n");
}

static void
sessions_by_day_and_room_are_read(void **state)
{
	(void)state;
	describe_expect("gridsmart.json",
	    "gridsmart [-] -..- -: sessions, 1 talk\n"
	    "Kelp at depth\n"
	    "  by Ann One\n"
	    "  in Plants\n"
	    "  at 2026-05-01 10:00 +50, Hall 2, -\n"
	    "  is -, 17, -\n"
	    "  * It grows.\n");
}

static void
a_folder_of_talks_is_a_conference(void **state)
{
	(void)state;
	describe_expect("tide-days",
	    "PyTide 2026 [-] -..- -: folder, 2 talks\n"
	    "Kelp at depth\n"
	    "  by Ann One\n"
	    "  at 2026-05-01 - +51, -, eng\n"
	    "  to https://www.youtube.com/watch?v=AAAAAAAAAAA\n"
	    "  to https://tide.example/kelp.mp4\n"
	    "  to https://tide.example/kelp.pdf\n"
	    "  to https://tide.example/\n"
	    "  * It grows.\n"
	    "  * mp4\n"
	    "  * Slides\n"
	    "  * https://tide.example/\n"
	    "Night watch\n"
	    "  at 2026-05-02 - +0, -, -\n");
}

static struct notes *
load(const char *text)
{
	static const struct load_options options = {.warn = true};

	return load_bytes("x.json", text, strlen(text), &options);
}

/* The only warning that there is, or the first. */
static void
expect_warning(const struct notes *notes, uint32_t line, const char *text)
{
	for (uint32_t i = 0; i < notes->nwarnings; i++) {
		if (describe_is_lack(notes->warnings[i].text))
			continue;
		if (!sample_says(notes->warnings[i].text, text))
			fail_msg(
			    "%s, should be: %s", notes->warnings[i].text, text);
		assert_int_equal(notes->warnings[i].line, line);
		return;
	}
	fail_msg("no warning, should be: %s", text);
}

/* Returns the parts of a talk's blocks in order, a letter for each. */
static const char *
parts_of(const struct talk *talk, char out[16])
{
	const struct body_blocks blocks = body_blocks(talk);
	uint32_t n = 0;

	for (; n < blocks.n && n < 15; n++)
		out[n] = "nsac"[blocks.block[n].part];
	out[n] = '\0';
	return out;
}

static void
blocks_know_what_they_are_part_of(void **state)
{
	struct notes *notes = load(
	    "{\"id\": \"AAAAAAAAAAA\", \"title\": \"Kelp\", "
	    "\"webpage_url\": \"https://a.example/\", "
	    "\"description\": \"It grows.\\nSlowly.\", "
	    "\"chapters\": [{\"start_time\": 9, \"title\": \"Hi\"}]}");
	char parts[16];

	(void)state;
	assert_string_equal(parts_of(notes->talks, parts), "aac");
	notes_free(notes);
	notes = load("{\"schedule\": {\"conference\": {\"days\": [{\"rooms\": "
		     "{\"A\": [{\"title\": \"Kelp\", \"description\": "
		     "\"It grows.\", \"abstract\": \"Kelp.\", "
		     "\"subtitle\": \"A tour\"}]}}]}}}");
	assert_string_equal(parts_of(notes->talks, parts), "saa");
	notes_free(notes);
}

/* As CfPs of Devoxx and Papercall have them: slots, and proposals. */
static void
a_talk_may_stand_beside_what_is_said_of_it(void **state)
{
	struct notes *notes = load(
	    "{\"slots\": [{\"fromTime\": \"18:40\", \"toTime\": "
	    "\"19:10\", \"roomName\": \"Hall 1\", \"day\": "
	    "\"wednesday\", \"break\": null, \"talk\": {\"title\": "
	    "\"Kelp\", \"track\": \"Sea\", \"speakers\": [{\"name\": "
	    "\"Ann One\"}]}}]}");
	const struct talk *talk = notes->talks;

	(void)state;
	assert_string_equal(talk->start, "18:40");
	assert_int_equal(talk->minutes, 30);
	assert_string_equal(talk->room, "Hall 1");
	assert_true(sample_has_speakers(talk, "Ann One"));
	notes_free(notes);
	notes = load("[{\"state\": \"accepted\", \"talk\": {\"title\": "
		     "\"Kelp\", \"abstract\": \"It grows.\"}, "
		     "\"profile\": {\"name\": \"Ann One\"}}]");
	assert_true(sample_has_speakers(notes->talks, "Ann One"));
	notes_free(notes);
	notes = load("[{\"title\": \"Kelp\", \"time\": {\"start\": "
		     "\"2026-05-01 09:30\", \"end\": \"2026-05-01 10:00\"}, "
		     "\"speakers\": {\"Ann One\": \"Tide Lab\", "
		     "\"Bo Two\": \"\"}}]");
	assert_string_equal(notes->talks[0].start, "09:30");
	assert_int_equal(notes->talks[0].minutes, 30);
	assert_true(sample_has_speakers(notes->talks, "Ann One, Bo Two"));
	notes_free(notes);
	/* An entity ends no name. */
	notes = load("[{\"title\": \"Kelp\", \"speakers\": [\"Ann One; Bo "
		     "Two\", \"Cy &amp; Dee\"]}]");
	assert_true(
	    sample_has_speakers(notes->talks, "Ann One, Bo Two, Cy & Dee"));
	notes_free(notes);
}

static void
proposals_that_came_to_nothing_are_left_out(void **state)
{
	struct notes *notes = load(
	    "[{\"state\": \"confirmed\", \"title\": \"Kelp\", "
	    "\"speakers\": [\"Ann One\"]}, {\"state\": \"withdrawn\", "
	    "\"title\": \"Tides\", \"speakers\": [\"Bo Two\"]},\n"
	    "{\"status\": \"Declined\", \"title\": \"Nets\", "
	    "\"speakers\": [\"Bo Two\"]}]");

	(void)state;
	assert_int_equal(notes->ntalks, 1);
	expect_warning(
	    notes, 1, "a talk that was rejected or cancelled left out");
	notes_free(notes);
}

static void
what_is_no_programme_is_refused_by_what_it_is(void **state)
{
	static const struct {
		const char *text, *why;
	} cases[] = {
	    {"{\"$schema\": \"http://json-schema.org/draft-07/schema#\","
	     "\"title\": \"Schedule\", \"properties\": {\"schedule\": {"
	     "\"conference\": {}}}}",
		"x.json: a JSON schema, not a programme"},
	    {"{\"name\": \"lectern\", \"version\": \"1.0\"}",
		"x.json: JSON, but no programme and no list of videos"},
	    {"{\"KELP42\": {\"name\": \"Ann One\", \"biography\": "
	     "\"Swims.\", \"submissions\": [\"TIDE17\"]}}",
		"x.json: a list of people, not of talks"},
	    {"[{\"title\": 1}, {}]",
		"x.json: JSON, but no programme and no list of videos"},
	    {"[{\"title\": \"Kelp\", \"authors\": [\"Ann One\"], "
	     "\"pages\": 12, \"published\": \"2026-05-01\"}]",
		"x.json: JSON, but no programme and no list of videos"},
	    {"{\"type\": \"Feature\", \"properties\": {\"name\": \"Hall\", "
	     "\"description\": \"x\"}}",
		"x.json: JSON, but no programme and no list of videos"},
	    {"{\"name\": \"x\", \"version\": \"1\", \"scripts\": {}, "
	     "\"dependencies\": {\"a\": \"1\"}}",
		"x.json: the manifest of a package, not a programme"},
	    {"{\"openapi\": \"3.0.0\", \"info\": {\"title\": \"Talks\"}}",
		"x.json: the description of an API, not a programme"},
	    {"{\"type\": \"FeatureCollection\", \"features\": [{\"type\": "
	     "\"Feature\", \"geometry\": {\"type\": \"Point\"}}]}",
		"x.json: a map, not a programme"},
	    {"{\"version\": \"https://jsonfeed.org/version/1.1\", \"items\": "
	     "[{\"id\": \"1\", \"title\": \"Kelp\"}]}",
		"x.json: a feed, not a programme"},
	    {"[{\"name\": \"Ann\", \"surname\": \"One\", \"title\": "
	     "\"Diver\", \"bio\": \"Swims.\"}]",
		"x.json: a list of people, not of talks"},
	    {"{\"schedule\": {\"conference\": {\"days\": [",
		"x.json:1: it ends too soon"},
	};

	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		struct notes *notes = load(cases[i].text);

		assert_int_equal(notes->ntalks, 0);
		expect_warning(notes, 1, cases[i].why);
		notes_free(notes);
	}
}

/* As in an article of a site generator. */
static void
an_object_before_text_is_its_front_matter(void **state)
{
	static const struct load_options plain;
	static const char text[] = "{\n\"title\": \"Kelp\"\n}\n\n"
				   "# Talks\n\n## One - Ann\n\n* x\n";
	struct notes *notes = load_bytes("x.md", text, strlen(text), &plain);

	(void)state;
	assert_int_equal(notes->ntalks, 1);
	assert_string_equal(notes->talks[0].title, "Kelp");
	assert_true(body_has_notes(&notes->talks[0]));
	notes_free(notes);
}

#define BEGINNING \
	"{\"_type\": \"playlist\", \"entries\": [{\"title\": \"One\", " \
	"\"id\": \"1\"},\n" \
	"{\"title\": \"Two\", \"id\": \"2\"},\n"

static void
videos_before_a_fault_are_read(void **state)
{
	static const struct {
		const char *rest, *why;
		uint32_t line, talks;
	} cases[] = {
	    {"{\"title\": \"Thr", "a string without an end", 3, 2},
	    {"{\"title\": \"Three\",\n", "it ends too soon", 4, 2},
	    {"{\"title\": \"Three\", \"x\": nil}]}", "no JSON from here on", 3,
		2},
	    {"{\"title\": \"Three\"}\n3", "no comma between two values", 4, 3},
	    {"\n{\"title\": 01}", "a number that is none", 4, 2},
	    {"{\"title\": \"\\x\"}", "a backslash before what needs none", 3,
		2},
	    {"{title: 1}", "an object's member without a name", 3, 2},
	    {"]", "no JSON from here on", 3, 2},
	};
	char text[400], why[200];

	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		uint32_t talks = cases[i].talks;
		struct notes *notes;

		snprintf(text, sizeof(text), "%s%s", BEGINNING, cases[i].rest);
		snprintf(
		    why, sizeof(why), "%s; %u talks read", cases[i].why, talks);
		notes = load(text);
		assert_int_equal(notes->ntalks, talks);
		assert_string_equal(notes->talks[1].title, "Two");
		expect_warning(notes, cases[i].line, why);
		notes_free(notes);
	}
}

static void
a_comma_parts_people_where_the_others_have_none(void **state)
{
	static const struct {
		const char *one, *other; /* lists of speakers */
		uint32_t count;
	} cases[] = {
	    {"[\"Ann One, Bo Two\"]", "[\"Cy Three\"]", 2},
	    {"[\"Roe, Jane\"]", "[\"Cy Three\"]", 1},
	    {"[\"Mar Azul, Jane Ann\"]", "[\"Three, Cy\", \"Two, Bo\"]", 1},
	    {"[\"Mar Azul, Jane Ann\"]", "[]", 1},
	};

	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		char text[256];
		struct notes *notes;

		snprintf(text, sizeof(text),
		    "[{\"title\": \"Kelp\", \"speakers\": %s},"
		    "{\"title\": \"Fog\", \"speakers\": %s}]",
		    cases[i].one, cases[i].other);
		notes = load(text);
		assert_int_equal(notes->talks[0].nspeakers, cases[i].count);
		notes_free(notes);
	}
}

/* What nobody speaks in is listed, too; a session is a part of the programme. */
static void
rows_among_talks_are_of_the_programme(void **state)
{
	struct notes *notes = load(
	    "[{\"title\": \"Kelp\", \"presenter\": \"Ann One\", "
	    "\"session\": \"Deep water\", \"time\": \"1:30 to 2:15 PM\"}, "
	    "{\"title\": \"Discussion\", \"time\": \"11:45 to 12:15 PM\"}]");

	(void)state;
	assert_int_equal(notes->ntalks, 2);
	assert_string_equal(
	    notes->tracks[notes->talks[0].track].name, "Deep water");
	assert_string_equal(notes->talks[0].start, "13:30");
	assert_int_equal(notes->talks[0].minutes, 45);
	assert_string_equal(notes->talks[1].title, "Discussion");
	assert_string_equal(notes->talks[1].start, "11:45");
	assert_int_equal(notes->talks[1].minutes, 30);
	notes_free(notes);
}

/* As they stand in programmes that sites of conferences are made of. */
static void
times_and_titles_may_be_written_in_other_ways(void **state)
{
	static const struct {
		const char *text, *title, *speaker, *start;
		uint16_t minutes;
	} cases[] = {
	    {"[{\"title\": \"<strong>Kelp</strong> and <i class='x'></i>tides"
	     "\", \"subtitle\": \"by Ann One\", \"time\": \"8:10 - 8:30\"}]",
		"Kelp and tides", "Ann One", "08:10", 20},
	    {"[{\"title\": \"Why <b> is bold\", \"speaker\": \"Ann One\"}]",
		"Why <b> is bold", "Ann One", NULL, 0},
	    {"[{\"from\": \"2:00\", \"to\": \"3:15\", \"talks\": "
	     "[{\"speaking\":"
	     " \"Ann One\", \"title\": \"Kelp\"}]}]",
		"Kelp", "Ann One", "14:00", 75},
	    {"[{\"timeslot\": \"2:10 PM — 2:40 PM\", \"title\": \"Kelp\", "
	     "\"description\": \"Ann One\"}]",
		"Kelp", NULL, "14:10", 30},
	    {"[{\"from\": \"09:45\", \"to\": \"10:45\", \"speaker\": "
	     "\"Ann One\"}]",
		"Ann One", "Ann One", "09:45", 60},
	    {"[{\"Talk Title\": \"Kelp\", \"Presenter Name\": \"Ann One\", "
	     "\"Time\": \"20 minutes\"}]",
		"Kelp", "Ann One", NULL, 20},
	    {"[{\"title\": \"Kelp\", \"speaker\": \"Ann One\", \"time\": "
	     "\"10.00 AM - 10:30 AM\"}]",
		"Kelp", "Ann One", "10:00", 30},
	    {"[{\"time\": \"13:40\", \"talks\": [{\"title\": \"Lunch\"}, "
	     "{\"title\": \"Kelp\", \"speaker\": \"Ann One\"}]}]",
		"Lunch", NULL, "13:40", 0},
	};

	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		struct notes *notes = load(cases[i].text);
		const struct talk *talk = notes->talks;

		assert_true(notes->ntalks > 0);
		assert_string_equal(talk->title, cases[i].title);
		assert_int_equal(talk->nspeakers, cases[i].speaker != NULL);
		if (cases[i].speaker)
			assert_string_equal(
			    talk->speakers[0], cases[i].speaker);
		if (cases[i].start)
			assert_string_equal(talk->start, cases[i].start);
		else
			assert_null(talk->start);
		assert_int_equal(talk->minutes, cases[i].minutes);
		notes_free(notes);
	}
}

static void
values_too_deep_are_a_fault(void **state)
{
	char *text = calloc(1, 2000), *to = text;
	struct notes *notes;

	(void)state;
	to += sprintf(to, BEGINNING);
	for (int i = 0; i < 200; i++)
		to += sprintf(to, "[");
	notes = load(text);
	assert_int_equal(notes->ntalks, 2);
	expect_warning(
	    notes, 3, "values stand too deep in each other; 2 talks read");
	notes_free(notes);
	free(text);
}

static void
control_characters_are_dropped(void **state)
{
	struct notes *notes = load(
	    "{\"extractor\": \"x\", \"title\": \"Ke\x1b\\u001blp\tat\nde"
	    "\\u202epth \\ud83d\\ude00 \\ud800\"}");

	(void)state;
	assert_int_equal(notes->ntalks, 1);
	assert_string_equal(
	    notes->talks[0].title, "Ke lp at depth \U0001F600 \uFFFD");
	notes_free(notes);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(a_programme_of_the_frab_family_is_read),
	    cmocka_unit_test(its_second_version_is_read),
	    cmocka_unit_test(data_of_the_widget_of_pretalx_is_read),
	    cmocka_unit_test(slots_of_pretalx_have_their_talks_within),
	    cmocka_unit_test(talks_stand_under_days_and_hours),
	    cmocka_unit_test(a_timetable_of_indico_has_sessions_as_tracks),
	    cmocka_unit_test(
		data_of_any_app_is_read_by_what_its_members_are_called),
	    cmocka_unit_test(people_are_found_wherever_they_stand),
	    cmocka_unit_test(sessions_of_a_wordcamp_are_talks),
	    cmocka_unit_test(slots_give_times_to_talks_by_their_ids),
	    cmocka_unit_test(a_flat_playlist_is_read),
	    cmocka_unit_test(lists_in_a_list_are_tracks),
	    cmocka_unit_test(a_video_a_line_is_read),
	    cmocka_unit_test(an_export_of_indico_is_read),
	    cmocka_unit_test(recordings_of_media_ccc_de_are_read),
	    cmocka_unit_test(sessions_with_speakers_apart_are_read),
	    cmocka_unit_test(speakers_with_their_sessions_are_read),
	    cmocka_unit_test(sessions_by_day_and_room_are_read),
	    cmocka_unit_test(a_folder_of_talks_is_a_conference),
	    cmocka_unit_test(blocks_know_what_they_are_part_of),
	    cmocka_unit_test(a_talk_may_stand_beside_what_is_said_of_it),
	    cmocka_unit_test(proposals_that_came_to_nothing_are_left_out),
	    cmocka_unit_test(what_is_no_programme_is_refused_by_what_it_is),
	    cmocka_unit_test(an_object_before_text_is_its_front_matter),
	    cmocka_unit_test(videos_before_a_fault_are_read),
	    cmocka_unit_test(a_comma_parts_people_where_the_others_have_none),
	    cmocka_unit_test(times_and_titles_may_be_written_in_other_ways),
	    cmocka_unit_test(rows_among_talks_are_of_the_programme),
	    cmocka_unit_test(values_too_deep_are_a_fault),
	    cmocka_unit_test(control_characters_are_dropped),
	};

	setlocale(LC_ALL, "C.UTF-8");
	return cmocka_run_group_tests(tests, NULL, NULL);
}
