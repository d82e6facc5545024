/* A word before a title that only says what the talk is: "Keynote - Title". */
#ifndef LECTERN_FORMAT_WORD_H
#define LECTERN_FORMAT_WORD_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "source/markdown/richtext.h"

/*
 * The bytes of such a word at byte `at` of a line, with its dash; 0: there is none,
 * or somebody's name follows.
 */
uint32_t format_word_skip(const struct line *line, uint32_t at);

/* Whether all that `len` bytes say is that a talk is about what follows: "Talk on". */
bool format_word_about(const char *s, size_t len);

#endif
