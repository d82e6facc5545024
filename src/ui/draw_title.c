#include "ui/draw_title.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "lectern/base/arena.h"
#include "lectern/base/mem.h"
#include "lectern/base/text.h"
#include "lectern/base/translate.h"
#include "ui/paint.h"

#define CRUMBS_FROM 80 /* columns under which the path replaces the title */

/* The path to the focused pane: conference > track > talk. */
static int
find_crumbs(const struct app *app, const char *crumbs[3])
{
	const struct talk *talk = app_talk(app);
	int n = 0;

	crumbs[n++] = app->notes->name;
	if (app->focus >= PANE_TALKS)
		crumbs[n++] = app_track_name(app, app->tracks.sel);
	if (app->focus == PANE_DETAIL && talk)
		crumbs[n++] = talk->title;
	return n;
}

/* What borders tell elsewhere: the row in a list, the states of a talk. */
static void
draw_place(struct grid *grid, const struct app *app, int x)
{
	struct arena *arena = arena_new();
	uint32_t talk = app_talk_index(app);
	const struct cursor *at = app->focus == PANE_TRACKS ? &app->tracks
							    : &app->talks;
	const char *words = "";

	if (app->focus == PANE_DETAIL && talk != APP_NONE)
		words = app_state_words(app, arena, talk, false);
	else if (app->focus != PANE_DETAIL && app_rows(app, app->focus) > 0)
		words = arena_printf(arena, _("%zu of %zu"), at->sel + 1,
		    app_rows(app, app->focus));
	if (app->only_bookmarks && app->focus == PANE_TALKS)
		words = *words
		    ? arena_printf(arena, "%s, %s", words, _("only bookmarks"))
		    : _("only bookmarks");
	if (*words)
		paint(grid, 0, x, app->w - x,
		    arena_printf(arena, ", %s", words), STYLE_DIM);
	arena_free(arena);
}

/* The last parts matter most: an ellipsis replaces the first ones. */
static void
draw_crumbs(struct grid *grid, const struct app *app)
{
	const char *crumbs[3];
	int n = find_crumbs(app, crumbs), x = 0, width = 0;

	for (int i = 0; i < n; i++)
		width += paint_width(crumbs[i]) + (i > 0 ? 3 : 0);
	for (int i = 0; i + 1 < n && width > app->w; i++) {
		width -= paint_width(crumbs[i]) - 1;
		crumbs[i] = "…";
	}
	for (int i = 0; i < n; i++) {
		if (i > 0)
			x += paint(grid, 0, x, app->w - x, " > ", STYLE_DIM);
		x += paint(grid, 0, x, app->w - x, crumbs[i], STYLE_BOLD);
	}
	if (app->plain)
		draw_place(grid, app, x);
}

void
draw_title(struct grid *grid, const struct app *app)
{
	const struct notes *notes = app->notes;
	int w = app->panes.title.w;

	if (w < CRUMBS_FROM || app->plain) {
		draw_crumbs(grid, app);
		return;
	}
	const struct count *all = &app->counts[TRACKS_ALL];
	int used = paint(grid, 0, 0, w, notes->name, STYLE_BOLD) + 2;
	char text[160], conferences[64] = "";

	if (notes->nconferences > 1)
		snprintf(conferences, sizeof(conferences),
		    ngettext("%u conference, ", "%u conferences, ",
			notes->nconferences),
		    notes->nconferences);
	snprintf(text, sizeof(text),
	    ngettext("%s%u talk, %u seen", "%s%u talks, %u seen", all->talks),
	    conferences, all->talks, all->talks - all->unseen);
	if (used < w && !app_filtered(app) && !app->only_bookmarks)
		paint(grid, 0, used, w - used, text, STYLE_DIM);
}
