#include "source/markdown/reading.h"

#include <string.h>

#include "lectern/base/arena.h"
#include "lectern/base/text.h"
#include "lectern/model/link.h"
#include "source/byline.h"
#include "source/markdown/apart.h"
#include "source/markdown/around.h"
#include "source/markdown/below.h"
#include "source/markdown/file_name.h"
#include "source/markdown/jobs.h"
#include "source/markdown/kindred.h"
#include "source/markdown/label_links.h"
#include "source/markdown/lead.h"
#include "source/markdown/linked_event.h"
#include "source/markdown/people.h"
#include "source/markdown/quoted.h"
#include "source/markdown/reading_below.h"
#include "source/markdown/rest.h"
#include "source/markdown/runs.h"
#include "source/markdown/signs.h"
#include "source/markdown/styled.h"

#define CLOCK 0x8f /* a byte of pictures of clocks, and not of quotes */

/* `Title - Ann Lee - Firm`: who stands before the last dash. */
static void
try_before(struct reader *r)
{
	const struct line *line = r->anatomy.line;
	struct line title = {
	    .text = line->text, .len = r->cut.title_end, .first = 0};
	struct anatomy anatomy = r->anatomy;
	struct people people;
	struct cut cut;

	/* "Title - Part two - By Ann Lee" */
	if (r->cut.names > 1 && text_ascii_letter(line->text[r->cut.names - 2]))
		return;
	anatomy.line = &title;
	anatomy.head = anatomy.words = r->cut.title_end;
	anatomy.body = anatomy.head;
	if (!place_find(&anatomy, PLACE_LAST_DASH, &cut))
		return;
	people = place_people(
	    r->arena, line, PLACE_LAST_DASH, &cut, r->manner->firms);
	if (people.first != NAMES_SURE)
		return;
	r->cut = cut;
	r->people = people;
}

static bool
names_come_first(const struct reader *r)
{
	static const enum place first = PLACE_FIRST_DASH;

	return place_any(r->anatomy.line, &first, 1);
}

static bool
try_place(struct reader *r, enum place place, bool said)
{
	struct people people;
	struct cut cut;

	if (!place_find(&r->anatomy, place, &cut))
		return false;
	people = place_people(
	    r->arena, r->anatomy.line, place, &cut, r->manner->firms);
	if (people.n == 0 && r->manner->small && place == PLACE_LAST_DASH)
		people = people_small(r->arena,
		    r->anatomy.line->text + cut.names,
		    cut.names_end - cut.names);
	if (!reading_takes(r, &people, said))
		return false;
	/* "Bonus: Title", where other lines have names first. */
	if (place == PLACE_FIRST_COLON && people.first == NAMES_MAYBE) {
		r->cut = cut;
		return false;
	}
	/* `Ann Lee - Title`, where most lines have the title first. */
	if (place == r->manner->place && people.first != NAMES_SURE &&
	    !r->manner->single &&
	    (r->manner->other == PLACE_FIRST_DASH ||
		place == PLACE_LAST_DASH) &&
	    names_come_first(r))
		return false;
	r->cut = cut;
	r->people = people;
	if (place == PLACE_LAST_DASH)
		try_before(r);
	return true;
}

/* `Title- Ann Lee`, where other lines have a dash between blanks. */
static bool
try_tight(struct reader *r)
{
	const struct line *line = r->anatomy.line;
	struct byline byline = byline_part(
	    r->arena, line->text + r->anatomy.at);
	uint32_t title;

	if (byline.nspeakers == 0 ||
	    names_read(byline.speakers[0], strlen(byline.speakers[0])) !=
		NAMES_SURE)
		return false;
	title = r->anatomy.at + (uint32_t)strlen(byline.title);
	r->cut = (struct cut){r->anatomy.at, title, title, line->len};
	r->people = (struct people){.name = byline.speakers,
	    .n = byline.nspeakers,
	    .first = NAMES_SURE,
	    .whole = true};
	return true;
}

/* What is almost as in most lines, or surely names. */
static bool
try_kindred(struct reader *r)
{
	enum place place = kindred_place(r->manner, &r->anatomy);

	return place != PLACE_NONE && try_place(r, place, false);
}

/* `Panel - Title`, where other lines have names, or `Title - Panel`: nobody is. */
static void
try_format(struct reader *r)
{
	enum place place = r->manner->place;
	struct cut cut;

	if (((place < PLACE_FIRST_DASH || place > PLACE_FIRST_COMMA) &&
		place != PLACE_LAST_DASH) ||
	    !place_find(&r->anatomy, place, &cut) ||
	    !lead_is_format(
		r->anatomy.line->text + cut.names, cut.names_end - cut.names))
		return;
	r->cut = cut;
}

