/*
 * Versions of one programme.
 */
#ifndef LECTERN_JOIN_VERSION_H
#define LECTERN_JOIN_VERSION_H

#include <stdbool.h>

#include "lectern/model/notes.h"

/*
 * Whether two programmes are of one format and one conference, by acronym or
 * name: if they have most talks in common, they are versions of one.
 */
bool join_version_is_other(const struct source *a, const struct source *b);

/*
 * Whether `a` is newer than `b`: by what they say of their version or, where one
 * says nothing that can be compared, by the time of their files.
 */
bool join_version_is_newer(const struct source *a, const struct source *b);

#endif
