/*
 * Recognises people's names by how they are written: two to four words with
 * capitals, particles and initials between; or handles (`@ann`).  In scripts
 * without case names can only be guessed.  There is no list of names: the whole
 * document decides whether a place holds names (see manner.h).
 */
#ifndef LECTERN_NAMES_H
#define LECTERN_NAMES_H

#include <stdbool.h>
#include <stddef.h>

struct arena;

enum names_reading {
	NAMES_NOT,
	NAMES_GUESS, /* in a script without case */
	NAMES_MAYBE, /* one word, or five */
	NAMES_SURE,
};

/*
 * Tells how a name reads; blanks, quotes and titles ("Dr.") may stand around
 * it.
 */
enum names_reading names_read(const char *s, size_t len);

/* A list of people as it was read. */
struct people {
	const char *const *name; /* `n`, owned by the arena */
	size_t n;
	size_t parts;             /* of the list, names or not */
	enum names_reading first; /* how the first part reads */
	size_t firms; /* parts after a comma that read as no names */
	size_t more;  /* parts after a comma that do */
	bool whole;   /* the text has nothing but the names */
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

/* Tells how the first part of such a list reads; nothing is kept of it. */
enum names_reading people_first(const char *s, size_t len);

/* Returns the bytes of the word at `s`, up to a blank. */
size_t names_word(const char *s, size_t len);

/*
 * Whether a word is one of `words`, but for the case of ASCII.  These are small,
 * short, and in the order of their first letters, with NULL at the end.
 */
bool names_one_of(const char *s, size_t len, const char *const *words);

/* Whether a name ends in a word of respect that says it is one: "san". */
bool names_end_polite(const char *s, size_t len);

/*
 * Returns the bytes of a word at `s` that introduces a speaker ("by", "von",
 * "par" ...), with the blank after it; 0 if there is none.
 */
size_t names_by(const char *s, size_t len);

/* The same where somebody's name follows: "by Ann Lee". */
size_t names_by_somebody(const char *s, size_t len);

#endif
