#include "lectern/source/load_pairs.h"

#include <stdlib.h>
#include <string.h>

#include "lectern/base/arena.h"
#include "lectern/base/mem.h"

void
load_pairs_add(
    struct load_pairs *pairs, const char *a, const char *b, bool same)
{
	if (!pairs->arena)
		pairs->arena = arena_new();
	pairs->pair = mem_grow(
	    pairs->pair, &pairs->cap, pairs->n + 1, sizeof(*pairs->pair));
	pairs->pair[pairs->n++] = (struct load_pair){
	    .a = arena_dup(pairs->arena, a, strlen(a)),
	    .b = arena_dup(pairs->arena, b, strlen(b)),
	    .same = same,
	};
}

void
load_pairs_free(struct load_pairs *pairs)
{
	free(pairs->pair);
	arena_free(pairs->arena);
	*pairs = (struct load_pairs){.arena = NULL};
}
