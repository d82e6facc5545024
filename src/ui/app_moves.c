#include "lectern/ui/app.h"

#include <stdlib.h>
#include <string.h>

#include "lectern/base/mem.h"
#include "lectern/base/strmap.h"
#include "lectern/model/moves.h"

static uint64_t
hash(const char *s)
{
	return strmap_hash(s, strlen(s), STRMAP_HASH_START);
}

/* Returns the talks as hashes, to be freed. */
static struct moves_talk *
list_talks(const struct notes *notes)
{
	struct moves_talk *list = mem_alloc(
	    notes->ntalks + (size_t)1, sizeof(*list));

	for (uint32_t i = 0; i < notes->ntalks; i++) {
		const struct talk *talk = &notes->talks[i];

		list[i] = (struct moves_talk){
		    .id = hash(talk->id),
		    .title = hash(talk->title),
		    .source = talk->missing
			? 0
			: hash(notes->sources[talk->source].path),
		    .missing = talk->missing,
		};
	}
	return list;
}

/* Talks that are or were missing are no news of the documents. */
static void
count_was(struct app_swap *swap, const struct talk *was, const struct talk *now)
{
	if (!now || now->missing)
		swap->gone += !was->missing;
	if (!now)
		return;
	swap->moved += notes_has_moved(now, was);
	swap->videos += !was->missing && !now->missing &&
	    notes_has_video(now) && !notes_has_video(was);
}

void
app_swap_find(
    struct app_swap *swap, const struct notes *was, const struct notes *now)
{
	struct moves_talk *a = list_talks(was), *b = list_talks(now);
	bool *taken = mem_alloc(now->ntalks + (size_t)1, sizeof(*taken));

	swap->to = mem_alloc(was->ntalks, sizeof(*swap->to));
	swap->n = was->ntalks;
	moves_find(a, was->ntalks, b, now->ntalks, swap->to, taken);
	for (uint32_t i = 0; i < was->ntalks; i++)
		count_was(swap, &was->talks[i],
		    swap->to[i] == APP_NONE ? NULL : &now->talks[swap->to[i]]);
	for (uint32_t i = 0; i < now->ntalks; i++)
		swap->fresh += !taken[i] && !now->talks[i].missing;
	free(taken);
	free(a);
	free(b);
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
