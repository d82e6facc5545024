/*
 * The files of the system's database, TZif of RFC 8536, read here: the C library
 * knows only the zone that the environment names, and that cannot be changed
 * while threads run.  A file has the times at which clocks were changed and will
 * be, up to some year, and a rule for what comes after them, as in TZ:
 * "CET-1CEST,M3.5.0,M10.5.0/3".
 */
#include "lectern/base/zone.h"

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "lectern/base/mem.h"

/* What names of zones are made of: none leads out of their folder. */
#define NAME \
	"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789/_+-"

#define LARGEST 65536 /* bytes of a file; the largest has 4 KiB */
#define LONGEST 128   /* bytes of a name, or more than it has */
#define HEAD    44    /* bytes of the head of a block */
#define KIND    6     /* bytes of an offset, with what is said of it */
#define HOUR    3600

/* A change of clocks by the rule: "M3.5.0/2". */
struct change {
	int month, week, day; /* week 5: the last one; day 0: Sunday */
	long seconds;         /* of the day */
};

struct zone {
	unsigned char bytes[LARGEST + 1];
	const unsigned char *times, *kinds, *offsets; /* in there */
	size_t ntimes, noffsets;
	long standard, summer; /* seconds east of UTC, by the rule */
	struct change begin, end;
	bool rule, summers; /* there is one; it has summers */
};

static int64_t
number(const unsigned char *s, int n)
{
	uint64_t value = s[0] & 0x80 ? UINT64_MAX : 0;

	for (int i = 0; i < n; i++)
		value = value << 8 | s[i];
	return (int64_t)value;
}

/* The sizes of a block's parts, as its head has them. */
struct sizes {
	size_t utc, standard, leaps, times, kinds, letters;
};

/* Reads the head of a block; false: it is none. */
static bool
read_head(const unsigned char *s, size_t len, struct sizes *sizes)
{
	size_t *const to[] = {&sizes->utc, &sizes->standard, &sizes->leaps,
	    &sizes->times, &sizes->kinds, &sizes->letters};

	if (len < HEAD || memcmp(s, "TZif", 4) != 0)
		return false;
	s += 20;
	for (int i = 0; i < 6; i++, s += 4) {
		int64_t n = number(s, 4);

		if (n < 0 || n > LARGEST)
			return false;
		*to[i] = (size_t)n;
	}
	return sizes->kinds > 0;
}

/* The bytes of a block after its head; its times have `width` bytes. */
static size_t
block_len(const struct sizes *sizes, size_t width)
{
	return sizes->times * (width + 1) + sizes->kinds * KIND +
	    sizes->letters + sizes->leaps * (width + 4) + sizes->standard +
	    sizes->utc;
}

/* The rule. */

static const char *
skip_letters(const char *s)
{
	if (*s == '<')
		return s + strcspn(s, ">") + (strchr(s, '>') != NULL);
	return s + strcspn(s, "+-0123456789,");
}

/* Takes [+-]hh[:mm[:ss]], in seconds. */
static long
take_time(const char **s)
{
	long sign = **s == '-' ? -1 : 1, seconds = 0;

	*s += **s == '-' || **s == '+';
	for (long unit = HOUR; unit > 0; unit /= 60) {
		char *end;

		seconds += unit * (strtol(*s, &end, 10) % 200);
		*s = end;
		if (**s != ':')
			break;
		++*s;
	}
	return sign * seconds;
}

/* Takes ",M3.5.0[/2]"; false: it is of another kind. */
static bool
take_change(const char **s, struct change *change)
{
	int n = 0;

	if (sscanf(*s, ",M%2d.%1d.%1d%n", &change->month, &change->week,
		&change->day, &n) != 3)
		return false;
	*s += n;
	change->seconds = 2L * HOUR;
	if (**s == '/') {
		++*s;
		change->seconds = take_time(s);
	}
	return change->month >= 1 && change->month <= 12;
}

static void
read_rule(struct zone *zone, const char *s)
{
	const char *at = skip_letters(s);

	if (!*at)
		return;
	zone->standard = -take_time(&at);
	zone->rule = true;
	if (!*at)
		return;
	at = skip_letters(at);
	zone->summer = *at == ',' ? zone->standard + HOUR : -take_time(&at);
	zone->summers = take_change(&at, &zone->begin) &&
	    take_change(&at, &zone->end);
}

