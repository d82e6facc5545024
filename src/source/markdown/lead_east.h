/*
 * What stands before titles in Chinese, Japanese and Korean.
 */
#ifndef LECTERN_LEAD_EAST_H
#define LECTERN_LEAD_EAST_H

#include <stddef.h>

/*
 * Returns the bytes of a word for a talk, a number and a colon, "主题三：", or of a
 * number and a sign behind what counts, "三、"; 0: there is none.
 */
size_t lead_east_number(const char *s, size_t len);

/*
 * Returns the bytes of a date, after which the words do not go on: behind a blank
 * they may, but if it is no more than a year; 0: there is none.
 */
size_t lead_east_date(const char *s, size_t len);

/* Returns the bytes of a wide sign that parts a date from a title; 0: none. */
size_t lead_east_separator(const char *s, size_t len);

#endif
