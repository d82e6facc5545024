#include "source/markdown/below.h"

#include "source/markdown/label.h"

#define LINE_LONGEST   140 /* bytes of a line below with speakers */
#define PERSON_LONGEST 60  /* and of one with no more than somebody's name */

/* The part of a line below that may be names. */
static const char *
below_names(const struct line *line, size_t *len)
{
	const char *s = line->text;
	size_t n = line->len, skip;

	*len = 0;
	if (n == 0 || n > LINE_LONGEST || s[n - 1] == '.' || s[n - 1] == ':' ||
	    s[n - 1] == '?')
		return s;
	if (label_before(s, n, &skip) == LABEL_SPEAKER ||
	    (skip > 0 && skip < n && names_end_polite(s, n))) {
		s += skip;
		n -= skip;
	}
	skip = names_by(s, n);
	*len = n - skip;
	return s + skip;
}

struct people
below_read(struct arena *arena, const struct line *line, bool firms)
{
	size_t len;
	const char *s = below_names(line, &len);

	return people_read(arena, s, len, firms);
}

bool
below_is_person(const struct line *line)
{
	size_t len;
	const char *s = below_names(line, &len);

	return len <= PERSON_LONGEST && people_first(s, len) == NAMES_SURE;
}

bool
below_is_names(struct arena *arena, const struct line *line)
{
	struct people people = {.whole = false};

	if (line->len <= PERSON_LONGEST)
		people = people_read(arena, line->text, line->len, false);
	return people.whole && people.first == NAMES_SURE;
}

const struct line *
below_any(struct arena *arena, const struct talk_text *talk)
{
	for (size_t k = 0; k < TALK_BELOW; k++) {
		const struct line *line = &talk->below[k];

		if (line->len > 0 &&
		    below_read(arena, line, true).first == NAMES_SURE)
			return line;
	}
	return NULL;
}
