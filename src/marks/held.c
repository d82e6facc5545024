#include "marks/held.h"

#include <stdlib.h>
#include <string.h>

#include "lectern/base/arena.h"
#include "lectern/base/mem.h"

void
held_free(struct held *held)
{
	free(held->change);
	arena_free(held->arena);
	*held = (struct held){0};
}

static const char *
keep(struct held *held, const char *s)
{
	return s ? arena_dup(held->arena, s, strlen(s)) : NULL;
}

/* Whether both change the same mark. */
static bool
is_of_same(const struct held_change *a, const struct held_change *b)
{
	bool text = mark_kind_info(a->kind)->type == MARK_SET;

	return a->kind == b->kind && strcmp(a->told.key, b->told.key) == 0 &&
	    mark_kind_info(a->kind)->type != MARK_TIMES &&
	    (!text || strcmp(a->text, b->text) == 0);
}

void
held_add(struct held *held, const struct held_change *change)
{
	size_t i = 0;

	if (!held->arena)
		held->arena = arena_new();
	/* The last one holds: a flag is not set and removed in between. */
	while (i < held->n && !is_of_same(&held->change[i], change))
		i++;
	if (i == held->n)
		held->change = mem_grow(
		    held->change, &held->cap, ++held->n, sizeof(*held->change));
	held->change[i] = *change;
	held->change[i].text = keep(held, change->text);
	held->change[i].told = (struct mark){
	    .key = keep(held, change->told.key),
	    .title = keep(held, change->told.title),
	    .speakers = keep(held, change->told.speakers),
	    .url = keep(held, change->told.url),
	    .conferences = keep(held, change->told.conferences),
	};
}
