#include "lectern/ui/cmd_mark.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "lectern/base/arena.h"
#include "lectern/base/mem.h"
#include "lectern/base/text.h"
#include "lectern/base/translate.h"
#include "lectern/model/link.h"
#include "lectern/model/timecode.h"

/* Changes. */

/* The text by which a change and its message are known. */
static const char *
word_of(const struct change *change)
{
	if (mark_kind_info(change->kind)->type != MARK_SET)
		return "";
	return *change->after ? change->after : change->before;
}

/* Whether both do the same to their talks. */
static bool
is_alike(const struct change *a, const struct change *b)
{
	return !*a->after == !*b->after && strcmp(word_of(a), word_of(b)) == 0;
}

/*
 * Appends what changes that are alike did, or with `back` what it is to revert
 * them: "14 talks seen", or for one talk "seen".
 */
static char *
tell(char *text, const struct change *change, size_t n, bool back)
{
	const struct mark_info *info = mark_kind_info(change->kind);
	bool set = *(back ? change->before : change->after) != '\0';
	const char *word = word_of(change);
	char talks[200] = "";

	const char *what = _(set ? info->done : info->undone);

	if (n > 1)
		snprintf(talks, sizeof(talks),
		    /* TRANSLATORS: "14 talks seen", "14 talks: tag removed" */
		    set ? ngettext("%zu talk %s", "%zu talks %s", n)
			: ngettext("%zu talk: %s", "%zu talks: %s", n),
		    n, what);
	char *more = mem_printf("%s%s%s%s%s", text, *text ? "; " : "",
	    n > 1 ? talks : what, *word ? ": " : "", word);

	free(text);
	return more;
}

/* Returns what a step did, to be freed. */
static char *
tell_step(const struct change *change, size_t n, bool back)
{
	char *text = mem_dup("", 0);

	for (size_t i = 0, end; i < n; i = end) {
		for (end = i + 1;
		     end < n && is_alike(&change[i], &change[end]);)
			end++;
		text = tell(text, &change[i], end - i, back);
	}
	return text;
}

/* Returns ": " and the title of the talk, if only one was changed; to be freed. */
static char *
tell_title(const struct app *app, const struct change *change, size_t n)
{
	for (size_t i = 1; i < n; i++)
		if (change[i].talk != change->talk)
			return mem_dup("", 0);
	return mem_printf(": %s", app->notes->talks[change->talk].title);
}

bool
cmd_mark_change(
    struct app *app, const struct change *change, size_t n, const char *more)
{
	if (!app_change(app, change, n))
		return false;
	char *text = tell_step(change, n, false);
	char *named = tell_title(app, change, n);

	app_say(app, false, "%s%s%s%s", text, more,
	    marks_are_kept(app->marks) ? "" : _(" (for this run only)"), named);
	app->message_undo = !*named;
	free(text);
	free(named);
	return true;
}

static bool
change_one(struct app *app, uint32_t talk, enum mark_kind kind,
    const char *before, const char *after)
{
	char *was = mem_dup(before, strlen(before));
	char *is = mem_dup(after, strlen(after));
	struct change one = {
	    .talk = talk, .kind = kind, .before = was, .after = is};
	bool good = cmd_mark_change(app, &one, 1, "");

	free(was);
	free(is);
	return good;
}

/* Returns the index of the selected talk, or APP_NONE after a message. */
static uint32_t
selected(struct app *app)
{
	uint32_t talk = app_talk_index(app);

	if (talk == APP_NONE)
		app_say(app, true, _("no talk is selected"));
	return talk;
}

/* Many talks. */

/* The talks that a command acts on, as indices; to be freed. */
struct targets {
	uint32_t *talk;
	size_t n;
};

static struct targets
find_targets(const struct app *app, int count)
{
	size_t first, n = app_targets(app, count, &first);
	struct targets targets = {mem_alloc(n, sizeof(*targets.talk)), n};

	for (size_t i = 0; i < n; i++)
		targets.talk[i] = app->list.hit[first + i].talk;
	return targets;
}

/* Whether a talk has the mark, for a set the word. */
static bool
has(const struct app *app, uint32_t talk, enum mark_kind kind, const char *word)
{
	return mark_kind_info(kind)->type == MARK_SET
	    ? mark_has_tag(app_tags(app, talk), word)
	    : app->annotations[talk].kinds & kind;
}

/*
 * Appends the changes that set a mark on all talks or, if all have it and
 * `turn`, remove it; returns how many there are now.
 */
static size_t
add_changes(const struct app *app, const struct targets *targets,
    enum mark_kind kind, char *word, bool turn, struct change *change, size_t n)
{
	static char none[] = "";
	size_t have = 0;

	for (size_t i = 0; i < targets->n; i++)
		have += has(app, targets->talk[i], kind, word);
	bool set = !turn || have < targets->n;

