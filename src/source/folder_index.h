/*
 * Documents that list the files beside them.
 */
#ifndef LECTERN_FOLDER_INDEX_H
#define LECTERN_FOLDER_INDEX_H

#include "source/built.h"

/*
 * Takes members of folders for programmes, two talks of which and half of all
 * link to others by relative paths: what such a README lists are the
 * talks in those files, with which they are joined.
 */
void folder_index_find(struct built *built);

#endif
