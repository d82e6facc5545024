/*
 * Names at the end of titles, as calendars of Sched have them for some
 * conferences: "Kelp at depth - Ann One, Tide Lab & Bo Two, Sea".
 */
#ifndef LECTERN_ICAL_NAMES_H
#define LECTERN_ICAL_NAMES_H

#include <stdbool.h>
#include <stddef.h>

#include "source/programme.h"

/* Whether titles of a calendar of Sched end so: most of those with a dash. */
bool ical_names_are(const char *s, size_t len);

/*
 * Parts the title of the talk `p->talk`, if it ends with names: they become its
 * speakers, and with where they are from its first text.
 */
void ical_names_part(struct programme *p, const char *title);

#endif
