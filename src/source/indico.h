/*
 * Conferences as Indico exports them: export/event/N.json?detail=contributions,
 * or detail=sessions, or detail=subcontributions.
 */
#ifndef LECTERN_INDICO_H
#define LECTERN_INDICO_H

#include "source/programme.h"
#include "source/value.h"

/* Whether a document is such an export. */
bool indico_is(const struct value *root);

/*
 * Builds its talks.  A contribution's track is that of the call for abstracts,
 * or else its session.
 */
void indico_add(struct programme *programme, const struct value *root);

#endif
