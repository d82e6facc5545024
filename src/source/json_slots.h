/*
 * Times that a document in JSON gives to talks by their ids, apart from them:
 * {"talks": {"kelp": ...}, "schedule": [{"start": "10:00", "talks": ["kelp"]}]}.
 */
#ifndef LECTERN_JSON_SLOTS_H
#define LECTERN_JSON_SLOTS_H

#include "source/id_folder.h"
#include "source/json_fields.h"

/*
 * What is said of all talks of a list, around them; NULL: nothing.  The start
 * and end are of the slot in which they are.
 */
struct json_around {
	const char *day, *room, *track, *start, *end;
};

struct json_slots {
	struct strmap known; /* numbers of slots, by the id of a talk */
	struct json_around *slot;
	size_t n, cap;
	size_t own; /* as in struct json_lists */
	bool *used;
};

/*
 * Finds the slots in a document and in those beside it, which may be NULL; to be
 * freed with json_slots_free().
 */
void json_slots_find(struct json_slots *slots, struct json_names *names,
    const struct value *root, struct id_folder *beside);
void json_slots_free(struct json_slots *slots);

/* Whether a slot has an object, by its id. */
bool json_slots_has(const struct json_slots *slots, const struct value *talk,
    const struct json_fields *fields);

/* Takes what slots say of a talk; what they do not say stays. */
void json_slots_take(const struct json_slots *slots, const struct value *talk,
    const struct json_fields *fields, struct json_around *around);

/* Takes the start and end of an object around talks, if it is a slot of a day. */
void
json_slots_around(const struct json_fields *fields, struct json_around *around);

#endif
