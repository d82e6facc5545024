/*
 * A program on a pseudo-terminal of 120x40 cells, and when its output comes.
 * Times are those of process_clock().  Nothing sleeps: all wait for output.
 */
#ifndef BENCH_TTY_H
#define BENCH_TTY_H

#include <stdbool.h>
#include <sys/types.h>

struct tty {
	int fd;
	pid_t pid;
	double began; /* when it was started, or a key was pressed */
	double first; /* when the first output after that came */
	double last;  /* and the last */
};

/* Starts a command, as process.h has them; ended by tty_end(). */
bool tty_start(struct tty *tty, const char *command, const char *document);

/* Waits until `text` (at most 63 bytes) has been output in one piece. */
bool tty_shows(struct tty *tty, const char *text);

/*
 * Waits for output, and on until none has come for `quiet` milliseconds.
 * False if there was none at all, or no end of it.
 */
bool tty_rests(struct tty *tty, int quiet);

/* Presses a key, given as the bytes that a terminal sends for it. */
bool tty_press(struct tty *tty, const char *key);

/* Presses `q`, waits for the end, and forces it if it does not come. */
void tty_end(struct tty *tty);

#endif
