/*
 * Which lines of front matter say nothing that is shown.
 */
#ifndef LECTERN_FRONT_ROWS_H
#define LECTERN_FRONT_ROWS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "source/builder.h"
#include "source/front_fields.h"

struct arena;

/* Lines that follow each other, and are told at once. */
struct front_run {
	uint32_t from, lines;
};

/* Adds lines, in their order; what they do not follow is told. */
void front_run_add(
    struct build *build, struct front_run *run, uint32_t row, uint32_t lines);

/* Tells what is left of a run. */
void front_run_end(struct build *build, struct front_run *run);

/* Whether a line of front matter has a word. */
bool front_has_words(const char *s, size_t len);

/* Counts a line, from which `field` (NULL: none) took something. */
void front_rows_count(struct arena *arena, struct front_matter *front,
    const char *s, size_t len, const char *const *field);

/*
 * Tells that lines are left aside: all but the title; or those which tell nothing
 * of the one talk that the document is, which has speakers if `speaks`.
 */
void front_rows_tell(struct build *build, const struct front_matter *front);
void front_rows_tell_one(
    struct build *build, const struct front_matter *front, bool speaks);

#endif
