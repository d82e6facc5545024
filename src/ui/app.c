#include "lectern/ui/app.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "lectern/base/arena.h"
#include "lectern/base/mem.h"
#include "lectern/base/text.h"
#include "lectern/base/translate.h"

#define UNSEEN "is:unseen"

static void
add_view(struct app *app, const char *name, const char *query)
{
	app->views = mem_resize(
	    app->views, app->nviews + 1, sizeof(*app->views));
	app->views[app->nviews++] = (struct view){.name = name, .query = query};
}

static void
add_own_view(struct app *app, const struct config_view *own)
{
	struct view *unseen = &app->views[TRACKS_UNSEEN];

	/* The built-in one is but a query: an own one has its row. */
	if (strcmp(own->name, unseen->name) == 0) {
		unseen->query = own->query;
		unseen->own = true;
	} else {
		add_view(app, own->name, own->query);
	}
}

static void
add_own_views(struct app *app)
{
	const struct config *config = app->config;

	app->views[TRACKS_UNSEEN].query = UNSEEN;
	app->views[TRACKS_UNSEEN].own = false;
	for (size_t i = 0; config && i < config->nviews; i++)
		add_own_view(app, &config->views[i]);
}

void
app_take_config(struct app *app)
{
	if (app_group(app).kind == GROUP_VIEW &&
	    app_group(app).index >= TRACKS_BUILT_IN)
		app_set_track(app, TRACKS_ALL);
	while (app->nviews > TRACKS_BUILT_IN)
		free(app->views[--app->nviews].has);
	add_own_views(app);
	app_finish(app);
	app_take_notes(app, app->notes, app->filter);
	app_relist(app);
	app_settle(app);
}

void
app_init(struct app *app, const struct notes *notes, struct marks *marks,
    const struct config *config)
{
	memset(app, 0, sizeof(*app));
	app->notes = notes;
	app->marks = marks;
	app->config = config;
	app->recall = &app->own_recall;
	app->h = 24;
	app->w = 80;
	app->focus = PANE_TALKS;
	app->home = PANE_TALKS;
	app->kept = APP_NONE;
	app->wanted = APP_NONE;
	app->left = APP_NONE;
	app->range_from = APP_NONE;
	app->match_row = APP_NONE;
	app->detail_of = APP_NONE;
	app->effect_talk = APP_NONE;
	app->playing = APP_NONE;
	app->spoken_of = APP_NONE;
	app->folded = 1U << TALK_SPOKEN;
	add_view(app, _("All"), "");
	add_view(app, _("Bookmarks"), "is:bookmarked");
	add_view(app, _("Unseen"), UNSEEN);
	add_view(app, _("Recently seen"), "is:seen");
	add_view(app, _("History"), "is:opened");
	add_view(app, _("Queue"), "is:queued");
	add_view(app, _("New"), "is:new");
	add_own_views(app);
	edit_set(&app->input, "");
	query_parse(&app->query, "");
	query_parse(&app->find, "");
	query_parse(&app->help_find, "");
	app_take_notes(app, notes, filter_new(notes));
	app_relist(app);
	app_find_missing(app);
}

void
app_free(struct app *app)
{
	app_news_end(app);
	app_spoken_end(app);
	filter_free(app->filter);
	suggest_free(app->suggest);
	talk_rows_free(&app->detail);
	edit_free(&app->input);
	query_free(&app->query);
	query_free(&app->find);
	query_free(&app->help_find);
	hits_free(&app->found);
	hits_free(&app->list);
	for (size_t i = 0; i < app->nviews; i++)
		free(app->views[i].has);
	free(app->views);
	free(app->annotations);
	free(app->briefs);
	free(app->counts);
	free(app->groups);
	free(app->unfolded);
	app_values_free(&app->values);
	free(app->value_name);
	free(app->visits);
	free(app->picked);
	arena_free(app->detail_arena);
	app_info_end(app);
	app_free_missing(&app->missing);
	app_changes_free(&app->changes);
	recall_free(&app->own_recall);
	app_qr_end(app);
	free(app->notice);
	free(app->effect);
	app_relate_end(app);
	news_free(&app->fresh);
	free(app->detail_also);
	memset(app, 0, sizeof(*app));
}

int
app_times(int count)
{
	return count > 0 ? count : 1;
}

