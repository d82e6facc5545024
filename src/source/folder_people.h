/*
 * Speakers whom a talk of a folder names by the file on them: "ann_one", with
 * speakers/ann_one.md beside the folder of the talk.
 */
#ifndef LECTERN_FOLDER_PEOPLE_H
#define LECTERN_FOLDER_PEOPLE_H

#include "source/built.h"

/*
 * Calls them as these files do.  Who has none stays as the talk names them.
 */
void folder_people_name(struct built *built);

#endif
