#include "lectern/ui/app.h"

#include <stdlib.h>
#include <string.h>

#include "lectern/base/arena.h"
#include "lectern/base/mem.h"
#include "lectern/base/text.h"
#include "lectern/base/translate.h"
#include "lectern/model/position.h"
#include "ui/bar.h"

#define BAR       24 /* columns */
#define ROWS_EACH 4  /* blocks that a conference takes at most */

/* How far a conference is. */
struct far {
	size_t talks, seen, unknown; /* of unknown length */
	size_t marked[MARK_KINDS_MOST];
	long watched, left; /* seconds */
};

static void
count_talk(struct far *far, const struct app *app, uint32_t talk)
{
	unsigned kinds = app->briefs[talk].kinds;
	long length = 60L * app->notes->talks[talk].minutes, watched = 0;
	struct position at = {0};
	size_t n;

	if (position_read(
		mark_kind_text(&app->annotations[talk], MARK_POSITION), &at)) {
		watched = at.second;
		length = at.length > 0 ? at.length : length;
	}
	if (kinds & MARK_SEEN || (length > 0 && watched > length))
		watched = length;
	far->talks++;
	far->seen += (kinds & MARK_SEEN) != 0;
	far->unknown += length == 0;
	far->watched += watched;
	far->left += length > 0 ? length - watched : 0;
	mark_kinds(&n);
	for (size_t row = 0; row < n; row++)
		far->marked[row] += (kinds & mark_kind_at(row)) != 0;
}

static void
add_far(struct far *sum, const struct far *far)
{
	sum->talks += far->talks;
	sum->seen += far->seen;
	sum->unknown += far->unknown;
	sum->watched += far->watched;
	sum->left += far->left;
	for (size_t row = 0; row < MARK_KINDS_MOST; row++)
		sum->marked[row] += far->marked[row];
}

/* "14 bookmarked, 3 started"; "" where nothing is marked but as seen. */
static const char *
marks_words(struct arena *arena, const struct far *far)
{
	size_t n;
	const struct mark_info *info = mark_kinds(&n);
	const char *words = "";

	for (size_t row = 0; row < n; row++)
		if (far->marked[row] > 0 && mark_kind_at(row) != MARK_SEEN)
			words = arena_printf(arena, "%s%s%zu %s", words,
			    *words ? ", " : "", far->marked[row],
			    _(info[row].is ? info[row].is : info[row].done));
	return words;
}

/* "2 h 5 min watched, 30 min left, 3 talks of unknown length" */
static const char *
time_words(struct arena *arena, const struct far *far)
{
	const char *watched = app_length(arena, (size_t)far->watched / 60);
	const char *left = app_length(arena, (size_t)far->left / 60);
	const char *words;

	if (far->watched == 0 && far->left == 0)
		return "";
	words = arena_printf(arena, _("%s watched, %s left"), watched, left);
	if (far->unknown > 0)
		words = arena_printf(arena,
		    ngettext("%s, %zu talk of unknown length",
			"%s, %zu talks of unknown length", far->unknown),
		    words, far->unknown);
	return words;
}

/* Adds a line below the name of a conference, unless it is empty. */
static void
add_line(struct about *said, struct block *blocks, const char *text)
{
	if (*text)
		blocks[said->nblocks++] = (struct block){
		    .kind = BLOCK_PARAGRAPH,
		    .depth = 1,
		    .text = text,
		    .len = (uint32_t)strlen(text),
		};
}

static void
add_conference(const struct app *app, struct arena *arena, struct about *said,
    struct block *blocks, const char *name, const struct far *far)
{
	char bar[BAR_BYTES(BAR)];
	size_t percent = far->talks > 0 ? 100 * far->seen / far->talks : 0;
	const char *seen = arena_printf(arena,
	    ngettext("%zu of %zu talk seen (%zu %%)",
		"%zu of %zu talks seen (%zu %%)", far->talks),
	    far->seen, far->talks, far->seen > 0 && percent == 0 ? 1 : percent);

	blocks[said->nblocks++] = (struct block){
	    .kind = BLOCK_LABEL,
	    .text = name,
	    .len = (uint32_t)strlen(name),
	};
	bar_text(bar, BAR, far->seen, far->talks);
	if (!app->plain)
		seen = arena_printf(arena, "%s  %s", bar, seen);
	add_line(said, blocks, seen);
	add_line(said, blocks, marks_words(arena, far));
	add_line(said, blocks, time_words(arena, far));
}

/* Fills `far` with how far each source is, and returns all together. */
static struct far
count(const struct app *app, struct far *far)
{
	const struct notes *notes = app->notes;
	struct far all = {0};

	for (uint32_t i = 0; i < notes->ntalks; i++)
		if (!notes->talks[i].missing && !app->briefs[i].pause)
			count_talk(&far[notes->talks[i].source], app, i);
	for (uint32_t i = 0; i < notes->nsources; i++)
		add_far(&all, &far[i]);
	return all;
}

static struct info
make(const struct app *app)
{
	const struct notes *notes = app->notes;
	struct far *far = mem_alloc(notes->nsources, sizeof(*far));
	struct far all = count(app, far);
	struct arena *arena = arena_new();
	struct block *blocks = arena_alloc(
	    arena, ((size_t)notes->nsources + 1) * ROWS_EACH * sizeof(*blocks));
	struct about said = {.blocks = blocks};

	if (notes->nconferences > 1)
		add_conference(app, arena, &said, blocks,
		    arena_printf(arena,
			ngettext("All %u conference", "All %u conferences",
			    notes->nconferences),
			notes->nconferences),
		    &all);
	/* One that was joined with another has no talks. */
	for (uint32_t i = 0; i < notes->nsources; i++)
		if (far[i].talks > 0)
			add_conference(app, arena, &said, blocks,
			    notes->sources[i].name, &far[i]);
	free(far);
	return (struct info){
	    .arena = arena,
	    .name = _("How far you are"),
	    .said = said,
	    .stats = true,
	};
}

void
app_stats_begin(struct app *app)
{
	app_info_show(app, make(app));
	app_set_focus(app, PANE_DETAIL);
}

void
app_stats_again(struct app *app)
{
	struct info was = app->info;

	if (!was.stats)
		return;
	app->info = make(app);
	app->info.talk = was.talk;
	app->info.back = was.back;
	arena_free(was.arena);
}
