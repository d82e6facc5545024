/*
 * Signals while we have the terminal.  They are blocked except while
 * signals_wait() waits: so none is lost or comes at a bad moment, and handlers
 * only set a flag.  Signals that kill restore the terminal first, in whatever
 * thread they come.
 */
#ifndef LECTERN_SIGNALS_H
#define LECTERN_SIGNALS_H

#include <stdbool.h>
#include <stddef.h>
#include <termios.h>

/* How to restore the terminal: prepared when it is taken. */
struct signals_goodbye {
	char bytes[512]; /* sequences that undo our changes */
	size_t len;
	struct termios modes;
};

/* Adds a sequence, without its padding. */
void signals_add(struct signals_goodbye *to, const char *s);

/*
 * Begins to handle signals, and ends; from then on SIGHUP is ignored.
 * `goodbye` is borrowed until signals_release().
 */
void signals_catch(const struct signals_goodbye *goodbye);
void signals_release(void);

/* Let signals through (for another program, or to stop); block them again. */
void signals_unblock(void);
void signals_block(void);

/* Why signals_wait() returned. */
enum signals_news {
	SIGNALS_NOTHING, /* the time is over, or a signal came */
	SIGNALS_READY,   /* there is input to read */
	SIGNALS_WATCHED, /* there is none, but `watched` can be read */
	SIGNALS_GONE,    /* there will be no more input */
};

/*
 * Waits for input, for something to read at `watched` (-1: nothing) or for a
 * signal, at most so many milliseconds; -1: for ever.
 */
enum signals_news signals_wait(int fd, int watched, int milliseconds);

/* Handles a pending signal, without waiting. */
void signals_look(void);

/* Whether SIGWINCH, SIGTSTP or SIGCONT came since the last call. */
bool signals_take_resize(void);
bool signals_take_stop(void);
bool signals_take_continue(void);

/* Sets the signal that is to end the program, as if it had come. */
void signals_end(int number);

/* Whether one came, or the terminal is gone, which its signal may tell later. */
bool signals_are_ending(void);

/* Return the signal that is to end the program, or 0; taking it clears it. */
int signals_ending(void);
int signals_take_end(void);

/* Stops the job as ^Z does; returns once it is continued. */
void signals_stop(void);

#endif
