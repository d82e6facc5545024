/*
 * What of a document's nodes tells of a talk: its line, and the lines below.
 */
#ifndef LECTERN_TALK_TEXT_H
#define LECTERN_TALK_TEXT_H

#include <stdbool.h>
#include <stdint.h>

#include "source/markdown/columns.h"
#include "source/markdown/manner.h"
#include "source/markdown/md.h"
#include "source/markdown/roles.h"

struct arena;

/*
 * Reads the talk that node `i` is; `columns` are those of its table, where it
 * is a row.  Returns the node after its line.  The lines below are looked at
 * where `below` is set.
 */
uint32_t talk_text_read(struct arena *arena, const struct markdown *md,
    const struct shape *shape, uint32_t i, const struct columns *columns,
    bool below, struct talk_text *text);

/*
 * Takes for the speakers who stands below the heading "Speakers", if that is the
 * first one of the nodes [i, end) and nothing else is below it.
 */
void talk_text_people(struct arena *arena, const struct markdown *md,
    uint32_t i, uint32_t end, struct talk_text *text);

/*
 * The lines below a talk's own, from node `i` on, after what its own paragraph
 * goes on with (`rest`, or NULL).
 */
void talk_text_below(struct arena *arena, const struct markdown *md,
    const struct shape *shape, uint32_t i, uint32_t end,
    const struct line *rest, struct talk_text *text);

/*
 * Whether heading `i` and the one right above it are of one talk: one of them
 * is names, the other the title, which may read as names, too.
 */
bool
talk_text_is_half(struct arena *arena, const struct markdown *md, uint32_t i);

/* Decides on the manner of a document from its talks.  See talk_sample.c. */
void talk_text_manner(struct arena *arena, const struct markdown *md,
    const struct shape *shape, struct manner *manner);

#endif
