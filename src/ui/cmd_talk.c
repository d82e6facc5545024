#include "ui/cmd_talk.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "lectern/base/arena.h"
#include "lectern/base/mem.h"
#include "lectern/base/translate.h"
#include "lectern/model/link.h"
#include "lectern/model/position.h"
#include "lectern/source/body.h"
#include "lectern/system/beside.h"
#include "lectern/system/path_complete.h"

/*
 * Returns the link that is meant, or NULL after a message that there is none.
 */
static const char *
choose_link(struct app *app, int count)
{
	const struct talk *talk = app_talk(app);
	uint32_t which = count > 0 ? (uint32_t)count - 1 : 0;
	struct body_links links;

	if (!talk) {
		app_say(app, true, _("no talk is selected"));
		return NULL;
	}
	links = body_links(talk);
	if (which < links.n)
		return links.url[which];
	if (links.n == 0)
		app_say(app, true, _("this talk has no link"));
	else if (links.n == 1)
		app_say(app, true, _("this talk has one link only"));
	else
		app_say(app, true,
		    ngettext("this talk has %u link", "this talk has %u links",
			links.n),
		    links.n);
	return NULL;
}

static void
set_effect(struct app *app, const char *text)
{
	free(app->effect);
	app->effect = mem_dup(text, strlen(text));
	app->effect_talk = app_talk_index(app);
	app->effect_second = 0;
}

static enum outcome
with_link(struct app *app, int count, enum outcome outcome)
{
	const char *url = choose_link(app, count);

	if (!url)
		return OUT_DRAW;
	set_effect(app, url);
	return outcome;
}

/*
 * As with_link(), but on a line with a time code the video from there on, `lead`
 * seconds earlier.
 */
static enum outcome
with_video(struct app *app, int count, long lead, enum outcome outcome)
{
	const struct talk *talk = app_talk(app);
	struct arena *arena;
	uint32_t code;
	long second;

	if (count > 0 || !talk || !talk->url || !app_code(app, &code)) {
		outcome = with_link(app, count, outcome);
		if (app->effect)
			app->effect_second = link_seconds(app->effect);
		return outcome;
	}
	second = (long)code > lead ? (long)code - lead : 0;
	arena = arena_new();
	set_effect(app, link_start(arena, talk->url, second));
	app->effect_second = second;
	arena_free(arena);
	return outcome;
}

/* The link of the selected talk that a count chooses; NULL: there is none. */
static const char *
peek_link(const struct app *app, int count)
{
	const struct talk *talk = app_talk(app);
	uint32_t which = count > 0 ? (uint32_t)count - 1 : 0;
	struct body_links links;

	if (!talk)
		return NULL;
	if (which == 0 && talk->url)
		return talk->url;
	links = body_links(talk);
	return which < links.n ? links.url[which] : NULL;
}

/* Opens a document here, in place of these. */
static enum outcome
open_here(struct app *app, char *path)
{
	free(app->effect);
	app->effect = path;
	app->library_wanted = false;
	return OUT_SOURCES;
}

enum outcome
cmd_talk_open(struct app *app, int count, const char *argument)
{
	const char *url = peek_link(app, count);
	char *path;

	if (*argument)
		return open_here(app, path_expand(argument));
	path = url
	    ? beside_path(notes_path(app->notes, app_talk(app)), url)
	    : NULL;
	return path ? open_here(app, path)
		    : with_video(app, count, 0, OUT_OPEN);
}

enum outcome
cmd_talk_back(struct app *app, int count, const char *argument)
{
	(void)app;
	(void)count;
	(void)argument;
	return OUT_BACK;
}

/* The second at which the video was stopped; 0: none is known. */
static long
stopped_at(const struct app *app, const struct talk *talk)
{
	const char *text = mark_kind_text(
	    app_annotations(app, talk), MARK_POSITION);
	struct position position;

	return position_read(text, &position) ? position.second : 0;
}

enum outcome
cmd_talk_play(struct app *app, int count, const char *argument)
{
	const struct talk *talk = app_talk(app);
	long lead = config_lead(app->config);
	enum outcome outcome = with_video(app, count, lead, OUT_PLAY);
	uint32_t code;

	(void)argument;
	if (outcome == OUT_PLAY && count == 0 && talk->url &&
	    link_is_same(talk->url, app->effect) && !app_code(app, &code) &&
	    stopped_at(app, talk) > 0)
		app->effect_second = stopped_at(app, talk);
	return outcome;
}

