#include "source/sessionize.h"

#include <string.h>

#include "source/json_parts.h"

static bool
is_session(const struct value *session)
{
	return value_member(session, "isServiceSession") ||
	    (value_member(session, "startsAt") &&
		value_member(session, "speakers"));
}

bool
sessionize_is(const struct value *root)
{
	const struct value *first = root && root->type == VALUE_ARRAY
	    ? root->child
	    : root;
	const struct value *rooms = value_list(first, "rooms");

	return is_session(value_list(first, "sessions")) ||
	    is_session(value_list(rooms, "sessions"));
}

/* Speakers are objects, or ids of those that `all` tells. */
static void
add_speakers(
    struct programme *p, const struct value *session, const struct value *all)
{
	for (const struct value *s = value_list(session, "speakers"); s;
	     s = s->next) {
		const struct value *person = s->type == VALUE_OBJECT
		    ? s
		    : json_parts_find(all, "id", s->text);
		const char *name = value_text(person, "fullName");

		if (!*name)
			name = value_text(person, "name");
		programme_speaker(p, name);
	}
}

static bool
is_track(const struct value *category)
{
	static const char *const names[] = {"title", "name", NULL};
	const char *name = value_any(category, names);

	return strcmp(name, "Track") == 0 || strcmp(name, "Tracks") == 0;
}

/* The category that is called the track. */
static const char *
track_of(const struct value *session, const struct value *all)
{
	for (const struct value *c = value_list(session, "categories"); c;
	     c = c->next) {
		if (is_track(c))
			return value_text(
			    value_list(c, "categoryItems"), "name");
	}
	for (const struct value *c = all ? all->child : NULL; c; c = c->next) {
		const struct value *item = value_list(session, "categoryItems");

		for (; item && is_track(c); item = item->next) {
			const struct value *found = json_parts_find(
			    value_member(c, "items"), "id", item->text);

			if (found)
				return value_text(found, "name");
		}
	}
	return NULL;
}

static void
add_session(struct programme *p, const struct value *session,
    const struct value *root, const char *group)
{
	struct programme_talk *talk = programme_clear(p, session->line);
	struct programme_link video = {
	    .url = value_text(session, "recordingUrl"),
	    .line = session->line,
	    .video = true};

	if (session->broken || session->type != VALUE_OBJECT)
		return;
	talk->title = value_text(session, "title");
	talk->track = track_of(session, value_member(root, "categories"));
	if (!talk->track)
		talk->track = group;
	talk->room = value_text(session, "room");
	if (!*talk->room)
		talk->room = value_text(
		    json_parts_find(value_member(root, "rooms"), "id",
			value_text(session, "roomId")),
		    "name");
	talk->start = value_text(session, "startsAt");
	talk->end = value_text(session, "endsAt");
	talk->id = value_text(session, "id");
	talk->text[0] = value_text(session, "description");
	add_speakers(p, session, value_member(root, "speakers"));
	programme_link(p, &video);
	programme_build(p);
}

static void
add_sessions(struct programme *p, const struct value *of,
    const struct value *root, const char *group)
{
	for (const struct value *session = value_list(of, "sessions"); session;
	     session = session->next)
		add_session(p, session, root, group);
}

void
sessionize_add(struct programme *p, const struct value *root)
{
	if (root->type == VALUE_OBJECT) {
		add_sessions(p, root, root, NULL);
		return;
	}
	for (const struct value *part = root->child; part; part = part->next) {
		/* A group of sessions, or a day with its rooms. */
		const char *group = value_text(part, "groupName");

		add_sessions(p, part, part, *group ? group : NULL);
		for (const struct value *room = value_list(part, "rooms"); room;
		     room = room->next)
			add_sessions(p, room, part, NULL);
	}
}
