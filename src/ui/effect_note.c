#include <stdlib.h>
#include <string.h>

#include "lectern/base/mem.h"
#include "lectern/base/translate.h"
#include "lectern/system/draft.h"
#include "lectern/system/editor.h"
#include "lectern/ui/cmd_mark.h"
#include "ui/effect.h"
#include "ui/signals.h"

/* Tells what went wrong, and where the text of the note still is. */
static void
say_kept(struct effects *effects, const char *why, const struct draft *draft)
{
	char *text = mem_printf(_("what you wrote is in %s"), draft->path);

	app_notice(effects->app, text);
	app_say(effects->app, true, "%s", why);
	free(text);
}

/* Takes the note from the draft; false: it could not be kept. */
static bool
take_note(struct effects *effects, uint32_t talk, bool ended_well,
    const struct err *end, const struct draft *draft)
{
	struct err err;
	char *text = draft_read(draft, &err);
	bool good = true;

	if (!text) {
		say_kept(effects, err.msg, draft);
		return false;
	}
	/* When the terminal is gone, what was saved is all that there will be. */
	if (ended_well ||
	    (signals_are_ending() && !draft_is_note(text, draft->before))) {
		/* Others may have changed it meanwhile. */
		if (marks_refresh(effects->app->marks))
			app_relist(effects->app);
		good = cmd_mark_take_note(
		    effects->app, talk, draft->before, text);
		if (!good)
			say_kept(effects, effects->app->message, draft);
	} else if (draft_is_note(text, draft->before)) {
		app_say(effects->app, true, "%s", end->msg);
	} else {
		say_kept(effects, end->msg, draft);
		good = false;
	}
	free(text);
	return good;
}

/* Lets the user edit a draft, and takes it. */
static void
edit_draft(struct effects *effects, uint32_t talk, struct draft *draft)
{
	struct argv argv;
	struct err err = {""};
	bool good, taken;

	if (!editor_command(draft->path, draft->line, &argv, &err)) {
		app_say(effects->app, true, "%s", err.msg);
		draft_keep(draft);
		return;
	}
	good = effect_run_here(effects, &argv, &err);
	taken = take_note(effects, talk, good, &err, draft);
	/* An editor that had to end may have left what was not saved. */
	if (taken && (good || !signals_are_ending()))
		draft_drop(draft);
	else
		draft_keep(draft);
	argv_free(&argv);
}

void
effect_note(struct effects *effects, const char *line)
{
	struct app *app = effects->app;
	uint32_t index = app->effect_talk;
	const struct talk *talk = &app->notes->talks[index];
	const struct draft_talk told = {talk->key, talk->title, talk->url};
	struct draft draft;
	struct err err;

	if (!effect_find_draft(app, index, index, &draft, &index) &&
	    !draft_make(&draft, &told, app_note(app, index), &err)) {
		app_say(app, true, "%s", err.msg);
		return;
	}
	if (line && !draft_add(&draft, line, &err)) {
		app_say(app, true, "%s", err.msg);
		draft_keep(&draft);
		return;
	}
	edit_draft(effects, index, &draft);
}
