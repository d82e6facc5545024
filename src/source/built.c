#include "source/built.h"

#include <stdlib.h>
#include <string.h>

#include "lectern/base/mem.h"
#include "lectern/base/told.h"
#include "lectern/base/translate.h"
#include "source/same_names.h"

uint32_t
built_track(struct built *built, const struct track *track)
{
	built->tracks = mem_grow(built->tracks, &built->tracks_cap,
	    built->ntracks + 1, sizeof(*track));
	built->tracks[built->ntracks] = *track;
	return (uint32_t)built->ntracks++;
}

void
built_more_talks(struct built *built, size_t n)
{
	if (!built->talks && n >= MEM_HUGE / sizeof(*built->talks)) {
		built->talks = mem_alloc_huge(n * sizeof(*built->talks));
		built->talks_cap = n;
	}
	built->talks = mem_grow(built->talks, &built->talks_cap,
	    built->ntalks + n, sizeof(*built->talks));
}

void
built_talk(struct built *built, const struct talk *talk)
{
	built_more_talks(built, 1);
	built->talks[built->ntalks++] = *talk;
}

struct talk_more *
built_more(struct arena *arena, struct talk *talk)
{
	struct talk_more *more = arena_copy(
	    arena, notes_more(talk), sizeof(*more));

	talk->more = more;
	return more;
}

void
built_about(struct built *built, const struct about *about)
{
	built->abouts = mem_grow(built->abouts, &built->abouts_cap,
	    built->nabouts + 1, sizeof(*about));
	built->abouts[built->nabouts++] = *about;
}

void
built_warn(struct built *built, const struct warning *warning)
{
	built->warnings = mem_grow(built->warnings, &built->warnings_cap,
	    built->nwarnings + 1, sizeof(*warning));
	built->warnings[built->nwarnings++] = *warning;
}

/* Hands an array to the arena, without what it has too much. */
static void *
give(struct arena *arena, void *array, size_t n, size_t size)
{
	void *given = mem_resize(array, n, size);

	arena_adopt(arena, given, 0);
	return given;
}

static const char *
english(struct arena *arena, const char *text)
{
	char *words = told_english(text);
	const char *copy = arena_dup(arena, words, strlen(words));

	free(words);
	return copy;
}

/* What stands above talks changes none of their keys, and is taken last. */
static void
take_days_above(struct built *built)
{
	for (size_t i = 0; i < built->ntalks; i++) {
		struct talk *talk = &built->talks[i];

		if (!talk->day)
			talk->day = notes_more(talk)->day_above;
	}
}

#define GIVE(array) \
	give(arena, built->array, built->n##array, sizeof(*built->array))

struct notes *
built_notes(struct built *built)
{
	struct arena *arena = built->arena;
	struct notes *notes = arena_alloc(arena, sizeof(*notes));
	size_t n = built->nconferences;
	struct source *sources = arena_alloc(arena, (n + 1) * sizeof(*sources));

	size_t conferences = 0, first = 0;

	take_days_above(built);
	for (size_t i = n; i-- > 0;) {
		sources[i] = built->conferences[i].source;
		if (sources[i].joined)
			continue;
		conferences++;
		first = i;
	}
	same_names_label(arena, sources, n);
	*notes = (struct notes){
	    .arena = arena,
	    .name = conferences <= 1
		? sources[first].name
		: arena_printf(arena,
		      ngettext("%s and %zu more", "%s and %zu more",
			  conferences - 1),
		      sources[first].name, conferences - 1),
	    .shape = n == 1 ? english(arena, sources[0].shape)
			    : arena_printf(arena, "%zu documents", n),
	    .sources = sources,
	    .tracks = GIVE(tracks),
	    .talks = GIVE(talks),
	    .abouts = GIVE(abouts),
	    .warnings = GIVE(warnings),
	    .joined = GIVE(joined),
	    .njoined = (uint32_t)built->njoined,
	    .nsources = (uint32_t)n,
	    .nconferences = (uint32_t)conferences,
	    .ntracks = (uint32_t)built->ntracks,
	    .ntalks = (uint32_t)built->ntalks,
	    .nabouts = (uint32_t)built->nabouts,
	    .nwarnings = (uint32_t)built->nwarnings,
	};
	free(built->conferences);
	*built = (struct built){.arena = arena};
	return notes;
}

void
built_free(struct built *built)
{
	free(built->conferences);
	free(built->tracks);
	free(built->talks);
	free(built->abouts);
	free(built->warnings);
	free(built->joined);
	memset(built, 0, sizeof(*built));
}
