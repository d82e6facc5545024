#include "lectern/base/date.h"

#include <string.h>
#include <time.h>

#include "lectern/base/text.h"

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

bool
date_is_year(const char *s)
{
	return (memcmp(s, "19", 2) == 0 || memcmp(s, "20", 2) == 0) &&
	    text_ascii_digit(s[2]) && text_ascii_digit(s[3]);
}

bool
date_has_year(const char *s, size_t len)
{
	for (size_t i = 0; i + 4 <= len; i++) {
		if (date_is_year(s + i))
			return true;
	}
	return false;
}
