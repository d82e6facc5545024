#include "source/markdown/event_words.h"

#include <string.h>

#include "lectern/base/date.h"
#include "lectern/base/text.h"
#include "source/markdown/names.h"

bool
event_words_are(const char *s, size_t len)
{
	size_t words = 0;

	if (len < 6 || s[len - 5] != ' ' || !date_is_year(s + len - 4))
		return false;
	for (size_t i = 0; i < len - 5; i++) {
		if (i > 0 && s[i - 1] != ' ')
			continue;
		if (s[i] < 'A' || s[i] > 'Z')
			return false;
		words++;
	}
	return words <= 4;
}

bool
event_words_end_in_year(const char *s, size_t len)
{
	return len > 6 && strncmp(s + len - 6, ", ", 2) == 0 &&
	    date_is_year(s + len - 4);
}

bool
event_words_count(const char *s, size_t len)
{
	static const char *const words[] = {
	    "day", "edition", "event", "meeting", "meetup", "week", NULL};
	size_t n = names_word(s, len), at = n + 1;

	while (at < len && (text_ascii_digit(s[at]) || s[at] == '#'))
		at++;
	return n + 1 < len && at >= len && names_one_of(s, n, words);
}
