/*
 * A query: what was typed, as plain data.  Parsing never fails: text that is
 * not of the language is searched for as it stands.
 *
 * query_examples() shows the language.  Signs come in this order: `!` or `-`,
 * field, `^` or `~`, then a word or quotes.
 */
#ifndef LECTERN_QUERY_H
#define LECTERN_QUERY_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct talk;

/* Where a word may stand, best first. */
enum field {
	FIELD_TITLE,
	FIELD_SPEAKERS,
	FIELD_OWN, /* the reader's own note */
	FIELD_TRACK,
	FIELD_BODY,       /* the notes */
	FIELD_URL,        /* searched only if named, as are */
	FIELD_TAGS,       /* the reader's tags */
	FIELD_CONFERENCE, /* this and the rest: a word for the whole talk */
	FIELD_DAY,
	FIELD_ROOM,
	FIELD_LANGUAGE,
	FIELD_COUNT,
};

#define FIELD_BIT(field) (1u << (field))

/* The fields that tell where and when a talk is. */
#define FIELDS_WHERE \
	(FIELD_BIT(FIELD_CONFERENCE) | FIELD_BIT(FIELD_DAY) | \
	    FIELD_BIT(FIELD_ROOM) | FIELD_BIT(FIELD_LANGUAGE))

/* The fields that a term without a field searches. */
#define FIELDS_USUAL \
	(FIELD_BIT(FIELD_TITLE) | FIELD_BIT(FIELD_SPEAKERS) | \
	    FIELD_BIT(FIELD_OWN) | FIELD_BIT(FIELD_TRACK) | \
	    FIELD_BIT(FIELD_BODY))

/* What a talk may be or have. */
enum state {
	STATE_NONE,
	STATE_MARKED, /* has a kind of marks */
	STATE_NOT_MARKED,
	STATE_URL,
	STATE_NOTES,
	STATE_VIDEO,
	STATE_TIMES, /* has a time in the programme */
	STATE_TRANSCRIBED,
	STATE_NEW, /* is new in its document; see system/news.h */
	STATE_AT,  /* takes place between these: `from` and `to` */
};

/* One term: a state, or text in one of its fields. */
struct term {
	const char *text; /* folded, or stripped if `exact_case`; no blanks at
	                     its ends; empty for a state */
	size_t len;
	uint32_t group;    /* terms of one group are alternatives */
	uint16_t fields;   /* bits FIELD_BIT(enum field) */
	uint8_t state;     /* enum state */
	uint16_t kind;     /* enum mark_kind, for STATE_MARKED and
	                    STATE_NOT_MARKED */
	uint16_t from, to; /* minutes of the day, for STATE_AT */
	bool no;           /* the term must not hold */
	bool exact_case;   /* the text has a capital */
	bool starts;       /* it must stand at the start of a word */
	bool fuzzy;        /* its letters must come in this order, others
	                    between */
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
 * Parses `text` (clean UTF-8, not query->text) into `*query`, which is zeroed
 * at first and may be used again; to be freed with query_free().  An unclosed
 * quote reaches to the end, as if it were about to be closed.  A `|` with
 * nothing before it is a word; one with nothing after it is ignored.
 */
void query_parse(struct query *query, const char *text);
void query_free(struct query *query);

/*
 * Whether all that matches `query` also matches `before`, for example because a
 * letter or a word was added: then only the hits of `before` need to be
 * searched.
 */
bool query_narrows(const struct query *query, const struct query *before);

/*
 * Finds where the query's terms match in the `len` bytes at `s`, a shown string
 * of the given field, for highlighting; negated terms do not count.  Fills at
 * most `max` ranges, disjoint and in order, each of whole clusters, and returns
 * their number.
 */
size_t query_ranges(const struct query *query, enum field field, const char *s,
    size_t len, struct range *ranges, size_t max);

/*
 * Whether the letters of a fuzzy term stand in the folded `s`, in order.  Their
 * offsets go to `at` (room for term->len; may be NULL).
 */
bool
query_fuzzy(const struct term *term, const char *s, size_t len, size_t *at);

/*
 * Returns what a talk has in the one of FIELDS_WHERE that is in `fields`, or
 * NULL.
 */
const char *query_where(const struct talk *talk, unsigned fields);

/*
 * Reads the `len` bytes after `at:`, "10", "10:30" or "10:00-10:50", and fills
 * `from` and `to` of the term; false if they are no times.
 */
bool query_at_read(const char *s, size_t len, struct term *term);

/* Whether a talk takes place, for some time, from `from` until `to`. */
bool query_at_has(const struct term *term, const struct talk *talk);

#define QUERY_WORD 32 /* bytes of one, with its NUL */

/*
 * Writes the i-th of the words that may begin a term, "title:" or "is:seen";
 * false where there are no more.
 */
bool query_word(size_t i, char out[QUERY_WORD]);

/* An example of a query. */
struct query_example {
	const char *query;
	const char *finds; /* what a talk has to have; no full stop */
};

/* Returns examples of all of the language, for help and manual. */
const struct query_example *query_examples(size_t *n);

#endif
