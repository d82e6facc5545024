#include <string.h>

#include "source/markdown/finder.h"

#define LEAST 2 /* headings below one that says so */

/*
 * Headings beside lists
 * =====================
 *
 * Where lists have the talks, a section "My talks" may have some as headings, each
 * over what it was about.
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

void
heads_beside_take(struct finder *f)
{
	for (size_t i = 0; i < f->nheads; i++) {
		const struct head *head = &f->head[i];
		size_t end = head->talks ? talks_end(f, i) : i;
		uint32_t last = end < f->nheads ? f->head[end].node
						: (uint32_t)f->md->n;

		if (end < i + 1 + LEAST || f->role[head->node] == ROLE_SKIP ||
		    memchr(f->role + head->node, ROLE_TALK, last - head->node))
			continue;
		f->role[head->node] = ROLE_TRACK;
		for (size_t k = i + 1; k < end; k++)
			f->role[f->head[k].node] = ROLE_TALK;
		/* What is below the next one is no more of the last talk. */
		if (end < f->nheads && f->role[last] == ROLE_BODY)
			f->role[last] = ROLE_ASIDE;
	}
}
