#include "source/json_parts.h"

#include <string.h>

#define MANY 100 /* speakers of a talk */

/* Of very many it is not asked: that would take too long. */
static bool
has_speaker(const struct programme_talk *talk, const char *name)
{
	if (talk->nspeakers > MANY)
		return false;
	for (size_t i = 0; i < talk->nspeakers; i++) {
		if (strcmp(talk->speakers[i], name) == 0)
			return true;
	}
	return false;
}

/* First and last name apart, as one; "" without them. */
static const char *
both_names(const struct programme *p, const struct value *person)
{
	static const char *const firsts[] = {
	    "first_name", "firstName", "firstname", NULL};
	static const char *const lasts[] = {
	    "last_name", "lastName", "lastname", "familyName", NULL};
	const char *first = value_any(person, firsts);
	const char *last = value_any(person, lasts);

	if (*value_text(person, "surname")) {
		first = *first ? first : value_text(person, "name");
		last = *last ? last : value_text(person, "surname");
	}

	return *first && *last ? arena_printf(p->scratch, "%s %s", first, last)
	    : *last            ? last
			       : first;
}

void
json_parts_person(struct programme *p, const struct value *person)
{
	static const char *const whole[] = {"public_name", "full_public_name",
	    "display_name", "fullName", "full_name", NULL};
	/* A name beside a first name may be the last one. */
	static const char *const names[] = {"name", "#text", NULL};
	bool object = person->type == VALUE_OBJECT;
	const char *name = object ? value_any(person, whole) : person->text;

	/* "One, Ann" is for lists. */
	if (object && (!*name || strchr(name, ',')) && *both_names(p, person))
		name = both_names(p, person);
	if (object && !*name)
		name = value_any(person, names);
	if (*name && !has_speaker(&p->talk, name))
		programme_speaker(p, name);
}

void
json_parts_people(struct programme *p, const struct value *list)
{
	for (const struct value *person = list ? list->child : NULL; person;
	     person = person->next)
		json_parts_person(p, person);
}

/* Adds what members link that are called after it: {"video": "https://..."}. */
static void
add_members(struct programme *p, const struct value *object)
{
	for (const struct value *m = object->child; m; m = m->next) {
		const struct programme_link link = {
		    .url = m->text,
		    .name = m->name,
		    .line = m->line,
		    .video = strcmp(m->name, "video") == 0,
		};

		if (strstr(m->text, "://"))
			programme_link(p, &link);
	}
}

void
json_parts_links(struct programme *p, const struct value *list, bool video)
{
	static const char *const urls[] = {"url", "href", "link_url",
	    "download_url", "link", "resource", NULL};
	static const char *const names[] = {
	    "title", "label", "name", "description", "type", NULL};

	for (const struct value *from = list ? list->child : NULL; from;
	     from = from->next) {
		struct programme_link link = {
		    .url = from->text, .line = from->line, .video = video};

		if (from->type == VALUE_OBJECT) {
			link.url = value_any(from, urls);
			link.name = value_any(from, names);
		}
		if (*link.url)
			programme_link(p, &link);
		else
			add_members(p, from);
	}
}

void
json_parts_link(struct programme *p, const struct value *talk,
    const char *member, const char *name)
{
	const struct programme_link link = {
	    .url = value_text(talk, member),
	    .name = name,
	    .line = talk->line,
	    .video = name == NULL,
	};

	programme_other_link(p, &link);
}

const struct value *
json_parts_find(const struct value *list, const char *name, const char *text)
{
	const struct value *found = list ? list->child : NULL;

	while (found && (!*text || strcmp(value_text(found, name), text) != 0))
		found = found->next;
	return found;
}

static const char *
text_of(const void *value, const char *name)
{
	return value_text(value, name);
}

void
json_parts_conference(struct programme *p, const struct value *conference)
{
	programme_conference(p, text_of, conference);
}
