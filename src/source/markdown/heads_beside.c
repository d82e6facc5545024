#include <string.h>

#include "source/markdown/finder.h"

#define LEAST 2 /* headings below one that says so */

/*
 * Headings beside lists
 * =====================
 *
 * Where lists have the talks, a section "My talks" may have some as headings, each
 * over what it was about; and so may one beside those of lists, if all name who speaks.
 */

/* One past the headings that stand below heading `i`, if all of these may be talks. */
static size_t
talks_end(struct finder *f, size_t i)
{
	size_t k = i + 1;

	for (; k < f->nheads && f->head[k].level > f->head[i].level; k++) {
		const struct head *head = &f->head[k];

		if (head->level != f->head[i + 1].level || !head->own ||
		    head->day || head->pause || head->label != 0 ||
		    f->role[head->node] != ROLE_BODY || heads_is_part(f, k))
			return i;
	}
	return k;
}

/*
 * Whether a heading without talks stands beside others that have some, and each of
 * those below it, before number `end`, names who speaks.
 */
static bool
is_over_named(struct finder *f, size_t i, size_t end, unsigned levels)
{
	const struct head *head = &f->head[i];

	if (head->aside || head->others || head->part ||
	    !(levels & 1U << head->level) || f->role[head->node] != ROLE_BODY)
		return false;
	for (size_t k = i + 1; k < end; k++) {
		if (!heads_names(f, k))
			return false;
	}
	return true;
}

unsigned
heads_beside_take(struct finder *f)
{
	unsigned taken = 0, levels = finder_levels(f, ROLE_TRACK);

	for (size_t i = 0; i < f->nheads; i++) {
		const struct head *head = &f->head[i];
		size_t end = talks_end(f, i);
		uint32_t last = end < f->nheads ? f->head[end].node
						: (uint32_t)f->md->n;

		if (end < i + 1 + LEAST || f->role[head->node] == ROLE_SKIP ||
		    memchr(f->role + head->node, ROLE_TALK, last - head->node))
			continue;
		if (!head->talks && !is_over_named(f, i, end, levels))
			continue;
		taken |= head->talks ? 0 : BESIDE_HEADS;
		f->role[head->node] = ROLE_TRACK;
		for (size_t k = i + 1; k < end; k++)
			f->role[f->head[k].node] = ROLE_TALK;
		/* What is below the next one is no more of the last talk. */
		if (end < f->nheads && f->role[last] == ROLE_BODY)
			f->role[last] = ROLE_ASIDE;
	}
	return taken;
}
