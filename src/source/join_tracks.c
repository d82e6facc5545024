#include "source/join_tracks.h"

#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include "lectern/base/mem.h"

struct order {
	struct built *built;
	struct track *tracks; /* in their new order */
	uint32_t *number;     /* by old number: the new one */
	uint32_t n;
};

static bool
is_joined(const struct built *built, uint32_t source)
{
	return built->conferences[source].source.joined != NULL;
}

/* Adds a track for the talks of a joined source that have none. */
static void
name_track(struct built *built, uint32_t source)
{
	const struct track track = {
	    .name = built->conferences[source].source.name,
	    .source = source,
	};
	uint32_t number = BUILT_NO_TRACK;

	for (size_t i = 0; i < built->ntalks; i++) {
		struct talk *talk = &built->talks[i];

		if (talk->source != source || talk->track != BUILT_NO_TRACK)
			continue;
		if (number == BUILT_NO_TRACK)
			number = built_track(built, &track);
		talk->track = number;
	}
}

/* Moves the tracks of `source` to those of `base`. */
static void
take_tracks(struct order *o, uint32_t source, uint32_t base, const bool *used)
{
	for (uint32_t i = 0; i < o->built->ntracks; i++) {
		const struct track *track = &o->built->tracks[i];

		if (track->source != source)
			continue;
		o->number[i] = o->n;
		if (source != base && !used[i] && track->nblocks == 0)
			continue;
		o->tracks[o->n] = *track;
		o->tracks[o->n++].source = base;
	}
}

void
join_tracks(struct built *built, const uint32_t *base)
{
	uint32_t n = (uint32_t)built->nconferences;
	struct order o = {.built = built};
	bool *used;

	for (uint32_t i = 0; i < n; i++) {
		if (is_joined(built, i))
			name_track(built, i);
	}
	used = mem_alloc(built->ntracks + 1, sizeof(*used));
	o.tracks = mem_alloc(built->ntracks + 1, sizeof(*o.tracks));
	o.number = mem_alloc(built->ntracks + 1, sizeof(*o.number));
	for (size_t i = 0; i < built->ntalks; i++) {
		if (built->talks[i].track != BUILT_NO_TRACK)
			used[built->talks[i].track] = true;
	}
	for (uint32_t i = 0; i < n; i++) {
		if (base[i] != i)
			continue;
		take_tracks(&o, i, i, used);
		for (uint32_t k = 0; k < n; k++) {
			if (k != i && base[k] == i)
				take_tracks(&o, k, i, used);
		}
	}
	for (size_t i = 0; i < built->ntalks; i++) {
		if (built->talks[i].track != BUILT_NO_TRACK)
			built->talks[i].track = o.number[built->talks[i].track];
	}
	if (o.n > 0)
		memcpy(built->tracks, o.tracks, o.n * sizeof(*o.tracks));
	built->ntracks = o.n;
	free(o.tracks);
	free(o.number);
	free(used);
}
