/*
 * A query: what was typed, parsed to plain data.  Parsing never fails: what
 * means nothing in the language is looked for as it stands.
 *
 * The language is in query_examples().  Signs combine in this order: `!` or `-`,
 * field, `^` or `~`, word or quotes.
 */
#ifndef LECTERN_QUERY_H
#define LECTERN_QUERY_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* Where a word may stand, best first. */
enum field {
	FIELD_TITLE,
	FIELD_SPEAKERS,
	FIELD_OWN, /* the reader's own note */
	FIELD_TRACK,
	FIELD_BODY, /* the notes */
	FIELD_URL,  /* only where it is asked for, as are */
	FIELD_TAGS, /* the reader's tags */
	FIELD_COUNT,
};

#define FIELD_BIT(field) (1u << (field))

/* What a term without a field looks at. */
#define FIELDS_USUAL \
	(FIELD_BIT(FIELD_TITLE) | FIELD_BIT(FIELD_SPEAKERS) | \
	    FIELD_BIT(FIELD_OWN) | FIELD_BIT(FIELD_TRACK) | \
	    FIELD_BIT(FIELD_BODY))

/* What a talk may be or have. */
enum state {
	STATE_NONE,
	STATE_MARKED, /* with a kind of marks */
	STATE_NOT_MARKED,
	STATE_URL,
	STATE_NOTES,
};

/* One term: a state, or text in one of its fields. */
struct term {
	const char *text; /* folded, or stripped where the case matters; no
	                     blanks at its ends; empty for a state */
	size_t len;
	uint32_t group;  /* terms of a group are alternatives */
	uint8_t fields;  /* bits FIELD_BIT(enum field) */
	uint8_t state;   /* enum state */
	uint16_t kind;   /* enum mark_kind, for those states */
	bool no;         /* a talk must not have it */
	bool exact_case; /* the text has a capital */
	bool starts;     /* a word begins there */
	bool fuzzy;      /* the letters in this order, others between them */
};

/* A parsed query.  `text` and the terms are owned by it. */
struct query {
	char *text;         /* as typed */
	struct term *terms; /* by group; one of each group must hold */
	size_t nterms;      /* 0: everything matches */
	struct arena *arena;
};

/* Bytes [start, end) of a shown string. */
struct range {
	uint32_t start, end;
};

/*
 * Parses `text` (clean UTF-8, not the query's own) into `*query`, which is
 * zeroed before its first use and may be parsed into again; to be freed with
 * query_free().  An unclosed quote reaches to the end, so that the words are
 * side by side from the first one typed; a `|` with nothing before it is a
 * word, with nothing after it is still being typed.
 */
void query_parse(struct query *query, const char *text);
void query_free(struct query *query);

/*
 * Whether all that matches `query` matched `before`, so that only the hits of
 * that one have to be looked at: a letter was added to a word, or a word.
 */
bool query_narrows(const struct query *query, const struct query *before);

/*
 * Finds where the terms that a talk must have match in a shown string which
 * stands in `field`, for highlighting.  Fills at most `max` disjoint ranges in
 * order, each of whole clusters, and returns their number.
 */
size_t query_ranges(const struct query *query, enum field field, const char *s,
    size_t len, struct range *ranges, size_t max);

/*
 * Where the letters of a fuzzy term stand in the folded `s`, from the first
 * on: true where all are there, in order.  Their offsets go to `at`, which has
 * room for term->len, unless it is NULL.
 */
bool
query_fuzzy(const struct term *term, const char *s, size_t len, size_t *at);

/* What can be typed, and what it finds. */
struct query_example {
	const char *query;
	const char *finds; /* the talks that have ..., without a full stop */
};

/* The language in examples, for help and manual, and their number. */
const struct query_example *query_examples(size_t *n);

#endif
