#include <stdlib.h>

#include "lectern/base/text.h"
#include "source/markdown/finder.h"
#include "source/markdown/kin.h"
#include "source/markdown/label.h"
#include "source/markdown/named_title.h"
#include "source/markdown/weigh.h"

/*
 * Where lists, tables and paragraphs that may carry talks are looked for
 * ======================================================================
 *
 * Below headings that say that no talks are there ("Links") none are, unless there
 * is nothing else; what headings call articles or books has to stand back.
 */

/* Whether the list stands in no other list. */
static bool
is_outermost(const struct finder *f, uint32_t list)
{
	for (uint32_t i = list; i > 0; i = finder_node(f, i)->parent) {
		if (finder_node(f, i)->kind == MD_ITEM)
			return false;
	}
	return true;
}

static int
by_node(const void *a, const void *b)
{
	const struct group *x = a, *y = b;

	return x->node < y->node ? -1 : x->node > y->node;
}

/* Whether a heading, a label of that kind, says that below it are no talks. */
static bool
is_aside(const struct line *line, enum label_kind kind)
{
	return kind == LABEL_ASIDE || kind == LABEL_CONTENTS ||
	    (kind == LABEL_LINK && line->len > 4 &&
		text_ascii_same(line->text + line->len - 5, "links", 5));
}

/*
 * Drops what headings call articles, books or such, where there is more than
 * that; of lists that nothing speaks for already where there are others.
 */
static void
drop_others(struct finder *f)
{
	size_t units = 0, talks = 0, n = 0;

	for (size_t i = 0; i < f->ngroups; i++) {
		units += f->group[i].others ? 0 : f->group[i].units;
		talks += !f->group[i].others;
	}
	for (size_t i = 0; i < f->ngroups; i++) {
		const struct group *group = &f->group[i];

		if (!group->others ||
		    (units == 0 && !(group->doubtful && talks > 0))) {
			f->group[n++] = *group;
			continue;
		}
		f->units -= group->units;
		groups_leave(f, group, &f->apart);
	}
	f->ngroups = n;
}

/* Marks the groups from number `first` on. */
static void
mark_others(struct finder *f, size_t first)
{
	for (size_t i = first; i < f->ngroups; i++)
		f->group[i].others = true;
}

/*
 * Whether a heading says that talks follow, or is a day below one that does;
 * `*level` is that one's, 0 where the document's name does, or 7.
 */
static bool
is_told(struct finder *f, const struct md_node *heading,
    const struct head *head, int *level)
{
	const struct line *line = &heading->text;

	/* Of the first one, perhaps the document's name, that is not known. */
	if (head && head > f->head ? head->talks
				   : label_names_talks(line->text, line->len) ||
		    (f->nheads == 1 &&
			label_names_document_talks(line->text, line->len))) {
		*level = heading->level;
		return true;
	}
	if (head ? head->date : finder_is_day(f, line))
		return *level < 7 && (heading->level > *level || *level == 0);
	if (heading->level <= *level)
		*level = 7;
	return false;
}

/* What is known of the heading that node `i` is, from head `*at` on, or NULL. */
static const struct head *
head_at(const struct finder *f, uint32_t i, size_t *at)
{
	while (*at < f->nheads && f->head[*at].node < i)
		++*at;
	return *at < f->nheads && f->head[*at].node == i ? &f->head[*at] : NULL;
}

/* Whether right above a list stands a title in bold with who speaks. */
static bool
is_below_bold(const struct finder *f, uint32_t list)
{
	return finder_is(f, list - 1, MD_PARAGRAPH) &&
	    named_title_bold(&finder_node(f, list - 1)->text);
}

/*
 * Finds lists and tables; with `all`, below headings that say that no talks are
 * there, too: "Links".
 */
static void
find_lists(struct finder *f, bool all)
{
	bool aside = false, others = false, told = f->told;
	int level = 0, others_level = 0, told_level = told ? 0 : 7;
	size_t at = 0;

	for (uint32_t i = 1; i < f->md->n; i++) {
		const struct md_node *node = finder_node(f, i);
		bool list = node->kind == MD_LIST || node->kind == MD_TABLE;
		bool heading = node->kind == MD_HEADING;
		const struct head *head = heading ? head_at(f, i, &at) : NULL;
		enum label_kind label = head ? (enum label_kind)head->label
		    : heading ? label_read(node->text.text, node->text.len)
			      : LABEL_NONE;

		if (heading)
			told = is_told(f, node, head, &told_level);
		f->told = f->told || told;
		/* "Talks" are talks even below "About me". */
		if (heading && (!aside || told || node->level <= level)) {
			aside = !all && is_aside(&node->text, label);
			/* What is below a list of contents is no part of it. */
			level = label == LABEL_CONTENTS ? 6 : node->level;
		}
		if (heading &&
		    (!others || told || node->level <= others_level)) {
			others = head && head->others;
			others_level = node->level;
		}
		if (!list || !is_outermost(f, i))
			continue;

		size_t first = f->ngroups;

		if (!aside && f->role[i] != ROLE_SKIP) {
			if (node->kind == MD_LIST)
				groups_add_list(f, kin_list_below(f, i),
				    told && !is_below_bold(f, i));
			else
				tables_find(f, i);
		}
		if (f->ngroups > first)
			f->group[first].told = told;
		if (others)
			mark_others(f, first);
		i = finder_node(f, i)->end - 1;
	}
}

/* Finds lists and tables anew, once they are forgotten. */
static void
find_anew(struct finder *f, bool all)
{
	f->ngroups = 0;
	f->units = 0;
	find_lists(f, all);
}

void
groups_find(struct finder *f)
{
	weigh_ahead(f);
	find_lists(f, false);
	if (of_links_seems(f)) {
		find_anew(f, true);
		if (!of_links_talks(f))
			find_anew(f, false);
	}
	of_links_contents(f, find_anew);
	event_heads_find(f);
	event_lines_find(f);
	drop_others(f);
	unlike_drop(f);
	passages_find(f);
	if (f->ngroups > 1)
		qsort(f->group, f->ngroups, sizeof(*f->group), by_node);
}
