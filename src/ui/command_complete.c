#include "lectern/ui/command.h"

#include <stdlib.h>
#include <string.h>

#include "lectern/base/arena.h"
#include "lectern/base/mem.h"
#include "lectern/base/text.h"
#include "lectern/base/translate.h"
#include "lectern/system/path_complete.h"
#include "ui/cmd_find.h"

#define AROUND 5 /* rows of the screen that a list leaves free */
#define GAP    2 /* columns between its words */

#define COMMANDS_MOST 128

/* What may stand for a word that is typed: all that begin so. */
struct completion {
	const char *word; /* the end of the input, of `len` bytes */
	size_t len;
	struct arena *arena; /* owns the names */
	char **name;         /* `n` of them */
	size_t n, cap;
	size_t same; /* bytes that all have in common */
};

static struct completion
begin(const char *word, size_t len)
{
	return (struct completion){
	    .word = word, .len = len, .arena = arena_new()};
}

static void
consider(struct completion *c, const char *s, size_t len)
{
	size_t same = 0, most;

	if (len < c->len || memcmp(s, c->word, c->len) != 0)
		return;
	c->name = mem_grow(c->name, &c->cap, c->n + 1, sizeof(*c->name));
	c->name[c->n++] = arena_dup(c->arena, s, len);
	most = c->n == 1 ? len : c->same;
	while (same < len && same < most && s[same] == c->name[0][same])
		same++;
	/* No part of a letter. */
	while (
	    same > c->len && ((unsigned char)c->name[0][same] & 0xC0) == 0x80)
		same--;
	c->same = same;
}

static bool
has(const struct completion *c, const char *s, size_t len)
{
	for (size_t i = 0; i < c->n; i++)
		if (strncmp(c->name[i], s, len) == 0 && !c->name[i][len])
			return true;
	return false;
}

/* Lists above the prompt what is possible, in columns. */
static void
show(struct app *app, const struct completion *c)
{
	int widest = 1;
	const char *text = "";

	for (size_t i = 0; i < c->n; i++) {
		text_mask(c->name[i]);
		int width = text_width(c->name[i], strlen(c->name[i]));

		widest = width > widest ? width : widest;
	}
	size_t across = (size_t)(app->w + GAP) / (size_t)(widest + GAP);
	size_t rows = app->h > AROUND ? (size_t)(app->h - AROUND) : 1;

	across = across > 0 ? across : 1;
	size_t shown = c->n <= across * rows ? c->n : across * (rows - 1);

	for (size_t i = 0; i < shown; i++) {
		size_t len = strlen(c->name[i]);
		bool last = i % across == across - 1 || i == c->n - 1;

		text = arena_printf(c->arena, "%s%s%*s", text, c->name[i],
		    last ? 0 : widest + GAP - text_width(c->name[i], len),
		    last ? "\n" : "");
	}
	if (shown < c->n)
		text = arena_printf(c->arena, "%s%s", text,
		    arena_printf(
			c->arena, _("... and %zu more"), c->n - shown));
	app_notice(app, text);
}

/* Replaces the input from `at` on. */
static enum outcome
put(struct app *app, size_t at, const char *s, size_t len, const char *after)
{
	char *text = mem_printf(
	    "%.*s%.*s%s", (int)at, app->input.text, (int)len, s, after);

	edit_set(&app->input, text);
	free(text);
	return app->mode == MODE_FILTER ? cmd_find_typed(app) : OUT_DRAW;
}

/*
 * Types what all have in common, after the only one `after`; where that is typed
 * already, lists them.
 */
static enum outcome
complete(struct app *app, struct completion *c, const char *after)
{
	enum outcome outcome = c->n > 0 ? OUT_DRAW : OUT_NONE;

	if (c->n > 1 && c->same == c->len)
		show(app, c);
	else if (c->n > 0)
		outcome = put(app, (size_t)(c->word - app->input.text),
		    c->name[0], c->same, c->n == 1 ? after : "");
	free(c->name);
	arena_free(c->arena);
	return outcome;
}

