/*
 * Talks in any JSON: of pretalx, Sessionize and Indico, of apps and sites of
 * conferences.  Objects that read as talks are found wherever they stand; what
 * stands around them tells of their days, rooms and tracks.
 */
#ifndef LECTERN_JSON_TALKS_H
#define LECTERN_JSON_TALKS_H

#include <stdbool.h>

#include "source/programme.h"
#include "source/value.h"

/* Whether a document has an object that reads as a talk. */
bool json_talks_is(const struct value *root);

/* Builds all such talks, and names their conference. */
void json_talks_add(struct programme *programme, const struct value *root);

#endif
