/*
 * Programmes as pretalx itself tells them: the data of its widget, and the
 * talks of its API.
 */
#ifndef LECTERN_PRETALX_H
#define LECTERN_PRETALX_H

#include "source/programme.h"
#include "source/value.h"

/* Whether a document is such data. */
bool pretalx_is(const struct value *root);

/* Builds its talks. */
void pretalx_add(struct programme *programme, const struct value *root);

#endif
