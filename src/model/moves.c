#include "lectern/model/moves.h"

#include <stdlib.h>
#include <string.h>

#include "lectern/base/arena.h"
#include "lectern/base/mem.h"
#include "lectern/base/strmap.h"

/*
 * Which talk is which
 * ===================
 *
 * Talks of one id are the same talk.  Of the others those of one title are, in
 * the order in which they stand: a programme gains links, and with them talks
 * get other ids.  Those of one source come first, then talks that went from one
 * to another.  A talk of which id and title are gone, though both of its
 * neighbours are still side by side but for one new talk between them, is that
 * one: it was given another title.
 */

#define AHEAD 8 /* new talks between two that were side by side */

/* The talks before and after, and where each went. */
struct moves {
	const struct moves_talk *was, *now;
	uint32_t nwas, nnow;
	uint32_t *to;
	bool *taken;
};

/* By what talks are compared. */
enum by { BY_ID, BY_TITLE_THERE, BY_TITLE };

/* A talk by the hash that is compared. */
struct ref {
	uint64_t hash;
	uint32_t at;
};

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

	for (uint32_t i = 0; i < m->nwas; i++) {
		uint32_t at = next;

		m->to[i] = MOVES_NONE;
		while (at < m->nnow && at - next < AHEAD &&
		    m->was[i].id != m->now[at].id)
			at++;
		if (at == m->nnow || at - next == AHEAD)
			continue;
		match(m, i, at);
		next = at + 1;
	}
}

static int
compare(const void *a, const void *b)
{
	const struct ref *x = a, *y = b;

	if (x->hash != y->hash)
		return x->hash < y->hash ? -1 : 1;
	return x->at < y->at ? -1 : x->at > y->at;
}

static void
add(struct ref *refs, uint32_t *n, const struct moves_talk *talk, uint32_t at,
    enum by by)
{
	uint64_t hash = by == BY_ID ? talk->id
	    : by == BY_TITLE        ? talk->title
				    : talk->title ^ talk->source;

	if (by == BY_ID || !talk->missing)
		refs[(*n)++] = (struct ref){hash, at};
}

/* Matches those that are left and have the same hash, in their order. */
static void
match_by(struct moves *m, enum by by)
{
	struct ref *was = mem_alloc(m->nwas + (size_t)1, sizeof(*was));
	struct ref *now = mem_alloc(m->nnow + (size_t)1, sizeof(*now));
	uint32_t nwas = 0, nnow = 0;

	for (uint32_t i = 0; i < m->nwas; i++)
		if (m->to[i] == MOVES_NONE)
			add(was, &nwas, &m->was[i], i, by);
	for (uint32_t i = 0; nwas > 0 && i < m->nnow; i++)
		if (!m->taken[i])
			add(now, &nnow, &m->now[i], i, by);
	qsort(was, nwas, sizeof(*was), compare);
	qsort(now, nnow, sizeof(*now), compare);
	for (uint32_t i = 0, k = 0; i < nwas && k < nnow;) {
		if (was[i].hash == now[k].hash)
			match(m, was[i++].at, now[k++].at);
		else if (was[i].hash < now[k].hash)
			i++;
		else
			k++;
	}
	free(was);
	free(now);
}

/* Finds talks that have another title between neighbours that are the same. */
static void
match_places(struct moves *m)
{
	for (uint32_t i = 0; i < m->nwas; i++) {
		uint32_t before = i > 0 ? m->to[i - 1] : MOVES_NONE;
		uint32_t at = i == 0 ? 0 : before + 1;
		bool last = i + 1 == m->nwas;

		if (m->to[i] != MOVES_NONE || (i > 0 && before == MOVES_NONE) ||
		    at >= m->nnow || m->taken[at] || m->was[i].missing ||
		    m->now[at].missing || m->was[i].source != m->now[at].source)
			continue;
		if (last ? at + 1 == m->nnow : m->to[i + 1] == at + 1)
			match(m, i, at);
	}
}

static uint64_t
hash_of(const char *s)
{
	return strmap_hash(s, strlen(s), STRMAP_HASH_START);
}

struct moves_talk *
moves_list(const struct notes *notes, const struct moves_talk *known,
    struct arena *arena)
{
	struct moves_talk *list = arena_alloc(
	    arena, (notes->ntalks + (size_t)1) * sizeof(*list));

	for (uint32_t i = 0; i < notes->ntalks; i++) {
		const struct talk *talk = &notes->talks[i];

		if (known && !talk->missing) {
			list[i] = known[i];
			continue;
		}
		list[i] = (struct moves_talk){
		    .id = hash_of(talk->id),
		    .title = hash_of(talk->title),
		    .source = talk->missing
			? 0
			: hash_of(notes->sources[talk->source].path),
		    .missing = talk->missing,
		    .video = notes_has_video(talk),
		};
	}
	return list;
}

void
moves_find(const struct moves_talk *was, uint32_t nwas,
    const struct moves_talk *now, uint32_t nnow, uint32_t *to, bool *taken)
{
	struct moves m = {was, now, nwas, nnow, to, taken};

	match_neighbours(&m);
	match_by(&m, BY_ID);
	match_by(&m, BY_TITLE_THERE);
	match_by(&m, BY_TITLE);
	match_places(&m);
}