/* A line of fields, one of which is the title. */
static bool
try_fields(struct reader *r)
{
	struct cut cut;
	const struct span *link;

	if (!fields_cut(&r->manner->fields, &r->anatomy, &cut))
		return false;
	fields_split(&r->manner->fields, &r->anatomy, &r->fields);
	link = line_leading_link(r->anatomy.line, cut.title);
	if (link && link->start < cut.title_end)
		cut.title_end = runs_end(r->anatomy.line, link);
	r->people = place_people(
	    r->arena, r->anatomy.line, PLACE_NONE, &cut, r->manner->firms);
	if (!reading_takes(r, &r->people, false)) {
		r->people = (struct people){.n = 0};
		cut.names = cut.names_end = 0;
	}
	r->cut = cut;
	return true;
}

static bool
try_line(struct reader *r)
{
	if (try_place(r, PLACE_AFTER_BY, true))
		return true;
	if (r->manner->fields.sign != FIELDS_NONE && try_fields(r))
		return r->people.n > 0;
	if (r->manner->place != PLACE_NONE &&
	    try_place(r, r->manner->place, false))
		return true;
	if (apart_try(r))
		return true;
	if (r->manner->other != PLACE_NONE &&
	    try_place(r, r->manner->other, false))
		return true;
	if ((r->manner->place == PLACE_LAST_DASH ||
		r->manner->place == PLACE_AFTER_DASH) &&
	    try_tight(r))
		return true;
	if (try_kindred(r))
		return true;
	/* "@ReefDays", where other lines say where they were held. */
	return r->manner->trail.kind != TRAIL_AT &&
	    try_place(r, PLACE_HANDLE, false);
}

/*
 * Takes off the title whom a label below names, and what they work for: "Knots -
 * Ann Lee, Firm" over "Speaker: Ann Lee".
 */
static void
leave_speakers(struct reader *r)
{
	const char *s = r->anatomy.line->text;
	struct cut cut;
	size_t len;

	if (r->people.n == 0 || r->talk->speakers.len == 0 ||
	    !place_find(&r->anatomy, PLACE_LAST_DASH, &cut))
		return;
	len = strlen(r->people.name[0]);
	if (cut.names_end - cut.names >= len &&
	    memcmp(s + cut.names, r->people.name[0], len) == 0)
		r->cut = cut;
}

/* Takes the fields that are days, times, rooms or lengths. */
static void
take_facts(struct reader *r)
{
	const struct fields *fields = &r->manner->fields;
	const char *s = r->anatomy.line->text;

	for (size_t k = 0; k < r->fields.n; k++) {
		const char *field = s + r->fields.from[k];
		size_t len = r->fields.to[k] - r->fields.from[k];
		enum fact fact;

		if (k == fields->title || k == fields->names)
			continue;
		fact = k == fields->room ? FACT_ROOM : facts_kind(field, len);
		if (fact == FACT_ROOM && k != fields->room)
			continue;
		if (facts_take(&r->facts, r->arena, fact, field, len))
			r->kept |= 1U << k;
	}
}

/* Whether a line may end in links or signs that are no part of names. */
static bool
ends_in_more(const struct line *line)
{
	struct anatomy anatomy;
	char last = line->len > 0 ? line->text[line->len - 1] : 'a';
	const struct span *span = line->nspans > 0
	    ? &line->spans[line->nspans - 1]
	    : NULL;

	if (strchr(")]", last))
		return span != NULL ||
		    anatomy_remarks(line->text, 0, line->len) < line->len;
	if (last != ':' && (unsigned char)last < 0x80 &&
	    !memchr(line->text, CLOCK, line->len) &&
	    !(span && span->start > 0 && span->end == line->len &&
		(span->style & SPAN_LINK)))
		return false;
	anatomy_read(&anatomy, line, false, "");
	return anatomy.body < line->len;
}

