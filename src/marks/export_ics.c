#include "lectern/marks/export.h"

#include <stdlib.h>
#include <string.h>

#include "lectern/base/clock.h"
#include "lectern/base/date.h"
#include "lectern/base/mem.h"
#include "lectern/base/text.h"
#include "lectern/base/zone.h"
#include "lectern/source/body.h"

#define LINE_MOST 75 /* bytes of a line; longer ones are folded */

/* Writes a line, folded between two characters. */
static void
put_line(FILE *out, const char *s)
{
	size_t room = LINE_MOST;

	while (strlen(s) > room) {
		size_t n = room;

		while (n > 1 && ((unsigned char)s[n] & 0xC0) == 0x80)
			n--;
		fprintf(out, "%.*s\r\n ", (int)n, s);
		s += n;
		/* The blank before it counts. */
		room = LINE_MOST - 1;
	}
	fprintf(out, "%s\r\n", s);
}

/* Writes text in which nothing ends the value. */
static void
put_text(FILE *out, const char *s)
{
	for (; *s; s++) {
		if (*s == '\n') {
			fputs("\\n", out);
			continue;
		}
		if (strchr("\\;,", *s))
			putc('\\', out);
		putc(*s, out);
	}
}

/* Writes a property, unless it has no text. */
static void
put(FILE *out, const char *name, const char *text)
{
	char *line = NULL;
	size_t len;
	FILE *lines;

	if (!text || !*text)
		return;
	lines = mem_open(&line, &len);
	fprintf(lines, "%s:", name);
	put_text(lines, text);
	fclose(lines);
	put_line(out, line);
	free(line);
}

/* The digits of the first date, "2026-05-01", in a day as it was written. */
static bool
read_day(const char *day, char digits[9])
{
	static const char form[] = "dddd-dd-dd";
	size_t n = 0, i = 0;

	for (; day && *day; day++) {
		for (i = n = 0; form[i] &&
		     (form[i] == 'd' ? text_ascii_digit(day[i])
				     : day[i] == form[i]);
		     i++)
			if (form[i] == 'd')
				digits[n++] = day[i];
		if (!form[i])
			break;
	}
	digits[n] = '\0';
	return day && *day && !form[i];
}

/*
 * When it starts and how long it takes; false: that is not known.  A time in a
 * zone would want the rules of that zone: it is told in UTC, and where the zone
 * is not known as a time of wherever one is.
 */
static bool
put_time(FILE *out, const struct notes *notes, const struct talk *talk)
{
	const char *zone = notes->sources[talk->source].zone;
	char digits[9], start[sizeof("20260501T093000Z")];
	struct tm at = {0};
	bool utc;

	if (!read_day(talk->day, digits) || !talk->start ||
	    sscanf(talk->start, "%2d:%2d", &at.tm_hour, &at.tm_min) != 2)
		return false;
	sscanf(digits, "%4d%2d%2d", &at.tm_year, &at.tm_mon, &at.tm_mday);
	at.tm_year -= 1900;
	at.tm_mon--;
	utc = zone && zone_to_utc(zone, &at);
	if (strftime(start, sizeof(start), "%Y%m%dT%H%M%S", &at) == 0)
		return false;
	fputs("BEGIN:VEVENT\r\n", out);
	fprintf(out, "DTSTART:%s%s\r\n", start, utc ? "Z" : "");
	if (talk->minutes > 0)
		fprintf(out, "DURATION:PT%dM\r\n", talk->minutes);
	return true;
}

/* Speakers, the reader's own note and, where asked for, those of the talk. */
static void
put_description(FILE *out, const struct export_entry *entry, bool bullets)
{
	char *all = NULL;
	const char *text;
	size_t len;
	FILE *lines = mem_open(&all, &len);
	struct body_blocks blocks = body_blocks(entry->talk);

	fputs(entry->speakers, lines);
	for (size_t row = 0; (text = export_list_text(entry->mark, &row));)
		fprintf(lines, "\n\n%s", text);
	for (uint32_t i = 0; bullets && i < blocks.n; i++)
		fprintf(
		    lines, "%s%s", i > 0 ? "\n" : "\n\n", blocks.block[i].text);
	fclose(lines);
	put(out, "DESCRIPTION", all + strspn(all, "\n"));
	free(all);
}

static bool
put_entry(FILE *out, const struct export *what,
    const struct export_entry *entry, const char *now)
{
	const struct talk *talk = entry->talk;
	bool known = notes_more(talk)->identity &&
	    notes_more(talk)->identity->guid;

	if (!put_time(out, what->notes, talk))
		return false;
	put(out, "UID", known ? notes_more(talk)->identity->guid : talk->key);
	put(out, "DTSTAMP", now);
	put(out, "SUMMARY", *entry->title ? entry->title : "(no title)");
	put(out, "LOCATION", talk->room);
	put(out, "CATEGORIES", entry->track);
	put_description(out, entry, what->bullets);
	/* A URI is no text: nothing in it is escaped. */
	if (entry->url) {
		char *line = mem_printf("URL:%s", entry->url);

		put_line(out, line);
		free(line);
	}
	fputs("END:VEVENT\r\n", out);
	return true;
}

/* Writes the time now as "20261128T153000Z". */
static void
write_now(char now[DATE_BYTES])
{
	char text[DATE_BYTES];
	size_t n = 0;

	date_text(text, clock_date(), false);
	for (const char *s = text; *s; s++)
		if (*s != '-' && *s != ':')
			now[n++] = *s;
	now[n] = '\0';
}

size_t
export_ics(FILE *out, const struct export *what)
{
	struct export_list list = export_list_make(what);
	char now[DATE_BYTES];
	size_t left = 0;

	write_now(now);
	put_line(out, "BEGIN:VCALENDAR");
	put_line(out, "VERSION:2.0");
	put_line(out, "PRODID:-//lectern//lectern//EN");
	put(out, "NAME", what->notes->name);
	put(out, "X-WR-CALNAME", what->notes->name);
	for (size_t i = 0; i < list.n; i++)
		left += !list.entry[i].talk ||
		    !put_entry(out, what, &list.entry[i], now);
	put_line(out, "END:VCALENDAR");
	export_list_free(&list);
	return left;
}
