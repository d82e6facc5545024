#include "lectern/base/date.h"
#include "source/markdown/finder.h"
#include "source/markdown/label.h"
#include "source/markdown/weigh.h"

/*
 * Talks and where they were given
 * ===============================
 *
 * Who gives a talk at several conferences writes a heading for it, what it is
 * about, a line of links to slides and video, and a list of the conferences with
 * their dates.  These are more than the talks, and have links; yet the headings
 * are the talks where most of one level have such a line of links, and most items
 * below them tell a year and name nobody.
 */

/* What the headings of one level have. */
struct given {
	size_t heads, recorded;
};

/* Whether all that a line says are links that are called slides or video. */
static bool
is_of_recordings(const struct line *line)
{
	uint32_t at = 0;

	for (uint32_t i = 0; i < line->nspans; i++) {
		const struct span *span = &line->spans[i];
		enum label_kind kind;

		if (!(span->style & SPAN_LINK) || span->start < at)
			continue;
		kind = label_read(
		    line->text + span->start, span->end - span->start);
		if ((kind != LABEL_VIDEO && kind != LABEL_SLIDES) ||
		    richtext_has_words(line->text, at, span->start))
			return false;
		at = span->end;
	}
	return at > 0 && !richtext_has_words(line->text, at, line->len);
}

/* Whether an item tells when something was, and of nobody. */
static bool
tells_place(const struct line *line)
{
	return date_has_year(line->text, line->len) &&
	    !weigh_names_somebody(line);
}

/* Where what is below heading `i` ends. */
static uint32_t
below_end(const struct finder *f, size_t i)
{
	return i + 1 < f->nheads ? f->head[i + 1].node : (uint32_t)f->md->n;
}

static bool
counts(const struct head *head)
{
	return !head->day && !head->aside && !head->part;
}

/* Whether a line of links to recordings stands below heading `i`. */
static bool
is_recorded(const struct finder *f, size_t i)
{
	uint32_t end = below_end(f, i);

	for (uint32_t k = f->head[i].node + 1; k < end;
	     k = finder_node(f, k)->end) {
		if (finder_is(f, k, MD_PARAGRAPH) &&
		    is_of_recordings(&finder_node(f, k)->text))
			return true;
	}
	return false;
}

/* Whether most headings of one level have such a line. */
static bool
are_recorded(const struct finder *f, size_t from)
{
	struct given given[7] = {{0}};

	for (size_t i = from; i < f->nheads; i++) {
		if (!counts(&f->head[i]))
			continue;
		given[f->head[i].level].heads++;
		given[f->head[i].level].recorded += is_recorded(f, i);
	}
	for (int level = 1; level <= 6; level++) {
		if (given[level].recorded >= 2 &&
		    given[level].recorded * 3 >= given[level].heads * 2)
			return true;
	}
	return false;
}

bool
heads_given(const struct finder *f, size_t from)
{
	size_t items = 0, places = 0;

	if (!are_recorded(f, from))
		return false;
	for (size_t i = from; i < f->nheads; i++) {
		uint32_t end = below_end(f, i);

		if (!counts(&f->head[i]))
			continue;
		for (uint32_t k = f->head[i].node + 1; k < end; k++) {
			if (!finder_is(f, k, MD_ITEM) ||
			    weigh_is_label(weigh_item_line(f, k)))
				continue;
			items++;
			places += tells_place(weigh_item_line(f, k));
		}
	}
	return items >= 2 && places * 3 >= items * 2;
}
