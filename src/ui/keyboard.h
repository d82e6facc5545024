/*
 * Reads keys, pastes and the mouse from a terminal.  keyboard_wait() says how
 * long the caller should wait for input.
 */
#ifndef LECTERN_KEYBOARD_H
#define LECTERN_KEYBOARD_H

#include <stdbool.h>
#include <stddef.h>

#include "ui/decode.h"

#define KEYBOARD_KNOWN 64 /* the most sequences of one terminal's own */

struct keyboard {
	int fd;     /* borrowed */
	int escape; /* milliseconds until an Esc counts as the key */
	struct decoder decoder;
	struct decode_known known[KEYBOARD_KNOWN];
	long long last; /* when bytes were last decoded, in milliseconds */
	unsigned char
	    bytes[4096]; /* read; those from `at` to `n` wait to be decoded */
	size_t at, n;
	bool gathers; /* text that came at once is a paste; set by the caller */
	bool pasting;
	size_t end_at; /* how much of DECODE_PASTE_END has come */
	char *pasted;  /* owned */
	size_t pasted_len, pasted_cap;
};

/* Prepares to read `fd`.  $ESCDELAY says how long to wait after an Esc. */
void keyboard_init(struct keyboard *keyboard, int fd);
void keyboard_free(struct keyboard *keyboard);

/* Adds the sequence that a key sends by terminfo; ignores NULL and "". */
void keyboard_know(
    struct keyboard *keyboard, const char *sequence, const char *name);

/*
 * Reads what there is, and waits if there is nothing; false at the end of
 * input.
 */
bool keyboard_fill(struct keyboard *keyboard);

/*
 * Decodes what was read; returns DECODE_NOTHING if more has to be read, and
 * DECODE_PASTE once a paste is complete.  `now` is in milliseconds.
 */
enum decode_kind
keyboard_next(struct keyboard *keyboard, long long now, struct decoded *out);

/*
 * Returns the milliseconds after which to call keyboard_next() even without
 * input; -1: never.
 */
int keyboard_wait(const struct keyboard *keyboard, long long now);

/* Returns the bytes of the last paste; valid until the next one. */
const char *keyboard_pasted(const struct keyboard *keyboard, size_t *len);

#endif
