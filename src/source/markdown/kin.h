/*
 * Lines below an item that are talks', whatever the item is.
 */
#ifndef LECTERN_KIN_H
#define LECTERN_KIN_H

#include <stdbool.h>
#include <stdint.h>

#include "source/markdown/finder.h"
#include "source/markdown/weigh.h"

/* Whether such a line below an item is one, by its words and its weight. */
bool kin_is(const struct line *line, enum weight weight);

/*
 * Whether a line below an item may be one, or speak for a talk: few do.  Where it
 * does not, none of them has to be weighed.
 */
bool kin_may_be_below(const struct finder *f, uint32_t item);

/*
 * The same by their words alone, for those that kin_is(), or for a session or an
 * event.
 */
bool kin_seems_below(const struct finder *f, uint32_t item);

/*
 * Whether an item begins when the first one below it does, which is more than
 * somebody's name, as in a session.
 */
bool kin_of_session(const struct finder *f, uint32_t item);

/*
 * How many lines are in the list below an item that begins with a day, where all
 * say by whom they are, and there are two at least; else 0.
 */
uint32_t kin_of_event(const struct finder *f, uint32_t item);

/*
 * Whether an item is a topic or somebody: its list has videos with titles of their
 * own, two at least; and whether a list has such items, two and half of all at
 * least.
 */
bool kin_is_topic(const struct finder *f, uint32_t item);
bool kin_of_topics(const struct finder *f, uint32_t list);

/* Whether a line says what kind of talks are below it: "Keynotes". */
bool kin_names_kind(const struct line *line);

/* Whether a line ends in a link whose text may be a title. */
bool kin_leads_to_title(const struct line *line);

/*
 * How many lines begin with a time, and name somebody, in lists below the items
 * of an item's own lists, as in a day that has sessions; 0 also for one.
 */
uint32_t kin_further_below(const struct finder *f, uint32_t item);

/*
 * Returns the list whose items are below the heading above a list: that below its
 * item, if this is the only one and leads to all of them, "YouTube playlist".
 */
uint32_t kin_list_below(struct finder *f, uint32_t list);

#endif
