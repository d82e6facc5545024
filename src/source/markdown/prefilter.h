/*
 * The prefilter: leaves out sections of a document that a query surely does not
 * find, so that a single search need not build talks that it will not print.
 *
 * It only works on a flat document: all headings are of one level, none is a
 * day, and each has plain notes.  There each section is a talk, no matter which
 * sections are left out.
 */
#ifndef LECTERN_PREFILTER_H
#define LECTERN_PREFILTER_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "lectern/model/notes.h"
#include "lectern/model/query.h"
#include "source/markdown/outline.h"

struct prefilter; /* a prepared query; threads may share it */

/* Names of tracks that talks may get although they are not in the text. */
struct prefilter_names {
	const char *own; /* the document's */
	/* Returns others, or NULL; asked only where sections may be left out. */
	const struct notes *(*other)(void *loader);
	void *loader;
};

/*
 * Makes a prefilter of a query, which must outlive it; to be freed with
 * prefilter_free().  Returns NULL if the query may find talks by words that are
 * not in the document.  Ignores own notes unless the query names them.
 */
struct prefilter *
prefilter_new(const struct query *query, const struct prefilter_names *names);
void prefilter_free(struct prefilter *prefilter);

/* The result for the sections of an outline; freed with prefilter_drop(). */
struct prefiltered {
	struct outline *outline; /* borrowed */
	uint8_t *lacks;          /* groups of the query that each section
	                            surely lacks, as bits */
	bool *keep;              /* of each section */
	uint64_t *tail;          /* end of its URL; 0: none; see prefilter.c */
	size_t fields;           /* lines that may be talks by these */
	int level;               /* of all headings; 0: there are none */
	bool flat;               /* these sections fit a flat document */
};

/*
 * Looks at each section of an outline of the `len` bytes at `text`, or of a
 * part.
 */
void prefilter_look(const struct prefilter *prefilter, struct outline *outline,
    const char *text, size_t len, struct prefiltered *prefiltered);

/*
 * Removes the sections that the query surely does not find from the outlines of a document's `n`
 * parts, in order.  Leaves at least one section, and of talks with the same
 * video all or none, so that ids stay the same.  Returns the level of the
 * talks; 0, with nothing removed, if the document is not flat.
 */
int prefilter_remove(const struct prefilter *prefilter,
    struct prefiltered *const *prefiltereds, size_t n);

/*
 * Returns up to `most` of the talks of all outlines, evenly spread, to be
 * freed; their number goes to `*count`.  Call it before any are removed.
 */
struct section *prefilter_sample(struct prefiltered *const *prefiltereds,
    size_t n, size_t most, size_t *count);

/* Frees the result. */
void prefilter_drop(struct prefiltered *prefiltered);

#endif
