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

/*
 * Returns where the dash is that only such words, in small letters, are behind:
 * "Title – conference talk"; `to`: there is none.
 */
uint32_t format_word_behind(const char *s, uint32_t from, uint32_t to);

/*
 * Returns where a link or quotation begins that only such words stand before, from
 * byte `at` on: "Workshop [Title](link)", "Invited talk on "Title""; else `at`.
 */
uint32_t format_word_before(const struct line *line, uint32_t at);

#endif
