/*
 * Rows that are counted on the screen: what of the bundled conference is shown
 * whole, in a list as it is without settings and marks.
 */
#include "bench.h"

#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "lectern/source/load.h"
#include "lectern/ui/app.h"
#include "lectern/ui/draw.h"

#define ROWS 40 /* of the screen */

/* What is counted at one width. */
struct shown {
	int titles, speakers, tracks; /* that stand whole */
	int with_speakers;            /* talks that have some */
	int rows;                     /* that all talks take */
};

#define TEXT_MOST 8192

/* Adds `s` to `text` but for blanks and, of tracks, digits: a number stands
 * between the rows of a name. */
static void
add(char text[TEXT_MOST], const char *s, const struct app *app)
{
	size_t len = strlen(text);

	for (; *s && len + 1 < TEXT_MOST; s++)
		if (*s != ' ' &&
		    !(app->focus == PANE_TRACKS && isdigit((unsigned char)*s)))
			text[len++] = *s;
	text[len] = '\0';
}

/* Whether the selected row of the pane shows `wanted`, however it is broken. */
static bool
shows(struct grid *grid, const struct app *app, int rows, const char *wanted)
{
	struct rect in = app->panes.inner[app->focus];
	char text[TEXT_MOST] = "", part[TEXT_MOST] = "";

	for (int y = grid->cursor_y; y < grid->cursor_y + rows; y++)
		for (int x = in.x; x < in.x + in.w; x++)
			add(text, grid->cells[y * grid->w + x].text, app);
	add(part, wanted, app);
	return strstr(text, part) != NULL;
}

static void
count_talk(struct grid *grid, struct app *app, size_t row, struct shown *shown)
{
	const struct talk *talk = &app->notes->talks[app->list.hit[row].talk];
	char *speakers = notes_speakers(talk);
	int rows = app_row_height(app, PANE_TALKS, row);

	app_select_row(app, PANE_TALKS, row);
	draw_app(grid, app);
	shown->rows += rows;
	shown->titles += shows(grid, app, rows, talk->title);
	shown->with_speakers += *speakers != '\0';
	shown->speakers += *speakers && shows(grid, app, rows, speakers);
	free(speakers);
}

static void
count_track(struct grid *grid, struct app *app, size_t row, struct shown *shown)
{
	app_select_row(app, PANE_TRACKS, row);
	draw_app(grid, app);
	shown->tracks += shows(grid, app, app_row_height(app, PANE_TRACKS, row),
	    app_track_name(app, row));
}

static void
count_shown(struct app *app, int width, struct shown *shown)
{
	struct grid grid = {0};

	app_resize(app, ROWS, width);
	app_set_track(app, TRACKS_ALL);
	app_set_focus(app, PANE_TALKS);
	for (size_t i = 0; i < app->list.n; i++)
		count_talk(&grid, app, i, shown);
	app_set_focus(app, PANE_TRACKS);
	for (size_t i = 0; i < app->notes->ntracks; i++)
		count_track(&grid, app,
		    app_group_row(app, GROUP_TRACK, (uint32_t)i), shown);
	grid_free(&grid);
}

static double
percent(int part, uint32_t of)
{
	return of > 0 ? 100.0 * part / of : SERIES_FAILED;
}

static void
print_width(const struct bench *bench, struct app *app, int width)
{
	struct shown shown = {0};
	const struct notes *notes = app->notes;

	count_shown(app, width, &shown);

	int rows = app->panes.inner[PANE_TRACKS].h;
	const struct {
		const char *what, *unit;
		double least, value;
	} lines[] = {
	    {"titles whole", "%", 95, percent(shown.titles, notes->ntalks)},
	    {"speakers shown", "%", 95,
		percent(shown.speakers, (uint32_t)shown.with_speakers)},
	    {"tracks whole", "%", width >= 120 ? 100 : 0,
		percent(shown.tracks, notes->ntracks)},
	    {"talks", "",
		width >= 200                      ? 30
		    : width == 80 || width == 120 ? 15
						  : 0,
		(double)(rows * (int)notes->ntalks / shown.rows)},
	};

	for (size_t i = 0; i < sizeof(lines) / sizeof(*lines); i++) {
		char name[32];
		const struct row row = {.name = name,
		    .doc = &bench->bundled,
		    .unit = lines[i].unit,
		    .value_bar = lines[i].least};

		snprintf(name, sizeof(name), "%dx%d, %s", width, ROWS,
		    lines[i].what);
		sheet_share(bench->sheet, &row, lines[i].value);
	}
}

void
rows_shown(const struct bench *bench)
{
	static const int widths[] = {80, 100, 120, 160, 200};
	const struct load_options options = {.shape = LOAD_SHAPE_AUTO};
	const char *path = bench->bundled.path;
	struct err err;
	struct notes *notes = load_paths(&path, 1, &options, &err);
	struct marks *marks = marks_open(NULL, NULL, &err);
	struct app app;

	if (!notes || !marks)
		exit(1);
	app_init(&app, notes, marks, NULL);
	for (size_t i = 0; i < sizeof(widths) / sizeof(*widths); i++)
		print_width(bench, &app, widths[i]);
	app_free(&app);
	marks_close(marks);
	notes_free(notes);
}
