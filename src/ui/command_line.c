#include "lectern/ui/command.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "lectern/base/mem.h"
#include "lectern/base/text.h"
#include "lectern/base/translate.h"
#include "lectern/system/path_complete.h"
#include "ui/cmd_find.h"
#include "ui/cmd_move.h"

/* Only commands that work in the panes can be run by name. */
static bool
is_callable(const struct command *command)
{
	return command->modes & 1u << MODE_BROWSE;
}

size_t
command_matches(const char *line, const struct command **matches, size_t max)
{
	line += strspn(line, " ");
	size_t n, found = 0, len = strcspn(line, " ");
	const struct command *table = command_table(&n);

	for (size_t i = 0; i < n; i++) {
		if (!is_callable(&table[i]) ||
		    strncmp(table[i].name, line, len) != 0)
			continue;
		/* A complete name wins over longer ones that begin so. */
		if (!table[i].name[len]) {
			if (max > 0)
				matches[0] = &table[i];
			return 1;
		}
		if (found < max)
			matches[found] = &table[i];
		found++;
	}
	return found;
}

/* Goes to the row whose number `line` is; false if it is no number. */
static bool
go_to_number(struct app *app, const char *line)
{
	char *end;
	long row = strtol(line, &end, 10);

	if (!text_ascii_digit(*line) || *end)
		return false;
	cmd_move_top(app, row > 9999999 ? 9999999 : (int)row, "");
	return true;
}

enum outcome
command_line(struct app *app, const char *line)
{
	const struct command *matches[3];

	app->message[0] = '\0';
	line += strspn(line, " ");
	size_t len = strcspn(line, " ");
	const char *argument = line + len + strspn(line + len, " ");

	if (!*line || go_to_number(app, line))
		return OUT_DRAW;
	size_t n = command_matches(line, matches, 3);

	if (n == 1 && (!*argument || matches[0]->argument))
		return matches[0]->run(app, 0, argument);
	if (n == 0)
		app_say(app, true, _("no command is called \"%.*s\""), (int)len,
		    line);
	else if (n == 1)
		app_say(app, true, _("%s takes nothing after its name"),
		    matches[0]->name);
	else
		app_say(app, true, _("\"%.*s\" may be %s, %s%s"), (int)len,
		    line, matches[0]->name, matches[1]->name,
		    n > 2 ? " ..." : "");
	return OUT_DRAW;
}

enum outcome
command_accept(struct app *app, int count, const char *argument)
{
	(void)count;
	(void)argument;
	if (app->mode != MODE_COMMAND)
		return cmd_find_keep(app);

	/* The command may open a prompt of its own. */
	char *line = mem_dup(app->input.text, app->input.len);

	app->mode = MODE_BROWSE;
	edit_set(&app->input, "");
	enum outcome outcome = command_line(app, line);

	free(line);
	return outcome;
}

/* A completion: what all candidates have in common. */
struct completion {
	const char *word; /* that is typed, of `len` bytes */
	size_t len;
	const char *whole; /* NULL: nothing begins so */
	size_t same;       /* bytes of it */
	bool only;         /* nothing else begins so */
};

static void
consider(struct completion *c, const char *s, size_t len)
{
	size_t same = 0;

	if (len < c->len || memcmp(s, c->word, c->len) != 0)
		return;
	if (!c->whole) {
		c->whole = s;
		c->same = len;
		c->only = true;
		return;
	}
	while (same < len && same < c->same && s[same] == c->whole[same])
		same++;
	c->only = c->only && same == len && same == c->same;
	c->same = same;
}

static void
consider_tags(const struct app *app, struct completion *c)
{
	for (uint32_t i = 0; i < app->notes->ntalks; i++) {
		for (const char *s = app_tags(app, i); *s;) {
			size_t len = strcspn(s, " ");

			consider(c, s, len);
			s += len + (s[len] == ' ');
		}
	}
}

/* Completes the last word to a tag of some talk. */
static enum outcome
complete_tag(struct app *app)
{
	const char *blank = strrchr(app->input.text, ' ');
	struct completion c = {.word = blank + 1, .len = strlen(blank + 1)};

	consider_tags(app, &c);
	if (!c.whole)
		return OUT_NONE;
	edit_end(&app->input);
	edit_insert(&app->input, c.whole + c.len, c.same - c.len);
	if (c.only)
		edit_insert(&app->input, " ", 1);
	return OUT_DRAW;
}

