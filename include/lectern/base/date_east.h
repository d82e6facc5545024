/*
 * Dates as they are written in Chinese, Japanese and Korean.
 */
#ifndef LECTERN_DATE_EAST_H
#define LECTERN_DATE_EAST_H

#include <stdbool.h>
#include <stddef.h>

struct date_east {
	int year, month, day; /* 0: it is not said */
};

/*
 * Reads the date at the start of the `len` bytes at `s`: a year, a year and
 * month, or a month and day at least, "2031年5月7日", "5月7日（土）", "2031년 5월
 * 7일", with its day of the week and, as of several days, the last of them.
 * Returns its bytes; 0: there is none.
 */
size_t date_east(const char *s, size_t len, struct date_east *date);

/* Whether the whole text is one, but for blanks at its ends. */
bool date_east_is(const char *s, size_t len, struct date_east *date);

#endif
