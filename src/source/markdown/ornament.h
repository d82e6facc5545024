/*
 * What stands at the ends of a line for its looks: pictures, `:emoji:`, stars,
 * arrows, and tags.
 */
#ifndef LECTERN_ORNAMENT_H
#define LECTERN_ORNAMENT_H

#include <stdint.h>

struct line;

/* Returns where the last one in the bytes [from, to) begins; `to`: none ends them. */
uint32_t ornament_start(const char *s, uint32_t from, uint32_t to);

/* Returns the bytes of `:emoji:` at byte `at`; 0: there is none. */
uint32_t ornament_emoji(const struct line *line, uint32_t at);

/* Returns the star, arrow or picture that a line begins with, or 0. */
uint32_t ornament_first(const struct line *line);

/* Returns `at` behind those there, and behind signs that part words. */
uint32_t ornament_skip(const struct line *line, uint32_t at);

/* Returns `at` behind those there alone, with the blanks before them. */
uint32_t ornament_end(const struct line *line, uint32_t at);

/* Returns `at` behind wide brackets, as Chinese and Japanese have: "【视频】". */
uint32_t ornament_wide_end(const struct line *line, uint32_t at);

/* Returns `at` behind the brackets and pictures there: "([slides](link))". */
uint32_t ornament_brackets_end(const struct line *line, uint32_t at);

#endif
