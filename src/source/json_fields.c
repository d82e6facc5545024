#include "source/json_fields.h"

#include <string.h>

#include "source/when.h"

#define DEEPEST 3 /* objects within objects that tell of one talk */

/*
 * What only JSON has.  Of a field with several names the first one is the best;
 * those of the other table come after these.
 */
static const struct {
	const char *name; /* folded */
	int field;
} own[] = {
    {"video", JSON_VIDEO},
    {"wcpt session video", JSON_VIDEO}, /* of a WordCamp, as are others */
    {"video url", JSON_VIDEO},
    {"video link", JSON_VIDEO},
    {"video links", JSON_VIDEO},
    {"recording url", JSON_VIDEO},
    {"recording", JSON_VIDEO},
    {"youtube", JSON_VIDEO},
    {"youtube url", JSON_VIDEO},
    {"youtube id", JSON_VIDEO},
    {"video id", JSON_VIDEO},
    {"ccc", JSON_VIDEO},
    {"vod", JSON_VIDEO},
    {"id", JSON_ID},
    {"code", JSON_CODE},
    {"talk id", JSON_ID},
    {"session id", JSON_ID},
    {"event key", JSON_ID},
    {"guid", JSON_GUID},
    {"uuid", JSON_GUID},
    {"slug", JSON_SLUG},
    {"rooms", PART_ROOM},
    {"room id", JSON_ROOM_ID},
    {"categories", JSON_CATEGORIES},
    {"category items", JSON_CATEGORIES},
    {"session category item id", JSON_CATEGORIES},
    {"microlocation", PART_ROOM},
    {"session track", PART_TRACK},
    {"session speakers", PART_SPEAKERS},
    {"speakers", PART_SPEAKERS},
    {"profile", PART_SPEAKERS},
    {"speaker", PART_SPEAKERS},
    {"persons", PART_SPEAKERS},
    {"people", PART_SPEAKERS},
    {"participants", PART_SPEAKERS},
    {"speaker id", PART_SPEAKERS},
    {"speaker ids", PART_SPEAKERS},
    {"authors", JSON_AUTHORS},
    {"author", JSON_AUTHORS},
    {"session date time", PART_START},
    {"start datetime", PART_START},
    {"start date", PART_START},
    {"slot start", PART_START},
    {"time start", PART_START},
    {"times", PART_START},
    {"speaking", PART_SPEAKERS},
    {"end datetime", PART_END},
    {"end date", PART_END},
    {"slot end", PART_END},
    {"time end", PART_END},
    {"length in minutes", PART_LENGTH},
    {"wcpt session duration", PART_LENGTH},
    {"content locale", PART_LANGUAGE},
    {"website url", PART_URL},
    {"conf url", PART_URL},
    {"web url", PART_URL},
    {"permalink", PART_URL},
    {"detail url", PART_URL},
    {"subtitle", JSON_SUBTITLE},
    {"abstract", JSON_ABSTRACT},
    {"long abstract", JSON_ABSTRACT},
    {"short abstract", JSON_ABSTRACT},
    {"desc", PART_TEXT},
    {"extract", PART_TEXT},
    {"body", PART_TEXT},
    {"content", PART_TEXT},
    {"links", JSON_LINKS},
    {"urls", JSON_LINKS},
    {"coverage", JSON_LINKS},
    {"resources", JSON_LINKS},
    {"attachments", JSON_LINKS},
    {"files", JSON_LINKS},
    {"slides", JSON_LINKS},
    {"wcpt session slides", JSON_LINKS},
    {"presentation files", JSON_LINKS},
    {"materials", JSON_LINKS},
    {"question answers", JSON_LINKS},
    {"answers", JSON_LINKS},
    {"slides url", JSON_LINKS},
    {"slide url", JSON_LINKS},
    {"presentation", JSON_LINKS},
    {"kind", JSON_KIND},
    {"entry type", JSON_KIND},
    {"submission", JSON_WITHIN},
    {"meta", JSON_WITHIN},
    {"slot", JSON_WITHIN},
    {"slots", JSON_WITHIN},
    {"proposal", JSON_WITHIN},
    {"asset", JSON_WITHIN},
    {"assets", JSON_WITHIN},
    {"snippet", JSON_WITHIN},
    {"resource id", JSON_WITHIN},
    {"attributes", JSON_WITHIN},
    {"days", JSON_DAYS},
    {"stages", PART_ROOM},
    {"halls", PART_ROOM},
    {"venues", PART_ROOM},
    {"groups", JSON_GROUPS},
    {"group name", PART_TITLE},
    {"time slots", JSON_BESIDE},
    {"related", JSON_BESIDE},
};

