#include "lectern/base/strmap.h"

#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

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

/* SipHash-1-3 (Aumasson and Bernstein), for strings that others choose. */

static inline uint64_t
turn(uint64_t x, int bits)
{
	return x << bits | x >> (64 - bits);
}

static inline void
mix(uint64_t v[4])
{
	v[0] += v[1];
	v[1] = turn(v[1], 13) ^ v[0];
	v[0] = turn(v[0], 32);
	v[2] += v[3];
	v[3] = turn(v[3], 16) ^ v[2];
	v[0] += v[3];
	v[3] = turn(v[3], 21) ^ v[0];
	v[2] += v[1];
	v[1] = turn(v[1], 17) ^ v[2];
	v[2] = turn(v[2], 32);
}

static uint64_t
keyed_hash(const uint64_t secret[2], const char *s, size_t len)
{
	uint64_t v[4] = {secret[0] ^ UINT64_C(0x736f6d6570736575),
	    secret[1] ^ UINT64_C(0x646f72616e646f6d),
	    secret[0] ^ UINT64_C(0x6c7967656e657261),
	    secret[1] ^ UINT64_C(0x7465646279746573)};

	for (size_t i = 0; i <= len; i += 8) {
		uint64_t word = 0;

		if (len - i >= 8)
			memcpy(&word, s + i, 8);
		else
			memcpy(&word, s + i, len - i);
		/* The last one has the length, too. */
		if (len - i < 8)
			word |= (uint64_t)len << 56;
		v[3] ^= word;
		mix(v);
		v[0] ^= word;
	}
	v[2] ^= 0xFF;
	for (int i = 0; i < 3; i++)
		mix(v);
	return v[0] ^ v[1] ^ v[2] ^ v[3];
}

/* What nobody who writes documents knows. */
static void
choose_secret(struct strmap *map)
{
	struct timespec now;

	if (getentropy(map->secret, sizeof(map->secret)) == 0)
		return;
	clock_gettime(CLOCK_REALTIME, &now);
	map->secret[0] = (uint64_t)now.tv_nsec << 32 ^ (uint64_t)now.tv_sec;
	map->secret[1] = (uint64_t)(uintptr_t)map << 16 ^ (uint64_t)getpid();
}

static uint32_t
hash_of(const struct strmap *map, const char *key)
{
	return (uint32_t)keyed_hash(map->secret, key, strlen(key));
}

/* The entry in a slot that is not free. */
static struct strmap_entry *
entry_at(const struct strmap *map, size_t slot)
{
	return &map->entry[map->slot[slot] - 1];
}

/* The slot of the key or, if it is missing, the free slot for it. */
static uint32_t *
find(const struct strmap *map, const char *key, uint32_t hash)
{
	size_t mask = map->cap - 1, i = hash & mask;

	while (map->slot[i] > 0 &&
	    (entry_at(map, i)->hash != hash ||
		strcmp(entry_at(map, i)->key, key) != 0))
		i = (i + 1) & mask;
	return &map->slot[i];
}

/* Keeps at least half of the slots free when there are `n` keys. */
static void
make_room(struct strmap *map, size_t n)
{
	if (n * 2 <= map->cap)
		return;
	if (map->cap == 0)
		choose_secret(map);
	map->cap = map->cap > 0 ? map->cap : LEAST_SLOTS;
	while (map->cap < n * 2)
		map->cap *= 2;
	free(map->slot);
	map->slot = mem_alloc(map->cap, sizeof(*map->slot));
	for (uint32_t e = 0; e < map->n; e++) {
		size_t mask = map->cap - 1, i = map->entry[e].hash & mask;

		while (map->slot[i] > 0)
			i = (i + 1) & mask;
		map->slot[i] = e + 1;
	}
}

void
strmap_reserve(struct strmap *map, size_t n)
{
	make_room(map, n);
	map->entry = mem_grow(
	    map->entry, &map->entries_cap, n, sizeof(*map->entry));
}

uint32_t *
strmap_put(struct strmap *map, const char *key, uint32_t value)
{
	make_room(map, map->n + 1);

	uint32_t hash = hash_of(map, key), *slot = find(map, key, hash);

	if (*slot == 0) {
		map->entry = mem_grow(map->entry, &map->entries_cap, map->n + 1,
		    sizeof(*map->entry));
		map->entry[map->n++] = (struct strmap_entry){key, value, hash};
		*slot = (uint32_t)map->n;
	}
	return &map->entry[*slot - 1].value;
}

uint32_t *
strmap_get(const struct strmap *map, const char *key)
{
	uint32_t slot = map->n > 0 ? *find(map, key, hash_of(map, key)) : 0;

	return slot > 0 ? &map->entry[slot - 1].value : NULL;
}

void
strmap_free(struct strmap *map)
{
	free(map->slot);
	free(map->entry);
	memset(map, 0, sizeof(*map));
}
