#include "source/schedule_json.h"

#include <string.h>

#include "source/json_parts.h"
#include "source/when.h"

/* The programme, which most documents have in an object of its own. */
static const struct value *
schedule_of(const struct value *root)
{
	return value_has(root, "schedule") ? value_member(root, "schedule")
					   : root;
}

bool
schedule_json_is(const struct value *root)
{
	const struct value *schedule = schedule_of(root);

	return value_has(schedule, "conference") ||
	    (schedule != root &&
		(value_has(schedule, "day") || value_has(schedule, "days")));
}

/*
 * The name of a track or room: a word, or an object that has one, or only a
 * slug or guid of one that `all` tells.
 */
static const char *
name_of(const struct value *of, const struct value *all)
{
	static const char *const names[] = {"name", "title", NULL};
	static const char *const keys[] = {"guid", "slug", "id"};
	const char *name = of ? of->text : "";
	const struct value *found = NULL;

	if (!of || of->type != VALUE_OBJECT)
		return name;
	name = value_any(of, names);
	for (size_t i = 0; i < 3 && !found && !*name; i++)
		found = json_parts_find(all, keys[i], value_text(of, keys[i]));
	if (found)
		name = value_any(found, names);
	return *name ? name : value_words(of);
}

/* The day to whose hours a point in time belongs; NULL: none says so. */
static const char *
day_of(const struct value *days, const char *start)
{
	struct when when, from, to;

	if (!when_read(start, &when) || when.minute < 0)
		return NULL;
	when_move(&when, 0);
	for (const struct value *day = days ? days->child : NULL; day;
	     day = day->next) {
		if (!when_read(value_text(day, "start"), &from) ||
		    !when_read(value_text(day, "end"), &to) ||
		    from.minute < 0 || to.minute < 0)
			continue;
		when_move(&from, 0);
		when_move(&to, 0);
		if (when_between(&from, &when) >= 0 &&
		    when_between(&when, &to) > 0)
			return value_text(day, "date");
	}
	return NULL;
}

static void
add_event(struct programme *p, const struct value *conference,
    const struct value *event, const char *day, const char *room)
{
	static const char *const ids[] = {"id", "code", NULL};
	static const char *const starts[] = {"start", "date", NULL};
	struct programme_talk *talk = programme_clear(p, event->line);

	if (event->broken || event->type != VALUE_OBJECT)
		return;
	talk->title = value_text(event, "title");
	talk->track = name_of(
	    value_member(event, "track"), value_member(conference, "tracks"));
	talk->room = name_of(
	    value_member(event, "room"), value_member(conference, "rooms"));
	if (!*talk->room)
		talk->room = room;
	talk->start = value_any(event, starts);
	talk->end = value_text(event, "end");
	talk->duration = value_text(event, "duration");
	talk->day = day ? day
			: day_of(value_member(conference, "days"), talk->start);
	if (!talk->day)
		talk->day = value_text(event, "date");
	talk->language = value_text(event, "language");
	talk->guid = value_text(event, "guid");
	talk->id = value_any(event, ids);
	talk->slug = value_text(event, "slug");
	talk->url = value_text(event, "url");
	talk->text[PROGRAMME_SUBTITLE] = value_text(event, "subtitle");
	talk->text[PROGRAMME_ABSTRACT] = value_text(event, "abstract");
	talk->text[PROGRAMME_DESCRIPTION] = value_text(event, "description");
	json_parts_people(p, value_member(event, "persons"));
	json_parts_people(p, value_member(event, "participants"));
	json_parts_links(p, value_member(event, "links"), false);
	json_parts_links(p, value_member(event, "attachments"), false);
	json_parts_link(p, event, "video_download_url", NULL);
	json_parts_link(p, event, "feedback_url", "Feedback");
	programme_build(p);
}

/* Rooms are members by name, or a list of objects that have one. */
static void
add_day(struct programme *p, const struct value *conference,
    const struct value *day)
{
	const struct value *events;

	for (const struct value *room = value_list(day, "rooms"); room;
	     room = room->next) {
		events = room->type == VALUE_OBJECT ? value_list(room, "events")
						    : room->child;
		for (; events; events = events->next)
			add_event(p, conference, events,
			    value_text(day, "date"),
			    room->type == VALUE_OBJECT
				? value_text(room, "name")
				: room->name);
	}
	for (events = value_list(day, "events"); events; events = events->next)
		add_event(p, conference, events, value_text(day, "date"), NULL);
}

void
schedule_json_add(struct programme *p, const struct value *root)
{
	const struct value *schedule = schedule_of(root);
	const struct value *conference = value_member(schedule, "conference");
	const struct value *days = value_list(conference, "days");

	json_parts_conference(p, conference);
	p->version = programme_line(p, value_text(schedule, "version"));
	if (!days)
		days = value_list(schedule, "days");
	if (!days)
		days = value_list(schedule, "day");
	for (; days; days = days->next)
		add_day(p, conference, days);
	for (const struct value *event = value_list(schedule, "events"); event;
	     event = event->next)
		add_event(p, conference, event, NULL, NULL);
	for (const struct value *event = value_list(conference, "events");
	     event; event = event->next)
		add_event(p, conference, event, NULL, NULL);
}
