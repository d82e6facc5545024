/*
 * How to read documents.
 */
#ifndef LECTERN_LOAD_OPTIONS_H
#define LECTERN_LOAD_OPTIONS_H

#include <stdbool.h>
#include <stddef.h>

#include "lectern/base/progress.h"
#include "lectern/model/query.h"
#include "lectern/source/load_pairs.h"

/* The shape of Markdown documents, for when the rules choose wrongly. */
enum load_shape {
	LOAD_SHAPE_AUTO,
	LOAD_SHAPE_LIST,
	LOAD_SHAPE_HEADINGS,
	LOAD_SHAPE_PARAGRAPHS,
};

/* What is said of how a source is to be read: see load_check_words(). */
struct load_source {
	char *path; /* or its end, after a slash */
	char *words;
};

/* Zeroed to begin with. */
struct load_options {
	enum load_shape shape;
	int talk_level;      /* 1-6, or 0: chosen by the rules */
	const char *bundled; /* path of the conference whose tracks are looked
	                        up by video for talks without one; NULL: none */
	const struct load_source *sources; /* nsources of them, borrowed */
	size_t nsources;
	/* Tells what is settled of which talks are the same, by the marks at
	   this path, if sources may be joined; NULL: nothing is. */
	void (*pairs)(const char *marks, struct load_pairs *pairs);
	const char *marks;
	struct progress *progress; /* told how far reading is; may be NULL */
	const struct query *only;  /* talks that this query surely does not find
	                              may be left out; only if no talk has an
	                              own note.  NULL: none is left out */
	size_t parts; /* parallel parts of a document, at most PARALLEL_MOST; 0:
	                 as many as are worth it */
	size_t first; /* read no more bytes than these and tell so in the notes,
	                 for a first screen; 0: all */
	bool cache;   /* take what was read before from the cache, and keep
	                 what took long there */
	bool pauses;  /* breaks that stand among talks are talks: see pauses.h */
	bool warn;    /* look for flaws that authors may want to mend */
	bool whole;   /* parse all at once, by libcmark alone: for tests */
};

#endif
