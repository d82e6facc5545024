/*
 * Items that are topics, over lists of talks.
 */
#ifndef LECTERN_TOPIC_ITEMS_H
#define LECTERN_TOPIC_ITEMS_H

#include <stdbool.h>
#include <stdint.h>

#include "source/markdown/finder.h"

/*
 * Adds a list as a group if its items are topics, and those below them talks: they
 * have videos or, with `named`, somebody's name; false: they are not.
 */
bool topic_items_add(struct finder *f, uint32_t list, bool named);

/* Whether a line reads as a label, yet may be a topic: "Networking", "Track: Nets". */
bool topic_items_label(const struct line *line);

/* Gives the items of such a list, and those below them, their roles. */
void topic_items_take(struct finder *f, const struct group *group);

#endif
