/*
 * Finds names that end in a full stop or comma before a linked title: "Event 2031.
 * Ann Lee. [Title](link)".
 */
#ifndef LECTERN_STOP_NAMES_H
#define LECTERN_STOP_NAMES_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "source/markdown/anatomy.h"

/* Cuts such a line; false: it is none. */
bool stop_names_cut(const struct anatomy *anatomy, struct cut *cut);

/*
 * Returns where names in [from, to) end before other sentences: "Ann Lee. What it
 * was about"; `to`: nowhere.
 */
uint32_t stop_names_end(const char *s, uint32_t from, uint32_t to);

/*
 * Whether the `len` bytes at `s`, as names, would have two full stops behind words
 * that are no "Dr.".
 */
bool stop_names_sentences(const char *s, size_t len);

#endif
