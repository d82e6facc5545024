#include "source/ical.h"

#include <stdlib.h>
#include <string.h>

#include "lectern/base/mem.h"
#include "lectern/base/text.h"
#include "lectern/base/translate.h"
#include "lectern/model/link.h"
#include "source/byline.h"
#include "source/ical_line.h"
#include "source/ical_names.h"
#include "source/programme.h"

#define LONG_NAME 60 /* bytes of a name, or of several on a line */

struct calendar {
	struct programme programme;
	struct ical_line line;
	struct strmap seen; /* events, by identifier, start and title */
	size_t inside;      /* components that are open in the event */
	bool event;         /* one is open */
	bool cancelled;
	bool utc;     /* a time is told in UTC */
	bool pretalx; /* its titles end with the speakers, */
	bool sched;   /* and with where these are from */
};

/*
 * Copies a value, or the part of it before that character, with its escapes
 * undone, until the event is built.
 */
static const char *
take_until(struct calendar *c, char end)
{
	const char *s = c->line.value;
	char *text = arena_alloc(c->programme.scratch, strlen(s) + 1);
	char *to = text;

	for (; *s && *s != end; s++) {
		if (*s == '\\' && s[1]) {
			s++;
			*to++ = *s == 'n' || *s == 'N' ? '\n' : *s;
		} else {
			*to++ = *s;
		}
	}
	return text;
}

static const char *
take_text(struct calendar *c)
{
	return take_until(c, '\0');
}

/* "CN=Ann One" of an attendee, or the address without mailto:. */
static void
add_attendee(struct calendar *c)
{
	char *name = c->line.name_of ? arena_dup(c->programme.scratch,
					   c->line.name_of, c->line.name_of_len)
				     : NULL;

	if (name)
		programme_speaker(&c->programme, name);
}

/* An attachment by its address, not by its bytes. */
static void
add_attachment(struct calendar *c)
{
	struct programme_link link = {.url = take_text(c)};

	if (strstr(link.url, "://"))
		programme_link(&c->programme, &link);
}

/* The zone of the first one that says its own is that of all. */
static const char *
take_start(struct calendar *c)
{
	struct programme *p = &c->programme;
	const struct ical_line *line = &c->line;

	if (line->zone && p->talks == 0)
		programme_zone(
		    p, arena_dup(p->scratch, line->zone, line->zone_len));
	c->utc = c->utc || line->value[strcspn(line->value, "Z")];
	return programme_local(p, take_text(c));
}

static void
take_property(struct calendar *c)
{
	struct programme_talk *talk = &c->programme.talk;
	const struct ical_line *line = &c->line;

	if (ical_line_is(line, "SUMMARY"))
		talk->title = take_text(c);
	else if (ical_line_is(line, "DESCRIPTION"))
		talk->text[PROGRAMME_DESCRIPTION] = take_text(c);
	else if (ical_line_is(line, "LOCATION"))
		talk->room = take_text(c);
	else if (ical_line_is(line, "DTSTART"))
		talk->start = take_start(c);
	else if (ical_line_is(line, "DTEND"))
		talk->end = programme_local(&c->programme, take_text(c));
	else if (ical_line_is(line, "DURATION"))
		talk->duration = take_text(c);
	else if (ical_line_is(line, "UID"))
		talk->guid = take_text(c);
	else if (ical_line_is(line, "URL"))
		talk->url = take_text(c);
	else if (ical_line_is(line, "ATTACH"))
		add_attachment(c);
	else if (ical_line_is(line, "CATEGORIES"))
		talk->track = take_until(c, ',');
	else if (ical_line_is(line, "ATTENDEE"))
		add_attendee(c);
	else if (ical_line_is(line, "STATUS"))
		c->cancelled = text_ascii_same(
		    line->value, "CANCELLED", SIZE_MAX);
}

/* Goes past blanks and tags. */
static const char *
skip_tags(const char *s)
{
	s += strspn(s, " \t\n");
	while (*s == '<' && strchr(s, '>')) {
		s = strchr(s, '>') + 1;
		s += strspn(s, " \t\n");
	}
	return s;
}

/* A name without what stands behind it in brackets: where it comes from. */
static const char *
without_place(struct arena *arena, const char *name)
{
	const char *open = strstr(name, " (");

	return open && name[strlen(name) - 1] == ')'
	    ? arena_dup(arena, name, (size_t)(open - name))
	    : name;
}

