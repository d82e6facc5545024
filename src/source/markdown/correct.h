/*
 * What a reader or author says of where speakers, links and prefixes are.
 */
#ifndef LECTERN_CORRECT_H
#define LECTERN_CORRECT_H

#include "source/corrections.h"
#include "source/markdown/manner.h"

/* Sets in the manner what was said, whatever the talks say. */
void correct_manner(struct manner *manner, const struct corrections *said);

#endif
