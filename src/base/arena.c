#include "lectern/base/arena.h"

#include <stdalign.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>

#include "lectern/base/mem.h"

#define ALIGN       8 /* of pointers and numbers, of which things there are made */
#define CHUNK_FIRST 4096
/* Smaller ones are not mapped, but taken from what was freed. */
#define CHUNK_MOST 122880
/* From that on, chunks are huge pages. */
#define CHUNKS_LARGE ((size_t)1 << 20)
#define PAGES        ((size_t)1 << 16) /* whole pages, on any machine */
/* Files of so many bytes are let go, whenever so many things were walked over. */
#define EASE_LEAST  ((size_t)1 << 24)
#define EASE_THINGS 4096

/* Chunks double in size, so that small notes stay small. */
struct chunk {
	struct chunk *next;
	size_t used, size;
	size_t mapped; /* bytes to unmap; 0: to be freed */
	alignas(ALIGN) char data[];
};

/* A block that arena_adopt() took; this record is itself in the arena. */
struct adopted {
	struct adopted *next;
	void *p;
	size_t mapped;
	bool file; /* a mapping of one */
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
drop(void *p, size_t mapped)
{
	if (mapped > 0)
		munmap(p, mapped);
	else
		free(p);
}

static void
free_adopted(struct arena *arena)
{
	for (struct adopted *a = arena->adopted; a; a = a->next)
		drop(a->p, a->mapped);
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

		drop(c, c->mapped);
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
		drop(c, c->mapped);
		c = next;
	}
	kept->next = NULL;
	kept->used = 0;
}

/* Makes a chunk the one being filled, with `size` bytes beside its head. */
static struct chunk *
chain(struct arena *arena, struct chunk *c, size_t size, size_t mapped)
{
	c->used = 0;
	c->size = size;
	c->mapped = mapped;
	c->next = arena->chunk;
	arena->chunk = c;
	arena->size += sizeof(*c) + size;
	return c;
}

/* Adds a chunk that is a huge page, where the system has some. */
static struct chunk *
add_huge(struct arena *arena)
{
	return chain(arena, mem_alloc_huge(MEM_HUGE),
	    MEM_HUGE - sizeof(struct chunk), 0);
}

/* Adds a chunk with room for `size` bytes. */
static struct chunk *
add_chunk(struct arena *arena, size_t size)
{
	size_t want = arena->chunk ? 2 * arena->chunk->size : CHUNK_FIRST;
	size_t head = sizeof(struct chunk);

	if (want > CHUNK_MOST)
		want = CHUNK_MOST;
	if (want < size)
		want = size;
	if (arena->size >= CHUNKS_LARGE && want == CHUNK_MOST)
		return add_huge(arena);

	struct chunk *filled = arena->chunk;
	struct chunk *c = chain(arena,
	    want >= MEM_HUGE ? mem_alloc_huge(head + want)
			     : mem_resize(NULL, head + want, 1),
	    want, 0);

	/* What is for a single thing leaves that chunk the one being filled. */
	if (filled && want == size) {
		arena->chunk = filled;
		c->next = filled->next;
		filled->next = c;
	}
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
	return memset(take(arena, size, ALIGN), 0, size);
}

void *
arena_copy(struct arena *arena, const void *p, size_t size)
{
	void *copy = take(arena, size, ALIGN);

	return size > 0 ? memcpy(copy, p, size) : copy;
}

static void
adopt(struct arena *arena, void *p, size_t mapped, bool file)
{
	struct adopted *adopted = arena_alloc(arena, sizeof(*adopted));

	*adopted = (struct adopted){arena->adopted, p, mapped, file};
	arena->adopted = adopted;
}

void
arena_adopt(struct arena *arena, void *p, size_t mapped)
{
	adopt(arena, p, mapped, false);
}

void
arena_adopt_file(struct arena *arena, void *p, size_t mapped)
{
	adopt(arena, p, mapped, true);
}

void
arena_ease(const struct arena *arena, size_t i)
{
	if ((i + 1) % EASE_THINGS != 0)
		return;
	for (const struct adopted *a = arena->adopted; a; a = a->next) {
		if (a->file && a->mapped >= EASE_LEAST)
			(void)madvise(a->p, a->mapped, MADV_DONTNEED);
	}
}

void
arena_give(struct arena *arena, void *p, size_t mapped)
{
	chain(arena, p, mapped - sizeof(struct chunk), mapped);
}

void
arena_trim(struct arena *arena)
{
	struct chunk *c = arena->chunk;
	size_t keep;

	if (!c || c->mapped == 0)
		return;
	keep = (sizeof(*c) + c->used + PAGES - 1) & ~(PAGES - 1);
	if (keep >= c->mapped)
		return;
	munmap((char *)c + keep, c->mapped - keep);
	arena->size -= c->mapped - keep;
	c->size = keep - sizeof(*c);
	c->mapped = keep;
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
