/*
 * Warnings for the authors of documents.
 */
#ifndef LECTERN_WARNINGS_H
#define LECTERN_WARNINGS_H

#include "source/built.h"

/*
 * Adds a warning for each talk without a speaker, a URL or notes, or with the
 * URL of another; then sorts all warnings by their places.
 */
void warnings_find(struct built *built);

#endif
