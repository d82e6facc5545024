/*
 * Chooses programs: a browser, a player, one for the clipboard.
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
 * Chooses the program for `url`: `setting` (from the config; NULL or "" for
 * none), else $LECTERN_OPENER, else the first that is on PATH: of $BROWSER
 * (split at `:`), wslview on WSL, xdg-open, and open on macOS.  argv_split()
 * splits each.  Chooses OPENER_SHOW, leaving `*argv` alone, over SSH without a
 * display if the user named no program.  Returns false, with nothing to free,
 * if the URL cannot be opened (see link_is_openable()), the named program is
 * not found, or there is none.
 */
bool opener_choose(const char *setting, const char *url, enum opener_kind *kind,
    struct argv *argv, struct err *err);

/*
 * As opener_choose() for a player: `setting`, else mpv.  Never OPENER_SHOW.  It
 * starts at `second`, if that is more than 0: mpv, VLC and MPlayer by an option,
 * others by the URL, in the form of its site.
 */
bool opener_player(const char *setting, const char *url, long second,
    struct argv *argv, struct err *err);

#define OPENER_CLIPBOARDS 2 /* the most programs */

/*
 * Chooses the programs that copy in this session, each from its standard input:
 * `setting`, or else tmux's own inside tmux, and the first of wl-copy, xclip,
 * xsel and pbcopy that is installed and has a display.  Fills `*n` of `argv`;
 * if 0, use OSC 52.  Returns false, with nothing to free, if the program of the
 * setting is not found.
 */
bool opener_clipboard(const char *setting, struct argv argv[OPENER_CLIPBOARDS],
    size_t *n, struct err *err);

#endif
