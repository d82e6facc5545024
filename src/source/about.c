#include "source/about.h"

#include <stdlib.h>

#include "lectern/base/mem.h"

#define NO_TALK UINT32_MAX

static int
by_talk(const void *a, const void *b)
{
	const struct about *x = a, *y = b;

	if (x->talk != y->talk)
		return x->talk < y->talk ? -1 : 1;
	/* What is said of the conference comes first. */
	return x->track + 1 < y->track + 1 ? -1 : x->track != y->track;
}

static void
add_conferences(struct built *built)
{
	for (uint32_t i = 0; i < built->ntalks; i++) {
		const struct talk *talk = &built->talks[i];
		const struct source *source =
		    &built->conferences[talk->source].source;

		if (source->nblocks > 0 &&
		    (i == 0 || talk[-1].source != talk->source))
			built_about(built,
			    &(struct about){source->blocks, source->nblocks, i,
				ABOUT_CONFERENCE});
	}
}

/* Goes backwards, so that the next talk is known: in `next`, by conference. */
static void
add_tracks(struct built *built, uint32_t *next)
{
	for (uint32_t t = (uint32_t)built->ntracks; t-- > 0;) {
		const struct track *track = &built->tracks[t];
		uint32_t talk = track->ntalks > 0 ? track->talks[0]
						  : next[track->source];

		if (talk == NO_TALK)
			continue;
		next[track->source] = talk;
		if (track->nblocks > 0 || track->ntalks == 0)
			built_about(built,
			    &(struct about){
				track->blocks, track->nblocks, talk, t});
	}
}

void
about_find(struct built *built)
{
	uint32_t *last = mem_alloc(built->nconferences + 1, sizeof(*last));

	for (size_t i = 0; i < built->nconferences; i++)
		last[i] = NO_TALK;
	for (uint32_t i = 0; i < built->ntalks; i++)
		last[built->talks[i].source] = i;
	add_conferences(built);
	add_tracks(built, last);
	free(last);
	if (built->nabouts > 0)
		qsort(built->abouts, built->nabouts, sizeof(*built->abouts),
		    by_talk);
}
