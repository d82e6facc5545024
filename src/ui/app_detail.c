#include "lectern/ui/app.h"

#include <stdlib.h>
#include <string.h>

#include "lectern/base/arena.h"
#include "lectern/base/mem.h"
#include "lectern/source/body.h"
#include "lectern/source/load.h"

#define NARROWEST 8 /* columns of notes, even where the gutter costs some */

size_t
app_detail_last(const struct app *app)
{
	int h = app->panes.inner[PANE_DETAIL].h;
	size_t rows = h > 0 ? (size_t)h : 1;

	return app->detail.nrows > rows ? app->detail.nrows - rows : 0;
}

/* A blank row has no spot of its own: takes that of the next row. */
static struct spot
spot_of(const struct app *app, size_t row)
{
	while (
	    row < app->detail.nrows && app->detail.rows[row].kind == ROW_BLANK)
		row++;
	if (row >= app->detail.nrows)
		return (struct spot){0};
	const struct talk_rows_row *r = &app->detail.rows[row];

	return (struct spot){r->kind, r->block, r->start};
}

/* Whether rows of this kind have blocks or parts. */
static bool
has_block(uint32_t kind)
{
	return kind == ROW_PART || kind == ROW_BLOCK || kind == ROW_OWN ||
	    kind == ROW_LINK || kind == ROW_ABOUT || kind == ROW_SPOKEN ||
	    kind == ROW_SPOKEN_NAME;
}

static bool
is_at(const struct talk_rows_row *row, struct spot spot)
{
	return row->kind == spot.kind &&
	    (!has_block(row->kind) || row->block == spot.block) &&
	    row->start <= spot.start;
}

/*
 * Finds the row that shows a spot, after the talk was wrapped anew; or the one
 * before it, where it is folded or gone.
 */
static size_t
find_spot(const struct app *app, struct spot spot)
{
	size_t found = 0;
	bool exact = false, past = false;

	if (spot.kind == ROW_BLANK)
		return 0;
	for (size_t i = 0; i < app->detail.nrows; i++) {
		const struct talk_rows_row *row = &app->detail.rows[i];

		past = past || row->kind > spot.kind ||
		    (row->kind == spot.kind && has_block(row->kind) &&
			row->block > spot.block);
		if (is_at(row, spot) ||
		    (!exact && !past && row->kind != ROW_BLANK))
			found = i;
		exact = exact || is_at(row, spot);
	}
	return found;
}

/* Counts all matches; those before row `top` go to `*before`. */
static void
count_matches(struct app *app, size_t top, uint32_t *before)
{
	app->find_n = *before = 0;
	for (size_t row = 0; row < app->detail.nrows; row++) {
		struct range range;
		size_t begins;

		if (row == top)
			*before = app->find_n;
		app_detail_ranges(app, row, &range, 1, &begins);
		app->find_n += (uint32_t)begins;
	}
}

/* Counts the matches anew when another talk is open. */
static void
count_found(struct app *app)
{
	uint32_t before;

	count_matches(app, 0, &before);
	app->find_at = 0;
}

/*
 * Prepares what the reader added to the talk for showing; false if it has not
 * changed.
 */
static bool
settle_own(
    struct app *app, const struct talk *talk, struct talk_rows_own *shown)
{
	uint32_t index = talk ? (uint32_t)(talk - app->notes->talks) : APP_NONE;
	const char *note = talk ? app_note(app, index) : "";
	const char *tags = talk ? app_tags(app, index) : "";

	*shown = app->detail.annotations;
	if (app->detail_note && strcmp(app->detail_note, note) == 0 &&
	    strcmp(app->detail_tags, tags) == 0)
		return false;
	if (app->detail_arena)
		arena_clear(app->detail_arena);
	else
		app->detail_arena = arena_new();
	app->detail_note = arena_dup(app->detail_arena, note, strlen(note));
	app->detail_tags = arena_dup(app->detail_arena, tags, strlen(tags));
	shown->blocks = load_note(
	    app->detail_arena, app->detail_note, &shown->nblocks);
	shown->tags = talk_rows_tags(app->detail_arena, app->detail_tags);
	return true;
}

bool
app_detail_about(const struct app *app, struct about *said)
{
	struct group group = app_group(app);
	const struct notes *notes = app->notes;
	struct notes_text text = {0};

	if (app->info.arena) {
		*said = app->info.said;
		return true;
	}
	if (app->focus != PANE_TRACKS)
		return false;
	if (group.kind == GROUP_TRACK)
		text = notes_track_text(notes, &notes->tracks[group.index]);
	else if (group.kind == GROUP_CONFERENCE ||
	    (group.kind == GROUP_VIEW && group.index == TRACKS_ALL &&
		notes->nconferences <= 1))
		text = (struct notes_text){notes->sources[group.index].blocks,
		    notes->sources[group.index].nblocks};
	*said = (struct about){.blocks = text.block, .nblocks = text.n};
	return text.n > 0;
}

