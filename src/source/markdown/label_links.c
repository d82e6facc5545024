#include "source/markdown/label_links.h"

#include <string.h>

#include "lectern/base/text.h"
#include "source/markdown/label.h"
#include "source/markdown/names.h"

#define LONGEST 24 /* bytes of a label */

/* Where a link ends that begins at `at` and only says "Video" or "Slides"; 0. */
static uint32_t
link_end(const struct line *line, uint32_t at)
{
	const char *s = line->text + at;
	uint32_t i = 0, len;

	while (i < line->nspans && line->spans[i].end <= at)
		i++;
	if (i == line->nspans || line->spans[i].start != at ||
	    !(line->spans[i].style & SPAN_LINK))
		return 0;
	len = line->spans[i].end - at;
	return len < LONGEST && label_may_end(s, len) &&
		(label_read(s, len) == LABEL_VIDEO ||
		    label_read(s, len) == LABEL_SLIDES)
	    ? at + len
	    : 0;
}

uint32_t
label_links_skip(const struct line *line, uint32_t at)
{
	const char *s = line->text;
	uint32_t to = at;

	for (uint32_t end; (end = link_end(line, to)) > 0;) {
		to = end;
		while (to < line->len && strchr(" -*~|:", s[to]))
			to++;
	}
	return to > at && to < line->len &&
		(text_word_byte(s[to]) || s[to] == '"') &&
		names_by(s + to, line->len - to) == 0 &&
		people_first(s + to, line->len - to) != NAMES_SURE
	    ? to
	    : at;
}
