#include "source/json_talks.h"

#include <string.h>

#include "lectern/base/text.h"
#include "source/json_talk.h"
#include "source/when.h"

struct walk {
	struct programme *programme; /* NULL: only look for a talk */
	struct json_names *names;
	struct json_lists lists;
	struct json_slots slots;
};

/* Whether a list has talks, found when it matters. */
struct among {
	bool known, talks;
};

/* Words of names that tell only that something is a list of talks. */
static const char *const general[] = {"session", "talk", "event", "slot",
    "item", "result", "data", "entr", "schedul", "program", "contribution",
    "lecture", "presentation", "agenda", "conference", "timetable",
    "submission", "node", "list", "value", "break", "element", "record",
    "content", "video", "export", "edges"};

static bool
is_general(const char *name)
{
	for (size_t i = 0; i < sizeof(general) / sizeof(*general); i++) {
		if (strstr(name, general[i]))
			return true;
	}
	return false;
}

/*
 * Takes what the name of a member says of the talks in it: "2024-11-02",
 * "day1", "track1", "Main Hall".
 */
static void
take_name(struct walk *w, const struct value *value, struct json_around *around)
{
	struct when when;
	const char *name;
	bool letters = false;

	if (when_read(value->name, &when)) {
		around->day = value->name;
		return;
	}
	if (!*value->name ||
	    json_names_field(w->names, value->name) != PART_OTHER)
		return;
	name = part_names_fold(w->lists.arena, value->name);
	for (const char *s = name; *s; s++)
		letters = letters || *s >= 'a';
	if (!letters || is_general(name))
		return;
	if (strncmp(name, "day", 3) == 0)
		around->day = value->name;
	else
		around->track = value->name;
}

/* What the list holds in which a value stands. */
static int
list_of(struct walk *w, const struct value *value)
{
	return value->parent ? json_names_field(w->names, value->parent->name)
			     : PART_OTHER;
}

/* The words of a field; a list is no word for what stands beside it. */
static const char *
words_of(const struct walk *w, const struct json_fields *fields, int field)
{
	const struct value *at = fields->at[field];

	return at && at->type != VALUE_ARRAY
	    ? json_talk_words(&w->lists, fields, field)
	    : "";
}

/* Takes what an object says of the talks in it: a day, a room, a session. */
static void
take_object(struct walk *w, const struct value *value,
    const struct json_fields *fields, struct json_around *around)
{
	const char *day = words_of(w, fields, PART_DAY);
	const char *room = words_of(w, fields, PART_ROOM);
	const char *track = words_of(w, fields, PART_TRACK);
	const char *title = words_of(w, fields, PART_TITLE);
	int list = list_of(w, value);

	if (list == PART_ROOM && !*room)
		room = title;
	else if (list == JSON_DAYS)
		day = *day ? day : title;
	else if (list == PART_TRACK || json_talk_is(fields) ||
	    (value->parent && value->parent->type == VALUE_ARRAY))
		track = *title ? title : track;
	json_slots_around(fields, around);
	around->day = *day ? day : around->day;
	around->room = *room ? room : around->room;
	around->track = *track ? track : around->track;
}

/* Whether there may be talks in a member of a talk, or of another object. */
static bool
may_have_talks(struct walk *w, const struct value *member, bool of_talk)
{
	int field = json_names_field(w->names, member->name);

	if (member->type < VALUE_ARRAY || field == PART_SPEAKERS ||
	    field == JSON_AUTHORS || field == JSON_BESIDE)
		return false;
	return !of_talk || field == PART_OTHER;
}

/* Whether a talk has its slot for itself, as far as its room goes. */
static bool
is_alone(const struct value *talk, const struct json_fields *fields)
{
	return fields->at[PART_ROOM] || fields->at[JSON_ROOM_ID] ||
	    (talk->parent && talk->parent->child == talk && !talk->next);
}

/* Whether an object is in a slot, and has what may be a title. */
static bool
has_slot(const struct walk *w, const struct value *object,
    const struct json_fields *fields)
{
	const struct value *title = fields->at[PART_TITLE];

	return title && json_fields_is_words(title) &&
	    json_slots_has(&w->slots, object, fields);
}