#define OWN (sizeof(own) / sizeof(*own))

void
json_names_begin(struct json_names *names)
{
	size_t n;
	const struct part_name *parts = part_names(&n);

	*names = (struct json_names){.arena = arena_new()};
	for (size_t i = 0; i < OWN; i++)
		strmap_put(&names->known, own[i].name, (uint32_t)i);
	for (size_t i = 0; i < n; i++)
		strmap_put(&names->known, parts[i].name, (uint32_t)(OWN + i));
}

void
json_names_free(struct json_names *names)
{
	strmap_free(&names->known);
	strmap_free(&names->met);
	arena_free(names->arena);
}

/* The number of a name, which is its rank, too; UINT32_MAX: says nothing. */
static uint32_t
rank_of(struct json_names *names, const char *name)
{
	uint32_t *met = strmap_get(&names->met, name);
	const uint32_t *known;

	if (met)
		return *met;
	/* A name like "_type" is for machines, but not those of a WordCamp. */
	known = *name == '_' && strncmp(name, "_wcpt", strlen("_wcpt")) != 0
	    ? NULL
	    : strmap_get(&names->known, part_names_fold(names->arena, name));
	return *strmap_put(&names->met,
	    arena_dup(names->arena, name, strlen(name)),
	    known ? *known : UINT32_MAX);
}

static int
field_of(uint32_t rank)
{
	size_t n;
	const struct part_name *parts = part_names(&n);

	if (rank == UINT32_MAX)
		return PART_OTHER;
	return rank < OWN ? own[rank].field : (int)parts[rank - OWN].kind;
}

int
json_names_field(struct json_names *names, const char *name)
{
	return field_of(rank_of(names, name));
}

bool
json_fields_is_words(const struct value *value)
{
	const struct value *first = value->child;
	size_t len = first ? strlen(first->name) : 0;

	if (value->type == VALUE_PLAIN)
		return *value->text != '\0';
	/* As WordPress has them. */
	if (value->type == VALUE_OBJECT && first &&
	    strcmp(first->name, "rendered") == 0)
		return first->type == VALUE_PLAIN;
	/* A language: "en", "de-AT". */
	return value->type == VALUE_OBJECT && first &&
	    first->type == VALUE_PLAIN && len >= 2 &&
	    (len == 2 || first->name[2] == '-') &&
	    strcmp(first->name, "id") != 0;
}

static void
take(struct json_fields *fields, int field, uint32_t rank,
    const struct value *value)
{
	bool empty = value->type == VALUE_NULL ||
	    (value->type == VALUE_PLAIN && !*value->text) ||
	    (value->type >= VALUE_ARRAY && !value->child);

	fields->has[field] = true;
	if (empty)
		return;
	if ((field == JSON_LINKS || field == JSON_VIDEO) &&
	    fields->nlinks < JSON_FIELDS_LINKS)
		fields->links[fields->nlinks++] = value;
	if (fields->at[field] && fields->rank[field] <= rank)
		return;
	fields->at[field] = value;
	fields->rank[field] = (uint16_t)rank;
}

/* Whether an element of a list is a talk itself, or has some. */
static bool
has_talks(struct json_names *names, const struct value *element)
{
	for (const struct value *m = element->child; m; m = m->next) {
		if (json_names_field(names, m->name) == PART_TITLE ||
		    (m->type == VALUE_ARRAY && m->child &&
			m->child->type == VALUE_OBJECT))
			return true;
	}
	return false;
}

/* The object in which a member tells more of the talk; NULL: it does not. */
static const struct value *
object_within(struct json_names *names, int field, const struct value *member)
{
	const struct value *only = member->child;

	if (json_fields_is_words(member) || !only)
		return NULL;
	if (member->type == VALUE_OBJECT &&
	    (field == JSON_WITHIN || field == JSON_VIDEO ||
		field == PART_TITLE))
		return member;
	if (field != JSON_WITHIN || has_talks(names, only))
		return NULL;
	/* Of several slots it is the first that has its time. */
	for (const struct value *slot = only; slot; slot = slot->next)
		if (only->next && *value_text(slot, "start"))
			return slot;
	return only->type == VALUE_OBJECT && !only->next ? only : NULL;
}

static void
find_within(struct json_names *names, const struct value *object,
    struct json_fields *fields, int depth)
{
	struct json_fields here = {.nlinks = 0};

