/*
 * Signals while the terminal is ours.  They are blocked but while
 * signals_wait() waits: so none is lost, none comes at a bad moment, and
 * handlers have no more to do than to set a flag.  Those that kill give the
 * terminal back first, in whatever thread they come.
 */
#ifndef LECTERN_SIGNALS_H
#define LECTERN_SIGNALS_H

#include <stdbool.h>
#include <stddef.h>
#include <termios.h>

/* How the terminal is given back: prepared when it is taken. */
struct signals_goodbye {
	char bytes[512]; /* sequences that undo ours */
	size_t len;
	struct termios modes;
};

/* Takes the signals over.  `goodbye` is borrowed until signals_release(). */
void signals_catch(const struct signals_goodbye *goodbye);
void signals_release(void);

/* Lets signals through, for another program or to stop; blocks them again. */
void signals_unblock(void);
void signals_block(void);

/* What came of waiting. */
enum signals_news {
	SIGNALS_NOTHING, /* in time, or a signal came */
	SIGNALS_READY,   /* there is something to read */
	SIGNALS_GONE,    /* nothing will be read any more */
};

/* Waits for input, or a signal; -1 milliseconds are for ever. */
enum signals_news signals_wait(int fd, int milliseconds);

/* Lets a signal in that has come, without waiting. */
void signals_look(void);

/* Whether one came since the last call: SIGWINCH, SIGTSTP, SIGCONT. */
bool signals_take_resize(void);
bool signals_take_stop(void);
bool signals_take_continue(void);

/* Sets what ends the program; else a signal that came does. */
void signals_end(int number);

/* The signal that is to end the program, or 0; taking it forgets it. */
int signals_ending(void);
int signals_take_end(void);

/* Stops the job as ^Z does; returns when it is continued. */
void signals_stop(void);

#endif