static enum outcome
complete_tag(struct app *app, const char *word, const char *after)
{
	struct completion c = begin(word, strlen(word));

	for (uint32_t i = 0; i < app->notes->ntalks; i++) {
		for (const char *s = app_tags(app, i); *s;) {
			size_t len = strcspn(s, " ");

			if (!has(&c, s, len))
				consider(&c, s, len);
			s += len + (s[len] == ' ');
		}
	}
	return complete(app, &c, after);
}

/* A name of the folder that is typed, with or without the folder before it. */
static enum outcome
complete_path(struct app *app, const char *path)
{
	const char *slash = strrchr(path, '/');
	const char *word = slash ? slash + 1 : path;
	struct completion c = begin(word, strlen(word));
	size_t n;
	char **name = path_names(path, &n);

	for (size_t i = 0; i < n; i++)
		consider(&c, name[i], strlen(name[i]));
	path_names_free(name, n);
	return complete(app, &c, "");
}

/* A track's name takes quotes; it counts whatever its capitals. */
static enum outcome
complete_track(struct app *app, size_t at, const char *begun)
{
	struct completion c = begin("", 0);
	size_t n = strlen(begun);
	enum outcome outcome = OUT_NONE;

	for (uint32_t i = 0; i < app->notes->ntracks; i++) {
		const char *name = app->notes->tracks[i].name;
		size_t len = strlen(name);

		if (text_ascii_same(name, begun, n) && !strchr(name, '"') &&
		    !has(&c, name, len))
			consider(&c, name, len);
	}
	if (c.n == 1) {
		const char *term = arena_printf(c.arena, "\"%s\"", c.name[0]);

		outcome = put(app, at, term, strlen(term), "");
	} else if (c.n > 0) {
		show(app, &c);
		outcome = OUT_DRAW;
	}
	free(c.name);
	arena_free(c.arena);
	return outcome;
}

/* The last word of the filter: a field, a state, a tag, a track. */
static enum outcome
complete_query(struct app *app)
{
	const char *blank = strrchr(app->input.text, ' ');
	const char *word = blank ? blank + 1 : app->input.text;
	char name[QUERY_WORD];

	word += strspn(word, "!-");
	if (strncmp(word, "track:", 6) == 0)
		return complete_track(app, (size_t)(word + 6 - app->input.text),
		    word + 6 + (word[6] == '"'));
	if (strncmp(word, "tag:", 4) == 0)
		return complete_tag(app, word + 4, "");
	struct completion c = begin(word, strlen(word));

	for (size_t i = 0; query_word(i, name); i++)
		consider(&c, name, strlen(name));
	return complete(app, &c, "");
}

enum outcome
command_complete(struct app *app, int count, const char *argument)
{
	const struct command *matches[COMMANDS_MOST];
	size_t n = command_matches(app->input.text, matches, COMMANDS_MOST);
	const char *word = app->input.text + strspn(app->input.text, " ");
	const char *blank = strchr(word, ' ');

	(void)count;
	(void)argument;
	if (app->mode == MODE_FILTER)
		return cmd_find_take_offer(app) ? OUT_DRAW
						: complete_query(app);
	if (blank && n == 1 && strcmp(matches[0]->name, "tag") == 0)
		return complete_tag(app, strrchr(blank, ' ') + 1, " ");
	if (blank && n == 1 && strcmp(matches[0]->name, "open") == 0)
		return complete_path(app, blank + strspn(blank, " "));
	if (blank || n > COMMANDS_MOST)
		return OUT_NONE;
	struct completion c = begin(word, strlen(word));

	for (size_t i = 0; i < n; i++)
		consider(&c, matches[i]->name, strlen(matches[i]->name));
	return complete(app, &c, n == 1 && matches[0]->argument ? " " : "");
}
