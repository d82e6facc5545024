/*
 * Builds talks and tracks from the nodes of a Markdown document.
 */
#ifndef LECTERN_TALKS_H
#define LECTERN_TALKS_H

#include <stddef.h>
#include <stdint.h>

#include "source/builder.h"
#include "source/markdown/markdown.h"
#include "source/markdown/shape.h"

struct front_matter;
struct manner;

/*
 * Builds the talks and tracks of a document, whose conference has begun and is
 * ended.  `name` is for the talk of a document that is one talk and has no name
 * of its own, `front` what its front matter says.  A talk with MD_LATER among its nodes waits: it has no blocks
 * yet.  Returns the name that the document gives itself, or NULL.  Where `md`
 * is passing, its nodes are not to be read any more.  Notes in `manner` what is
 * told of the only talk.
 */
const char *talks_build(struct build *build, const struct markdown *md,
    const struct shape *shape, struct manner *manner, const char *name,
    const struct front_matter *front);

/*
 * Returns the node behind all that belongs to a talk that is an item or a row:
 * its address may stand in an item of its own.
 */
uint32_t
talks_end(const struct markdown *md, const struct shape *shape, uint32_t i);

/*
 * Builds the notes of a talk that is known already, whose heading is the first
 * node.
 */
void talks_build_notes(
    struct build *build, const struct markdown *md, const struct talk *known);

#endif
