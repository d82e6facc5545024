#include <string.h>

#include "source/markdown/below.h"
#include "source/markdown/bold_lead.h"
#include "source/markdown/finder.h"
#include "source/markdown/lead.h"
#include "source/markdown/weigh.h"

#define DATE_LEAST 8 /* bytes of "1.5.2031" */

#define ASKED_MOST 64 /* lines that are asked whether they name somebody */

/*
 * Lists like others
 * =================
 *
 * Talks that are still to come have no links yet, and not each session is
 * somebody's: such a list speaks for nothing.  But its lines have the form of those
 * that do, "Event - Title" or "**Title**: what it was about", and it stands below
 * a heading of the same level.  Below a day one such line is enough.
 */

/* Whether a line has a dash, a bar or "@" between blanks. */
static bool
is_parted(const struct line *line)
{
	for (uint32_t i = 1; i + 2 < line->len; i++) {
		if (line->text[i] != ' ')
			continue;
		if (strchr("-|@", line->text[i + 1]) &&
		    line->text[i + 2] == ' ')
			return true;
		if (i + 4 < line->len &&
		    memcmp(line->text + i + 1, "\xe2\x80", 2) == 0 &&
		    strchr("\x93\x94", line->text[i + 3]) &&
		    line->text[i + 4] == ' ')
			return true;
	}
	return false;
}

/* The lines of lists, and how many have which form. */
struct forms {
	size_t lines, parted, bold;
	size_t asked, named; /* whether they name somebody, and those that do */
};

static void
count(const struct finder *f, uint32_t list, struct forms *forms)
{
	bool day = alike_is_below_day(f, list);

	for (uint32_t i = list + 1; i < finder_node(f, list)->end;
	     i = finder_node(f, i)->end) {
		const struct line *line = weigh_item_line(f, i);

		forms->lines++;
		forms->parted += is_parted(line);
		forms->bold += bold_lead_is(line);
		if (!day || forms->asked == ASKED_MOST)
			continue;
		forms->asked++;
		forms->named += weigh_names_somebody(line);
	}
}

/* Whether so many lines have a form that it is that of all. */
static bool
is_of_all(size_t n, size_t least, size_t lines)
{
	return n >= least && n * 10 >= lines * 8;
}

/* The level of the heading above a node; 0: there is none. */
static int
level_above(const struct finder *f, uint32_t node)
{
	size_t i = heads_from(f, node);

	return i > 0 ? f->head[i - 1].level : 0;
}

/* Whether a heading ends in a date, as that of an event does: "Evening of 1.5.2031". */
static bool
ends_in_date(const struct finder *f, const struct head *head)
{
	const struct line *line = &finder_node(f, head->node)->text;
	const char *last = memrchr(line->text, ' ', line->len);
	size_t len = last ? line->len - (size_t)(last + 1 - line->text) : 0;

	return len >= DATE_LEAST && lead_date(last + 1, len) == len;
}

bool
alike_is_below_day(const struct finder *f, uint32_t node)
{
	size_t i = heads_from(f, node);

	return i > 0 &&
	    (f->head[i - 1].day || finder_is_numbered(f, &f->head[i - 1]) ||
		ends_in_date(f, &f->head[i - 1]));
}

struct alike
alike_find(const struct finder *f)
{
	struct forms forms = {0};
	int level = 0;

	for (size_t i = 0; i < f->ngroups; i++) {
		const struct group *group = &f->group[i];
		int above = level_above(f, group->node);

		if (group->doubtful ||
		    (finder_is(f, group->node, MD_PARAGRAPH) &&
			bold_lead_is(&finder_node(f, group->node)->text)))
			continue;
		if (!finder_is(f, group->node, MD_LIST) || group->below ||
		    group->events || group->topics || above == 0 ||
		    (level > 0 && above != level))
			return (struct alike){0};
		level = above;
		count(f, group->node, &forms);
	}
	return (struct alike){.level = level,
	    .parted = is_of_all(forms.parted, 3, forms.lines),
	    .bold = is_of_all(forms.bold, 3, forms.lines),
	    .named = is_of_all(forms.named, 3, forms.asked)};
}

bool
alike_is(const struct finder *f, uint32_t list, const struct alike *alike)
{
	struct forms forms = {0};
	size_t least;

	if ((!alike->parted && !alike->bold && !alike->named) ||
	    level_above(f, list) != alike->level)
		return false;
	count(f, list, &forms);
	/* On many a day there is one talk. */
	least = alike_is_below_day(f, list) ? 1 : 2;
	return (alike->parted && is_of_all(forms.parted, least, forms.lines)) ||
	    (alike->bold && is_of_all(forms.bold, least, forms.lines)) ||
	    (alike->named && is_of_all(forms.named, 1, forms.asked));
}

uint32_t
alike_over_people(const struct finder *f, uint32_t list)
{
	uint32_t items = 0, people = 0;

	for (uint32_t i = list + 1; i < finder_node(f, list)->end;
	     i = finder_node(f, i)->end) {
		const struct line *line = weigh_item_line(f, i);
		uint32_t below = i + 2; /* behind its paragraph */

		items++;
		people += line->len > 0 && finder_is(f, below, MD_LIST) &&
		    below < finder_node(f, i)->end &&
		    below_is_person(weigh_item_line(f, below + 1)) &&
		    !below_is_person(line);
	}
	return people >= 2 && people * 10 >= items * 8 ? items : 0;
}
