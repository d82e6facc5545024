#include "source/schedule_xml.h"

#include <string.h>

#include "lectern/base/translate.h"
#include "source/byline.h"
#include "source/programme.h"
#include "source/xml.h"

#define TELL 64 /* events between two words of progress */

struct schedule {
	struct programme programme;
	size_t len; /* bytes of the document */
};

static const char *
text_of(const void *node, const char *name)
{
	return xml_text(node, name);
}

/* Persons that are children of the event, each perhaps several.  Texts last. */
static void
add_own_speakers(struct programme *p, const struct xml_node *event)
{
	for (const struct xml_node *c = event->child; c; c = c->next) {
		const char *const *names;
		size_t n;

		if (strcmp(c->name, "person") != 0 &&
		    strcmp(c->name, "speaker") != 0)
			continue;
		names = byline_people(p->arena, c->text, &n);
		for (size_t i = 0; i < n; i++)
			programme_speaker(p, names[i]);
	}
}

/* Its persons: <persons><person>, or <speakers><speaker><name>. */
static void
add_speakers(struct programme *p, const struct xml_node *event)
{
	const struct xml_node *all = xml_child(event, "persons");

	if (!all)
		all = xml_child(event, "speakers");
	if (!all)
		add_own_speakers(p, event);
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

/* Links that have an element of their own: <video_download_url> and others. */
static void
add_own_links(struct programme *p, const struct xml_node *event)
{
	const struct xml_node *recording = xml_child(event, "recording");
	struct programme_link link = {.line = event->line};

	for (const struct xml_node *c = event->child; c; c = c->next) {
		bool feedback = strcmp(c->name, "feedback_url") == 0;

		link.url = c->text;
		link.name = feedback ? "Feedback" : NULL;
		link.video = strstr(c->name, "video") != NULL;
		if (feedback || (link.video && strstr(c->text, "://")))
			programme_other_link(p, &link);
	}
	if (!recording)
		return;
	link = (struct programme_link){.line = recording->line,
	    .video = true,
	    .url = xml_text(recording, "url")};
	if (!*link.url)
		link.url = xml_text(recording, "link");
	programme_other_link(p, &link);
}

/* The page of a talk. */
static const char *
page_of(const struct xml_node *event)
{
	static const char *const names[] = {"url", "full_conf_url", "conf_url"};
	const char *page = "";

	for (size_t i = 0; i < sizeof(names) / sizeof(*names) && !*page; i++)
		page = xml_text(event, names[i]);
	/* Some have it in place of a slug. */
	if (!*page && strstr(xml_text(event, "slug"), "://"))
		page = xml_text(event, "slug");
	return page;
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
	if (!*talk->start)
		talk->start = xml_text(event, "date");
	talk->duration = xml_text(event, "duration");
	talk->language = xml_text(event, "language");
	talk->guid = xml_attribute(event, "guid");
	talk->id = xml_attribute(event, "id");
	talk->slug = xml_text(event, "slug");
	talk->url = page_of(event);
	if (strstr(talk->slug, "://"))
		talk->slug = "";
	add_speakers(p, event);
	add_texts(talk, event);
	add_links(p, event, "links");
	add_links(p, event, "attachments");
	add_own_links(p, event);
	programme_build(p);
	return p->talks % TELL != 0 || build_tell(p->build, event->at, s->len);
}

static bool
take_record(void *user, const struct xml_node *record)
{
	struct schedule *s = user;

	if (strcmp(record->name, "conference") == 0) {
		programme_conference(&s->programme, text_of, record);
		return true;
	}
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

/* What merely looks like a programme, by its outermost element. */
static const struct {
	const char *root, *is;
} others[] = {
    {"<feed", N_("an Atom feed")},
    {"<rss", N_("an RSS feed")},
    {"<rdf:RDF", N_("an RSS feed")},
    {"<opml", N_("a list of feeds")},
    {"<svg", N_("a picture")},
    {"<urlset", N_("a sitemap")},
    {"<sitemapindex", N_("a sitemap")},
    {"<kml", N_("a map")},
    {"<gpx", N_("a map")},
    {"<tv", N_("a television guide")},
    {"<html", N_("a web page")},
};

/* Goes to the first element: past declaration, comments and document type. */
static const char *
find_root(const char *s, const char *end)
{
	while ((s = memchr(s, '<', (size_t)(end - s)))) {
		bool comment = begins(s, (size_t)(end - s), "<!--");
		const char *next;

		if (end - s < 2 || (s[1] != '?' && s[1] != '!'))
			return s;
		next = comment ? memmem(s, (size_t)(end - s), "-->", 3)
			       : memchr(s, '>', (size_t)(end - s));
		if (!next)
			return end;
		s = next + 1;
	}
	return end;
}

const char *
schedule_xml_other(const char *s, size_t len)
{
	const char *root = find_root(s, s + len);
	size_t left = len - (size_t)(root - s);

	for (size_t i = 0; i < sizeof(others) / sizeof(*others); i++) {
		size_t n = strlen(others[i].root);

		if (left > n && begins(root, left, others[i].root) &&
		    strchr(" \t\r\n>", root[n]))
			return others[i].is;
	}
	return NULL;
}

static bool
is_template(const char *s, size_t len)
{
	return (begins(s, len, "---") && has(s, len, "{%")) ||
	    has(s, len, "{% for ") || has(s, len, "{%- for ") ||
	    begins(s, len, "{%");
}

enum schedule_xml_kind
schedule_xml_kind(const char *s, size_t len)
{
	bool named = has(s, len, "<schedule");

	if (named && is_template(s, len) &&
	    (*s == '-' || *s == '{' || *s == '<'))
		return SCHEDULE_XML_TEMPLATE;
	/* A web page may be a document that begins with HTML. */
	if (len > 0 && *s == '<' && !begins(s, len, "<html") &&
	    !begins(s, len, "<!") && schedule_xml_other(s, len))
		return SCHEDULE_XML_OTHER;
	if (begins(s, len, "<schedule") || begins(s, len, "<conference"))
		return SCHEDULE_XML_PROGRAMME;
	if (begins(s, len, "<?xml") || begins(s, len, "<!DOCTYPE schedule"))
		return named || has(s, len, "<conference")
		    ? SCHEDULE_XML_PROGRAMME
		    : SCHEDULE_XML_OTHER;
	return SCHEDULE_XML_NONE;
}

bool
schedule_xml_read(
    struct build *build, const struct document *document, struct err *err)
{
	static const char *const records[] = {
	    "conference", "event", "entry", "version", NULL};
	struct schedule s = {.len = document->bytes->len};
	static const char *const texts[] = {"abstract", "description", NULL};
	const struct xml_wish wish = {records, take_record, &s,
	    &s.programme.longs, build_arena(build), texts};
	struct xml_fault fault;
	bool broken;

	programme_start(&s.programme, build, document);
	s.programme.lasting = true;
	broken = xml_read(document->bytes, &wish, &fault) == XML_BROKEN;
	if (!broken && !s.programme.source) {
		programme_drop(&s.programme);
		build_is_other(build);
		return err_set(err,
		    _("%s: XML, but no programme of a conference"),
		    input_name(document->path));
	}
	return programme_end(&s.programme, N_("programme"),
	    broken ? fault.why : NULL, broken ? fault.line : 0, err);
}
