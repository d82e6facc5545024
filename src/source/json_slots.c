#include "source/json_slots.h"

#include <stdlib.h>

#include "lectern/base/mem.h"
#include "source/when.h"

#define LONGEST 720 /* minutes that a slot has; a conference takes days */

/* A walk through a programme that has ids. */
struct walk {
	struct json_slots *slots;
	struct json_names *names;
};

static const char *
plain(const struct json_fields *fields, int field)
{
	const struct value *at = fields->at[field];

	return at && at->type == VALUE_PLAIN ? at->text : "";
}

void
json_slots_around(const struct json_fields *fields, struct json_around *around)
{
	const char *start = plain(fields, PART_START);
	const char *end = plain(fields, PART_END);
	struct when from, to;
	bool dated = when_read(start, &from);

	if (dated ? from.minute < 0 : when_minute(start) < 0)
		return;
	if (dated && when_read(end, &to) && when_between(&from, &to) > LONGEST)
		return;
	around->start = start;
	around->end = end;
}

static void
keep(struct json_slots *slots, const char *id, const struct json_around *around)
{
	if (!*id || strmap_get(&slots->known, id))
		return;
	slots->slot = mem_grow(
	    slots->slot, &slots->cap, slots->n + 1, sizeof(*slots->slot));
	slots->slot[slots->n] = *around;
	strmap_put(&slots->known, id, (uint32_t)slots->n++);
}

/* Takes what an object says of the slots in it, and the rooms of its columns. */
static void
take_object(struct walk *w, const struct value *object,
    struct json_around *around, const struct value **room)
{
	struct json_fields fields;
	struct when when;
	const char *day;

	json_fields_find(w->names, object, &fields);
	day = plain(&fields, PART_DAY);
	if (!*day && when_read(object->name, &when))
		day = object->name;
	around->day = *day ? day : around->day;
	json_slots_around(&fields, around);
	for (int i = 0; i < 2; i++) {
		const struct value *list =
		    fields.at[i == 0 ? PART_TRACK : PART_ROOM];

		if (list && list->type == VALUE_ARRAY)
			*room = list->child;
	}
}

static const char *
name_of(const struct value *room)
{
	static const char *const names[] = {"title", "name", NULL};

	return value_any(room, names);
}

/* How many there are, from a first one on. */
static size_t
count(const struct value *value)
{
	size_t n = 0;

	for (; value; value = value->next)
		n++;
	return n;
}

/*
 * Walks through what has slots.  `room` is the first of a day's rooms: in a slot
 * what stands in a list is in them, one after the other.
 */
static void
walk(struct walk *w, const struct value *value, struct json_around around,
    const struct value *room)
{
	bool list = value->type == VALUE_ARRAY && around.start;
	/* Ids of as many talks as there are rooms are in them. */
	const struct value *columns = list && !around.room && room &&
		room->next && count(value->child) == count(room)
	    ? room
	    : NULL;

	if (value->type == VALUE_OBJECT)
		take_object(w, value, &around, &room);
	for (const struct value *m = value->child; m; m = m->next) {
		struct json_around within = around;

		/* Of several in one place it is not said when each ends. */
		if (value->child->next)
			within.end = NULL;
		if (m->type == VALUE_PLAIN && list) {
			if (columns) {
				within.room = name_of(columns);
				within.end = around.end;
			}
			keep(w->slots, m->text, &within);
			columns = columns ? columns->next : NULL;
		}
		within.end = around.end;
		if (m->type < VALUE_ARRAY)
			continue;
		if (list && room && !around.room) {
			within.room = name_of(room);
			room = room->next;
		}
		walk(w, m, within, room);
	}
}

static void
walk_members(struct walk *w, const struct value *root)
{
	static const char *const programmes[] = {
	    "schedule", "timetable", "agenda", "timeslots", "slots"};
	static const struct json_around nothing = {.day = NULL};

	for (size_t i = 0; i < sizeof(programmes) / sizeof(*programmes); i++) {
		const struct value *programme = value_member(
		    root, programmes[i]);

		if (programme)
			walk(w, programme, nothing, NULL);
	}
}

void
json_slots_find(struct json_slots *slots, struct json_names *names,
    const struct value *root, struct id_folder *beside)
{
	struct walk w = {slots, names};

	*slots = (struct json_slots){.n = 0};
	/* The talks stand elsewhere, by themselves. */
	if (value_member(root, "sessions") || value_member(root, "talks"))
		walk_members(&w, root);
	slots->own = slots->n;
	if (!beside)
		return;
	slots->used = &beside->used;
	walk_members(&w, beside->root);
}

void
json_slots_free(struct json_slots *slots)
{
	strmap_free(&slots->known);
	free(slots->slot);
}

/* The number of the slot that has an object, by its id; or NULL. */
static const uint32_t *
find(const struct json_slots *slots, const struct value *talk,
    const struct json_fields *fields)
{
	static const int ids[] = {JSON_ID, JSON_CODE, JSON_SLUG};
	const uint32_t *found = strmap_get(&slots->known, talk->name);

	for (size_t i = 0; !found && i < sizeof(ids) / sizeof(*ids); i++)
		found = strmap_get(&slots->known, plain(fields, ids[i]));
	return found;
}

bool
json_slots_has(const struct json_slots *slots, const struct value *talk,
    const struct json_fields *fields)
{
	return slots->n > 0 && find(slots, talk, fields);
}

void
json_slots_take(const struct json_slots *slots, const struct value *talk,
    const struct json_fields *fields, struct json_around *around)
{
	const uint32_t *found = find(slots, talk, fields);
	const struct json_around *slot;

	if (!found)
		return;
	if (*found >= slots->own && slots->used)
		*slots->used = true;
	slot = &slots->slot[*found];
	around->day = slot->day ? slot->day : around->day;
	around->room = slot->room ? slot->room : around->room;
	around->start = slot->start;
	around->end = slot->end;
}
