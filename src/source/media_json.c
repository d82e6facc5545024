#include "source/media_json.h"

#include <stdlib.h>
#include <string.h>

#include "source/json_parts.h"

static bool
is_event(const struct value *event)
{
	return *value_text(event, "title") &&
	    (*value_text(event, "frontend_link") ||
		(*value_text(event, "guid") &&
		    *value_text(event, "release_date")));
}

bool
media_json_is(const struct value *root)
{
	const struct value *events = value_list(root, "events");

	return is_event(root) || is_event(events) ||
	    (value_has(root, "events") && *value_text(root, "webgen_location"));
}

static void
add_event(struct programme *p, const struct value *event)
{
	static const char *const lengths[] = {"duration", "length", NULL};
	struct programme_talk *talk = programme_clear(p, event->line);
	struct programme_link page = {.url = value_text(event, "frontend_link"),
	    .line = event->line,
	    .video = true};
	struct programme_link link = {
	    .url = value_text(event, "link"), .line = event->line};

	if (event->broken || event->type != VALUE_OBJECT)
		return;
	talk->title = value_text(event, "title");
	talk->start = value_text(event, "date");
	talk->minutes =
	    (uint16_t)(strtoul(value_any(event, lengths), NULL, 10) / 60);
	talk->language = value_text(event, "original_language");
	talk->guid = value_text(event, "guid");
	talk->slug = value_text(event, "slug");
	talk->text[PROGRAMME_SUBTITLE] = value_text(event, "subtitle");
	talk->text[PROGRAMME_DESCRIPTION] = value_text(event, "description");
	json_parts_people(p, value_member(event, "persons"));
	programme_link(p, &page);
	programme_link(p, &link);
	programme_build(p);
}

void
media_json_add(struct programme *p, const struct value *root)
{
	const struct value *events = value_list(root, "events");

	if (is_event(root)) {
		add_event(p, root);
		programme_name(p, value_text(root, "conference_title"));
	} else {
		json_parts_conference(p, root);
		programme_begin(p)->origin = programme_line(
		    p, value_text(root, "url"));
		if (!*value_text(root, "title"))
			programme_name(
			    p, value_text(events, "conference_title"));
	}
	for (; events; events = events->next)
		add_event(p, events);
}
