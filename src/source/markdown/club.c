#include "source/markdown/club.h"

#include "source/markdown/people.h"
#include "source/markdown/quoted.h"
#include "source/markdown/signs.h"

uint32_t
club_end(const struct anatomy *a, uint32_t from, uint32_t to)
{
	const char *s = a->line->text;
	size_t n = 0;
	uint32_t at = sign_find(s, from, to, sign_colon, false, &n);

	at += (uint32_t)n;
	while (at < to && s[at] == ' ')
		at++;
	/* A title may be quoted behind the names: `Ann Lee: "Ropes" - a walk`. */
	return at < to && quoted_end(s, at, to) == at &&
		people_first(s + at, to - at) == NAMES_SURE
	    ? at
	    : from;
}

bool
club_is(const struct anatomy *a, const struct cut *cut)
{
	const char *s = a->line->text;
	size_t n = 0;
	uint32_t at = sign_find(
	    s, cut->title, cut->title_end, sign_dash, false, &n);

	return at < cut->title_end &&
	    people_first(s + cut->title, at - cut->title) == NAMES_SURE;
}
