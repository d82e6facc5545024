#include <string.h>

#include "source/markdown/below.h"
#include "source/markdown/finder.h"
#include "source/markdown/label.h"
#include "source/markdown/names.h"

#include "source/markdown/place.h"
#include "source/markdown/richtext.h"
#include "source/markdown/weigh.h"

#define LEAST         2  /* talks of such a list */
#define LONGEST_LABEL 80 /* bytes of a label above it */
#define ROWS_MOST     16 /* of a table that are compared with headings, */
#define COMPARE_MOST  ((size_t)1 << 17) /* and how often in a document */

/*
 * Lists beside headings
 * =====================
 *
 * Where headings are the talks, a section without one may have a list of them:
 * "Videos the speakers recommend", "Lightning talks".  Its lines have to speak for
 * themselves: most lead to a video, or have a title and somebody's name.  So it is
 * with tables whose header names such columns, and where paragraphs are the talks.
 */

/* Whether a line leads to a place in a page, as contents do. */
static bool
is_of_contents(const struct line *line)
{
	return line->nspans > 0 && line->spans[0].url &&
	    strchr(line->spans[0].url, '#');
}

static bool
has_link(const struct finder *f, uint32_t list)
{
	for (uint32_t i = list + 1; i < finder_node(f, list)->end; i++) {
		if (richtext_has_link(&finder_node(f, i)->text))
			return true;
	}
	return false;
}

/* Whether below the line of an item stands who speaks. */
static bool
is_over_name(const struct finder *f, uint32_t item)
{
	uint32_t i = item + 2;

	return i < finder_node(f, item)->end && finder_is(f, i, MD_PARAGRAPH) &&
	    below_is_person(&finder_node(f, i)->text);
}

/* Whether somebody is named beside the title of an item, or below it. */
static bool
names_somebody(const struct finder *f, uint32_t item)
{
	static const enum place places[] = {
	    PLACE_AFTER_BY, PLACE_AFTER_DASH, PLACE_FIRST_COLON};
	const struct line *line = weigh_item_line(f, item);

	return weigh_names_somebody(line) ||
	    place_any(line, places, sizeof(places) / sizeof(*places)) ||
	    below_speaker(line) != NAMES_NOT || is_over_name(f, item);
}

bool
lists_beside_works(const struct line *line)
{
	static const char *const works[] = {"bibliography", "literature",
	    "read", "reading", "readings", "references", "related", "software",
	    "tools", NULL};

	for (size_t at = 0, n; at < line->len; at += n + 1) {
		const char *s = line->text + at;

		n = names_word(s, line->len - at);
		if (names_one_of(s, n, works) ||
		    label_read(s, n) == LABEL_OTHERS)
			return true;
	}
	return false;
}

/* How a section may have talks. */
enum section {
	SECTION_NONE, /* its list is part of a talk */
	SECTION_WORKS, /* it has books or such, and its heading is as talks are */
	SECTION_MORE, /* it has nothing else, and its heading is as talks are */
	SECTION_SOME, /* where they are beside others */
	SECTION_ALL,  /* where there are no others */
};

/* Whether the link that a line begins with has several words: no tool's name. */
static bool
has_wordy_link(const struct line *line)
{
	const struct span *link = line_leading_link(line, 0);

	return link &&
	    memchr(line->text + link->start, ' ', link->end - link->start);
}

/*
 * Whether an item of a section is a talk: where that has no others, one sign is
 * enough; where its heading may be a talk's, videos may be of that.
 */
static bool
is_talk(struct finder *f, uint32_t item, enum section section)
{
	const struct line *line = weigh_item_line(f, item);
	bool much = weigh_item(f, item) == WEIGHS_MUCH;

	if (weigh_item(f, item) < WEIGHS_LITTLE || is_of_contents(line))
		return false;
	if (section == SECTION_ALL)
		return much || names_somebody(f, item);
	/* Where headings name who speaks, one that does not may be over talks. */
	if (section == SECTION_MORE && !weigh_has_recording(line) &&
	    (!f->half_named || !has_wordy_link(line)))
		return false;
	return much &&
	    ((section == SECTION_SOME && weigh_has_recording(line)) ||
		names_somebody(f, item));
}

/* Whether a heading begins with the words of a line. */
static bool
begins_heading(const struct finder *f, const struct line *line)
{
	for (size_t i = 0; line->len > 0 && i < f->nheads; i++) {
		const struct line *heading =
		    &finder_node(f, f->head[i].node)->text;

		if (heading->len >= line->len &&
		    memmem(heading->text, heading->len, line->text, line->len))
			return true;
	}
	return false;
}

/*
 * Whether the header of a table names columns of titles and who speaks, or of
 * videos, and its titles are not those of headings: it is no programme of these.
 */
static bool
is_table_of_talks(const struct finder *f, const struct group *group)
{
	const struct columns *columns = &group->columns;
	uint32_t rows = 0, again = 0;
	uint32_t row = finder_node(f, group->node + 1)->end;
	size_t most = COMPARE_MOST / (f->nheads * f->ngroups + 1);

	if (!columns->named || group->others || group->units < LEAST ||
	    (columns->speakers == COLUMN_NONE && columns->video == COLUMN_NONE))
		return false;
	if (most > ROWS_MOST)
		most = ROWS_MOST;
	for (; row < finder_node(f, group->node)->end && rows < most;
	     row = finder_node(f, row)->end) {
		uint32_t cell = columns_cell(f->md, row, columns->title);

		if (cell == 0)
			continue;
		rows++;
		again += begins_heading(f, &finder_node(f, cell)->text);
	}
	return again * 3 <= rows;
}

