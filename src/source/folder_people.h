/*
 * Speakers whom a talk of a folder names by the file on them: "ann_one", with
 * ann_one.md or ann_one/index.md in a folder that is called "speakers", "authors"
 * or "people" and is beside the talk or one of the two folders around it.
 */
#ifndef LECTERN_FOLDER_PEOPLE_H
#define LECTERN_FOLDER_PEOPLE_H

#include "source/built.h"

/*
 * Calls them as these files do.  Who has none stays as the talk names them.
 */
void folder_people_name(struct built *built);

#endif
