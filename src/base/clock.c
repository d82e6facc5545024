#include "lectern/base/clock.h"

#include <time.h>

static long long
microseconds(clockid_t clock)
{
	struct timespec t;

	clock_gettime(clock, &t);
	return (long long)t.tv_sec * 1000000 + t.tv_nsec / 1000;
}

long long
clock_microseconds(void)
{
	return microseconds(CLOCK_MONOTONIC);
}

long long
clock_milliseconds(void)
{
	return microseconds(CLOCK_MONOTONIC) / 1000;
}

long long
clock_date(void)
{
	return microseconds(CLOCK_REALTIME) / 1000;
}

long long
clock_of_files(void)
{
#ifdef CLOCK_REALTIME_COARSE
	return microseconds(CLOCK_REALTIME_COARSE) / 1000;
#else
	return clock_date();
#endif
}
