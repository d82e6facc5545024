#include "lectern/ui/app.h"

#include <stdlib.h>
#include <string.h>

#include "lectern/base/mem.h"
#include "lectern/source/pause.h"

#define FEW               1000 /* talks that are searched at once */
#define WORDS_SLICE       ((size_t)1 << 20)
#define PACE_LEAST        ((uint64_t)4 << 20)
#define PACE_MOST         ((uint64_t)64 << 20)
#define PACE_MICROSECONDS 2000 /* that a search may take before it is drawn */

const struct talk *
app_talk(const struct app *app)
{
	uint32_t talk = app_talk_index(app);

	return talk == APP_NONE ? NULL : &app->notes->talks[talk];
}

uint32_t
app_talk_index(const struct app *app)
{
	return app->talks.sel < app->list.n ? app->list.hit[app->talks.sel].talk
					    : APP_NONE;
}

size_t
app_rows(const struct app *app, enum pane pane)
{
	return pane == PANE_TRACKS ? app_tracks_rows(app) : app->list.n;
}

size_t
app_row_at(const struct app *app, enum pane pane, int y)
{
	size_t row = pane == PANE_TRACKS ? app->tracks.top : app->talks.top;
	size_t n = app_rows(app, pane);

	for (int used = 0; row < n; row++) {
		used += app_row_height(app, pane, row);
		if (y < used)
			return row;
	}
	return APP_NONE;
}

const struct annotations *
app_annotations(const struct app *app, const struct talk *talk)
{
	return &app->annotations[talk - app->notes->talks];
}

const char *
app_note(const struct app *app, uint32_t talk)
{
	return mark_kind_text(&app->annotations[talk], MARK_NOTED);
}

const char *
app_tags(const struct app *app, uint32_t talk)
{
	return mark_kind_text(&app->annotations[talk], MARK_TAGGED);
}

/* Whether the talk at this index has a mark. */
static bool
has_mark(const struct app *app, uint32_t index, enum mark_kind kind)
{
	return app->briefs[index].kinds & kind;
}

bool
app_filtered(const struct app *app)
{
	return app->query.nterms > 0;
}

/* Whether a talk is in the selected view or track, and passes B. */
static bool
is_in_view(const struct app *app, uint32_t index)
{
	return (!app->only_bookmarks ||
		   has_mark(app, index, MARK_BOOKMARKED)) &&
	    (app->nrelated > 0 ? app_related_words(app, index) != NULL
			       : app_group_has(app, app_group(app), index));
}

static void
count(struct count *count, bool unseen)
{
	count->talks++;
	count->unseen += unseen;
}

/* The number of groups that are counted. */
static size_t
count_groups(const struct app *app)
{
	return app->nviews + app->notes->nsources + app->notes->ntracks +
	    app->values.n;
}

/* Counts a talk in its track and its conference. */
static void
count_groups_of(struct app *app, uint32_t talk, bool unseen)
{
	struct group track = {GROUP_TRACK, app->briefs[talk].track};
	struct group conference = {
	    GROUP_CONFERENCE, app->notes->talks[talk].source};

	count(&app->counts[app_counts_of(app, track)], unseen);
	for (uint32_t i = app->values.n > 0 ? app->values.first[talk] : 0;
	     app->values.n > 0 && i < app->values.first[talk + 1]; i++) {
		struct group value = {GROUP_VALUE, app->values.of[i]};

		count(&app->counts[app_counts_of(app, value)], unseen);
	}
	if (!app->notes->talks[talk].missing)
		count(&app->counts[app_counts_of(app, conference)], unseen);
}

/* Counts the talks that match, by rows of the tracks pane. */
static void
count_found(struct app *app)
{
	memset(app->counts, 0, count_groups(app) * sizeof(*app->counts));
	for (size_t i = 0; i < app->found.n; i++) {
		uint32_t index = app->found.hit[i].talk;
		bool unseen = !has_mark(app, index, MARK_SEEN);

		if (app->briefs[index].pause ||
		    (app->only_bookmarks &&
			!has_mark(app, index, MARK_BOOKMARKED)))
			continue;
		for (size_t v = 0; v < app->nviews; v++)
			if (app->views[v].has[index])
				count(&app->counts[v], unseen);
		count_groups_of(app, index, unseen);
	}
	app_set_groups(app);
}

