#include "ui/draw_list.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "lectern/base/arena.h"
#include "lectern/base/text.h"
#include "lectern/base/translate.h"
#include "lectern/model/position.h"
#include "lectern/model/timecode.h"
#include "lectern/source/body.h"
#include "ui/bar.h"
#include "ui/draw_nothing.h"
#include "ui/paint.h"

#define FEW          8     /* columns of names that are worth showing */
#define INDENT       2     /* of what stands below a title */
#define EXCERPT_MOST 65536 /* bytes of a block looked at for an excerpt */

/* Marks a selected row, or one of a range, after its text was drawn. */
static void
mark_row(
    struct grid *grid, const struct app *app, enum pane pane, int y, int rows)
{
	struct rect in = app->panes.inner[pane];
	bool focused = app->focus == pane;

	grid_put(grid, y, in.x, 1, ">", 1, STYLE_BOLD);
	for (int i = 0; i < rows && y + i < in.y + in.h; i++) {
		/* A mark's colour, reversed, would be a coloured block. */
		if (focused)
			grid_uncolor(grid, y + i, in.x, in.w);
		grid_style(grid, y + i, in.x, in.w,
		    focused ? STYLE_REVERSE : STYLE_BOLD);
	}
}

static void
mark_selected(
    struct grid *grid, const struct app *app, enum pane pane, int y, int rows)
{
	mark_row(grid, app, pane, y, rows);
	if (app->focus == pane) {
		grid->cursor_y = y;
		grid->cursor_x = app->panes.inner[pane].x;
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
		snprintf(
		    hint, sizeof(hint), _("%zu of %zu"), cursor->sel + 1, n);
	paint_frame(
	    grid, app->panes.frame[pane], title, hint, app->focus == pane);
}

static void
draw_bar(struct grid *grid, uint64_t part, uint64_t whole, int y, int x)
{
	char bar[BAR_BYTES(BAR_COLUMNS)];

	bar_text(bar, BAR_COLUMNS, part, whole);
	if (grid->plain)
		grid_line(grid, y, x, BAR_COLUMNS, " ", STYLE_DIM);
	else
		paint(grid, y, x, BAR_COLUMNS, bar, STYLE_DIM);
}

/*
 * Draws how much of a group is seen, right of what stands in `used` of `room`
 * columns, if there is place for it.
 */
static void
draw_seen(struct grid *grid, struct count n, int y, int x, int used, int room)
{
	if (n.unseen < n.talks && used + 1 + BAR_COLUMNS <= room)
		draw_bar(grid, n.talks - n.unseen, n.talks, y,
		    x + room - BAR_COLUMNS);
}

/* Draws how much of a talk was played; of some the length is not known. */
static void
draw_played(
    struct grid *grid, const struct app *app, uint32_t talk, int y, int x)
{
	struct position at;

