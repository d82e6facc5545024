/*
 * A player that lectern started and talks to: mpv, by its JSON IPC
 * (https://mpv.io/manual/stable/#json-ipc), on a socket in a private folder.
 *
 * Nothing here waits.  Where there is no such player, or the socket fails, the
 * video is played all the same, and lectern does not know where it is.
 */
#ifndef LECTERN_PLAYER_H
#define LECTERN_PLAYER_H

#include <stdbool.h>

#include "lectern/base/argv.h"

struct player;

/* Where the player is. */
struct player_told {
	const char *url; /* as it was given, valid until the next look; NULL:
	                    not known */
	long second;
	long length; /* 0: not known */
	bool paused;
};

/* Whether this command starts a player that can be talked to. */
bool player_can_talk(const struct argv *argv);

/*
 * Makes a folder for the socket, and adds the option that names it to `argv`,
 * which is to be started next.  NULL, with `argv` as it was, if it is no such
 * player or no folder can be made.  To be freed with player_free().
 */
struct player *player_new(struct argv *argv);

/* Removes the socket and its folder; the player goes on.  NULL is allowed. */
void player_free(struct player *player);

/*
 * Connects, asks where the player is once a second, and takes a bounded amount
 * of what it says.  Returns false once it has ended or cannot be talked to;
 * `told` has what was known last.
 */
bool player_look(struct player *player, struct player_told *told);

/*
 * Lets the player play `url` from that second on: at once or, with `later`,
 * after what it has.  False: it cannot be told so.
 */
bool
player_load(struct player *player, const char *url, long second, bool later);

/* Returns the descriptor that is readable when there is news, or -1. */
int player_fd(const struct player *player);

/*
 * Takes up a player of this user's that a lectern started which was killed, and
 * removes the folders of others that were left behind so.  Returns it, to be
 * freed with player_free(), or NULL if none such runs.
 */
struct player *player_take_up(void);

#endif
