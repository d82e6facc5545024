/*
 * What is said of a document, kept so that it can be put into any language
 * later: the document may be read once, and told in another one the next time.
 * Such a text has its messages and what is filled in apart, between tabs, and is
 * clean (see text_clean()) where that is.  A constant message is one, too.
 */
#ifndef LECTERN_TOLD_H
#define LECTERN_TOLD_H

#include <stddef.h>

struct arena;

/*
 * Keeps a message, which is translated, and what is filled in, which is not.
 * Knows the conversions %s, %d, %u and %zu alone.
 */
const char *told(struct arena *arena, const char *format, ...)
    __attribute__((format(printf, 2, 3)));

/* As told(), where the number `n` decides the form. */
const char *told_many(struct arena *arena, unsigned long n, const char *one,
    const char *many, ...) __attribute__((format(printf, 3, 5)))
__attribute__((format(printf, 4, 5)));

/* Keeps words of a document, or what people type, that are never translated. */
const char *told_word(struct arena *arena, const char *word);

/*
 * Keeps two texts, one after the other, with `between`, which is no message, in
 * the middle.
 */
const char *told_join(
    struct arena *arena, const char *a, const char *between, const char *b);

/*
 * Returns the bytes with which a text begins that are the same in all that say
 * the same of different things.
 */
size_t told_kind(const char *text);

/* Returns the text in the reader's language, to be freed. */
char *told_text(const char *text);

/* Returns it in English, for programs, to be freed. */
char *told_english(const char *text);

#endif
