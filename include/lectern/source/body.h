/*
 * The body of a talk: its notes, its links, and the words in them.
 *
 * A source may read notes only when they are asked for, which keeps them in the
 * arena of all notes: so what is said here to read is for one thread at a time.
 * What was handed out lives as long as the notes, does not change, and may be
 * looked at by any number of threads.
 */
#ifndef LECTERN_BODY_H
#define LECTERN_BODY_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "lectern/base/arena.h"
#include "lectern/model/notes.h"

/* The notes of a talk, in the order of the document.  Reads. */
struct body_blocks {
	const struct block *block;
	uint32_t n;
};
struct body_blocks body_blocks(const struct talk *talk);

/* The openable links of a talk, each once; its URL comes first.  Reads. */
struct body_links {
	const char *const *url;
	uint32_t n;
};
struct body_links body_links(const struct talk *talk);

/* Whether a talk has notes. */
bool body_has_notes(const struct talk *talk);

/* A line in a talk's text that is not searched where it stands. */
struct body_gap {
	const char *s;
	uint32_t len;
	uint8_t kind; /* of no use but to body_next() */
};

/*
 * What of a talk's notes can be searched where it stands in the document: but for
 * the gaps it is ASCII, capitals as they were written, a line for each block.
 * Bullets and blanks that stand before a block are no words of it.
 */
struct body_text {
	const char *s; /* NULL where there is none */
	const struct body_gap
	    *gap; /* the gaps in it, in order; after them is one
	                               that begins at its end or later */
	uint32_t len;
	uint32_t room; /* bytes at `s` that may be read, `len` or more */
};
struct body_text body_text(const struct talk *talk);

/*
 * Goes through all words of a talk's notes that body_text() does not have, which
 * are texts of gaps or of blocks: begin with body_rest(), then each body_next()
 * returns one, and its length, or in the end NULL.  They may be owned by the
 * arena.  Reads.
 */
struct body_rest {
	const struct talk *talk;
	const struct body_gap *gap;
	uint32_t block;
};
struct body_rest body_rest(const struct talk *talk);
const char *body_next(struct body_rest *rest, struct arena *arena, size_t *len);

#endif
