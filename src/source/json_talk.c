#include "source/json_talk.h"

#include <stdlib.h>
#include <string.h>

#include "lectern/base/text.h"
#include "lectern/base/translate.h"
#include "lectern/model/link.h"
#include "source/form_names.h"
#include "source/json_parts.h"
#include "source/json_people.h"
#include "source/video_list.h"
#include "source/when.h"

#define SHORT_TIME 40 /* bytes of two times of a day */

/* Whether a word is a kind of what sites list, and no track. */
static bool
is_of_site(const char *word)
{
	return strcmp(word, "video") == 0 || strcmp(word, "playlist") == 0 ||
	    strcmp(word, "wpcs_session") == 0 ||
	    strcmp(word, "wcb_session") == 0;
}

/* What WordPress puts beside the ids of a session's tracks. */
static const struct value *
term_beside(const struct value *ids)
{
	const struct value *terms = value_list(
	    value_member(ids->parent, "_embedded"), "wp:term");

	for (; terms; terms = terms->next) {
		for (const struct value *t = terms->child; t; t = t->next)
			if (strcmp(value_text(t, "id"), ids->child->text) == 0)
				return t;
	}
	return NULL;
}

/* The element to which an id, or the first of several, refers; or NULL. */
static const struct value *
referred(const struct json_lists *lists, int field, const struct value *at)
{
	const struct value *found;

	if (at && at->type == VALUE_PLAIN)
		return json_lists_get(lists, field, at->text);
	if (!at || at->type != VALUE_ARRAY || !at->child ||
	    at->child->type != VALUE_PLAIN)
		return NULL;
	found = json_lists_get(lists, field, at->child->text);
	return found ? found : term_beside(at);
}

/* Whether ids of WordPress are all that is known of a session's tracks. */
static bool
is_only_ids(const struct value *at)
{
	return at && strcmp(at->name, "session_track") == 0 && at->child &&
	    strspn(at->child->text, "0123456789") == strlen(at->child->text);
}

const char *
json_talk_words(
    const struct json_lists *lists, const struct json_fields *fields, int field)
{
	const struct value *at = fields->at[field];
	const struct value *found = referred(lists, field, at);

	const char *words = found    ? json_people_name(found)
	    : at && !is_only_ids(at) ? json_people_name(at)
				     : "";

	return field == PART_TRACK && is_of_site(words) ? "" : words;
}

static const char *
url_in(const struct json_fields *fields, int field)
{
	const struct value *at = fields->at[field];

	return at && at->type == VALUE_PLAIN ? at->text : "";
}

/* Whether a start says when the talk ends, too: "10:00 - 10:45". */
static bool
has_end(const struct value *start)
{
	char copy[SHORT_TIME + 1];
	const char *second;

	if (strlen(start->text) > SHORT_TIME)
		return false;
	memcpy(copy, start->text, strlen(start->text) + 1);
	second = when_second(copy);
	return second && when_minute(copy) >= 0 && when_minute(second) >= 0;
}

/* Whether it goes on for days, as a whole conference. */
static bool
takes_days(const struct json_fields *fields)
{
	struct when start, end;

	return when_read(url_in(fields, PART_START), &start) &&
	    when_read(url_in(fields, PART_END), &end) && start.minute < 0 &&
	    end.minute < 0;
}

bool
json_talk_is(const struct json_fields *fields)
{
	const struct value *const *at = fields->at;

	if (!at[PART_TITLE] || !json_fields_is_words(at[PART_TITLE]))
		return false;
	if (fields->has[PART_SPEAKERS] || *url_in(fields, JSON_VIDEO) ||
	    link_is_video(url_in(fields, PART_URL)))
		return true;
	/* Books have authors, too, and holidays begin and end. */
	if (at[JSON_AUTHORS] &&
	    (at[JSON_ABSTRACT] || at[JSON_LINKS] || at[JSON_VIDEO]))
		return true;
	if (at[PART_START] && has_end(at[PART_START]))
		return true;
	if (takes_days(fields))
		return false;
	return at[PART_START] &&
	    (at[JSON_AUTHORS] || at[PART_END] || at[PART_LENGTH] ||
		at[PART_ROOM] || at[JSON_ROOM_ID] || at[PART_TRACK]);
}

/* A point in time, which may be an object of date and time. */
static const char *
time_of(const struct programme *p, const struct value *at)
{
	struct when when;

	if (!at)
		return "";
	if (at->type != VALUE_OBJECT)
		return at->text;
	if (!when_read(value_text(at, "date"), &when))
		return value_text(at, "time");
	return arena_printf(p->scratch, "%sT%s", value_text(at, "date"),
	    value_text(at, "time"));
}

