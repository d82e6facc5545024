/*
 * Code points taken apart, for what text_fold.c makes of them.  Lists of code
 * points are NULL where memory ran out, and freed by the caller.
 */
#ifndef LECTERN_TEXT_CODE_H
#define LECTERN_TEXT_CODE_H

#include <stddef.h>
#include <stdint.h>

#define TEXT_CODE_MOST 6 /* bytes that a code point may take */

/* Encodes a code point in UTF-8; returns its bytes, 0 where it is none. */
size_t text_code_encode(uint32_t code, char utf8[TEXT_CODE_MOST]);

/* The small letter of a code point, itself where it has none. */
uint32_t text_code_lower(uint32_t code);

/* Decomposes a code point (NFKD) into `*n` code points. */
uint32_t *text_code_decompose(uint32_t code, size_t *n);

/* Folds the case of `len` code points and decomposes (NFKD) the result. */
uint32_t *text_code_fold(const uint32_t *codes, size_t len, size_t *n);

#endif
