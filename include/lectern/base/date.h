/*
 * Times as text.
 */
#ifndef LECTERN_DATE_H
#define LECTERN_DATE_H

#include <stdbool.h>

#define DATE_BYTES 64 /* enough for any time */

/*
 * Writes milliseconds since 1970 to `text` as RFC 3339 has them, in UTC, to the
 * second; or only the day.  Returns `text`; "" for a time that no year has.
 */
const char *date_text(char text[DATE_BYTES], long long ms, bool day);

#endif
