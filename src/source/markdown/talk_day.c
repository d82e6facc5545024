#include "source/markdown/talk_day.h"

#include <string.h>

#include "lectern/base/arena.h"
#include "lectern/base/text.h"
#include "source/day_heading.h"
#include "source/markdown/label.h"
#include "source/when.h"

#define DAY_WITHIN 8 /* lines on top in which a day is looked for */

/* The day that a line like "Date: 2031-05-01" tells; NULL: it tells none. */
static const char *
read_day(struct walk *w, const struct line *line)
{
	size_t skip, len;
	struct when day;
	const char *s, *folded;

	if (label_before(line->text, line->len, &skip) != LABEL_FACT ||
	    skip >= line->len)
		return NULL;
	s = arena_dup(w->arena, line->text + skip, line->len - skip);
	if (when_read(s, &day))
		return when_day(w->arena, &day);
	folded = text_fold(w->arena, s, strlen(s), &len);
	return day_heading_is(folded, len) ? s : NULL;
}

/* The day that one of the lines on top tells; NULL: none does. */
static const char *
find_day(struct walk *w, uint32_t i)
{
	const char *day = NULL;
	unsigned lines = 0;

	for (; !day && i < w->md->n && lines < DAY_WITHIN; i++) {
		const struct line *line = &walk_node(w, i)->text;
		uint32_t at[] = {0, line->first, line->breaks[0],
		    line->breaks[1], line->len};

		if (walk_node(w, i)->kind == MD_HEADING)
			break;
		for (int k = 0; !day && k < 4; k++) {
			uint32_t end = at[k + 1] > at[k] ? at[k + 1]
							 : line->len;
			struct line one;

			/* Items have no text, and a number there. */
			if (k > 0 && (at[k] == 0 || at[k] >= line->len))
				continue;
			one = richtext_cut(w->arena, line, at[k], end);
			lines += one.len > 0;
			day = read_day(w, &one);
		}
	}
	return day;
}

void
talk_day_set(struct walk *w, struct talk *talk, const char *said, uint32_t i,
    const char *named)
{
	struct when day;

	if (!said || !(when_read(said, &day) || when_read_words(said, &day))) {
		if (!talk->day)
			talk->day = find_day(w, i);
		said = talk->day;
	}
	if (said && (when_read(said, &day) || when_read_words(said, &day)))
		talk->day = when_day(w->arena, &day);
	if (!talk->day)
		talk->day = named;
}
