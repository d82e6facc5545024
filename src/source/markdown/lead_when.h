/*
 * Times and dates before a title.
 */
#ifndef LECTERN_LEAD_WHEN_H
#define LECTERN_LEAD_WHEN_H

#include <stdbool.h>
#include <stddef.h>

/* Returns how many digits there are at `s`. */
size_t lead_digits(const char *s, size_t len);

/* Returns the bytes of a dash of any kind at `s`; 0: there is none. */
size_t lead_dash(const char *s, size_t len);

/* Whether what follows parts words: a mark, or the end. */
bool lead_is_parted(const char *s, size_t len);

/*
 * Returns the bytes of a time ("10:30", "9am", "14h") or a range of two; 0:
 * none.
 */
size_t lead_time(const char *s, size_t len);

/*
 * Returns the bytes of a date or year; 0 if there is none, or the words go on
 * without a mark.
 */
size_t lead_date(const char *s, size_t len);

/*
 * Returns the bytes of a date that has the day first and the year last, "16
 * grudnia 2030", "16 de mayo de 2031", whatever follows; 0: none.
 */
size_t lead_date_by_month(const char *s, size_t len);

/* Returns the bytes of a length in minutes, "45 min", as lead_date() does. */
size_t lead_minutes(const char *s, size_t len);

/* The same of one in hours and minutes, "1h 5m". */
size_t lead_hours(const char *s, size_t len);

/* The same of a year, or a date that has a month's or day's name in it. */
size_t lead_date_words(const char *s, size_t len);

#endif
