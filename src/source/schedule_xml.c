#include "source/schedule_xml.h"

#include <string.h>

#include "source/programme.h"
#include "source/xml.h"

#define TELL 64 /* events between two words of progress */

struct schedule {
	struct programme programme;
	size_t lines;
};

static bool
take_conference(struct programme *p, const struct xml_node *node)
{
	const struct programme_conference said = {
	    .name = xml_text(node, "title"),
	    .acronym = xml_text(node, "acronym"),
	    .zone = xml_text(node, "time_zone_name"),
	    .start = xml_text(node, "start"),
	    .end = xml_text(node, "end"),
	};

	programme_conference(p, &said);
	return true;
}

/* Its persons: <persons><person>, or <speakers><speaker><name>. */
static void
add_speakers(struct programme *p, const struct xml_node *event)
{
	const struct xml_node *all = xml_child(event, "persons");

	if (!all)
		all = xml_child(event, "speakers");
	for (const struct xml_node *person = all ? all->child : NULL; person;
	     person = person->next)
		programme_speaker(p,
		    xml_child(person, "name") ? xml_text(person, "name")
					      : person->text);
}

/* The room: its own child, or the element that the event stands in. */
static const char *
room_of(const struct xml_node *event)
{
	const char *room = xml_text(event, "room");
	const struct xml_node *around = xml_within(event, "room");

	return *room || !around ? room : xml_attribute(around, "name");
}

static const char *
day_of(const struct xml_node *event)
{
	const struct xml_node *around = xml_within(event, "day");
	const char *day = around ? xml_attribute(around, "date") : NULL;

	return day ? day : xml_text(event, "date");
}

static void
add_links(struct programme *p, const struct xml_node *event, const char *list)
{
	const struct xml_node *all = xml_child(event, list);

	for (const struct xml_node *l = all ? all->child : NULL; l;
	     l = l->next) {
		struct programme_link link = {
		    .url = xml_attribute(l, "href"),
		    .name = l->text,
		    .line = l->line,
		};

		if (!link.url)
			link.url = xml_attribute(l, "url");
		if (!link.url)
			link = (struct programme_link){
			    .url = l->text, .line = l->line};
		programme_link(p, &link);
	}
}

static void
add_texts(struct programme_talk *talk, const struct xml_node *event)
{
	static const char *const names[] = {
	    "subtitle", "abstract", "description"};

	for (size_t i = 0; i < sizeof(names) / sizeof(*names); i++) {
		const struct xml_node *child = xml_child(event, names[i]);

		talk->text[i] = child ? child->text : NULL;
		talk->text_line[i] = child ? child->line : 0;
	}
}

static bool
take_event(struct schedule *s, const struct xml_node *event)
{
	struct programme *p = &s->programme;
	struct programme_talk *talk = programme_clear(p, event->line);
	const struct xml_node *track = xml_child(event, "track");

	talk->title = xml_text(event, "title");
	talk->track = track ? track->text : "";
	if (!*talk->track)
		talk->track = xml_text(event, "category");
	talk->track_line = track ? track->line : 0;
	talk->room = room_of(event);
	talk->day = day_of(event);
	talk->start = xml_text(event, "start");
	talk->duration = xml_text(event, "duration");
	talk->language = xml_text(event, "language");
	talk->guid = xml_attribute(event, "guid");
	talk->id = xml_attribute(event, "id");
	talk->slug = xml_text(event, "slug");
	talk->url = xml_text(event, "url");
	add_speakers(p, event);
	add_texts(talk, event);
	add_links(p, event, "links");
	add_links(p, event, "attachments");
	programme_build(p);
	/* Estimates the progress from lines; it need not be exact. */
	return p->talks % TELL != 0 ||
	    build_tell(p->build, event->line, s->lines);
}

static bool
take_record(void *user, const struct xml_node *record)
{
	struct schedule *s = user;

	if (strcmp(record->name, "conference") == 0)
		return take_conference(&s->programme, record);
	if (strcmp(record->name, "version") != 0)
		return take_event(s, record);
	s->programme.version = programme_line(&s->programme, record->text);
	return true;
}

static bool
has(const char *s, size_t len, const char *what)
{
	return memmem(s, len, what, strlen(what)) != NULL;
}

static bool
begins(const char *s, size_t len, const char *what)
{
	return len >= strlen(what) && memcmp(s, what, strlen(what)) == 0;
}

enum schedule_xml_kind
schedule_xml_kind(const char *s, size_t len)
{
	bool named = has(s, len, "<schedule");

	if (named && begins(s, len, "---") && has(s, len, "{%"))
		return SCHEDULE_XML_TEMPLATE;
	if (begins(s, len, "<schedule") || begins(s, len, "<conference"))
		return SCHEDULE_XML_PROGRAMME;
	if (begins(s, len, "<?xml") || begins(s, len, "<!DOCTYPE schedule"))
		return named || has(s, len, "<conference")
		    ? SCHEDULE_XML_PROGRAMME
		    : SCHEDULE_XML_OTHER;
	return SCHEDULE_XML_NONE;
}

static size_t
count_lines(const char *s, size_t len)
{
	size_t n = 1;

	for (const char *end = s + len;
	     (s = memchr(s, '\n', (size_t)(end - s))); s++)
		n++;
	return n;
}

bool
schedule_xml_read(
    struct build *build, const struct document *document, struct err *err)
{
	static const char *const records[] = {
	    "conference", "event", "entry", "version", NULL};
	const struct bytes *bytes = document->bytes;
	struct schedule s = {.lines = count_lines(bytes->s, bytes->len)};
	const struct xml_wish wish = {records, take_record, &s};
	struct xml_fault fault;
	bool broken;

	programme_start(&s.programme, build, document);
	broken = xml_read(document->bytes, &wish, &fault) == XML_BROKEN;
	return programme_end(&s.programme, "programme",
	    broken ? fault.why : NULL, broken ? fault.line : 0, err);
}
