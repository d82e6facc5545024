/*
 * The interface on a terminal: the loop that reads keys, runs commands, shows
 * grids and has the effects that commands ask for.
 */
#ifndef LECTERN_TUI_H
#define LECTERN_TUI_H

#include "lectern/app.h"

/* What tui_run() does differently. */
struct tui_options {
	bool color;
	bool mouse;
	const char *greeting; /* a message to begin with, or NULL */
};

/*
 * Runs until the user quits; returns the exit status of the program: 0, 2
 * where there is no terminal (said on standard error), 130 when interrupted,
 * 128 + n when ended by signal n.
 */
int tui_run(struct app *app, const struct tui_options *options);

#endif