/* Adds the people that a line names. */
static void
add_people(struct programme *p, const char *line, size_t len)
{
	size_t n;
	const char *const *list = byline_list(
	    p->scratch, text_squeeze(p->scratch, line, len), &n);

	for (size_t i = 0; i < n; i++)
		programme_speaker(p, without_place(p->scratch, list[i]));
}

/* Whether a line may be somebody's name: a few words, and no sentence. */
static bool
is_name(const char *line, size_t len)
{
	size_t blanks = 0;

	for (size_t i = 0; i < len; i++) {
		if (text_ascii_digit(line[i]) || strchr(":;?!", line[i]))
			return false;
		blanks += line[i] == ' ';
	}
	return len > 0 && len <= LONG_NAME && blanks <= 4 &&
	    (*line < 'a' || *line > 'z') && line[len - 1] != '.';
}

/*
 * Names on lines of their own, each perhaps with paragraphs of HTML on whom it
 * is of.
 */
static void
add_people_below(struct programme *p, const char *s)
{
	for (;;) {
		size_t len;

		s += strspn(s, " \t\n");
		if (*s == '<') {
			const char *end = strstr(s, "</p>");

			if (!end)
				return;
			s = end + strlen("</p>");
			continue;
		}
		len = strcspn(s, "\n<");
		if (!is_name(s, len))
			return;
		add_people(p, s, len);
		s += len;
	}
}

/* What a line of a description says after "Speaker:"; NULL: it does not. */
static const char *
after_speakers(const char *line)
{
	static const char *const words[] = {
	    "Speaker:", "Speakers:", "Presenter:", "Presenters:"};

	for (size_t i = 0; i < sizeof(words) / sizeof(*words); i++) {
		if (text_ascii_same(line, words[i], strlen(words[i])))
			return line + strlen(words[i]);
	}
	return NULL;
}

/* A description may begin with "Speaker: Ann One". */
static void
speakers_of_text(struct calendar *c)
{
	struct programme *p = &c->programme;
	const char *text = p->talk.text[PROGRAMME_DESCRIPTION];
	const char *people = text && p->talk.nspeakers == 0
	    ? after_speakers(skip_tags(text))
	    : NULL;

	if (!people)
		return;
	people = skip_tags(people);
	add_people(p, people, strcspn(people, "\n<"));
}

/* Or it has a line that does, if nothing else names them. */
static void
speakers_of_lines(struct calendar *c)
{
	struct programme *p = &c->programme;
	const char *line = p->talk.text[PROGRAMME_DESCRIPTION];

	if (p->talk.nspeakers > 0)
		return;
	while (line && (line = strchr(line, '\n'))) {
		const char *people;

		line += strspn(line, "\n \t");
		people = after_speakers(line);
		if (!people)
			continue;
		people += strspn(people, " \t");
		if (*people == '\n')
			add_people_below(p, people);
		else if (strcspn(people, "\n<") <= LONG_NAME)
			add_people(p, people, strcspn(people, "\n<"));
		return;
	}
}

/* Parts a title that ends with "(talk by Ann One)"; false: it does not. */
static bool
part_by(struct programme *p, const char *title)
{
	static const char by[] = "by ";
	size_t len = strlen(title), n;
	const char *open = strrchr(title, '('), *at;
	const char *const *list;

	if (!open || open == title || title[len - 1] != ')')
		return false;
	/* At most one word comes before it. */
	at = open + 1;
	if (strncmp(at, by, strlen(by)) != 0)
		at += strcspn(at, " ") + (strchr(at, ' ') != NULL);
	if (strncmp(at, by, strlen(by)) != 0)
		return false;
	at += strlen(by);
	/* Nobody is called "side", as in "side by side". */
	if (*at >= 'a' && *at <= 'z')
		return false;
	list = byline_list(p->scratch,
	    arena_dup(p->scratch, at, (size_t)(title + len - 1 - at)), &n);
	for (size_t i = 0; i < n; i++)
		programme_speaker(p, list[i]);
	p->talk.title = text_squeeze(p->scratch, title, (size_t)(open - title));
	return true;
}

static void
speakers_of_title(struct calendar *c)
{
	struct programme *p = &c->programme;
	const char *title = p->talk.title;
	struct byline byline;

	if (p->talk.nspeakers > 0 || !title)
		return;
	title = text_clean(p->scratch, title, strlen(title), NULL);
	title = text_squeeze(p->scratch, title, strlen(title));
	if (part_by(p, title))
		return;
	if (c->sched)
		ical_names_part(p, title);
	if (!c->pretalx)
		return;
	byline = byline_part(p->scratch, title);
	p->talk.title = byline.title;
	for (size_t i = 0; i < byline.nspeakers; i++)
		programme_speaker(p, byline.speakers[i]);
}