enum outcome
cmd_talk_play_start(struct app *app, int count, const char *argument)
{
	enum outcome outcome;

	(void)argument;
	if (app_lists_queue(app) && count == 0 && app->focus != PANE_DETAIL)
		return OUT_QUEUE;
	outcome = with_link(app, count, OUT_PLAY);
	if (outcome == OUT_PLAY)
		app->effect_second = link_seconds(app->effect);
	return outcome;
}

enum outcome
cmd_talk_qr(struct app *app, int count, const char *argument)
{
	const struct talk *talk = app_talk(app);
	struct arena *arena;
	const char *url;
	long second;

	(void)argument;
	/* From where it would be played. */
	if (with_video(app, count, 0, OUT_OPEN) != OUT_OPEN)
		return OUT_DRAW;
	arena = arena_new();
	url = app->effect;
	second = app->effect_second;
	if (second == 0 && count == 0 && talk->url &&
	    link_is_same(talk->url, url)) {
		second = stopped_at(app, talk);
		url = second > 0 ? link_start(arena, url, second) : url;
	}
	if (app_qr_show(app, url))
		app_say(app, false, _("any key goes back: %s"), url);
	arena_free(arena);
	return OUT_DRAW;
}

enum outcome
cmd_talk_transcript(struct app *app, int count, const char *argument)
{
	(void)count;
	(void)argument;
	if (!transcripts_has(app->transcripts, app_talk_index(app))) {
		app_say(app, true, _("this talk has no transcript"));
		return OUT_DRAW;
	}
	app_set_focus(app, PANE_DETAIL);
	app_fold_part(app, TALK_SPOKEN, !(app->folded & 1U << TALK_SPOKEN));
	app_detail_scroll(
	    app, talk_rows_find(&app->detail, ROW_SPOKEN_NAME, TALK_SPOKEN));
	return OUT_DRAW;
}

static enum outcome
step_code(struct app *app, int count, int step)
{
	if (!app_talk(app)) {
		app_say(app, true, _("no talk is selected"));
		return OUT_DRAW;
	}
	app_set_focus(app, PANE_DETAIL);
	for (int i = 0; i < app_times(count); i++) {
		if (app_code_step(app, step))
			continue;
		app_say(app, i == 0, "%s",
		    step > 0 ? _("no time code further on in these notes")
			     : _("no time code before in these notes"));
		break;
	}
	return OUT_DRAW;
}

enum outcome
cmd_talk_next_code(struct app *app, int count, const char *argument)
{
	(void)argument;
	return step_code(app, count, 1);
}

enum outcome
cmd_talk_previous_code(struct app *app, int count, const char *argument)
{
	(void)argument;
	return step_code(app, count, -1);
}

enum outcome
cmd_talk_copy(struct app *app, int count, const char *argument)
{
	(void)argument;
	return with_link(app, count, OUT_COPY);
}

/* Copies `s` to `out` with a backslash before characters of markup. */
static char *
escape(char *out, const char *s)
{
	for (; *s; s++) {
		if (strchr("\\[]*_`<>", *s))
			*out++ = '\\';
		*out++ = *s;
	}
	return out;
}

enum outcome
cmd_talk_copy_link(struct app *app, int count, const char *argument)
{
	const char *url = choose_link(app, count);

	(void)argument;
	if (!url)
		return OUT_DRAW;
	const char *title = app_talk(app)->title;
	char *text = mem_alloc(2 * strlen(title) + strlen(url) + 8, 1);
	char *end = text;

	*end++ = '[';
	end = escape(end, title);
	/* In angle brackets, since a URL may have parentheses. */
	sprintf(end, strpbrk(url, "()") ? "](<%s>)" : "](%s)", url);
	set_effect(app, text);
	free(text);
	return OUT_COPY;
}

enum outcome
cmd_talk_edit(struct app *app, int count, const char *argument)
{
	(void)count;
	(void)argument;
	const struct talk *talk = app_talk(app);

	if (!talk) {
		app_say(app, true, _("no talk is selected"));
		return OUT_DRAW;
	}
	if (talk->missing) {
		app_say(
		    app, true, _("this talk is in no document that is open"));
		return OUT_DRAW;
	}
	if (strcmp(notes_path(app->notes, talk), "-") == 0) {
		app_say(app, true, _("standard input cannot be edited"));
		return OUT_DRAW;
	}
	app->effect_talk = app_talk_index(app);
	return OUT_EDIT;
}
