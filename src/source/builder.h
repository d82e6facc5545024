/*
 * The builder: what readers of all formats build conferences with.  A reader
 * calls build_conference() once, and then, in the order of the document,
 * build_track() and build_talk(), each followed by what belongs to it.
 *
 * All strings that are handed over are clean (see text_clean) and constants or
 * owned by build_arena(); lines are those of the document, from 1.
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
 * A builder that takes from the arena.  `progress` (may be NULL) is told how
 * far readers are.  To be freed with build_free(), which keeps what the arena
 * owns.
 */
struct build *build_new(struct arena *arena, struct progress *progress);
void build_free(struct build *build);

struct arena *build_arena(const struct build *build);

/* What was built so far, of all conferences; freed with the builder. */
struct built *build_result(struct build *build);

/* Tells of `done` of `total` pieces of work; false: the reader is to stop. */
bool build_tell(const struct build *build, size_t done, size_t total);

/*
 * Begins the conference of a document, which ends the one before.  Returns it:
 * the reader may set its name and its shape until the next one begins.
 */
struct source *
build_conference(struct build *build, const char *path, const char *name);

/* Ends the conference, and with it what is open. */
void build_end(struct build *build);

/* Begins a track, and returns its number.  The talks that follow are in it. */
uint32_t build_track(struct build *build, const char *name, uint32_t line);

/* Goes on in a track of this conference, or in BUILT_NO_TRACK. */
void build_in_track(struct build *build, uint32_t track);

/*
 * Begins a talk, which ends the one before.  Returns it: until it ends, the
 * reader may set its title, speakers, day, room and URL.  Without a URL it gets
 * the first of its links that leads to a video, else the first one.
 */
struct talk *build_talk(struct build *build, const char *title, uint32_t line);

/* Tells the URL of the open talk; NULL, or none that opens: it has none. */
void build_url(struct build *build, const char *url);

/* Ends the talk, if one is open: what follows stands outside talks. */
void build_end_talk(struct build *build);

/* Adds a link to the open talk, if there is one, or warns of why it is not. */
void build_link(struct build *build, const char *url);

/*
 * Adds a block, and the links in its text, to the open talk, or else to the
 * track or conference.  `only_url` is the URL that is all that the block says,
 * or NULL: the block is left out where the URL turns out to be the talk's.
 */
void build_block(
    struct build *build, const struct block *block, const char *only_url);

/*
 * The same for a URL that may be a path beside the document; NULL where the
 * reader knows that the talk has none, whatever links it has.
 */
void build_own_url(struct build *build, const char *url);

/* Adds a block, as build_block(), that stands before all of the open talk. */
void build_remark(
    struct build *build, const struct block *block, const char *only_url);

/*
 * The notes of the open talk are read later: its blocks are none but those that
 * build_remark() added.
 */
void build_later(struct build *build);

/*
 * Takes a talk that is whole, with its body, whose track is one of this
 * conference or BUILT_NO_TRACK; and the blocks that stand outside talks below the
 * track that was begun last, or in none.
 */
void build_take_talk(struct build *build, const struct talk *talk);
void
build_take_blocks(struct build *build, const struct block *blocks, uint32_t n);

/* Says whether talks of this conference are left out: see struct conference. */
void build_left_out(struct build *build, bool left_out);

/* Warns of a line of the document. */
void build_warn(struct build *build, uint32_t line, const char *text);

#endif
