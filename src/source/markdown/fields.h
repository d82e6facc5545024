/*
 * Lines that a sign parts into several fields, "Ann Lee - @ann - Title": which
 * of them is the title, and which one is names, the whole document decides.
 */
#ifndef LECTERN_FIELDS_H
#define LECTERN_FIELDS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "source/markdown/anatomy.h"
#include "source/markdown/place.h"

#define FIELDS_LEAST 3 /* lines that have several */
#define FIELDS_MOST  6 /* fields of a line that are looked at */
#define FIELDS_HEADS \
	64 /* a document with more headings has no list of talks
	                   that nothing but the fields of its lines tells */

/* What parts the fields. */
enum fields_sign {
	FIELDS_NONE,
	FIELDS_DASH,
	FIELDS_BAR, /* "|" */
	FIELDS_DOT, /* a raised dot, or a bullet */
	FIELDS_SEMICOLON,
	FIELDS_COLON, /* directly after a link, with a title behind it */
	FIELDS_SIGNS,
};

/* What the fields of a document's lines are. */
struct fields {
	uint8_t sign;  /* enum fields_sign; FIELDS_NONE: lines have no fields */
	uint8_t title; /* which one is the title, from 0 */
	uint8_t names; /* and which one the names; FIELDS_MOST: none is */
	uint8_t room;  /* and which one a room; FIELDS_MOST: none is */
	uint8_t wide;  /* how many there are, of which a date or the like is
	                  the last; 0: lines do not end so, or have names */
	bool whole;    /* what stands before titles counts as fields, too */
	uint32_t sure; /* lines whose field for names has some */
};

/*
 * Finds the fields of `n` lines, if most have several and agree on what they
 * are.  `named` is how many lines have names in another place.
 */
void fields_find(
    struct fields *fields, const struct anatomy *lines, size_t n, size_t named);

/*
 * The same where it is said which fields are title and names, from 1; 0: which
 * one is not.  The sign is the one at which most lines have them; where none has so
 * many, times and rooms before titles are fields, too.
 */
void fields_set(struct fields *fields, const struct anatomy *lines, size_t n,
    size_t title, size_t names);

/* Whether a line may have several fields: quick, as most lines have no sign. */
bool fields_may_be(const struct line *line);

/*
 * Whether `n` lines are talks although nothing leads to these: in their fields
 * they have titles, and names, and beside them what is told of talks.
 */
bool fields_are_talks(const struct anatomy *lines, size_t n);

/* The fields of one line, as offsets in its text. */
struct split {
	uint32_t from[FIELDS_MOST], to[FIELDS_MOST];
	size_t n;
};

/* Splits a line into its fields. */
void fields_split(const struct fields *fields, const struct anatomy *anatomy,
    struct split *split);

/*
 * Cuts a line at its fields; false: it has too few of them.  Where no field is
 * names, or this one is none, `names_end` is 0.
 */
bool fields_cut(const struct fields *fields, const struct anatomy *anatomy,
    struct cut *cut);

#endif
