/*
 * Footnotes: `[^1]` in a text, and `[^1]: words` that stand elsewhere, mostly at
 * the end of the document, but belong to the talks that refer to them.
 */
#ifndef LECTERN_FOOTNOTES_H
#define LECTERN_FOOTNOTES_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct arena;
struct footnotes;
struct walk;

/* The bytes of the mark, `[^label]`, that `len` bytes begin with; 0: none. */
size_t footnotes_mark(const char *s, size_t len);

/*
 * Finds the footnotes of a text as it is written, `len` bytes, owned by the
 * arena; NULL if there are none that the text refers to.
 */
struct footnotes *
footnotes_find(struct arena *arena, const char *text, size_t len);

/*
 * Notes that what refers to footnotes before node `i` stands in the talk or track
 * that is open.
 */
void footnotes_pass(struct walk *w, uint32_t i);

/* Whether footnotes stand right below node `i`. */
bool footnotes_follow(const struct walk *w, uint32_t i);

/*
 * As walk_add_body(), where a document has footnotes, but what belongs to one is
 * given to those that were noted for it; where none was, it stays where it stands.
 */
uint32_t footnotes_add_body(struct walk *w, uint32_t i);

/* Gives all that was noted to its talks and tracks; none is open any more. */
void footnotes_end(struct walk *w);

#endif
