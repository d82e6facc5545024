/*
 * Sentences that tell who gave which talk: "Ann Lee gave a talk on *Ropes*".
 */
#ifndef LECTERN_SPOKE_H
#define LECTERN_SPOKE_H

#include <stdbool.h>
#include <stdint.h>

#include "source/markdown/anatomy.h"

/*
 * Cuts a line that begins with such a sentence; false: it does not.  The title
 * is the first words in bold, italics, quotes or a link.
 */
bool spoke_cut(const struct line *line, struct cut *cut);

/*
 * Returns where what may be names ends, that a line begins with before a verb:
 * "Ann Lee will be presenting"; 0: there is none.
 */
uint32_t spoke_names(const struct line *line);

/* Whether a line is somebody's name, a sign, and a title that is all of a link. */
bool spoke_links(const struct line *line);

#endif