/* A document that parts all its headings at the last dash. */
static bool
read_trusted(struct arena *arena, const struct manner *manner,
    const struct talk_text *talk, struct reading *reading)
{
	const struct line *line = &talk->line;
	struct byline byline;
	unsigned kinds;
	size_t len;

	/* Quotes around a title are no part of it, nor are pictures before it. */
	if (strchr("\"#\xe2\xc2\xf0", line->text[0]) || !manner->trusted ||
	    manner->firms || manner->numbered || manner->prefix[0] ||
	    ends_in_more(line) || link_bare(line->text, line->len) > 0 ||
	    lead_length(line->text, line->len, &kinds) > 0 ||
	    label_links_skip(line, 0) > 0 ||
	    label_links_cut(line, 0, line->len) < line->len)
		return false;
	byline = byline_cut(arena, line->text, talk->stays, &len);
	if (byline.nspeakers == 0 || anatomy_is_adorned(line, (uint32_t)len))
		return false;
	if (!talk->stays)
		byline.title = arena_dup(arena, byline.title, len);
	*reading = (struct reading){
	    .speakers = byline.speakers,
	    .nspeakers = byline.nspeakers,
	    .title = talk->line,
	    .to = talk->line.len,
	    .rest = {.text = ""},
	};
	reading->title.text = byline.title;
	reading->title.len = (uint32_t)len;
	return true;
}

/* The title and the names of what is stacked. */
static void
read_stacked(const struct reader *r, struct reading *reading)
{
	const struct talk_text *talk = r->talk;
	bool swapped = r->manner->swapped && talk->below[0].len > 0;
	const struct line *names = swapped ? &talk->line : &talk->below[0];
	struct people people = below_read(r->arena, names, true);

	*reading = (struct reading){
	    .title = swapped ? talk->below[0] : talk->line,
	    .rest = {.text = ""},
	};
	if (talk->when.len > 0)
		reading->facts = facts_read(
		    r->arena, &talk->when, talk->when.len, talk->when.len);
	reading->to = reading->title.len;
	if (people.first != NAMES_SURE)
		return;
	reading->speakers = people.name;
	reading->nspeakers = people.n;
}

/* The names on the talk's own line, the title on the one below. */
static bool
read_over(struct reader *r, struct reading *reading)
{
	const struct line *line = &r->talk->line, *title = &r->talk->below[0];
	struct line names = below_bare_names(r->arena, line);
	struct people people;

	if (!r->talk->half || title->len == 0 ||
	    !below_is_names(r->arena, &names))
		return false;
	people = people_read(r->arena, names.text, names.len, false);
	anatomy_read(&r->anatomy, title, false, "");
	r->cut = anatomy_title(&r->anatomy);
	*reading = (struct reading){
	    .title = richtext_cut(
		r->arena, title, r->cut.title, r->cut.title_end),
	    .over = true,
	    .from = r->cut.title,
	    .to = r->cut.title_end,
	    .speakers = people.name,
	    .nspeakers = people.n,
	    .whole = true,
	    .facts = facts_read(
		r->arena, line, line->len - names.len, line->len),
	    .rest = {.text = ""},
	};
	return reading->title.len > 0;
}

/* The title stands below, and on the talk's own line the event. */
static void
read_titled(struct reader *r, const struct line *title, struct reading *reading)
{
	const struct line *event = &r->talk->line;
	struct facts facts;

	anatomy_read(&r->anatomy, event, false, "");
	r->cut = anatomy_title(&r->anatomy);
	facts = facts_above(r->arena, event, r->cut.title, r->cut.title_end);
	anatomy_read(&r->anatomy, title, false, "");
	r->cut = anatomy_title(&r->anatomy);
	quoted_strip(title->text, &r->cut.title, &r->cut.title_end);
	if (!r->manner->nobody)
		reading_below_try(r);
	if (r->people.n == 0 && r->manner->persons &&
	    (r->talk->bio || below_is_person(event))) {
		r->people = below_read(r->arena, event, true);
		/* Words that are nobody's name stay. */
		if (r->people.n > 0)
			facts.told = event->len;
	}
	*reading = (struct reading){
	    .title = richtext_cut(
		r->arena, title, r->cut.title, r->cut.title_end),
	    .speakers = r->people.name,
	    .nspeakers = r->people.n,
	    .facts = facts,
	    .rest = richtext_cut(r->arena, event,
		r->talk->event ? event->len : facts.told, event->len),
	};
}

/* `Ann Lee - @ann`: the handle is no title, and the line is who spoke. */
static void
leave_handle(struct reader *r)
{
	const char *s = r->anatomy.line->text;
	uint32_t len = r->cut.title_end - r->cut.title;

	if (r->cut.names_end <= r->cut.names || s[r->cut.title] != '@' ||
	    memchr(s + r->cut.title, ' ', len))
		return;
	r->cut = (struct cut){r->cut.names, r->cut.names_end, 0, 0};
	r->people = (struct people){0};
}

