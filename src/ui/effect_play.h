/*
 * Videos that are played: by a player that tells where it is, if there is one,
 * which lectern then keeps with the marks.
 */
#ifndef LECTERN_EFFECT_PLAY_H
#define LECTERN_EFFECT_PLAY_H

#include <stdbool.h>

#include "lectern/base/arena.h"
#include "lectern/model/position.h"
#include "lectern/system/player.h"
#include "lectern/ui/app.h"

/* A talk that the player was given. */
struct played {
	const char *url;
	struct talk talk; /* what marks need of it; it may be in no document
	                     any more */
	uint32_t index;   /* in the notes, or APP_NONE */
	struct played *before; /* the one given before it */
	bool seen;             /* it was marked so */
};

/* The player that plays; zeroed: there is none. */
struct playing {
	struct player *player;
	struct arena *arena; /* owns what it was given */
	struct played *last;
	struct played *now; /* one of them, or NULL: not known */
	bool taken; /* it was given talks by a lectern that was killed */
	const char *sought; /* such a link that no talk has, or NULL */
	struct position at;
	long kept;         /* the second that is with the marks */
	long long kept_at; /* monotonic milliseconds */
	char *lost; /* a link that the player was given as it ended, or NULL */
	uint32_t lost_talk;
	long lost_second;
	long long given_at; /* when it was, monotonic milliseconds */
};

/*
 * Gives the player that plays the video of talk app->effect_talk, as the setting
 * says.  Returns false if there is none that could take it.
 */
bool effect_play_again(struct playing *playing, struct app *app);

/* The player that was started will play the video of that talk, too. */
void effect_play_add(struct playing *playing, const struct app *app);

/* A player was started with the video of that talk; takes it, or NULL. */
void effect_play_began(
    struct playing *playing, struct app *app, struct player *player);

/*
 * Follows a player that another lectern started; takes it, or NULL.  What it
 * plays is found among the talks by its link.
 */
void effect_play_taken(
    struct playing *playing, struct app *app, struct player *player);

/*
 * Follows the player; keeps where it is, when it has left a talk and now and
 * then if `idle`.  Returns whether there is something to draw.
 */
bool effect_play_look(struct playing *playing, struct app *app, bool idle);

/*
 * Whether a player ended as it was given a link: then that is to be played anew,
 * and stands in the app as what is to be played.
 */
bool effect_play_lost(struct playing *playing, struct app *app);

/* Follows talks to where they are now. */
void effect_play_moved(
    struct playing *playing, struct app *app, const struct app_swap *swap);

/* Keeps where the player is, and leaves it alone. */
void effect_play_end(struct playing *playing, struct app *app);

#endif
