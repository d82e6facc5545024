#include "source/markdown/labelled.h"

#include <string.h>

#include "lectern/base/arena.h"
#include "lectern/base/text.h"
#include "lectern/model/notes.h"
#include "source/markdown/label.h"
#include "source/markdown/lead.h"
#include "source/markdown/richtext.h"
#include "source/part_names.h"

#define LABEL_LONGEST 30 /* bytes before its colon */
#define VALUE_LONGEST 60 /* and behind it */
#define WIDE_COLON    "\xef\xbc\x9a"

/* Names that columns do not have, or have for other things. */
static const struct part_name more[] = {{"data", PART_DAY},
    {"donde", PART_ROOM}, {"dove", PART_ROOM}, {"onde", PART_ROOM},
    {"termin", PART_DAY}, {"wann", PART_DAY}, {"when", PART_DAY},
    {"where", PART_ROOM}, {"wo", PART_ROOM}, {"日時", PART_DAY},
    {"日程", PART_DAY}};

static enum part
find_part(const struct part_name *known, size_t n, const char *name)
{
	for (size_t i = 0; i < n; i++) {
		if (*known[i].name == *name && strcmp(known[i].name, name) == 0)
			return known[i].kind;
	}
	return PART_OTHER;
}

/* What a label is called; PART_OTHER: nothing that is known. */
static enum part
part_of(struct arena *arena, const char *s, size_t len)
{
	const char *name;
	size_t n;
	const struct part_name *known = part_names(&n);
	enum part part;

	while (len > 0 && strchr(" *_", s[len - 1]))
		len--;
	if (len == 0)
		return PART_OTHER;
	name = part_names_fold(arena, arena_dup(arena, s, len));
	part = find_part(known, n, name);
	return part != PART_OTHER
	    ? part
	    : find_part(more, sizeof(more) / sizeof(*more), name);
}

static enum fact
fact_of(enum part part)
{
	static const uint8_t facts[PART_KINDS] = {[PART_DAY] = FACT_DAY,
	    [PART_START] = FACT_TIME,
	    [PART_END] = FACT_END,
	    [PART_ROOM] = FACT_ROOM,
	    [PART_LENGTH] = FACT_LENGTH};

	return (enum fact)facts[part];
}

/* Whether a label says something else: most do. */
static bool
is_other(enum label_kind kind)
{
	return kind != LABEL_NONE && kind != LABEL_FACT;
}

/* The end of a value without the next label, where lines are joined. */
static size_t
value_end(const char *s, size_t len)
{
	const char *colon = memchr(s, ':', len) ? memmem(s, len, ": ", 2)
						: NULL;
	size_t end = colon ? (size_t)(colon - s) : len;

	while (colon && end > 0 && s[end - 1] != ' ')
		end--;
	while (end > 0 && strchr(" ,;.", s[end - 1]))
		end--;
	return end;
}

/* Takes the value at `s` of a label of `name_len` bytes. */
static void
take_value(struct labelled *l, struct arena *arena, const char *name,
    size_t name_len, const char *s, size_t len)
{
	struct line value = {.nspans = 0};
	enum part part;

	value.len = (uint32_t)value_end(s, len);
	if (value.len == 0 || value.len > VALUE_LONGEST ||
	    is_other(label_read(name, name_len)))
		return;
	part = part_of(arena, name, name_len);
	value.text = arena_dup(arena, s, value.len);
	if (fact_of(part) != FACT_NONE &&
	    (part == PART_ROOM || strpbrk(value.text, "0123456789") ||
		lead_date(value.text, value.len) == value.len))
		facts_take_cell(&l->facts, arena, fact_of(part), &value);
	else if (part == PART_TRACK && !l->track)
		l->track = value.text;
}

/* Where the next label begins behind a value, where lines are joined; or `len`. */
static size_t
next_label(const char *s, size_t len)
{
	const char *colon = memmem(s, len, ": ", 2);
	size_t at = colon ? (size_t)(colon - s) : len;

	while (at > 0 && at < len && s[at - 1] != ' ')
		at--;
	/* Any word may stand before a colon in a sentence. */
	return at > 0 && at < len && !(s[at] >= 'a' && s[at] <= 'z') ? at : len;
}

/* Takes "Label: value"; returns the bytes up to the next label. */
static size_t
take(struct labelled *l, struct arena *arena, const char *s, size_t len)
{
	size_t most = len < LABEL_LONGEST ? len : LABEL_LONGEST, at = 1;
	const char *colon = memchr(s, ':', most);

	if (!colon) {
		colon = memmem(s, most, WIDE_COLON, strlen(WIDE_COLON));
		at = strlen(WIDE_COLON);
	}
	if (!colon || colon == s)
		return len;
	at += (size_t)(colon - s);
	while (at < len && strchr(" *_", s[at]))
		at++;
	take_value(l, arena, s, (size_t)(colon - s), s + at, len - at);
	return at + next_label(s + at, len - at);
}

/* The next bar between blanks in the bytes at `s`, or their end. */
static size_t
to_bar(const char *s, size_t len)
{
	const char *bar = memchr(s, '|', len) ? memmem(s, len, " | ", 3) : NULL;

	return bar ? (size_t)(bar - s) : len;
}

void
labelled_take(struct labelled *l, struct arena *arena, const struct line *line)
{
	uint32_t ends[] = {
	    line->first, line->breaks[0], line->breaks[1], line->len};
	uint32_t from = 0;

	/* Most lines end here. */
	if (!memchr(line->text, ':', line->len) &&
	    !memchr(line->text, *WIDE_COLON, line->len))
		return;
	for (size_t i = 0; i < sizeof(ends) / sizeof(*ends); i++) {
		/* "Room", and below it ": Hall A" */
		if (ends[i] + 1 < line->len && line->text[ends[i] + 1] == ':')
			continue;
		while (from < ends[i]) {
			const char *s = line->text + from;
			size_t n = to_bar(s, ends[i] - from);
			size_t blanks = strspn(s, " ");

			for (size_t at = blanks; at < n;)
				at += take(l, arena, s + at, n - at);
			from += (uint32_t)n + 3;
		}
		if (ends[i] > 0)
			from = ends[i];
	}
}

void
labelled_give(const struct labelled *l, struct talk *talk)
{
	if (!talk->day)
		talk->day = l->facts.day;
	if (!talk->room)
		talk->room = l->facts.room;
	if (!talk->start)
		talk->start = l->facts.start;
	if (talk->minutes == 0)
		talk->minutes = l->facts.minutes;
}
