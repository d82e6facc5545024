/*
 * Chooses programs: a browser, a player, a clipboard.
 */
#ifndef LECTERN_OPENER_H
#define LECTERN_OPENER_H

#include <stdbool.h>
#include <stddef.h>

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
 * parts at `:`), wslview on WSL, xdg-open and, on macOS alone, open; each is
 * split by argv_split().  Fills `*argv` but for OPENER_SHOW, which is chosen over
 * SSH without a display where the user named no program.  False, with nothing to free: the URL may not be opened
 * (link_is_openable), the program named is not found, or there is none.
 */
bool opener_choose(const char *setting, const char *url, enum opener_kind *kind,
    struct argv *argv, struct err *err);

/* As opener_choose() for a player: `setting`, else mpv.  Never OPENER_SHOW. */
bool opener_player(
    const char *setting, const char *url, struct argv *argv, struct err *err);

#define OPENER_CLIPBOARDS 2 /* programs at most */

/*
 * The programs that copy in this session, each from its standard input:
 * `setting`, or else that of tmux where we are in it, and the first of wl-copy,
 * xclip, xsel and pbcopy for which there is a display.  Fills `*n` of `argv`; 0:
 * use OSC 52.  False, with nothing to free: the one of the setting is not found.
 */
bool opener_clipboard(const char *setting, struct argv argv[OPENER_CLIPBOARDS],
    size_t *n, struct err *err);

#endif
