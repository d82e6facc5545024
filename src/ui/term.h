/*
 * The terminal, and the one door to curses: copies a grid to the screen and
 * returns keys by name.  There is one terminal at a time.
 */
#ifndef LECTERN_TERM_H
#define LECTERN_TERM_H

#include <stdbool.h>
#include <stddef.h>

#include "lectern/base/err.h"
#include "lectern/ui/grid.h"
#include "lectern/ui/key.h"
#include "lectern/ui/theme.h"

/* What term_key() returned. */
enum term_event {
	TERM_KEY,    /* `name` holds a key's name */
	TERM_PASTE,  /* see term_pasted() */
	TERM_MOUSE,  /* see term_moused() */
	TERM_RESIZE, /* ask term_size() */
	TERM_TIMEOUT,
	TERM_END, /* SIGTERM, SIGHUP or SIGINT came, or the terminal is gone */
};

/* How to use the terminal. */
struct term_options {
	struct theme theme;
	struct theme on[THEME_GROUNDS]; /* to change to as it answers */
	struct theme mono;  /* for a terminal without colours */
	bool asks;          /* ask the terminal for its background */
	bool mouse;
};

/*
 * Takes the terminal (keys come from /dev/tty if standard input is no
 * terminal). term_close(), exit and stopping restore everything.  Fails, and
 * leaves the terminal alone, if there is none or TERM is unknown.
 */
bool term_open(const struct term_options *options, struct err *err);
void term_close(void);

/* Give the terminal back for another program, and take it again. */
void term_leave(void);
void term_enter(void);

/* Stops the process as ^Z does; returns once it is continued. */
void term_stop(void);

void term_size(int *h, int *w);

/* Shows the grid; `clean` redraws everything. */
void term_show(const struct grid *grid, bool clean);

/*
 * Waits up to `milliseconds` (-1: for ever) for an event.  A key is named as in
 * key.h.  It is a TERM_TIMEOUT, too, when the descriptor `watched` (-1: none)
 * can be read.
 */
enum term_event term_key(int milliseconds, int watched, char name[KEY_BYTES]);

/*
 * Whether text that came at once is TERM_PASTE, too: so do pastes where the
 * terminal does not tell them from keys.
 */
void term_gather(bool gathers);

/*
 * Returns the raw text of the last TERM_PASTE; valid until the next term_key().
 */
const char *term_pasted(size_t *len);

/* Returns what the mouse did last, and where. */
enum term_mouse { TERM_CLICK, TERM_WHEEL_UP, TERM_WHEEL_DOWN };
enum term_mouse term_moused(int *y, int *x);

/* Returns the signal that made term_key() return TERM_END, or 0. */
int term_signal(void);

/* Asks the terminal to copy `text` (OSC 52); false if it is too long. */
bool term_copy(const char *text);

#endif
