#include "lectern/ui/app.h"

#include <stdlib.h>
#include <string.h>

#include "lectern/base/mem.h"
#include "lectern/base/strmap.h"

/*
 * Which talk is which
 * ===================
 *
 * Talks of one id are the same talk.  A talk whose id is gone, though both of
 * its neighbours are still side by side but for one new talk between them, is
 * that one: it was given another title.
 */

#define AHEAD 8 /* new talks between two that were side by side */

/* The notes before and after, and where each talk went. */
struct moves {
	const struct notes *was, *now;
	uint32_t *to; /* for each talk before, or APP_NONE; see app_swap */
	bool *taken;  /* for each talk after */
};

static bool
same_source(const struct moves *m, uint32_t was, uint32_t now)
{
	const struct talk *a = &m->was->talks[was], *b = &m->now->talks[now];

	return !a->missing && !b->missing &&
	    strcmp(m->was->sources[a->source].path,
		m->now->sources[b->source].path) == 0;
}

static bool
same_id(const struct moves *m, uint32_t was, uint32_t now)
{
	return strcmp(m->was->talks[was].id, m->now->talks[now].id) == 0;
}

static void
match(struct moves *m, uint32_t was, uint32_t now)
{
	m->to[was] = now;
	m->taken[now] = true;
}

/* Most talks stand after the same one as before, but for a few new ones. */
static void
match_neighbours(struct moves *m)
{
	uint32_t next = 0;

	for (uint32_t i = 0; i < m->was->ntalks; i++) {
		uint32_t at = next;

		m->to[i] = APP_NONE;
		while (at < m->now->ntalks && at - next < AHEAD &&
		    !same_id(m, i, at))
			at++;
		if (at == m->now->ntalks || at - next == AHEAD)
			continue;
		match(m, i, at);
		next = at + 1;
	}
}

/* Finds the others anywhere; ids are single. */
static void
match_ids(struct moves *m)
{
	struct strmap ids = {0};

	for (uint32_t i = 0; i < m->now->ntalks; i++)
		if (!m->taken[i])
			strmap_put(&ids, m->now->talks[i].id, i);
	for (uint32_t i = 0; ids.n > 0 && i < m->was->ntalks; i++) {
		uint32_t *at = m->to[i] == APP_NONE
		    ? strmap_get(&ids, m->was->talks[i].id)
		    : NULL;

		if (at && !m->taken[*at])
			match(m, i, *at);
	}
	strmap_free(&ids);
}

/* Finds talks that have another id between neighbours that are the same. */
static void
match_places(struct moves *m)
{
	for (uint32_t i = 0; i < m->was->ntalks; i++) {
		uint32_t before = i > 0 ? m->to[i - 1] : APP_NONE;
		uint32_t at = i == 0 ? 0 : before + 1;
		bool last = i + 1 == m->was->ntalks;

		if (m->to[i] != APP_NONE || (i > 0 && before == APP_NONE) ||
		    at >= m->now->ntalks || m->taken[at] ||
		    !same_source(m, i, at))
			continue;
		if (last ? at + 1 == m->now->ntalks : m->to[i + 1] == at + 1)
			match(m, i, at);
	}
}

/* Talks that are or were missing are no news of the documents. */
static void
count_moves(const struct moves *m, struct app_swap *swap)
{
	for (uint32_t i = 0; i < m->was->ntalks; i++)
		swap->gone += !m->was->talks[i].missing &&
		    (m->to[i] == APP_NONE || m->now->talks[m->to[i]].missing);
	for (uint32_t i = 0; i < m->was->ntalks; i++)
		swap->moved += m->to[i] != APP_NONE &&
		    notes_has_moved(
			&m->now->talks[m->to[i]], &m->was->talks[i]);
	for (uint32_t i = 0; i < m->now->ntalks; i++)
		swap->fresh += !m->taken[i] && !m->now->talks[i].missing;
}

void
app_swap_find(
    struct app_swap *swap, const struct notes *was, const struct notes *now)
{
	struct moves m = {was, now, mem_alloc(was->ntalks, sizeof(*m.to)),
	    mem_alloc(now->ntalks, sizeof(*m.taken))};

	match_neighbours(&m);
	match_ids(&m);
	match_places(&m);
	count_moves(&m, swap);
	swap->to = m.to;
	swap->n = was->ntalks;
	free(m.taken);
}

uint32_t
app_swapped(const struct app_swap *swap, uint32_t talk)
{
	return talk < swap->n ? swap->to[talk] : APP_NONE;
}

void
app_swap_free(struct app_swap *swap)
{
	free(swap->to);
	*swap = (struct app_swap){0};
}
