/*
 * Time zones, as the system knows them.
 */
#ifndef LECTERN_ZONE_H
#define LECTERN_ZONE_H

#include <stdbool.h>
#include <time.h>

/*
 * Turns a time of the zone of this name, "Europe/Brussels", into UTC; false: no
 * such zone is known here, and the time stays.  Sets the environment meanwhile:
 * not for threads.
 */
bool zone_to_utc(const char *zone, struct tm *time);

#endif
