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

struct sieve; /* a query made ready; many may look through it at a time */

/* Names that talks may get for a track although they are not in the text. */
struct sieve_names {
	const char **name;
	size_t n;
};

/*
 * Makes a sieve of a query, which must outlive it; to be freed with
 * sieve_free().  NULL where the query may find a talk by other words than the
 * document's; own notes are not thought of unless the query names them.
 */
struct sieve *
sieve_new(const struct query *query, const struct sieve_names *names);
void sieve_free(struct sieve *sieve);

/* What a sieve makes of the sections of a scan; freed with sieve_drop(). */
struct sift {
	struct scan *scan; /* borrowed */
	bool *keep;        /* of each section */
	uint64_t *tail;    /* of its URL, 0: none; see sieve.c */
	int level;         /* of all headings, 0: there are none */
	bool flat;         /* as far as these sections go, the document is */
};

/* Looks at each section of a scan of the `len` bytes at `text`, or of a part. */
void sieve_look(const struct sieve *sieve, struct scan *scan, const char *text,
    size_t len, struct sift *sift);

/*
 * Removes from the scans of a document's `n` parts, in order, what is not kept.
 * One section at least is left, and of talks with one video all or none, so
 * that ids stay what they are.  Returns the level of the talks; 0, with nothing
 * removed: the document is not flat.
 */
int sieve_remove(struct sift *const *sifts, size_t n);

/* Frees what the sift owns. */
void sieve_drop(struct sift *sift);

#endif