/* Whether most items of a list are, or rows of a table. */
static bool
is_list_of_talks(
    struct finder *f, const struct group *group, enum section section)
{
	uint32_t items = 0, talks = 0;

	if (finder_is(f, group->node, MD_TABLE))
		return (section == SECTION_ALL || section == SECTION_MORE) &&
		    is_table_of_talks(f, group);
	if (!finder_is(f, group->node, MD_LIST) || group->below ||
	    group->events || group->topics || group->others ||
	    (group->doubtful && section != SECTION_ALL))
		return false;
	for (uint32_t i = group->node + 1; i < finder_node(f, group->node)->end;
	     i = finder_node(f, i)->end) {
		items++;
		talks += is_talk(f, i, section);
	}
	return talks >= LEAST && talks * 3 >= items * 2 &&
	    has_link(f, group->node);
}

/* Whether heading `i` is over no other one. */
static bool
is_over_none(const struct finder *f, size_t i)
{
	return i + 1 == f->nheads || f->head[i + 1].level <= f->head[i].level;
}

/*
 * Whether nothing but lists or tables stands below heading `i`, and lines above them
 * that name these: "And more".
 */
static bool
is_over_lists(const struct finder *f, size_t i)
{
	uint32_t end = i + 1 < f->nheads ? f->head[i + 1].node
					 : (uint32_t)f->md->n;
	bool named = false;
	size_t lists = 0;

	for (uint32_t k = f->head[i].node + 1; k < end;
	     k = finder_node(f, k)->end) {
		const struct line *line = &finder_node(f, k)->text;

		if (finder_is(f, k, MD_LIST) || finder_is(f, k, MD_TABLE)) {
			lists++;
			named = false;
			continue;
		}
		/* A sentence may follow them. */
		if (!finder_is(f, k, MD_PARAGRAPH) || named || line->len == 0)
			return false;
		named = true;
		if (finder_node(f, k)->end < end &&
		    line->text[line->len - 1] != ':' && !finder_is_bold(line))
			return false;
	}
	return lists > 0;
}

/*
 * The section that heading `i` is over, the last one above a list.  Of headings that
 * were taken for talks, one above the level of these is over its list.
 */
static enum section
section_of(const struct finder *f, size_t i, int level)
{
	const struct head *head = &f->head[i];
	const struct line *line = &finder_node(f, head->node)->text;
	const enum place colon = PLACE_FIRST_COLON;

	switch (f->role[head->node]) {
	case ROLE_NAME:
		return SECTION_SOME;
	case ROLE_TRACK:
		return is_over_none(f, i) ? SECTION_ALL : SECTION_SOME;
	case ROLE_TALK:
		if (!is_over_none(f, i) || line->nspans > 0)
			return SECTION_NONE;
		if (head->level < level ||
		    label_names_document_talks(line->text, line->len))
			return SECTION_ALL;
		if (!is_over_lists(f, i) || weigh_names_somebody(line) ||
		    place_any(line, &colon, 1))
			return SECTION_NONE;
		return lists_beside_works(line) ? SECTION_WORKS : SECTION_MORE;
	default:
		return SECTION_NONE;
	}
}

/* Whether a talk stands between heading `i` and a list, which is part of it. */
static bool
is_in_talk(const struct finder *f, size_t i, uint32_t list)
{
	uint32_t from = f->head[i].node + 1;

	return f->role[from - 1] == ROLE_TRACK &&
	    memchr(f->role + from, ROLE_TALK, list - from);
}

/* Takes a paragraph in bold right above a list for its track. */
static void
take_label(struct finder *f, uint32_t list)
{
	const struct line *line = &finder_node(f, list - 1)->text;

	if (finder_is(f, list - 1, MD_PARAGRAPH) &&
	    finder_node(f, list - 1)->parent == 0 &&
	    line->len <= LONGEST_LABEL && finder_is_bold(line))
		f->role[list - 1] = ROLE_TRACK;
}

bool
lists_beside_take(struct finder *f, int level)
{
	struct strmap labels = {0};
	bool any = false;

	for (size_t k = 0; k < f->ngroups; k++) {
		size_t i = heads_from(f, f->group[k].node);
		enum section section = i > 0 ? section_of(f, i - 1, level)
					     : SECTION_SOME;

		if (section == SECTION_NONE ||
		    (level == 0 &&
			(i == 0 || is_in_talk(f, i - 1, f->group[k].node))) ||
		    !is_list_of_talks(f, &f->group[k], section))
			continue;
		if (section == SECTION_WORKS) {
			f->role[f->head[i - 1].node] = ROLE_ASIDE;
			continue;
		}
		if (!any)
			over_count_labels(f, &labels);
		any = true;
		take_label(f, f->group[k].node);
		if (section != SECTION_SOME)
			f->role[f->head[i - 1].node] = ROLE_TRACK;
		groups_take_one(f, &labels, &f->group[k]);
	}
	strmap_free(&labels);
	return any;
}
