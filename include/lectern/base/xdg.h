/*
 * Where files live: the XDG base directories.
 */
#ifndef LECTERN_XDG_H
#define LECTERN_XDG_H

enum xdg_kind {
	XDG_CONFIG, /* $XDG_CONFIG_HOME, else ~/.config */
	XDG_DATA,   /* $XDG_DATA_HOME, else ~/.local/share */
	XDG_CACHE,  /* $XDG_CACHE_HOME, else ~/.cache */
	XDG_STATE,  /* $XDG_STATE_HOME, else ~/.local/state */
};

/*
 * Returns the path of `name` in lectern's own folder of that kind, to be
 * freed, or NULL where the user has no home (neither the variable, which must
 * hold an absolute path, nor $HOME nor an entry in the user database).
 * Makes nothing.
 */
char *xdg_path(enum xdg_kind kind, const char *name);

#endif