	if (position_read(
		mark_kind_text(&app->annotations[talk], MARK_POSITION), &at) &&
	    at.length >= at.second && at.length > 0)
		draw_bar(grid, (uint64_t)at.second, (uint64_t)at.length, y, x);
	else
		grid_line(grid, y, x, BAR_COLUMNS, "░", STYLE_DIM);
}

static void
draw_track(struct grid *grid, const struct app *app, size_t row, int y)
{
	struct rect in = app->panes.inner[PANE_TRACKS];
	const char *name = app_track_name(app, row);
	enum field field = app->groups[row].kind == GROUP_TRACK ? FIELD_TRACK
								: FIELD_COUNT;
	const char *sign = app_group_sign(app, row);
	size_t at = app_counts_of(app, app->groups[row]);
	unsigned style = app->counts[at].talks == 0 ? STYLE_DIM : STYLE_PLAIN;
	int rows, room = app_list_room(app, PANE_TRACKS);
	size_t cut = app_track_cut(app, row, &rows);
	char count[COUNT_BYTES];

	app_track_count(app, row, count);
	int width = text_width(count, strlen(count)), x = in.x + TRACK_GUTTER;

	paint(grid, y, x + room - width, width, count, STYLE_DIM);
	paint(grid, y, x, room, sign, STYLE_BOLD);
	x += (int)strlen(sign);
	room -= (int)strlen(sign);
	int used = paint_found_part(grid, y, x, room - width - 1, name, 0, cut,
	    style, &app->query, field);

	if (app_shows_seen(app, row) && rows == 1)
		draw_seen(grid, app->counts[at], y, x, used, room - width - 1);
	if (rows > 1 && y + 1 < in.y + in.h) {
		used = paint_found_part(grid, y + 1, x + INDENT, room - INDENT,
		    name, cut, strlen(name), style, &app->query, field);
		if (app_shows_seen(app, row))
			draw_seen(grid, app->counts[at], y + 1, x + INDENT,
			    used, room - INDENT);
	}
	if (row == app->tracks.sel)
		mark_selected(grid, app, PANE_TRACKS, y, rows);
}

void
draw_tracks(struct grid *grid, const struct app *app)
{
	static const char *const titles[BY_COUNT] = {N_("Tracks"),
	    N_("Speakers"), N_("Tags"), N_("Days"), N_("Rooms"), N_("Sources")};
	struct rect in = app->panes.inner[PANE_TRACKS];
	size_t row = app->tracks.top, rows = app_tracks_rows(app);

	if (in.h <= 0)
		return;
	draw_frame(grid, app, PANE_TRACKS,
	    app->in_library ? _("Library") : _(titles[app->by]), &app->tracks);
	for (int y = 0; y < in.h && row < rows; row++) {
		draw_track(grid, app, row, in.y + y);
		y += app_row_height(app, PANE_TRACKS, row);
	}
}

/*
 * Draws the speakers in the row of the title.  The title has precedence, unless
 * the speakers matched.  Returns the columns left for the title.
 */
static int
draw_speakers(struct grid *grid, const struct app *app, const struct hit *hit,
    int y, int x, int room, unsigned style)
{
	const struct talk *talk = &app->notes->talks[hit->talk];
	char *speakers = notes_speakers(talk);
	int want = paint_width(speakers), title = paint_width(talk->title);
	int left = room - (title < room ? title : room) - NAMES_GAP;

	if (hit->field == FIELD_SPEAKERS && app_filtered(app) &&
	    left < room / 2 - NAMES_GAP)
		left = room / 2 - NAMES_GAP;
	if (left > want)
		left = want;
	/* Flush right, to tell names from titles without colour. */
	if (left > 0 && left >= (want < FEW ? want : FEW)) {
		paint_found(grid, y, x + room - left, left, speakers,
		    style | STYLE_DIM, &app->query, FIELD_SPEAKERS);
		room -= left + NAMES_GAP;
	}
	free(speakers);
	return room;
}

/* Draws a part of the row of names after others; returns the columns used. */
static int
draw_name(struct grid *grid, const struct app *app, int y, int x, int room,
    int used, const char *text, enum field field)
{
	if (!text || !*text || (used > 0 && room - used < FEW))
		return used;
	if (used > 0)
		used += paint(grid, y, x + used, room - used, " · ", STYLE_DIM);
	return used +
	    paint_found(grid, y, x + used, room - used, text, STYLE_DIM,
		&app->query, field);
}

/* Draws the day, where it is not that of the group, start and room. */
static int
draw_when(struct grid *grid, const struct app *app, const struct talk *talk,
    int y, int x, int room)
{
	bool day = talk->day &&
	    !(app->by == BY_DAY && app_group(app).kind == GROUP_VALUE);
	int used = 0;

	if (day)
		used = draw_name(
		    grid, app, y, x, room, used, talk->day, FIELD_DAY);
	if (talk->start && day)
		used += paint(grid, y, x + used, room - used, " ", STYLE_DIM);
	if (talk->start)
		used += paint(
		    grid, y, x + used, room - used, talk->start, STYLE_DIM);
	return draw_name(grid, app, y, x, room, used, talk->room, FIELD_ROOM);
}

static bool
is_in_range(const struct app *app, size_t row)
{
	size_t first, n = app_range(app, &first);

	return n > 0 && row >= first && row < first + n;
}

/* Draws the states of a talk as words; returns their columns. */
static int
draw_states(struct grid *grid, const struct app *app, const struct talk *talk,
    int y, int x, int room)
{
	struct arena *arena = arena_new();
	uint32_t index = (uint32_t)(talk - app->notes->talks);
	const char *words = app_state_words(
	    app, arena, index, is_in_range(app, app_find_row(app, index)));
	int used = paint(grid, y, x, room, words, STYLE_PLAIN);

	arena_free(arena);
	return used;
}

/*
 * Draws the names in a row of their own: speakers, and the track if the list
 * mixes tracks; before them time and room, if these are shown.
 */
static void
draw_names(struct grid *grid, const struct app *app, const struct talk *talk,
    int y, int x, int room)
{
	const char *track = app->notes->tracks[talk->track].name;
	const char *conference = notes_label(app->notes, talk->source);
	char *speakers = notes_speakers(talk);
	int used = app->plain ? draw_states(grid, app, talk, y, x, room) : 0;

	if (app->row_style == ROWS_WHEN && used > 0)
		used += paint(grid, y, x + used, room - used, " · ", STYLE_DIM);
	if (app->row_style == ROWS_WHEN)
		used += draw_when(grid, app, talk, y, x + used, room - used);
	used = draw_name(grid, app, y, x, room, used, speakers, FIELD_SPEAKERS);
	if (app_names_track(app, talk))
		used = draw_name(
		    grid, app, y, x, room, used, track, FIELD_TRACK);
	if (app_mixes_conferences(app) && !talk->missing &&
	    strcmp(conference, track) != 0)
		draw_name(
		    grid, app, y, x, room, used, conference, FIELD_CONFERENCE);
	free(speakers);
}

/* Draws, in the row of the names, what became of a source's talk. */
static void
draw_pair(struct grid *grid, const struct app *app, const struct joined *pair,
    int y, int x, int room)
{
	char *text = app_pair_text(app, pair);

	paint(grid, y, x, room, text, STYLE_DIM);
	free(text);
}

/*
 * Chooses where in [start, len) of `s` an excerpt of `columns` columns begins:
 * it shows the match at `match`, with some text before it, and fills the row.
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
	/* Prefer to begin at a word. */
	size_t blank = from;