/* The second, by clocks there, of a change in a year. */
static time_t
time_of(const struct change *change, int year)
{
	struct tm first = {
	    .tm_year = year, .tm_mon = change->month - 1, .tm_mday = 1};
	time_t at = timegm(&first);
	int day, month = first.tm_mon;

	gmtime_r(&at, &first);
	day = (change->day - first.tm_wday + 7) % 7 + 7 * (change->week - 1);
	for (;; day -= 7) {
		time_t then = at + (time_t)day * 24 * HOUR;
		struct tm there;

		gmtime_r(&then, &there);
		if (day < 7 || there.tm_mon == month)
			return then + change->seconds;
	}
}

static long
offset_by_rule(const struct zone *zone, time_t utc)
{
	time_t there = utc + zone->standard, begin, end;
	struct tm tm;

	if (!zone->summers || !gmtime_r(&there, &tm))
		return zone->standard;
	begin = time_of(&zone->begin, tm.tm_year) - zone->standard;
	end = time_of(&zone->end, tm.tm_year) - zone->summer;
	if (begin < end ? utc >= begin && utc < end : utc >= begin || utc < end)
		return zone->summer;
	return zone->standard;
}

/* Zones. */

/* Finds the parts of a zone in its bytes; false: they are none. */
static bool
take_parts(struct zone *zone, size_t len)
{
	const unsigned char *s = zone->bytes, *end = s + len;
	struct sizes sizes;
	size_t n;

	/* The first block has times of 32 bits, and is there twice. */
	if (!read_head(s, len, &sizes) || s[4] < '2')
		return false;
	n = HEAD + block_len(&sizes, 4);
	if (n > len || !read_head(s + n, len - n, &sizes))
		return false;
	s += n + HEAD;
	n = block_len(&sizes, 8);
	if (n + 2 > (size_t)(end - s) || s[n] != '\n')
		return false;
	zone->ntimes = sizes.times;
	zone->noffsets = sizes.kinds;
	zone->times = s;
	zone->kinds = s + 8 * sizes.times;
	zone->offsets = zone->kinds + sizes.times;
	zone->bytes[len] = '\0';
	zone->bytes[len - 1] = '\0'; /* a line feed */
	read_rule(zone, (const char *)s + n + 1);
	return true;
}

static FILE *
open_file(const char *name)
{
	static const char *const folders[] = {
	    "/usr/share/zoneinfo", "/share/zoneinfo", "/etc/zoneinfo"};
	FILE *file = NULL;

	if (!*name || name[strspn(name, NAME)])
		return NULL;
	for (size_t i = 0; !file && i < sizeof(folders) / sizeof(*folders);
	     i++) {
		char *path = mem_printf("%s/%s", folders[i], name);

		file = fopen(path, "re");
		free(path);
	}
	return file;
}

static struct zone *
open_name(const char *name)
{
	FILE *file = open_file(name);
	struct zone *zone;
	size_t len;

	if (!file)
		return NULL;
	zone = mem_alloc(1, sizeof(*zone));
	len = fread(zone->bytes, 1, LARGEST, file);
	fclose(file);
	if (!take_parts(zone, len)) {
		free(zone);
		return NULL;
	}
	return zone;
}

struct zone *
zone_open(const char *name)
{
	struct zone *zone;

	if (strnlen(name, LONGEST) == LONGEST)
		return NULL;
	name = zone_name(name);
	zone = *name == '/' ? NULL : open_name(name);
	/* Of "/example.org/Europe/Brussels" the end is the name. */
	while (!zone && *name == '/' && *++name) {
		zone = open_name(name);
		name += strcspn(name, "/");
	}
	return zone;
}

void
zone_free(struct zone *zone)
{
	free(zone);
}

int
zone_offset(const struct zone *zone, time_t utc)
{
	size_t low = 0, high = zone->ntimes;
	long seconds;

	/* How many changes were not after that time. */
	while (low < high) {
		size_t middle = low + (high - low) / 2;

		if (number(zone->times + 8 * middle, 8) <= utc)
			low = middle + 1;
		else
			high = middle;
	}
	if (low == zone->ntimes && zone->rule) {
		seconds = offset_by_rule(zone, utc);
	} else {
		size_t kind = low > 0 ? zone->kinds[low - 1] : 0;

		if (kind >= zone->noffsets)
			return 0;
		seconds = (long)number(zone->offsets + KIND * kind, 4);
	}
	return (int)(seconds / 60);
}

bool
zone_to_utc(const char *name, struct tm *time)
{
	struct zone *zone = zone_open(name);
	struct tm there = *time;
	time_t utc, before;

	if (!zone)
		return false;
	utc = timegm(&there);
	/* A day before, there was surely no later change. */
	before = utc - 60L * zone_offset(zone, utc - 24L * HOUR);
	utc -= 60L * zone_offset(zone, before);
	zone_free(zone);
	return gmtime_r(&utc, time) != NULL;
}
