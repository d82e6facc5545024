#include "ui/draw_list.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "lectern/base/text.h"
#include "ui/paint.h"

#define TALK_GUTTER  2     /* `>`, a blank; and the signs of marks */
#define TRACK_GUTTER 2     /* `>`, a blank */
#define EDGE         1     /* blank columns before the right border */
#define GAP          2     /* between a title and its speakers */
#define FEW          8     /* columns of speakers that are worth showing */
#define EXCERPT_MOST 65536 /* bytes of a block looked at for an excerpt */

/* Draws what all selected rows have; the row's text stands already. */
static void
mark_selected(
    struct grid *grid, const struct app *app, enum pane pane, int y, int rows)
{
	struct rect in = app->panes.inner[pane];
	bool focused = app->focus == pane;

	grid_put(grid, y, in.x, 1, ">", 1, STYLE_BOLD);
	for (int i = 0; i < rows && y + i < in.y + in.h; i++)
		grid_style(grid, y + i, in.x, in.w,
		    focused ? STYLE_REVERSE : STYLE_BOLD);
	if (focused) {
		grid->cursor_y = y;
		grid->cursor_x = in.x;
	}
}

static void
draw_frame(struct grid *grid, const struct app *app, enum pane pane,
    const char *title, const struct cursor *cursor)
{
	char hint[48] = "";
	size_t n = app_rows(app, pane);

	if (!app->panes.borders)
		return;
	if (n > 0)
		snprintf(hint, sizeof(hint), "%zu of %zu", cursor->sel + 1, n);
	paint_frame(
	    grid, app->panes.frame[pane], title, hint, app->focus == pane);
}

static void
draw_track(struct grid *grid, const struct app *app, size_t row, int y)
{
	struct rect in = app->panes.inner[PANE_TRACKS];
	struct count n = app->counts[row];
	unsigned style = n.talks == 0 ? STYLE_DIM : STYLE_PLAIN;
	char count[32];

	/* The views are lists of their own; one of them is of what is unseen. */
	if ((app->any & MARK_SEEN) && n.talks > 0 &&
	    (row == TRACKS_ALL || row >= app->nviews))
		snprintf(count, sizeof(count), "%u/%u", n.unseen, n.talks);
	else
		snprintf(count, sizeof(count), "%u", n.talks);
	int width = (int)strlen(count);
	int end = in.x + in.w - EDGE;
	int room = end - in.x - TRACK_GUTTER - width - 1;

	paint_found(grid, y, in.x + TRACK_GUTTER, room,
	    app_track_name(app, row), style, &app->query,
	    row < app->nviews ? FIELD_COUNT : FIELD_TRACK);
	paint(grid, y, end - width, width, count, STYLE_DIM);
	if (row == app->tracks.sel)
		mark_selected(grid, app, PANE_TRACKS, y, 1);
}

void
draw_tracks(struct grid *grid, const struct app *app)
{
	struct rect in = app->panes.inner[PANE_TRACKS];
	size_t row = app->tracks.top, rows = app_tracks_rows(app);

	if (in.h <= 0)
		return;
	draw_frame(grid, app, PANE_TRACKS, "Tracks", &app->tracks);
	for (int y = 0; y < in.h && row < rows; y++, row++)
		draw_track(grid, app, row, in.y + y);
}

/*
 * Title and speakers share a row: the title comes first, unless the speakers
 * are what was found.
 */
static void
draw_names(struct grid *grid, const struct app *app, const struct hit *hit,
    int y, int x, int room, unsigned style)
{
	const struct talk *talk = &app->notes->talks[hit->talk];
	char *speakers = notes_speakers(talk);
	int want = paint_width(speakers), keep = 0;

	if (hit->field == FIELD_SPEAKERS && app_filtered(app)) {
		keep = want + GAP < room / 2 ? want + GAP : room / 2;
		if (keep < FEW)
			keep = 0;
	}
	const char *title = *talk->title ? talk->title : "(no title)";
	int used = paint_found(
	    grid, y, x, room - keep, title, style, &app->query, FIELD_TITLE);
	int left = room - used - GAP;

	/* Flush right, so that names can be told from titles without colour. */
	if (left > want)
		left = want;
	if (left >= (want < FEW ? want : FEW))
		paint_found(grid, y, x + room - left, left, speakers,
		    style | STYLE_DIM, &app->query, FIELD_SPEAKERS);
	free(speakers);
}

/*
 * The part of [start, len) of `s` from which an excerpt of `columns` columns
 * shows the match that begins at `match`, with some of what is before it, and
 * as much as fills the row.
 */
static size_t
excerpt_start(
    const char *s, size_t start, size_t len, size_t match, int columns)
{
	int before = text_width(s + start, match - start);
	size_t fit = text_fit(s + match, len - match, columns, NULL);
	int after = text_width(s + match, fit);
	size_t from = start;

	if (before <= columns / 2)
		return start;
	while (
	    before > columns / 3 && before + after > columns && from < match) {
		size_t n = text_next(s + from, match - from);

		before -= text_width(s + from, n);
		from += n;
	}
	/* Rather a whole word than a part. */
	size_t blank = from;

	while (blank < match && s[blank] != ' ')
		blank++;
	return blank < match ? blank + 1 : from;
}

