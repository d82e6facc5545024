/*
 * Rich text: a line of shown text that is being built, with its spans.  What is
 * added is cleaned (see text_clean()), and its blanks collapse.
 */
#ifndef LECTERN_RICHTEXT_H
#define LECTERN_RICHTEXT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "lectern/model/notes.h"

struct arena;

/* A line of text as it is shown; owned by the arena it is made in. */
struct line {
	const char *text; /* clean, NUL-terminated */
	const struct span *spans;
	uint32_t len; /* bytes of text */
	uint32_t nspans;
	uint32_t first; /* bytes before the first line break in the source */
	uint32_t breaks[2]; /* and before the second and third; 0: none */
	bool broken; /* the first one was wanted, and not made by wrapping */
};

#define RICHTEXT_ROOM 240 /* bytes; most lines fit */

/*
 * A line that grows; richtext_begin() to start, richtext_end() to take it.  It
 * stays where it is meanwhile.
 */
struct richtext {
	struct arena *arena; /* of the results */
	char *text;          /* in `room`, or on the heap */
	size_t len, cap;
	struct span *spans;
	size_t nspans, spans_cap;
	size_t first;     /* SIZE_MAX before the first line break */
	size_t breaks[2]; /* the next ones; 0: none yet */
	bool broken;      /* the first one was wanted */
	bool blank;       /* a blank is due before the next word */
	char room[RICHTEXT_ROOM];
};

void richtext_begin(struct richtext *richtext, struct arena *arena);

/*
 * Adds the `len` bytes at `s` with the style given (enum span_style bits);
 * `url`, owned by the arena, is where SPAN_LINK leads.
 */
void richtext_add(struct richtext *richtext, const char *s, size_t len,
    unsigned style, const char *url);

/* Adds a finished line with its spans. */
void richtext_add_line(struct richtext *richtext, const struct line *line);

/*
 * Adds a blank where the source breaks the line; `wanted`: so that it is shown
 * as two.
 */
void richtext_break(struct richtext *richtext, bool wanted);

/*
 * Finishes the line; bare URLs in it become links.  `richtext` is empty again
 * and holds no memory.
 */
struct line richtext_end(struct richtext *richtext);

/*
 * Makes the line that the `len` bytes of ASCII at `s`, without control
 * characters, are as they stand; with `url`, owned by the arena, all of it leads
 * there.  `own` is NULL, or the same bytes where they may stay: they live as long
 * as the arena, and the one after them may be written to.  Returns false where
 * it may be another.
 */
bool richtext_words(struct arena *arena, const char *s, size_t len,
    const char *url, char *own, struct line *line);

/* Drops the line; `richtext` is empty again and holds no memory. */
void richtext_drop(struct richtext *richtext);

/*
 * Returns the bytes [start, end) of a line as a line of its own, with blanks
 * trimmed.
 */
struct line richtext_cut(
    struct arena *arena, const struct line *line, size_t start, size_t end);

/* Whether there is a letter, digit or the like in s[start, end). */
bool richtext_has_words(const char *s, size_t start, size_t end);

/* Whether a line is a bare URL and no more. */
bool richtext_is_url(const struct line *line);

/* Whether a part of a line is a link. */
bool richtext_has_link(const struct line *line);

/* Whether a line has a link that leads out of the document. */
bool richtext_leads_out(const struct line *line);

#endif
