#include "lectern/ui/command.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "lectern/base/text.h"
#include "lectern/base/translate.h"

#define BETWEEN 2 /* columns between two hints */

struct told {
	const char *command, *label;
};

#define TOLD_MOST 6

/* What a newcomer needs in each pane; "back" follows these. */
static const struct told panes[PANE_COUNT][TOLD_MOST] = {
    [PANE_TRACKS] = {{"help", N_("help")}, {"enter", N_("list")},
	{"filter", N_("filter")}, {"only-bookmarks", N_("only bookmarks")}},
    [PANE_TALKS] = {{"help", N_("help")}, {"filter", N_("filter")},
	{"enter", N_("read")}, {"open", N_("open")},
	{"bookmark", N_("bookmark")}, {"seen", N_("seen")}},
    [PANE_DETAIL] = {{"help", N_("help")}, {"read-on", N_("on")},
	{"filter", N_("find")}, {"open", N_("open")}, {"copy", N_("copy link")},
	{"next-talk", N_("next talk")}},
};

/* In the list of a source. */
static const struct told pairs[TOLD_MOST] = {{"help", N_("help")},
    {"same", N_("same talk")}, {"apart", N_("not the same")},
    {"enter", N_("read")}};

static const struct told help[TOLD_MOST] = {{"help-page-down", N_("page")},
    {"help-find", N_("find")}, {"help-next", N_("next")}};

/* Where a page stands instead of the notes. */
static const struct told page[TOLD_MOST] = {
    {"help", N_("help")}, {"page-down", N_("page")}};

static const struct told picking[TOLD_MOST] = {{"help", N_("help")},
    {"filter", N_("filter")}, {"enter", N_("choose")},
    {"range", N_("choose several")}};

static const struct told ranging[TOLD_MOST] = {{"seen", N_("seen")},
    {"bookmark", N_("bookmark")}, {"tag", N_("tag")},
    {"escape", N_("leave the range")}};

/* Adds a hint after the others, if it has a key and there is room. */
static size_t
add(const struct app *app, int room, struct hint *hints, size_t n,
    struct told told)
{
	const struct command *command = command_find(told.command);
	char *keys = command_keys(command, app->config);
	size_t len = strcspn(keys, " ");
	struct hint *hint = &hints[n];
	int x = n > 0 ? hints[n - 1].x + hints[n - 1].width + BETWEEN : 0;

	*hint = (struct hint){
	    .command = command, .label = _(told.label), .x = x};
	snprintf(hint->key, sizeof(hint->key), "%.*s", (int)len, keys);
	free(keys);
	hint->width = text_width(hint->key, strlen(hint->key)) + 1 +
	    text_width(hint->label, strlen(hint->label));
	return n + (len > 0 && x + hint->width <= room);
}

size_t
command_hints(const struct app *app, int room, struct hint hints[HINTS_MOST])
{
	bool helping = app->mode == MODE_HELP;
	const struct told *told = helping                  ? help
	    : app_ranging(app)                             ? ranging
	    : app->focus == PANE_DETAIL && app->info.arena ? page
	    : app->focus == PANE_TALKS && app_lists_pairs(app)
	    ? pairs
	    : panes[app->focus];
	bool outermost = !helping && !app->in_library && !app->info.arena &&
	    app->focus <= app->home;
	const struct told back = {"back", outermost ? N_("quit") : N_("back")};
	size_t n = add(app, room, hints, 0, back);

	/* How to leave is told where there is room for little else. */
	int rest = n > 0 ? room - hints[0].width - BETWEEN : room;

	if (app->picking && !helping && app->focus == PANE_TALKS)
		told = picking;
	n = 0;
	for (size_t i = 0; i < TOLD_MOST && told[i].command; i++)
		n = add(app, rest, hints, n, told[i]);
	return add(app, room, hints, n, back);
}

bool
command_hint_undo(const struct app *app, int room, struct hint *hint)
{
	return add(app, room, hint, 0, (struct told){"undo", N_("undo")}) > 0;
}

int
command_counter(const struct app *app, char text[COUNTER_BYTES])
{
	char reading[COUNTER_BYTES / 3] = "", chosen[COUNTER_BYTES / 3] = "";
	size_t first, range = app_range(app, &first);
	const char *more = app->notes->part ? "+" : "";

	if (range > 0)
		snprintf(chosen, sizeof(chosen),
		    ngettext("%zu in range  ", "%zu in range  ", range), range);
	if (app->notes->part)
		snprintf(reading, sizeof(reading), _("reading %d %%  "),
		    app->percent);
	if (app->searching)
		snprintf(text, COUNTER_BYTES, "%s…/%zu%s", reading,
		    app->in_view, more);
	else
		snprintf(text, COUNTER_BYTES, "%s%s%zu/%zu%s", reading, chosen,
		    app->listed, app->in_view, more);
	return text_width(text, strlen(text));
}

bool
command_has_hints(const struct app *app)
{
	if (app->message[0])
		return false;
	if (app->mode == MODE_HELP)
		return true;
	return app->mode == MODE_BROWSE &&
	    (app_ranging(app) || !app_filtered(app)) &&
	    !(app_finding(app) && app->focus == PANE_DETAIL);
}
