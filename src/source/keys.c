#include "source/keys.h"

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "lectern/base/arena.h"
#include "lectern/base/mem.h"
#include "lectern/base/strmap.h"
#include "lectern/model/link.h"
#include "lectern/model/talk_key.h"

#define PART       ((size_t)1 << 15) /* talks whose ids are looked up at a time */
#define PARTS_MOST 16

void
keys_begin(struct arena *arena, struct talk *talk)
{
	/* Many are on a video's own page, and are known by its id. */
	if (talk->url && link_is_watch(talk->url, strlen(talk->url))) {
		talk->key = talk->own_key = link_watch_key(arena, talk->url);
		return;
	}
	talk->key = talk_key(arena, talk);
	/* Only few links have a time code: the others need no second key. */
	talk->own_key = talk_key_is_hash(talk->key) ||
		link_seconds(talk->url) > 0
	    ? NULL
	    : talk->key;
}

static void
set_keys(struct built *built, struct talk *talk)
{
	const char *where = talk->day       ? talk->day
	    : talk->track == BUILT_NO_TRACK ? NULL
					    : built->tracks[talk->track].name;

	talk->conference = built->conferences[talk->source].source.name;
	if (!talk->key)
		keys_begin(built->arena, talk);
	if (!talk->own_key)
		talk->own_key = talk_key_own(
		    built->arena, talk, talk->conference, where);
}

/* Gives the talk an id of its own; false: another one has its key, perhaps. */
static bool
set_id(struct arena *arena, struct strmap *ids, struct talk *talk)
{
	const char *plain = link_key_id(talk->key);
	uint32_t n = ++*strmap_put(ids, plain, 0);

	talk->id = plain;
	if (n == 1)
		return true;
	while (n > 1) {
		talk->id = arena_printf(arena, "%s~%" PRIu32, plain, n);

		uint32_t *taken = strmap_put(ids, talk->id, 0);

		if ((*taken)++ == 0)
			break;
		n = ++*strmap_put(ids, plain, 0);
	}
	return false;
}

/* In which of `n` parts an id is looked up: what is made of it begins as it does. */
static uint8_t
part_of(const char *id, size_t n)
{
	return (uint8_t)((unsigned char)(*id ? *id : '~') % n);
}

/*
 * Gives all talks ids; false: some have one key, perhaps.  Those of many talks
 * are looked up in parts, one after the other, since a map of all is large.
 */
static bool
set_ids(struct built *built)
{
	const size_t n = built->ntalks;
	const size_t parts = n / PART < PARTS_MOST ? n / PART + 1 : PARTS_MOST;
	uint8_t *part = mem_alloc(n, 1);
	bool apart = true;

	for (size_t i = 0; parts > 1 && i < n; i++)
		part[i] = part_of(link_key_id(built->talks[i].key), parts);
	for (size_t k = 0; k < parts; k++) {
		struct strmap ids = {0};

		strmap_reserve(&ids, n / parts);
		for (size_t i = 0; i < n; i++) {
			if (part[i] == k)
				apart = set_id(built->arena, &ids,
					    &built->talks[i]) &&
				    apart;
		}
		strmap_free(&ids);
	}
	free(part);
	return apart;
}

/*
 * Of talks with one key the first keeps it, and others that differ get their
 * own.
 */
static void
tell_apart(struct built *built)
{
	struct strmap first = {0};

	for (size_t i = 0; i < built->ntalks; i++) {
		struct talk *talk = &built->talks[i];
		uint32_t n = *strmap_put(&first, talk->key, (uint32_t)i);

		if (n != i &&
		    strcmp(built->talks[n].own_key, talk->own_key) != 0)
			talk->key = talk->own_key;
	}
	strmap_free(&first);
}

/* Whether the talks are known to have keys, and no two one id. */
static bool
are_apart(const struct built *built)
{
	const struct conference *conference = built->conferences;

	if (built->nconferences != 1 || !conference->apart || conference->part)
		return false;
	for (size_t i = 0; i < built->ntalks; i++) {
		if (!built->talks[i].key)
			return false;
	}
	return true;
}

void
keys_set(struct built *built)
{
	const bool known = are_apart(built);

	for (size_t i = 0; i < built->ntalks; i++) {
		struct talk *talk = &built->talks[i];

		arena_ease(built->arena, i);
		set_keys(built, talk);
		if (known)
			talk->id = link_key_id(talk->key);
	}
	if (!known && !set_ids(built))
		tell_apart(built);
}

void
keys_set_again(struct built *built)
{
	for (size_t i = 0; i < built->ntalks; i++)
		built->talks[i].key = built->talks[i].own_key = NULL;
	keys_set(built);
}

/* Whether some talks have one key, or had. */
static bool
are_several(const struct built *built)
{
	for (size_t i = 0; i < built->ntalks; i++) {
		arena_ease(built->arena, i);
		if (built->talks[i].id != link_key_id(built->talks[i].key))
			return true;
	}
	return false;
}

/* Whether a document has both as two: by one link, they have other titles. */
static bool
are_two(struct arena *arena, const struct talk *a, const struct talk *b)
{
	return a->source == b->source &&
	    (talk_key_is_hash(a->key) ||
		strcmp(talk_key_hash(arena, a->title, NULL, 0),
		    talk_key_hash(arena, b->title, NULL, 0)) != 0);
}

void
keys_part(struct built *built)
{
	struct strmap first = {0}, times = {0};
	size_t n = are_several(built) ? built->ntalks : 0;

	for (size_t i = 0; i < n; i++) {
		struct talk *talk = &built->talks[i];
		uint32_t other = *strmap_put(&first, talk->key, (uint32_t)i);

		if (other != i &&
		    are_two(built->arena, &built->talks[other], talk))
			talk->key = talk->own_key = talk_key_part(built->arena,
			    talk, ++*strmap_put(&times, talk->key, 1));
	}
	strmap_free(&first);
	strmap_free(&times);
}
