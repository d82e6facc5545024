#include "lectern/base/arena.h"

#include <stdalign.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>

#include "lectern/base/mem.h"

#define CHUNK_FIRST 4096
/* Smaller ones are not mapped, but taken from what was freed. */
#define CHUNK_MOST 122880

/* Chunks double in size, so that small notes stay small. */
struct chunk {
	struct chunk *next;
	size_t used, size;
	alignas(max_align_t) char data[];
};

/* A block that arena_adopt() took; this record is itself in the arena. */
struct adopted {
	struct adopted *next;
	void *p;
	size_t mapped;
};

struct arena {
	struct adopted *adopted;
	struct chunk *chunk; /* the one being filled; older ones follow */
	size_t size;
};

struct arena *
arena_new(void)
{
	return mem_alloc(1, sizeof(struct arena));
}

static void
free_adopted(struct arena *arena)
{
	for (struct adopted *a = arena->adopted; a; a = a->next) {
		if (a->mapped > 0)
			munmap(a->p, a->mapped);
		else
			free(a->p);
	}
	arena->adopted = NULL;
}

void
arena_free(struct arena *arena)
{
	if (!arena)
		return;
	free_adopted(arena);
	for (struct chunk *c = arena->chunk; c;) {
		struct chunk *next = c->next;

		free(c);
		c = next;
	}
	free(arena);
}

void
arena_clear(struct arena *arena)
{
	struct chunk *kept = arena->chunk;

	if (!kept)
		return;
	free_adopted(arena);
	for (struct chunk *c = kept->next; c;) {
		struct chunk *next = c->next;

		arena->size -= sizeof(*c) + c->size;
		free(c);
		c = next;
	}
	kept->next = NULL;
	kept->used = 0;
}

/* Chains a chunk with room for `size` bytes. */
static struct chunk *
add_chunk(struct arena *arena, size_t size)
{
	size_t want = arena->chunk ? 2 * arena->chunk->size : CHUNK_FIRST;

	if (want > CHUNK_MOST)
		want = CHUNK_MOST;
	if (want < size)
		want = size;
	struct chunk *c = mem_resize(NULL, sizeof(*c) + want, 1);

	c->used = 0;
	c->size = want;
	c->next = arena->chunk;
	arena->chunk = c;
	arena->size += sizeof(*c) + want;
	return c;
}

/* Takes uninitialised bytes; `align` is a power of two. */
static char *
take(struct arena *arena, size_t size, size_t align)
{
	struct chunk *c = arena->chunk;
	size_t at = c ? (c->used + align - 1) & ~(align - 1) : 0;

	if (!c || at > c->size || size > c->size - at) {
		c = add_chunk(arena, size);
		at = 0;
	}
	c->used = at + size;
	return c->data + at;
}

void *
arena_alloc(struct arena *arena, size_t size)
{
	return memset(take(arena, size, alignof(max_align_t)), 0, size);
}

void
arena_adopt(struct arena *arena, void *p, size_t mapped)
{
	struct adopted *adopted = arena_alloc(arena, sizeof(*adopted));

	*adopted = (struct adopted){arena->adopted, p, mapped};
	arena->adopted = adopted;
}

char *
arena_dup(struct arena *arena, const char *s, size_t len)
{
	char *copy = take(arena, len + 1, 1);

	if (len)
		memcpy(copy, s, len);
	copy[len] = '\0';
	return copy;
}

char *
arena_printf(struct arena *arena, const char *format, ...)
{
	va_list args;

	va_start(args, format);
	int len = vsnprintf(NULL, 0, format, args);
	va_end(args);
	if (len < 0)
		return arena_dup(arena, "", 0);

	char *s = take(arena, (size_t)len + 1, 1);

	va_start(args, format);
	vsnprintf(s, (size_t)len + 1, format, args);
	va_end(args);
	return s;
}

void
arena_join(struct arena *arena, struct arena *other)
{
	struct chunk *last = other->chunk;
	struct adopted **end = &arena->adopted;

	while (last && last->next)
		last = last->next;
	/* The chunk being filled stays the first. */
	if (last && arena->chunk) {
		last->next = arena->chunk->next;
		arena->chunk->next = other->chunk;
	} else if (last) {
		arena->chunk = other->chunk;
	}
	while (*end)
		end = &(*end)->next;
	*end = other->adopted;
	arena->size += other->size;
	free(other);
}

size_t
arena_size(const struct arena *arena)
{
	return arena->size;
}
