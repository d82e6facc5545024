#include "lectern/base/strmap.h"

#include <stdlib.h>
#include <string.h>

#include "lectern/base/mem.h"

#define LEAST_SLOTS 64

uint64_t
strmap_hash(const char *s, size_t len, uint64_t hash)
{
	for (size_t i = 0; i < len; i++) {
		hash ^= (unsigned char)s[i];
		hash *= UINT64_C(0x100000001b3);
	}
	return hash;
}

/* The slot that has the key or, where it is missing, should have it. */
static struct strmap_slot *
find(const struct strmap *map, const char *key)
{
	size_t mask = map->cap - 1;
	size_t i = strmap_hash(key, strlen(key), STRMAP_HASH_START) & mask;

	while (map->slot[i].key && strcmp(map->slot[i].key, key) != 0)
		i = (i + 1) & mask;
	return &map->slot[i];
}

/* Keeps at least half of the slots free. */
static void
make_room(struct strmap *map)
{
	struct strmap larger = *map;

	if (map->n * 2 < map->cap)
		return;
	larger.cap = map->cap > 0 ? map->cap * 2 : LEAST_SLOTS;
	larger.slot = mem_alloc(larger.cap, sizeof(*larger.slot));
	for (size_t i = 0; i < map->cap; i++) {
		if (map->slot[i].key)
			*find(&larger, map->slot[i].key) = map->slot[i];
	}
	free(map->slot);
	*map = larger;
}

uint32_t *
strmap_put(struct strmap *map, const char *key, uint32_t value)
{
	make_room(map);

	struct strmap_slot *slot = find(map, key);

	if (!slot->key) {
		*slot = (struct strmap_slot){key, value};
		map->n++;
	}
	return &slot->value;
}

uint32_t *
strmap_get(const struct strmap *map, const char *key)
{
	struct strmap_slot *slot = map->cap > 0 ? find(map, key) : NULL;

	return slot && slot->key ? &slot->value : NULL;
}

void
strmap_free(struct strmap *map)
{
	free(map->slot);
	memset(map, 0, sizeof(*map));
}
