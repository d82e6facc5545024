#include "ui/draw_nothing.h"

#include <stdlib.h>
#include <string.h>

#include "lectern/base/translate.h"
#include "lectern/ui/command.h"
#include "ui/paint.h"

/* Why a list is empty, and the command that would fill it. */
struct empty {
	const char *why, *command, *does;
};

static struct empty
find_reason(const struct app *app)
{
	static const struct empty views[TRACKS_BUILT_IN] = {
	    [TRACKS_ALL] = {.why = N_("No talks here")},
	    [TRACKS_BOOKMARKS] = {N_("No bookmarks yet"), "bookmark",
		N_("sets one")},
	    [TRACKS_UNSEEN] = {.why = N_("All talks are seen")},
	    [TRACKS_RECENT] = {N_("No talk is seen yet"), "seen",
		N_("marks one")},
	    [TRACKS_HISTORY] = {N_("No video was opened yet"), "open",
		N_("opens one")},
	    [TRACKS_QUEUE] = {N_("No talk is queued yet"), "queue",
		N_("adds one")},
	    [TRACKS_NEW] = {.why = N_("Nothing is new that you have not seen")},
	};

	if (app_filtered(app))
		return (struct empty){N_("No talk here matches"), "escape",
		    N_("clears the filter")};
	if (app->only_bookmarks && app->tracks.sel != TRACKS_BOOKMARKS)
		return (struct empty){N_("No bookmarks here"), "only-bookmarks",
		    N_("lists all talks")};
	if (app_group(app).kind != GROUP_VIEW)
		return views[TRACKS_ALL];
	return app_group(app).index < TRACKS_BUILT_IN &&
		!app->views[app_group(app).index].own
	    ? views[app_group(app).index]
	    : (struct empty){.why = N_("No talk is in this view")};
}

void
draw_nothing(struct grid *grid, const struct app *app)
{
	struct rect in = app->panes.inner[PANE_TALKS];
	struct empty empty = find_reason(app);
	int x = in.x + app_talk_gutter(), room = in.w - app_talk_gutter();

	paint(grid, in.y, x, room, _(empty.why), STYLE_PLAIN);
	if (empty.command && in.h > 1) {
		char *keys = command_keys(
		    command_find(empty.command), app->config);
		size_t len = strcspn(keys, " ");
		int used = grid_put(
		    grid, in.y + 1, x, room, keys, len, STYLE_BOLD);

		if (used > 0)
			paint(grid, in.y + 1, x + used + 1, room - used - 1,
			    _(empty.does), STYLE_DIM);
		free(keys);
	}
	if (app->focus == PANE_TALKS) {
		grid->cursor_y = in.y;
		grid->cursor_x = in.x;
	}
}
