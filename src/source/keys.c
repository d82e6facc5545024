#include "source/keys.h"

#include <inttypes.h>
#include <string.h>

#include "lectern/base/arena.h"
#include "lectern/base/strmap.h"
#include "lectern/base/text.h"
#include "lectern/model/link.h"

static void
set_key(struct arena *arena, struct talk *talk)
{
	if (talk->url) {
		talk->key = link_key(arena, talk->url);
		return;
	}

	const char *title = text_fold(
	    arena, talk->title, strlen(talk->title), NULL);
	uint64_t hash = strmap_hash(
	    title, strlen(title) + 1, STRMAP_HASH_START);

	for (uint32_t i = 0; i < talk->nspeakers; i++) {
		const char *s = text_fold(
		    arena, talk->speakers[i], strlen(talk->speakers[i]), NULL);

		hash = strmap_hash(s, strlen(s) + 1, hash);
	}
	talk->key = arena_printf(arena, "h:%016" PRIx64, hash);
}

static void
set_id(struct arena *arena, struct strmap *ids, struct talk *talk)
{
	const char *plain = link_key_id(talk->key);
	uint32_t n = ++*strmap_put(ids, plain, 0);

	talk->id = plain;
	while (n > 1) {
		talk->id = arena_printf(arena, "%s~%" PRIu32, plain, n);

		uint32_t *taken = strmap_put(ids, talk->id, 0);

		if ((*taken)++ == 0)
			break;
		n = ++*strmap_put(ids, plain, 0);
	}
}

void
keys_set(struct built *built)
{
	struct strmap ids = {0};

	for (size_t i = 0; i < built->ntalks; i++) {
		set_key(built->arena, &built->talks[i]);
		set_id(built->arena, &ids, &built->talks[i]);
	}
	strmap_free(&ids);
}
