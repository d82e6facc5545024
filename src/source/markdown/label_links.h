/*
 * Links that only tell of recordings or slides, before and behind the title of a talk.
 */
#ifndef LECTERN_LABEL_LINKS_H
#define LECTERN_LABEL_LINKS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "source/markdown/richtext.h"

/*
 * Returns byte `at` of a line or, where such links stand there, where the title
 * behind them begins: "[Video](link) Title - NAMES".
 */
uint32_t label_links_skip(const struct line *line, uint32_t at);

/*
 * Returns where the title in bytes [from, to) ends, before the first link that
 * only says "Slides", "Video" or such; `to`: it has none.
 */
uint32_t label_links_cut(const struct line *line, uint32_t from, uint32_t to);

/*
 * Returns byte `at` of a line, where its title ends, or the end of such links that
 * stand right behind that: "[Title](link) [Slides](link) - NAMES".
 */
uint32_t label_links_past(const struct line *line, uint32_t at);

/* Whether a text says that there is none: "no slides", "ohne Video". */
bool label_links_none(const char *s, size_t len);

#endif
