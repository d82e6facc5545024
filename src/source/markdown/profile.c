#include "source/markdown/profile.h"

#include <string.h>

#include "lectern/model/link.h"
#include "source/markdown/names.h"

/* Whether no more than the name of a site stands before byte `at`: "Twitter: ". */
static bool
is_site(const struct line *line, uint32_t at)
{
	static const char *const sites[] = {"bluesky", "github", "handle",
	    "linkedin", "mastodon", "twitter", "x", NULL};

	return at > 2 && memcmp(line->text + at - 2, ": ", 2) == 0 &&
	    names_one_of(line->text, at - 2, sites);
}

struct people
profile_people(struct arena *arena, const struct line *line)
{
	const struct people nobody = {.first = NAMES_NOT};
	const struct span *link = line->spans;
	struct people people;
	const char *s;
	size_t len;

	if (line->nspans != 1 || !(link->style & SPAN_LINK) ||
	    link->end != line->len ||
	    (link->start > 0 && !is_site(line, link->start)))
		return nobody;
	s = line->text + link->start;
	len = link->end - link->start;
	if (link_kind(link->url, s, len) != LINK_PERSON)
		return nobody;
	people = people_read(arena, s, len, false);
	return people.first == NAMES_SURE && people.n == 1 ? people : nobody;
}
