/*
 * The builder: readers of all formats build conferences with it.  A reader
 * calls build_conference() once; then, in the order of the document,
 * build_track() and build_talk(), each followed by the calls for what belongs
 * to it.
 *
 * All strings handed over are clean (see text_clean()), and constant or owned
 * by build_arena().  Lines are lines of the document, from 1.
 */
#ifndef LECTERN_BUILDER_H
#define LECTERN_BUILDER_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "lectern/base/arena.h"
#include "lectern/base/progress.h"
#include "lectern/model/notes.h"
#include "source/built.h"

struct build;

/*
 * Returns a builder that allocates in the arena, to be freed with build_free();
 * what was built stays in the arena.  `progress` (may be NULL) is told how far
 * readers are.
 */
struct build *build_new(struct arena *arena, struct progress *progress);
void build_free(struct build *build);

struct arena *build_arena(const struct build *build);

/* Returns what was built so far, of all conferences; freed with the builder. */
struct built *build_result(struct build *build);

/*
 * Tells that `done` of `total` pieces of work are done; false: the reader is to
 * stop.
 */
bool build_tell(const struct build *build, size_t done, size_t total);

/*
 * Ends the open conference and begins that of a document.  Returns it: the
 * reader may set its name and shape until the next one begins.
 */
struct source *
build_conference(struct build *build, const char *path, const char *name);

/* Ends the conference, and with it the open talk and track. */
void build_end(struct build *build);

/* Begins a track and returns its number.  Talks that follow are in it. */
uint32_t build_track(struct build *build, const char *name, uint32_t line);

/* Goes back to a track of this conference, or to BUILT_NO_TRACK. */
void build_in_track(struct build *build, uint32_t track);

/*
 * Ends the open talk and begins one.  Returns it: until it ends, the reader may
 * set its title, speakers, day, room and URL.  Without a URL it gets the first
 * of its links that leads to a video, else the first link.
 */
struct talk *build_talk(struct build *build, const char *title, uint32_t line);

/*
 * Returns a field that is an address as one that can be opened, owned by the
 * build or `url` itself; NULL if it is none.
 */
const char *build_openable(struct build *build, const char *url);

/*
 * Sets the URL of the open talk; it has none if this is NULL or cannot be
 * opened.
 */
void build_url(struct build *build, const char *url);

/* Ends the open talk, if any: what follows stands outside talks. */
void build_end_talk(struct build *build);

/*
 * Where blocks are added now: in the open talk, by its number, or else (it is
 * UINT32_MAX) in a track or BUILT_NO_TRACK.
 */
struct build_place {
	uint32_t talk, track;
};
struct build_place build_place(const struct build *build);

/*
 * Goes back to such a place of this conference; a talk there is open again, and if it
 * has no URL, takes the first video of its links.
 */
void build_go_back(struct build *build, struct build_place place);

/* Takes paths of files beside the document for links of talks, too. */
void build_take_paths(struct build *build);

/* Adds a link to the open talk, if there is one, or warns of why it is not. */
void build_link(struct build *build, const char *url);

/*
 * Adds a block, and the links in its text, to the open talk, or else to the
 * track or conference.  If the block says nothing but a URL, `only_url` is that
 * (else NULL): the block is left out if this becomes the talk's own URL.
 */
void build_block(
    struct build *build, const struct block *block, const char *only_url);

/* Sets what the blocks to come are part of: notes, until it is told. */
void build_block_part(struct build *build, enum block_part part);

/*
 * As build_url(), for a URL that may be a path beside the document; NULL if the
 * talk has none for certain, whatever its links.
 */
void build_own_url(struct build *build, const char *url);

/*
 * As build_block(), for a block that stands before all others of the open talk.
 */
void build_remark(
    struct build *build, const struct block *block, const char *only_url);

/*
 * Leaves the notes of the open talk to be read later: now it has only the
 * blocks that build_remark() added.
 */
void build_later(struct build *build);

/* Leaves all notes and links of the open talk to be read later, from these. */
struct programme_notes;
void
build_later_notes(struct build *build, const struct programme_notes *notes);

/*
 * build_take_talk() takes a complete talk with its body; its track is one of
 * this conference or BUILT_NO_TRACK.  build_take_blocks() takes the blocks that
 * stand outside talks, in the last track begun or in none.
 */
void build_take_talk(struct build *build, const struct talk *talk);
void
build_take_blocks(struct build *build, const struct block *blocks, uint32_t n);

/*
 * Tells whether talks of this conference are left out: see struct conference.
 */
void build_left_out(struct build *build, bool left_out);

/* Tells that this conference is a programme or a list of videos. */
void build_programme(struct build *build);

/*
 * Tells that this conference is a part of that of the document's folder: see
 * folder_join().
 */
void build_part(struct build *build);

/* Says that the document is a page of a site, as "About us", and no talk. */
void build_page(struct build *build);

/* Says that the conference's talks have keys, and no two one id: see keys.h. */
void build_apart(struct build *build);

/* Notes that the document reads as the notes of one talk: see built.h. */
void build_single(struct build *build);

/* Says that a document that is refused is not broken, but something else. */
void build_is_other(struct build *build);

/* Whether that was said since this was asked. */
bool build_was_other(struct build *build);

/* Warns of a line of the document. */
void build_warn(struct build *build, uint32_t line, const char *text);

/* Tells that `lines` lines of the document, 1 or more, are left aside. */
void build_left_aside(
    struct build *build, uint32_t line, uint32_t lines, const char *text);

#endif
