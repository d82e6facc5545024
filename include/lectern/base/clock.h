/*
 * What time it is.
 */
#ifndef LECTERN_CLOCK_H
#define LECTERN_CLOCK_H

/* Time that only goes forward, from some moment on. */
long long clock_microseconds(void);
long long clock_milliseconds(void);

/* Milliseconds since 1970, as the user's clock has them. */
long long clock_date(void);

#endif
