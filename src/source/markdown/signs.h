/*
 * Signs that part what a line says: dashes, colons, bars, commas.
 */
#ifndef LECTERN_SIGNS_H
#define LECTERN_SIGNS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* Returns the bytes of a sign, with the blanks around it, at `s`; 0: no sign. */
typedef size_t sign_is(const char *s, size_t len);

sign_is sign_dash;        /* of any length, between blanks */
sign_is sign_colon;       /* wide ones, too */
sign_is sign_tight_colon; /* between words, without a blank */
sign_is sign_bar;         /* a slash or middle dot, too, between blanks */
sign_is sign_comma;
sign_is sign_arrow; /* "»", "→", ">>", "::" between blanks */

/*
 * Returns the bytes of a blank or sign in which the `len` (1 or more) bytes at `s`
 * end, and no title does: a comma, a dash behind a blank; 0: there is none.
 */
size_t sign_last(const char *s, size_t len);

/*
 * Returns where the first or last sign of a kind stands in [from, to) outside of
 * brackets, and its bytes in `*n`; `to`: nowhere.
 */
uint32_t sign_find(const char *s, uint32_t from, uint32_t to, sign_is *is,
    bool last, size_t *n);

#endif