	for (size_t i = 0; i < targets->n; i++)
		if (has(app, targets->talk[i], kind, word) != set)
			change[n++] = (struct change){
			    .talk = targets->talk[i],
			    .kind = kind,
			    .before = set ? none : word,
			    .after = set ? word : none,
			};
	return n;
}

bool
cmd_mark_no_talk(struct app *app, bool breaks)
{
	app_say(app, true, "%s",
	    breaks ? _("that is a break, no talk") : _("no talk is selected"));
	return false;
}

/* Leaves breaks out that have no such mark; false, after a message: none is left. */
static bool
leave_breaks(struct app *app, struct targets *targets, enum mark_kind kind)
{
	size_t n = 0;

	for (size_t i = 0; i < targets->n; i++) {
		const struct brief *brief = &app->briefs[targets->talk[i]];

		if (!brief->pause || (brief->kinds & kind))
			targets->talk[n++] = targets->talk[i];
	}
	if (n == 0)
		return cmd_mark_no_talk(app, targets->n > 0);
	targets->n = n;
	return true;
}

/* Sets or turns a flag of talks, which ends the range. */
static void
mark_targets(
    struct app *app, struct targets *targets, enum mark_kind kind, bool turn)
{
	if (!leave_breaks(app, targets, kind))
		return;

	struct change *change = mem_alloc(targets->n, sizeof(*change));
	char one[] = "1", more[48] = "";
	size_t n = add_changes(app, targets, kind, one, turn, change, 0);

	if (targets->n > n)
		snprintf(more, sizeof(more),
		    ngettext(", %zu already", ", %zu already", targets->n - n),
		    targets->n - n);
	if (n == 0)
		app_say(app, false,
		    ngettext("%zu talk: %s already", "%zu talks: %s already",
			targets->n),
		    targets->n, _(mark_kind_info(kind)->done));
	else if (cmd_mark_change(app, change, n, more))
		app->range_from = APP_NONE;
	free(change);
}

enum outcome
cmd_mark_turn(struct app *app, const char *name, int count)
{
	struct targets targets = find_targets(app, count);

	mark_targets(
	    app, &targets, (enum mark_kind)mark_kind_named(name), true);
	free(targets.talk);
	return OUT_DRAW;
}

enum outcome
cmd_mark_all_seen(struct app *app, int count, const char *argument)
{
	struct targets targets = {
	    mem_alloc(app->list.n, sizeof(*targets.talk)), app->list.n};

	(void)count;
	(void)argument;
	for (size_t i = 0; i < targets.n; i++)
		targets.talk[i] = app->list.hit[i].talk;
	mark_targets(app, &targets, MARK_SEEN, false);
	free(targets.talk);
	return OUT_DRAW;
}

enum outcome
cmd_mark_range(struct app *app, int count, const char *argument)
{
	size_t row = app->talks.sel + (size_t)app_times(count) - 1;

	(void)argument;
	if (app_ranging(app)) {
		app->range_from = APP_NONE;
	} else if (selected(app) != APP_NONE) {
		row = row < app->list.n ? row : app->list.n - 1;
		app->range_from = app->list.hit[row].talk;
		app_set_focus(app, PANE_TALKS);
	}
	return OUT_DRAW;
}

/* Own notes. */

/* Whether both are items of a list, which the second one goes on with. */
static bool
goes_on(const char *note, const char *text)
{
	const char *feed = strrchr(note, '\n');

	return strncmp(feed ? feed + 1 : note, "- ", 2) == 0 &&
	    strncmp(text, "- ", 2) == 0;
}

/* Adds a paragraph, or an item of a list, to the note. */
static void
add_to_note(struct app *app, uint32_t talk, const char *text)
{
	struct arena *arena = arena_new();
	const char *now = app_note(app, talk), *gap = "";

	now = arena_dup(arena, now, strlen(now));
	if (*now)
		gap = goes_on(now, text) ? "\n" : "\n\n";
	change_one(app, talk, MARK_NOTED, now,
	    arena_printf(arena, "%s%s%s", now, gap, text));
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

enum outcome
cmd_mark_stamp(struct app *app, int count, const char *argument)
{
	char clock[TIMECODE_BYTES], *line;

	(void)count;
	if (app->playing == APP_NONE) {
		app_say(app, true, _("nothing plays that tells where it is"));
		return OUT_DRAW;
	}
	timecode_write((uint32_t)app->playing_second, clock);
	line = mem_printf("- [%s] %s", clock, argument);
	if (*argument) {
		add_to_note(app, app->playing, line);
		free(line);
		return OUT_DRAW;
	}
	free(app->effect);
	app->effect = line;
	app->effect_talk = app->playing;
	return OUT_STAMP;
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
		app_say(app, false, _("the note is as it was"));
	} else if (*now && strcmp(now, before) != 0) {
		/* Another copy of lectern changed it meanwhile. */
		if (*note)
			note = arena_printf(
			    arena, "%s\n\n---\n\n%s", note, now);
		else
			note = now;
		good = change_one(app, talk, MARK_NOTED, now, note);
		if (good)
			app_say(app, false,
			    _("the note was changed elsewhere meanwhile: both "
			      "are kept"));
	} else {
		good = change_one(app, talk, MARK_NOTED, now, note);
	}
	arena_free(arena);
	return good;
}

