#include <string.h>

#include "source/markdown/finder.h"
#include "source/markdown/weigh.h"

/*
 * Lists like others
 * =================
 *
 * Talks that are still to come have no links yet: their list speaks for nothing.
 * But its lines have the form of those that do, "Event - Title", and it stands
 * below a heading of the same level.
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

/* Counts the lines of a list, and those that are parted. */
static void
count(const struct finder *f, uint32_t list, size_t *lines, size_t *parted)
{
	for (uint32_t i = list + 1; i < finder_node(f, list)->end;
	     i = finder_node(f, i)->end) {
		++*lines;
		*parted += is_parted(weigh_item_line(f, i));
	}
}

/* The level of the heading above a node; 0: there is none. */
static int
level_above(const struct finder *f, uint32_t node)
{
	size_t i = heads_from(f, node);

	return i > 0 ? f->head[i - 1].level : 0;
}

int
alike_level(const struct finder *f)
{
	size_t lines = 0, parted = 0;
	int level = 0;

	for (size_t i = 0; i < f->ngroups; i++) {
		const struct group *group = &f->group[i];
		int above = level_above(f, group->node);

		if (group->doubtful)
			continue;
		if (!finder_is(f, group->node, MD_LIST) || group->below ||
		    group->events || above == 0 ||
		    (level > 0 && above != level))
			return 0;
		level = above;
		count(f, group->node, &lines, &parted);
	}
	return parted >= 3 && parted * 10 >= lines * 8 ? level : 0;
}

bool
alike_is(const struct finder *f, uint32_t list, int level)
{
	size_t lines = 0, parted = 0;

	if (level == 0 || level_above(f, list) != level)
		return false;
	count(f, list, &lines, &parted);
	return lines >= 2 && parted * 10 >= lines * 8;
}
