/*
 * Takes the line of a talk apart: what stands before its title, its link, and
 * what is in brackets at its end.
 */
#ifndef LECTERN_ANATOMY_H
#define LECTERN_ANATOMY_H

#include <stdbool.h>
#include <stdint.h>

#include "source/markdown/richtext.h"

/* The parts of a talk's line, as offsets in its text. */
struct anatomy {
	const struct line *line;
	uint32_t at;    /* where the title, or text before it, begins */
	uint32_t head;  /* where that ends: at the end of the first link if the
	                  line begins with one, else at `body` */
	uint32_t words; /* where lengths and such at the end of that begin */
	uint32_t
	    body;   /* where lengths and links in brackets at the end begin */
	bool leads; /* the line begins with a link */
};

/* Title and names, as offsets in the line. */
struct cut {
	uint32_t title, title_end;
	uint32_t names, names_end;
};

/*
 * Takes a line apart.  `prefix` and, with `numbered`, a number before the title
 * do not belong to the title.
 */
void anatomy_read(struct anatomy *anatomy, const struct line *line,
    bool numbered, const char *prefix);

/* Returns the link that a line begins with, perhaps after signs, or NULL. */
const struct span *line_leading_link(const struct line *line, uint32_t at);

/*
 * Returns where the title ends of a line that goes on with a comma and a linked
 * event, and ends in its year: "Title, [Event](link), Place (2031)"; the end of
 * its body, where it does not.
 */
uint32_t anatomy_event(const struct anatomy *anatomy);

/*
 * Returns where the title ends of a line that ends in "at" and what has a
 * capital, as events do; the end of its body, where it does not.
 */
uint32_t anatomy_at(const struct anatomy *anatomy);

/*
 * Returns the link of several words that a line has at its end, or that only
 * names follow, behind a dash or colon, or NULL.  What is before that sign ends
 * at `*before`.
 */
const struct span *
anatomy_last_link(const struct anatomy *anatomy, uint32_t *before);

/* Returns where a title ends without remarks and ornaments, "Knots :boat: (EN)". */
uint32_t anatomy_bare_end(const struct line *line, uint32_t from, uint32_t to);

/*
 * Whether the title in the first `len` bytes has a remark or `:emoji:` at one of
 * its ends.
 */
bool anatomy_is_adorned(const struct line *line, uint32_t len);

/* Returns `to` without signs and blanks before it, `from` at least. */
uint32_t anatomy_trim(const char *s, uint32_t from, uint32_t to);

/* The same without "(45 min)" and such at the end. */
uint32_t anatomy_remarks(const char *s, uint32_t from, uint32_t to);

/* The same without pictures, `:their_names:` and `#tags` at the end. */
uint32_t anatomy_signs(const char *s, uint32_t from, uint32_t to);

#endif
