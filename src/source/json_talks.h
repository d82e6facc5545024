/*
 * Talks in any JSON: of pretalx, Sessionize and Indico, of apps and sites of
 * conferences.  Objects that read as talks are found wherever they stand; what
 * stands around them tells of their days, rooms and tracks.
 */
#ifndef LECTERN_JSON_TALKS_H
#define LECTERN_JSON_TALKS_H

#include <stdbool.h>

#include "source/json_fields.h"
#include "source/programme.h"
#include "source/value.h"

/*
 * Whether a value has an object that reads as a talk.  `names` is zeroed at
 * first, and freed with json_names_free().
 */
bool json_talks_is(struct json_names *names, const struct value *root);

/* Builds all such talks, and names their conference. */
void json_talks_add(struct programme *programme, struct json_names *names,
    const struct value *root);

#endif
