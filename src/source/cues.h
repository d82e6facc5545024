/*
 * The cues of captions, as lines of text.
 *
 * Captions that a machine made roll: a cue shows the line before it again, and
 * then its own.  That is found by looking at all cues, and undone.
 */
#ifndef LECTERN_CUES_H
#define LECTERN_CUES_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "lectern/base/arena.h"

/* A line that a cue shows. */
struct cues_line {
	const char *text; /* without tags; not empty */
	uint32_t at;      /* milliseconds when it is shown, */
	uint32_t gap;     /* and how long nothing was shown before it */
	uint32_t line;    /* in the document, from 1 */
	bool first;       /* of its cue */
};

struct cues {
	struct cues_line *line;
	size_t n, cap; /* lines */
	size_t ncues;
};

/*
 * Reads the cues of a clean text, which is written over; the arena owns what is
 * read, but for the array, which is freed with cues_free().
 */
void cues_read(struct cues *cues, struct arena *arena, char *text);
void cues_free(struct cues *cues);

/* Whether a paragraph that has this text so far ends before a line. */
bool cues_end(const char *text, size_t len, const struct cues_line *next);

/*
 * Reads a line with the times of a cue, "00:01.500 --> 01:00:02,000", and sets
 * when it begins and ends.  Returns false if it is none.
 */
bool cues_times(const char *line, uint32_t *from, uint32_t *to);

#endif
