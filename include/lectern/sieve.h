/*
 * The sieve: leaves out of a document what a query surely does not find there,
 * so that a search that is asked once need not build the talks that it will
 * not print.
 */
#ifndef LECTERN_SIEVE_H
#define LECTERN_SIEVE_H

#include <stdbool.h>
#include <stddef.h>

#include "lectern/query.h"
#include "lectern/scan.h"

/* Names that talks may get for a track although they are not in the text. */
struct sieve_names {
	const char **name;
	size_t n;
};

/*
 * Removes sections from the scan of `text`.  Only where the document is flat:
 * headings of one level, each with plain notes, none of them a day's; `*level`
 * is that level then, and each section is a talk whatever the rules would make
 * of those that are left.  At least one is left, and of talks with one video
 * all or none, so that ids stay what they are.  False, with nothing removed: it
 * is not so, or the query may find a talk by other words than the document's;
 * own notes are not thought of unless the query names them.
 */
bool sieve_scan(struct scan *scan, const char *text, size_t len,
    const struct query *query, const struct sieve_names *names, size_t parts,
    int *level);

#endif
