/*
 * A transcript: what is said in a video, as captions have it (SRT or WebVTT),
 * with the times.
 */
#ifndef LECTERN_TRANSCRIPT_H
#define LECTERN_TRANSCRIPT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "lectern/base/arena.h"
#include "lectern/base/err.h"
#include "lectern/model/notes.h"

#define TRANSCRIPT_BYTES 16000000 /* of a file, at most */

/* A line that is said. */
struct transcript_line {
	uint32_t text;   /* where it begins in `text`, and in `folded` */
	uint32_t folded; /* likewise */
	uint32_t second : 31;
	uint32_t begins : 1; /* a paragraph */
};

/* All of it.  The lines follow each other with a blank between. */
struct transcript {
	struct arena *arena; /* owns the rest */
	const char *text;    /* clean, as it is shown */
	const char *folded;  /* the same, by text_fold() */
	size_t len, nfolded;
	struct transcript_line *line; /* `n`, then one more at the end */
	size_t n;
};

/*
 * Reads the file at `path`; rolling captions are said once.  Returns NULL, with
 * `err`, if it cannot be read or has no cues.
 */
struct transcript *transcript_read(const char *path, struct err *err);
void transcript_free(struct transcript *transcript);

/* Returns the line in which a byte of `folded`, or else of `text`, stands. */
size_t
transcript_line_at(const struct transcript *transcript, size_t at, bool folded);

/*
 * Returns its paragraphs as blocks, each after its time, "[12:34] ...".  The
 * arena owns them.
 */
const struct block *transcript_blocks(
    const struct transcript *transcript, struct arena *arena, uint32_t *n);

#endif
