/*
 * Reads packed bytes in place: finds their arrays, and makes blocks from them.
 * Their content is not trusted: what leads out of an array leads nowhere.
 */
#ifndef LECTERN_PACKED_VIEW_H
#define LECTERN_PACKED_VIEW_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "lectern/model/notes.h"
#include "source/packed_format.h"

struct body;

/* Where each array stands. */
struct packed {
	const struct packed_header *header;
	const void *array[PACKED_ARRAYS];
	struct arena *arena; /* owns what is made from them */
};

/* Finds the arrays in the `len` bytes at `s`; false if they end too soon. */
bool packed_view_find(struct packed *p, const char *s, size_t len);

/* Whether every string has an end; else none may be looked at. */
bool packed_view_are_ended(const struct packed *p);

/* These are asked for each talk. */

static inline const struct packed_talk *
packed_view_talks(const struct packed *p)
{
	return p->array[PACKED_TALKS];
}

static inline const struct packed_more *
packed_view_mores(const struct packed *p)
{
	return p->array[PACKED_MORES];
}

static inline const struct packed_block *
packed_view_blocks(const struct packed *p)
{
	return p->array[PACKED_BLOCKS];
}

static inline const char *
packed_view_text(const struct packed *p)
{
	return p->array[PACKED_TEXT];
}

/* Returns how many elements an array has. */
static inline uint32_t
packed_view_count(const struct packed *p, enum packed_array of)
{
	return p->header->count[of];
}

/* Returns a string, or NULL for PACKED_NONE. */
static inline const char *
packed_view_string(const struct packed *p, uint32_t at)
{
	const char *strings = p->array[PACKED_STRINGS];

	return at < packed_view_count(p, PACKED_STRINGS) ? strings + at : NULL;
}

/* Returns a string that is always there. */
static inline const char *
packed_view_word(const struct packed *p, uint32_t at)
{
	const char *s = packed_view_string(p, at);

	return s ? s : "";
}

/* Returns `n`, or 0 where an array does not have so many from `first` on. */
static inline uint32_t
packed_view_within(
    const struct packed *p, enum packed_array of, uint32_t first, uint32_t n)
{
	uint32_t count = packed_view_count(p, of);

	return first <= count && n <= count - first ? n : 0;
}

/* Returns where a talk's title and speakers stand as they are searched. */
static inline uint32_t
packed_view_names(const struct packed_talk *talk)
{
	return talk->folded == PACKED_NONE ? talk->title : talk->folded;
}

/* Makes `*n` blocks, owned by the arena; NULL: there are not so many, `*n` is 0. */
const struct block *
packed_view_make(const struct packed *p, uint32_t first, uint32_t *n);

/*
 * Returns the text of the next block that is not searched as it was written,
 * from block `*at` of the talk on, with its length; NULL: there is none.  Moves
 * `*at` behind it.
 */
const char *
packed_view_next(const struct body *body, uint32_t *at, size_t *len);

/* Reads the blocks of a talk whose body waits in packed bytes. */
void packed_view_read(struct body *body);

#endif