static struct cursor *
cursor_of(struct app *app, enum pane pane)
{
	return pane == PANE_TRACKS ? &app->tracks : &app->talks;
}

/* Returns the first row to show so that row `last` is the last of `h` rows. */
static size_t
top_for(const struct app *app, enum pane pane, size_t last, int h)
{
	size_t top = last;
	int used = app_row_height(app, pane, last);

	while (top > 0) {
		used += app_row_height(app, pane, top - 1);
		if (used > h)
			break;
		top--;
	}
	return top;
}

static void
settle_cursor(struct app *app, enum pane pane)
{
	struct cursor *cursor = cursor_of(app, pane);
	size_t n = app_rows(app, pane);
	int h = app->panes.inner[pane].h;

	if (n == 0) {
		*cursor = (struct cursor){0, 0};
		return;
	}
	if (cursor->sel >= n)
		cursor->sel = n - 1;
	if (cursor->top > cursor->sel)
		cursor->top = cursor->sel;
	if (h <= 0)
		return;

	size_t least = top_for(app, pane, cursor->sel, h), most;

	if (cursor->top < least)
		cursor->top = least;
	/* Where a whole page follows, it is not too far down. */
	if (cursor->top + (size_t)h <= n)
		return;
	most = top_for(app, pane, n - 1, h);
	if (cursor->top > most)
		cursor->top = most;
}

void
app_settle(struct app *app)
{
	app->panes = app->plain
	    ? layout_plain(app->h, app->w, app->focus)
	    : layout_panes(app->h, app->w, app->focus, app->zoom, &app->moved);
	settle_cursor(app, PANE_TRACKS);
	settle_cursor(app, PANE_TALKS);
	app_range_settle(app);
	app_detail_settle(app);
}

void
app_resize(struct app *app, int h, int w)
{
	app->h = h;
	if (w != app->w) {
		app->w = w;
		app_recall_borders(app);
	}
	app_settle(app);
}

void
app_set_focus(struct app *app, enum pane focus)
{
	app->focus = focus;
	if (focus < app->home)
		app->home = focus;
	app_settle(app);
}

static size_t
moved(size_t from, long by, size_t n)
{
	if (by < 0)
		return from > (size_t)-by ? from - (size_t)-by : 0;
	return n - 1 - from > (size_t)by ? from + (size_t)by : n - 1;
}

static void
move_page(struct app *app, long by)
{
	app_detail_scroll(
	    app, moved(app->detail_top, by, app_detail_last(app) + 1));
}

void
app_move(struct app *app, long by)
{
	if (app->focus == PANE_DETAIL)
		move_page(app, by);
	else if (app_rows(app, app->focus) > 0)
		app_select_row(app, app->focus,
		    moved(cursor_of(app, app->focus)->sel, by,
			app_rows(app, app->focus)));
}

/* Returns how many rows of the list are wholly in sight, at least 1. */
static long
rows_in_sight(const struct app *app, enum pane pane, size_t top)
{
	size_t n = app_rows(app, pane);
	int used = 0;
	long rows = 0;

	for (size_t i = top; i < n; i++, rows++) {
		used += app_row_height(app, pane, i);
		if (used > app->panes.inner[pane].h)
			break;
	}
	return rows > 0 ? rows : 1;
}

void
app_move_pages(struct app *app, long by)
{
	enum pane pane = app->focus;
	int h = app->panes.inner[pane].h;

	if (pane == PANE_DETAIL) {
		/* One row of the last page stays, to read on from. */
		move_page(app, by * (h > 2 ? h - 1 : 1));
		return;
	}
	size_t n = app_rows(app, pane);
	struct cursor *cursor = cursor_of(app, pane);

	if (n == 0)
		return;
	by *= rows_in_sight(app, pane, cursor->top);
	cursor->top = moved(cursor->top, by, n);
	app_move(app, by);
}

void
app_scroll(struct app *app, enum pane pane, long by)
{
	if (pane == PANE_DETAIL) {
		move_page(app, by);
		return;
	}
	struct cursor *cursor = cursor_of(app, pane);
	size_t n = app_rows(app, pane), sel = cursor->sel;

	if (n == 0)
		return;
	size_t most = top_for(app, pane, n - 1, app->panes.inner[pane].h);

	cursor->top = moved(cursor->top, by, most + 1);
	size_t last = cursor->top +
	    (size_t)rows_in_sight(app, pane, cursor->top) - 1;

	if (sel < cursor->top)
		sel = cursor->top;
	if (sel > last)
		sel = last;
	if (sel != cursor->sel)
		app_select_row(app, pane, sel);
}

