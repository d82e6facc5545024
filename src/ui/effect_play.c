#include "ui/effect_play.h"

#include <stdlib.h>
#include <string.h>

#include "lectern/base/clock.h"
#include "lectern/base/mem.h"
#include "lectern/base/translate.h"
#include "lectern/model/link.h"
#include "lectern/system/config.h"

#define KEEPING 15000 /* milliseconds between writes while it plays */
#define PAUSED  1000  /* and while it is paused, and moved about */
#define FEW     5     /* seconds that are not worth going on from */
#define ENDING  1000  /* milliseconds in which an ending player takes links */

static const char *
keep(struct arena *arena, const char *s)
{
	return s ? arena_dup(arena, s, strlen(s)) : NULL;
}

/* Adds a talk that plays, or will. */
static struct played *
add_talk(struct playing *playing, const struct app *app, uint32_t index,
    const char *url)
{
	const struct talk *talk = &app->notes->talks[index];
	struct arena *arena = playing->arena;

	struct played *played = arena_alloc(arena, sizeof(*played));

	*played = (struct played){
	    .url = keep(arena, url),
	    .talk =
		{
		    .key = keep(arena, talk->key),
		    .title = keep(arena, talk->title),
		    .url = keep(arena, talk->url),
		    .conference = keep(arena, talk->conference),
		},
	    .index = index,
	    .before = playing->last,
	};
	playing->last = played;
	return played;
}

/* Adds the talk that is to be played. */
static void
add(struct playing *playing, const struct app *app)
{
	add_talk(playing, app, app->effect_talk, app->effect);
}

/* Sets a mark of a talk that is played; a failure is told. */
static void
set_mark(struct playing *playing, struct app *app, enum mark_kind kind, bool on,
    const char *text)
{
	const struct played *played = playing->now;
	struct err err;

	if (!marks_set(app->marks, &played->talk, kind, on, text, &err))
		app_say(app, true, "%s", err.msg);
	app_relist(app);
}

/* Keeps where the player is: at the end of a video there is nothing to keep. */
static void
keep_position(struct playing *playing, struct app *app)
{
	const char *key = playing->now->talk.key;
	const struct mark *mark = marks_get(app->marks, key);
	bool had = mark && (mark->annotations.kinds & MARK_POSITION);
	bool end = position_is_end(playing->at);
	char text[POSITION_BYTES];

	playing->kept_at = clock_milliseconds();
	if (playing->at.second == playing->kept ||
	    (end ? !had : playing->at.second < FEW))
		return;
	position_write(playing->at, text);
	set_mark(playing, app, MARK_POSITION, !end, text);
	playing->kept = playing->at.second;
}

static void
leave_talk(struct playing *playing, struct app *app)
{
	if (playing->now)
		keep_position(playing, app);
	playing->now = NULL;
	app->playing = APP_NONE;
}

/* The talk that was given last with this link; NULL: none was. */
static struct played *
find(const struct playing *playing, const char *url)
{
	struct played *played = url ? playing->last : NULL;

	while (played && strcmp(played->url, url) != 0)
		played = played->before;
	return played;
}

/* Finds what a player plays that another lectern started. */
static struct played *
seek(struct playing *playing, struct app *app, const char *url)
{
	const struct notes *notes = app->notes;
	const char *key;

	if (playing->sought && strcmp(playing->sought, url) == 0)
		return NULL;
	playing->sought = keep(playing->arena, url);
	key = link_key(playing->arena, url);
	for (uint32_t i = 0; i < notes->ntalks; i++) {
		const struct talk *talk = &notes->talks[i];

		if (!talk->url ||
		    (strcmp(talk->url, url) != 0 &&
			strcmp(talk->key, key) != 0))
			continue;
		app_say(app, false, _("still playing: %s"), talk->title);
		return add_talk(playing, app, i, url);
	}
	return NULL;
}

static void
take_told(
    struct playing *playing, struct app *app, const struct player_told *told)
{
	struct played *now = find(playing, told->url);

	if (!now && told->url && playing->taken)
		now = seek(playing, app, told->url);
	if (now != playing->now) {
		leave_talk(playing, app);
		playing->now = now;
		playing->kept = -1;
		/* What was last kept of what goes on is not known. */
		playing->kept_at = playing->taken ? 0 : clock_milliseconds();
	}
	if (!now)
		return;
	playing->at = (struct position){told->second, told->length};
	app->playing = now->index;
	app->playing_second = told->second;
}

