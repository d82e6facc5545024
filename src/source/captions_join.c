#include "source/captions_join.h"

#include <stdlib.h>
#include <string.h>

#include "lectern/base/told.h"
#include "source/video_names.h"

bool
captions_join_is(const struct conference *conference)
{
	static const char captions[] = "captions, ";

	return strncmp(conference->source.shape, captions,
		   sizeof(captions) - 1) == 0;
}

static struct conference *
conference_of(struct built *built, const struct talk *talk)
{
	return &built->conferences[talk->source];
}

/* Adds the names of talks that are no captions; returns how many these are. */
static size_t
add_names(struct video_names *names, struct built *built)
{
	size_t n = 0;

	for (uint32_t i = 0; i < built->ntalks; i++) {
		const struct talk *talk = &built->talks[i];

		if (captions_join_is(conference_of(built, talk)))
			continue;
		video_names_add(names, i, talk);
		n++;
	}
	return n;
}

/* Finds the talk of captions. */
static void
take(struct built *built, const struct video_names *names,
    const struct talk *captions)
{
	struct source *source = &conference_of(built, captions)->source;
	uint32_t at = video_names_find(names, source->path).name;

	source->captions = CAPTIONS_ALONE;
	if (at == VIDEO_NAMES_NONE)
		return;
	source->captions = CAPTIONS_OF_TALK;
	source->joined = told(built->arena, "transcript of %s",
	    built->talks[names->name[at].talk].title);
}

/* Leaves out captions that are the transcript of another talk. */
static void
drop_talks(struct built *built)
{
	size_t n = 0;

	for (size_t i = 0; i < built->ntalks; i++) {
		const struct talk *talk = &built->talks[i];

		if (conference_of(built, talk)->source.captions !=
		    CAPTIONS_OF_TALK)
			built->talks[n++] = *talk;
	}
	built->ntalks = n;
}

static bool
has_captions(const struct built *built)
{
	for (size_t i = 0; i < built->nconferences; i++) {
		if (captions_join_is(&built->conferences[i]))
			return true;
	}
	return false;
}

void
captions_join(struct built *built)
{
	struct video_names names = {.arena = built->arena};

	if (built->nconferences < 2 || !has_captions(built))
		return;
	if (add_names(&names, built) > 0) {
		for (size_t i = 0; i < built->ntalks; i++) {
			if (captions_join_is(
				conference_of(built, &built->talks[i])))
				take(built, &names, &built->talks[i]);
		}
		drop_talks(built);
	}
	video_names_free(&names);
}
