/*
 * Folders in which each file has one talk.
 */
#ifndef LECTERN_FOLDER_H
#define LECTERN_FOLDER_H

#include "source/built.h"

/*
 * Makes one conference of documents that are one talk each and come from one
 * folder, with their tracks or, for what has none, those that their folders in it
 * are called.  It has the name that a document says that tells of the folder, or
 * else that of the folder.
 *
 * That is so of folders of pyvideo.org, and of others where most documents are
 * one talk that says who spoke, when, or where it can be seen.  The folder is the
 * one that was given, or one in it with a year in its name.
 */
void folder_join(struct built *built);

#endif
