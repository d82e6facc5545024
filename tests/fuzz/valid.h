/*
 * Whether all that notes.h promises holds; aborts, saying what does not.
 */
#ifndef LECTERN_TESTS_FUZZ_VALID_H
#define LECTERN_TESTS_FUZZ_VALID_H

#include "lectern/model/notes.h"

void valid_notes(const struct notes *notes);

void valid_blocks(const struct block *blocks, uint32_t n);

#endif
