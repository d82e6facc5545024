/*
 * Talks of who writes the document: "My talks".  What stands beside their titles is
 * where they were, and nobody else.
 */
#ifndef LECTERN_OWN_TALKS_H
#define LECTERN_OWN_TALKS_H

#include <stdbool.h>

#include "source/markdown/manner.h"
#include "source/markdown/md.h"
#include "source/markdown/shape.h"

/* Whether all talks of a document stand below such a heading. */
bool own_talks_are(const struct markdown *md, const struct shape *shape);

/* Leaves names that only a sign parts from the titles. */
void own_talks_leave(struct manner *manner);

#endif
