/*
 * Folders in which each file has one talk.
 */
#ifndef LECTERN_FOLDER_H
#define LECTERN_FOLDER_H

#include "source/built.h"

/*
 * Makes one conference of those that follow each other, are parts and come from
 * one folder, or from the folder `videos` in it.  It has the name that one
 * without talks has, or else that of the folder.
 */
void folder_join(struct built *built);

#endif
