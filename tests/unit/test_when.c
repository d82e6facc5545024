/* when: dates, times of day and durations, in whichever way they are written. */
#include "unit.h"

#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "lectern/base/zone.h"
#include "source/when.h"

static struct arena *arena;

static void
a_date_is_read_in_its_forms(void **state)
{
	static const struct {
		const char *s, *day, *clock; /* NULL: not said */
		int offset;
		bool zoned;
	} cases[] = {
	    {"2024-02-03", "2024-02-03", NULL, 0, false},
	    {"2024-02-03T10:00:00+01:00", "2024-02-03", "10:00", 60, true},
	    {"2024-02-03T10:00:00.250-0530", "2024-02-03", "10:00", -330, true},
	    {"2024-02-03 09:05", "2024-02-03", "09:05", 0, false},
	    {"20240203T235959Z", "2024-02-03", "23:59", 0, true},
	    {"20240203", "2024-02-03", NULL, 0, false},
	    {"2024-02-03Tnoon", "2024-02-03", NULL, 0, false},
	    {"2024-13-03", NULL, NULL, 0, false},
	    {"3 February", NULL, NULL, 0, false},
	    {"", NULL, NULL, 0, false},
	};

	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		struct when when;

		assert_int_equal(
		    when_read(cases[i].s, &when), cases[i].day != NULL);
		if (!cases[i].day)
			continue;
		assert_string_equal(when_day(arena, &when), cases[i].day);
		assert_int_equal(when.minute >= 0, cases[i].clock != NULL);
		if (cases[i].clock)
			assert_string_equal(
			    when_clock(arena, &when), cases[i].clock);
		assert_int_equal(when.zoned, cases[i].zoned);
		assert_int_equal(when.offset, cases[i].offset);
	}
}

static void
a_time_moves_over_the_ends_of_days_months_and_years(void **state)
{
	static const struct {
		const char *s, *day, *clock;
		int offset;
	} cases[] = {
	    {"2024-02-28T23:30:00Z", "2024-02-29", "00:30", 60},
	    {"2023-02-28T23:30:00Z", "2023-03-01", "01:00", 90},
	    {"2024-01-01T00:15:00+01:00", "2023-12-31", "18:15", -300},
	    {"2000-02-29T12:00:00Z", "2000-03-01", "01:00", 780},
	    {"2024-12-31T23:00:00Z", "2025-01-01", "09:00", 600},
	};

	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		struct when when, before;

		assert_true(when_read(cases[i].s, &when));
		before = when;
		when_move(&when, cases[i].offset);
		assert_string_equal(when_day(arena, &when), cases[i].day);
		assert_string_equal(when_clock(arena, &when), cases[i].clock);
		assert_int_equal(when_between(&before, &when),
		    cases[i].offset - before.offset);
	}
}

static void
a_time_of_day_is_read(void **state)
{
	(void)state;
	assert_int_equal(when_minute("10:05"), 605);
	assert_int_equal(when_minute("10:05:59"), 605);
	assert_int_equal(when_minute("9:30"), 570);
	assert_int_equal(when_minute("0930"), 570);
	assert_int_equal(when_minute("2:30 PM"), 14 * 60 + 30);
	assert_int_equal(when_minute("12:05 a.m."), 5);
	assert_int_equal(when_minute("12pm"), 12 * 60);
	assert_int_equal(when_minute("9 am"), 9 * 60);
	assert_int_equal(when_minute("9"), -1);
	assert_int_equal(when_minute("10:75"), -1);
	/* A number that only a blank stands before is none. */
	assert_int_equal(when_minute(" 40521002T120000Z"), -1);
	assert_int_equal(when_minute("25:00"), -1);
	assert_int_equal(when_minute("soon"), -1);
	assert_int_equal(when_minute(""), -1);
}