	for (const struct value *m = object->child; m; m = m->next) {
		uint32_t rank = rank_of(names, m->name);
		int field = field_of(rank);

		if (field != PART_OTHER && !object_within(names, field, m))
			take(&here, field, rank, m);
	}
	for (int i = 0; i < JSON_FIELDS; i++) {
		fields->has[i] = fields->has[i] || here.has[i];
		if (!fields->at[i])
			fields->at[i] = here.at[i];
	}
	for (size_t i = 0; i < here.nlinks; i++)
		take(fields, JSON_LINKS, 0, here.links[i]);
	for (const struct value *m = object->child; m && depth < DEEPEST;
	     m = m->next) {
		const struct value *within = object_within(
		    names, json_names_field(names, m->name), m);

		if (within)
			find_within(names, within, fields, depth + 1);
	}
}

/*
 * A "title" after the speaker, with a "topic" before, is what the speaker does;
 * a "name" beside a title and what is said of a person is that of the speaker.
 */
static void
find_person(struct json_names *names, const struct value *object,
    struct json_fields *fields)
{
	const struct value *topic = NULL, *speaker = NULL;

	for (const struct value *m = object->child; m; m = m->next) {
		int field = json_names_field(names, m->name);

		if (field == PART_SPEAKERS && !speaker)
			speaker = m;
		else if (field == PART_TITLE && !speaker && !topic &&
		    strcmp(m->name, "title") != 0)
			topic = m;
		else if (speaker && topic && strcmp(m->name, "title") == 0 &&
		    json_fields_is_words(topic))
			fields->at[PART_TITLE] = topic;
	}
	if (speaker || !value_member(object, "title") ||
	    !(value_member(object, "bio") ||
		value_member(object, "speaker_url") ||
		(value_member(object, "affiliation") &&
		    value_member(object, "abstract"))))
		return;
	speaker = value_member(object, "name");
	fields->at[PART_SPEAKERS] = speaker;
	fields->has[PART_SPEAKERS] = speaker != NULL;
}

/* A "session" beside a title is a part of the programme, as a track is. */
static void
find_session(const struct value *object, struct json_fields *fields)
{
	const struct value *session = value_member(object, "session");

	if (fields->at[PART_TITLE] && fields->at[PART_TITLE] != session &&
	    !fields->at[PART_TRACK] && session &&
	    session->type == VALUE_PLAIN && strchr(session->text, ' '))
		fields->at[PART_TRACK] = session;
}

/* Whether a person's "title" is what the person does, not that of a talk. */
/* Times that are called "from" and "to", as other things are, too. */
static void
find_range(const struct value *object, struct json_fields *fields)
{
	const struct value *from = value_member(object, "from");
	const struct value *to = value_member(object, "to");
	struct when when;

	if (fields->at[PART_START] || !from || from->type != VALUE_PLAIN ||
	    (when_minute(from->text) < 0 && !when_read(from->text, &when)))
		return;
	fields->at[PART_START] = from;
	if (!fields->at[PART_END] && to && to->type == VALUE_PLAIN)
		fields->at[PART_END] = to;
}

/* A talk whose title is not known is called by who speaks. */
static void
find_title(struct json_fields *fields)
{
	const struct value *speakers = fields->at[PART_SPEAKERS];

	if (!fields->has[PART_TITLE] && speakers && fields->at[PART_START] &&
	    fields->at[PART_END] && speakers->type == VALUE_PLAIN)
		fields->at[PART_TITLE] = speakers;
}

bool
json_fields_are_of_person(const struct value *object)
{
	static const char *const persons[] = {"surname", "company", "social",
	    "socials", "photoUrl", "first_name", "firstName", "tagline",
	    "tagLine", "companyLogo", NULL};
	static const char *const talks[] = {"abstract", "description", "talk",
	    "start", "time", "date", "video", "speakers", "speaker", "extract",
	    "sessions", NULL};
	bool person = false;

	for (size_t i = 0; talks[i]; i++) {
		if (value_has(object, talks[i]) ||
		    *value_text(object, talks[i]))
			return false;
	}
	for (size_t i = 0; persons[i]; i++)
		person = person || value_member(object, persons[i]);
	return person &&
	    (value_member(object, "name") ||
		value_member(object, "firstName") ||
		value_member(object, "first_name"));
}

void
json_fields_find(struct json_names *names, const struct value *object,
    struct json_fields *fields)
{
	*fields = (struct json_fields){.nlinks = 0};
	find_within(names, object, fields, 0);
	/* The day on which it was published. */
	if (value_member(object, "date_gmt"))
		fields->at[PART_DAY] = NULL;
	if (!json_fields_are_of_person(object))
		find_person(names, object, fields);
	find_session(object, fields);
	find_range(object, fields);
	find_title(fields);
}
