#include "source/front_notes.h"

#include <string.h>

#include "lectern/base/arena.h"
#include "lectern/model/link.h"
#include "source/markdown/markdown_blocks.h"
#include "source/programme_notes.h"
#include "source/when.h"

#define DATE 10 /* bytes of "2031-05-01" */

/* The links that it may have. */
enum {
	EVENT,
	SLIDES,
	CODE,
	PAPER,
	LINKS,
};

/* Adds a line of the notes, if there is something to say. */
static void
add_line(struct build *build, const char *name, const char *value)
{
	if (value)
		markdown_blocks_read(build,
		    arena_printf(build_arena(build), "- %s: %s", name, value),
		    1);
}

/* The time of day in "2031-05-01 - 9:50am-10:30am", which may be a range. */
static char *
time_of(struct arena *arena, const char *said)
{
	struct when day;
	size_t skip = when_read(said, &day) && day.minute < 0 ? DATE : 0;

	said += skip;
	said += strspn(said, " -,");
	return arena_dup(arena, said, strlen(said));
}

/* Sets when the talk is; a date's own time may be that of a page. */
static void
set_times(
    struct build *build, const struct front_matter *front, struct talk *talk)
{
	struct programme_talk said = {.start = front->date, .end = front->end};
	const char *day = talk->day;

	if (front->time) {
		char *time = time_of(build_arena(build), front->time);
		const char *end = when_second(time);

		said.start = time;
		said.end = end ? end : front->end;
		if (said.end)
			said.start = when_first(
			    build_arena(build), time, said.end);
		if (when_minute(time) < 0)
			said.start = front->date;
	}
	if (talk->start || !said.start || (!front->time && !front->end))
		return;
	programme_when(build_arena(build), &said, talk);
	if (!talk->day)
		talk->day = day;
}

void
front_notes_build(
    struct build *build, const struct front_matter *front, struct talk *talk)
{
	const char *room = front->room ? front->room : front->location;
	const char *url[LINKS] = {
	    front->event_url, front->slides, front->code, front->paper};
	const char *name[LINKS] = {
	    front->event ? front->event : "Event", "Slides", "Code", "Paper"};
	struct programme_link links[LINKS];
	struct programme_talk said = {
	    .text = {[PROGRAMME_ABSTRACT] = front->summary,
		[PROGRAMME_DESCRIPTION] = front->abstract,
		[PROGRAMME_PEOPLE] = front->bio},
	    .links = links,
	    .line = 1,
	};

	if (!talk->room)
		talk->room = room;
	set_times(build, front, talk);
	for (size_t i = 0; i < LINKS; i++) {
		if (url[i] && link_is_openable(url[i]))
			links[said.nlinks++] = (struct programme_link){
			    .url = url[i], .name = name[i], .line = 1};
	}
	programme_notes_build(
	    build, programme_notes_keep(build_arena(build), NULL, &said));
	for (size_t i = SLIDES; i < LINKS; i++) {
		if (url[i] && !link_is_openable(url[i]))
			add_line(build, name[i], url[i]);
	}
	if (!front->event_url)
		add_line(build, "Event", front->event);
	if (front->location != room)
		add_line(build, "Location", front->location);
	add_line(build, "Tags", front->tags);
	add_line(build, "Level", front->level);
	add_line(build, "Audience", front->audience);
	add_line(build, "Language", front->language);
	/* Other pages have a type, too. */
	if (room || front->event)
		add_line(build, "Type", front->type);
}

bool
front_notes_of_page(const struct front_matter *front)
{
	static const char *const layouts[] = {"page", "default", "home"};

	for (size_t i = 0; front->layout && i < 3; i++)
		if (strcmp(front->layout, layouts[i]) == 0)
			return !front->speakers && !front->url && !front->date;
	return false;
}
