/*
 * What Windows, and with it Outlook and Exchange, calls zones; by the table
 * windowsZones of the Unicode CLDR, each with the place that stands for it.
 */
#include <string.h>

#include "lectern/base/zone.h"

static const struct {
	const char *windows; /* before " Standard Time" */
	const char *zone;
} zones[] = {
    {"AUS Central", "Australia/Darwin"},
    {"AUS Eastern", "Australia/Sydney"},
    {"Afghanistan", "Asia/Kabul"},
    {"Alaskan", "America/Anchorage"},
    {"Arab", "Asia/Riyadh"},
    {"Arabian", "Asia/Dubai"},
    {"Arabic", "Asia/Baghdad"},
    {"Argentina", "America/Argentina/Buenos_Aires"},
    {"Atlantic", "America/Halifax"},
    {"Azerbaijan", "Asia/Baku"},
    {"Azores", "Atlantic/Azores"},
    {"Bahia", "America/Bahia"},
    {"Bangladesh", "Asia/Dhaka"},
    {"Belarus", "Europe/Minsk"},
    {"Canada Central", "America/Regina"},
    {"Cape Verde", "Atlantic/Cape_Verde"},
    {"Caucasus", "Asia/Yerevan"},
    {"Cen. Australia", "Australia/Adelaide"},
    {"Central America", "America/Guatemala"},
    {"Central Asia", "Asia/Bishkek"},
    {"Central Brazilian", "America/Cuiaba"},
    {"Central Europe", "Europe/Budapest"},
    {"Central European", "Europe/Warsaw"},
    {"Central Pacific", "Pacific/Guadalcanal"},
    {"Central", "America/Chicago"},
    {"Central (Mexico)", "America/Mexico_City"},
    {"China", "Asia/Shanghai"},
    {"E. Africa", "Africa/Nairobi"},
    {"E. Australia", "Australia/Brisbane"},
    {"E. Europe", "Europe/Chisinau"},
    {"E. South America", "America/Sao_Paulo"},
    {"Eastern", "America/New_York"},
    {"Egypt", "Africa/Cairo"},
    {"Ekaterinburg", "Asia/Yekaterinburg"},
    {"FLE", "Europe/Kyiv"},
    {"Fiji", "Pacific/Fiji"},
    {"GMT", "Europe/London"},
    {"GTB", "Europe/Bucharest"},
    {"Georgian", "Asia/Tbilisi"},
    {"Greenland", "America/Nuuk"},
    {"Greenwich", "Atlantic/Reykjavik"},
    {"Hawaiian", "Pacific/Honolulu"},
    {"India", "Asia/Kolkata"},
    {"Iran", "Asia/Tehran"},
    {"Israel", "Asia/Jerusalem"},
    {"Jordan", "Asia/Amman"},
    {"Kaliningrad", "Europe/Kaliningrad"},
    {"Korea", "Asia/Seoul"},
    {"Middle East", "Asia/Beirut"},
    {"Montevideo", "America/Montevideo"},
    {"Morocco", "Africa/Casablanca"},
    {"Mountain", "America/Denver"},
    {"Myanmar", "Asia/Yangon"},
    {"N. Central Asia", "Asia/Novosibirsk"},
    {"Nepal", "Asia/Kathmandu"},
    {"New Zealand", "Pacific/Auckland"},
    {"Newfoundland", "America/St_Johns"},
    {"North Asia East", "Asia/Irkutsk"},
    {"North Asia", "Asia/Krasnoyarsk"},
    {"Pacific SA", "America/Santiago"},
    {"Pacific", "America/Los_Angeles"},
    {"Pakistan", "Asia/Karachi"},
    {"Paraguay", "America/Asuncion"},
    {"Romance", "Europe/Paris"},
    {"Russian", "Europe/Moscow"},
    {"SA Eastern", "America/Cayenne"},
    {"SA Pacific", "America/Bogota"},
    {"SA Western", "America/La_Paz"},
    {"SE Asia", "Asia/Bangkok"},
    {"Singapore", "Asia/Singapore"},
    {"South Africa", "Africa/Johannesburg"},
    {"Sri Lanka", "Asia/Colombo"},
    {"Taipei", "Asia/Taipei"},
    {"Tasmania", "Australia/Hobart"},
    {"Tokyo", "Asia/Tokyo"},
    {"Turkey", "Europe/Istanbul"},
    {"US Eastern", "America/Indiana/Indianapolis"},
    {"US Mountain", "America/Phoenix"},
    {"Ulaanbaatar", "Asia/Ulaanbaatar"},
    {"Venezuela", "America/Caracas"},
    {"Vladivostok", "Asia/Vladivostok"},
    {"W. Australia", "Australia/Perth"},
    {"W. Central Africa", "Africa/Lagos"},
    {"W. Europe", "Europe/Berlin"},
    {"West Asia", "Asia/Tashkent"},
    {"Yakutsk", "Asia/Yakutsk"},
};

const char *
zone_name(const char *name)
{
	static const char standard[] = " Standard Time";
	const char *end = strstr(name, standard);
	char key[64];
	size_t len = end ? (size_t)(end - name) : sizeof(key), rest;

	if (len >= sizeof(key) / 2)
		return name;
	end += strlen(standard);
	rest = strlen(end);
	if (rest >= sizeof(key) / 2)
		return name;
	memcpy(key, name, len);
	memcpy(key + len, end, rest + 1);
	for (size_t i = 0; i < sizeof(zones) / sizeof(*zones); i++)
		if (strcmp(zones[i].windows, key) == 0)
			return zones[i].zone;
	return name;
}
