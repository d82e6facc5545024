/*
 * Lines that begin with a day and a link to the event, and go on with the title:
 * "7.5.2031 [Reef Days](https://reef.example) - Knots".
 */
#ifndef LECTERN_LINKED_EVENT_H
#define LECTERN_LINKED_EVENT_H

#include <stdbool.h>
#include <stddef.h>

#include "source/markdown/anatomy.h"

/*
 * Whether most of `n` lines are so: their links read as names of events, and what
 * follows them is longer, and neither names nor another event.
 */
bool linked_event_all(const struct anatomy *lines, size_t n);

/*
 * Cuts the title out of such a line, or one with an event before a dash that is no
 * link; leaves any other one alone.
 */
void linked_event_cut(const struct anatomy *line, struct cut *cut);

#endif
