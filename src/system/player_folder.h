/*
 * Private folders for the sockets of players: 0700, in $XDG_RUNTIME_DIR or, where
 * that cannot be, below $TMPDIR.  A lock tells whether its lectern still runs.
 */
#ifndef LECTERN_PLAYER_FOLDER_H
#define LECTERN_PLAYER_FOLDER_H

#include <stdbool.h>

/* A folder in our hands.  Owns its strings. */
struct player_folder {
	char *path;
	char *socket; /* path of the socket in it, short enough for one */
	int lock;
};

/* Makes a folder; false, with nothing to free, if there is no place for it. */
bool player_folder_make(struct player_folder *folder);

/* Removes the folder and its socket, and frees what it owns. */
void player_folder_drop(struct player_folder *folder);

/* See player_clean(). */
void player_folder_clean(void);

#endif