/* Counts what would be listed without a filter. */
static void
count_in_view(struct app *app)
{
	app->in_view = app_filtered(app) ? 0 : app->listed;
	for (uint32_t i = 0; app_filtered(app) && i < app->notes->ntalks; i++)
		app->in_view += is_in_view(app, i) && !app->briefs[i].pause;
}

/* Lists the hits that are in view. */
static void
fill_list(struct app *app)
{
	uint32_t talk = app_talk_index(app);

	count_found(app);
	app->list.hit = mem_grow(app->list.hit, &app->list.cap, app->found.n,
	    sizeof(*app->list.hit));
	app->list.n = app->listed = 0;
	for (size_t i = 0; i < app->found.n; i++) {
		const struct hit *hit = &app->found.hit[i];

		if (!is_in_view(app, hit->talk))
			continue;
		app->listed += !app->briefs[hit->talk].pause;
		app->list.hit[app->list.n++] = *hit;
	}
	if (app->list.n == 0 && talk != APP_NONE)
		app->left = talk;
	count_in_view(app);
	app_sort_list(app);
}

size_t
app_find_row(const struct app *app, uint32_t talk)
{
	for (size_t i = 0; i < app->list.n; i++)
		if (app->list.hit[i].talk == talk)
			return i;
	return APP_NONE;
}

/*
 * Selects `talk` if it is listed, and scrolls it into the middle if it was out
 * of sight; returns whether it is listed.
 */
static bool
select_talk(struct app *app, uint32_t talk)
{
	size_t row = app_find_row(app, talk);

	if (row == APP_NONE)
		return false;
	size_t h = (size_t)app->panes.inner[PANE_TALKS].h;
	struct cursor *cursor = &app->talks;

	cursor->sel = row;
	if (row < cursor->top || row >= cursor->top + h)
		cursor->top = row > h / 2 ? row - h / 2 : 0;
	return true;
}

bool
app_select(struct app *app, uint32_t talk)
{
	bool listed = select_talk(app, talk);

	app_settle(app);
	return listed;
}

void
app_pick(struct app *app, int count)
{
	size_t first, n = app_targets(app, count, &first);

	app->picked = mem_resize(app->picked, n, sizeof(*app->picked));
	for (size_t i = 0; i < n; i++)
		app->picked[i] = app->list.hit[first + i].talk;
	app->npicked = n;
}

/* Searching. */

/* Without a filter every talk is a hit, and there is nothing to search. */
static void
find_all(struct app *app)
{
	struct hits *found = &app->found;

	found->hit = mem_grow(
	    found->hit, &found->cap, app->notes->ntalks, sizeof(*found->hit));
	for (uint32_t i = 0; i < app->notes->ntalks; i++)
		found->hit[i] = (struct hit){.talk = i};
	found->n = app->notes->ntalks;
}

/* Looks on for a query to offer; false when there is nothing left to do. */
static bool
suggest_on(struct app *app)
{
	size_t talks;

	app->suggesting = app->suggesting &&
	    !suggest_step(app->suggest, app->filter);
	app->news = app->news ||
	    (!app->suggesting && app_offer(app, &talks) != NULL);
	return app->suggesting;
}

/* Begins to look for a query to offer if nothing matches. */
static void
begin_suggesting(struct app *app)
{
	app->suggesting = app_filtered(app) && app->found.n == 0;
	suggest_begin(app->suggest, app->suggesting ? app->query.text : "");
	while (app->notes->ntalks <= FEW && suggest_on(app))
		;
}

const char *
app_offer(const struct app *app, size_t *talks)
{
	return app_filtered(app) && app->found.n == 0 && !app->suggesting
	    ? suggest_text(app->suggest, talks)
	    : NULL;
}

