/*
 * A talk of any JSON, from the fields that were found of it.
 */
#ifndef LECTERN_JSON_TALK_H
#define LECTERN_JSON_TALK_H

#include <stdbool.h>

#include "source/json_lists.h"
#include "source/json_slots.h"
#include "source/programme.h"

/* Returns the words of a field: the name of a room, of a track; "" for none. */
const char *json_talk_words(const struct json_lists *lists,
    const struct json_fields *fields, int field);

/* Whether the fields are those of a talk. */
bool json_talk_is(const struct json_fields *fields);

/* Builds the talk that an object with these fields is. */
void json_talk_add(struct programme *programme, const struct json_lists *lists,
    const struct value *object, const struct json_fields *fields,
    const struct json_around *around);

#endif
