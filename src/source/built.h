/*
 * What readers have built, over all documents.
 */
#ifndef LECTERN_BUILT_H
#define LECTERN_BUILT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "lectern/base/arena.h"
#include "lectern/model/notes.h"

#define BUILT_NO_TRACK UINT32_MAX /* its track is found later */

/* A conference. */
struct conference {
	struct source source;
	bool programme; /* a programme or list of videos: see join_sources() */
	bool part;      /* of that of its folder: see folder_join() */
	bool page;      /* of a site, where it stands among talks */
	bool apart;     /* its talks have keys, and no two one id */
	bool single;    /* it reads as the notes of one talk: on top stands who
	                   speaks, or all of it has a title in front matter */
	size_t root;   /* bytes of its path that name the folder that was given;
	                   0: none */
	bool left_out; /* talks that a query surely does not find are left
	                  out */
};

/*
 * All that was built.  Talks and tracks have their blocks and links; what
 * depends on other talks (keys, ids, the tracks' lists of talks) is not set
 * yet.
 */
struct built {
	struct arena *arena; /* owns strings and blocks */
	struct conference *conferences;
	struct track *tracks;
	struct talk *talks;
	struct about *abouts;
	struct warning *warnings; /* about single lines */
	struct joined *joined;
	size_t nconferences, conferences_cap;
	size_t ntracks, tracks_cap;
	size_t ntalks, talks_cap;
	size_t nabouts, abouts_cap;
	size_t nwarnings, warnings_cap;
	size_t njoined, joined_cap;
};

/* Adds a track, and returns its number. */
uint32_t built_track(struct built *built, const struct track *track);

/*
 * Makes room for `n` more talks at once: an array of many that grows is copied,
 * and its pages are touched several times.
 */
void built_more_talks(struct built *built, size_t n);

/* Adds a talk. */
void built_talk(struct built *built, const struct talk *talk);

/*
 * Returns what a talk has besides, to be changed: a copy of its own in the arena,
 * since talks may share it.
 */
struct talk_more *built_more(struct arena *arena, struct talk *talk);

/* Adds a text that is told with a talk. */
void built_about(struct built *built, const struct about *about);

/* Adds a warning; its text is a constant or owned by the arena. */
void built_warn(struct built *built, const struct warning *warning);

/*
 * Returns all that was built as notes, which then own the arena; nothing is
 * left.
 */
struct notes *built_notes(struct built *built);

/* Frees what is not in the arena. */
void built_free(struct built *built);

#endif
