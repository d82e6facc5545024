/*
 * Front matter: data that site generators put before a document.
 */
#ifndef LECTERN_FRONT_MATTER_H
#define LECTERN_FRONT_MATTER_H

#include <stdbool.h>
#include <stddef.h>

struct arena;

/* What it says, without quotes; NULL: nothing. */
struct front_matter {
	const char *title;
	const char *speakers; /* with commas between */
	const char *url;      /* of a video */
	const char *date;     /* as it is written */
	const char *name;     /* which is the title where there is none */
	const char *track;
	const char *category; /* the first; a track where there is none */
	const char *authors;  /* speakers, if it is plainly of a talk */
	const char *end;      /* when the talk ends, as it is written */
	const char *layout; /* what the site makes of it */
	const char *room, *location, *event, *event_url, *type;
	const char *abstract, *summary;    /* may have several lines */
	const char *slides, *code, *paper; /* addresses */
	/* While reading a list or text: */
	const char **list; /* of which field, or NULL */
	char *more;        /* that field as far as it was read, or NULL */
	size_t more_len, more_room;
};

/*
 * Returns how many bytes at the start of a clean document are front matter, 0
 * if there is none: YAML between `---` lines, TOML between `+++` lines, a JSON
 * object, or lines of `Key: value` or `key:: value` (two or more, one of them a
 * title, date, author, tags, category or slug) up to an empty line.  `*front` is
 * filled; its strings are owned by the arena.
 */
size_t front_matter_skip(
    struct arena *arena, const char *s, size_t len, struct front_matter *front);

/* Whether it names a speaker or a video: the document tells of one talk. */
bool front_matter_names(const struct front_matter *front);

#endif
