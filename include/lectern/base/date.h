/*
 * Times as text, and years in it.
 */
#ifndef LECTERN_DATE_H
#define LECTERN_DATE_H

#include <stdbool.h>
#include <stddef.h>

#define DATE_BYTES 64 /* enough for any time */

/*
 * Writes a time, in milliseconds since 1970, to `text` as in RFC 3339: in UTC,
 * to the second; with `day` only the date.  Returns `text`, which is "" if the
 * time is out of range.
 */
const char *date_text(char text[DATE_BYTES], long long ms, bool day);

/* Whether the four bytes at `s` are a year from 1900 to 2099. */
bool date_is_year(const char *s);

/* Whether one stands anywhere in the `len` bytes. */
bool date_has_year(const char *s, size_t len);

#endif
