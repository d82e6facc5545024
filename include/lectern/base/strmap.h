/*
 * A map from strings to numbers.  Whoever chooses the strings cannot make it
 * slow.
 */
#ifndef LECTERN_STRMAP_H
#define LECTERN_STRMAP_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* Zeroed is empty; freed with strmap_free().  The strings must outlive it. */
struct strmap {
	struct strmap_entry {
		const char *key;
		uint32_t value;
		uint32_t hash; /* half of the key's */
	} * entry;             /* in the order in which they were put */
	uint32_t *slot;        /* 1 + the number of an entry; 0: free */
	size_t n, cap;         /* entries, and slots: 0 or a power of two */
	size_t entries_cap;
	uint64_t secret[2]; /* another one for each map: see strmap.c */
};

/*
 * Returns where the key's number is kept; adds the key with `value` if it is
 * missing.
 */
uint32_t *strmap_put(struct strmap *map, const char *key, uint32_t value);

/* Returns where the key's number is kept, or NULL if the key is missing. */
uint32_t *strmap_get(const struct strmap *map, const char *key);

/* Makes room for `n` keys in all at once. */
void strmap_reserve(struct strmap *map, size_t n);

void strmap_free(struct strmap *map);

/*
 * Hashes the bytes by FNV-1a, 64 bits (Fowler, Noll and Vo), continuing from
 * `hash`; start with STRMAP_HASH_START.
 */
uint64_t strmap_hash(const char *s, size_t len, uint64_t hash);

#define STRMAP_HASH_START UINT64_C(0xcbf29ce484222325)

#endif
