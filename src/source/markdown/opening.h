/*
 * Sentences that tell of a talk, first or among others: "In this talk, Ann Lee
 * shows".
 */
#ifndef LECTERN_OPENING_H
#define LECTERN_OPENING_H

#include <stddef.h>

/*
 * Returns the bytes before the name that such a sentence has, and in `*name_len`
 * those of the name; 0: it has none.
 */
size_t opening_name(const char *s, size_t len, size_t *name_len);

/*
 * Whether a sentence tells who somebody is, "Ann Lee and Bo Ek are pilots", perhaps
 * behind a first part, "By day, Ann Lee is": returns where the names begin, and in
 * `*names_len` their bytes, 0: it is none.
 */
size_t opening_biography(const char *s, size_t len, size_t *names_len);

#endif
