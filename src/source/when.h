/*
 * Dates, times of day and durations as programmes write them.
 */
#ifndef LECTERN_WHEN_H
#define LECTERN_WHEN_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "lectern/base/arena.h"

/* A point in time, at its own place. */
struct when {
	int year, month, day; /* from 1 */
	int minute;           /* of the day; -1: only the day is said */
	int offset;           /* minutes east of UTC, if `zoned` */
	bool zoned;           /* the offset is said */
};

/*
 * Reads a date, with or without a time, in ISO 8601 or the short form of
 * iCalendar: "2024-02-03", "2024-02-03T10:00:00+01:00", "2024-02-03 10:00",
 * "20240203T100000Z".  Returns false if there is no such date.
 */
bool when_read(const char *s, struct when *when);

/* The month that a word names by its first letters, in many languages; 0: none. */
int when_month(const char *s, size_t len);

/*
 * Reads a date in words, with the year: "June 1, 2024", "Sat, 1st Jun 2024",
 * "1. Juni 2024", "16 grudnia 2030", "2024年6月1日"; or in digits, the day or
 * the year first: "1.6.2024", "2024/6/1".  Returns false if it is none.
 */
bool when_read_words(const char *s, struct when *when);

/*
 * Moves a point in time to the offset `offset` (minutes east of UTC).  It must
 * have an offset and a time.
 */
void when_move(struct when *when, int offset);

/* Returns the minutes from `a` to `b`, as if both were at one place. */
long when_between(const struct when *a, const struct when *b);

/* Return "2024-02-03" and "10:00", owned by the arena. */
const char *when_day(struct arena *arena, const struct when *when);
const char *when_clock(struct arena *arena, const struct when *when);

/*
 * Reads a time of day: "10:00", "10:00:00", "9:30", "0930", "9:30 pm", "9 am", "9.30 am",
 * "18 Uhr", "11.30 Uhr", "18h30".  Returns minutes, or -1 if it is none.
 */
int when_minute(const char *s);

/*
 * Ends the first time of a range, "10:00 - 10:50", "10 to 11", and returns the second one;
 * NULL if it is no range.
 */
char *when_second(char *s);

/*
 * Returns the first time of a range, in the half of the day that only the second
 * one tells: "1:30 - 2:15 pm"; owned by the arena, or as it was.
 */
const char *
when_first(struct arena *arena, const char *first, const char *second);

/*
 * Reads how long something takes, in minutes: "00:50", "0:50:00", "001:02:30"
 * (three digits are days), "135.0:00" (with a point, minutes), "45", "PT1H30M",
 * "013000" (six digits, as in xCal), "1h 30m", "90 min".  Returns 0 if it is none, or too long to
 * be one.
 */
uint16_t when_duration(const char *s);

#endif
