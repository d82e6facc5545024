#include "lectern/ui/app.h"

#include <stdio.h>
#include <string.h>

#include "lectern/base/arena.h"
#include "lectern/base/text.h"
#include "lectern/base/translate.h"

#define LOW       6  /* rows of a pane under which a talk has one */
#define DATED     35 /* columns from which a conference tells when it was read */
#define NARROWEST 6  /* columns of a title that is broken */

int
app_talk_gutter(void)
{
	size_t n;
	const struct mark_info *info = mark_kinds(&n);
	int columns = 2;

	for (size_t row = 0; row < n; row++)
		columns += info[row].sign != '\0';
	return columns;
}

int
app_list_room(const struct app *app, enum pane pane)
{
	int gutter = pane == PANE_TRACKS ? TRACK_GUTTER : app_talk_gutter();

	return app->panes.inner[pane].w - gutter - LIST_EDGE;
}

bool
app_names_track(const struct app *app, const struct talk *talk)
{
	uint32_t tracks = app->notes->ntracks - (app->missing.n > 0);

	return (tracks > 1 || talk->missing) &&
	    (app->nrelated > 0 || app_group(app).kind != GROUP_TRACK ||
		app_filtered(app));
}

bool
app_mixes_conferences(const struct app *app)
{
	enum group_kind kind = (enum group_kind)app_group(app).kind;

	return app->notes->nconferences > 1 &&
	    (app->nrelated > 0 || kind == GROUP_VIEW || kind == GROUP_VALUE);
}

/* Returns the columns of all speakers on one line. */
static int
speakers_width(const struct talk *talk)
{
	int width = talk->nspeakers > 0 ? 2 * (int)(talk->nspeakers - 1) : 0;

	for (uint32_t i = 0; i < talk->nspeakers; i++)
		width += text_width(
		    talk->speakers[i], strlen(talk->speakers[i]));
	return width;
}

/*
 * Breaks a text that is too wide for one row; returns the bytes of the first
 * row.
 */
static size_t
break_text(const char *s, int room, int *rows)
{
	size_t len = strlen(s), shown;

	*rows = 1;
	if (room < NARROWEST || text_width(s, len) <= room)
		return len;
	*rows = 2;
	return text_wrap(s, len, room, &shown);
}

const char *
app_state_words(
    const struct app *app, struct arena *arena, uint32_t talk, bool ranged)
{
	size_t n;
	const struct mark_info *info = mark_kinds(&n);
	const char *words = ranged ? _("in range") : "";

	for (size_t row = 0; row < n; row++)
		if (info[row].is &&
		    (app->annotations[talk].kinds & mark_kind_at(row)))
			words = arena_printf(arena, "%s%s%s", words,
			    *words ? ", " : "", _(info[row].is));
	return words;
}

/* Whether words stand below a talk that is related, or its year. */
static bool
has_related_words(const struct app *app, uint32_t talk)
{
	const char *words = app_related_words(app, talk);

	return words && *words;
}

static bool
has_one_row(const struct app *app)
{
	return !app->plain &&
	    (app->row_style == ROWS_ONE ||
		app->panes.inner[PANE_TALKS].h < LOW);
}

struct talk_row
app_talk_row(const struct app *app, size_t row)
{
	const struct hit *hit = &app->list.hit[row];
	const struct talk *talk = &app->notes->talks[hit->talk];
	struct talk_row out = {.title = 1, .cut = strlen(talk->title)};
	int room = app_list_room(app, PANE_TALKS);

	out.bar = !app->plain && room > 4 * BAR_COLUMNS &&
	    (app->annotations[hit->talk].kinds & MARK_POSITION);
	room -= out.bar ? BAR_COLUMNS + 1 : 0;
	out.excerpt = (has_related_words(app, hit->talk) ||
			  (app_filtered(app) &&
			      (hit->in_body || hit->in_own ||
				  hit->in_spoken))) &&
	    app->panes.inner[PANE_TALKS].h >= 2;
	if (has_one_row(app))
		return out;
	out.names = app->plain || app_lists_pairs(app);
	out.cut = break_text(talk->title, room + LIST_EDGE, &out.title);
	if (out.names)
		return out;
	if (app->row_style == ROWS_WHEN)
		out.names = talk->start || talk->room;
	if (app->row_style >= ROWS_TWO ||
	    app->panes.inner[PANE_TALKS].w < ROWS_ROOMY)
		out.names = out.names || talk->nspeakers > 0 ||
		    app_names_track(app, talk);
	else if (talk->nspeakers > 0)
		out.names = out.title > 1 ||
		    text_width(talk->title, out.cut) + NAMES_GAP +
			    speakers_width(talk) >
			room;
	return out;
}

bool
app_shows_seen(const struct app *app, size_t row)
{
	struct count n = app->counts[app_counts_of(app, app->groups[row])];
	bool pairs = app->by == BY_SOURCE &&
	    app->groups[row].kind == GROUP_VALUE;

	/* Of the views only "All" does. */
	return n.unseen < n.talks && !pairs &&
	    (row == TRACKS_ALL || app->groups[row].kind != GROUP_VIEW);
}

void
app_track_count(const struct app *app, size_t row, char out[COUNT_BYTES])
{
	struct count n = app->counts[app_counts_of(app, app->groups[row])];
	char date[COUNT_BYTES], text[36];

	if (app->by == BY_SOURCE && app->groups[row].kind == GROUP_VALUE) {
		app_pair_count(app, row, out);
		return;
	}
	app_library_date(app, row, date);
	if (app_shows_seen(app, row))
		snprintf(text, sizeof(text),
		    app->plain ? _("%u of %u seen") : "%u/%u",
		    n.talks - n.unseen, n.talks);
	else
		snprintf(text, sizeof(text), "%u", n.talks);
	if (*date && app_list_room(app, PANE_TRACKS) >= DATED)
		snprintf(out, COUNT_BYTES, "%.10s %11s", date, text);
	else
		snprintf(out, COUNT_BYTES, "%s", text);
}

size_t
app_track_cut(const struct app *app, size_t row, int *rows)
{
	char count[COUNT_BYTES];
	const char *name = app_track_name(app, row);

	app_track_count(app, row, count);
	*rows = 1;
	if (app->panes.inner[PANE_TRACKS].h < LOW)
		return strlen(name);
	return break_text(name,
	    app_list_room(app, PANE_TRACKS) - (int)strlen(count) - 1 -
		(int)strlen(app_group_sign(app, row)),
	    rows);
}

int
app_row_height(const struct app *app, enum pane pane, size_t row)
{
	int rows;

	if (pane == PANE_TRACKS) {
		app_track_cut(app, row, &rows);
		return rows;
	}
	struct talk_row talk = app_talk_row(app, row);

	return talk.title + talk.names + talk.excerpt;
}
