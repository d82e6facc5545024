/*
 * Words of a line that belong together: in one link, in bold, in brackets.
 */
#ifndef LECTERN_RUNS_H
#define LECTERN_RUNS_H

#include <stdint.h>

#include "source/markdown/richtext.h"

/* Returns the end of the run of one link or bold words that starts with `span`. */
uint32_t runs_end(const struct line *line, const struct span *span);

/* Returns the first link that begins at byte `from` or behind it, or NULL. */
const struct span *runs_link(const struct line *line, uint32_t from);

/* Returns the link that reaches over byte `at`, or NULL. */
const struct span *runs_link_over(const struct line *line, uint32_t at);

/* Returns where the bracket opens that closes before `end`; `end`: nowhere. */
uint32_t runs_open(const char *s, uint32_t at, uint32_t end);

/* Returns where the bracket at `open` closes; the line's length: nowhere. */
uint32_t runs_close(const struct line *line, uint32_t open);

/* Whether the same bold words have all of [from, to). */
bool runs_bold(const struct line *line, uint32_t from, uint32_t to);

/* Leaves out brackets around a title, which was to be a link but is broken. */
void runs_without_brackets(const char *s, uint32_t *from, uint32_t *to);

/*
 * Returns where a title ends that is a link at byte `from`, before a colon and a
 * sentence up to byte `to`; else `to`.
 */
uint32_t runs_before_notes(const struct line *line, uint32_t from, uint32_t to);

#endif