	while (blank < match && s[blank] != ' ')
		blank++;
	return blank < match ? blank + 1 : from;
}

/* Draws an excerpt of the matching block, around the match. */
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
		const struct block *block =
		    filter_block(&app->query, app->notes, talk).block;

		if (!block)
			return;
		s = block->text;
		len = block->len;
	}
	len = text_within(s, len, EXCERPT_MOST);
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
	/* Text far beyond the row need not be searched. */
	size_t fit = text_fit(s, len, 2 * room, NULL);

	n = query_ranges(&app->query, field, s, fit, ranges, 16);
	for (size_t i = 0; i < n; i++)
		paint_range(grid, y, x, room, s, ranges[i].start, ranges[i].end,
		    STYLE_COLOR(COLOR_MATCH));
}

/* Draws where a talk's video says what is searched, and what it says there. */
static void
draw_spoken(struct grid *grid, const struct app *app, const struct hit *hit,
    int y, int x, int room)
{
	char clock[TIMECODE_BYTES];
	struct range ranges[16];
	uint32_t second;
	size_t len, n;
	const char *s = app_spoken_hit(app, hit, &second, &len);
	int used;

	if (!s)
		return;
	timecode_write(second, clock);
	used = paint(grid, y, x, room, clock, STYLE_COLOR(COLOR_LINK));
	used += paint(
	    grid, y, x + used, room - used, " …", STYLE_COLOR(COLOR_SPOKEN));
	x += used;
	room = grid_put_cut(
	    grid, y, x, room - used, s, len, STYLE_COLOR(COLOR_SPOKEN));
	n = query_ranges(&app->query, FIELD_BODY, s,
	    text_fit(s, len, 2 * room, NULL), ranges, 16);
	for (size_t i = 0; i < n; i++)
		paint_range(grid, y, x, room, s, ranges[i].start, ranges[i].end,
		    STYLE_COLOR(COLOR_MATCH));
}

/* Draws the words that a talk shares with the one that it is near. */
static void
draw_shared(struct grid *grid, const struct app *app, uint32_t talk, int y,
    int x, int room)
{
	const char *words = app_related_words(app, talk);
	int used = app_related_speaker(app)
	    ? 0
	    : paint(grid, y, x, room, _("both: "), STYLE_DIM);

	paint(grid, y, x + used, room - used, words ? words : "",
	    STYLE_COLOR(COLOR_MATCH));
}

/* Draws a column for each kind of marks with a sign. */
static void
draw_marks(
    struct grid *grid, const struct app *app, uint32_t talk, int y, int x)
{
	unsigned kinds = app->plain ? 0 : app->annotations[talk].kinds;
	size_t n;
	const struct mark_info *info = mark_kinds(&n);

	for (size_t row = 0; row < n; row++) {
		if (!info[row].sign)
			continue;
		if (kinds & mark_kind_at(row))
			grid_put(grid, y, x, 1, &info[row].sign, 1,
			    STYLE_BOLD | STYLE_COLOR(COLOR_MARK));
		x++;
	}
}

static void
draw_title_of(struct grid *grid, const struct app *app, const struct hit *hit,
    struct talk_row row, int y, unsigned style)
{
	struct rect in = app->panes.inner[PANE_TALKS];
	const struct talk *talk = &app->notes->talks[hit->talk];
	const char *title = *talk->title ? talk->title : _("(no title)");
	size_t len = strlen(title);
	int x = in.x + app_talk_gutter(), room = app_list_room(app, PANE_TALKS);

