/*
 * Talks as pyvideo.org keeps them: a file of JSON for each, in the folder of a
 * conference, beside a file category.json that has the conference's name.
 */
#ifndef LECTERN_PYVIDEO_H
#define LECTERN_PYVIDEO_H

#include "source/programme.h"
#include "source/value.h"

/* Whether a document is a talk, or tells the conference's name. */
bool pyvideo_is(const struct value *root);

/* Builds the talk, or sets the name. */
void pyvideo_add(struct programme *programme, const struct value *root);

#endif
