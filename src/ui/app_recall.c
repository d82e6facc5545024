#include "lectern/ui/app.h"

#include <stdio.h>
#include <string.h>

static const char *const row_styles[] = {
    [ROWS_AUTO] = "auto",
    [ROWS_ONE] = "one",
    [ROWS_TWO] = "two",
    [ROWS_WHEN] = "when",
};

/* Makes the name under which the borders are kept at this width. */
static void
name_borders(const struct app *app, char name[32])
{
	snprintf(name, 32, "borders-%d", app->w);
}

void
app_recall_borders(struct app *app)
{
	char name[32];
	const char *value;
	struct borders moved;

	name_borders(app, name);
	value = recall_get(app->recall, name);
	if (!value ||
	    sscanf(value, "%5d %5d", &moved.tracks, &moved.talks) != 2)
		moved = (struct borders){0, 0};
	app->moved = moved;
}

void
app_take_recall(struct app *app, struct recall *recall)
{
	const char *rows = recall_get(recall, "rows");

	app->recall = recall;
	for (int i = ROWS_AUTO; rows && i < ROWS_COUNT; i++)
		if (strcmp(rows, row_styles[i]) == 0)
			app->row_style = (enum row_style)i;
	app->welcome = !recall_get(recall, "welcomed");
	if (app->welcome)
		recall_set(recall, "welcomed", "yes");
	app_recall_borders(app);
	app_settle(app);
}

void
app_set_rows(struct app *app, enum row_style style)
{
	app->row_style = style;
	recall_set(app->recall, "rows", row_styles[style]);
	app_settle(app);
}

/* Keep the borders as they came out: they may not have moved so far. */
static struct borders
moved_so_far(const struct app *app, struct borders moved)
{
	const struct rect *in = app->panes.inner;
	struct borders none = {0, moved.talks};
	struct panes was = layout_panes(
	    app->h, app->w, app->focus, app->zoom, &none);

	if (in[PANE_TRACKS].h > 0)
		moved.tracks = in[PANE_TRACKS].w - was.inner[PANE_TRACKS].w;
	none = (struct borders){moved.tracks, 0};
	was = layout_panes(app->h, app->w, app->focus, app->zoom, &none);
	if (in[PANE_DETAIL].h > 0)
		moved.talks = was.inner[PANE_DETAIL].w - in[PANE_DETAIL].w;
	return moved;
}

bool
app_move_borders(struct app *app, struct borders moved)
{
	struct borders was = app->moved;
	char name[32], value[32];

	app->moved = moved;
	app_settle(app);
	app->moved = moved = moved_so_far(app, moved);
	if (moved.tracks == was.tracks && moved.talks == was.talks)
		return false;
	name_borders(app, name);
	snprintf(value, sizeof(value), "%d %d", moved.tracks, moved.talks);
	recall_set(app->recall, name, value);
	return true;
}
