#include "ui/cmd_pair.h"

#include "lectern/base/translate.h"
#include "lectern/marks/pairs.h"

static enum outcome
settle(struct app *app, bool same)
{
	const struct talk *talk = app_talk(app);
	const struct joined *pair = talk ? app_pair_of(app, app_talk_index(app))
					 : NULL;
	struct err err;

	if (!pair) {
		app_say(app, true,
		    _("no pair is selected; T groups by sources, which list "
		      "theirs"));
		return OUT_DRAW;
	}
	if (!pair->other_key) {
		app_say(app, true, _("no talk is like %s"), pair->title);
		return OUT_DRAW;
	}
	if (!pairs_settle(
		app->marks, talk, pair->key, pair->other_key, same, &err)) {
		app_say(app, true, "%s", err.msg);
		return OUT_DRAW;
	}
	app_say(app, false,
	    same ? _("%s: the same talk as %s")
		 : _("%s: not the same talk as %s"),
	    pair->title, pair->other);
	/* The marks were read again. */
	app_relist(app);
	if (app->talks.sel + 1 < app->list.n)
		app_select_row(app, PANE_TALKS, app->talks.sel + 1);
	return OUT_SETTLED;
}

enum outcome
cmd_pair_same(struct app *app, int count, const char *argument)
{
	(void)count;
	(void)argument;
	return settle(app, true);
}

enum outcome
cmd_pair_apart(struct app *app, int count, const char *argument)
{
	(void)count;
	(void)argument;
	return settle(app, false);
}
