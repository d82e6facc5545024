/*
 * Programmes in JSON: that of the frab family, in which events stand in days
 * and rooms, and its second version, in which they stand in one list.
 */
#ifndef LECTERN_SCHEDULE_JSON_H
#define LECTERN_SCHEDULE_JSON_H

#include "source/programme.h"
#include "source/value.h"

/* Whether a document is such a programme. */
bool schedule_json_is(const struct value *root);

/* Builds its talks. */
void schedule_json_add(struct programme *programme, const struct value *root);

#endif
