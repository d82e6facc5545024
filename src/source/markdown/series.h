/*
 * Lines that name a series of talks, as conferences are listed with links to
 * the years that were recorded, or to a channel.
 */
#ifndef LECTERN_SERIES_H
#define LECTERN_SERIES_H

#include <stdbool.h>

#include "source/markdown/md.h"

/*
 * Whether a line has links, all of them lead to years ("2016", "Fall 2017") or to
 * channels and sites (see link_is_series()), and no title may follow them.
 */
bool series_is(const struct line *line);

#endif