/* Draws the line of the matching block, from near the match. */
static void
draw_excerpt(struct grid *grid, const struct app *app, const struct hit *hit,
    int y, int x, int room)
{
	const struct talk *talk = &app->notes->talks[hit->talk];
	enum field field = hit->in_body ? FIELD_BODY : FIELD_OWN;
	const char *s = app_note(app, hit->talk);
	size_t n, start = 0, len = strlen(s);
	struct range ranges[16];

	if (hit->in_body) {
		uint32_t i = filter_block(app->notes, &app->query, talk);

		if (i == HIT_NO_BLOCK)
			return;
		s = talk->blocks[i].text;
		len = talk->blocks[i].len;
	}
	if (len > EXCERPT_MOST)
		for (len = EXCERPT_MOST;
		     ((unsigned char)s[len] & 0xC0) == 0x80;)
			len--;
	n = query_ranges(&app->query, field, s, len, ranges, 16);

	struct range match = n > 0 ? ranges[0] : (struct range){0, 0};

	for (size_t i = 0; i < match.start; i++)
		if (s[i] == '\n')
			start = i + 1;
	const char *end = memchr(s + match.end, '\n', len - match.end);

	if (end)
		len = (size_t)(end - s);
	size_t from = excerpt_start(s, start, len, match.start, room);

	if (from > start) {
		grid_put(grid, y, x, 1, "…", strlen("…"), STYLE_DIM);
		x++;
		room--;
	}
	s += from;
	len -= from;
	room = grid_put_cut(grid, y, x, room, s, len, STYLE_DIM);
	/* Far more than the row holds need not be searched. */
	size_t fit = text_fit(s, len, 2 * room, NULL);

	n = query_ranges(&app->query, field, s, fit, ranges, 16);
	for (size_t i = 0; i < n; i++)
		paint_range(grid, y, x, room, s, ranges[i].start, ranges[i].end,
		    STYLE_COLOR(COLOR_MATCH));
}

/* Whether a kind has a column of signs: one that is not in use has none. */
static bool
has_column(const struct app *app, size_t row, const struct mark_info *info)
{
	return (info->sign || info->sign_not) &&
	    (info->first || app->any & mark_kind_at(row));
}

/* The columns before a title. */
static int
talk_gutter(const struct app *app)
{
	size_t n;
	const struct mark_info *info = mark_kinds(&n);
	int columns = TALK_GUTTER;

	for (size_t row = 0; row < n; row++)
		columns += has_column(app, row, &info[row]);
	return columns;
}

static void
draw_marks(
    struct grid *grid, const struct app *app, uint32_t talk, int y, int x)
{
	unsigned kinds = app->annotations[talk].kinds;
	size_t n;
	const struct mark_info *info = mark_kinds(&n);

	for (size_t row = 0; row < n; row++, info++) {
		bool is = kinds & mark_kind_at(row);
		const char *sign = is ? &info->sign : &info->sign_not;
		unsigned style = STYLE_COLOR(COLOR_MARK);

		if (!has_column(app, row, info))
			continue;
		if (!is)
			style = STYLE_DIM;
		else if (info->first)
			style |= STYLE_BOLD;
		if (*sign)
			grid_put(grid, y, x, 1, sign, 1, style);
		x++;
	}
}

static void
draw_talk(struct grid *grid, const struct app *app, size_t row, int y, int rows)
{
	struct rect in = app->panes.inner[PANE_TALKS];
	const struct hit *hit = &app->list.hit[row];
	unsigned style = app->list_stale ? STYLE_DIM : STYLE_PLAIN;
	int gutter = talk_gutter(app);
	int x = in.x + gutter, room = in.w - gutter - EDGE;

	draw_names(grid, app, hit, y, x, room, style);
	draw_marks(grid, app, hit->talk, y, in.x + 1);
	if (rows > 1 && y + 1 < in.y + in.h)
		draw_excerpt(grid, app, hit, y + 1, x + 2, room - 2);
	if (row == app->talks.sel)
		mark_selected(grid, app, PANE_TALKS, y, rows);
}

/* Says why the list is empty. */
static void
draw_nothing(struct grid *grid, const struct app *app)
{
	struct rect in = app->panes.inner[PANE_TALKS];
	const char *why = app_filtered(app)       ? "No talk here matches."
	    : app->tracks.sel == TRACKS_BOOKMARKS ? "No bookmarks yet."
	    : app->tracks.sel == TRACKS_UNSEEN    ? "All talks are seen."
	    : app->tracks.sel == TRACKS_RECENT    ? "No talk is seen yet."
	    : app->tracks.sel == TRACKS_HISTORY   ? "No video was opened yet."
	    : app->only_bookmarks                 ? "No bookmarks here."
						  : "No talks here.";

	int gutter = talk_gutter(app);

	paint(grid, in.y, in.x + gutter, in.w - gutter, why, STYLE_DIM);
	if (app->focus == PANE_TALKS) {
		grid->cursor_y = in.y;
		grid->cursor_x = in.x;
	}
}

void
draw_talks(struct grid *grid, const struct app *app)
{
	struct rect in = app->panes.inner[PANE_TALKS];

	if (in.h <= 0)
		return;
	draw_frame(grid, app, PANE_TALKS,
	    app->tracks.sel == TRACKS_ALL
		? "All talks"
		: app_track_name(app, app->tracks.sel),
	    &app->talks);
	if (app->list.n == 0)
		draw_nothing(grid, app);
	size_t row = app->talks.top;

	for (int y = 0; y < in.h && row < app->list.n; row++) {
		int rows = app_row_height(app, PANE_TALKS, row);

		draw_talk(grid, app, row, in.y + y, rows);
		y += rows;
	}
}
