#include "source/indico.h"

#include <string.h>

#include "source/json_parts.h"

bool
indico_is(const struct value *root)
{
	const struct value *event = value_list(root, "results");

	return event && *value_text(event, "title") &&
	    (value_has(event, "contributions") ||
		value_has(event, "sessions") ||
		strcmp(value_text(event, "_type"), "Conference") == 0);
}

/* A date and time, "2024-03-13T21:15:00"; NULL where it is not known. */
static const char *
date_of(const struct programme *p, const struct value *talk, const char *name)
{
	const struct value *date = value_member(talk, name);

	if (!date || date->type != VALUE_OBJECT)
		return NULL;
	return arena_printf(p->scratch, "%sT%s", value_text(date, "date"),
	    value_text(date, "time"));
}

/* Attachments stand in folders, which have names of their own. */
static void
add_folders(struct programme *p, const struct value *talk)
{
	for (const struct value *folder = value_list(talk, "folders"); folder;
	     folder = folder->next)
		json_parts_links(p, value_member(folder, "attachments"), false);
}

static void
add_people(struct programme *p, const struct value *talk)
{
	json_parts_people(p, value_member(talk, "speakers"));
	/* Where nobody is said to speak, the authors do. */
	if (p->talk.nspeakers == 0)
		json_parts_people(p, value_member(talk, "primaryauthors"));
}

static void
add_contribution(
    struct programme *p, const struct value *from, const char *session)
{
	static const char *const rooms[] = {"room", "roomFullname", NULL};
	struct programme_talk *talk = programme_clear(p, from->line);

	if (from->broken || from->type != VALUE_OBJECT)
		return;
	talk->title = value_text(from, "title");
	talk->track = value_text(from, "track");
	if (!*talk->track)
		talk->track = value_text(from, "session");
	if (!*talk->track)
		talk->track = session;
	talk->start = date_of(p, from, "startDate");
	talk->duration = value_text(from, "duration");
	talk->room = value_any(from, rooms);
	talk->id = value_text(from, "id");
	talk->url = value_text(from, "url");
	talk->text[PROGRAMME_DESCRIPTION] = value_text(from, "description");
	add_people(p, from);
	add_folders(p, from);
	programme_build(p);
	for (const struct value *sub = value_list(from, "subContributions");
	     sub; sub = sub->next)
		add_contribution(p, sub, talk->track);
}

static void
add_list(struct programme *p, const struct value *from, const char *session)
{
	for (from = value_list(from, "contributions"); from; from = from->next)
		add_contribution(p, from, session);
}

static void
add_event(struct programme *p, const struct value *event)
{
	struct source *source = programme_begin(p);
	const struct value *start = value_member(event, "startDate");
	const struct value *end = value_member(event, "endDate");

	programme_name(p, value_text(event, "title"));
	source->first_day = programme_line(p, value_text(start, "date"));
	source->last_day = programme_line(p, value_text(end, "date"));
	source->zone = programme_line(p, value_text(start, "tz"));
	add_list(p, event, NULL);
	for (const struct value *session = value_list(event, "sessions");
	     session; session = session->next)
		add_list(p, session, value_text(session, "title"));
}

void
indico_add(struct programme *p, const struct value *root)
{
	for (const struct value *event = value_list(root, "results"); event;
	     event = event->next)
		add_event(p, event);
	if (p->source)
		p->source->origin = programme_line(p, value_text(root, "url"));
}
