/*
 * Parts that talks have in many dialects of JSON.
 */
#ifndef LECTERN_JSON_PARTS_H
#define LECTERN_JSON_PARTS_H

#include "source/programme.h"
#include "source/value.h"

/*
 * Adds the people of a list to the talk: names, or objects that have one.  Those
 * of several lists are each added once.
 */
void json_parts_people(struct programme *programme, const struct value *list);

/* Adds one of them. */
void json_parts_person(struct programme *programme, const struct value *person);

/*
 * Adds the links of a list: URLs, or objects with a URL and perhaps a title and
 * type.  `video` tells that they are the talk's videos.
 */
void json_parts_links(
    struct programme *programme, const struct value *list, bool video);

/*
 * Adds the link in a member of a talk, if there is one; without a name it is the
 * talk's video.
 */
void json_parts_link(struct programme *programme, const struct value *talk,
    const char *member, const char *name);

/*
 * Returns the element of a list of objects of which the member `name` is `text`,
 * or NULL.
 */
const struct value *
json_parts_find(const struct value *list, const char *name, const char *text);

/* Sets the conference's name, acronym, days and zone, where they are said. */
void json_parts_conference(
    struct programme *programme, const struct value *conference);

#endif
