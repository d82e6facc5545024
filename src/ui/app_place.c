#include "lectern/ui/app.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "lectern/base/mem.h"

static const char *const group_kinds[] = {
    [GROUP_VIEW] = "view",
    [GROUP_CONFERENCE] = "conference",
    [GROUP_TRACK] = "track",
    [GROUP_VALUE] = "value",
};

/* By these names whatever the language; those of the config have their own. */
#define OWN_VIEW  "own-view"
#define ELSEWHERE "elsewhere"

static const char *const views[TRACKS_BUILT_IN] = {
    [TRACKS_ALL] = "all",
    [TRACKS_BOOKMARKS] = "bookmarks",
    [TRACKS_UNSEEN] = "unseen",
    [TRACKS_RECENT] = "recent",
    [TRACKS_HISTORY] = "history",
    [TRACKS_QUEUE] = "queue",
    [TRACKS_NEW] = "new",
};

static const char *const panes[] = {
    [PANE_TRACKS] = "tracks",
    [PANE_TALKS] = "talks",
    [PANE_DETAIL] = "notes",
};

#define COUNT(array) ((int)(sizeof(array) / sizeof(*(array))))

/* Returns the number of a name, or `none`. */
static int
number_of(const char *const *names, int n, const char *name, int none)
{
	for (int i = 0; name && i < n; i++)
		if (strcmp(names[i], name) == 0)
			return i;
	return none;
}

static const char *
get(const struct recall *place, const char *name)
{
	const char *value = recall_get(place, name);

	return value ? value : "";
}

static void
set(struct recall *place, const char *name, char *value)
{
	recall_set(place, name, value);
	free(value);
}

/* Groups. */

/* Whether a track is that of the talks that only marks tell of. */
static bool
is_elsewhere(const struct app *app, struct group group)
{
	return group.kind == GROUP_TRACK && app->missing.n > 0 &&
	    group.index == app->notes->ntracks - 1;
}

static void
keep_group(const struct app *app, struct recall *place)
{
	struct group group = app_group(app);
	const char *kind = group_kinds[group.kind];
	const char *name = app_track_name(app, app->tracks.sel);
	uint32_t source = group.index;

	if (group.kind == GROUP_VIEW && group.index < TRACKS_BUILT_IN)
		name = views[group.index];
	else if (group.kind == GROUP_VIEW)
		kind = OWN_VIEW;
	else if (is_elsewhere(app, group))
		kind = name = ELSEWHERE;
	recall_set(place, "group", kind);
	recall_set(place, "by", app_by_name(app->by));
	recall_set(place, "group-name", name);
	if (group.kind == GROUP_VIEW || group.kind == GROUP_VALUE)
		return;
	if (group.kind == GROUP_TRACK)
		source = app->notes->tracks[group.index].source;
	recall_set(place, "group-source", app->notes->sources[source].path);
}

/* Finds the view or other group that was kept. */
static struct group
find_group(const struct app *app, const struct recall *place)
{
	const char *kind = get(place, "group");
	const char *name = get(place, "group-name");
	int known = number_of(group_kinds, COUNT(group_kinds), kind, -1);
	struct group group = {GROUP_VIEW, TRACKS_ALL};

	if (strcmp(kind, ELSEWHERE) == 0 && app->missing.n > 0)
		return (struct group){GROUP_TRACK, app->notes->ntracks - 1};
	if (known == GROUP_VIEW)
		group.index = (uint32_t)number_of(
		    views, TRACKS_BUILT_IN, name, TRACKS_ALL);
	for (size_t i = TRACKS_BUILT_IN;
	     strcmp(kind, OWN_VIEW) == 0 && i < app->nviews; i++)
		if (strcmp(app->views[i].name, name) == 0)
			group.index = (uint32_t)i;
	if (known == GROUP_CONFERENCE || known == GROUP_TRACK)
		group = app_group_find(app->notes, (enum group_kind)known,
		    get(place, "group-source"), name);
	if (known == GROUP_VALUE)
		group = (struct group){GROUP_VALUE, app_value_find(app, name)};
	return group;
}