	if (row.bar) {
		draw_played(grid, app, hit->talk, y,
		    x + room + LIST_EDGE - BAR_COLUMNS);
		room -= BAR_COLUMNS + 1;
	}
	/* Gives the pane's last column to the title. */
	if (row.title == 1 && !row.names)
		room = draw_speakers(grid, app, hit, y, x, room, style);
	else
		room += LIST_EDGE;
	paint_found_part(grid, y, x, room, title, 0,
	    row.title > 1 ? row.cut : len, style, &app->query, FIELD_TITLE);
	if (row.title > 1 && y + 1 < in.y + in.h)
		paint_found_part(grid, y + 1, x, room, title, row.cut, len,
		    style, &app->query, FIELD_TITLE);
}

static void
draw_talk(struct grid *grid, const struct app *app, size_t i, int y)
{
	struct rect in = app->panes.inner[PANE_TALKS];
	const struct hit *hit = &app->list.hit[i];
	struct talk_row row = app_talk_row(app, i);
	const struct joined *pair = app_pair_of(app, hit->talk);
	bool quiet = (app->annotations[hit->talk].kinds & MARK_SEEN) ||
	    app->briefs[hit->talk].pause;
	int x = in.x + app_talk_gutter() + INDENT, end = in.y + in.h;
	int room = app_list_room(app, PANE_TALKS) - INDENT, at = y + row.title;

	draw_title_of(grid, app, hit, row, y, quiet ? STYLE_DIM : STYLE_PLAIN);
	draw_marks(grid, app, hit->talk, y, in.x + 1);
	if (row.names && at < end && pair)
		draw_pair(grid, app, pair, at++, x, room);
	else if (row.names && at < end)
		draw_names(
		    grid, app, &app->notes->talks[hit->talk], at++, x, room);
	if (row.excerpt && app->nrelated > 0 && at < end)
		draw_shared(grid, app, hit->talk, at,
		    x + (row.names ? INDENT : 0),
		    room - (row.names ? INDENT : 0));
	else if (row.excerpt && at < end && !hit->in_body && !hit->in_own)
		draw_spoken(grid, app, hit, at, x + (row.names ? INDENT : 0),
		    room - (row.names ? INDENT : 0));
	else if (row.excerpt && at < end)
		draw_excerpt(grid, app, hit, at, x + (row.names ? INDENT : 0),
		    room - (row.names ? INDENT : 0));
	int rows = app_row_height(app, PANE_TALKS, i);

	if (i == app->talks.sel)
		mark_selected(grid, app, PANE_TALKS, y, rows);
	else if (is_in_range(app, i))
		mark_row(grid, app, PANE_TALKS, y, rows);
}

/* "Queue: 3 talks, 1 h 5 min", owned by the arena. */
static const char *
queue_title(const struct app *app, struct arena *arena)
{
	uint32_t *talk = arena_alloc(arena, (app->list.n + 1) * sizeof(*talk));

	for (size_t i = 0; i < app->list.n; i++)
		talk[i] = app->list.hit[i].talk;
	return arena_printf(arena, "%s: %s",
	    app_track_name(app, app->tracks.sel),
	    app_queue_length(app, talk, app->list.n, arena));
}

static const char *
list_title(const struct app *app, struct arena *arena)
{
	if (app_lists_queue(app) && app->list.n > 0)
		return queue_title(app, arena);
	if (app->nrelated > 0)
		return app_related_speaker(app) ? app_related_speaker(app)
						: _("Related talks");

	const char *name = app->tracks.sel == TRACKS_ALL
	    ? _("All talks")
	    : app_track_name(app, app->tracks.sel);

	if (app->only_bookmarks && app->tracks.sel != TRACKS_BOOKMARKS)
		name = arena_printf(arena, _("%s, only bookmarks"), name);
	if (app->sort == SORT_PROGRAMME || !app_is_sorted(app))
		return name;
	return arena_printf(arena, "%s, %s", name, app_sort_words(app->sort));
}

void
draw_talks(struct grid *grid, const struct app *app)
{
	struct rect in = app->panes.inner[PANE_TALKS];
	struct arena *arena;

	if (in.h <= 0)
		return;
	arena = arena_new();
	draw_frame(grid, app, PANE_TALKS, list_title(app, arena), &app->talks);
	arena_free(arena);
	if (app->list.n == 0)
		draw_nothing(grid, app);
	size_t row = app->talks.top;

	for (int y = 0; y < in.h && row < app->list.n; row++) {
		draw_talk(grid, app, row, in.y + y);
		y += app_row_height(app, PANE_TALKS, row);
	}
}
