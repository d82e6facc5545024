#include "source/captions_join.h"

#include <stdlib.h>
#include <string.h>

#include "lectern/base/told.h"
#include "lectern/base/translate.h"
#include "source/video_names.h"

bool
captions_join_is(const struct conference *conference)
{
	static const char captions[] = "captions, ";

	return conference->source.captions != CAPTIONS_NONE ||
	    strncmp(conference->source.shape, captions, sizeof(captions) - 1) ==
	    0;
}

bool
captions_join_is_named(const struct input_path *path)
{
	return path->root > 0 && video_names_are_captions(path->name);
}

static struct conference *
conference_of(const struct built *built, const struct talk *talk)
{
	return &built->conferences[talk->source];
}

size_t
captions_join_names(struct video_names *names, const struct built *built)
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

const char *
captions_join_title(const struct built *built, const struct video_names *names,
    const char *path)
{
	uint32_t at = video_names_find(names, path).name;

	return at == VIDEO_NAMES_NONE
	    ? NULL
	    : built->talks[names->name[at].talk].title;
}

void
captions_join_mark(
    struct arena *arena, struct conference *conference, const char *title)
{
	struct source *source = &conference->source;

	source->captions = CAPTIONS_OF_TALK;
	source->joined = told(arena, "transcript of %s", title);
	if (!*source->shape)
		source->shape = N_("captions");
}

/* Finds the talk of captions. */
static void
take(struct built *built, const struct video_names *names,
    const struct talk *captions)
{
	struct conference *conference = conference_of(built, captions);
	const char *title = captions_join_title(
	    built, names, conference->source.path);

	if (title)
		captions_join_mark(built->arena, conference, title);
	else
		conference->source.captions = CAPTIONS_ALONE;
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
	if (captions_join_names(&names, built) > 0) {
		for (size_t i = 0; i < built->ntalks; i++) {
			if (captions_join_is(
				conference_of(built, &built->talks[i])))
				take(built, &names, &built->talks[i]);
		}
		drop_talks(built);
	}
	video_names_free(&names);
}
