/*
 * Texts that are longer than a person writes: titles, cells, lines,
 * descriptions.  What they have beyond TEXT_MOST bytes is left out while they
 * are read, and told: else what is made of them takes many times their size.
 */
#ifndef LECTERN_LONG_TEXTS_H
#define LECTERN_LONG_TEXTS_H

#include <stddef.h>
#include <stdint.h>

#include "lectern/source/input.h"
#include "source/builder.h"

/* Those that a reader met; zeroed at first, freed with long_texts_free(). */
struct long_texts {
	struct long_text *text;
	size_t n, cap;
};

/* Remembers a text of `len` bytes that begins in this line, from 1. */
void long_texts_add(struct long_texts *longs, uint32_t line, size_t len);

/*
 * Leaves out the middle of each stretch of more than TEXT_MOST bytes that has
 * none of the two bytes `ends`, in place, and remembers it.  What a stretch
 * begins and ends, such as a link or a quoted value, stays so; line feeds stay,
 * as far as they do not take as much themselves, so that later lines keep their
 * numbers.
 */
void long_texts_cut(
    struct long_texts *longs, struct bytes *bytes, const char ends[2]);

/* Warns of all in the open conference, and frees them. */
void long_texts_warn(struct long_texts *longs, struct build *build);
void long_texts_free(struct long_texts *longs);

#endif
