/*
 * Words that stand where names may, but tell of an event.
 */
#ifndef LECTERN_EVENT_WORDS_H
#define LECTERN_EVENT_WORDS_H

#include <stdbool.h>
#include <stddef.h>

/* "React Europe 2031": words with capitals, and a year after them. */
bool event_words_are(const char *s, size_t len);

/* Whether all behind the last comma is a year: "Strange Loop, 2031". */
bool event_words_end_in_year(const char *s, size_t len);

/* "Meetup 14": what is counted, and told by what follows. */
bool event_words_count(const char *s, size_t len);

/*
 * Returns the bytes of words and a number that a text begins with, "Quay Evening
 * #12", where it ends there or a sign follows; 0: there are none.
 */
size_t event_words_numbered(const char *s, size_t len);

/*
 * Returns the bytes of such a series, the sign behind its number, which begins at
 * `*number`, included; a `#` may lack, "Quay Evening 12: ".  0: no title follows.
 */
size_t event_words_skip(const char *s, size_t len, size_t *number);

#endif
