/*
 * People's names, told by how they are written: two to four words that begin
 * with capitals, with particles and initials between them; handles (`@ann`).
 * Scripts without case have names that can only be guessed at.  No list of
 * names is kept; whether a place in a document holds names is for the whole
 * document to say (see manner.h).
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

/* How one name reads; blanks, quotes and titles ("Dr.") around it may stand. */
enum names_reading names_read(const char *s, size_t len);

/* A list of people as it was read. */
struct people {
	const char *const *name; /* n of them, owned by the arena */
	size_t n;
	enum names_reading first; /* how the first part reads */
	size_t firms; /* parts after a comma that do not read as names */
	size_t more;  /* and those that do */
	bool whole;   /* the names are all that it says */
};

/*
 * Reads the list of people at `s`: they part at commas, semicolons, `&`, `/`
 * and words for "and".  What follows a name in brackets or after `-`, `@`,
 * "from", "of" or "at" is no part of it.  Where `firms` is set a comma is
 * followed by what the person works for.  Parts that do not read as names are
 * left out.
 */
struct people
people_read(struct arena *arena, const char *s, size_t len, bool firms);

/*
 * The bytes of a word at `s` that stands before a speaker ("by", "von", "par"
 * ...), with the blank after it; 0 where there is none.
 */
size_t names_by(const char *s, size_t len);

#endif
