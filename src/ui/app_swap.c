#include "lectern/ui/app.h"

#include <stdlib.h>
#include <string.h>

#include "lectern/base/mem.h"

/* Returns the talk to be on: that one, or else the next that is still there. */
static uint32_t
nearest(const struct app_swap *swap, uint32_t talk)
{
	uint32_t at = talk;

	while (at < swap->n && swap->to[at] == APP_NONE)
		at++;
	if (at >= swap->n)
		for (at = talk < swap->n ? talk : swap->n;
		     at > 0 && app_swapped(swap, at) == APP_NONE;)
			at--;
	return app_swapped(swap, at);
}

/* Changes of talks that are gone cannot be undone any more. */
static void
move_changes(struct changes *changes, const struct app_swap *swap)
{
	size_t done = changes->n - changes->undone, n = 0, undone = 0;

	for (size_t i = 0; i < changes->n; i++) {
		struct change change = changes->change[i];

		change.talk = app_swapped(swap, change.talk);
		if (change.talk == APP_NONE) {
			free(change.before);
			free(change.after);
			continue;
		}
		changes->change[n++] = change;
		undone += i >= done;
	}
	changes->n = n;
	changes->undone = undone;
}

/* Returns the same group of the new notes, or one in which it was. */
static struct group
same_group(const struct notes *was, const struct notes *now, struct group group)
{
	/* A value is known by its name. */
	if (group.kind == GROUP_VIEW || group.kind == GROUP_VALUE)
		return group;
	bool track = group.kind == GROUP_TRACK;
	uint32_t source = track ? was->tracks[group.index].source : group.index;

	return app_group_find(now, (enum group_kind)group.kind,
	    was->sources[source].path,
	    track ? was->tracks[group.index].name : "");
}

static bool *
move_folds(
    const bool *unfolded, const struct notes *was, const struct notes *now)
{
	bool *moved = mem_alloc(now->nsources, sizeof(*moved));

	for (uint32_t i = 0; i < was->nsources; i++) {
		struct group to = app_group_find(
		    now, GROUP_CONFERENCE, was->sources[i].path, "");

		if (to.kind == GROUP_CONFERENCE)
			moved[to.index] = unfolded[i];
	}
	return moved;
}

/* Drops all that points into the notes. */
static void
forget(struct app *app)
{
	app_news_end(app);
	app_info_end(app);
	app_spoken_end(app);
	talk_rows_free(&app->detail);
	app->detail_note = app->detail_tags = NULL;
	app->missing = (struct missing){0};
	app->list.n = app->listed = app->found.n = 0;
	app->range_from = APP_NONE;
	app_relate_end(app);
	app->searching = false;
	app_leave_library(app, app->focus);
	app->match_row = APP_NONE;
}

void
app_set_notes(struct app *app, const struct notes *notes, struct filter *filter,
    struct app_swap *swap)
{
	struct missing missing = app->missing;
	struct notes was = *app->notes;
	struct group group = same_group(&was, notes, app_group(app));
	bool *unfolded = app->unfolded;
	uint32_t talk = app_talk_index(app), range = app->range_from;
	size_t above = app->talks.sel - app->talks.top;
	struct app_detail_place place = app_detail_place(app);

	*swap = (struct app_swap){0};
	forget(app);
	app->unfolded = move_folds(unfolded, &was, notes);
	app->groups[0] = group;
	app->ngroups = 1;
	app->tracks.sel = 0;
	app_take_notes(app, notes, filter ? filter : filter_new(notes));
	app_relist(app);
	app_find_missing(app);
	app_swap_find(swap, &was, app->notes);
	app_news_move(app, swap);
	move_changes(&app->changes, swap);
	app->kept = app_swapped(swap, app->kept);
	app->wanted = app_swapped(swap, app->wanted);
	app->left = app_swapped(swap, app->left);
	app->npicked = 0;
	app->effect_talk = app_swapped(swap, app->effect_talk);
	app->range_from = app_swapped(swap, range);
	if (app_select(app, nearest(swap, talk))) {
		app->talks.top = app->talks.sel > above ? app->talks.sel - above
							: 0;
		app_settle(app);
		if (app_talk_index(app) == app_swapped(swap, talk))
			app_detail_go(app, &place);
	}
	app_detail_place_free(&place);
	app_free_missing(&missing);
	free(unfolded);
}