/* Tags. */

/*
 * Cuts a line into its tags, each once and without a `#` before it; false, after
 * a message: one is none.
 */
static bool
cut_tags(struct app *app, char *line, char **tags, size_t *n)
{
	char *end;

	for (char *s = strtok_r(line, " ", &end); s;
	     s = strtok_r(NULL, " ", &end)) {
		size_t same = 0;

		s += *s == '#';
		if (!mark_is_tag(s)) {
			app_say(app, true,
			    _("\"%s\" is no tag: one word, no comma"), s);
			return false;
		}
		while (same < *n && strcmp(tags[same], s) != 0)
			same++;
		if (same == *n)
			tags[(*n)++] = s;
	}
	return true;
}

/* Sets each tag on the talks, or removes it if all of them have it. */
static void
tag_targets(struct app *app, const struct targets *targets, const char *words)
{
	/* `words` may be the prompt's own text. */
	char *line = mem_dup(words, strlen(words));
	char **tags = mem_alloc(strlen(words), sizeof(*tags));
	size_t ntags = 0, n = 0;
	bool good = cut_tags(app, line, tags, &ntags);
	struct change *change = mem_alloc(targets->n * ntags, sizeof(*change));

	for (size_t i = 0; i < ntags; i++)
		n = add_changes(
		    app, targets, MARK_TAGGED, tags[i], true, change, n);
	if (good && n > 0 && cmd_mark_change(app, change, n, ""))
		app->range_from = APP_NONE;
	free(change);
	free(tags);
	free(line);
}

enum outcome
cmd_mark_tag(struct app *app, int count, const char *argument)
{
	struct targets targets = find_targets(app, count);

	if (targets.n == 0) {
		app_say(app, true, _("no talk is selected"));
	} else if (*argument) {
		tag_targets(app, &targets, argument);
	} else {
		/* The count holds until the prompt ends. */
		if (count > 1 && targets.n > 1 && !app_ranging(app) &&
		    app->focus != PANE_TRACKS)
			cmd_mark_range(app, count, "");
		app->mode = MODE_COMMAND;
		edit_set(&app->input, "tag ");
	}
	free(targets.talk);
	return OUT_DRAW;
}

/* Undoing. */

/* Whether a note among the changes is not any more as they left it. */
static bool
is_overtaken(
    const struct app *app, const struct change *change, size_t n, bool back)
{
	for (size_t i = 0; i < n; i++)
		if (change[i].kind == MARK_NOTED &&
		    strcmp(app_note(app, change[i].talk),
			back ? change[i].after : change[i].before) != 0)
			return true;
	return false;
}

/* Makes a step again, or reverts it, and goes to its talk if it has one. */
static bool
replay(struct app *app, bool back)
{
	const struct change *first;
	size_t n = app_change_step(app, back, &first);
	char *title = tell_title(app, first, n);
	bool overtaken = is_overtaken(app, first, n, back);
	bool good = !overtaken && app_change_again(app, back);

	if (overtaken)
		app_say(app, true,
		    _("the note was changed elsewhere meanwhile, and is left "
		      "as it is%s"),
		    title);
	if (good) {
		char *text = tell_step(first, n, back);

		if (*title)
			app_select(app, first->talk);
		app_say(app, false,
		    back ? _("undone, now: %s%s") : _("done again: %s%s"), text,
		    title);
		free(text);
	}
	free(title);
	return good;
}

enum outcome
cmd_mark_undo(struct app *app, int count, const char *argument)
{
	struct changes *changes = &app->changes;

	(void)argument;
	if (changes->undone == changes->n)
		app_say(app, true,
		    marks_are_awaited(app->marks)
			? _("what waits cannot be undone yet")
			: _("there is nothing to undo"));
	for (int i = 0; i < app_times(count) && changes->undone < changes->n &&
	     replay(app, true);
	     i++)
		;
	return OUT_DRAW;
}

enum outcome
cmd_mark_redo(struct app *app, int count, const char *argument)
{
	struct changes *changes = &app->changes;

	(void)argument;
	if (changes->undone == 0)
		app_say(app, true, _("there is nothing to do again"));
	for (int i = 0;
	     i < app_times(count) && changes->undone > 0 && replay(app, false);
	     i++)
		;
	return OUT_DRAW;
}

/* History. */

void
cmd_mark_opened(struct app *app, uint32_t talk, const char *url)
{
	const struct talk *opened = &app->notes->talks[talk];
	struct err err;

	if (!opened->url || !link_is_same(opened->url, url))
		return;
	if (!marks_set(app->marks, opened, MARK_OPENED, true, NULL, &err))
		app_say(app, true, "%s", err.msg);
	app_relist(app);
}