/* Lists what was found, and selects the right talk. */
static void
take_found(struct app *app)
{
	bool kept;

	app->searching = false;
	if (app_filtered(app))
		filter_take(app->filter, &app->found);
	else
		find_all(app);
	fill_list(app);
	begin_suggesting(app);
	kept = app->wanted != APP_NONE && select_talk(app, app->wanted);
	/* The best hit is most likely what the user wants. */
	if (!kept && app->best_first)
		app->talks = (struct cursor){0, 0};
	if (app->list.n > 0)
		app->left = APP_NONE;
	app_settle(app);
}

/* Begins to search, and finishes if that is quick. */
static void
search(struct app *app)
{
	app->searching = app_filtered(app);
	app_spoken_want(app);
	if (app->searching) {
		filter_begin(app->filter, &app->query);
		if (!filter_step(app->filter, app->pace))
			return;
	}
	take_found(app);
}

bool
app_search(struct app *app)
{
	if (app->searching && filter_step(app->filter, app->pace / 2))
		take_found(app);
	return app->searching;
}

void
app_search_took(struct app *app, uint64_t microseconds)
{
	uint64_t pace = (uint64_t)app->pace / 2 * PACE_MICROSECONDS /
	    (microseconds + 1);

	pace = pace < PACE_LEAST ? PACE_LEAST
	    : pace > PACE_MOST   ? PACE_MOST
				 : pace;
	app->pace = (size_t)((app->pace + pace) / 2);
}

bool
app_prepare(struct app *app)
{
	if (!filter_prepare(app->filter, PACE_LEAST))
		return true;
	if (app->suggesting)
		return suggest_on(app);
	/* A filter that is typed may be mistyped. */
	return app->mode == MODE_FILTER &&
	    !suggest_prepare(app->suggest, WORDS_SLICE);
}

void
app_finish(struct app *app)
{
	if (!app->searching)
		return;
	while (!filter_step(app->filter, SIZE_MAX))
		;
	take_found(app);
}

/* Finds the groups by value anew; the selected one is known by its name. */
static void
take_values(struct app *app)
{
	app_values_make(app);
	app->counts = mem_resize(
	    app->counts, count_groups(app), sizeof(*app->counts));
	memset(app->counts, 0, count_groups(app) * sizeof(*app->counts));
	if (app->value_name) {
		uint32_t value = app_value_find(app, app->value_name);

		app->groups[app->tracks.sel] = value != APP_NONE
		    ? (struct group){GROUP_VALUE, value}
		    : (struct group){GROUP_VIEW, TRACKS_ALL};
		if (value == APP_NONE) {
			free(app->value_name);
			app->value_name = NULL;
		}
	}
	app_set_groups(app);
}

/* Whether a query asks for what each talk tells by itself: marks and news. */
static bool
is_of_marks(const struct query *query)
{
	for (size_t i = 0; i < query->nterms; i++)
		if ((query->terms[i].state != STATE_MARKED &&
			query->terms[i].state != STATE_NOT_MARKED &&
			query->terms[i].state != STATE_NEW) ||
		    query->terms[i].group != i)
			return false;
	return true;
}

static bool
is_new(const struct app *app, uint32_t talk)
{
	return talk < app->fresh.n && app->fresh.has[talk] &&
	    !has_mark(app, talk, MARK_SEEN);
}

static bool
has_marks(const struct app *app, const struct query *query, uint32_t talk)
{
	for (size_t i = 0; i < query->nterms; i++) {
		const struct term *term = &query->terms[i];
		bool has = term->state == STATE_NEW
		    ? is_new(app, talk)
		    : has_mark(app, talk, term->kind) ==
			(term->state == STATE_MARKED);

		if (has == term->no)
			return false;
	}
	return true;
}

static void
view_marks(struct app *app, struct view *view, const struct query *query)
{
	for (uint32_t i = 0; i < app->notes->ntalks; i++)
		view->has[i] = !app->notes->talks[i].missing &&
		    has_marks(app, query, i);
}