/* Marks the talk as seen, once nearly all of it was played. */
static bool
mark_seen(struct playing *playing, struct app *app)
{
	struct played *played = playing->now;
	const struct mark *mark = marks_get(app->marks, played->talk.key);

	if (played->seen || !position_is_late(playing->at))
		return false;
	played->seen = true;
	if (mark && (mark->annotations.kinds & MARK_SEEN))
		return false;
	app_say(app, false, _("seen: %s"), played->talk.title);
	set_mark(playing, app, MARK_SEEN, true, NULL);
	return true;
}

static void
forget(struct playing *playing)
{
	player_free(playing->player);
	arena_free(playing->arena);
	free(playing->lost);
	*playing = (struct playing){0};
}

/* Notes what was given to a player that may be ending. */
static void
note_given(struct playing *playing, const struct app *app)
{
	free(playing->lost);
	playing->lost = mem_dup(app->effect, strlen(app->effect));
	playing->lost_talk = app->effect_talk;
	playing->lost_second = app->effect_second;
	playing->given_at = clock_milliseconds();
}

bool
effect_play_lost(struct playing *playing, struct app *app)
{
	bool lost = playing->lost && !playing->player &&
	    playing->lost_talk != APP_NONE;

	if (!lost)
		return false;
	free(app->effect);
	app->effect = playing->lost;
	app->effect_talk = playing->lost_talk;
	app->effect_second = playing->lost_second;
	playing->lost = NULL;
	return true;
}

void
effect_play_moved(
    struct playing *playing, struct app *app, const struct app_swap *swap)
{
	for (struct played *p = playing->last; p; p = p->before)
		p->index = app_swapped(swap, p->index);
	playing->lost_talk = app_swapped(swap, playing->lost_talk);
	playing->sought = NULL;
	app->playing = app_swapped(swap, app->playing);
}

bool
effect_play_again(struct playing *playing, struct app *app)
{
	bool later = app->config && app->config->queues;

	if (!playing->player ||
	    !player_load(
		playing->player, app->effect, app->effect_second, later))
		return false;
	leave_talk(playing, app);
	add(playing, app);
	playing->now = NULL;
	note_given(playing, app);
	return true;
}

void
effect_play_add(struct playing *playing, const struct app *app)
{
	if (playing->player)
		add(playing, app);
}

void
effect_play_began(
    struct playing *playing, struct app *app, struct player *player)
{
	if (!player)
		return;
	effect_play_end(playing, app);
	*playing = (struct playing){.player = player, .arena = arena_new()};
	add(playing, app);
}

void
effect_play_taken(
    struct playing *playing, struct app *app, struct player *player)
{
	/* One that was started meanwhile is the one that is wanted. */
	if (!player || playing->player) {
		player_free(player);
		return;
	}
	effect_play_end(playing, app);
	*playing = (struct playing){
	    .player = player, .arena = arena_new(), .taken = true};
}

/* The player has ended, perhaps as it was given a link. */
static void
take_end(struct playing *playing, struct app *app)
{
	struct playing lost = *playing;
	bool again = clock_milliseconds() - lost.given_at < ENDING;

	if (again)
		playing->lost = NULL;
	effect_play_end(playing, app);
	if (!again)
		return;
	playing->lost = lost.lost;
	playing->lost_talk = lost.lost_talk;
	playing->lost_second = lost.lost_second;
}

bool
effect_play_look(struct playing *playing, struct app *app, bool idle)
{
	struct player_told told;
	bool goes_on, news = false;
	int often;

	if (!playing->player)
		return false;
	goes_on = player_look(playing->player, &told);
	take_told(playing, app, &told);
	if (playing->now)
		news = mark_seen(playing, app);
	if (!goes_on) {
		take_end(playing, app);
		return true;
	}
	often = told.paused ? PAUSED : KEEPING;
	if (!idle || !playing->now || playing->at.second == playing->kept ||
	    clock_milliseconds() - playing->kept_at < often)
		return news;
	keep_position(playing, app);
	return true;
}

void
effect_play_end(struct playing *playing, struct app *app)
{
	if (playing->player)
		leave_talk(playing, app);
	forget(playing);
}
