/* ical, xcal: calendars become conferences. */
#include "unit.h"

#include <locale.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "describe.h"
#include "lectern/source/body.h"
#include "lectern/source/load.h"
#include "sample.h"

static void
events_of_a_calendar_are_talks(void **state)
{
	(void)state;
	describe_expect("calendar.ics",
	    "Tide Days [-] -..- Europe/Brussels: calendar, 3 talks\n"
	    "Kelp, at Töpel depth\n"
	    "  by Ann One\n"
	    "  in Plants\n"
	    "  at 2026-05-01 10:00 +50, Hall 2, -\n"
	    "  is 17@tide.example, -, -\n"
	    "  to https://tide.example/17\n"
	    "  * Speaker: Ann One\n"
	    "  * It grows; slowly.\n"
	    "  * Two lines of which the first one is so long that it was "
	    "wrapped by somebody.\n"
	    "Night watch\n"
	    "  by Three, Cy\n"
	    "  at 2026-05-02 - +0, -, -\n"
	    "  is 18@tide.example, -, -\n"
	    "  to https://tide.example/night.pdf\n"
	    "  * https://tide.example/night.pdf\n"
	    "Morning watch\n"
	    "  at 2026-05-02 09:00 +90, -, -\n"
	    "  is 18@tide.example, -, -\n"
	    "  to https://youtu.be/AAAAAAAAAAA\n"
	    "  * Live\n"
	    "  * Film: https://youtu.be/AAAAAAAAAAA\n"
	    "! 49: a cancelled event left out\n");
}

/* As Google Calendar and Indico write who speaks. */
static void
a_description_may_begin_with_the_speakers(void **state)
{
	static const char text[] =
	    "BEGIN:VCALENDAR\r\nVERSION:2.0\r\n"
	    "BEGIN:VEVENT\r\nUID:1\r\nSUMMARY:Kelp\r\n"
	    "DESCRIPTION:<p>Speaker: <b>Ann One</b></p><br>It grows.\r\n"
	    "END:VEVENT\r\nBEGIN:VEVENT\r\nUID:2\r\nSUMMARY:Knots\r\n"
	    "DESCRIPTION:Speakers: Ann One (Tide Lab)\\, Bo Two "
	    "(Sea)\\nAll.\r\n"
	    "END:VEVENT\r\nEND:VCALENDAR\r\n";
	static const struct load_options plain = {.warn = true};
	struct notes *notes = load_bytes("x.ics", text, strlen(text), &plain);

	(void)state;
	assert_int_equal(notes->ntalks, 2);
	assert_true(sample_has_speakers(&notes->talks[0], "Ann One"));
	assert_true(sample_has_speakers(&notes->talks[1], "Ann One, Bo Two"));
	notes_free(notes);
}

/* As of RailsConf. */
static void
blanks_before_lines_of_a_description_make_no_code(void **state)
{
	static const char text[] =
	    "BEGIN:VCALENDAR\nBEGIN:VEVENT\nSUMMARY:Kelp\n"
	    "DESCRIPTION:It grows.\\n\\n            \\n         It wilts."
	    "\nEND:VEVENT\nEND:VCALENDAR\n";
	static const struct load_options plain;
	struct notes *notes = load_bytes("x.ics", text, strlen(text), &plain);
	struct body_blocks blocks = body_blocks(&notes->talks[0]);

	(void)state;
	assert_int_equal(blocks.n, 2);
	for (uint32_t i = 0; i < blocks.n; i++)
		assert_int_equal(blocks.block[i].kind, BLOCK_PARAGRAPH);
	notes_free(notes);
}

