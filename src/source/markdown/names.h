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

/* Whether all of a text is a handle: "@ann". */
bool names_is_handle(const char *s, size_t len);

/* Returns the bytes of the word at `s`, up to a blank. */
size_t names_word(const char *s, size_t len);

/*
 * Whether a word is one of `words`, but for the case of ASCII.  These are small,
 * short, and in the order of their first letters, with NULL at the end.
 */
bool names_one_of(const char *s, size_t len, const char *const *words);

/* The same of words that are told apart by their bytes. */
bool names_exactly_one_of(const char *s, size_t len, const char *const *words);

/* Whether a word stands in titles, and in names never. */
bool names_never(const char *s, size_t len);

/* Whether a word is a title before a name: "Dr.". */
bool names_are_title(const char *s, size_t len);

/*
 * Takes blanks and quotes off both ends, a title before a name, and one after
 * it.
 */
void names_trim(const char **s, size_t *len);

/*
 * Whether a name has ASCII capitals alone, three at least, as many firms and events
 * have: "DEF CON".
 */
bool names_are_capitals(const char *s);

/* Whether the last of several words is one of firms: "Reed Software". */
bool names_are_firm(const char *s, size_t len);

/* Whether a name ends in a word of respect that says it is one: "san". */
bool names_end_polite(const char *s, size_t len);

/*
 * Returns the bytes of a word at `s` that introduces a speaker ("by", "von",
 * "par" ...), with the blank after it; 0 if there is none.
 */
size_t names_by(const char *s, size_t len);

/* Whether a word before "by" tells that a talk was given: "presented". */
bool names_are_given(const char *s, size_t len);

#endif
