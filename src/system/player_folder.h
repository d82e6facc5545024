/*
 * Private folders for the sockets of players: 0700, in $XDG_RUNTIME_DIR or, where
 * that cannot be, below $TMPDIR.  A lock tells whether its lectern still runs.
 */
#ifndef LECTERN_PLAYER_FOLDER_H
#define LECTERN_PLAYER_FOLDER_H

#include <stdbool.h>
#include <stddef.h>

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

/*
 * Removes the folders of lecterns that do not run any more; but those in which
 * there is a socket are now in our hands.  Returns how many: an array to be freed,
 * of folders to be dropped.
 */
size_t player_folder_clean(struct player_folder **taken);

#endif
