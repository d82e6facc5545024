#include "marks/held.h"

#include <stdlib.h>

#include "lectern/base/arena.h"
#include "lectern/base/mem.h"

void
held_free(struct held *held)
{
	free(held->change);
	strmap_free(&held->of);
	arena_free(held->arena);
	*held = (struct held){0};
}

/* Returns words for the mark that is changed: others are for other marks. */
static const char *
mark_of(struct arena *arena, const struct mark_change *change, size_t n)
{
	const struct mark_info *info = mark_kind_info(change->kind);

	/* Moments are only added: each is a mark of its own. */
	if (info->type == MARK_TIMES)
		return arena_printf(arena, "%zu", n);
	return arena_printf(arena, "%s %s %s", info->name,
	    info->type == MARK_SET ? change->text : "", change->told.key);
}

void
held_add(struct held *held, const struct mark_change *change)
{
	if (!held->arena)
		held->arena = arena_new();
	/* The last one holds: a flag is not set and removed in between. */
	uint32_t *i = strmap_put(&held->of,
	    mark_of(held->arena, change, held->n), (uint32_t)held->n);

	if (*i < held->done)
		*i = (uint32_t)held->n;
	if (*i == held->n)
		held->change = mem_grow(
		    held->change, &held->cap, ++held->n, sizeof(*held->change));
	held->change[*i] = mark_change_copy(held->arena, change);
}

void
held_over(struct held *held, const struct mark_change *change, size_t n)
{
	for (size_t k = 0; k < n && held->n > held->done; k++) {
		const uint32_t *i = strmap_get(
		    &held->of, mark_of(held->arena, &change[k], held->n));

		if (i && *i >= held->done)
			held->change[*i] = mark_change_copy(
			    held->arena, &change[k]);
	}
}

struct mark_change *
held_next(struct held *held, size_t most, size_t *n)
{
	size_t left = held->n - held->done;

	*n = left < most ? left : most;
	return held->change + held->done;
}

void
held_made(struct held *held, size_t n)
{
	held->done += n;
	if (held->done == held->n)
		held_free(held);
}
