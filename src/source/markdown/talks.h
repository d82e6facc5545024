/*
 * Building talks and tracks from the nodes of one document.
 */
#ifndef LECTERN_TALKS_H
#define LECTERN_TALKS_H

#include <stddef.h>
#include <stdint.h>

#include "lectern/model/notes.h"
#include "source/markdown/markdown.h"
#include "source/markdown/shape.h"

struct arena;
struct progress;

#define BUILD_NO_TRACK UINT32_MAX

/*
 * What is built, over all documents.  Talks and tracks have their blocks and
 * links; what depends on other talks (ids, the tracks' lists of talks) is not
 * set yet.  A talk without a heading for its track has BUILD_NO_TRACK.
 */
struct build {
	struct arena *arena;       /* owns strings and blocks */
	struct progress *progress; /* is told how far it is; may be NULL */
	struct talk *talks;
	struct track *tracks;
	size_t ntalks, talks_cap;
	size_t ntracks, tracks_cap;
	struct warning *warnings; /* about single lines */
	size_t nwarnings, warnings_cap;
};

/* What else a document says. */
struct built {
	const char *name;           /* that it gives itself, or NULL */
	const struct block *blocks; /* outside talks, where it has no tracks */
	uint32_t nblocks;
};

/*
 * Adds the talks and tracks of a document; `name` is for the talk of a
 * document that is one talk and has no name of its own.  A talk with MD_LATER
 * among its nodes waits: it has no blocks yet.
 */
struct built build_add(struct build *build, const struct markdown *md,
    const struct shape *shape, uint32_t source, const char *name);

/*
 * The blocks of a document as if all of it were the body of one talk, owned by
 * the arena; their number goes to `*count`.
 */
const struct block *
build_blocks(struct arena *arena, const struct markdown *md, uint32_t *count);

/* Adds a warning; `text` is a constant or owned by the arena. */
void build_warn(
    struct build *build, uint32_t source, uint32_t line, const char *text);

/* Frees what is not in the arena. */
void build_free(struct build *build);

#endif
