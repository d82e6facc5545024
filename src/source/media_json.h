/*
 * Recordings as the API of media.ccc.de tells them: a conference with its
 * events, a list of events, or one.
 */
#ifndef LECTERN_MEDIA_JSON_H
#define LECTERN_MEDIA_JSON_H

#include "source/programme.h"
#include "source/value.h"

/* Whether a document is such an answer. */
bool media_json_is(const struct value *root);

/* Builds its talks. */
void media_json_add(struct programme *programme, const struct value *root);

#endif
