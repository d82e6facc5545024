/*
 * Where a video was stopped: a second and, if it is known, the length, as the
 * text "754/2700" that marks keep.
 */
#ifndef LECTERN_POSITION_H
#define LECTERN_POSITION_H

#include <stdbool.h>

struct arena;

#define POSITION_BYTES 32

struct position {
	long second, length; /* length 0: not known */
};

/* Reads such a text; false for any other. */
bool position_read(const char *text, struct position *position);
void position_write(struct position position, char out[POSITION_BYTES]);

/*
 * Returns such a text in words, "12:34 of 45:00", owned by the arena; "" for any
 * other text.
 */
const char *position_words(struct arena *arena, const char *text);

/*
 * Whether nearly all of it was played, over 90 %; whether it was played to its
 * last seconds.
 */
bool position_is_late(struct position position);
bool position_is_end(struct position position);

#endif
