/*
 * Time zones, as the system knows them.
 */
#ifndef LECTERN_ZONE_H
#define LECTERN_ZONE_H

#include <stdbool.h>
#include <time.h>

/* A zone; opened with zone_open(), freed with zone_free(). */
struct zone;

/*
 * Opens the zone of this name: "Europe/Brussels", or a path that ends with such
 * a name, "/example.org/Europe/Brussels", as some calendars have, or one that
 * zone_name() knows.  Returns NULL
 * if it is not known here.
 */
struct zone *zone_open(const char *name);

/*
 * Returns the name of a zone that Windows calls so ("W. Europe Standard Time":
 * "Europe/Berlin"), else the name itself.
 */
const char *zone_name(const char *name);

/* Takes NULL. */
void zone_free(struct zone *zone);

/* Returns how many minutes clocks are ahead of UTC at a time in UTC. */
int zone_offset(const struct zone *zone, time_t utc);

/*
 * Turns a time of the zone of this name into UTC; false: no such zone is known
 * here, and the time stays.
 */
bool zone_to_utc(const char *name, struct tm *time);

#endif
