/*
 * Finds names that end in a full stop or comma before a linked title: "Event 2031.
 * Ann Lee. [Title](link)".
 */
#ifndef LECTERN_STOP_NAMES_H
#define LECTERN_STOP_NAMES_H

#include <stdbool.h>

#include "source/markdown/anatomy.h"

/* Cuts such a line; false: it is none. */
bool stop_names_cut(const struct anatomy *anatomy, struct cut *cut);

#endif
