#include "lectern/ui/command.h"

#include <stdlib.h>
#include <string.h>

#include "lectern/base/arena.h"
#include "lectern/base/mem.h"
#include "lectern/base/text.h"
#include "lectern/base/translate.h"

#define ROOMY   70 /* columns from which names of commands are shown */
#define COLUMN  76 /* width of one of several columns */
#define BETWEEN 3  /* blanks between two columns */

#define CARD 12

/* The most important commands of a pane. */
static const char *const cards[PANE_COUNT][CARD] = {
    [PANE_TRACKS] = {"down", "enter", "filter", "next-track", "track",
	"only-bookmarks", "seen", "border-right", "zoom", "command", "help",
	"back"},
    [PANE_TALKS] = {"down", "enter", "filter", "next-match", "open", "bookmark",
	"seen", "note", "next-track", "rows", "help", "back"},
    [PANE_DETAIL] = {"read-on", "next-talk", "filter", "next-match", "open",
	"copy", "bookmark", "seen", "note", "speaker", "help", "back"},
};

static const char *const card_names[PANE_COUNT] = {
    [PANE_TRACKS] = N_("Most used here, in the tracks"),
    [PANE_TALKS] = N_("Most used here, in the list"),
    [PANE_DETAIL] = N_("Most used here, in the notes"),
};

static const char *const closing[] = {
    N_("A number typed first repeats a command, or picks a row, a link, a "
       "speaker: 5j, 20G, 2o."),
    N_("A key gets another meaning by a line in the file config: bind KEY "
       "COMMAND"),
};

static void
add_row(struct help *help, struct help_row row)
{
	help->rows = mem_grow(
	    help->rows, &help->cap, help->nrows + 1, sizeof(*help->rows));
	help->rows[help->nrows++] = row;
}

/*
 * Adds rows like `row`, with its text wrapped; only the first has the rest of
 * it.
 */
static void
add_wrapped(struct help *help, struct help_row row, int width)
{
	const char *s = row.text;
	size_t left = strlen(s);

	do {
		size_t shown;
		size_t n = text_wrap(s, left, width > 1 ? width : 1, &shown);

		row.text = arena_dup(help->arena, s, shown);
		add_row(help, row);
		row.keys = NULL;
		row.name = NULL;
		s += n;
		left -= n;
	} while (left > 0);
}

static bool
is_callable(const struct command *command)
{
	return command->modes & 1u << MODE_BROWSE;
}

/* The left part: the keys, or else how to run the command by name. */
static const char *
keys_of(struct help *help, const struct command *command,
    const struct config *config)
{
	char *keys = command_keys(command, config);
	const char *shown;

	if (*keys || !is_callable(command))
		shown = arena_dup(help->arena, keys, strlen(keys));
	else
		shown = arena_printf(help->arena, ":%s", command->name);
	free(keys);
	return shown;
}

static void
set_widths(struct help *help, const struct config *config, int width)
{
	size_t n;
	const struct command *table = command_table(&n);

	for (size_t i = 0; i < n; i++) {
		const char *keys = keys_of(help, &table[i], config);
		int keys_width = text_width(keys, strlen(keys)) + HELP_GAP;
		int name_width = (int)strlen(table[i].name) + HELP_GAP;

		if (keys_width > help->keys_width)
			help->keys_width = keys_width;
		if (is_callable(&table[i]) && name_width > help->name_width)
			help->name_width = name_width;
	}
	if (width < ROOMY)
		help->name_width = 0;
	if (help->keys_width > width / 3)
		help->keys_width = width / 3;
}

static void
add_command(struct help *help, const struct command *command,
    const struct config *config, int width)
{
	struct help_row row = {.keys = keys_of(help, command, config),
	    .text = _(command->help),
	    .column = help->keys_width,
	    .name = is_callable(command) && help->name_width > 0 ? command->name
								 : NULL};

	/* Keys that are too wide get a row of their own, above what they do. */
	if (text_width(row.keys, strlen(row.keys)) >
	    help->keys_width - HELP_GAP) {
		add_row(help, (struct help_row){.keys = row.keys, .text = ""});
		row.keys = NULL;
	}
	int room = width - help->keys_width - help->name_width;

	add_wrapped(help, row, help->name_width > 0 ? room - HELP_GAP : room);
}

