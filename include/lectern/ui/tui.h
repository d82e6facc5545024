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
	bool begun;              /* tui_begin() took the terminal */
	struct sync *sync;       /* shares marks by a file; may be NULL */
	struct kept *kept;       /* has the place to begin at; or NULL */
	const struct reload_sources
	    *sources; /* or NULL: cannot be read again */
};

/* Reading documents: what the user waits for, and whether they stopped it. */
struct tui_wait {
	const char *what;
	long long drawn; /* time of the last drawing, in milliseconds; 0:
	                    none */
	bool stopped;    /* the user stopped it */
	int status;      /* the exit status for that */
};

/*
 * Takes the terminal while documents are still read, so that tui_waiting() can
 * show it.  Then call tui_run(), or tui_leave() to give the terminal back.
 * Returns false with `err` if there is no terminal.
 */
bool tui_begin(const struct tui_options *options, struct err *err);
void tui_leave(void);

/*
 * A function for struct progress, whose `user` is a struct tui_wait: shows how
 * far reading is; returns false after q or ^C.
 */
bool tui_waiting(void *wait, size_t done, size_t total);

/*
 * While it is on, q, ^C and signals end the program, with the terminal given
 * back, even where tui_waiting() is not called for a while.
 */
void tui_watch(bool on);

/*
 * Runs until the user quits.  Returns the exit status of the program: 0; 2 if
 * there is no terminal (told on standard error); 130 after ^C; 128 + n after
 * signal n.
 */
int tui_run(struct app *app, const struct tui_options *options);

#endif
