/*
 * Reads lists of people: "Ann Lee, Bo Ek (Firm) and @cy".
 */
#ifndef LECTERN_PEOPLE_H
#define LECTERN_PEOPLE_H

#include <stdbool.h>
#include <stddef.h>

#include "source/markdown/names.h"

struct arena;

/* A list of people as it was read. */
struct people {
	const char *const *name; /* `n`, owned by the arena */
	size_t n;
	size_t parts;             /* of the list, names or not */
	enum names_reading first; /* how the first part reads */
	size_t firms; /* parts after a comma that read as no names */
	size_t more;  /* parts after a comma that do */
	bool whole;   /* the text has nothing but the names */
	bool bare;    /* see people_bare() */
	bool dated;   /* a year follows, as it does events (see place.h) */
};

/*
 * Reads the list of people at `s`, split at commas, semicolons, `&`, `/` and
 * words for "and".  Leaves out what follows a name in brackets or after `-`,
 * `@`, "from", "of" or "at", and parts that read as no names.  With `firms`, a
 * comma is followed by the person's firm.
 */
struct people
people_read(struct arena *arena, const char *s, size_t len, bool firms);

/*
 * Reads a list of handles that are no more than a word in small letters each,
 * "annlee and bo_ek": a guess.  `n` is 0 if there is anything else.
 */
struct people people_bare(struct arena *arena, const char *s, size_t len);

/*
 * Reads a handle that is one word with capitals within, "AnnLee", as a guess.  `n` is
 * 0 if there is anything else but brackets.  Only where names are said to be it is one.
 */
struct people people_composed(struct arena *arena, const char *s, size_t len);

/*
 * Reads somebody whose name has small letters, with a firm: "ann lee (reef)".
 * `n` is 0 if there is anything else.  Only where others have firms it is sure.
 */
struct people people_small(struct arena *arena, const char *s, size_t len);

/* Tells how the first part of such a list reads; nothing is kept of it. */
enum names_reading people_first(const char *s, size_t len);

/*
 * Whether such a list is one short name of a script without capitals, and how the
 * person is called in brackets: "林小美 (May)".
 */
bool people_is_called(const char *s, size_t len);

/* Whether what begins at `s` parts two people: ", ", " & ", " and ". */
bool people_parted(const char *s, size_t len);

/*
 * Returns the bytes of names before a bar and other words, "Ann Lee · Keynote"; all
 * of them: there is no such bar.
 */
size_t people_before_bar(const char *s, size_t len);

/*
 * Returns the bytes of a word at `s` that introduces a speaker, as names_by()
 * does, where somebody's name follows: "by Ann Lee".
 */
size_t people_by(const char *s, size_t len);

#endif
