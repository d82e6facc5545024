#include "source/xcal.h"

#include <string.h>

#include "lectern/base/text.h"
#include "lectern/base/translate.h"
#include "source/programme.h"
#include "source/xml.h"

/* The text of a property, which may be in an element for its type. */
static const char *
text_of(const struct xml_node *event, const char *name)
{
	static const char *const types[] = {
	    "text", "date-time", "date", "duration", "uri", "cal-address"};
	const struct xml_node *properties = xml_child(event, "properties");
	const struct xml_node *node = xml_child(
	    properties ? properties : event, name);

	for (size_t i = 0; node && i < sizeof(types) / sizeof(*types); i++) {
		if (xml_child(node, types[i]))
			return xml_text(node, types[i]);
	}
	return node ? node->text : "";
}

static const char *
any_of(const struct xml_node *event, const char *first, const char *second)
{
	const char *text = text_of(event, first);

	return *text ? text : text_of(event, second);
}

static void
take_event(struct programme *p, const struct xml_node *event)
{
	struct programme_talk *talk = programme_clear(p, event->line);
	const struct xml_node *properties = xml_child(event, "properties");

	talk->title = any_of(event, "title", "summary");
	/* A `category`, of pentabarf, is "lecture" and the like. */
	talk->track = text_of(event, "categories");
	talk->room = text_of(event, "location");
	talk->start = programme_local(p, text_of(event, "dtstart"));
	talk->end = programme_local(p, text_of(event, "dtend"));
	talk->duration = text_of(event, "duration");
	talk->language = any_of(event, "language-code", "language");
	talk->guid = text_of(event, "uid");
	talk->id = text_of(event, "event-id");
	talk->slug = text_of(event, "event-slug");
	talk->url = text_of(event, "url");
	talk->text[PROGRAMME_SUBTITLE] = text_of(event, "subtitle");
	talk->text[PROGRAMME_DESCRIPTION] = text_of(event, "description");
	for (const struct xml_node *c =
		 (properties ? properties : event)->child;
	     c; c = c->next) {
		if (strcmp(c->name, "attendee") == 0)
			programme_speaker(p, c->text);
	}
	programme_build(p);
}

static bool
take_record(void *user, const struct xml_node *record)
{
	struct programme *p = user;

	if (strcmp(record->name, "vevent") == 0)
		take_event(p, record);
	else if (strcmp(record->name, "x-wr-timezone") == 0)
		programme_zone(p, record->text);
	else if (!p->name || strcmp(record->name, "x-wr-calname") == 0)
		p->name = programme_line(p, record->text);
	return p->talks % 64 != 63 || build_tell(p->build, 0, 1);
}

bool
xcal_is(const char *s, size_t len)
{
	bool xml = len >= 5 && memcmp(s, "<?xml", 5) == 0;

	for (size_t i = 0; i + 10 < len && (xml || i == 0); i++) {
		if (text_ascii_same(s + i, "<icalendar", 10))
			return true;
	}
	return false;
}

bool
xcal_read(struct build *build, const struct document *document, struct err *err)
{
	static const char *const records[] = {
	    "vevent", "x-wr-calname", "x-wr-caldesc", "x-wr-timezone", NULL};
	struct programme p;
	const struct xml_wish wish = {
	    records, take_record, &p, &p.longs, build_arena(build), NULL};
	struct xml_fault fault;
	bool broken;

	programme_start(&p, build, document);
	p.lasting = true;
	broken = xml_read(document->bytes, &wish, &fault) == XML_BROKEN;
	return programme_end(&p, N_("calendar"), broken ? fault.why : NULL,
	    broken ? fault.line : 0, err);
}