/* Takes a video that a description links, if nothing else is linked. */
static void
find_video(struct programme *p, const char *text)
{
	if (p->talk.url || p->talk.nlinks > 0)
		return;
	while ((text = strstr(text, "http"))) {
		size_t len = link_bare(text, strlen(text));
		struct programme_link link = {
		    .url = arena_dup(p->scratch, text, len),
		    .line = p->talk.line,
		    .video = true,
		};

		if (len > 0 && link_is_video(link.url)) {
			programme_link(p, &link);
			return;
		}
		text += len > 0 ? len : 4;
	}
}

static bool
is_seen(struct calendar *c)
{
	const struct programme_talk *talk = &c->programme.talk;
	const char *key;

	if (!talk->guid)
		return false;
	key = arena_printf(c->programme.arena, "%s\n%s\n%s", talk->guid,
	    talk->start ? talk->start : "", talk->title ? talk->title : "");
	return (*strmap_put(&c->seen, key, 0))++ > 0;
}

static void
end_event(struct calendar *c)
{
	struct programme *p = &c->programme;

	c->event = false;
	if (c->cancelled) {
		programme_begin(p);
		build_warn(
		    p->build, p->talk.line, N_("a cancelled event left out"));
		return;
	}
	if (is_seen(c))
		return;
	speakers_of_text(c);
	speakers_of_title(c);
	speakers_of_lines(c);
	if (p->talk.text[PROGRAMME_DESCRIPTION]) {
		find_video(p, p->talk.text[PROGRAMME_DESCRIPTION]);
		p->talk.text[PROGRAMME_DESCRIPTION] = programme_plain(
		    p->scratch, p->talk.text[PROGRAMME_DESCRIPTION]);
	}
	programme_build(p);
}

static void
take_calendar(struct calendar *c)
{
	struct programme *p = &c->programme;
	const struct ical_line *line = &c->line;

	bool described = !p->name && ical_line_is(line, "X-WR-CALDESC");

	if (described || ical_line_is(line, "X-WR-CALNAME") ||
	    ical_line_is(line, "NAME"))
		p->name = programme_line(p, take_text(c));
	else if (ical_line_is(line, "X-WR-TIMEZONE") ||
	    (!p->zone && ical_line_is(line, "TZID")))
		programme_zone(p, take_text(c));
	else if (ical_line_is(line, "PRODID"))
		c->pretalx = strstr(line->value, "pretalx") != NULL;
}

/* Alarms in events have properties of the same names: they are skipped. */
static void
take_line(struct calendar *c)
{
	const struct ical_line *line = &c->line;
	bool begins = ical_line_is(line, "BEGIN");
	bool event = (begins || ical_line_is(line, "END")) &&
	    text_ascii_same(line->value, "VEVENT", SIZE_MAX);

	if (begins && event) {
		programme_clear(&c->programme, line->number);
		c->event = true;
		c->cancelled = false;
		c->inside = 0;
	} else if (event && c->event) {
		end_event(c);
	} else if (begins) {
		c->inside++;
	} else if (ical_line_is(line, "END")) {
		c->inside -= c->inside > 0;
	} else if (c->event && c->inside == 0) {
		take_property(c);
	} else if (!c->event) {
		take_calendar(c);
	}
}

bool
ical_is(const char *s, size_t len)
{
	static const char start[] = "BEGIN:VCALENDAR";
	size_t n = strlen(start);

	return len > n && text_ascii_same(s, start, n);
}

bool
ical_read(struct build *build, const struct document *document, struct err *err)
{
	const struct bytes *bytes = document->bytes;
	struct calendar c = {.event = false};
	bool ok, whole = false;

	programme_start(&c.programme, build, document);
	c.sched = ical_names_are(bytes->s, bytes->len);
	ical_line_begin(&c.line, bytes->s, bytes->len);
	while (ical_line_next(&c.line)) {
		if (c.line.said > c.line.len)
			long_texts_add(
			    &c.programme.longs, c.line.number, c.line.said);
		take_line(&c);
		whole = ical_line_is(&c.line, "END");
	}
	if (c.utc && !c.programme.zone)
		programme_zone(&c.programme, "UTC");
	ok = programme_end(&c.programme, N_("calendar"),
	    whole ? NULL : N_("it ends too soon"), c.line.number, err);
	strmap_free(&c.seen);
	ical_line_free(&c.line);
	return ok;
}