/* Google's calendars tell most times in UTC, and the zone once. */
static void
times_in_utc_are_shown_as_clocks_there_show_them(void **state)
{
	static const struct {
		const char *head, *start, *day, *clock, *zone;
	} cases[] = {
	    {"X-WR-TIMEZONE:Europe/Brussels", "DTSTART:20260501T223000Z",
		"2026-05-02", "00:30", "Europe/Brussels"},
	    {"X-WR-TIMEZONE:Europe/Brussels", "DTSTART:20261201T093000Z",
		"2026-12-01", "10:30", "Europe/Brussels"},
	    {"BEGIN:VTIMEZONE\nTZID:/sea.example/America/New_York\n"
	     "END:VTIMEZONE",
		"DTSTART:20260501T010000Z", "2026-04-30", "21:00",
		"/sea.example/America/New_York"},
	    /* What the talks say is of more weight. */
	    {"X-WR-TIMEZONE:UTC",
		"DTSTART;TZID=\"Asia/Kolkata\":20260501T100000", "2026-05-01",
		"10:00", "Asia/Kolkata"},
	    /* As Outlook calls it. */
	    {"BEGIN:VTIMEZONE\nTZID:W. Europe Standard Time\nEND:VTIMEZONE",
		"DTSTART:20260501T223000Z", "2026-05-02", "00:30",
		"Europe/Berlin"},
	    {"VERSION:2.0",
		"DTSTART;TZID=\"Central Standard Time (Mexico)\":"
		"20260501T100000",
		"2026-05-01", "10:00", "America/Mexico_City"},
	    {"X-WR-TIMEZONE:Atlantis/Port", "DTSTART:20260501T100000Z",
		"2026-05-01", "10:00", "Atlantis/Port"},
	    {"VERSION:2.0", "DTSTART:20260501T100000Z", "2026-05-01", "10:00",
		"UTC"},
	    {"VERSION:2.0", "DTSTART:20260501T100000", "2026-05-01", "10:00",
		NULL},
	};
	static const struct load_options plain;

	(void)state;
	if (access("/usr/share/zoneinfo/Europe/Brussels", R_OK) != 0)
		skip();
	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		char text[512];
		struct notes *notes;

		snprintf(text, sizeof(text),
		    "BEGIN:VCALENDAR\n%s\nBEGIN:VEVENT\n%s\nSUMMARY:Kelp\n"
		    "END:VEVENT\nEND:VCALENDAR\n",
		    cases[i].head, cases[i].start);
		notes = load_bytes("x.ics", text, strlen(text), &plain);
		assert_string_equal(notes->talks[0].day, cases[i].day);
		assert_string_equal(notes->talks[0].start, cases[i].clock);
		if (cases[i].zone)
			assert_string_equal(
			    notes->sources[0].zone, cases[i].zone);
		else
			assert_null(notes->sources[0].zone);
		notes_free(notes);
	}
}

static void
a_description_may_have_a_line_of_speakers(void **state)
{
	static const struct {
		const char *text, *speakers;
	} cases[] = {
	    {"It grows.\\n\\nSpeaker: Dr. Ann One\\n\\nAnn dives.",
		"Dr. Ann One"},
	    {"<p>It grows.</p>\\nSpeakers:\\nAnn M. One\\n<p>Ann dives.\\nIn "
	     "the "
	     "sea\\, mostly.</p>\\n<p>Often.</p>\\nBo Two\\n<p>-</p>",
		"Ann M. One, Bo Two"},
	    {"Speakers of all languages: welcome.\\nSpeakers:\\nare to be "
	     "found.",
		""},
	};
	static const struct load_options plain;

	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		char text[512];
		struct notes *notes;

		snprintf(text, sizeof(text),
		    "BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART:20260501T100000Z\n"
		    "SUMMARY:Kelp\nCATEGORIES:Deep\\, "
		    "dark,Sea\nDESCRIPTION:%s\n"
		    "END:VEVENT\nEND:VCALENDAR\n",
		    cases[i].text);
		notes = load_bytes("x.ics", text, strlen(text), &plain);
		assert_true(
		    sample_has_speakers(notes->talks, cases[i].speakers));
		assert_string_equal(
		    notes->tracks[notes->talks[0].track].name, "Deep, dark");
		notes_free(notes);
	}
}

