/*
 * The body of a talk: its notes, its links, and the words in them.
 *
 * A source may read notes only when they are first asked for, into the arena of
 * all notes.  So functions marked "Reads" are for one thread at a time.  What
 * they return lives as long as the notes and does not change: any number of
 * threads may look at it.
 */
#ifndef LECTERN_BODY_H
#define LECTERN_BODY_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "lectern/base/arena.h"
#include "lectern/base/substring.h"
#include "lectern/model/notes.h"

/* Returns the notes of a talk, in the order of the document.  Reads. */
struct body_blocks {
	const struct block *block;
	uint32_t n;
};
struct body_blocks body_blocks(const struct talk *talk);

/*
 * Returns the links of a talk that can be opened, and those to files beside its
 * document, each once; its URL comes first.  Reads.
 */
struct body_links {
	const char *const *url;
	uint32_t n;
};
struct body_links body_links(const struct talk *talk);

/* Where the notes name a link: the text of the span. */
struct body_link_name {
	const struct block *block;
	const struct span *span; /* NULL: nowhere */
};

/*
 * Returns the names of all links of a talk, in the order of body_links(), each
 * from the first span that has it; to be freed.  Reads.
 */
struct body_link_name *body_link_names(const struct talk *talk);

/* Whether a talk has notes. */
bool body_has_notes(const struct talk *talk);

/* A line in a talk's text that cannot be searched where it stands. */
struct body_gap {
	const char *s;
	uint32_t len;
	uint8_t kind; /* for body_next() alone */
};

/*
 * The part of a talk's notes that can be searched in the document itself.
 * Except for the gaps it is ASCII, with capitals as written, a line for each
 * block.  Bullets and blanks before a block do not belong to its text.
 *
 * Or there are no gaps: then all notes stand there, without bullets, and what
 * is not ASCII as written is folded.
 */
struct body_text {
	const char *s; /* NULL if there is none */
	const struct body_gap
	    *gap; /* the gaps, in order, then one that begins at the end or
	             later; NULL: there are none */
	uint32_t len;
	uint32_t room; /* bytes at `s` that may be read; `len` or more */
};
struct body_text body_text(const struct talk *talk);

/*
 * Walks over the notes of a talk that body_text() does not have: begin with
 * body_rest(); then each body_next() returns the text of a gap or block and its
 * length, and NULL at the end.  What body_text() has folded counts as had if
 * `folded`.  The arena may own the texts.  Reads.
 */
struct body_rest {
	const struct talk *talk;
	const struct body_gap *gap;
	uint32_t block;
	bool none;
};
struct body_rest body_rest(const struct talk *talk, bool folded);
const char *body_next(struct body_rest *rest, struct arena *arena, size_t *len);

/*
 * Whether what body_rest() has of a talk may have one of `n` words when it is
 * folded; it may say so of notes that have none, but does not read them.  The
 * words have letters and digits of ASCII only, and are prepared for any case.
 * The arena is for text in passing.
 */
bool body_may_have(const struct talk *talk, const struct substring *words,
    size_t n, struct arena *arena);

#endif
