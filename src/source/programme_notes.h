/*
 * The notes of a talk of a programme: texts and links as its document has them,
 * until they are asked for.
 */
#ifndef LECTERN_PROGRAMME_NOTES_H
#define LECTERN_PROGRAMME_NOTES_H

#include "source/body_data.h"
#include "source/builder.h"
#include "source/programme.h"

/*
 * Keeps the texts and links of a talk; copies to the arena what the programme
 * (NULL: none) does not say that it lasts.
 */
const struct programme_notes *programme_notes_keep(struct arena *arena,
    const struct programme *programme, const struct programme_talk *talk);

/* Builds them as blocks and links of the open talk. */
void
programme_notes_build(struct build *build, const struct programme_notes *notes);

/* Reads the blocks and links of a talk whose body waits. */
void programme_notes_read(struct body *body, const struct talk *talk);

/* Returns a link as it is kept, clean and encoded; NULL if nothing is in it. */
const char *programme_notes_url(struct arena *arena, const char *url);

#endif
