/*
 * The name that a document gives itself.
 */
#ifndef LECTERN_OWN_NAME_H
#define LECTERN_OWN_NAME_H

#include "source/markdown/walk.h"

/*
 * Returns the name of the document, where it has one before its only talk begins,
 * or NULL; it may be its only track's, too.
 */
const char *own_name_find(const struct walk *w);

#endif
