/*
 * The interface on a terminal: the loop that reads keys, runs commands, shows
 * grids and has the effects that commands ask for.
 */
#ifndef LECTERN_TUI_H
#define LECTERN_TUI_H

#include "lectern/marks/sync.h"
#include "lectern/ui/app.h"

/* What tui_run() does differently. */
struct tui_options {
	bool color;
	const struct config *config; /* of mouse and theme */
	const char *greeting; /* a message to begin with, or NULL */
	bool begun;           /* tui_begin() took the terminal */
	struct sync *sync;    /* keeps a file to share marks by, or NULL */
};

/* While documents are read: what the user waits for, and did meanwhile. */
struct tui_wait {
	const char *what;
	long long drawn; /* when, in milliseconds; 0: not yet */
	bool stopped;    /* the user does not want to wait */
	int status;      /* then to exit with */
};

/*
 * Takes the terminal before there is anything to show, so that tui_waiting()
 * can tell what is read.  tui_run() goes on from there, tui_leave() gives the
 * terminal back without it.  False where there is no terminal.
 */
bool tui_begin(const struct tui_options *options, struct err *err);
void tui_leave(void);

/*
 * For struct progress, with a struct tui_wait: shows how far reading is, and
 * returns false after q or ^C.
 */
bool tui_waiting(void *wait, size_t done, size_t total);

/*
 * Runs until the user quits; returns the exit status of the program: 0, 2
 * where there is no terminal (said on standard error), 130 when interrupted,
 * 128 + n when ended by signal n.
 */
int tui_run(struct app *app, const struct tui_options *options);

#endif
