#include "source/pretalx.h"

#include "source/json_parts.h"

static const struct value *
list_of(const struct value *root)
{
	const struct value *list = value_list(root, "talks");

	return list ? list : value_list(root, "results");
}

bool
pretalx_is(const struct value *root)
{
	const struct value *talk = list_of(root);

	return *value_text(talk, "code") && *value_text(talk, "title") &&
	    value_member(talk, "speakers");
}

/* A name, or that of the element of `all` with this id. */
static const char *
name_of(const struct value *of, const struct value *all)
{
	const struct value *found = of && of->type == VALUE_PLAIN
	    ? json_parts_find(all, "id", of->text)
	    : NULL;

	return found ? value_text(found, "name") : value_words(of);
}

/* Speakers are objects, or codes of those that the document lists. */
static void
add_speakers(
    struct programme *p, const struct value *talk, const struct value *all)
{
	const struct value *list = value_member(talk, "speakers");

	for (const struct value *s = list ? list->child : NULL; s;
	     s = s->next) {
		const struct value *found = json_parts_find(
		    all, "code", s->text);

		if (found)
			programme_speaker(p, value_text(found, "name"));
	}
	if (p->talk.nspeakers == 0)
		json_parts_people(p, list);
}

static void
add_talk(
    struct programme *p, const struct value *root, const struct value *from)
{
	const struct value *slot = value_has(from, "slot")
	    ? value_member(from, "slot")
	    : from;
	struct programme_talk *talk = programme_clear(p, from->line);

	if (from->broken || !*value_text(from, "code"))
		return;
	talk->title = value_text(from, "title");
	talk->track = name_of(
	    value_member(from, "track"), value_member(root, "tracks"));
	talk->room = name_of(
	    value_member(slot, "room"), value_member(root, "rooms"));
	talk->start = value_text(slot, "start");
	talk->end = value_text(slot, "end");
	talk->duration = value_text(from, "duration");
	talk->language = value_text(from, "content_locale");
	talk->id = value_text(from, "code");
	talk->text[0] = value_text(from, "abstract");
	talk->text[1] = value_text(from, "description");
	add_speakers(p, from, value_member(root, "speakers"));
	json_parts_links(p, value_member(from, "resources"), false);
	programme_build(p);
}

void
pretalx_add(struct programme *p, const struct value *root)
{
	const struct value *zone = value_member(root, "timezone");
	const struct value *talk = list_of(root);

	if (zone)
		programme_begin(p)->zone = programme_line(p, zone->text);
	for (; talk; talk = talk->next)
		add_talk(p, root, talk);
}