void
app_say(struct app *app, bool bad, const char *format, ...)
{
	struct arena *arena = arena_new();
	char line[sizeof(app->message)];
	va_list args;

	va_start(args, format);
	vsnprintf(line, sizeof(line) - 2, format, args);
	va_end(args);
	/*
	 * The message may end in half a character; cleaning needs two bytes
	 * more.
	 */
	snprintf(app->message, sizeof(app->message), "%s",
	    text_squeeze(arena, line, strlen(line)));
	char *clean = text_clean(
	    arena, app->message, strlen(app->message), NULL);

	snprintf(app->message, sizeof(app->message), "%s", clean);
	app->message_bad = bad;
	app->message_undo = false;
	app->message_joined = false;
	arena_free(arena);
}

void
app_notice(struct app *app, const char *text)
{
	free(app->notice);
	app->notice = text ? mem_dup(text, strlen(text)) : NULL;
}

void
app_show_faults(struct app *app, const struct config *config)
{
	struct arena *arena = arena_new();
	const char *text = NULL;

	for (size_t i = 0; i < config->nfaults; i++)
		text = arena_printf(arena, "%s%s%s", text ? text : "",
		    text ? "\n" : "", config->faults[i].text);
	app_notice(app, text);
	arena_free(arena);
}

static const char *
check_cursor(const struct app *app, enum pane pane, const struct cursor *cursor)
{
	size_t n = app_rows(app, pane);
	int used = 0, h = app->panes.inner[pane].h;

	if (n == 0)
		return cursor->sel || cursor->top
		    ? "a cursor is in an empty list"
		    : NULL;
	if (cursor->sel >= n)
		return "a selection is outside its list";
	if (cursor->top > cursor->sel)
		return "a selection is above what is shown";
	for (size_t i = cursor->top; i < cursor->sel; i++)
		used += app_row_height(app, pane, i);
	if (h > 0 && used >= h)
		return "a selection is below what is shown";
	return NULL;
}

static const char *
check_page(const struct app *app)
{
	struct about said;
	bool about = app_detail_about(app, &said);

	if (app->panes.inner[PANE_DETAIL].h <= 0)
		return NULL;
	if (app->detail.talk != (about ? NULL : app_talk(app)))
		return "the notes are of another talk";
	if (app->detail_top > app_detail_last(app))
		return "the notes are scrolled past their end";
	if (app->match_row != APP_NONE && app->match_row >= app->detail.nrows)
		return "the match is outside the notes";
	if (app_finding(app) && app->find_n > 0 && app->find_at >= app->find_n)
		return "the match at hand is none";
	return NULL;
}

static const char *
check_list(const struct app *app)
{
	for (size_t i = 0; i < app->list.n; i++)
		if (app->list.hit[i].talk >= app->notes->ntalks)
			return "a talk is listed that is none";
	/* During a search the list is that of the previous query. */
	if (app->searching)
		return app_filtered(app) ? NULL : "all talks are searched for";
	if (app->listed > app->list.n || app->listed > app->in_view)
		return "more talks are listed than there are";
	if (!app_filtered(app) && app->listed != app->in_view)
		return "talks are missing though there is no filter";
	return NULL;
}

static const char *
check_text(const struct app *app)
{
	const struct edit *input = &app->input;

	if (input->at > input->len || strlen(input->text) != input->len)
		return "the prompt's cursor is outside its text";
	if (!text_is_clean(input->text, input->len) ||
	    strpbrk(input->text, "\n\t"))
		return "the prompt is not clean";
	if (!text_is_clean(app->message, strlen(app->message)))
		return "the message is not clean";
	return NULL;
}

const char *
app_check(const struct app *app)
{
	const char *fault = check_cursor(app, PANE_TRACKS, &app->tracks);

	if (!fault)
		fault = check_cursor(app, PANE_TALKS, &app->talks);
	if (!fault)
		fault = check_list(app);
	if (!fault)
		fault = check_page(app);
	if (!fault)
		fault = check_text(app);
	if (!fault && app->home > app->focus)
		fault = "the focus is left of where q quits";
	return fault;
}
