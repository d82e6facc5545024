/*
 * What stands where a talk is still to come: "TBA", "*To do*".
 */
#ifndef LECTERN_TO_COME_H
#define LECTERN_TO_COME_H

#include <stdbool.h>
#include <stdint.h>

#include "source/markdown/richtext.h"

/* "TODO Sphinx", "TBA", "open slot": what byte `at` begins has no talk yet. */
bool to_come_begins(const struct line *line, uint32_t at);

/* Whether all that a text says is that talks are to come: "*To do*". */
bool to_come_is(const struct line *line);

#endif
