#include "lectern/model/notes.h"

#include <stdlib.h>
#include <string.h>

#include "lectern/base/arena.h"
#include "lectern/base/mem.h"
#include "lectern/model/link.h"

#define PREFIX_LEAST 4 /* characters of an id that may stand for it */

void
notes_free(struct notes *notes)
{
	if (notes)
		arena_free(notes->arena);
}

const struct talk *
notes_find(const struct notes *notes, const char *id)
{
	const struct talk *prefixed = NULL;
	size_t len = strlen(id);
	bool unique = len >= PREFIX_LEAST;

	for (uint32_t i = 0; i < notes->ntalks; i++) {
		const struct talk *talk = &notes->talks[i];

		if (strcmp(talk->id, id) == 0 || strcmp(talk->key, id) == 0 ||
		    (talk->url && strcmp(talk->url, id) == 0))
			return talk;
		if (strncmp(talk->id, id, len) == 0) {
			unique = unique && !prefixed;
			prefixed = talk;
		}
	}
	return unique ? prefixed : NULL;
}

struct notes_text
notes_track_text(const struct notes *notes, const struct track *track)
{
	const struct source *source = &notes->sources[track->source];

	if (track->line == 0 && strcmp(track->name, source->name) == 0)
		return (struct notes_text){source->blocks, source->nblocks};
	return (struct notes_text){track->blocks, track->nblocks};
}

struct notes_abouts
notes_abouts(const struct notes *notes, const struct talk *talk)
{
	const uint32_t index = (uint32_t)(talk - notes->talks);
	uint32_t from = 0, to = notes->nabouts, n = 0;

	while (from < to) {
		uint32_t middle = from + (to - from) / 2;

		if (notes->abouts[middle].talk < index)
			from = middle + 1;
		else
			to = middle;
	}
	while (
	    from + n < notes->nabouts && notes->abouts[from + n].talk == index)
		n++;
	return (struct notes_abouts){n > 0 ? notes->abouts + from : NULL, n};
}

const char *
notes_path(const struct notes *notes, const struct talk *talk)
{
	return notes_more(talk)->path ? notes_more(talk)->path
				      : notes->sources[talk->source].path;
}

const char *
notes_label(const struct notes *notes, uint32_t source)
{
	const struct source *s = &notes->sources[source];

	return s->label ? s->label : s->name;
}

char *
notes_speakers(const struct talk *talk)
{
	size_t size = 1;

	for (uint32_t i = 0; i < talk->nspeakers; i++)
		size += strlen(talk->speakers[i]) + 2;

	char *line = mem_resize(NULL, size, 1), *end = line;

	for (uint32_t i = 0; i < talk->nspeakers; i++) {
		size_t len = strlen(talk->speakers[i]);

		if (i > 0) {
			memcpy(end, ", ", 2);
			end += 2;
		}
		memcpy(end, talk->speakers[i], len);
		end += len;
	}
	*end = '\0';
	return line;
}

bool
notes_has_video(const struct talk *talk)
{
	return talk->url && link_is_video(talk->url);
}

static bool
differ(const char *a, const char *b)
{
	return a && b && strcmp(a, b) != 0;
}

bool
notes_has_moved(const struct talk *now, const struct talk *was)
{
	return differ(now->day, was->day) || differ(now->start, was->start) ||
	    differ(now->room, was->room);
}

const char *
notes_source_name(const struct notes *notes, uint32_t source)
{
	const struct source *own = &notes->sources[source];
	const char *slash = strrchr(own->path, '/');

	for (uint32_t i = 0; i < notes->nsources; i++) {
		if (i != source &&
		    strcmp(notes->sources[i].name, own->name) == 0)
			return slash ? slash + 1 : own->path;
	}
	return own->name;
}
