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
 * Returns the path of `name` in lectern's own folder of that kind, to be freed.
 * Creates nothing.  Returns NULL if the user has no home: neither the variable,
 * with an absolute path, nor $HOME, nor an entry in the user database.
 */
char *xdg_path(enum xdg_kind kind, const char *name);

#endif