static void
set_length(struct programme_talk *talk, const struct json_fields *fields)
{
	const struct value *length = fields->at[PART_LENGTH];
	unsigned long seconds;

	if (!length)
		return;
	/* Lists of videos have seconds, and WordCamps, too. */
	if (*length->name != '_' &&
	    (*talk->start || fields->has[PART_SPEAKERS])) {
		talk->duration = length->text;
		return;
	}
	seconds = strtoul(length->text, NULL, 10) % (60UL * UINT16_MAX);
	talk->minutes = (uint16_t)((seconds + 30) / 60);
}

/* "2:00" is in the afternoon: nobody writes the night so. */
static void
set_afternoon(const struct programme *p, struct programme_talk *talk)
{
	const char *const times[] = {talk->start, talk->end};
	const char *late[2] = {talk->start, talk->end};

	for (size_t i = 0; i < 2; i++) {
		const char *s = times[i];
		bool early = strlen(s) == 4 && s[1] == ':' && *s >= '1' &&
		    *s <= (i == 0 ? '6' : '9') && when_minute(s) >= 0;

		if (!early && (i == 0 || *s))
			return;
		if (early)
			late[i] = arena_printf(
			    p->scratch, "%d%s", *s - '0' + 12, s + 1);
	}
	talk->start = late[0];
	talk->end = late[1];
}

/* Whether a "time" is how long it takes: "20 minutes". */
static bool
is_length(const char *time)
{
	return strstr(time, "min") && when_minute(time) < 0 &&
	    when_duration(time) > 0;
}

static void
set_times(struct programme *p, const struct json_fields *fields,
    const struct json_around *around)
{
	struct programme_talk *talk = &p->talk;
	const struct value *start = fields->at[PART_START];
	const struct value *end = fields->at[PART_END];
	struct when when;

	if (start && start->type == VALUE_ARRAY) {
		start = start->child;
		end = end ? end : start->next;
	} else if (value_member(start, "start")) {
		end = end ? end : value_member(start, "end");
		start = value_member(start, "start");
	}
	talk->start = programme_local(p, time_of(p, start));
	talk->end = programme_local(p, time_of(p, end));
	if (!*talk->start && around->start) {
		talk->start = programme_local(p, around->start);
		if (!*talk->end && around->end)
			talk->end = programme_local(p, around->end);
	}
	talk->day = *value_text(start, "date") ? value_text(start, "date")
	    : fields->at[PART_DAY] ? time_of(p, fields->at[PART_DAY])
				   : around->day;
	if (!*talk->start && talk->day && when_read(talk->day, &when) &&
	    when.minute >= 0)
		talk->start = talk->day;
	/* A date is better than "day 1". */
	if (when_read(talk->start, &when) &&
	    (!talk->day || !text_ascii_digit(*talk->day)))
		talk->day = NULL;
	if (!when_read(talk->start, &when) && !*talk->end) {
		char *copy = arena_dup(
		    p->scratch, talk->start, strlen(talk->start));
		char *second = when_second(copy);

		talk->start = second ? when_first(p->scratch, copy, second)
				     : copy;
		talk->end = second ? second : "";
	}
	set_afternoon(p, talk);
	if (is_length(talk->start)) {
		talk->duration = talk->start;
		talk->start = "";
	}
	set_length(talk, fields);
}

static bool
is_url(const struct value *value)
{
	return value->type == VALUE_PLAIN && strstr(value->text, "://");
}

static void
add_link(struct programme *p, const struct value *value, const char *name,
    bool video)
{
	const struct programme_link link = {
	    .url = value->text,
	    .name = name,
	    .line = value->parent ? value->parent->line : value->line,
	    .video = video,
	};

	programme_other_link(p, &link);
}

static void
add_video(struct programme *p, const struct value *video)
{
	if (video->type == VALUE_ARRAY) {
		json_parts_links(p, video, true);
	} else if (is_url(video)) {
		add_link(p, video, NULL, true);
	} else if (video->type == VALUE_PLAIN &&
	    link_is_youtube_id(video->text, strlen(video->text))) {
		const struct programme_link link = {
		    .url = link_of_youtube(p->scratch, video->text),
		    .line = video->line,
		    .video = true,
		};

		programme_other_link(p, &link);
	}
}

static const struct value *
answer_in(const struct value *question)
{
	const struct value *answer = value_member(question, "answer");

	return answer ? answer : value_member(question, "answerValue");
}

/* Links among a form's answers; what else they say is not for listeners. */
static void
add_answers(struct programme *p, const struct value *answers)
{
	for (const struct value *a = answers->child; a; a = a->next) {
		const struct value *answer = answer_in(a);
		const char *asked = value_text(a, "question");

		if (answer && is_url(answer) && link_is_openable(answer->text))
			add_link(p, answer, *asked ? asked : NULL, false);
	}
}

