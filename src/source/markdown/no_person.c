#include "source/markdown/no_person.h"

#include <string.h>

#include "lectern/base/text.h"
#include "source/markdown/names.h"

#define LONGEST 40 /* bytes of what a name may be */

/* Whether a word ends so, with a capital: "JSConf". */
static bool
has_ending(const char *s, size_t len)
{
	static const char *const ends[] = {
	    "Camp", "Con", "Conf", "Days", "Fest", "Summit"};

	for (size_t i = 0; i < sizeof(ends) / sizeof(*ends); i++) {
		size_t n = strlen(ends[i]);

		if (len > n && memcmp(s + len - n, ends[i], n) == 0)
			return true;
	}
	return false;
}

bool
no_person_is_event(const char *s, size_t len)
{
	static const char *const words[] = {"camp", "conf", "conference",
	    "congress", "convention", "days", "expo", "fest", "festival",
	    "meetup", "summit", "symposium", "week", NULL};

	/* "| Quay Conf", where somebody else has a name before the bar */
	if (len == 0 || len > LONGEST || !text_word_byte(*s))
		return false;
	for (size_t i = 0; i < len;) {
		size_t n = names_word(s + i, len - i);

		if (n > 0 &&
		    (names_one_of(s + i, n, words) || has_ending(s + i, n)))
			return true;
		i += n + 1;
	}
	return false;
}

bool
no_person_is_shaped(const char *s, size_t len)
{
	size_t words = 0;

	if (len > LONGEST)
		return false;
	for (size_t i = 0; i < len; words++) {
		size_t n = names_word(s + i, len - i);

		if (n < 2 || s[i] < 'A' || s[i] > 'Z')
			return false;
		for (size_t k = 0; k < n; k++) {
			if (!text_ascii_letter(s[i + k]))
				return false;
		}
		i += n + 1;
	}
	return words >= 2 && words <= 4;
}

bool
no_person_is_subject(const char *s, size_t len)
{
	static const char *const ends[] = {"ing", "ion", "ment", "ity", "ics",
	    "ware", "ence", "logy", "ness", "ture", "code", "systems", "web",
	    "data", "source", "design", "art", "native", "theory", "tools",
	    "languages", "cloud"};
	size_t last = len;

	while (last > 0 && s[last - 1] != ' ')
		last--;
	s += last;
	len -= last;
	for (size_t i = 0; i < sizeof(ends) / sizeof(*ends); i++) {
		size_t n = strlen(ends[i]);

		if (len >= n && text_ascii_same(s + len - n, ends[i], n))
			return true;
	}
	return false;
}
