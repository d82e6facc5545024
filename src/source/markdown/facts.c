#include "source/markdown/facts.h"

#include <stdlib.h>
#include <string.h>

#include "lectern/base/arena.h"
#include "lectern/base/date_east.h"
#include "lectern/base/mem.h"
#include "lectern/base/text.h"
#include "lectern/model/notes.h"
#include "source/markdown/lead.h"
#include "source/markdown/lead_east.h"
#include "source/markdown/richtext.h"
#include "source/when.h"

#define MORNING      (6 * 60) /* minute at which a programme may begin */
#define NOON         (12 * 60)
#define LONGEST_TALK 240 /* minutes */
#define HOURS        24  /* of a day: "25:10" is a length */
#define LONGEST_CELL 60  /* bytes of one that tells a fact */
#define MOST_PARTS   8   /* behind a title that are looked at */

/* A piece without signs around it. */
static const char *
bare(struct arena *arena, const char *s, size_t len)
{
	while (len > 0 && strchr(" ([:|,-", *s)) {
		s++;
		len--;
	}
	while (len > 0 && strchr(" )]:|,-~", s[len - 1]) &&
	    !(s[len - 1] == ')' && memchr(s, '(', len)))
		len--;
	/* "2031-05-12." */
	if (len > 1 && s[len - 1] == '.' && memchr(s, '-', len))
		len--;
	/* A dash that is no hyphen, or a wide colon. */
	if (len > 3 &&
	    (memcmp(s + len - 3, "\xe2\x80", 2) == 0 ||
		lead_east_separator(s + len - 3, 3) > 0))
		return bare(arena, s, len - 3);
	return arena_dup(arena, s, len);
}

/* Returns whether all that the piece says is the day that is kept. */
static bool
take_day(struct facts *facts, const char *s)
{
	struct date_east east;
	size_t len = strlen(s);

	/* A year is the event's. */
	if (facts->day || len <= 4 ||
	    (date_east_is(s, len, &east) && east.month == 0))
		return false;
	facts->day = s;
	return true;
}

/* What follows the digits of a time: its unit, which a range has only once. */
static const char *
unit_of(const char *s)
{
	return s + strspn(s, "0123456789:.");
}

/* The same of the time, which is kept with two digits and without an end. */
static bool
take_time(struct facts *facts, struct arena *arena, const char *s)
{
	char *first = arena_dup(arena, s, strlen(s));
	const char *second = when_second(first);
	int from = when_minute(
	    second ? when_first(arena, first, second) : first);
	int to = second ? when_minute(second) : -1;

	if (from < 0 && to >= 0) {
		from = when_minute(
		    arena_printf(arena, "%s%s", first, unit_of(second)));
		/* "11 - 1pm" */
		from -= from > to && to >= NOON ? NOON : 0;
	}
	if (facts->start || !text_ascii_digit(*s) || from < MORNING)
		return false;
	facts->start = arena_printf(arena, "%02d:%02d", from / 60, from % 60);
	if (to > from && to - from <= LONGEST_TALK)
		facts->minutes = (uint16_t)(to - from);
	return strcmp(facts->start, s) == 0;
}

static bool
take_room(struct facts *facts, const char *s)
{
	if (facts->room || *s == '\0')
		return false;
	facts->room = s;
	return true;
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

/* The length is a number: its unit is no part of it. */
static void
take_length(struct facts *facts, const char *s)
{
	unsigned long minutes = length_of(s);

	if (minutes == 0 && s[strspn(s, "0123456789")] == '\0')
		minutes = strtoul(s, NULL, 10);
	if (facts->minutes == 0 && minutes <= LONGEST_TALK)
		facts->minutes = (uint16_t)minutes;
}

/* What is known to be a time, with colons: "9:30" for "9.30". */
static const char *
with_colons(struct arena *arena, const char *text, size_t len)
{
	char *s = arena_dup(arena, text, len);

	for (char *at = s; *at;) {
		size_t n = strspn(at, "0123456789.");

		if (n >= 4 && n <= 5 && at[n - 3] == '.' &&
		    memchr(at, '.', n) == at + n - 3 && at[n - 1] != '.')
			at[n - 3] = ':';
		at += n > 0 ? n : 1;
	}
	return s;
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
			all = take_time(facts, arena,
				  with_colons(arena, piece, strlen(piece))) &&
			    all;
		else if (kind == LEAD_ROOM)
			all = take_room(facts, piece + strspn(piece, "@ ")) &&
			    all;
		else
			all = false;
		if (kind == LEAD_MINUTES)
			take_length(facts, piece);
		if (all)
			facts->told = (uint32_t)at;
	}
}

/* Whether a part is two times, from when to when a talk is. */
static bool
is_range(const char *s, size_t len)
{
	char *copy;
	bool range;

	if (lead_time(s, len) < len || len < 7)
		return false;
	copy = mem_dup(s, len);
	range = when_second(copy) != NULL;
	free(copy);
	return range;
}

