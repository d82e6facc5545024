/*
 * Effects of commands outside of the app: opens and plays links, copies text,
 * edits documents and notes.
 */
#ifndef LECTERN_EFFECT_H
#define LECTERN_EFFECT_H

#include <stdbool.h>

#include "lectern/system/draft.h"
#include "lectern/system/jobs.h"
#include "lectern/ui/app.h"
#include "ui/effect_play.h"

/* What effects work on; zeroed but for `app` at first. */
struct effects {
	struct app *app;
	struct jobs jobs;
	struct playing playing;
	bool clean; /* another program drew on the screen: redraw all */
};

/* Does what an outcome asks for; a message in the app tells the result. */
void effect_have(struct effects *effects, enum outcome outcome);

/*
 * Goes on with the player of a lectern that was killed, if one is there, and
 * removes what others left behind.
 */
void effect_take_up(struct effects *effects);

/*
 * Takes the news of programs that were started: marks talks as opened, follows
 * the player, and shows failures.  Returns whether there was any.  If `idle`, no
 * key waits.  With `leaving`, a program that still runs counts as good.
 */
bool effect_look(struct effects *effects, bool idle, bool leaving);

/* Follows talks to where they are now. */
void effect_moved(struct effects *effects, const struct app_swap *swap);

/*
 * effect_note.c: the reader's own note on a talk, written in the editor; at this
 * line, which is added to it, unless that is NULL.
 */
void effect_note(struct effects *effects, const char *line);

/* effect_draft.c: drafts of notes that were left behind. */

/*
 * Takes up a draft for one of the talks from `first` to `last`, and tells which
 * one; false if there is none.
 */
bool effect_find_draft(const struct app *app, uint32_t first, uint32_t last,
    struct draft *draft, uint32_t *talk);

/*
 * Selects a talk that has such a draft, and says so; drops drafts that have
 * nothing more than the note.
 */
void effect_offer_draft(struct effects *effects);

/* For the effect_ files: runs a program on the terminal until it ends. */
bool effect_run_here(
    struct effects *effects, const struct argv *argv, struct err *err);

#endif
