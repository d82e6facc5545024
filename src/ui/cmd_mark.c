#include "lectern/ui/cmd_mark.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "lectern/base/arena.h"
#include "lectern/base/mem.h"
#include "lectern/base/text.h"

/* Changes. */

/* Returns the words for a change that turns a mark into `to`. */
static const char *
name_of(enum mark_kind kind, const char *to)
{
	const struct mark_info *info = mark_kind_info(kind);

	return *to ? info->done : info->undone;
}

/* Changes a mark from `from` to `to`; shows a message on failure. */
static bool
apply(struct app *app, uint32_t index, enum mark_kind kind, const char *from,
    const char *to)
{
	const struct talk *talk = &app->notes->talks[index];
	enum mark_type type = mark_kind_info(kind)->type;
	const char *text = NULL;
	struct err err;

	if (type == MARK_TEXT)
		text = to;
	if (type == MARK_SET)
		text = *to ? to : from;
	if (!marks_set(app->marks, talk, kind, *to != '\0', text, &err)) {
		app_say(app, true, "%s", err.msg);
		return false;
	}
	app_relist(app);
	return true;
}

static void
forget(struct change *change)
{
	free(change->before);
	free(change->after);
}

/*
 * Records a change so that it can be undone; forgets changes that were undone.
 */
static void
remember(struct app *app, uint32_t talk, enum mark_kind kind,
    const char *before, const char *after)
{
	struct changes *changes = &app->changes;

	for (; changes->undone > 0; changes->undone--)
		forget(&changes->change[--changes->n]);
	if (changes->n == APP_CHANGES) {
		forget(changes->change);
		memmove(changes->change, changes->change + 1,
		    --changes->n * sizeof(*changes->change));
	}
	changes->change[changes->n++] = (struct change){
	    .talk = talk,
	    .kind = kind,
	    .before = mem_dup(before, strlen(before)),
	    .after = mem_dup(after, strlen(after)),
	};
}

/* Makes a change that can be undone, and shows a message. */
static bool
change(struct app *app, uint32_t talk, enum mark_kind kind, const char *before,
    const char *after)
{
	bool word = mark_kind_info(kind)->type == MARK_SET;

	if (!apply(app, talk, kind, before, after))
		return false;
	remember(app, talk, kind, before, after);
	app_say(app, false, "%s%s%s%s: %s", name_of(kind, after),
	    word ? ": " : "",
	    !word        ? ""
		: *after ? after
			 : before,
	    marks_are_kept(app->marks) ? "" : " (for this run only)",
	    app->notes->talks[talk].title);
	return true;
}

/* Returns the index of the selected talk, or APP_NONE after a message. */
static uint32_t
selected(struct app *app)
{
	uint32_t talk = app_talk_index(app);

	if (talk == APP_NONE)
		app_say(app, true, "no talk is selected");
	return talk;
}

enum outcome
cmd_mark_turn(struct app *app, const char *name)
{
	enum mark_kind kind = (enum mark_kind)mark_kind_named(name);
	uint32_t talk = selected(app);

	if (talk != APP_NONE) {
		bool is = app->annotations[talk].kinds & kind;

		change(app, talk, kind, is ? "1" : "", is ? "" : "1");
	}
	return OUT_DRAW;
}

/* Own notes. */

/* Adds a paragraph to the note. */
static void
add_to_note(struct app *app, uint32_t talk, const char *text)
{
	struct arena *arena = arena_new();
	const char *now = app_note(app, talk);

	now = arena_dup(arena, now, strlen(now));
	change(app, talk, MARK_NOTED, now,
	    arena_printf(arena, "%s%s%s", now, *now ? "\n\n" : "", text));
	arena_free(arena);
}

enum outcome
cmd_mark_note(struct app *app, int count, const char *argument)
{
	uint32_t talk = selected(app);

	(void)count;
	if (talk == APP_NONE)
		return OUT_DRAW;
	if (*argument) {
		add_to_note(app, talk, argument);
		return OUT_DRAW;
	}
	app->effect_talk = talk;
	return OUT_NOTE;
}

/* Cuts blanks and line feeds off the end. */
static char *
clean(struct arena *arena, const char *text)
{
	size_t len;
	char *s = text_clean(arena, text, strlen(text), &len);

	while (len > 0 && strchr(" \t\n", s[len - 1]))
		s[--len] = '\0';
	return s;
}

