/*
 * Effects of commands outside of the app: opens and plays links, copies text,
 * edits documents and notes.
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
	bool clean; /* another program drew on the screen: redraw all */
};

/* Does what an outcome asks for; a message in the app tells the result. */
void effect_have(struct effects *effects, enum outcome outcome);

/*
 * Takes the news of programs that were started: marks talks as opened, and
 * shows failures.  Returns whether there was any.  With `leaving`, a program
 * that still runs counts as good.
 */
bool effect_look(struct effects *effects, bool leaving);

#endif
