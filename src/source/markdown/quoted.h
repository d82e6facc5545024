/*
 * Finds quotations on a line, whatever marks they have.
 */
#ifndef LECTERN_QUOTED_H
#define LECTERN_QUOTED_H

#include <stdbool.h>
#include <stdint.h>

/*
 * Returns where the quotation of several words ends that begins at `from`;
 * `from`: there is none.
 */
uint32_t quoted_end(const char *s, uint32_t from, uint32_t to);

/*
 * Returns where the quotation opens that ends at `to`, behind a comma, a colon
 * or a dash; `to`: there is none.
 */
uint32_t quoted_last(const char *s, uint32_t from, uint32_t to);

/* Whether anything is quoted from byte `from` up to `to`. */
bool quoted_any(const char *s, uint32_t from, uint32_t to);

/*
 * Returns where the quotation opens that a word, or two or three, and a dash or
 * colon are in front of: "Poster - "Title""; `to`: there is none.
 */
uint32_t quoted_behind(const char *s, uint32_t from, uint32_t to);

/* Takes the marks off [*from, *to) where all of it is one quotation. */
void quoted_strip(const char *s, uint32_t *from, uint32_t *to);

#endif
