#include "source/markdown/prefix.h"

#include <stdlib.h>
#include <string.h>

#include "source/markdown/below.h"
#include "source/markdown/event_words.h"
#include "source/markdown/lead.h"
#include "source/markdown/names.h"

#define ASKED 3 /* talks whose beginning is looked for in the others */
#define LEAST 3 /* that have the same */

/* What a talk's line begins with, behind its time and such. */
struct start {
	const char *s;
	size_t len;    /* of the word or series; 0: there is none */
	size_t number; /* in that series */
	bool series;
	bool named; /* somebody's name is all that follows that */
};

static struct start
start_of(const struct line *line)
{
	unsigned kinds;
	size_t at = lead_length(line->text, line->len, &kinds);
	const char *s = line->text + at;
	size_t n = strcspn(s, ": "), skip;
	struct start start = {.s = s};

	if (n > 0 && n + 2 < PREFIX_MOST && s[n] == ':' && s[n + 1] == ' ') {
		start.len = n + 1;
		return start;
	}
	skip = event_words_skip(s, line->len - at, &n);
	start.series = skip > 0;
	if (start.series && n < PREFIX_MOST) {
		start.named = names_read(s + skip, line->len - at - skip) ==
		    NAMES_SURE;
		start.len = n;
		start.number = strtoul(s + n, NULL, 10);
	}
	return start;
}

/* Whether all of two begin with what they are: "Talk: Knots". */
static bool
are_called(const struct talk_text *talks, size_t n)
{
	uint32_t start;

	return n == 2 && below_title(&talks[0].line, &start) > 0 &&
	    below_title(&talks[1].line, &start) > 0;
}

/*
 * Whether more than half begin as one does, in a series not all in the same one,
 * and have a title behind.
 */
static bool
are_alike(const struct talk_text *talks, size_t n, const struct start *start)
{
	size_t same = 0, others = 0, named = 0;

	for (size_t k = 0; k < n; k++) {
		struct start other = start_of(&talks[k].line);

		if (other.len != start->len ||
		    memcmp(other.s, start->s, start->len) != 0)
			continue;
		same++;
		others += other.number != start->number;
		named += other.named;
	}
	return (same >= LEAST || (same == 2 && are_called(talks, n))) &&
	    same * 2 > n && named * 2 < same && (others > 0 || !start->series);
}

void
prefix_find(char *prefix, const struct talk_text *talks, size_t n)
{
	for (size_t i = 0; i < n && i < ASKED; i++) {
		struct start start = start_of(&talks[i].line);

		if (start.len == 0 || !are_alike(talks, n, &start))
			continue;
		memcpy(prefix, start.s, start.len);
		return;
	}
}
