#include "source/markdown/to_come.h"

#include <string.h>

#include "lectern/base/text.h"

bool
to_come_begins(const struct line *line, uint32_t at)
{
	static const char *const words[] = {"TODO", "TBA", "TBD", "TBC"};
	static const char *const all[] = {"open slot", "to be announced",
	    "to be determined", "topic and speaker to be determined",
	    "to be confirmed"};
	const char *s = line->text + at;
	size_t len = line->len - at;

	/* Most lines end here. */
	if (!text_ascii_any(*s, "TtOo"))
		return false;
	for (size_t i = 0; i < sizeof(words) / sizeof(*words); i++) {
		size_t n = strlen(words[i]);

		if (strncmp(s, words[i], n) == 0 && !text_ascii_word(s[n]))
			return true;
	}
	for (size_t i = 0; i < sizeof(all) / sizeof(*all); i++) {
		if (strlen(all[i]) == len && text_ascii_same(s, all[i], len))
			return true;
	}
	return false;
}

bool
to_come_is(const struct line *line)
{
	static const char *const words[] = {"coming soon", "demnächst",
	    "em breve", "nothing yet", "próximamente", "soon", "tba", "tbd",
	    "to be added", "to be announced", "to come", "to do", "todo", "wip",
	    "work in progress", "à venir"};
	size_t len = line->len;

	while (len > 0 && text_ascii_any(line->text[len - 1], ".!"))
		len--;
	for (size_t i = 0; i < sizeof(words) / sizeof(*words); i++) {
		if (strlen(words[i]) == len &&
		    text_ascii_same(line->text, words[i], len))
			return true;
	}
	return false;
}
