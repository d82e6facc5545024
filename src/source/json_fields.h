/*
 * The members of an object that tell of a talk, by what they are called: in any
 * JSON, whoever wrote it.
 */
#ifndef LECTERN_JSON_FIELDS_H
#define LECTERN_JSON_FIELDS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "lectern/base/strmap.h"
#include "source/part_names.h"
#include "source/value.h"

/* What a member holds: enum part, or one of these. */
enum json_field {
	JSON_VIDEO = PART_KINDS,
	JSON_ID,
	JSON_CODE, /* an id that people use */
	JSON_GUID,
	JSON_SLUG,
	JSON_ROOM_ID,
	JSON_CATEGORIES,
	JSON_SUBTITLE,
	JSON_ABSTRACT,
	JSON_AUTHORS, /* perhaps of something else than a talk */
	JSON_LINKS,   /* there may be several */
	JSON_KIND,
	JSON_WITHIN, /* an object that tells more of the same talk */
	JSON_DAYS,   /* lists of talks, by day or otherwise */
	JSON_GROUPS,
	JSON_BESIDE, /* what is said elsewhere, too */
	JSON_FIELDS,
};

#define JSON_FIELDS_LINKS 8 /* the most members with links */

/* What an object tells; NULL where it says nothing. */
struct json_fields {
	const struct value *at[JSON_FIELDS];
	const struct value *links[JSON_FIELDS_LINKS];
	size_t nlinks;
	uint16_t rank[JSON_FIELDS]; /* of the name that was taken */
	bool has[JSON_FIELDS];      /* there is such a member, perhaps empty */
};

/* The names of members that were met in a document. */
struct json_names {
	struct arena *arena; /* owns the names that were met */
	struct strmap known; /* numbers of folded names */
	struct strmap met;   /* numbers of names as they stand */
};

/* Sets up names, to be freed with json_names_free(). */
void json_names_begin(struct json_names *names);
void json_names_free(struct json_names *names);

/* Returns what a member of that name holds: enum part or enum json_field. */
int json_names_field(struct json_names *names, const char *name);

/*
 * Finds what the object tells, itself or in objects within that tell of the
 * same talk.
 */
void json_fields_find(struct json_names *names, const struct value *object,
    struct json_fields *fields);

/* Whether an object tells of a person, whose "title" is what the person does. */
bool json_fields_are_of_person(const struct value *object);

/* Whether the value is text, perhaps in several languages. */
bool json_fields_is_words(const struct value *value);

#endif
