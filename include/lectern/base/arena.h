/*
 * An arena: many small allocations that are freed together.  Nothing taken
 * from an arena is freed on its own, and nothing in it moves.
 */
#ifndef LECTERN_ARENA_H
#define LECTERN_ARENA_H

#include <stddef.h>

struct arena;

/* Returns an empty arena, to be freed with arena_free(). */
struct arena *arena_new(void);

/* Frees the arena and all that was taken from it; NULL is allowed. */
void arena_free(struct arena *arena);

/*
 * Empties the arena: all that was taken from it is gone.  Keeps some memory for
 * the next allocations.
 */
void arena_clear(struct arena *arena);

/* Returns `size` zeroed bytes aligned for pointers and numbers, owned by the arena. */
void *arena_alloc(struct arena *arena, size_t size);

/* Returns a copy of the `size` bytes at `p`, aligned likewise. */
void *arena_copy(struct arena *arena, const void *p, size_t size);

/* Returns a NUL-terminated copy of the `len` bytes at `s`. */
char *arena_dup(struct arena *arena, const char *s, size_t len);

/* Returns a NUL-terminated string made as by printf. */
char *arena_printf(struct arena *arena, const char *format, ...)
    __attribute__((format(printf, 2, 3)));

/* Moves everything that `other` owns into `arena`, and frees `other`. */
void arena_join(struct arena *arena, struct arena *other);

/*
 * Takes ownership of `p`.  Freeing the arena unmaps it (`mapped` bytes) or,
 * where `mapped` is 0, frees it with free().
 */
void arena_adopt(struct arena *arena, void *p, size_t mapped);

/*
 * The same for a mapping of a file that nobody writes to, and that is never
 * changed: arena_ease() may let its pages go, which come again when they are read.
 */
void arena_adopt_file(struct arena *arena, void *p, size_t mapped);

/*
 * To be called with `i` as 0, 1, 2 ... by what walks once over many things that
 * are in such files: now and then pages of large ones are let go.
 */
void arena_ease(const struct arena *arena, size_t i);

/*
 * Takes ownership of `mapped` bytes at `p`, a mapping of its own that nothing
 * refers to any more: what is taken next comes from there, so that pages are
 * used again that were touched before.
 */
void arena_give(struct arena *arena, void *p, size_t mapped);

/* Unmaps what is left of such bytes; does nothing where none are in use. */
void arena_trim(struct arena *arena);

/* Returns how many bytes the arena got from the system, for measurements. */
size_t arena_size(const struct arena *arena);

#endif
