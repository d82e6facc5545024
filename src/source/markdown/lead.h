/*
 * Finds what stands before a talk's title on its line: a box to tick, a time, a
 * date, a length, a room, a tag in brackets, a number, a word like "Talk:".
 */
#ifndef LECTERN_LEAD_H
#define LECTERN_LEAD_H

#include <stdbool.h>
#include <stddef.h>

#include "source/markdown/lead_when.h"

enum lead_kind {
	LEAD_BOX = 1 << 0,
	LEAD_TIME = 1 << 1,
	LEAD_DATE = 1 << 2,
	LEAD_ROOM = 1 << 3,
	LEAD_TAG = 1 << 4,
	LEAD_MINUTES = 1 << 5,
};

/*
 * Returns how many bytes before the title tell time and place, with the
 * separator after them.  Fills `*kinds` with the kinds found (bits of enum
 * lead_kind).
 */
size_t lead_length(const char *s, size_t len, unsigned *kinds);

/*
 * Returns the bytes of the first of these pieces, with what parts it from the
 * next one, and its kind in `*kind`; 0: there is none.
 */
size_t lead_piece(const char *s, size_t len, unsigned *kind);

/*
 * Returns the bytes of a number before a title, with its separator: "3.", "A)",
 * "#4", "Talk 3 -", "Session 2:", "ARC203 -"; 0 if there is none.
 */
size_t lead_number(const char *s, size_t len);

/* Whether words say what kind of event this is, and nobody's name: "Panel". */
bool lead_is_format(const char *s, size_t len);

/* Whether words name a room: "Hall A", "Main hall", "Raum 101". */
bool lead_is_room(const char *s, size_t len);

/*
 * Whether a text ends in a comma and a date with its month, as that of an event
 * does: "Some Club, May 2031".
 */
bool lead_ends_in_date(const char *s, size_t len);

#endif