/*
 * Another talk that is selected is wanted, not how the document is read; marks
 * change which one is, while the reader is at how far they are.
 */
static void
settle_info(struct app *app)
{
	bool read_on = app->info.stats && app->focus == PANE_DETAIL;

	if (app->info.arena && app->info.talk != app_talk_index(app) &&
	    !read_on)
		app_info_end(app);
}

static void
build_talk(struct app *app, const struct talk *talk,
    struct talk_rows_own annotations, int width)
{
	annotations.also = app->detail_also;
	annotations.folded = app_folded(app);
	talk_rows_build(&app->detail, app->notes, talk, &annotations, width);
}

void
app_detail_settle(struct app *app)
{
	settle_info(app);

	struct talk_rows_own annotations;
	struct rect inner = app->panes.inner[PANE_DETAIL];
	struct about said = {0};
	bool about = app_detail_about(app, &said);
	const struct talk *talk = about ? NULL : app_talk(app);
	uint32_t of = about ? APP_NONE : app_talk_index(app);
	bool changed,
	    fresh = talk != app->detail.talk ||
	    said.blocks != app->detail.page.blocks;
	int width = inner.w - DETAIL_GUTTER - DETAIL_EDGE;

	if (inner.h <= 0) {
		/* What the rows point to may end before there is room. */
		app->detail.nrows = 0;
		app->detail.width = 0;
		return;
	}
	if (width < NARROWEST)
		width = NARROWEST;
	if (width > NOTES_MOST)
		width = NOTES_MOST;
	if (fresh) {
		/* A place may be known before the notes are shown. */
		if (app->detail_of != of)
			app->detail_spot = (struct spot){0};
		app->detail_of = of;
		app->match_row = APP_NONE;
		free(app->detail_also);
		app->detail_also = talk ? app_also_given(app, of) : NULL;
	}
	changed = settle_own(app, talk, &annotations);
	changed = app_spoken_settle(
		      app, of, &annotations, &app->detail.annotations) ||
	    changed;
	if (changed || fresh || width != app->detail.width ||
	    (!about && annotations.folded != app_folded(app))) {
		if (about)
			talk_rows_build_about(&app->detail,
			    app->info.arena
				? app->info.name
				: app_track_name(app, app->tracks.sel),
			    &said, width);
		else
			build_talk(app, talk, annotations, width);
		app->detail_top = find_spot(app, app->detail_spot);
		if (app->match_row != APP_NONE)
			app->match_row = (uint32_t)find_spot(
			    app, app->match_spot);
	}
	if (app->detail_top > app_detail_last(app))
		app->detail_top = app_detail_last(app);
	if (fresh && app_finding(app))
		count_found(app);
}

void
app_detail_scroll(struct app *app, size_t top)
{
	size_t last = app_detail_last(app);

	app->detail_top = top < last ? top : last;
	app->detail_spot = spot_of(app, app->detail_top);
}

struct app_detail_place
app_detail_place(const struct app *app)
{
	struct app_detail_place place = {.spot = app->detail_spot};

	for (size_t i = 0; i < app->detail.nrows; i++) {
		const struct talk_rows_row *row = &app->detail.rows[i];

		if (row->kind == place.spot.kind &&
		    row->block == place.spot.block) {
			place.text = mem_dup(row->text, strlen(row->text));
			break;
		}
	}
	return place;
}

void
app_detail_go(struct app *app, const struct app_detail_place *place)
{
	struct spot spot = place->spot;

	for (size_t i = 0; place->text && i < app->detail.nrows; i++) {
		const struct talk_rows_row *row = &app->detail.rows[i];

		if (row->kind == spot.kind &&
		    strcmp(row->text, place->text) == 0) {
			spot.block = row->block;
			break;
		}
	}
	if (app->detail.nrows > 0)
		app_detail_scroll(app, find_spot(app, spot));
	else
		app->detail_spot = spot;
	app->detail_of = app_talk_index(app);
}

void
app_detail_place_free(struct app_detail_place *place)
{
	free(place->text);
	place->text = NULL;
}

/*
 * Searches the rows before and after, too, since a match may be broken; but not
 * the whole text, which may be long.
 */
static void
window(const struct app *app, size_t row, size_t *start, size_t *end)
{
	const struct talk_rows_row *rows = app->detail.rows;

	*start = rows[row].from;
	*end = rows[row].end;
	for (size_t i = row; i > 0 && i + 3 > row; i--)
		if (rows[i - 1].text == rows[row].text)
			*start = rows[i - 1].from;
	for (size_t i = row + 1; i < app->detail.nrows && i < row + 3; i++)
		if (rows[i].text == rows[row].text)
			*end = rows[i].end;
}

static enum field
field_of(enum row_kind kind)
{
	switch (kind) {
	case ROW_TITLE:
		return FIELD_TITLE;
	case ROW_LINK:
		return FIELD_URL;
	case ROW_TAGS:
		return FIELD_TAGS;
	case ROW_OWN:
		return FIELD_OWN;
	default:
		return FIELD_BODY;
	}
}

