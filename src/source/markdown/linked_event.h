/*
 * Lines that begin with a link to the event, behind the day or with the year in
 * it, and go on with the title: "7.5.2031 [Reef Days](https://reef.example) -
 * Knots", "[Reef Days 2031](https://reef.example/v) » Knots".
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
 * Lets the title of such a line, or of one with an event before a dash that is no
 * link, begin behind the event; leaves any other one alone.
 */
void linked_event_leave(struct anatomy *line);

#endif
