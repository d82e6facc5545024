#include "lectern/ui/app.h"

#include <stdlib.h>
#include <string.h>

#include "lectern/base/mem.h"
#include "lectern/base/translate.h"

/* Whether a track is that of the talks that only marks tell of. */
static bool
is_missing(const struct app *app, uint32_t track)
{
	return app->missing.n > 0 && track == app->notes->ntracks - 1;
}

static bool
has_conferences(const struct app *app)
{
	return app->notes->nconferences > 1;
}

size_t
app_counts_of(const struct app *app, struct group group)
{
	switch ((enum group_kind)group.kind) {
	case GROUP_VIEW:
		return group.index;
	case GROUP_CONFERENCE:
		return app->nviews + group.index;
	case GROUP_VALUE:
		return app->nviews + app->notes->nsources +
		    app->notes->ntracks + group.index;
	case GROUP_TRACK:
		break;
	}
	return app->nviews + app->notes->nsources + group.index;
}

/* Adds a row, unless a filter is on and nothing of it is found. */
static void
add(struct app *app, enum group_kind kind, uint32_t index, struct group keep)
{
	struct group group = {(uint8_t)kind, index};
	bool kept = group.kind == keep.kind && group.index == keep.index;

	if (kind == GROUP_VIEW && index == TRACKS_NEW && !kept &&
	    !app_news_listed(app))
		return;
	if (kind != GROUP_VIEW && app_filtered(app) && !kept &&
	    app->counts[app_counts_of(app, group)].talks == 0)
		return;
	app->groups = mem_grow(app->groups, &app->groups_cap, app->ngroups + 1,
	    sizeof(*app->groups));
	if (kept)
		app->tracks.sel = app->ngroups;
	app->groups[app->ngroups++] = group;
}

void
app_set_groups(struct app *app)
{
	const struct notes *notes = app->notes;
	struct group keep = app->tracks.sel < app->ngroups
	    ? app->groups[app->tracks.sel]
	    : (struct group){GROUP_VIEW, TRACKS_ALL};
	uint32_t last = UINT32_MAX;

	app->ngroups = 0;
	app->tracks.sel = TRACKS_ALL;
	for (size_t i = 0; i < app->nviews; i++)
		add(app, GROUP_VIEW, (uint32_t)i, keep);
	for (uint32_t i = 0; i < app->values.n; i++)
		add(app, GROUP_VALUE, i, keep);
	for (uint32_t i = 0; i < notes->ntracks; i++) {
		uint32_t source = notes->tracks[i].source;

		if (app->by != BY_TRACK && !is_missing(app, i))
			continue;
		if (!has_conferences(app) || is_missing(app, i)) {
			add(app, GROUP_TRACK, i, keep);
			continue;
		}
		if (source != last)
			add(app, GROUP_CONFERENCE, source, keep);
		last = source;
		if (app->unfolded[source])
			add(app, GROUP_TRACK, i, keep);
	}
}

size_t
app_tracks_rows(const struct app *app)
{
	return app->ngroups;
}

const char *
app_track_name(const struct app *app, size_t row)
{
	struct group group = app->groups[row];

	switch ((enum group_kind)group.kind) {
	case GROUP_VIEW:
		return app->views[group.index].name;
	case GROUP_CONFERENCE:
		return notes_label(app->notes, group.index);
	case GROUP_VALUE:
		return app->values.value[group.index].name;
	case GROUP_TRACK:
		break;
	}
	return app->notes->tracks[group.index].name;
}

bool
app_group_has(const struct app *app, struct group group, uint32_t talk)
{
	uint32_t track = app->briefs[talk].track;

	switch ((enum group_kind)group.kind) {
	case GROUP_VIEW:
		return app->views[group.index].has[talk];
	case GROUP_CONFERENCE:
		return app->notes->tracks[track].source == group.index &&
		    !is_missing(app, track);
	case GROUP_VALUE:
		return app_has_value(app, talk, group.index);
	case GROUP_TRACK:
		break;
	}
	return track == group.index;
}

struct group
app_group(const struct app *app)
{
	return app->groups[app->tracks.sel];
}

size_t
app_group_row(const struct app *app, enum group_kind kind, uint32_t index)
{
	for (size_t row = 0; row < app->ngroups; row++)
		if (app->groups[row].kind == kind &&
		    app->groups[row].index == index)
			return row;
	return APP_NONE;
}

static bool
find_source(const struct notes *notes, const char *path, uint32_t *source)
{
	for (*source = 0; *source < notes->nsources; ++*source)
		if (strcmp(notes->sources[*source].path, path) == 0)
			return true;
	return false;
}

struct group
app_group_find(const struct notes *notes, enum group_kind kind,
    const char *path, const char *name)
{
	uint32_t source;

	if (kind == GROUP_VIEW || !find_source(notes, path, &source))
		return (struct group){GROUP_VIEW, TRACKS_ALL};
	for (uint32_t i = 0; kind == GROUP_TRACK && i < notes->ntracks; i++)
		if (notes->tracks[i].source == source &&
		    strcmp(notes->tracks[i].name, name) == 0)
			return (struct group){GROUP_TRACK, i};
	return kind == GROUP_CONFERENCE || notes->nconferences > 1
	    ? (struct group){GROUP_CONFERENCE, source}
	    : (struct group){GROUP_VIEW, TRACKS_ALL};
}

const char *
app_group_sign(const struct app *app, size_t row)
{
	struct group group = app->groups[row];

	if (!has_conferences(app))
		return "";
	if (group.kind == GROUP_CONFERENCE && app->plain)
		return app->unfolded[group.index] ? _("open ") : _("closed ");
	if (group.kind == GROUP_CONFERENCE)
		return app->unfolded[group.index] ? "- " : "+ ";
	return group.kind == GROUP_TRACK && !is_missing(app, group.index) ? "  "
									  : "";
}

bool
app_unfold(struct app *app, uint32_t source, bool unfold)
{
	size_t row = app_group_row(app, GROUP_CONFERENCE, source);

	if (row == APP_NONE || app->unfolded[source] == unfold)
		return false;
	/* What goes out of sight is not selected any more. */
	if (!unfold && app_group(app).kind == GROUP_TRACK)
		app_set_track(app, row);
	app->unfolded[source] = unfold;
	app_set_groups(app);
	app_settle(app);
	return true;
}