static void
take_group(struct app *app, const struct recall *place)
{
	struct group group = find_group(app, place);
	size_t row = app_group_row(
	    app, (enum group_kind)group.kind, group.index);

	app_set_track(app, row == APP_NONE ? TRACKS_ALL : row);
}

/* Folds, as the paths of what is unfolded with tabs between. */

static void
keep_folds(const struct app *app, struct recall *place)
{
	char *text = NULL;
	size_t len = 0, cap = 0;

	for (uint32_t i = 0; i < app->notes->nsources; i++) {
		const char *path = app->notes->sources[i].path;
		size_t n = strlen(path);

		if (!app->unfolded[i])
			continue;
		text = mem_grow(text, &cap, len + n + 2, 1);
		memcpy(text + len, path, n);
		len += n;
		text[len++] = '\t';
	}
	recall_set(place, "unfolded", "");
	if (text) {
		text[len - 1] = '\0';
		set(place, "unfolded", text);
	}
}

static void
take_folds(struct app *app, const struct recall *place)
{
	const char *s = get(place, "unfolded");

	for (size_t len; *s; s += len + (s[len] != '\0')) {
		len = strcspn(s, "\t");
		for (uint32_t i = 0; i < app->notes->nsources; i++) {
			const char *path = app->notes->sources[i].path;

			if (strlen(path) == len && memcmp(path, s, len) == 0)
				app_unfold(app, i, true);
		}
	}
}

/* The talk, and where it and its notes are scrolled to. */

static void
keep_talk(const struct app *app, struct recall *place)
{
	const struct talk *talk = app_talk(app);
	const struct spot *spot = &app->detail_spot;

	recall_set(place, "talk", talk ? talk->id : "");
	set(place, "above", mem_printf("%zu", app->talks.sel - app->talks.top));
	set(place, "scroll",
	    mem_printf("%u %u %u", spot->kind, spot->block, spot->start));
}

static void
take_talk(struct app *app, const struct recall *place)
{
	const char *id = get(place, "talk");
	size_t above = strtoul(get(place, "above"), NULL, 10);
	struct app_detail_place notes = {.text = NULL};
	uint32_t i = 0;

	while (
	    i < app->notes->ntalks && strcmp(app->notes->talks[i].id, id) != 0)
		i++;
	if (i == app->notes->ntalks || !app_select(app, i))
		return;
	app->talks.top = app->talks.sel > above ? app->talks.sel - above : 0;
	app_settle(app);
	if (sscanf(get(place, "scroll"), "%9u %9u %9u", &notes.spot.kind,
		&notes.spot.block, &notes.spot.start) == 3)
		app_detail_go(app, &notes);
}

void
app_keep_place(struct app *app, struct recall *place)
{
	/* A filter is in the history. */
	if (app->notes->ntalks == 0)
		return;
	app_leave_library(app, PANE_TALKS);
	app_visit(app);
	keep_group(app, place);
	keep_folds(app, place);
	app_fold_keep(app, place);
	keep_talk(app, place);
	recall_set(place, "pane", panes[app->focus]);
	recall_set(place, "sort", app_sort_name(app->sort));
}

void
app_take_place(struct app *app, const struct recall *place)
{
	const char *sort = recall_get(place, "sort");

	for (int i = 0; sort && i < SORT_COUNT; i++)
		if (strcmp(sort, app_sort_name((enum sort)i)) == 0)
			app->sort = (enum sort)i;
	app_set_by(app, get(place, "by"));
	take_folds(app, place);
	app_fold_take(app, place);
	take_group(app, place);
	app_set_focus(app,
	    (enum pane)number_of(panes, COUNT(panes), recall_get(place, "pane"),
		(int)app->focus));
	take_talk(app, place);
}

void
app_take_late_place(struct app *app, const struct recall *place)
{
	struct group group = find_group(app, place), now = app_group(app);
	bool late = is_elsewhere(app, group) ||
	    (group.kind == GROUP_VIEW && group.index == TRACKS_NEW);

	if (late && now.kind == GROUP_VIEW && now.index == TRACKS_ALL)
		app_take_place(app, place);
}
