/*
 * What stands between the start of a line and the link that is its title: "[Hall B] ",
 * "10:30 K.1.105 ", "Feb 2031 ".
 */
#ifndef LECTERN_LEAD_LINK_H
#define LECTERN_LEAD_LINK_H

#include <stdint.h>

struct line;

/*
 * Returns where such a link begins, behind a room or a month at byte `at`, where the
 * line has `kinds` (of lead.h) before that; else `at`.
 */
uint32_t lead_link_start(const struct line *line, uint32_t at, unsigned kinds);

#endif