static void
add_heading(struct help *help, const char *text)
{
	if (help->nrows > 0)
		add_row(help, (struct help_row){.text = ""});
	add_row(help, (struct help_row){.text = text, .heading = true});
}

/* The language of the filter, in examples. */
static void
add_queries(struct help *help, int width)
{
	size_t n;
	const struct query_example *examples = query_examples(&n);
	int column = 0;

	add_heading(help, _("What to type in the filter"));
	for (size_t i = 0; i < n; i++) {
		int w = text_width(
		    examples[i].query, strlen(examples[i].query));

		if (w + HELP_GAP > column)
			column = w + HELP_GAP;
	}
	if (column > width / 2)
		column = width / 2;
	for (size_t i = 0; i < n; i++)
		add_wrapped(help,
		    (struct help_row){.keys = examples[i].query,
			.text = _(examples[i].finds),
			.column = column},
		    width - column);
}

/* First the most important commands, then the filter's language, then all. */
static void
add_all(struct help *help, const struct app *app, int width)
{
	size_t n;
	const struct command *table = command_table(&n);

	add_heading(help, _(card_names[app->focus]));
	for (size_t i = 0; i < CARD; i++)
		add_command(help, command_find(cards[app->focus][i]),
		    app->config, width);
	add_queries(help, width);
	for (size_t i = 0; i < n; i++) {
		if (i == 0 || strcmp(table[i].group, table[i - 1].group) != 0)
			add_heading(help, _(table[i].group));
		add_command(help, &table[i], app->config, width);
	}
	for (size_t i = 0; i < sizeof(closing) / sizeof(*closing); i++) {
		add_row(help, (struct help_row){.text = ""});
		add_wrapped(help, (struct help_row){.text = _(closing[i])},
		    width - HELP_GAP);
	}
}

void
command_help(struct help *help, const struct app *app)
{
	int width = command_help_rect(app).w;

	memset(help, 0, sizeof(*help));
	help->arena = arena_new();
	help->columns = (width + BETWEEN) / (COLUMN + BETWEEN);
	if (help->columns < 1 || app->plain)
		help->columns = 1;
	help->column_width = (width + BETWEEN) / help->columns;
	help->width = width = help->column_width - BETWEEN;
	set_widths(help, app->config, width);
	add_all(help, app, width);
	help->height = (help->nrows + (size_t)help->columns - 1) /
	    (size_t)help->columns;
}

void
command_help_free(struct help *help)
{
	arena_free(help->arena);
	free(help->rows);
	memset(help, 0, sizeof(*help));
}

struct rect
command_help_rect(const struct app *app)
{
	/* Like the frame of a pane, with a blank column on each side. */
	struct panes panes = layout_panes(
	    app->h, app->w, PANE_DETAIL, true, NULL);
	struct rect rect = panes.inner[PANE_DETAIL];

	if (rect.w > 40) {
		rect.x++;
		rect.w -= 2;
	}
	return rect;
}

size_t
command_help_last(const struct app *app, const struct help *help)
{
	int h = command_help_rect(app).h;
	size_t rows = h > 0 ? (size_t)h : 1;

	return help->height > rows ? help->height - rows : 0;
}

static bool
has(const struct query *query, const char *s)
{
	struct range range;

	return s &&
	    query_ranges(query, FIELD_BODY, s, strlen(s), &range, 1) > 0;
}

/* Whether a row of one of the columns matches. */
static bool
is_found(const struct help *help, const struct query *query, size_t y)
{
	for (size_t i = y; i < help->nrows; i += help->height)
		if (has(query, help->rows[i].text) ||
		    has(query, help->rows[i].keys) ||
		    has(query, help->rows[i].name))
			return true;
	return false;
}

void
command_help_find(struct app *app, const struct help *help)
{
	const struct query *query = &app->help_find;
	size_t n = help->height, from = app->help_at;
	int step = app->help_step;

	app->help_step = 0;
	if (from >= n)
		from = step > 0 ? 0 : n - 1;
	app->help_at = from;
	for (size_t i = 0; i < n && query->nterms > 0; i++) {
		size_t y = (step > 0 ? from + i : from + n - i) % n;

		if (is_found(help, query, y)) {
			app->help_top = app->help_at = y;
			return;
		}
	}
	if (query->nterms > 0)
		app_say(app, true, _("not found in the help: %s"), query->text);
}
