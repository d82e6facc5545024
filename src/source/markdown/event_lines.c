#include <string.h>

#include "lectern/base/text.h"
#include "source/markdown/finder.h"
#include "source/markdown/label.h"

#define LEAST         3   /* headings of a document that lists talks so */
#define LONGEST_TITLE 120 /* bytes */

/*
 * Lines below events
 * ==================
 *
 * "## Quay Days" over "Kelp at night": who tells where they spoke may have the
 * title as the only line below.  Terms with their meanings look alike; so it is
 * asked of documents alone that are called "Talks", all headings have to be over
 * such a paragraph and nothing else, and most titles to be no shorter than what
 * they stand below, and not where that was.
 */

/* Whether the document's name, or its heading, says that talks follow. */
static bool
is_called(const struct finder *f)
{
	const struct line *line = &finder_node(f, f->head[0].node)->text;

	return f->called || label_names_talks(line->text, line->len);
}

/*
 * Whether a line may be where an event was: "Quay Town, North Land".  Of two parts
 * around a comma, all words begin with a capital.
 */
static bool
may_be_place(const struct line *line)
{
	const char *s = line->text, *comma = memchr(s, ',', line->len);
	bool begins = true;
	uint32_t code;

	if (!comma || memchr(comma + 1, ',', s + line->len - comma - 1))
		return false;
	for (uint32_t i = 0; i < line->len; i++) {
		if (begins && s[i] != ' ') {
			text_decode(s + i, line->len - i, &code);
			if (!text_is_upper(code))
				return false;
		}
		begins = s[i] == ' ';
	}
	return true;
}

/* Whether a title is all that stands below heading `i`. */
static bool
is_over_line(const struct finder *f, size_t i)
{
	const struct head *head = &f->head[i];
	uint32_t node = head->node + 1;
	const struct line *line;
	uint32_t len, code;

	if (head->level != f->head[1].level || head->part || head->aside ||
	    !finder_is(f, node, MD_PARAGRAPH) ||
	    (finder_node(f, node)->end < f->md->n &&
		!finder_is(f, finder_node(f, node)->end, MD_HEADING)))
		return false;
	line = &finder_node(f, node)->text;
	len = line->first > 0 ? line->first : line->len;
	if (len == 0 || line->len > LONGEST_TITLE || line->nspans > 0 ||
	    !memchr(line->text, ' ', len) ||
	    strchr(".:;,", line->text[len - 1]))
		return false;
	text_decode(line->text, len, &code);
	return text_is_upper(code);
}

void
event_lines_find(struct finder *f)
{
	size_t longer = 0, places = 0;

	if (f->ngroups > 0 || heads_after_name(f) == 0 ||
	    f->nheads < LEAST + 1 || !is_called(f))
		return;
	for (size_t i = 1; i < f->nheads; i++) {
		const struct head *head = &f->head[i];

		if (!is_over_line(f, i))
			return;
		longer += finder_node(f, head->node + 1)->text.len >=
		    finder_node(f, head->node)->text.len;
		places += may_be_place(&finder_node(f, head->node + 1)->text);
	}
	if (longer * 3 < (f->nheads - 1) * 2 || places * 2 >= f->nheads)
		return;
	for (size_t i = 1; i < f->nheads; i++)
		groups_add(f, f->head[i].node + 1, 1);
}
