/*
 * What stands before a talk's title on its line: a box to tick, a time, a date,
 * a room, a number, a word for what it is ("Talk:").
 */
#ifndef LECTERN_LEAD_H
#define LECTERN_LEAD_H

#include <stdbool.h>
#include <stddef.h>

enum lead_kind {
	LEAD_BOX = 1 << 0,
	LEAD_TIME = 1 << 1,
	LEAD_DATE = 1 << 2,
	LEAD_ROOM = 1 << 3,
};

/*
 * The bytes before the title that say when and where it is, with what parts
 * them from it; `*kinds` becomes the kinds that were found (enum lead_kind).
 */
size_t lead_length(const char *s, size_t len, unsigned *kinds);

/*
 * The bytes of a number before a title, with what parts it: "3.", "A)", "#4",
 * "Talk 3 -", "Session 2:"; 0 where there is none.
 */
size_t lead_number(const char *s, size_t len);

/* The bytes of a time ("10:30", "9am", "14h"), also a range of two. */
size_t lead_time(const char *s, size_t len);

/* The bytes of a date or year; 0 where the words go on without a mark. */
size_t lead_date(const char *s, size_t len);

#endif
