/*
 * Whether all that notes.h promises holds; aborts, saying what does not.
 */
#ifndef LECTERN_TESTS_FUZZ_VALID_H
#define LECTERN_TESTS_FUZZ_VALID_H

#include <stddef.h>
#include <stdint.h>

#include "lectern/model/notes.h"

void valid_notes(const struct notes *notes);

void valid_blocks(const struct block *blocks, uint32_t n);

/*
 * Loads `start` and the bytes after it as a document of that name, and checks
 * its notes.  Returns how many talks they have.
 */
size_t valid_load(
    const char *name, const char *start, const uint8_t *data, size_t size);

#endif
