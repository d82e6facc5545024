/*
 * Starting other programs: a browser, a player, an editor, a clipboard.
 * Always by an argument vector, never through a shell.
 */
#ifndef LECTERN_OPENER_H
#define LECTERN_OPENER_H

#include <stdbool.h>
#include <stddef.h>
#include <sys/types.h>

#include "lectern/base/argv.h"
#include "lectern/base/err.h"

/* How a URL is going to be opened. */
enum opener_kind {
	OPENER_BACKGROUND, /* a program with a window of its own */
	OPENER_TERMINAL,   /* a text browser: it gets the terminal */
	OPENER_SHOW,       /* no display: copy the URL and show it */
};

/*
 * Chooses the program for `url`: `setting` (from the config, NULL or "" for
 * none), else $LECTERN_OPENER, else the first found on PATH of $BROWSER (its
 * parts at `:`), xdg-open and open; each is split by argv_split().  Fills
 * `*argv` but for OPENER_SHOW, which is chosen over SSH without a display
 * unless the program is a text browser or was named by setting or
 * $LECTERN_OPENER.  False, with nothing to free: the URL may not be opened
 * (link_is_openable), the program named is not found, or there is none.
 */
bool opener_choose(const char *setting, const char *url, enum opener_kind *kind,
    struct argv *argv, struct err *err);

/* As opener_choose() for a player: `setting`, else mpv.  Never OPENER_SHOW. */
bool opener_player(
    const char *setting, const char *url, struct argv *argv, struct err *err);

/*
 * The command that edits `path` at `line`: $VISUAL, $EDITOR, vi; `+LINE` is
 * passed as all editors of that tradition take it.
 */
void opener_editor(const char *path, unsigned line, struct argv *argv);

/* Programs started in the background and not yet reaped; zeroed at first. */
struct jobs {
	struct job {
		pid_t pid;
		long long started; /* monotonic milliseconds */
		char name[64];     /* of the program, for messages */
	} job[32];
	size_t njobs;
};

/*
 * Starts `argv` in a session of its own, with /dev/null for its input and
 * outputs, signals as they are by default.  Does not wait.
 * Fails where the program is not found or too many still run.
 */
bool opener_start(struct jobs *jobs, const struct argv *argv, struct err *err);

/*
 * Reaps what has ended, never blocking.  Returns false, with `err` naming
 * program and status ("xdg-open: exited with status 3"), if one failed within
 * 3 seconds of its start.
 */
bool opener_reap(struct jobs *jobs, struct err *err);

/* Milliseconds until opener_reap() should be called again; -1: no need. */
int opener_wait(const struct jobs *jobs);

/*
 * Waits until every program has ended or has run for 3 seconds; false, as
 * opener_reap(), as soon as one has failed.
 */
bool opener_settle(struct jobs *jobs, struct err *err);

/*
 * Runs `argv` on this terminal and waits; the caller has left curses.  True
 * if it ended with status 0.
 */
bool opener_run(const struct argv *argv, struct err *err);

/*
 * Runs `argv` with `text` on its standard input (a clipboard program) without
 * waiting for it to end.
 */
bool opener_feed(struct jobs *jobs, const struct argv *argv, const char *text,
    struct err *err);

/*
 * The clipboard program for this session (wl-copy, xclip, xsel, pbcopy) where
 * there is a display for it and it is on PATH; false: use OSC 52.
 */
bool opener_clipboard(struct argv *argv);

#endif