static void
titles_of_pretalx_end_with_the_speakers(void **state)
{
	(void)state;
	describe_expect("pretalx.ics",
	    "pretalx [-] -..- Europe/Brussels: calendar, 1 talk\n"
	    "Kelp at depth\n"
	    "  by Ann One, Bob Two\n"
	    "  at 2026-05-01 10:00 +50, Hall 2, -\n"
	    "  is pretalx-KELP42, -, -\n"
	    "! 12: it ends too soon; 1 talk read\n");
}

/* As Sched has them for some conferences, with where speakers are from. */
static void
titles_of_sched_may_end_with_the_speakers(void **state)
{
	(void)state;
	describe_expect("sched.ics",
	    "sched [-] -..- UTC: calendar, 3 talks, 1 break\n"
	    "Kelp - at depth\n"
	    "  by Ann One, Bo Two\n"
	    "  at 2026-05-01 10:00 +0, -, -\n"
	    "  * Ann One, Tide Lab & Bo Two, Johnson & Johnson\n"
	    "Panel: Tides\n"
	    "  by Ann One, Cy Three, Dee Four\n"
	    "  at 2026-05-01 11:00 +0, -, -\n"
	    "  * Moderated by Ann One, Tide Lab; Cy Three, Sea; Dee Four, "
	    "Sea\n"
	    "Lunch\n"
	    "  at 2026-05-01 12:00 +0, -, -\n"
	    "Moons\n"
	    "  by Ann One\n"
	    "  at 2026-05-01 13:00 +0, -, -\n");
}

static void
titles_may_say_by_whom_in_brackets(void **state)
{
	(void)state;
	describe_expect("by.ics",
	    "by [-] -..- -: calendar, 3 talks\n"
	    "Kelp (at depth)\n"
	    "  by Ann One, Bob Two\n"
	    "  at 2026-05-01 10:00 +0, -, -\n"
	    "Tides\n"
	    "  by Cy Three\n"
	    "  at 2026-05-01 11:00 +0, -, -\n"
	    "Crabs (side by side)\n"
	    "  at 2026-05-01 12:00 +0, -, -\n");
}

static void
a_calendar_in_xml_by_pentabarf_is_read(void **state)
{
	(void)state;
#ifdef HAVE_EXPAT
	describe_expect("pentabarf.xcal",
	    "Tide Days [-] -..- -: calendar, 1 talk\n"
	    "Kelp at depth\n"
	    "  by Ann One, Bob Two\n"
	    "  at 2026-05-01 10:00 +50, Hall 2, en\n"
	    "  is 17@td26@pentabarf.org, 17, td26-17-kelp\n"
	    "  * A tour\n"
	    "  * It grows.\n");
#else
	skip();
#endif
}

static void
a_calendar_in_xml_by_the_standard_is_read(void **state)
{
	(void)state;
#ifdef HAVE_EXPAT
	describe_expect("rfc6321.xcal",
	    "rfc6321 [-] -..- -: calendar, 1 talk\n"
	    "Kelp at depth\n"
	    "  in Plants\n"
	    "  at 2026-05-01 10:00 +50, Hall 2, -\n"
	    "  is u-1, -, -\n"
	    "  to https://tide.example/17\n");
#else
	skip();
#endif
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(events_of_a_calendar_are_talks),
	    cmocka_unit_test(a_description_may_begin_with_the_speakers),
	    cmocka_unit_test(times_in_utc_are_shown_as_clocks_there_show_them),
	    cmocka_unit_test(titles_of_sched_may_end_with_the_speakers),
	    cmocka_unit_test(blanks_before_lines_of_a_description_make_no_code),
	    cmocka_unit_test(titles_may_say_by_whom_in_brackets),
	    cmocka_unit_test(a_description_may_have_a_line_of_speakers),
	    cmocka_unit_test(titles_of_pretalx_end_with_the_speakers),
	    cmocka_unit_test(a_calendar_in_xml_by_pentabarf_is_read),
	    cmocka_unit_test(a_calendar_in_xml_by_the_standard_is_read),
	};

	setlocale(LC_ALL, "C.UTF-8");
	return cmocka_run_group_tests(tests, NULL, NULL);
}