/*
 * Whether an object with a title and a start, or in a slot, is one of a list of
 * talks, as "Discussion" is, though nobody speaks in it.
 */
static bool
is_among_talks(struct walk *w, const struct value *object,
    const struct json_fields *fields, bool slot, struct among *list)
{
	const struct value *m = object->parent ? object->parent->child : NULL;
	struct json_fields of;

	if (!list || !fields->at[PART_TITLE] ||
	    !json_fields_is_words(fields->at[PART_TITLE]) ||
	    (fields->at[PART_START] ? fields->at[PART_START]->child != NULL
				    : !slot))
		return false;
	for (; m && !list->known && !list->talks; m = m->next) {
		if (m->type != VALUE_OBJECT)
			continue;
		json_fields_find(w->names, m, &of);
		list->talks = (slot || of.at[PART_START]) && json_talk_is(&of);
	}
	list->known = true;
	return list->talks;
}

/* Takes the talks in a value, else itself if it is one; returns how many. */
static size_t
walk(struct walk *w, const struct value *value, struct json_around around,
    struct among *list)
{
	struct among within_list = {.known = false};
	struct json_around within = around;
	struct json_fields fields;
	bool object = value->type == VALUE_OBJECT, talk = false;
	size_t n = 0;

	take_name(w, value, &within);
	if (object) {
		json_fields_find(w->names, value, &fields);
		talk = !value->broken &&
		    (json_talk_is(&fields) || has_slot(w, value, &fields) ||
			is_among_talks(
			    w, value, &fields, around.start != NULL, list));
		take_object(w, value, &fields, &within);
	}
	for (const struct value *m = value->child; m; m = m->next) {
		if (may_have_talks(w, m, talk))
			n += walk(w, m, within, object ? NULL : &within_list);
		if (n > 0 && !w->programme)
			return n;
	}
	/* Parts of a recording have it from the talk that they stand in. */
	if (!talk || (n > 0 && !fields.at[JSON_VIDEO]))
		return n;
	if (!is_alone(value, &fields))
		around.end = NULL;
	json_slots_take(&w->slots, value, &fields, &around);
	if (w->programme)
		json_talk_add(w->programme, &w->lists, value, &fields, &around);
	return n + 1;
}

static size_t
walk_all(struct programme *programme, struct json_names *names,
    const struct value *root)
{
	static const struct json_around nothing = {.day = NULL};
	struct walk w = {.programme = programme, .names = names};
	struct id_folder *beside;
	size_t n;

	if (!names->arena)
		json_names_begin(names);
	beside = programme ? programme->document->lists : NULL;
	json_lists_find(&w.lists, names, root, beside);
	json_slots_find(&w.slots, names, root, beside);
	n = walk(&w, root, nothing, NULL);
	json_lists_free(&w.lists);
	json_slots_free(&w.slots);
	return n;
}

bool
json_talks_is(struct json_names *names, const struct value *root)
{
	return walk_all(NULL, names, root) > 0;
}

/* The object that tells of the conference. */
static const struct value *
conference_in(const struct value *root)
{
	if (value_has(root, "conference"))
		return value_member(root, "conference");
	return value_has(root, "event") ? value_member(root, "event") : root;
}

static void
take_conference(struct programme *p, const struct value *root)
{
	static const char *const names[] = {"title", "name", NULL};
	const struct value *conference = conference_in(root);

	programme_name(p, value_any(conference, names));
	p->version = programme_line(p, value_text(root, "version"));
}

void
json_talks_add(
    struct programme *p, struct json_names *names, const struct value *root)
{
	static const char *const zones[] = {
	    "timezone", "timeZone", "time_zone", "time_zone_name", NULL};
	size_t before = p->talks;
	struct json_fields fields;

	programme_zone(p, value_any(conference_in(root), zones));

	walk_all(p, names, root);
	json_fields_find(names, root, &fields);
	/* An object that is itself a talk has the talk's title. */
	if (p->talks > before + 1 || !fields.has[PART_SPEAKERS])
		take_conference(p, root);
}
