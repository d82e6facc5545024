#include "source/markdown/handles.h"

#include <string.h>

#include "source/markdown/people.h"

#define AND_LONGEST 4 /* bytes of a word between two handles, with a blank */

/* Where the word begins that ends at byte `at`. */
static uint32_t
word_start(const struct anatomy *a, uint32_t at)
{
	while (at > a->at && a->line->text[at - 1] != ' ')
		at--;
	return at;
}

/* Where handles begin of which the last begins at byte `at`. */
static uint32_t
first_handle(const struct anatomy *a, uint32_t at)
{
	const char *s = a->line->text;

	while (at > a->at) {
		uint32_t before = word_start(a, at - 1);

		if (s[before] != '@' && before > a->at &&
		    at - before <= AND_LONGEST &&
		    people_parted(s + before - 1, a->line->len - before + 1))
			before = word_start(a, before - 1);
		if (s[before] != '@')
			break;
		at = before;
	}
	return at;
}

bool
handles_cut(const struct anatomy *a, struct cut *cut)
{
	const char *s = a->line->text;
	uint32_t last = word_start(a, a->body), at = last;

	for (uint32_t i = 0; i < a->line->nspans; i++) {
		const struct span *span = &a->line->spans[i];

		/* What stands in a link with other words is of the title. */
		if ((span->style & SPAN_LINK) && span->start < at &&
		    span->end > at)
			return false;
	}
	if (at <= a->at || s[at] != '@' ||
	    names_read(s + at, a->body - at) != NAMES_SURE)
		return false;
	at = first_handle(a, last);
	if (at <= a->at)
		at = last;
	*cut = (struct cut){a->at, anatomy_trim(s, a->at, at), at, a->body};
	while (cut->title < at && strchr(" :*", s[cut->title]))
		cut->title++;
	if (cut->title_end > cut->title + 3 &&
	    memcmp(s + cut->title_end - 3, " by", 3) == 0)
		cut->title_end -= 3;
	return true;
}
