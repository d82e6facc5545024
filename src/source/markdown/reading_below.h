/*
 * Who speaks, where the lines below a talk tell it.
 */
#ifndef LECTERN_READING_BELOW_H
#define LECTERN_READING_BELOW_H

#include <stdbool.h>

#include "source/markdown/rest.h"

/* Whether what stands in a place is taken for names; `said`: words tell it. */
bool
reading_takes(const struct reader *r, const struct people *people, bool said);

/* Takes those whom the lines below the talk name, or a column, for its speakers. */
void reading_below_try(struct reader *r);

#endif
