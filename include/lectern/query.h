/*
 * A query: what was typed, parsed to plain data.  Parsing never fails.
 */
#ifndef LECTERN_QUERY_H
#define LECTERN_QUERY_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* One term: a folded substring that a talk must have. */
struct term {
	const char *text; /* folded, NUL-terminated, not empty */
	size_t len;
};

/* A parsed query.  `text` and the terms are owned by it. */
struct query {
	char *text;         /* as typed */
	struct term *terms; /* all must match */
	size_t nterms;      /* 0: everything matches */
	struct arena *arena;
};

/* Bytes [start, end) of a shown string. */
struct range {
	uint32_t start, end;
};

/*
 * Parses `text` (clean UTF-8) into `*query`, which need not be initialised;
 * to be freed with query_free().  Terms part at blanks; "two words" in double
 * quotes are one term, and an unclosed quote reaches to the end.
 */
void query_parse(struct query *query, const char *text);
void query_free(struct query *query);

/*
 * Finds where the query's terms match in a shown string, for highlighting.
 * Fills at most `max` disjoint ranges in order, each of whole clusters, and
 * returns their number.
 */
size_t query_ranges(const struct query *query, const char *s, size_t len,
    struct range *ranges, size_t max);

#endif
