#include <string.h>

#include "lectern/base/arena.h"
#include "lectern/base/text.h"
#include "lectern/model/link.h"
#include "source/markdown/markdown_read.h"
#include "source/programme.h"
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
	const char **list = arena_alloc(
	    p->arena, (from->nspeakers + 1) * sizeof(*list));

	for (size_t i = 0; i < from->nspeakers; i++) {
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

/* A line that stays, or NULL if nothing is in it. */
static const char *
squeezed(struct arena *arena, const char *text)
{
	size_t len;

	text = text_clean(arena, text, strlen(text), &len);
	text = text_squeeze(arena, text, len);
	return *text ? text : NULL;
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
	if (when_read(or_empty(from->day), &day))
		talk->day = when_day(arena, &day);
	else if (from->day && *from->day)
		talk->day = squeezed(arena, from->day);
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
	talk->identity = identity;
}

static bool
says_video(const struct programme *p, const char *name)
{
	static const char *const words[] = {"video", "recording", "film"};

	if (!name)
		return false;
	name = text_fold(p->arena, name, strlen(name), NULL);
	for (size_t i = 0; i < sizeof(words) / sizeof(*words); i++) {
		if (strstr(name, words[i]))
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
		int score = link->plain ? 0
					: 2 * link_is_video(link->url) +
			4 * link->video + says_video(p, link->name);

		if (score > most) {
			best = link->url;
			most = score;
		}
	}
	return best;
}

/* Cleans the links; what cannot be opened is only text. */
static void
check_links(struct programme *p)
{
	struct programme_talk *talk = &p->talk;
	size_t n = 0;

	for (size_t i = 0; i < talk->nlinks; i++) {
		struct programme_link link = talk->links[i];

		link.url = programme_line(p, link.url);
		link.name = programme_line(p, link.name);
		if (!link.url)
			continue;
		if (strncmp(link.url, "www.", 4) == 0)
			link.url = arena_printf(
			    p->arena, "http://%s", link.url);
		link.url = link_encode(p->arena, link.url);
		link.plain = !link_is_openable(link.url);
		talk->links[n++] = link;
	}
	talk->nlinks = n;
}

static void
set_url(const struct programme *p)
{
	const char *video = find_video(p);
	const char *page = programme_line(p, p->talk.url);

	build_url(p->build, video ? video : page);
	if (video && page)
		build_link(p->build, page);
}

static void
add_link(const struct programme *p, const struct programme_link *link)
{
	struct span *span = arena_alloc(p->arena, sizeof(*span));
	struct block block = {
	    .text = link->name ? link->name : link->url,
	    .kind = BLOCK_BULLET,
	    .line = link->line > 0 ? link->line : p->talk.line,
	    .spans = span,
	    .nspans = link->plain ? 0 : 1,
	    .listed = !link->plain,
	};

	if (link->plain && link->name)
		block.text = arena_printf(
		    p->arena, "%s: %s", link->name, link->url);
	block.len = (uint32_t)strlen(block.text);
	*span = (struct span){0, block.len, SPAN_LINK, link->url};
	build_block(p->build, &block, link->name ? NULL : link->url);
}

static void
add_links(const struct programme *p)
{
	for (size_t i = 0; i < p->talk.nlinks; i++)
		add_link(p, &p->talk.links[i]);
}

/* HTML that was escaped twice is still escaped after reading. */
static const char *
unescape_again(const struct programme *p, const char *text)
{
	static const struct {
		const char *name;
		char c;
	} known[] = {
	    {"&lt;", '<'}, {"&gt;", '>'}, {"&quot;", '"'}, {"&amp;", '&'}};
	char *out;
	size_t n = 0;

	if (strchr(text, '<') || !strstr(text, "&lt;"))
		return text;
	out = arena_alloc(p->arena, strlen(text) + 1);
	while (*text) {
		size_t k = 0;

		while (k < 4 &&
		    strncmp(text, known[k].name, strlen(known[k].name)) != 0)
			k++;
		out[n++] = k < 4 ? known[k].c : *text;
		text += k < 4 ? strlen(known[k].name) : 1;
	}
	return out;
}

/* Whether a text stands before the `i`th, too: some tools write it twice. */
static bool
is_repeated(const struct programme_talk *talk, size_t i)
{
	for (size_t k = 0; k < i; k++) {
		if (talk->text[k] && strcmp(talk->text[k], talk->text[i]) == 0)
			return true;
	}
	return false;
}

static void
add_texts(const struct programme *p)
{
	const struct programme_talk *talk = &p->talk;

	for (size_t i = 0; i < PROGRAMME_TEXTS; i++) {
		const char *text = talk->text[i];
		uint32_t line = talk->text_line[i];

		if (!text || !*text || is_repeated(talk, i))
			continue;
		text = unescape_again(p, text);
		text = text_clean(p->arena, text, strlen(text), NULL);
		markdown_read_blocks(
		    p->build, text, line > 0 ? line : talk->line);
	}
}

struct talk *
programme_build(struct programme *p)
{
	const char *title = programme_line(p, p->talk.title);
	struct talk *talk;

	programme_begin(p);
	set_track(p);
	check_links(p);
	talk = build_talk(p->build, or_empty(title), p->talk.line);
	set_speakers(p, talk);
	programme_when(p->arena, &p->talk, talk);
	set_identity(p, talk);
	talk->room = programme_line(p, p->talk.room);
	talk->language = programme_line(p, p->talk.language);
	set_url(p);
	add_texts(p);
	add_links(p);
	p->talks++;
	return talk;
}
