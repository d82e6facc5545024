/*
 * The sieve: leaves out of a document what a query surely does not find there,
 * so that a search that is asked once need not build the talks that it will
 * not print.
 *
 * Only of a flat document something is left out: headings of one level, each
 * with plain notes, none of them a day's.  Each of its sections is a talk,
 * whatever the rules would make of those that are left.
 */
#ifndef LECTERN_PREFILTER_H
#define LECTERN_PREFILTER_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "lectern/model/query.h"
#include "source/markdown/outline.h"

struct prefilter; /* a query made ready; many may look through it at a time */

/* Names that talks may get for a track although they are not in the text. */
struct prefilter_names {
	const char **name;
	size_t n;
};

/*
 * Makes a sieve of a query, which must outlive it; to be freed with
 * prefilter_free().  NULL where the query may find a talk by other words than the
 * document's; own notes are not thought of unless the query names them.
 */
struct prefilter *
prefilter_new(const struct query *query, const struct prefilter_names *names);
void prefilter_free(struct prefilter *prefilter);

/* What a sieve makes of the sections of a scan; freed with prefilter_drop(). */
struct prefiltered {
	struct outline *outline; /* borrowed */
	bool *keep;              /* of each section */
	uint64_t *tail;          /* of its URL, 0: none; see sieve.c */
	int level;               /* of all headings, 0: there are none */
	bool flat; /* as far as these sections go, the document is */
};

/* Looks at each section of a scan of the `len` bytes at `text`, or of a part. */
void prefilter_look(const struct prefilter *prefilter, struct outline *outline,
    const char *text, size_t len, struct prefiltered *prefiltered);

/*
 * Removes from the scans of a document's `n` parts, in order, what is not kept.
 * One section at least is left, and of talks with one video all or none, so
 * that ids stay what they are.  Returns the level of the talks; 0, with nothing
 * removed: the document is not flat.
 */
int prefilter_remove(struct prefiltered *const *prefiltereds, size_t n);

/*
 * Up to `most` of the talks of all outlines, evenly spread, before any are
 * removed; their number goes to `*count`.  To be freed.
 */
struct section *prefilter_sample(struct prefiltered *const *prefiltereds,
    size_t n, size_t most, size_t *count);

/* Frees what the sift owns. */
void prefilter_drop(struct prefiltered *prefiltered);

#endif
