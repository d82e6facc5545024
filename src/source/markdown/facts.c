#include "source/markdown/facts.h"

#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include "lectern/base/arena.h"
#include "lectern/base/text.h"
#include "source/markdown/lead.h"
#include "source/markdown/richtext.h"
#include "source/when.h"

#define MORNING      (6 * 60) /* minute at which a programme may begin */
#define LONGEST_TALK 240      /* minutes */
#define HOURS        24       /* of a day: "25:10" is a length */
#define MOST_PARTS   8        /* behind a title that are looked at */

/* A piece without signs around it. */
static const char *
bare(struct arena *arena, const char *s, size_t len)
{
	while (len > 0 && strchr(" ([:|,-", *s)) {
		s++;
		len--;
	}
	while (len > 0 && strchr(" )]:|,-~", s[len - 1]))
		len--;
	/* A dash that is no hyphen. */
	if (len > 3 && memcmp(s + len - 3, "\xe2\x80", 2) == 0)
		return bare(arena, s, len - 3);
	return arena_dup(arena, s, len);
}

/* Returns whether all that the piece says is the day that is kept. */
static bool
take_day(struct facts *facts, const char *s)
{
	/* A year is the event's. */
	if (facts->day || strlen(s) <= 4)
		return false;
	facts->day = s;
	return true;
}

/* The same of the time, which is kept with two digits and without an end. */
static bool
take_time(struct facts *facts, struct arena *arena, const char *s)
{
	char *first = arena_dup(arena, s, strlen(s));
	const char *second = when_second(first);
	int from = when_minute(first), to = second ? when_minute(second) : -1;

	if (facts->start || !text_ascii_digit(*s) || from < MORNING)
		return false;
	facts->start = arena_printf(arena, "%02d:%02d", from / 60, from % 60);
	if (to > from && to - from <= LONGEST_TALK)
		facts->minutes = (uint16_t)(to - from);
	return strcmp(facts->start, s) == 0;
}

static void
look_before(struct facts *facts, struct arena *arena, const char *s, size_t len)
{
	bool all = true;

	for (size_t at = 0; at < len;) {
		unsigned kind;
		size_t n = lead_piece(s + at, len - at, &kind);
		const char *piece;

		if (n == 0)
			break;
		piece = bare(arena, s + at, n);
		at += n;
		if (kind == LEAD_DATE)
			all = take_day(facts, piece) && all;
		else if (kind == LEAD_TIME)
			all = take_time(facts, arena, piece) && all;
		else if (kind == LEAD_ROOM)
			facts->room = piece + strspn(piece, "@ ");
		else
			all = false;
		if (all)
			facts->told = (uint32_t)at;
	}
}

/* "41:20" and "1:13:40" as lengths of videos; 0: it may be a time of day. */
static unsigned long
video_length(const char *s)
{
	char *end;
	unsigned long first = strtoul(s, &end, 10), second, third;

	if (end == s || *end != ':' || !text_ascii_digit(end[1]))
		return 0;
	second = strtoul(end + 1, &end, 10);
	if (*end == '\0')
		return first >= HOURS || second % 5 != 0 ? first : 0;
	if (*end != ':' || !text_ascii_digit(end[1]))
		return 0;
	third = strtoul(end + 1, &end, 10);
	return *end == '\0' && third < 60 && second < 60 ? first * 60 + second
							 : 0;
}

/* How many minutes a part behind a title tells; 0: it is no length. */
static unsigned long
length_of(const char *s)
{
	size_t digits = strspn(s, "0123456789");
	const char *unit = s + digits + strspn(s + digits, " ");

	if (digits == 0 || digits > 3)
		return 0;
	if (*unit == ':')
		return video_length(s);
	return *unit == 'm' || *unit == 'h' ? when_duration(s) : 0;
}

/* Looks for a length in brackets or between signs. */
static void
look_behind(struct facts *facts, struct arena *arena, const char *s, size_t len)
{
	size_t from = 0;

	for (size_t i = 0, parts = 0; i <= len && parts < MOST_PARTS; i++) {
		unsigned long minutes;

		if (i < len && !strchr("()[]|,", s[i]))
			continue;
		parts++;
		while (from < i && strchr(" :-", s[from]))
			from++;
		minutes = from < i && text_ascii_digit(s[from])
		    ? length_of(bare(arena, s + from, i - from))
		    : 0;
		if (minutes > 0 && minutes <= LONGEST_TALK) {
			facts->minutes = (uint16_t)minutes;
			return;
		}
		from = i + 1;
	}
}

struct facts
facts_read(
    struct arena *arena, const struct line *line, uint32_t title, uint32_t end)
{
	struct facts facts = {.day = NULL};

	if (title > 0)
		look_before(&facts, arena, line->text, title);
	if (end < line->len && facts.minutes == 0)
		look_behind(&facts, arena, line->text + end, line->len - end);
	return facts;
}
