#include "ui/effect.h"

#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "lectern/base/mem.h"
#include "lectern/system/editor.h"
#include "lectern/system/opener.h"
#include "lectern/system/scratch.h"
#include "lectern/ui/cmd_mark.h"
#include "ui/term.h"

static void
say_error(struct effects *effects, const struct err *err)
{
	app_say(effects->app, true, "%s", err->msg);
}

/* Gives the terminal to a program until it ends. */
static bool
run_here(struct effects *effects, const struct argv *argv, struct err *err)
{
	term_leave();
	bool good = jobs_run(argv, err);

	term_enter();
	effects->clean = true;
	return good;
}

static void
start_opener(
    struct effects *effects, enum opener_kind kind, const struct argv *argv)
{
	const char *url = effects->app->effect;
	struct err err;
	bool good = true;

	if (kind == OPENER_SHOW) {
		term_copy(url);
		app_notice(effects->app, url);
		app_say(effects->app, false,
		    "no display here: the link is shown, and copied if the "
		    "terminal can");
	} else if (kind == OPENER_TERMINAL) {
		good = run_here(effects, argv, &err);
	} else {
		good = jobs_start(&effects->jobs, argv, &err);
		if (good)
			app_say(effects->app, false, "opening %s", url);
	}
	if (good)
		cmd_mark_opened(effects->app, effects->app->effect_talk, url);
	else
		say_error(effects, &err);
}

static void
open_link(struct effects *effects)
{
	const struct config *config = effects->app->config;
	enum opener_kind kind;
	struct argv argv;
	struct err err;

	if (opener_choose(config ? config->opener : NULL, effects->app->effect,
		&kind, &argv, &err)) {
		start_opener(effects, kind, &argv);
		argv_free(&argv);
		return;
	}
	/* The link itself is of use even so. */
	app_notice(effects->app, effects->app->effect);
	say_error(effects, &err);
}

static void
play_link(struct effects *effects)
{
	const struct config *config = effects->app->config;
	struct argv argv;
	struct err err;

	if (!opener_player(config ? config->player : NULL, effects->app->effect,
		&argv, &err)) {
		say_error(effects, &err);
		return;
	}
	if (jobs_start(&effects->jobs, &argv, &err)) {
		app_say(
		    effects->app, false, "playing %s", effects->app->effect);
		cmd_mark_opened(effects->app, effects->app->effect_talk,
		    effects->app->effect);
	} else {
		say_error(effects, &err);
	}
	argv_free(&argv);
}

static void
copy_text(struct effects *effects)
{
	const char *text = effects->app->effect;
	struct argv argv;
	struct err err;

	if (!opener_clipboard(&argv)) {
		term_copy(text);
		app_say(effects->app, false, "copied, if the terminal can: %s",
		    text);
		return;
	}
	if (jobs_feed(&effects->jobs, &argv, text, &err))
		app_say(effects->app, false, "copied: %s", text);
	else
		say_error(effects, &err);
	argv_free(&argv);
}

static bool
same_file(const struct stat *a, const struct stat *b)
{
	return a->st_mtim.tv_sec == b->st_mtim.tv_sec &&
	    a->st_mtim.tv_nsec == b->st_mtim.tv_nsec &&
	    a->st_size == b->st_size;
}

static void
edit_source(struct effects *effects)
{
	const struct notes *notes = effects->app->notes;
	const struct talk *talk = &notes->talks[effects->app->effect_talk];
	const char *path = notes->sources[talk->source].path;
	struct stat before = {0}, after = {0};
	struct argv argv;
	struct err err;

	stat(path, &before);
	editor_command(path, talk->line, &argv);
	if (!run_here(effects, &argv, &err))
		say_error(effects, &err);
	else if (stat(path, &after) == 0 && !same_file(&before, &after))
		app_say(effects->app, false,
		    "%s has changed: start lectern again to read it so", path);
	argv_free(&argv);
}

/* Says what went wrong, and where what was written still is. */
static void
say_kept(
    struct effects *effects, const char *why, const struct scratch *scratch)
{
	char *text = mem_printf("what you wrote is in %s", scratch->path);

	app_notice(effects->app, text);
	app_say(effects->app, true, "%s", why);
	free(text);
}

/* Takes the note that was written; false: that is still in the file. */
static bool
take_note(struct effects *effects, uint32_t talk, const char *before,
    bool ended_well, const struct err *end, const struct scratch *scratch)
{
	struct err err;
	char *text = scratch_read(scratch, &err);
	size_t len = strlen(before);
	bool good = true;

	if (!text) {
		say_kept(effects, err.msg, scratch);
		return false;
	}
	/* The line feed at its end is of the file. */
	bool same = strncmp(text, before, len) == 0 &&
	    strcmp(text + len, *before ? "\n" : "") == 0;

	if (!ended_well && same) {
		say_error(effects, end);
	} else if (!ended_well) {
		say_kept(effects, end->msg, scratch);
		good = false;
	} else {
		/* As others have left it meanwhile. */
		if (marks_refresh(effects->app->marks))
			app_relist(effects->app);
		good = cmd_mark_take_note(effects->app, talk, before, text);
		if (!good)
			say_kept(effects, effects->app->message, scratch);
	}
	free(text);
	return good;
}

/* Has the reader's own note of a talk edited. */
static void
edit_note(struct effects *effects)
{
	struct app *app = effects->app;
	uint32_t talk = app->effect_talk;
	char *before = mem_dup(
	    app_note(app, talk), strlen(app_note(app, talk)));
	struct scratch scratch;
	struct argv argv;
	struct err err = {""};

	if (scratch_make(&scratch, "note.md", before, &err)) {
		editor_command(scratch.path, 0, &argv);
		bool good = run_here(effects, &argv, &err);

		if (take_note(effects, talk, before, good, &err, &scratch))
			scratch_drop(&scratch);
		else
			scratch_keep(&scratch);
		argv_free(&argv);
	} else {
		say_error(effects, &err);
	}
	free(before);
}

void
effect_have(struct effects *effects, enum outcome outcome)
{
	switch (outcome) {
	case OUT_OPEN:
		open_link(effects);
		break;
	case OUT_PLAY:
		play_link(effects);
		break;
	case OUT_COPY:
		copy_text(effects);
		break;
	case OUT_EDIT:
		edit_source(effects);
		break;
	case OUT_NOTE:
		edit_note(effects);
		break;
	default:
		break;
	}
}

bool
effect_look(struct effects *effects)
{
	struct err err;

	if (jobs_reap(&effects->jobs, &err))
		return false;
	say_error(effects, &err);
	return true;
}