static void
add_links(struct programme *p, const struct value *links)
{
	if (links->type == VALUE_ARRAY && answer_in(links->child)) {
		add_answers(p, links);
		return;
	}
	if (links->type == VALUE_ARRAY) {
		json_parts_links(p, links, false);
		return;
	}
	if (is_url(links))
		add_link(p, links,
		    strstr(links->name, "slide") ? "Slides" : NULL, false);
	for (const struct value *l = links->child; l; l = l->next) {
		if (l->type == VALUE_ARRAY)
			json_parts_links(p, l, false);
		else if (is_url(l))
			add_link(p, l, l->name, false);
	}
}

/* Whether a word of a category is what they call their tracks. */
static bool
says_track(const char *name)
{
	return strncmp(name, "Track", strlen("Track")) == 0;
}

/* The track among categories: objects, or ids of items of some. */
static const char *
track_in(const struct json_lists *lists, const struct value *categories)
{
	const struct value *item;

	if (categories->type == VALUE_PLAIN) {
		item = json_lists_get(lists, JSON_CATEGORIES, categories->text);
		return item ? json_people_name(item) : "";
	}
	for (const struct value *c = categories->child; c; c = c->next) {
		item = c->type == VALUE_OBJECT
		    ? value_member(c, "categoryItems")
		    : json_lists_get(lists, JSON_CATEGORIES, c->text);
		if (!item)
			continue;
		if (c->type == VALUE_OBJECT && says_track(json_people_name(c)))
			return json_people_name(
			    item->type == VALUE_ARRAY && item->child
				? item->child
				: item);
		if (c->type != VALUE_OBJECT &&
		    says_track(json_people_name(item->parent->parent)))
			return json_people_name(item);
	}
	return "";
}

static const char *
or_around(const char *own, const char *around)
{
	return *own ? own : around;
}

static void
set_place(struct programme *p, const struct json_lists *lists,
    const struct json_fields *fields, const struct json_around *around)
{
	const struct value *id = fields->at[JSON_ROOM_ID];
	const struct value *room = id && id->type == VALUE_PLAIN
	    ? json_lists_get(lists, PART_ROOM, id->text)
	    : NULL;
	const char *track = json_talk_words(lists, fields, PART_TRACK);

	if (!*track && fields->at[JSON_CATEGORIES])
		track = track_in(lists, fields->at[JSON_CATEGORIES]);
	p->talk.track = or_around(track, around->track);
	p->talk.room = or_around(
	    json_talk_words(lists, fields, PART_ROOM), around->room);
	if (room && !fields->at[PART_ROOM])
		p->talk.room = json_people_name(room);
}

static bool
is_break(const struct json_fields *fields, int field)
{
	const struct value *at = fields->at[field];

	return at && at->type == VALUE_PLAIN &&
	    (strcmp(at->text, "break") == 0 || strcmp(at->text, "Break") == 0);
}

/* Whether it is a proposal that came to nothing. */
static bool
is_cancelled(const struct value *object)
{
	static const char *const members[] = {"state", "status", NULL};

	return form_names_is_lost(value_any(object, members));
}

void
json_talk_add(struct programme *p, const struct json_lists *lists,
    const struct value *object, const struct json_fields *fields,
    const struct json_around *around)
{
	static const int texts[] = {JSON_SUBTITLE, JSON_ABSTRACT, PART_TEXT};
	struct programme_talk *talk = programme_clear(p, object->line);
	const struct value *video = fields->at[JSON_VIDEO];

	if (is_break(fields, PART_TRACK) || is_break(fields, JSON_KIND))
		return;
	if (is_cancelled(object)) {
		programme_begin(p);
		build_warn(p->build, object->line,
		    N_("a talk that was rejected or cancelled left out"));
		return;
	}
	talk->title = json_talk_words(lists, fields, PART_TITLE);
	if (video_list_hides(p, talk->title, object->line))
		return;
	for (size_t i = 0; i < sizeof(texts) / sizeof(*texts); i++)
		talk->text[i] = json_talk_words(lists, fields, texts[i]);
	talk->language = json_talk_words(lists, fields, PART_LANGUAGE);
	talk->id = json_talk_words(lists, fields, JSON_CODE);
	if (!*talk->id)
		talk->id = json_talk_words(lists, fields, JSON_ID);
	talk->guid = json_talk_words(lists, fields, JSON_GUID);
	talk->slug = json_talk_words(lists, fields, JSON_SLUG);
	talk->url = url_in(fields, PART_URL);
	set_place(p, lists, fields, around);
	set_times(p, fields, around);
	json_people_add(p, lists, fields);
	talk->text[PROGRAMME_PEOPLE] = json_people_bios(p, fields);
	if (talk->nspeakers == 0 && talk->text[0] &&
	    strncmp(talk->text[0], "by ", 3) == 0)
		json_people_add_names(p, talk->text[0] + 3);
	if (video)
		add_video(p, video);
	for (size_t i = 0; i < fields->nlinks; i++) {
		const struct value *link = fields->links[i];

		/* A list of videos was added whole. */
		if (!video || link != video || video->type != VALUE_ARRAY)
			add_links(p, link);
	}
	programme_build(p);
}