/* The row of names: the speakers, then the track. */
static size_t
name_ranges(const struct app *app, struct range *ranges, size_t max)
{
	const char *names = app->detail.names;
	size_t len = app->detail.speakers_len;
	size_t n = query_ranges(
	    &app->query, FIELD_SPEAKERS, names, len, ranges, max);
	size_t all = n +
	    query_ranges(&app->query, FIELD_TRACK, names + len,
		app->detail.track_end - len, ranges + n, max - n);

	for (size_t i = n; i < all; i++) {
		ranges[i].start += (uint32_t)len;
		ranges[i].end += (uint32_t)len;
	}
	return all;
}

/* A link is also found by its name in the notes. */
static bool
is_searched(const struct app *app, const struct talk_rows_row *row)
{
	switch ((enum row_kind)row->kind) {
	case ROW_BLANK:
	case ROW_NONE:
	case ROW_CUT:
	case ROW_ALSO:
	case ROW_OWN_NAME:
	case ROW_LINKS:
	case ROW_PART:
	case ROW_SPOKEN_NAME:
		return false;
	case ROW_LINK:
		return row->text ==
		    body_links(app->detail.talk).url[row->block];
	default:
		return true;
	}
}

size_t
app_detail_ranges(const struct app *app, size_t row, struct range *ranges,
    size_t max, size_t *begins)
{
	const struct talk_rows_row *r = &app->detail.rows[row];
	struct range all[64];
	size_t from, to, n = 0;

	if (begins)
		*begins = 0;
	if ((!app_filtered(app) && !app_finding(app)) || !is_searched(app, r))
		return 0;
	window(app, row, &from, &to);
	if (r->kind == ROW_NAMES)
		from = 0;
	/* A search in the talk looks at all that is shown. */
	size_t nall = app_finding(app) ? query_ranges(&app->find, FIELD_BODY,
					     r->text + from, to - from, all, 64)
	    : r->kind == ROW_NAMES
	    ? name_ranges(app, all, 64)
	    : query_ranges(&app->query, field_of((enum row_kind)r->kind),
		  r->text + from, to - from, all, 64);

	for (size_t i = 0; i < nall; i++) {
		uint32_t start = all[i].start + (uint32_t)from;
		uint32_t end = all[i].end + (uint32_t)from;

		if (begins && start >= r->from && start < r->end)
			++*begins;
		if (start < r->start)
			start = r->start;
		if (end > r->end)
			end = r->end;
		if (start < end && n < max)
			ranges[n++] = (struct range){start, end};
	}
	return n;
}

void
app_detail_show(struct app *app, size_t row)
{
	size_t h = (size_t)app->panes.inner[PANE_DETAIL].h;

	app->match_row = (uint32_t)row;
	app->match_spot = spot_of(app, row);
	if (row < app->detail_top || row >= app->detail_top + h)
		app_detail_scroll(app, row > h / 3 ? row - h / 3 : 0);
}

uint32_t
app_detail_match(const struct app *app, uint32_t from, int step)
{
	size_t n = app->detail.nrows;
	size_t row = from != APP_NONE ? from + (size_t)step
	    : step > 0                ? 0
				      : n - 1;

	/* Below row 0 the subtraction wraps to a number past n. */
	for (; row < n; row += (size_t)step) {
		struct range range;
		size_t begins;

		app_detail_ranges(app, row, &range, 1, &begins);
		if (begins > 0)
			return (uint32_t)row;
	}
	return APP_NONE;
}

bool
app_finding(const struct app *app)
{
	return app->find.nterms > 0;
}

/* Shows the current match and marks its row. */
static void
show_found(struct app *app)
{
	uint32_t n = 0;

	for (size_t row = 0; row < app->detail.nrows; row++) {
		struct range range;
		size_t begins;

		app_detail_ranges(app, row, &range, 1, &begins);
		n += (uint32_t)begins;
		if (n > app->find_at) {
			app_detail_show(app, row);
			return;
		}
	}
}

void
app_find(struct app *app, const char *text)
{
	uint32_t before;

	query_parse(&app->find, text);
	/* What was folded is open to be found. */
	app_detail_settle(app);
	app->match_row = APP_NONE;
	app->find_at = app->find_n = 0;
	app_detail_scroll(app, app->find_top);
	if (!app_finding(app))
		return;
	count_matches(app, app->find_top, &before);
	app->find_at = before < app->find_n ? before : 0;
	if (app->find_n > 0)
		show_found(app);
}

void
app_find_step(struct app *app, int step)
{
	if (app->find_n == 0)
		return;
	app->find_at = step > 0
	    ? (app->find_at + 1) % app->find_n
	    : (app->find_at + app->find_n - 1) % app->find_n;
	show_found(app);
}
