#include "ui/effect.h"

#include <stdlib.h>
#include <string.h>

#include "lectern/base/arena.h"
#include "lectern/base/mem.h"
#include "lectern/base/translate.h"
#include "lectern/model/host.h"
#include "lectern/model/link.h"
#include "lectern/system/editor.h"
#include "lectern/system/opener.h"
#include "lectern/ui/cmd_mark.h"
#include "ui/term.h"

bool
effect_run_here(
    struct effects *effects, const struct argv *argv, struct err *err)
{
	term_leave();
	bool good = jobs_run(argv, err);

	term_enter();
	effects->clean = true;
	return good;
}

/* Why programs are started. */
enum purpose { FOR_NOTHING, FOR_OPENING, FOR_PLAYING, FOR_COPYING };

/* Asks the terminal to copy; false with `err` if the text is too long. */
static bool
copy_by_terminal(const char *text, struct err *err)
{
	return term_copy(text) ||
	    err_set(err, _("not copied: %zu bytes are too many for a terminal"),
		strlen(text));
}

/* Copies by programs for the clipboard, or else by the terminal. */
static bool
copy(struct effects *effects, const char *text, bool *surely, struct err *err)
{
	const struct config *config = effects->app->config;
	const struct job_cause cause = {FOR_COPYING, 0, text};
	struct argv argv[OPENER_CLIPBOARDS];
	bool good = true;
	size_t n;

	*surely = true;
	if (!opener_clipboard(config ? config->copier : NULL, argv, &n, err))
		return false;
	for (size_t i = 0; i < n; i++) {
		good = good &&
		    jobs_feed(&effects->jobs, &argv[i], text, &cause, err);
		argv_free(&argv[i]);
	}
	if (n > 0)
		return good;
	*surely = false;
	return copy_by_terminal(text, err);
}

static void
copy_text(struct effects *effects)
{
	const char *text = effects->app->effect;
	struct err err;
	bool surely;

	if (!copy(effects, text, &surely, &err))
		app_say(effects->app, true, "%s", err.msg);
	else
		app_say(effects->app, false,
		    surely ? _("copied: %s")
			   : _("copied, if the terminal can: %s"),
		    text);
}

/* Shows and copies a link that could not be opened, for use elsewhere. */
static void
hand_over(struct effects *effects, const char *url, const char *why, bool bad)
{
	struct err err;
	bool surely;
	bool copied = copy(effects, url, &surely, &err);

	app_notice(effects->app, url);
	app_say(effects->app, bad,
	    !copied ? _("%s: the link is shown")
		: surely
		? _("%s: the link is shown, and copied")
		: _("%s: the link is shown, and copied if the terminal can"),
	    why);
}

/* Tells what is done with a link, and its host if the link may mislead. */
static void
say_link(struct app *app, const char *what, const char *url)
{
	struct arena *arena = arena_new();
	const char *host = host_hidden(arena, url);

	if (host)
		app_say(app, false, _("%s at %s: %s"), _(what), host, url);
	else
		app_say(app, false, "%s %s", _(what), url);
	arena_free(arena);
}

static void
start_opener(
    struct effects *effects, enum opener_kind kind, const struct argv *argv)
{
	struct app *app = effects->app;
	const struct job_cause cause = {
	    FOR_OPENING, app->effect_talk, app->effect};
	struct err err;

	if (kind == OPENER_SHOW) {
		hand_over(effects, app->effect, _("no display here"), false);
		cmd_mark_opened(app, app->effect_talk, app->effect);
	} else if (kind == OPENER_TERMINAL &&
	    effect_run_here(effects, argv, &err)) {
		cmd_mark_opened(app, app->effect_talk, app->effect);
	} else if (kind == OPENER_BACKGROUND &&
	    jobs_start(&effects->jobs, argv, &cause, &err)) {
		say_link(app, N_("opening"), app->effect);
	} else {
		hand_over(effects, app->effect, err.msg, true);
	}
}

static void
open_link(struct effects *effects)
{
	const struct app *app = effects->app;
	enum opener_kind kind;
	struct argv argv;
	struct err err;

	if (opener_choose(app->config ? app->config->opener : NULL, app->effect,
		&kind, &argv, &err)) {
		start_opener(effects, kind, &argv);
		argv_free(&argv);
	} else {
		hand_over(effects, app->effect, err.msg, true);
	}
}

/* Starts a player; one that can tell where it is is followed. */
static bool
start_player(
    struct effects *effects, struct argv *argv, bool follow, struct err *err)
{
	struct app *app = effects->app;
	const struct job_cause cause = {
	    FOR_PLAYING, app->effect_talk, app->effect};
	struct player *player = follow ? player_new(argv) : NULL;

	if (!jobs_start(&effects->jobs, argv, &cause, err)) {
		player_free(player);
		return false;
	}
	effect_play_began(&effects->playing, app, player);
	return true;
}

static void
play_link(struct effects *effects)
{
	struct app *app = effects->app;
	const char *url = app->notes->talks[app->effect_talk].url;
	/* Of other links nothing is kept. */
	bool own = url && link_is_same(url, app->effect);
	struct argv argv;
	struct err err;

	if (!opener_player(app->config ? app->config->player : NULL,
		app->effect, app->effect_second, &argv, &err)) {
		hand_over(effects, app->effect, err.msg, true);
		return;
	}
	if (own && player_can_talk(&argv) &&
	    effect_play_again(&effects->playing, app)) {
		cmd_mark_opened(app, app->effect_talk, app->effect);
		say_link(app,
		    app->config && app->config->queues ? N_("will play")
						       : N_("playing"),
		    app->effect);
	} else if (start_player(effects, &argv, own, &err)) {
		say_link(app, N_("playing"), app->effect);
	} else {
		hand_over(effects, app->effect, err.msg, true);
	}
	argv_free(&argv);
}

