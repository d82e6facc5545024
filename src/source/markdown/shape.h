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
 * What takes the place of the rules' own choice where the document has it, and
 * what is known of it.  Zeroed: nothing.
 */
struct shape_want {
	enum shape_kind kind;
	int level;  /* of the talks among headings, 1 to 6; 0: by the rules */
	bool exact; /* all headings of that level are talks, days as well */
	const char
	    *name;   /* of the document where no heading says it, or NULL */
	bool titled; /* its front matter says it: one bold line is no talk */
	bool full;   /* and who speaks */
};

/* Whether several of the `n` nodes are tracks: one may be the document. */
bool shape_has_tracks(const struct shape *shape, size_t n);

/*
 * Finds the shape of `md`.  `said` is whether its front matter names a speaker
 * or a video.  `labels`, or NULL, are headings that name parts of notes: see
 * folder_labels.h.
 */
void shape_find(struct shape *shape, const struct markdown *md,
    const struct shape_want *want, bool said, const struct strmap *labels);
void shape_free(struct shape *shape);

#endif