bool
cmd_mark_take_note(
    struct app *app, uint32_t talk, const char *before, const char *text)
{
	struct arena *arena = arena_new();
	const char *now = arena_dup(
	    arena, app_note(app, talk), strlen(app_note(app, talk)));
	const char *note = clean(arena, text);
	bool good = true;

	if (strcmp(note, before) == 0 || strcmp(note, now) == 0) {
		app_say(app, false, "the note is as it was");
	} else if (*now && strcmp(now, before) != 0) {
		/* Another copy of lectern changed it meanwhile. */
		if (*note)
			note = arena_printf(
			    arena, "%s\n\n---\n\n%s", note, now);
		else
			note = now;
		good = change(app, talk, MARK_NOTED, now, note);
		if (good)
			app_say(app, false,
			    "the note was changed elsewhere meanwhile: both "
			    "are kept");
	} else {
		good = change(app, talk, MARK_NOTED, now, note);
	}
	arena_free(arena);
	return good;
}

/* Tags. */

/* Sets a tag, or removes it; a `#` before it is skipped. */
static bool
turn_tag(struct app *app, uint32_t talk, const char *s, size_t len)
{
	char *tag;
	bool good;

	if (*s == '#') {
		s++;
		len--;
	}
	tag = mem_dup(s, len);
	good = mark_is_tag(tag);
	if (!good) {
		app_say(app, true, "\"%s\" is no tag: one word, no comma", tag);
	} else {
		bool is = mark_has_tag(app_tags(app, talk), tag);

		good = change(
		    app, talk, MARK_TAGGED, is ? tag : "", is ? "" : tag);
	}
	free(tag);
	return good;
}

enum outcome
cmd_mark_tag(struct app *app, int count, const char *argument)
{
	uint32_t talk = selected(app);

	(void)count;
	if (talk == APP_NONE)
		return OUT_DRAW;
	if (!*argument) {
		app->mode = MODE_COMMAND;
		edit_set(&app->input, "tag ");
		return OUT_DRAW;
	}

	/* `argument` may be the prompt's own text. */
	char *words = mem_dup(argument, strlen(argument));

	for (const char *s = words; *s;) {
		size_t len = strcspn(s, " ");

		if (!turn_tag(app, talk, s, len))
			break;
		s += len + strspn(s + len, " ");
	}
	free(words);
	return OUT_DRAW;
}

/* Undoing. */

/* Makes a change again, or reverts it, and goes to its talk. */
static bool
replay(struct app *app, const struct change *change, bool reverse)
{
	const char *from = reverse ? change->after : change->before;
	const char *to = reverse ? change->before : change->after;
	const char *title = app->notes->talks[change->talk].title;

	if (change->kind == MARK_NOTED &&
	    strcmp(app_note(app, change->talk), from) != 0) {
		app_say(app, true,
		    "the note was changed elsewhere meanwhile, and is left "
		    "as it is: %s",
		    title);
		return false;
	}
	if (!apply(app, change->talk, change->kind, from, to))
		return false;
	app_select(app, change->talk);
	app_say(app, false, "%s: %s: %s", reverse ? "undone" : "done again",
	    name_of(change->kind, to), title);
	return true;
}

enum outcome
cmd_mark_undo(struct app *app, int count, const char *argument)
{
	struct changes *changes = &app->changes;

	(void)argument;
	if (changes->undone == changes->n)
		app_say(app, true, "there is nothing to undo");
	for (int i = 0; i < app_times(count) && changes->undone < changes->n &&
	     replay(
		 app, &changes->change[changes->n - changes->undone - 1], true);
	     i++)
		changes->undone++;
	return OUT_DRAW;
}

enum outcome
cmd_mark_redo(struct app *app, int count, const char *argument)
{
	struct changes *changes = &app->changes;

	(void)argument;
	if (changes->undone == 0)
		app_say(app, true, "there is nothing to do again");
	for (int i = 0; i < app_times(count) && changes->undone > 0 &&
	     replay(app, &changes->change[changes->n - changes->undone], false);
	     i++)
		changes->undone--;
	return OUT_DRAW;
}

/* History. */

void
cmd_mark_opened(struct app *app, uint32_t talk, const char *url)
{
	const struct talk *opened = &app->notes->talks[talk];
	struct err err;

	if (!opened->url || strcmp(opened->url, url) != 0)
		return;
	if (marks_set(app->marks, opened, MARK_OPENED, true, NULL, &err))
		app_relist(app);
	else
		app_say(app, true, "%s", err.msg);
}
