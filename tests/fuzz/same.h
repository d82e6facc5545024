/*
 * Whether two ways of loading a document gave the same notes.
 */
#ifndef LECTERN_TESTS_FUZZ_SAME_H
#define LECTERN_TESTS_FUZZ_SAME_H

#include "lectern/model/notes.h"

/*
 * Compares all that notes.h promises, talks that wait being loaded first.
 * NULL where they are the same, else a constant that says what is not; the
 * talk in which that is goes to `*talk`.
 */
const char *
same_notes(const struct notes *a, const struct notes *b, uint32_t *talk);

#endif
