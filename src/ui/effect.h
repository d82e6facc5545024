/*
 * The effects that commands ask for outside of the app: links are opened and
 * played, text is copied, documents and notes are edited.
 */
#ifndef LECTERN_EFFECT_H
#define LECTERN_EFFECT_H

#include <stdbool.h>

#include "lectern/system/jobs.h"
#include "lectern/ui/app.h"

/* What effects work on; zeroed but for `app` at first. */
struct effects {
	struct app *app;
	struct jobs jobs;
	bool clean; /* another program has drawn on the screen */
};

/* Has the effect of an outcome, saying in the app what came of it. */
void effect_have(struct effects *effects, enum outcome outcome);

/*
 * Takes what became of programs that were started: what was opened is marked so,
 * what failed is told.  True where there was something.  `leaving`: what still
 * runs did not fail.
 */
bool effect_look(struct effects *effects, bool leaving);

#endif