/* Completes the path after the command. */
static enum outcome
complete_path(struct app *app)
{
	const char *blank = strchr(app->input.text, ' ');
	const char *begun = blank + strspn(blank, " ");
	char *path = path_complete(begun);

	if (!path)
		return OUT_NONE;
	char *text = mem_printf(
	    "%.*s%s", (int)(begun - app->input.text), app->input.text, path);

	edit_set(&app->input, text);
	free(text);
	free(path);
	return OUT_DRAW;
}

/* Replaces the input from `at` on, and filters by it. */
static enum outcome
put_in_query(struct app *app, size_t at, const char *s, size_t len)
{
	char *text = mem_printf(
	    "%.*s%.*s", (int)at, app->input.text, (int)len, s);

	edit_set(&app->input, text);
	free(text);
	return cmd_find_typed(app);
}

/* Completes a track's name, which takes quotes; nothing where it is not clear. */
static enum outcome
complete_track(struct app *app, size_t at, const char *begun)
{
	const char *found = NULL;
	size_t n = strlen(begun);

	for (uint32_t i = 0; i < app->notes->ntracks; i++) {
		const char *name = app->notes->tracks[i].name;

		if (!text_ascii_same(name, begun, n))
			continue;
		if (found && strcmp(found, name) != 0) {
			app_say(app, false, "%s, %s ...", found, name);
			return OUT_DRAW;
		}
		found = name;
	}
	if (!found || strchr(found, '"'))
		return OUT_NONE;
	char *term = mem_printf("\"%s\"", found);
	enum outcome outcome = put_in_query(app, at, term, strlen(term));

	free(term);
	return outcome;
}

/* Lists what may follow where that is not one word. */
static void
say_words(struct app *app, const struct completion *c)
{
	char line[200] = "", word[QUERY_WORD];
	size_t n = 0;

	for (size_t i = 0; query_word(i, word) && n < sizeof(line); i++)
		if (strncmp(word, c->word, c->len) == 0)
			n += (size_t)snprintf(line + n, sizeof(line) - n,
			    "%s%s", n > 0 ? " " : "", word);
	app_say(app, false, "%s", line);
}

/* Completes the last word of the filter: a field, a state, a tag, a track. */
static enum outcome
complete_query(struct app *app)
{
	const char *blank = strrchr(app->input.text, ' ');
	const char *word = blank ? blank + 1 : app->input.text;

	word += strspn(word, "!-");
	/* cppcheck-suppress variableScope ; c points into them */
	char words[64][QUERY_WORD];
	struct completion c = {.word = word, .len = strlen(word)};

	if (strncmp(word, "track:", 6) == 0) {
		word += 6 + (word[6] == '"');
		return complete_track(app,
		    (size_t)(word - app->input.text) - (word[-1] == '"'), word);
	}
	if (strncmp(word, "tag:", 4) == 0) {
		c = (struct completion){.word = word + 4, .len = c.len - 4};
		consider_tags(app, &c);
	} else {
		for (size_t i = 0; i < 64 && query_word(i, words[i]); i++)
			consider(&c, words[i], strlen(words[i]));
	}
	if (!c.whole)
		return OUT_NONE;
	if (c.same == c.len && !c.only) {
		say_words(app, &c);
		return OUT_DRAW;
	}
	return put_in_query(
	    app, (size_t)(c.word - app->input.text), c.whole, c.same);
}

enum outcome
command_complete(struct app *app, int count, const char *argument)
{
	const struct command *matches[64];
	size_t n = command_matches(app->input.text, matches, 64);

	(void)count;
	(void)argument;
	if (app->mode == MODE_FILTER)
		return cmd_find_take_offer(app) ? OUT_DRAW
						: complete_query(app);
	if (n == 1 && strcmp(matches[0]->name, "tag") == 0 &&
	    strchr(app->input.text, ' '))
		return complete_tag(app);
	if (n == 1 && strcmp(matches[0]->name, "open") == 0 &&
	    strchr(app->input.text, ' '))
		return complete_path(app);
	if (n == 0 || n > 64 || strchr(app->input.text, ' '))
		return OUT_NONE;
	struct completion c = {.word = ""};

	for (size_t i = 0; i < n; i++)
		consider(&c, matches[i]->name, strlen(matches[i]->name));

	char *text = mem_dup(c.whole, c.same + 1);

	text[c.same] = n == 1 && matches[0]->argument ? ' ' : '\0';
	text[c.same + 1] = '\0';
	edit_set(&app->input, text);
	free(text);
	return OUT_DRAW;
}
