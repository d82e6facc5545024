#include "source/video_list.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "lectern/base/told.h"
#include "source/when.h"

#define LEAD 32 /* bytes before a chapter's title, and after it */

bool
video_list_is(const struct value *root)
{
	const char *type = value_text(root, "_type");

	if (value_has(root, "entries"))
		return *value_text(root, "extractor") ||
		    *value_text(root, "extractor_key") ||
		    strcmp(type, "playlist") == 0;
	return *value_text(root, "title") &&
	    (*value_text(root, "extractor") ||
		*value_text(root, "extractor_key") ||
		*value_text(root, "ie_key") ||
		*value_text(root, "webpage_url"));
}

/* What stands for the title of a video that nobody can see. */
static bool
is_hidden(const char *title)
{
	static const char *const titles[] = {"[Private video]",
	    "[Deleted video]", "[Unavailable video]", "Private video",
	    "Deleted video"};

	for (size_t i = 0; i < sizeof(titles) / sizeof(*titles); i++) {
		if (strcmp(title, titles[i]) == 0)
			return true;
	}
	return false;
}

bool
video_list_hides(struct programme *p, const char *title, uint32_t line)
{
	if (!is_hidden(title))
		return false;
	programme_begin(p);
	build_warn(p->build, line,
	    told(p->arena, "%s left out", programme_line(p, title)));
	return true;
}

static const char *
url_of(const struct programme *p, const struct value *video)
{
	static const char *const pages[] = {
	    "webpage_url", "original_url", "url", NULL};
	static const char *const keys[] = {
	    "ie_key", "extractor_key", "extractor", NULL};
	const char *url = value_any(video, pages);
	const char *id = value_text(video, "id");
	const char *site = value_any(video, keys);

	/* Old lists have the id alone. */
	if (strstr(url, "://") || !*id || (*site != 'Y' && *site != 'y'))
		return url;
	return arena_printf(p->arena, "https://www.youtube.com/watch?v=%s", id);
}

/* The chapters as a list: "* 1:02:03 Questions". */
static const char *
chapters_of(const struct programme *p, const struct value *video)
{
	const struct value *first = value_list(video, "chapters");
	size_t room = 1, n = 0;
	char *list;

	for (const struct value *c = first; c; c = c->next)
		room += LEAD + strlen(value_text(c, "title"));
	list = arena_alloc(p->scratch, room);
	for (const struct value *c = first; c; c = c->next) {
		unsigned at = (unsigned)strtoul(
		    value_text(c, "start_time"), NULL, 10);

		n += (size_t)snprintf(list + n, room - n, "* ");
		if (at >= 3600)
			n += (size_t)snprintf(
			    list + n, room - n, "%u:", at / 3600);
		n += (size_t)snprintf(list + n, room - n, "%02u:%02u %s\n",
		    at / 60 % 60, at % 60, value_text(c, "title"));
	}
	return list;
}

static void
add_video(struct programme *p, const struct value *video, const char *list)
{
	struct programme_talk *talk = programme_clear(p, video->line);
	struct programme_link link = {
	    .url = url_of(p, video), .line = video->line, .video = true};
	const char *title = value_text(video, "title");
	unsigned long seconds = strtoul(
	    value_text(video, "duration"), NULL, 10);

	if (video->broken || video->type != VALUE_OBJECT)
		return;
	if (video_list_hides(p, title, video->line))
		return;
	talk->title = title;
	talk->track = list;
	talk->minutes = seconds < 60UL * UINT16_MAX
	    ? (uint16_t)((seconds + 30) / 60)
	    : 0;
	talk->language = value_text(video, "language");
	talk->slug = value_text(video, "display_id");
	if (strcmp(talk->slug, value_text(video, "id")) == 0)
		talk->slug = NULL;
	talk->text[PROGRAMME_DESCRIPTION] = programme_plain(
	    p->scratch, value_text(video, "description"));
	talk->text[PROGRAMME_CHAPTERS] = chapters_of(p, video);
	programme_link(p, &link);
	programme_build(p);
}

/* Adds what is in a list; `list` is its name, NULL for the outermost. */
static void
add_entries(struct programme *p, const struct value *root, const char *list)
{
	for (const struct value *entry = value_list(root, "entries"); entry;
	     entry = entry->next) {
		if (value_has(entry, "entries"))
			add_entries(p, entry, value_text(entry, "title"));
		else
			add_video(p, entry, list);
	}
}

void
video_list_add(struct programme *p, const struct value *root)
{
	if (value_has(root, "entries")) {
		programme_name(p, value_text(root, "title"));
		programme_begin(p)->origin = programme_line(
		    p, value_text(root, "webpage_url"));
		add_entries(p, root, NULL);
		return;
	}
	if (p->talks == 0)
		programme_name(p, value_text(root, "playlist_title"));
	add_video(p, root, NULL);
}
