#include "lectern/ui/app.h"

#include <stdlib.h>

#include "lectern/base/arena.h"
#include "lectern/base/mem.h"
#include "lectern/model/moves.h"

/* Talks that are or were missing, and breaks, are no news of the documents. */
static void
count_was(struct app_swap *swap, const struct talk *was, const struct talk *now)
{
	if (was->pause)
		return;
	if (!now || now->missing)
		swap->gone += !was->missing;
	if (!now)
		return;
	swap->moved += notes_has_moved(now, was);
}

void
app_swap_find(
    struct app_swap *swap, const struct notes *was, const struct notes *now)
{
	struct arena *arena = arena_new();
	struct moves_talk *a = moves_list(was, now->moves_before, arena);
	struct moves_talk *b = moves_list(now, now->moves, arena);
	bool *taken = mem_alloc(now->ntalks + (size_t)1, sizeof(*taken));

	swap->to = mem_alloc(was->ntalks, sizeof(*swap->to));
	swap->n = was->ntalks;
	moves_find(a, was->ntalks, b, now->ntalks, swap->to, taken);
	for (uint32_t i = 0; i < was->ntalks; i++) {
		uint32_t to = swap->to[i];

		count_was(swap, &was->talks[i],
		    to == APP_NONE ? NULL : &now->talks[to]);
		swap->videos += to != APP_NONE && !a[i].missing &&
		    !b[to].missing && b[to].video && !a[i].video;
	}
	for (uint32_t i = 0; i < now->ntalks; i++)
		swap->fresh += !taken[i] && !now->talks[i].missing &&
		    !now->talks[i].pause;
	free(taken);
	arena_free(arena);
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
