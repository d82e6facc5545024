#include "source/keys.h"

#include <inttypes.h>
#include <string.h>

#include "lectern/base/arena.h"
#include "lectern/base/strmap.h"
#include "lectern/model/link.h"
#include "lectern/model/talk_key.h"

void
keys_begin(struct arena *arena, struct talk *talk)
{
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
	struct strmap ids = {0};
	bool apart = true;

	if (!known)
		strmap_reserve(&ids, built->ntalks);
	for (size_t i = 0; i < built->ntalks; i++) {
		struct talk *talk = &built->talks[i];

		set_keys(built, talk);
		if (known)
			talk->id = link_key_id(talk->key);
		else
			apart = set_id(built->arena, &ids, talk) && apart;
	}
	if (!apart)
		tell_apart(built);
	strmap_free(&ids);
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
	for (size_t i = 0; i < built->ntalks; i++)
		if (built->talks[i].id != link_key_id(built->talks[i].key))
			return true;
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
