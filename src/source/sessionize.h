/*
 * Programmes as the API of Sessionize tells them: the view All, with speakers
 * and rooms in lists of their own, and the views Sessions and GridSmart.
 */
#ifndef LECTERN_SESSIONIZE_H
#define LECTERN_SESSIONIZE_H

#include "source/programme.h"
#include "source/value.h"

/* Whether a document is such an answer. */
bool sessionize_is(const struct value *root);

/* Builds its talks. */
void sessionize_add(struct programme *programme, const struct value *root);

#endif