/*
 * Whether at byte `i` a clock begins, behind which is a length, or a dash ends
 * what a picture like that begins.
 */
static bool
is_clock_end(const char *s, size_t from, size_t i, size_t len)
{
	if (i + 2 < len && s[i] == '\xe2' && s[i + 1] == '\x8f')
		return true;
	if (s[i] != '-' || i == from || s[i - 1] != ' ' || i + 1 >= len ||
	    s[i + 1] != ' ')
		return false;
	while (from < i && s[from] == ' ')
		from++;
	return (unsigned char)s[from] >= 0x80;
}

/* Looks for a length in brackets or between signs, or when it begins and ends. */
static void
look_behind(struct facts *facts, struct arena *arena, const char *s, size_t len)
{
	size_t from = 0;

	for (size_t i = 0, parts = 0; i <= len && parts < MOST_PARTS; i++) {
		unsigned long minutes;

		if (i < len && !strchr("()[]|,", s[i]) &&
		    !is_clock_end(s, from, i, len))
			continue;
		parts++;
		/* A picture of a clock may stand before it. */
		while (from < i &&
		    (strchr(" :-", s[from]) || (unsigned char)s[from] >= 0x80))
			from++;
		if (from < i && !facts->start && is_range(s + from, i - from)) {
			take_time(
			    facts, arena, bare(arena, s + from, i - from));
			return;
		}
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

static void
take_end(struct facts *facts, const char *s)
{
	int from = facts->start ? when_minute(facts->start) : -1;
	int to = when_minute(s);

	if (facts->minutes == 0 && from >= 0 && to > from &&
	    to - from <= LONGEST_TALK)
		facts->minutes = (uint16_t)(to - from);
}

/* Whether a text is a number and a unit of time: "45 min", "1h". */
static bool
is_length(const char *s, size_t len)
{
	size_t i = strspn(s, "0123456789"), n = i;

	while (i < len && s[i] == ' ')
		i++;
	return n > 0 && n < 4 && len - i < 9 &&
	    ((len - i >= 3 && text_ascii_same(s + i, "min", 3)) ||
		(len - i == 1 && s[i] == 'h'));
}

enum fact
facts_kind(const char *s, size_t len)
{
	if (is_length(s, len))
		return FACT_LENGTH;
	if (lead_time(s, len) == len)
		return FACT_TIME;
	if (lead_date(s, len) == len)
		return FACT_DAY;
	return lead_is_room(s, len) ? FACT_ROOM : FACT_NONE;
}

bool
facts_take(struct facts *facts, struct arena *arena, enum fact fact,
    const char *s, size_t len)
{
	const char *piece = bare(arena, s, len);

	switch (fact) {
	case FACT_DAY:
		return take_day(facts, piece);
	case FACT_TIME:
		return take_time(facts, arena, piece);
	case FACT_END:
		take_end(facts, piece);
		break;
	case FACT_ROOM:
		return take_room(facts, piece);
	case FACT_LENGTH:
		take_length(facts, piece);
		break;
	case FACT_NONE:
		break;
	}
	return false;
}

/* "TBA", "?": what is not known yet. */
static bool
is_unknown(const struct line *cell)
{
	return !richtext_has_words(cell->text, 0, cell->len) ||
	    (cell->len > 2 && cell->text[0] == 'T' && cell->text[1] == 'B');
}

bool
facts_take_cell(struct facts *facts, struct arena *arena, enum fact fact,
    const struct line *cell)
{
	for (uint32_t i = 0; i < cell->nspans; i++) {
		if (cell->spans[i].url)
			return false;
	}
	if (cell->len > LONGEST_CELL || is_unknown(cell))
		return false;
	/* A town and its country are no room. */
	if (fact == FACT_ROOM && memchr(cell->text, ',', cell->len))
		return false;
	if (fact != FACT_DAY && fact != FACT_TIME)
		return facts_take(facts, arena, fact, cell->text, cell->len);
	facts->told = 0;
	look_before(facts, arena,
	    fact == FACT_TIME ? with_colons(arena, cell->text, cell->len)
			      : cell->text,
	    cell->len);
	if (fact == FACT_DAY && !facts->day && !facts->start)
		return take_day(facts, arena_dup(arena, cell->text, cell->len));
	return facts->told >= cell->len;
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

struct facts
facts_above(
    struct arena *arena, const struct line *line, uint32_t title, uint32_t end)
{
	struct facts facts = facts_read(arena, line, title, end);

	if (facts_kind(line->text, line->len) == FACT_DAY &&
	    facts_take(&facts, arena, FACT_DAY, line->text, line->len))
		facts.told = line->len;
	return facts;
}

void
facts_give(const struct facts *facts, struct talk *talk)
{
	talk->day = facts->day;
	talk->room = facts->room;
	talk->start = facts->start;
	talk->minutes = facts->minutes;
}
