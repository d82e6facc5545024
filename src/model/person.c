#include "lectern/model/person.h"

#include <string.h>

#include "lectern/base/text.h"

#define BETWEEN " .,\"()" /* parts names, and stands at their ends */

/* Returns the bytes of the word that `s` begins with. */
static size_t
word_length(const char *s)
{
	return strcspn(s, BETWEEN);
}

const char *
person_key(struct arena *arena, const char *name)
{
	const char *comma = strchr(name, ','), *folded, *first, *last;

	/* "Quinn, Zoë" */
	if (comma && comma[1])
		name = arena_printf(
		    arena, "%s %.*s", comma + 1, (int)(comma - name), name);
	folded = text_fold(arena, name, strlen(name), NULL);
	first = last = folded + strspn(folded, BETWEEN);
	for (const char *s = first; *s; s += strspn(s, BETWEEN)) {
		last = s;
		s += word_length(s);
	}
	if (first == last)
		return arena_dup(arena, first, word_length(first));
	return arena_printf(arena, "%.*s %.*s", (int)word_length(first), first,
	    (int)word_length(last), last);
}
