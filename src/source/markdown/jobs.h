/*
 * Talks that have nothing but who speaks for a title: "Ann Lee - CTO, Firm".
 */
#ifndef LECTERN_JOBS_H
#define LECTERN_JOBS_H

#include <stdbool.h>
#include <stddef.h>

#include "source/markdown/talk_line.h"

/* Whether most of `n` talks are such. */
bool jobs_told(const struct talk_text *talks, size_t n);

/*
 * Returns the bytes of the name that a text begins with, where a job follows; 0:
 * it does not.
 */
size_t jobs_name(const char *s, size_t len);

#endif
