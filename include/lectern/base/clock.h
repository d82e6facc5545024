/*
 * Clocks.
 */
#ifndef LECTERN_CLOCK_H
#define LECTERN_CLOCK_H

/* Time since some fixed moment; it never goes back. */
long long clock_microseconds(void);
long long clock_milliseconds(void);

/* Milliseconds since 1970 by the system's clock, which the user may set. */
long long clock_date(void);

/* The same by the clock of files' times, which may be some milliseconds behind. */
long long clock_of_files(void);

#endif
