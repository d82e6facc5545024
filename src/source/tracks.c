#include "source/tracks.h"

#include <stdlib.h>
#include <string.h>

#include "lectern/base/arena.h"
#include "lectern/base/mem.h"
#include "lectern/base/strmap.h"
#include "lectern/base/substring.h"
#include "lectern/model/link.h"
#include "lectern/source/input.h"
#include "source/about.h"

/* Adds a track without a heading, or finds the one with that name. */
static uint32_t
named_track(struct built *built, struct strmap *names, const char *name,
    uint32_t source)
{
	uint32_t *found = strmap_get(names, name);
	struct track track = {.source = source};

	if (found)
		return *found;
	track.name = arena_dup(built->arena, name, strlen(name));
	return *strmap_put(names, track.name, built_track(built, &track));
}

static void
map_names(const struct built *built, struct strmap *names)
{
	for (size_t i = 0; i < built->ntracks; i++)
		strmap_put(names, built->tracks[i].name, (uint32_t)i);
}

static bool
lacks_track(const struct built *built)
{
	for (size_t i = 0; i < built->ntalks; i++) {
		if (built->talks[i].track == BUILT_NO_TRACK)
			return true;
	}
	return false;
}

bool
tracks_share(struct built *built)
{
	struct strmap videos = {0};

	if (!lacks_track(built))
		return true;
	for (size_t i = 0; i < built->ntalks; i++) {
		const struct talk *talk = &built->talks[i];

		if (talk->url && talk->track != BUILT_NO_TRACK)
			strmap_put(&videos, talk->key, talk->track);
	}
	for (size_t i = 0; i < built->ntalks; i++) {
		struct talk *talk = &built->talks[i];
		uint32_t *track = strmap_get(&videos, talk->key);

		if (talk->track == BUILT_NO_TRACK && track)
			talk->track = *track;
	}
	strmap_free(&videos);
	return !lacks_track(built);
}

/* Maps the keys of all links that stand in a text. */
static void
map_links(struct strmap *keys, struct arena *arena, const char *s, size_t len)
{
	const char *at, *past = s;
	struct substring http;
	struct substring_walk walk;

	substring_prepare(&http, "http", 4, SUBSTRING_EXACT, SUBSTRING_BEST);
	substring_begin(&walk, &http, s, len, len);
	while (substring_places(&walk, &at, 1) > 0) {
		size_t n = at < past ? 0
				     : link_bare(at, len - (size_t)(at - s));

		if (n == 0)
			continue;
		strmap_put(keys, link_key(arena, arena_dup(arena, at, n)), 0);
		past = at + n;
	}
}

bool
tracks_may_be_in(const struct built *built, const char *path)
{
	struct arena *arena = arena_new();
	struct strmap keys = {0};
	struct bytes bytes;
	bool may = false;

	if (path && input_read(path, NULL, &bytes, NULL)) {
		map_links(&keys, arena, bytes.s, bytes.len);
		input_drop(&bytes);
	}
	for (size_t i = 0; keys.n > 0 && !may && i < built->ntalks; i++)
		may = strmap_get(&keys, built->talks[i].key);
	strmap_free(&keys);
	arena_free(arena);
	return may;
}

void
tracks_look_up(struct built *built, const struct notes *other)
{
	struct strmap names = {0}, videos = {0};
	uint32_t *track_of = mem_alloc(other->ntracks + 1, sizeof(*track_of));
	bool any = false;

	map_names(built, &names);
	for (uint32_t i = 0; i < other->ntalks; i++) {
		if (other->talks[i].url)
			strmap_put(&videos, other->talks[i].key,
			    other->talks[i].track);
	}
	for (size_t i = 0; i < built->ntalks; i++) {
		const struct talk *talk = &built->talks[i];
		uint32_t *track = talk->track == BUILT_NO_TRACK
		    ? strmap_get(&videos, talk->key)
		    : NULL;

		any = any || track;
		if (track)
			track_of[*track] = 1;
	}
	/* Such tracks are made in the order of the programme. */
	for (uint32_t i = 0; i < other->ntracks; i++) {
		if (track_of[i])
			track_of[i] = named_track(
			    built, &names, other->tracks[i].name, 0);
	}
	for (size_t i = 0; any && i < built->ntalks; i++) {
		struct talk *talk = &built->talks[i];
		uint32_t *track = strmap_get(&videos, talk->key);

		if (talk->track == BUILT_NO_TRACK && track) {
			talk->track = track_of[*track];
			built->tracks[talk->track].source = talk->source;
		}
	}
	free(track_of);
	strmap_free(&names);
	strmap_free(&videos);
}

/* A track named after its document; another one may be called so, too. */
static uint32_t
track_of_source(struct built *built, struct strmap *names, uint32_t source)
{
	const char *name = built->conferences[source].source.name;
	uint32_t *found = strmap_get(names, name);
	struct track track = {.name = name, .source = source};

	if (!found)
		return named_track(built, names, name, source);
	if (built->tracks[*found].source != source)
		*found = built_track(built, &track);
	return *found;
}

/* Gives talks that still have no track one named after their document. */
static void
name_tracks(struct built *built)
{
	struct strmap names = {0};
	uint32_t last = BUILT_NO_TRACK, source = 0;

	if (!lacks_track(built))
		return;
	map_names(built, &names);
	for (size_t i = 0; i < built->ntalks; i++) {
		struct talk *talk = &built->talks[i];

		if (talk->track != BUILT_NO_TRACK)
			continue;
		if (last == BUILT_NO_TRACK || talk->source != source)
			last = track_of_source(built, &names, talk->source);
		source = talk->source;
		talk->track = last;
	}
	strmap_free(&names);
}

void
tracks_list(struct built *built)
{
	uint32_t *all = arena_alloc(
	    built->arena, (built->ntalks + 1) * sizeof(*all));
	uint32_t *next = mem_alloc(built->ntracks + 1, sizeof(*next));

	for (size_t t = 0; t < built->ntracks; t++)
		built->tracks[t].ntalks = 0;
	for (size_t i = 0; i < built->ntalks; i++)
		built->tracks[built->talks[i].track].ntalks++;
	for (size_t t = 0; t < built->ntracks; t++) {
		built->tracks[t].talks = all + next[t];
		next[t + 1] = next[t] + built->tracks[t].ntalks;
	}
	for (uint32_t i = 0; i < built->ntalks; i++)
		all[next[built->talks[i].track]++] = i;
	free(next);
}

void
tracks_finish(struct built *built)
{
	name_tracks(built);
	tracks_list(built);
	about_find(built);
}
