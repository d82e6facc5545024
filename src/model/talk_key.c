#include "lectern/model/talk_key.h"

#include <inttypes.h>
#include <stdint.h>
#include <string.h>

#include "lectern/base/arena.h"
#include "lectern/base/strmap.h"
#include "lectern/base/text.h"
#include "lectern/model/link.h"

#define DIGITS 16 /* of a key, hexadecimal */

#define LATER 60 /* seconds; a link to a time before that skips a trailer */

static uint64_t
add(struct arena *arena, uint64_t hash, const char *s)
{
	const char *folded = text_fold(arena, s, strlen(s), NULL);

	return strmap_hash(folded, strlen(folded) + 1, hash);
}

/* Makes a key of title and speakers, continuing from `hash`. */
static char *
end(struct arena *arena, uint64_t hash, const char *title,
    const char *const *speakers, size_t nspeakers)
{
	char *key;

	hash = add(arena, hash, title);
	for (size_t i = 0; i < nspeakers; i++)
		hash = add(arena, hash, speakers[i]);
	/* Every talk has one: it is written without printf(). */
	key = arena_alloc(arena, DIGITS + 3);
	key[0] = 'h';
	key[1] = ':';
	for (size_t i = DIGITS; i-- > 0; hash >>= 4)
		key[2 + i] = "0123456789abcdef"[hash & 15];
	return key;
}

char *
talk_key_hash(struct arena *arena, const char *title,
    const char *const *speakers, size_t nspeakers)
{
	return end(arena, STRMAP_HASH_START, title, speakers, nspeakers);
}

bool
talk_key_is_hash(const char *key)
{
	return key[0] == 'h' && key[1] == ':';
}

/* A path beside one document is none beside another: it is no key. */
static bool
has_link(const struct talk *talk)
{
	return talk->url && link_is_openable(talk->url);
}

char *
talk_key(struct arena *arena, const struct talk *talk)
{
	return has_link(talk) ? link_key(arena, talk->url)
			      : talk_key_hash(arena, talk->title,
				    talk->speakers, talk->nspeakers);
}

char *
talk_key_own(struct arena *arena, const struct talk *talk,
    const char *conference, const char *where)
{
	uint64_t hash = STRMAP_HASH_START;

	if (has_link(talk)) {
		long seconds = link_seconds(talk->url);
		char *key = link_key(arena, talk->url);

		return seconds < LATER
		    ? key
		    : arena_printf(arena, "%s@%ld", key, seconds);
	}
	hash = add(arena, hash, conference);
	hash = add(arena, hash, where ? where : "");
	return end(arena, hash, talk->title, talk->speakers, talk->nspeakers);
}

char *
talk_key_part(struct arena *arena, const struct talk *talk, uint32_t n)
{
	return has_link(talk)
	    ? arena_printf(arena, "%s@%s", talk->key,
		  talk_key_hash(arena, talk->title, NULL, 0))
	    : arena_printf(arena, "%s~%" PRIu32, talk->key, n);
}
