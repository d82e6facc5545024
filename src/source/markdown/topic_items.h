/*
 * Items that are topics, over lists of talks.
 */
#ifndef LECTERN_TOPIC_ITEMS_H
#define LECTERN_TOPIC_ITEMS_H

#include <stdbool.h>
#include <stdint.h>

#include "source/markdown/finder.h"

/*
 * Returns how many talks are below the items of a list that are topics; 0: they
 * are none.
 */
uint32_t topic_items_talks(struct finder *f, uint32_t list);

/* Whether a line reads as a label, yet may be a topic: "Networking", "Track: Nets". */
bool topic_items_label(const struct line *line);

/* Gives the items of such a list, and those below them, their roles. */
void topic_items_take(struct finder *f, uint32_t list);

#endif
