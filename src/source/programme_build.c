#include <string.h>

#include "lectern/base/arena.h"
#include "lectern/base/text.h"
#include "lectern/model/link.h"
#include "source/entities.h"
#include "source/programme.h"
#include "source/programme_notes.h"
#include "source/when.h"

#define DAY 1440 /* minutes */

static void
set_track(struct programme *p)
{
	const char *name = programme_line(p, p->talk.track);
	const uint32_t *known = name ? strmap_get(&p->tracks, name) : NULL;

	if (!name)
		build_in_track(p->build, BUILT_NO_TRACK);
	else if (known)
		build_in_track(p->build, *known);
	else
		strmap_put(&p->tracks, name,
		    build_track(p->build, name, p->talk.track_line));
}

static void
set_speakers(const struct programme *p, struct talk *talk)
{
	const struct programme_talk *from = &p->talk;
	const size_t n = notes_count_speakers(from->nspeakers);
	const char **list = arena_alloc(p->arena, (n + 1) * sizeof(*list));

	for (size_t i = 0; i < n; i++) {
		list[talk->nspeakers] = programme_line(p, from->speakers[i]);
		talk->nspeakers += list[talk->nspeakers] != NULL;
	}
	talk->speakers = list;
}

static const char *
or_empty(const char *text)
{
	return text ? text : "";
}

/* Minutes from a start to an end, each with a date or a mere time of day. */
static uint16_t
until(const struct when *start, int minute, const char *s)
{
	struct when end;
	long minutes;

	if (when_read(s, &end) && end.minute >= 0)
		minutes = start ? when_between(start, &end)
				: end.minute - minute;
	else
		minutes = when_minute(s) < 0 ? 0 : when_minute(s) - minute;
	/* It may end after midnight. */
	if (minutes < 0 && minutes > -DAY && !start)
		minutes += DAY;
	return minutes > 0 && minutes <= UINT16_MAX ? (uint16_t)minutes : 0;
}

void
programme_when(
    struct arena *arena, const struct programme_talk *from, struct talk *talk)
{
	struct when start, day;
	bool dated = when_read(or_empty(from->start), &start);
	int minute = dated ? start.minute : when_minute(or_empty(from->start));

	if (!dated)
		start.minute = minute;
	if (minute >= 0)
		talk->start = when_clock(arena, &start);
	talk->minutes = from->minutes > 0
	    ? from->minutes
	    : when_duration(or_empty(from->duration));
	if (talk->minutes == 0 && minute >= 0)
		talk->minutes = until(
		    dated ? &start : NULL, minute, or_empty(from->end));
	if (when_read(or_empty(from->day), &day) ||
	    when_read_words(or_empty(from->day), &day))
		talk->day = when_day(arena, &day);
	else if (from->day && *from->day)
		talk->day = programme_text(arena, from->day);
	else if (dated)
		talk->day = when_day(arena, &start);
}

static void
set_identity(const struct programme *p, struct talk *talk)
{
	const struct programme_talk *from = &p->talk;
	const struct identity known = {
	    .guid = programme_line(p, from->guid),
	    .id = programme_line(p, from->id),
	    .slug = programme_line(p, from->slug),
	};
	struct identity *identity;

	if (!known.guid && !known.id && !known.slug)
		return;
	identity = arena_alloc(p->arena, sizeof(*identity));
	*identity = known;
	built_more(p->arena, talk)->identity = identity;
}

/* Whether a word of small letters is in the text, in any case of ASCII. */
static bool
has_word(const char *text, const char *word)
{
	size_t len = strlen(word);

	for (; *text; text++) {
		if (text_ascii_lower(*text) == *word &&
		    text_ascii_same(text, word, len))
			return true;
	}
	return false;
}

static bool
says_video(const struct programme *p, const char *name)
{
	static const char *const words[] = {"video", "recording", "film"};

	if (!name)
		return false;
	/* Most are ASCII, and there are many. */
	if (!text_is_ascii(name, strlen(name)))
		name = text_fold(p->scratch, name, strlen(name), NULL);
	for (size_t i = 0; i < sizeof(words) / sizeof(*words); i++) {
		if (has_word(name, words[i]))
			return true;
	}
	return false;
}

/*
 * Returns the link that is most likely the talk's video, or NULL: best one that
 * leads to a video and is called so, then one that leads to a video, then one
 * that is called so.  (People link other talks' videos, too.)
 */
static const char *
find_video(const struct programme *p)
{
	const char *best = NULL;
	int most = 0;

	for (size_t i = 0; i < p->talk.nlinks; i++) {
		const struct programme_link *link = &p->talk.links[i];
		const char *url = or_empty(link->url);
		int score;

		url += strspn(url, " \t\r\n");
		score = 4 * link->video + says_video(p, link->name);
		/* To look at addresses takes longer. */
		if (score + 2 > most && link_is_video(url))
			score += 2;
		if (score <= most)
			continue;
		url = programme_notes_url(p->arena, url);
		if (!url || !link_is_openable(url))
			continue;
		best = url;
		most = score;
	}
	return best;
}

static void
set_url(struct programme *p)
{
	const char *video = find_video(p);
	const char *page = programme_line(p, p->talk.url);

	if (video)
		build_own_url(p->build, video);
	else
		build_url(p->build, page);
	p->talk.url = video ? page : NULL;
}

/* Whether a text has more than markup and blanks. */
static bool
says_something(const char *text)
{
	for (; *text; text++) {
		if (*text == '<')
			text += strcspn(text, ">");
		else if (!strchr(" \t\r\n", *text))
			return true;
		if (!*text)
			break;
	}
	return false;
}

/* Whether a talk's notes may be read when they are asked for. */
static bool
can_wait(const struct programme *p)
{
	/* Of links that are not taken it is warned. */
	if (p->document->options->warn || p->document->options->whole)
		return false;
	for (size_t i = 0; i < PROGRAMME_TEXTS; i++) {
		if (says_something(or_empty(p->talk.text[i])))
			return true;
	}
	return false;
}

static void
set_notes(const struct programme *p)
{
	const struct programme_notes *notes = programme_notes_keep(
	    p->arena, p, &p->talk);

	if (can_wait(p))
		build_later_notes(p->build, notes);
	else
		programme_notes_build(p->build, notes);
}

/* The title, without tags of HTML. */
static const char *
title_of(const struct programme *p)
{
	const char *title = p->talk.title;
	char *copy;

	if (!title || !strchr(title, '<'))
		return programme_line(p, title);
	copy = arena_dup(p->arena, title, strlen(title));
	entities_drop_tags(copy);
	return programme_line(p, copy);
}

struct talk *
programme_build(struct programme *p)
{
	const char *title = title_of(p);
	struct talk *talk;

	programme_begin(p);
	set_track(p);
	talk = build_talk(p->build, or_empty(title), p->talk.line);
	set_speakers(p, talk);
	programme_when(p->arena, &p->talk, talk);
	set_identity(p, talk);
	talk->room = programme_line(p, p->talk.room);
	if (p->talk.language)
		built_more(p->arena, talk)->language = programme_line(
		    p, p->talk.language);
	set_url(p);
	set_notes(p);
	p->talks++;
	return talk;
}
