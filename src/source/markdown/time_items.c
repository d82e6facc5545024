#include "source/markdown/time_items.h"

#include <stdbool.h>
#include <stdint.h>
#include <string.h>

#include "lectern/base/text.h"
#include "source/markdown/anew.h"
#include "source/markdown/lead.h"
#include "source/markdown/place.h"
#include "source/markdown/text_lines.h"
#include "source/markdown/weigh.h"

#define LONGEST     300 /* bytes of a line with a title */
#define TIME_LENGTH 24  /* and of one that is a time */
#define DEEPEST     16  /* bytes before a time's mark */
#define LEAST       2   /* times with something below */

/* A line of the document. */
struct row {
	const char *s, *words, *end; /* `words`: behind blanks and mark */
	size_t indent;
	bool item, time, blank, code;
};

/* The bytes of "9:00am", also in bold and before a colon; 0: it is none. */
static size_t
time_length(const char *s, size_t len)
{
	while (len > 0 && strchr("* \r:", s[len - 1]))
		len--;
	return len > 0 && len <= TIME_LENGTH && text_ascii_digit(*s) &&
		lead_time(s, len) == len
	    ? len
	    : 0;
}

/* Reads the line at `s`; returns where the next one begins. */
static const char *
read_row(const char *s, const char *end, struct row *row)
{
	const char *nl = memchr(s, '\n', (size_t)(end - s));

	*row = (struct row){.s = s, .end = nl ? nl : end};
	row->indent = text_spaces(s, (size_t)(row->end - s));
	s += row->indent;
	row->blank = s == row->end || *s == '\r';
	row->code = text_lines_fence(s, row->end);
	if (row->end - s > 2 && text_ascii_any(*s, "-*+") && s[1] == ' ') {
		row->item = true;
		s += 1 + text_spaces(s + 1, (size_t)(row->end - s - 1));
	}
	row->words = s;
	return nl ? nl + 1 : end;
}

/* The time that all of an item is, with its bytes in `*len`, or NULL. */
static const char *
time_of(const struct row *row, size_t *len)
{
	const char *s = row->words;

	if (!row->item || row->indent > DEEPEST)
		return NULL;
	while (s < row->end && *s == '*')
		s++;
	*len = time_length(s, (size_t)(row->end - s));
	return *len > 0 ? s : NULL;
}

/* The same, and looks whether it is a time right over a deeper item. */
static const char *
read_time(const char *s, const char *end, struct row *row)
{
	const char *next = read_row(s, end, row), *at = next;
	struct row below = {.blank = true};
	size_t len;

	if (!time_of(row, &len))
		return next;
	while (at < end && below.blank)
		at = read_row(at, end, &below);
	row->time = below.item && below.indent > row->indent;
	return next;
}

/* Whether the line of an item names somebody beside a title. */
static bool
names_somebody(const struct row *row)
{
	static const enum place colon = PLACE_FIRST_COLON;
	char text[LONGEST + 1];
	uint32_t n = 0;
	struct line line;

	if (row->end - row->words > LONGEST)
		return false;
	for (const char *s = row->words; s < row->end; s++) {
		if (!text_ascii_any(*s, "*\r"))
			text[n++] = *s;
	}
	text[n] = '\0';
	line = (struct line){.text = text, .len = n, .first = n};
	return weigh_names_somebody(&line) || place_any(&line, &colon, 1);
}

/* A time that is an item, and what is right below it. */
struct slot {
	struct row time;
	size_t below; /* bytes before the marks there; 0: nothing yet */
};

/* Whether an item stands right below the time above it. */
static bool
is_below(struct slot *slot, const struct row *row)
{
	if (!slot->time.time || !row->item || row->indent <= slot->time.indent)
		return false;
	if (slot->below == 0)
		slot->below = row->indent;
	return row->indent == slot->below;
}

/* Looks whether a line is such a time, or ends what is below one. */
static void
note_row(struct slot *slot, const struct row *row)
{
	if (row->time)
		*slot = (struct slot){.time = *row};
	else if (!row->blank && row->indent <= slot->time.indent)
		*slot = (struct slot){.below = 0};
}

/* Whether the document has such times. */
static bool
has_slots(const char *s, const char *end)
{
	size_t slots = 0, below = 0, named = 0;
	struct slot slot = {.below = 0};
	bool code = false;

	while (s < end) {
		struct row row;

		s = read_time(s, end, &row);
		code ^= row.code;
		if (code)
			continue;
		note_row(&slot, &row);
		if (row.time)
			continue;
		slots += slot.below == 0 && is_below(&slot, &row);
		if (!is_below(&slot, &row))
			continue;
		below++;
		named += names_somebody(&row);
	}
	return slots >= LEAST && named >= LEAST && named * 2 >= below;
}

/* Writes an item with the time above it. */
static void
put_timed(struct anew *w, const struct row *time, const struct row *row)
{
	size_t len;
	const char *s = time_of(time, &len);

	/* Its mark is one byte. */
	anew_put(w, time->s, time->s + time->indent + 1);
	anew_puts(w, " ");
	anew_put(w, s, s + len);
	anew_puts(w, " ");
	anew_put(w, row->words, row->end);
}

char *
time_items_part(struct arena *arena, const char *s, size_t *len)
{
	const char *end = s + *len, *next;
	struct anew w = anew_begin(arena, s, *len);
	struct slot slot = {.below = 0};
	bool code = false;

	if (!has_slots(s, end))
		return NULL;
	for (; s < end; s = next) {
		struct row row;
		size_t deeper;

		next = read_time(s, end, &row);
		code ^= row.code;
		if (!code)
			note_row(&slot, &row);
		deeper = slot.below > 0 ? slot.below - slot.time.indent : 0;
		if (!code && is_below(&slot, &row)) {
			anew_skip(&w, s, row.end);
			put_timed(&w, &slot.time, &row);
		} else if (!code && row.time) {
			/* Its line stays, and those below keep their numbers. */
			anew_skip(&w, s, row.end);
		} else {
			anew_skip(&w, s,
			    s + (row.indent < deeper ? row.indent : deeper));
		}
	}
	return anew_end(&w, true, len);
}