/* Takes the marks of each talk, and with them which talks are in which view. */
static void
read_marks(struct app *app)
{
	struct query query = {0};
	struct hits hits = {0};

	for (uint32_t i = 0; i < app->notes->ntalks - app->missing.n; i++) {
		const struct mark *mark = marks_get(
		    app->marks, app->notes->talks[i].key);

		app->annotations[i] = mark ? mark->annotations
					   : (struct annotations){0};
	}
	app_read_missing(app);
	for (uint32_t i = 0; i < app->notes->ntalks; i++)
		app->briefs[i] = (struct brief){
		    .track = app->notes->talks[i].track,
		    .kinds = app->annotations[i].kinds,
		    .pause = app->briefs[i].pause,
		};
	filter_set_annotations(app->filter, app->annotations);
	filter_set_new(app->filter, app->fresh.has, app->fresh.n);
	if (!app->values.made || app->by == BY_TAG)
		take_values(app);
	for (size_t v = 0; v < app->nviews; v++) {
		struct view *view = &app->views[v];

		query_parse(&query, view->query);
		if (is_of_marks(&query)) {
			view_marks(app, view, &query);
			continue;
		}
		filter_run(app->filter, &query, &hits);
		memset(view->has, 0, app->notes->ntalks * sizeof(*view->has));
		for (size_t i = 0; i < hits.n; i++) {
			uint32_t talk = hits.hit[i].talk;

			view->has[talk] = !app->notes->talks[talk].missing;
		}
	}
	query_free(&query);
	hits_free(&hits);
}

void
app_take_notes(
    struct app *app, const struct notes *notes, struct filter *filter)
{
	app->notes = notes;
	if (filter != app->filter)
		filter_free(app->filter);
	app->filter = filter;
	suggest_free(app->suggest);
	app->suggest = suggest_new(notes);
	app->pace = PACE_LEAST;
	free(app->annotations);
	app->annotations = mem_alloc(notes->ntalks, sizeof(*app->annotations));
	free(app->briefs);
	app->briefs = mem_alloc(notes->ntalks, sizeof(*app->briefs));
	for (uint32_t i = 0; i < notes->ntalks; i++)
		app->briefs[i].pause = pause_is(&notes->talks[i]);
	app_values_free(&app->values);
	free(app->counts);
	app->counts = mem_alloc(count_groups(app), sizeof(*app->counts));
	if (!app->unfolded)
		app->unfolded = mem_alloc(
		    notes->nsources, sizeof(*app->unfolded));
	for (size_t v = 0; v < app->nviews; v++) {
		free(app->views[v].has);
		app->views[v].has = mem_alloc(notes->ntalks, sizeof(bool));
	}
	app_set_groups(app);
}

void
app_relist(struct app *app)
{
	/* If a talk left the list, the next one gets its row. */
	app->wanted = app_talk_index(app);
	app->best_first = false;
	read_marks(app);
	app_stats_again(app);
	search(app);
	app_finish(app);
	app->wanted = APP_NONE;
}

void
app_set_track(struct app *app, size_t row)
{
	uint32_t talk = app_talk_index(app);

	if (row >= app_tracks_rows(app))
		row = app_tracks_rows(app) - 1;
	app->tracks.sel = row;
	app->range_from = APP_NONE;
	app_relate_end(app);
	free(app->value_name);
	app->value_name = NULL;
	if (app_group(app).kind == GROUP_VALUE) {
		const char *name = app_track_name(app, row);

		app->value_name = mem_dup(name, strlen(name));
	}
	fill_list(app);
	app->talks = (struct cursor){0, 0};
	select_talk(app, talk);
	app_settle(app);
}

void
app_select_row(struct app *app, enum pane pane, size_t row)
{
	if (pane == PANE_TRACKS) {
		if (row != app->tracks.sel)
			app_set_track(app, row);
		return;
	}
	app->talks.sel = row;
	app_settle(app);
}

void
app_set_filter(struct app *app, const char *text)
{
	uint32_t talk = app_talk_index(app);
	char *copy = mem_dup(text, strlen(text));

	if (talk == APP_NONE)
		talk = app->left;
	/* `text` may be the query's own text. */
	query_parse(&app->query, copy);
	free(copy);
	app->range_from = APP_NONE;
	app->match_row = APP_NONE;
	app->best_first = true;
	app->ranked = true;
	/* A cleared filter keeps the talk, in the whole list. */
	if (!app_filtered(app))
		app->wanted = talk;
	search(app);
	if (!app_filtered(app))
		app->wanted = APP_NONE;
}
