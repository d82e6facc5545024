#include "lectern/base/zone.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "lectern/base/mem.h"

/* What names of zones are made of: none leads out of their folder. */
#define NAME \
	"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789/_+-"

/* Where C libraries look for it; one that they do not find is UTC to them. */
static bool
is_known(const char *zone)
{
	static const char *const folders[] = {
	    "/usr/share/zoneinfo", "/share/zoneinfo", "/etc/zoneinfo"};
	bool known = false;

	for (size_t i = 0; i < sizeof(folders) / sizeof(*folders); i++) {
		char *path = mem_printf("%s/%s", folders[i], zone);

		known = known || access(path, R_OK) == 0;
		free(path);
	}
	return known;
}

static void
set_zone(const char *zone)
{
	if (zone)
		setenv("TZ", zone, 1);
	else
		unsetenv("TZ");
	tzset();
}

bool
zone_to_utc(const char *zone, struct tm *time)
{
	const char *is = getenv("TZ");
	char *was;
	time_t seconds;
	struct tm local = *time;

	if (!*zone || zone[strspn(zone, NAME)] || !is_known(zone))
		return false;
	was = is ? mem_dup(is, strlen(is)) : NULL;
	set_zone(zone);
	local.tm_isdst = -1;
	seconds = mktime(&local);
	set_zone(was);
	free(was);
	return gmtime_r(&seconds, time) != NULL;
}
