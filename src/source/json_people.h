/*
 * The people of a talk of any JSON: names, objects, and ids of what is listed
 * elsewhere.
 */
#ifndef LECTERN_JSON_PEOPLE_H
#define LECTERN_JSON_PEOPLE_H

#include "source/json_lists.h"
#include "source/programme.h"

/* Returns what a room, track or person is called; "" if nothing says it. */
const char *json_people_name(const struct value *of);

/* Adds the people of a talk to the programme's talk at hand. */
void json_people_add(struct programme *programme,
    const struct json_lists *lists, const struct json_fields *fields);

/*
 * Returns who the people of a talk are, where the talk says it: paragraphs that
 * begin with the names.  NULL: nowhere.
 */
const char *
json_people_bios(struct programme *programme, const struct json_fields *fields);

/* Adds the people that a line names, "Ann One, Bo Two and Cy Three". */
void json_people_add_names(struct programme *programme, const char *people);

#endif
