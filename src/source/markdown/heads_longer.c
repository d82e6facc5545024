#include "source/markdown/finder.h"

#define TITLES_LEAST 3  /* headings below */
#define WORDS_LEAST  24 /* bytes of titles, on average */

/*
 * Titles below one of few sections
 * ================================
 *
 * "## What it is", "## What I saw", "## More": who writes of an event may have a
 * few sections, and the talks as headings below one of these.  The sections have
 * text of their own, as talks do; but their names are short, and the titles long.
 */

/* What a level of headings has, and the headings below. */
struct sections {
	size_t n, length;       /* and bytes of all */
	size_t over;            /* that have headings below */
	size_t titles, letters; /* the headings below, and bytes of all */
	size_t longer;          /* that are longer than the one above */
};

static uint32_t
length_of(const struct finder *f, size_t i)
{
	return finder_node(f, f->head[i].node)->text.len;
}

/* Counts the headings below heading `i`; false: one is no title. */
static bool
count_below(struct finder *f, size_t i, struct sections *s)
{
	size_t k = i + 1;
	int level = k < f->nheads ? f->head[k].level : 0;

	s->over += level > f->head[i].level;
	for (; k < f->nheads && f->head[k].level > f->head[i].level; k++) {
		if (f->head[k].level > level)
			continue;
		if (f->head[k].level < level || !f->head[k].own ||
		    f->head[k].day || f->head[k].label != 0 ||
		    heads_is_part(f, k))
			return false;
		s->titles++;
		s->letters += length_of(f, k);
		s->longer += length_of(f, k) > length_of(f, i);
	}
	return true;
}

bool
heads_over_longer(struct finder *f, size_t from, int level)
{
	struct sections s = {0};

	for (size_t i = from; i < f->nheads; i++) {
		const struct head *head = &f->head[i];

		if (head->level < level)
			return false;
		if (head->level > level)
			continue;
		if (head->day || !count_below(f, i, &s))
			return false;
		s.n++;
		s.length += length_of(f, i);
	}
	if (s.titles < TITLES_LEAST || s.titles <= s.n || s.over * 2 > s.n ||
	    s.longer * 10 < s.titles * 9 ||
	    s.letters < s.titles * WORDS_LEAST ||
	    s.letters * s.n < s.length * s.titles * 3 / 2)
		return false;
	for (size_t i = from; i < f->nheads; i++) {
		if (f->head[i].level == level && heads_speaks(f, i))
			return false;
	}
	return true;
}

/*
 * Short names below titles
 * ========================
 *
 * "## Your cooperative: what is new with it" over "### Cataloguing", "### Sharing":
 * here the titles are long, and the headings below them, of which few if any
 * speak for a talk, name parts of what was said.
 */

bool
heads_over_shorter(struct finder *f, size_t from, int level)
{
	struct sections s = {0};
	size_t speaking = 0;

	for (size_t i = from; i < f->nheads; i++) {
		const struct head *head = &f->head[i];

		if (head->level < level || head->day)
			return false;
		if (head->level > level) {
			s.titles++;
			s.letters += length_of(f, i);
			continue;
		}
		s.n++;
		s.length += length_of(f, i);
	}
	if (s.n < TITLES_LEAST || s.titles < s.n ||
	    s.length < s.n * WORDS_LEAST ||
	    s.length * s.titles < s.letters * s.n * 3 / 2)
		return false;
	for (size_t i = from; i < f->nheads; i++)
		speaking += f->head[i].level > level && heads_speaks(f, i);
	return speaking * 5 < s.titles;
}
