/*
 * Reads what a terminal sends: keys, pastes, the mouse.  Never waits: it says
 * for how long its reader should.
 */
#ifndef LECTERN_KEYBOARD_H
#define LECTERN_KEYBOARD_H

#include <stdbool.h>
#include <stddef.h>

#include "ui/decode.h"

#define KEYBOARD_KNOWN 64 /* keys that one terminal has of its own */

struct keyboard {
	int fd;     /* borrowed */
	int escape; /* milliseconds until an Esc is one */
	struct decoder decoder;
	struct decode_known known[KEYBOARD_KNOWN];
	long long last; /* when bytes were last used, in milliseconds */
	unsigned char
	    bytes[4096]; /* read; those from `at` to `n` are not used */
	size_t at, n;
	bool pasting;
	size_t end_at; /* bytes of DECODE_PASTE_END that have come */
	char *pasted;  /* owned */
	size_t pasted_len, pasted_cap;
};

/* Prepares to read `fd`.  $ESCDELAY is how long an Esc is waited for. */
void keyboard_init(struct keyboard *keyboard, int fd);
void keyboard_free(struct keyboard *keyboard);

/* Adds what the terminal says a key sends; NULL or "": nothing. */
void keyboard_know(
    struct keyboard *keyboard, const char *sequence, const char *name);

/* Reads what there is, or waits for it; false at the end of input. */
bool keyboard_fill(struct keyboard *keyboard);

/*
 * Decodes what was read; DECODE_NOTHING when more has to be read.  `now` is in
 * milliseconds.  DECODE_PASTE comes when a paste is whole.
 */
enum decode_kind
keyboard_next(struct keyboard *keyboard, long long now, struct decoded *out);

/* Milliseconds until keyboard_next() has something new to say; -1: never. */
int keyboard_wait(const struct keyboard *keyboard, long long now);

/* The bytes of the last paste; valid until the next one. */
const char *keyboard_pasted(const struct keyboard *keyboard, size_t *len);

#endif