/* Takes what `talk` has for a player; false: it has no link to play. */
static bool
take_link(struct app *app, uint32_t talk)
{
	const char *url = app->notes->talks[talk].url;

	if (!url || !link_is_openable(url))
		return false;
	free(app->effect);
	app->effect = mem_dup(url, strlen(url));
	app->effect_talk = talk;
	app->effect_second = 0;
	return true;
}

/* Adds a link to a player's command, with its talk's title if it takes that. */
static void
add_link(struct argv *argv, const struct app *app, bool titled)
{
	const char *title = app->notes->talks[app->effect_talk].title;
	char *option = mem_printf("--force-media-title=%s", title);

	if (titled) {
		argv_add(argv, "--{");
		argv_add(argv, option);
	}
	argv_add(argv, app->effect);
	if (titled)
		argv_add(argv, "--}");
	free(option);
}

/* Plays talks from the first that can be played on; false: none can. */
static bool
play_talks(struct effects *effects, const uint32_t *talk, size_t n)
{
	struct app *app = effects->app;
	size_t first = 0, links = 1;
	struct argv argv;
	struct err err;
	bool mpv;

	while (first < n && !take_link(app, talk[first]))
		first++;
	if (first == n)
		return false;
	if (!opener_player(app->config ? app->config->player : NULL,
		app->effect, 0, &argv, &err)) {
		hand_over(effects, app->effect, err.msg, true);
		return true;
	}
	mpv = player_can_talk(&argv);
	if (mpv) {
		free(argv.word[--argv.nword]);
		argv.word[argv.nword] = NULL;
		add_link(&argv, app, true);
	}
	for (size_t i = first + 1; i < n; i++) {
		if (!take_link(app, talk[i]))
			continue;
		add_link(&argv, app, mpv);
		links++;
	}
	take_link(app, talk[first]);
	if (!start_player(effects, &argv, mpv, &err)) {
		hand_over(effects, app->effect, err.msg, true);
	} else {
		for (size_t i = first + 1; i < n; i++)
			if (take_link(app, talk[i]))
				effect_play_add(&effects->playing, app);
		app_say(app, false,
		    ngettext("playing %zu talk of the queue",
			"playing %zu talks of the queue", links),
		    links);
	}
	argv_free(&argv);
	return true;
}

static void
play_queue(struct effects *effects)
{
	size_t n;
	uint32_t *talk = app_queue(effects->app, &n);

	if (!play_talks(effects, talk, n))
		app_say(effects->app, true, "%s",
		    n == 0 ? _("no talk is queued")
			   : _("no talk of the queue has a link to play"));
	free(talk);
}

static void
edit_source(struct effects *effects)
{
	const struct notes *notes = effects->app->notes;
	const struct talk *talk = &notes->talks[effects->app->effect_talk];
	const char *path = notes_path(notes, talk);
	struct argv argv;
	struct err err;

	if (!editor_command(path, talk->line, &argv, &err)) {
		app_say(effects->app, true, "%s", err.msg);
		return;
	}
	if (!effect_run_here(effects, &argv, &err))
		app_say(effects->app, true, "%s", err.msg);
	argv_free(&argv);
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
	case OUT_QUEUE:
		play_queue(effects);
		break;
	case OUT_COPY:
		copy_text(effects);
		break;
	case OUT_EDIT:
		edit_source(effects);
		break;
	case OUT_NOTE:
		effect_note(effects, NULL);
		break;
	case OUT_STAMP:
		effect_note(effects, effects->app->effect);
		break;
	default:
		break;
	}
}

/* Tells what became of a program; what it was started for decides. */
static void
take_news(struct effects *effects, const struct job_news *news)
{
	struct app *app = effects->app;
	struct err err;

	switch ((enum purpose)news->cause.purpose) {
	case FOR_OPENING:
	case FOR_PLAYING:
		if (news->good && news->cause.talk != APP_NONE)
			cmd_mark_opened(app, news->cause.talk, news->text);
		else if (!news->good)
			hand_over(effects, news->text, news->err.msg, true);
		break;
	case FOR_COPYING:
		if (news->good)
			break;
		if (copy_by_terminal(news->text, &err))
			app_say(app, true, _("%s: copied if the terminal can"),
			    news->err.msg);
		else
			app_say(effects->app, true, "%s", news->err.msg);
		break;
	case FOR_NOTHING:
		break;
	}
}

void
effect_moved(struct effects *effects, const struct app_swap *swap)
{
	if (swap->n > 0)
		effect_play_moved(&effects->playing, effects->app, swap);
	for (size_t i = 0; swap->n > 0 && i < effects->jobs.njobs; i++) {
		struct job_cause *cause = &effects->jobs.job[i].cause;

		cause->talk = app_swapped(swap, cause->talk);
	}
}

void
effect_take_up(struct effects *effects)
{
	effect_play_taken(&effects->playing, effects->app, player_take_up());
}

bool
effect_look(struct effects *effects, bool idle, bool leaving)
{
	struct playing *playing = &effects->playing;
	struct job_news news;
	bool any = effect_play_look(playing, effects->app, idle);

	if (leaving)
		effect_play_end(playing, effects->app);
	else if (effect_play_lost(playing, effects->app))
		play_link(effects);

	while (jobs_news(&effects->jobs, leaving, &news)) {
		take_news(effects, &news);
		free(news.text);
		any = true;
	}
	return any;
}