/* Cuts the title at links and remarks, which are no part of it. */
static void
leave_remarks(struct reader *r)
{
	struct cut *cut = &r->cut;

	cut->title_end = label_links_cut(
	    &r->talk->line, cut->title, cut->title_end);
	/* "Event 2031 *Title (2031)*" has the year in its title. */
	if (!r->whole)
		cut->title_end = anatomy_bare_end(
		    &r->talk->line, cut->title, cut->title_end);
	runs_without_brackets(r->talk->line.text, &cut->title, &cut->title_end);
	cut->title_end = kindred_title_end(&r->talk->line, cut);
}

/* Cuts the title at the event beside it. */
static void
leave_event(struct reader *r)
{
	/* The dashes of a title among others were found before. */
	if (r->fields.n == 0 || r->manner->fields.sign != FIELDS_DASH ||
	    r->manner->trail.kind != TRAIL_DASH)
		trail_cut(&r->manner->trail, &r->anatomy, &r->cut);
	if (r->manner->around)
		around_cut(r->anatomy.line->text, &r->cut);
}

/* `Event 2031, "Title"`; `Event [12.05.] *Title*`; `Event - "Title"` */
static void
try_behind(struct reader *r)
{
	if (r->manner->behind)
		r->whole = styled_behind_event(&r->anatomy, &r->cut);
	else if (r->manner->quoted)
		r->whole = styled_quoted_last(&r->anatomy, &r->cut);
}

/* `Ann Lee - CTO, Firm`: she is all that is known of the talk. */
static bool
try_job(struct reader *r)
{
	const struct line *line = &r->talk->line;
	size_t len, sign;

	if (!r->manner->jobs || r->manner->nobody || r->talk->column)
		return false;
	len = jobs_name(line->text, line->len);
	if (len == 0)
		return false;
	r->people = people_read(r->arena, line->text, len, false);
	sign = sign_dash(line->text + len, line->len - len);
	r->cut = (struct cut){
	    0, (uint32_t)len, (uint32_t)len, (uint32_t)(len + sign)};
	return r->people.n > 0;
}

struct reading
reading_of(struct arena *arena, const struct manner *manner,
    const struct talk_text *talk)
{
	struct reader r;
	struct reading reading;

	if (!talk->stacked && !talk->column &&
	    read_trusted(arena, manner, talk, &reading))
		return reading;
	r = (struct reader){.arena = arena, .manner = manner, .talk = talk};
	if (talk->stacked) {
		read_stacked(&r, &reading);
		return reading;
	}
	if (manner->over && !talk->column && read_over(&r, &reading))
		return reading;
	if (manner->titled && talk->title.len > 0) {
		read_titled(&r, &talk->title, &reading);
		return reading;
	}
	if (manner->cites && talk->quote.len > 0) {
		read_titled(&r, &talk->quote, &reading);
		return reading;
	}
	anatomy_read(&r.anatomy, &talk->line, manner->numbered, manner->prefix);
	if (manner->trail.kind == TRAIL_LINKED)
		linked_event_leave(&r.anatomy);
	r.cut = anatomy_title(&r.anatomy);
	if (!try_job(&r) && !manner->nobody &&
	    (talk->column || talk->speakers.len > 0 || !try_line(&r))) {
		reading_below_try(&r);
		leave_speakers(&r);
	}
	leave_event(&r);
	if (r.people.n == 0 && !talk->column && !manner->nobody)
		try_format(&r);
	if (r.people.n == 0)
		try_behind(&r);
	if (r.cut.title >= r.cut.title_end)
		r.cut = (struct cut){0, talk->line.len, 0, 0};
	leave_handle(&r);
	leave_remarks(&r);
	reading.over = false;
	reading.from = r.cut.title;
	reading.to = r.cut.title_end;
	quoted_strip(talk->line.text, &reading.from, &reading.to);
	reading.to = file_name_linked(&talk->line, reading.from, reading.to);
	reading.title = richtext_cut(
	    arena, &talk->line, reading.from, reading.to);
	reading.speakers = r.people.name;
	reading.nspeakers = r.people.n;
	reading.whole = r.people.n > 0 && r.people.whole;
	r.facts = facts_read(arena, &talk->line, r.cut.title, r.cut.title_end);
	take_facts(&r);
	reading.facts = r.facts;
	/* What is left of a sentence is none. */
	reading.rest = manner->place == PLACE_SPOKE && r.people.n > 0
	    ? talk->line
	    : r.kept > 0 ? rest_of_fields(&r)
			 : rest_of(&r);
	return reading;
}
