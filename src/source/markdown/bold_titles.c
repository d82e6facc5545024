#include "source/markdown/finder.h"
#include "source/markdown/named_title.h"

/* How many paragraphs begin with bold words. */
static size_t
count_bold(const struct finder *f)
{
	size_t bold = 0;

	for (uint32_t i = 1; i < f->md->n; i = finder_node(f, i)->end) {
		const struct line *line = &finder_node(f, i)->text;

		bold += finder_is(f, i, MD_PARAGRAPH) && line->nspans > 0 &&
		    line->spans->start == 0 &&
		    (line->spans->style & SPAN_STRONG);
	}
	return bold;
}

bool
bold_titles_outweigh(struct finder *f, size_t heads)
{
	size_t bold = 0, named = 0, persons = 0;

	/* Most documents have few, and these are quickly counted. */
	if (count_bold(f) <= heads)
		return false;
	for (uint32_t i = 1; i < f->md->n; i = finder_node(f, i)->end) {
		const struct line *line = &finder_node(f, i)->text;
		bool is;

		if (!finder_is(f, i, MD_PARAGRAPH))
			continue;
		is = named_title_bold(line);
		bold += is || finder_is_bold(line);
		named += is;
		persons += is && named_title_of_person(line);
	}
	/* "**Ann Lee** - Reef Labs" are people, not titles. */
	return named >= FINDER_BOLD && named > heads && named * 3 >= bold * 2 &&
	    persons * 2 <= named;
}
