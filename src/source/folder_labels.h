/*
 * Labels of a folder: headings that recur over its files, such as "Setting the
 * scene", name parts of notes there, and no talks.
 */
#ifndef LECTERN_FOLDER_LABELS_H
#define LECTERN_FOLDER_LABELS_H

#include <stdbool.h>
#include <stddef.h>

#include "source/built.h"

#define FOLDER_LABELS_LEAST 3 /* members of a folder that is looked at */

struct strmap;

/*
 * Finds the titles that, of three or more members of one folder, at least two
 * and a third have.  Adds them to `labels`, owned by `arena`.  Returns whether
 * there are some.
 */
bool folder_labels_find(
    const struct built *built, struct arena *arena, struct strmap *labels);

#endif
