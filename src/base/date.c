#include "lectern/base/date.h"

#include <time.h>

const char *
date_text(char text[DATE_BYTES], long long ms, bool day)
{
	time_t seconds = (time_t)(ms / 1000);
	struct tm tm;

	*text = '\0';
	if (gmtime_r(&seconds, &tm))
		strftime(text, DATE_BYTES,
		    day ? "%Y-%m-%d" : "%Y-%m-%dT%H:%M:%SZ", &tm);
	return text;
}
