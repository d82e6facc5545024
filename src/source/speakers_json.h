/*
 * A list of speakers in JSON, each with the sessions in which they speak, as
 * Sessionize has it: [{"fullName": "Ann One", "sessions": [{"id": 1, "name":
 * "Kelp"}]}].  Its talks are those sessions, with all who have them.
 */
#ifndef LECTERN_SPEAKERS_JSON_H
#define LECTERN_SPEAKERS_JSON_H

#include <stdbool.h>

#include "source/programme.h"
#include "source/value.h"

/* Whether the value is such a list. */
bool speakers_json_is(const struct value *root);

/* Adds its talks. */
void speakers_json_add(struct programme *programme, const struct value *root);

/* Whether it is a list of people, with no talk in it. */
bool speakers_json_are_people(const struct value *root);

#endif
