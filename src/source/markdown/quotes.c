#include <string.h>

#include "lectern/base/text.h"
#include "source/markdown/admonition.h"
#include "source/markdown/below.h"
#include "source/markdown/finder.h"
#include "source/markdown/label.h"
#include "source/markdown/named_title.h"
#include "source/markdown/richtext.h"
#include "source/markdown/runs.h"
#include "source/markdown/weigh.h"

#define LONGEST_TITLE 120 /* bytes of the first line of a quotation */
#define LONGEST_PLAIN 80  /* of one that tells by a name alone */
#define LEAST         3   /* quotations that are talks */
#define BETWEEN_MOST  3   /* other blocks for each, where names alone tell */

/*
 * Quotations as talks
 * ===================
 *
 * A quotation speaks for being a talk's if its first line is a title that leads to
 * a video, or is in bold or a link with who speaks beside it or in the line below.
 * A title and a name without more are what people quote, too: these count where
 * they are all quotations, with little text between, and no heading is over them but
 * the document's name or days.  Where there is no such heading either, lines of several may be titles.
 */

/* What the quotation at node `i` begins with; empty: it is none, or no words. */
static struct line
first_line(const struct finder *f, uint32_t i)
{
	struct line line = {.text = ""};

	if (!finder_is(f, i, MD_QUOTE) || !finder_is(f, i + 1, MD_PARAGRAPH) ||
	    f->role[i] == ROLE_SKIP)
		return line;
	line = finder_node(f, i + 1)->text;
	if (line.first > 0 && line.first < line.len)
		line.len = line.first;
	while (line.nspans > 0 && line.spans[line.nspans - 1].start >= line.len)
		line.nspans--;
	return line;
}

/* Whether the second line of a quotation, or what is below, is somebody's name. */
static bool
is_over_person(const struct finder *f, uint32_t quote)
{
	const struct line *line = &finder_node(f, quote + 1)->text;
	uint32_t end = line->breaks[0] > 0 ? line->breaks[0] : line->len;
	struct line below = {.text = line->text + line->first};

	if (line->first == 0 || line->first >= line->len)
		return false;
	below.text += *below.text == ' ';
	below.len = (uint32_t)(line->text + end - below.text);
	return below_is_person(&below);
}

/* Whether the second line of a quotation begins with a link, and one is a video's. */
static bool
is_over_video(const struct finder *f, uint32_t quote)
{
	const struct line *line = &finder_node(f, quote + 1)->text;
	const struct span *link = runs_link(line, line->first);

	return line->first > 0 && link && link->start <= line->first + 1 &&
	    weigh_has_recording(line);
}

/* Whether it surely begins with a talk's title. */
static bool
is_sure(const struct finder *f, uint32_t i)
{
	const struct line line = first_line(f, i);

	return line.len > 0 &&
	    (named_title_sure(&line) ||
		(line.len <= LONGEST_TITLE && finder_is_bold(&line) &&
		    !weigh_is_label(&line) &&
		    !admonition_is_label(line.text, line.len) &&
		    (label_title(line.text, line.len) > 0 ||
			is_over_person(f, i) || is_over_video(f, i))));
}

/* Whether it begins with a title and a name, and no more tells it. */
static bool
is_named(const struct finder *f, uint32_t i)
{
	const struct line line = first_line(f, i);

	return line.len > 0 && line.len <= LONGEST_PLAIN &&
	    !strpbrk(line.text, "\"!") && text_word_byte(*line.text) &&
	    named_title_is(&line);
}

/* Whether the first line of several may be a title. */
static bool
is_titled(const struct finder *f, uint32_t i)
{
	const struct line line = first_line(f, i);

	return line.len > 0 && line.len < LONGEST_TITLE &&
	    line.len < finder_node(f, i + 1)->text.len &&
	    !strchr("\"'.", line.text[line.len - 1]);
}

/* The quotations of a document, by what they begin with. */
struct tally {
	uint32_t all, sure, named, titled;
	uint32_t others;   /* text between */
	uint32_t sections; /* that have sure ones */
};

/* Counts them; `days`: those that tell by a name alone, too. */
static struct tally
count(const struct finder *f, bool days)
{
	struct tally tally = {0};
	uint32_t heading = 0, last = UINT32_MAX;

	for (uint32_t i = 1; i < f->md->n; i = finder_node(f, i)->end) {
		if (finder_is(f, i, MD_HEADING))
			heading = i;
		else
			tally.others += !finder_is(f, i, MD_QUOTE);
		if (!finder_is(f, i, MD_QUOTE))
			continue;
		tally.all++;
		tally.named += days && is_named(f, i);
		tally.titled += is_titled(f, i);
		if (!is_sure(f, i))
			continue;
		tally.sure++;
		tally.sections += last != heading;
		last = heading;
	}
	return tally;
}

static void
add(struct finder *f, bool (*is)(const struct finder *f, uint32_t i), bool sure)
{
	for (uint32_t i = 1; i < f->md->n; i = finder_node(f, i)->end) {
		if (finder_is(f, i, MD_QUOTE) &&
		    (is(f, i) || (sure && is_sure(f, i))))
			groups_add(f, i, 1);
	}
}

/* Whether no heading is over talks but days, and perhaps the document's name. */
static bool
are_below_days(const struct finder *f)
{
	return passages_only_days(f) ||
	    (f->nheads == 1 && f->head->level == 1 && f->head->node == 1);
}

void
quotes_find(struct finder *f)
{
	bool days = are_below_days(f);
	struct tally tally = count(f, days);
	uint32_t least = f->told ? LEAST - 1 : LEAST;

	if (tally.all < least)
		return;
	if (tally.sure >= least && tally.sure * 10 >= tally.all * 6 &&
	    (days || tally.sure * 3 >= tally.sections * 4))
		add(f, is_named, true);
	else if (days && tally.named >= LEAST &&
	    tally.named * 10 >= tally.all * 9 &&
	    tally.others <= tally.all * BETWEEN_MOST)
		add(f, is_named, false);
	else if (passages_only_days(f) && tally.titled >= LEAST &&
	    tally.titled * 10 >= tally.all * 6)
		add(f, is_titled, false);
}
