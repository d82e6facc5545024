/*
 * A text that is written anew: some stretches of it in another way, the others as
 * they are.
 */
#ifndef LECTERN_ANEW_H
#define LECTERN_ANEW_H

#include <stdbool.h>
#include <stddef.h>

#include "lectern/base/buffer.h"

struct arena;

/* Such a text; it refers to the old one, and has memory until anew_end(). */
struct anew {
	struct arena *arena;
	struct buffer out;
	const char *from,
	    *end; /* of the old text, what is still to be copied */
};

/* Begins a text in place of the `len` bytes at `s`. */
struct anew anew_begin(struct arena *arena, const char *s, size_t len);

/*
 * Copies what stands before `from`, and leaves out what stands from there to `to`;
 * what was left out before stays so.
 */
void anew_skip(struct anew *w, const char *from, const char *to);

/* Writes what stands from `s` up to `end`, or a string. */
void anew_put(struct anew *w, const char *s, const char *end);
void anew_puts(struct anew *w, const char *s);

/* Writes the marks of a heading of a level from 1 to 6, with the blank behind them. */
void anew_marks(struct anew *w, size_t level);

/*
 * Copies the rest, and returns the text, which the arena owns and a NUL ends, with
 * its bytes in `*len`; NULL where it is not wanted.
 */
char *anew_end(struct anew *w, bool wanted, size_t *len);

#endif