static void
a_duration_is_read_in_its_forms(void **state)
{
	static const struct {
		const char *s;
		int minutes;
	} cases[] = {
	    {"00:50", 50},
	    {"1:30", 90},
	    {"01:30:00", 90},
	    {"0:45:00", 45},
	    {"001:02:30", 24 * 60 + 150},
	    {"135.0:00", 135},
	    {"45", 45},
	    {"013000", 90},
	    {"PT1H30M", 90},
	    {"P1DT1H", 25 * 60},
	    {"1h 30m", 90},
	    {"1h30", 90},
	    {"45 min", 45},
	    {"1.5 hours", 90},
	    {"90 Minuten", 90},
	    {"2 days", 2 * 24 * 60},
	    {"PT", 0},
	    {"P", 0},
	    {"", 0},
	    {"00:00", 0},
	    {"a while", 0},
	    {"99999", 0},
	    {"999999999999", 0},
	    {"PT99999999999999999999H", 0},
	};

	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++)
		assert_int_equal(when_duration(cases[i].s), cases[i].minutes);
}

static void
a_date_in_words_is_read(void **state)
{
	static const struct {
		const char *s, *day; /* NULL: none */
	} cases[] = {
	    {"June 1, 2024", "2024-06-01"},
	    {"Saturday, 1st of June 2024", "2024-06-01"},
	    {"Sat Jun 1 2024", "2024-06-01"},
	    {"Samstag, 1. M\xC3\xA4rz 2024", "2024-03-01"},
	    {"12 Dez. 2024", "2024-12-12"},
	    {"2024年6月1日（土）", "2024-06-01"},
	    {"2024년 6월 1일", "2024-06-01"},
	    {"2024年12月7日～8日", "2024-12-07"},
	    {"2024年6月", NULL},
	    {"6月1日", NULL},
	    {"2024年13月1日", NULL},
	    {"2024年6月1日の夜", NULL},
	    {"June 1", NULL},
	    {"June 2024", NULL},
	    {"June 32, 2024", NULL},
	    {"June 1, May 2, 2024", NULL},
	    {"1 2 2024", NULL},
	    {"Room 1, June 2024", NULL},
	    {"", NULL},
	};
	struct when when;

	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		if (!cases[i].day)
			assert_false(when_read_words(cases[i].s, &when));
		else if (!when_read_words(cases[i].s, &when))
			fail_msg("%s", cases[i].s);
		else
			assert_string_equal(
			    when_day(arena, &when), cases[i].day);
	}
}

/* The C library knows the same of the zone that the environment names. */
static void
clocks_of_a_zone_are_as_the_system_has_them(void **state)
{
	static const char *const names[] = {"Europe/Brussels",
	    "America/New_York", "Asia/Kolkata", "Australia/Lord_Howe",
	    "Africa/Casablanca", "Pacific/Apia", "America/Godthab", "UTC"};
	const time_t from = 1, to = 2900000000, step = 1234567;

	(void)state;
	for (size_t i = 0; i < sizeof(names) / sizeof(*names); i++) {
		struct zone *zone = zone_open(names[i]);

		if (!zone)
			skip();
		setenv("TZ", names[i], 1);
		tzset();
		for (time_t at = from; at < to; at += step) {
			int offset = zone_offset(zone, at);
			time_t there = at + 60L * offset, back;
			struct tm tm;

			localtime_r(&at, &tm);
			assert_int_equal(offset, tm.tm_gmtoff / 60);
			/* An hour that clocks show twice has two times. */
			assert_true(zone_to_utc(names[i], &tm));
			back = timegm(&tm);
			assert_int_equal(
			    back + 60L * zone_offset(zone, back), there);
		}
		zone_free(zone);
	}
	unsetenv("TZ");
	tzset();
	assert_null(zone_open(""));
	assert_null(zone_open("/"));
	assert_null(zone_open("../../../etc/passwd"));
	assert_null(zone_open("Europe"));
	assert_null(zone_open("Atlantis/Port"));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(a_date_is_read_in_its_forms),
	    cmocka_unit_test(
		a_time_moves_over_the_ends_of_days_months_and_years),
	    cmocka_unit_test(a_time_of_day_is_read),
	    cmocka_unit_test(a_duration_is_read_in_its_forms),
	    cmocka_unit_test(a_date_in_words_is_read),
	    cmocka_unit_test(clocks_of_a_zone_are_as_the_system_has_them),
	};
	int failed;

	arena = arena_new();
	failed = cmocka_run_group_tests(tests, NULL, NULL);
	arena_free(arena);
	return failed;
}
