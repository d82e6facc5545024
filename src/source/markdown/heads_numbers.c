#include "lectern/base/text.h"
#include "source/markdown/finder.h"
#include "source/markdown/label.h"
#include "source/markdown/lead.h"
#include "source/markdown/weigh.h"

#define LEAST 2 /* numbered talks */

/*
 * Numbered headings beside an introduction
 * ========================================
 *
 * "Introduction" over "1. Title", "2. Title" is how notes of one talk begin, and
 * those of several.  They are several talks' where most of the numbers have a
 * summary of their own.  The introduction is then none of the talks.
 * Where the document's heading names somebody, it is about one talk.
 */

/* Whether a heading begins with a number. */
static bool
is_numbered(const struct finder *f, size_t i)
{
	const struct line *line = &finder_node(f, f->head[i].node)->text;

	return text_ascii_digit(line->text[0]) &&
	    lead_number(line->text, line->len) > 0;
}

/* Whether a line between heading `i` and the next one is "Summary: ...". */
static bool
sums_up(const struct finder *f, size_t i)
{
	uint32_t end = i + 1 < f->nheads ? f->head[i + 1].node
					 : (uint32_t)f->md->n;

	for (uint32_t k = f->head[i].node + 1; k < end; k++) {
		const struct line *line = &finder_node(f, k)->text;
		size_t skip;

		if (finder_is(f, k, MD_PARAGRAPH) &&
		    label_before(line->text, line->len, &skip) == LABEL_PART)
			return true;
	}
	return false;
}

bool
heads_are_numbers(const struct finder *f, size_t from)
{
	size_t summed = 0, n = 0;

	if (from >= f->nheads || !f->head[from].part || is_numbered(f, from) ||
	    (from > 0 &&
		weigh_names_somebody(&finder_node(f, f->head[0].node)->text)))
		return false;
	for (size_t i = from + 1; i < f->nheads; i++) {
		if (f->head[i].level < f->head[from].level ||
		    (f->head[i].level == f->head[from].level &&
			(f->head[i].part || !is_numbered(f, i))))
			return false;
		if (f->head[i].level > f->head[from].level)
			continue;
		n++;
		summed += sums_up(f, i);
	}
	return summed >= LEAST && summed * 2 > n;
}
