/*
 * Finds the shape of a document: which of its nodes are tracks and which are
 * talks.  The head of shape.c has the rules.
 */
#ifndef LECTERN_SHAPE_H
#define LECTERN_SHAPE_H

#include "source/markdown/md.h"
#include "source/markdown/roles.h"

struct strmap;

/*
 * Finds the shape of `md`.  `want` and `level` (1 to 6; 0: by the rules) take
 * the place of the rules' own choice where the document has it; `said` is
 * whether its front matter names a speaker or a video.  `labels`, or NULL, are
 * headings that name parts of notes: see folder_labels.h.
 */
void shape_find(struct shape *shape, const struct markdown *md,
    enum shape_kind want, int level, bool said, const struct strmap *labels);
void shape_free(struct shape *shape);

#endif
