/*
 * The interface on a terminal: a loop that reads keys, runs commands, performs
 * their effects and shows the grid.
 */
#ifndef LECTERN_TUI_H
#define LECTERN_TUI_H

#include "lectern/marks/sync.h"
#include "lectern/ui/app.h"
#include "lectern/ui/reload.h"

/* How to run the interface. */
struct tui_options {
	bool color;
	struct config *config;   /* for mouse and theme, too */
	const char *config_path; /* to read it again; or NULL */
	const char *greeting;    /* the first message, or NULL */
	struct sync *sync;       /* shares marks by a file; may be NULL */
	struct kept *kept;       /* has the place to begin at; or NULL */
	const struct reload_sources
	    *sources; /* or NULL: cannot be read again */
	bool *busy; /* set if a thread still reads at the end: then nothing that
	               it uses may be freed */
};

/*
 * Runs until the user quits.  Returns the exit status of the program: 0; 2 if
 * there is no terminal, or notes are a part of documents that cannot be read
 * whole (told on standard error); 130 after ^C; 128 + n after
 * signal n.
 */
int tui_run(struct app *app, const struct tui_options *options);

#endif
