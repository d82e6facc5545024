#include "lectern/ui/app.h"

#include <stdlib.h>
#include <string.h>

#include "lectern/base/arena.h"
#include "lectern/base/text.h"
#include "lectern/base/told.h"

#define LINES_MOST 48 /* that are said of a document */

/* The document of the selected talk, or of the group. */
static const struct source *
source_of(const struct app *app)
{
	const struct talk *talk = app_talk(app);
	struct group group = app_group(app);
	uint32_t source = 0;

	if (talk && !talk->missing)
		source = talk->source;
	else if (group.kind == GROUP_CONFERENCE)
		source = group.index;
	else if (group.kind == GROUP_TRACK)
		source = app->notes->tracks[group.index].source;
	return &app->notes->sources[source];
}

/* Adds each line of a text as a paragraph. */
static void
add_lines(struct arena *arena, struct block *blocks, uint32_t *n, const char *s)
{
	for (size_t len; *s && *n < LINES_MOST; s += len + (s[len] == '\n')) {
		len = strcspn(s, "\n");
		blocks[(*n)++] = (struct block){
		    .text = arena_dup(arena, s, len),
		    .len = (uint32_t)len,
		    .kind = BLOCK_PARAGRAPH,
		};
	}
}

void
app_info_show(struct app *app, struct info info)
{
	app_info_end(app);
	info.talk = app_talk_index(app);
	info.back = app->focus;
	app->info = info;
	if (app->panes.inner[PANE_DETAIL].h <= 0)
		app_set_focus(app, PANE_DETAIL);
	else
		app_settle(app);
}

void
app_info_begin(struct app *app)
{
	const struct source *source = source_of(app);
	struct arena *arena = arena_new();
	struct block *blocks = arena_alloc(arena, LINES_MOST * sizeof(*blocks));
	char *shape = told_text(source->shape), *why = told_text(source->why);
	uint32_t n = 0;

	add_lines(arena, blocks, &n, shape);
	add_lines(arena, blocks, &n, why);
	free(shape);
	free(why);
	app_info_show(app,
	    (struct info){
		.arena = arena,
		.name = text_clean(
		    arena, source->path, strlen(source->path), NULL),
		.said = {.blocks = blocks, .nblocks = n},
	    });
}

bool
app_info_end(struct app *app)
{
	bool any = app->info.arena != NULL;

	arena_free(app->info.arena);
	app->info = (struct info){0};
	return any;
}

bool
app_info_leave(struct app *app)
{
	enum pane back = app->info.back;

	if (!app_info_end(app))
		return false;
	if (app->focus == PANE_DETAIL)
		app_set_focus(app, back);
	else
		app_settle(app);
	return true;
}
