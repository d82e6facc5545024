/* app: the invariants, whatever keys come; and the undoing of marks. */
#include "unit.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "lectern/base/mem.h"
#include "lectern/source/load.h"
#include "lectern/ui/cmd_mark.h"
#include "lectern/ui/draw.h"
#include "press.h"
#include "sample.h"

static uint32_t seed;

static uint32_t
next(void)
{
	seed ^= seed << 13;
	seed ^= seed >> 17;
	seed ^= seed << 5;
	return seed;
}

static const char *const keys[] = {"j", "k", "Down", "Up", "h", "l", "Left",
    "Right", "Tab", "S-Tab", "g", "G", "Home", "End", "^D", "^U", "PgDn",
    "PgUp", "Space", "J", "K", "]", "[", "Enter", "Esc", "q", "/", "n", "N",
    "o", "y", "Y", "b", "B", "w", "u", "^R", "e", "z", "S", "R", "?", ":", "^L",
    "V", "A", "T", "s", "i", "L", "(", ")", "1", "2", "3", "0", "Backspace",
    "Delete", "^W", "^K", "^A", "^E", "^N", "^P", "v", "a", "c", "t", "m", "ö",
    "日", "\"", "M-j", "F7", "\xCC\x81"};

/* Every cell of a row is covered once, by clusters that fit. */
static void
check_grid(const struct grid *grid)
{
	for (int y = 0; y < grid->h; y++)
		for (int x = 0; x < grid->w;) {
			const struct cell *cell = &grid->cells[y * grid->w + x];

			assert_in_range(cell->width, 1, grid->w - x);
			for (int i = 1; i < cell->width; i++)
				assert_string_equal(cell[i].text, "");
			x += cell->width;
		}
	assert_in_range(grid->cursor_y, 0, grid->h - 1);
	assert_in_range(grid->cursor_x, 0, grid->w - 1);
}

static void
invariants_hold_after_any_keys_at_any_size(void **state)
{
	struct desk *desk = *state;

	seed = 20231113;
	for (int i = 0; i < UNIT_ROUNDS(20000); i++) {
		uint32_t what = next() % 100;

		if (what == 0)
			resize(desk, 1 + (int)(next() % 60),
			    1 + (int)(next() % 200));
		else if (what == 1)
			command_mouse(&desk->app, (enum mouse)(next() % 3),
			    (int)(next() % 60), (int)(next() % 200));
		else if (what == 2)
			command_paste(&desk->app, "a\033\nb\xFF", 5);
		else
			press(desk,
			    keys[next() % (sizeof(keys) / sizeof(*keys))]);
		draw_app(&desk->grid, &desk->app);
		check_grid(&desk->grid);
	}
}

/* The text of a cell. */
static const char *
cell_text(const struct grid *grid, int y, int x)
{
	return grid->cells[y * grid->w + x].text;
}

/* The cursor, which a screen reader follows, is in the prompt or on the row. */
static const char *
check_terminal_cursor(const struct app *app, const struct grid *grid)
{
	struct rect in = app->panes.inner[app->focus];
	bool list = app->focus != PANE_DETAIL;

	if (app->panes.too_small)
		return NULL;
	if (app->mode != MODE_BROWSE && app->mode != MODE_HELP)
		return grid->cursor_y == app->panes.status.y &&
			grid->cursor_x > 0 && grid->cursor_shown
		    ? NULL
		    : "the cursor is not in the prompt";
	if (grid->cursor_shown != app->plain)
		return "the cursor is shown where it should not be, or hidden";
	if (app->mode == MODE_HELP)
		in = command_help_rect(app);
	if (grid->cursor_y < in.y || grid->cursor_y >= in.y + in.h ||
	    grid->cursor_x != in.x)
		return "the cursor is not at the edge of the pane";
	if (app->mode == MODE_HELP || app->notice)
		return NULL;
	if (list && app_rows(app, app->focus) > 0 &&
	    (strcmp(cell_text(grid, grid->cursor_y, in.x), ">") != 0 ||
		app_row_at(app, app->focus, grid->cursor_y - in.y) !=
		    (app->focus == PANE_TRACKS ? app->tracks.sel
					       : app->talks.sel)))
		return "the cursor is not on the selected row";
	return NULL;
}

/* Whether a line or bar is drawn. */
static bool
has_lines(const struct grid *grid)
{
	static const char *const lines[] = {
	    "\u2500", "\u2502", "\u250c", "\u2588", "\u2591", "\u258c"};

	for (int i = 0; i < grid->h * grid->w; i++)
		for (size_t l = 0; l < sizeof(lines) / sizeof(*lines); l++)
			if (strcmp(grid->cells[i].text, lines[l]) == 0)
				return true;
	return false;
}

static void
cursor_follows_in_every_mode(void **state)
{
	struct desk *desk = *state;
	bool seen[MODE_COUNT] = {false};

	seed = 20231115;
	for (int i = 0; i < UNIT_ROUNDS(20000); i++) {
		const char *key = keys[next() % (sizeof(keys) / sizeof(*keys))];

		if (i == UNIT_ROUNDS(10000)) {
			desk->app.plain = true;
			app_settle(&desk->app);
		}
		if (next() % 50 == 0)
			resize(desk, 4 + (int)(next() % 40),
			    20 + (int)(next() % 180));
		/* Modes that few keys lead to. */
		if (next() % 20 == 0)
			press(desk, next() % 2 ? "Esc ? /" : "Esc l l / Esc");
		press(desk, key);
		draw_app(&desk->grid, &desk->app);
		seen[desk->app.mode] = true;
		const char *fault = check_terminal_cursor(
		    &desk->app, &desk->grid);

		if (fault)
			fail_msg("after %s (%d): %s", key, i, fault);
		if (desk->app.plain)
			assert_false(has_lines(&desk->grid));
	}
	for (int mode = 0; mode < MODE_COUNT; mode++)
		assert_true(seen[mode] || mode == MODE_PAIRS);
}

static void
plain_screen_has_one_pane_and_words(void **state)
{
	struct desk *desk = *state;

	desk->app.plain = true;
	press(desk, "b w j V j");
	assert_true(shows(desk, "Sample Conference > All, 3 of 9"));
	assert_true(shows(desk, "bookmarked, seen \u00b7 Bj\u00f6rn"));
	assert_true(shows(desk, "in range \u00b7 Tao Chiu"));
	assert_true(shows(desk, "> A welcome without a speaker"));
	assert_true(shows(desk, "in range \u00b7 RISC-V MC"));
	assert_false(shows(desk, "Bookmarks"));
	press(desk, "Esc h");
	assert_true(shows(desk, "RISC-V MC 1 of 3 seen"));
	assert_false(shows(desk, "Vectors"));
	press(desk, "l g l");
	assert_true(shows(desk, "Patchwork CI, bookmarked, seen"));
	press(desk, "?");
	assert_true(shows(desk, "[Help]"));
}

static void
empty_conference_is_no_trouble(void **state)
{
	struct desk *desk = *state;
	struct notes *notes = sample_many(0, 0);
	struct app full = desk->app;

	app_init(&desk->app, notes, desk->marks, NULL);
	for (size_t i = 0; i < sizeof(keys) / sizeof(*keys); i++) {
		press(desk, "Esc");
		press(desk, keys[i]);
		draw_app(&desk->grid, &desk->app);
		check_grid(&desk->grid);
	}
	app_free(&desk->app);
	notes_free(notes);
	desk->app = full;
}

/* So little at a time that a search takes several steps. */
#define SLOW_PACE 2

/* What a desk had before its app was put on a conference of many talks. */
struct aside {
	struct app app;
	struct notes *notes;
};

static struct aside
put_aside(struct desk *desk, uint32_t ntalks)
{
	struct aside aside = {desk->app, sample_many(ntalks, 2)};

	app_init(&desk->app, aside.notes, desk->marks, NULL);
	resize(desk, 24, 160);
	return aside;
}

static void
take_back(struct desk *desk, struct aside *aside)
{
	app_free(&desk->app);
	notes_free(aside->notes);
	desk->app = aside->app;
}

static void
keys_go_before_a_search_under_way(void **state)
{
	struct desk *desk = *state;
	struct aside aside = put_aside(desk, 600);
	struct app *app = &desk->app;
	int steps = 1;

	app->pace = SLOW_PACE;
	press(desk, "4 1 j / 7");
	assert_true(app->searching);
	assert_true(shows(desk, "…/600"));
	/* The list is still that of before, and so is the talk. */
	assert_string_equal(title(desk), "Talk 42");
	press(desk, "7");
	while (app_search(app))
		steps++;
	/* One for each talk made ready, and some more. */
	assert_in_range(steps, 600, 620);
	assert_true(shows(desk, "6/600"));
	assert_string_equal(title(desk), "Talk 77");
	/* What needs the hits waits for them. */
	press(desk, "Backspace");
	assert_true(app->searching);
	press(desk, "Down");
	assert_false(app->searching);
	assert_true(shows(desk, "114/600"));
	press(desk, "^U 5 9 9");
	assert_true(app->searching);
	press(desk, "Enter");
	assert_true(shows(desk, "1/600"));
	assert_string_equal(title(desk), "Talk 599");
	take_back(desk, &aside);
}

static void
what_was_made_ready_before_takes_no_time_when_searched(void **state)
{
	struct desk *desk = *state;
	struct aside aside = put_aside(desk, 600);
	struct app *app = &desk->app;
	int steps = 1;

	while (app_prepare(app))
		continue;
	assert_false(app_prepare(app));
	app->pace = SLOW_PACE;
	press(desk, "/ 7");
	while (app_search(app))
		steps++;
	assert_in_range(steps, 2, 20);
	assert_true(shows(desk, "114/600"));
	take_back(desk, &aside);
}

static void
a_search_takes_longer_steps_where_they_are_quick(void **state)
{
	struct desk *desk = *state;
	struct app *app = &desk->app;
	size_t least = app->pace;

	for (int i = 0; i < 50; i++)
		app_search_took(app, 100);
	assert_true(app->pace > 8 * least);
	/* However quick, a key does not wait for all there may be. */
	assert_true(app->pace <= 64 << 20);
	for (int i = 0; i < 50; i++)
		app_search_took(app, 1000000);
	assert_in_range(app->pace, least, least + 1);
}

static void
invariants_hold_while_a_search_is_under_way(void **state)
{
	struct desk *desk = *state;
	struct aside aside = put_aside(desk, 300);

	seed = 20261126;
	for (int i = 0; i < UNIT_ROUNDS(4000); i++) {
		desk->app.pace = SLOW_PACE;
		press(desk, keys[next() % (sizeof(keys) / sizeof(*keys))]);
		for (uint32_t n = next() % 4; n > 0; n--)
			app_search(&desk->app);
		draw_app(&desk->grid, &desk->app);
		check_grid(&desk->grid);
	}
	take_back(desk, &aside);
}

static void
resize_keeps_selection_and_first_row(void **state)
{
	struct desk *desk = *state;
	struct notes *notes = sample_many(200, 30);
	struct app full = desk->app;

	app_init(&desk->app, notes, desk->marks, NULL);
	resize(desk, 24, 160);
	press(desk, "5 0 j 8 k");
	size_t sel = desk->app.talks.sel, top = desk->app.talks.top;

	assert_int_equal(sel, 42);
	for (int w = 20; w < 250; w += 7) {
		resize(desk, 24, w);
		assert_int_equal(desk->app.talks.sel, sel);
		assert_int_equal(desk->app.talks.top, top);
	}
	resize(desk, 60, 120);
	assert_int_equal(desk->app.talks.sel, sel);
	assert_int_equal(desk->app.talks.top, top);
	/* A small window keeps the selection in sight. */
	resize(desk, 8, 120);
	assert_int_equal(desk->app.talks.sel, sel);
	assert_true(shows(desk, "Talk 43"));
	app_free(&desk->app);
	notes_free(notes);
	desk->app = full;
}

/* The first word of the row of the notes that is shown first. */
static void
first_row(const struct desk *desk, char word[32])
{
	const struct talk_rows_row *row =
	    &desk->app.detail.rows[desk->app.detail_top];

	snprintf(word, 32, "%.31s", row->text + row->start);
	word[strcspn(word, " ")] = '\0';
}

static void
notes_stay_at_their_place_however_they_are_wrapped(void **state)
{
	struct desk *desk = *state;
	char before[32], after[32];

	resize(desk, 7, 80);
	press(desk, "j l 9 j");
	first_row(desk, before);
	size_t top = desk->app.detail_top;

	assert_true(top > 0);
	for (int w = 80; w > 30; w--)
		resize(desk, 7, w);
	for (int w = 30; w <= 80; w++)
		resize(desk, 7, w);
	first_row(desk, after);
	assert_string_equal(after, before);
	assert_int_equal(desk->app.detail_top, top);
}

static void
a_filter_typed_anew_begins_at_its_best_hit(void **state)
{
	struct desk *desk = *state;

	press(desk, "/");
	type(desk, "vector");
	assert_string_equal(title(desk), "Vectors, now and next");
	press(desk, "Down");
	const char *second = title(desk);

	press(desk, "^U");
	assert_string_equal(title(desk), second);
	type(desk, "vector");
	assert_string_equal(title(desk), "Vectors, now and next");
}

static void
last_rows_fill_the_pane_when_it_grows(void **state)
{
	struct desk *desk = *state;

	resize(desk, 8, 120);
	press(desk, "G");
	assert_true(desk->app.talks.top > 0);
	resize(desk, 30, 120);
	assert_int_equal(desk->app.talks.top, 0);
	assert_int_equal(desk->app.talks.sel, 8);
}

static void
tiny_window_says_so_and_keeps_running(void **state)
{
	struct desk *desk = *state;

	press(desk, "j j");
	resize(desk, 3, 60);
	assert_true(shows(desk, "window too small"));
	press(desk, "j");
	resize(desk, 24, 80);
	assert_string_equal(title(desk), "Linking faster");
	assert_false(shows(desk, "window too small"));
}

static void
messages_are_clean_whatever_is_said(void **state)
{
	struct desk *desk = *state;
	char text[1000];

	memset(text, 'a', sizeof(text));
	for (size_t i = 1; i + 2 < sizeof(text); i += 2)
		memcpy(text + i, "\xC3\xA9", 2);
	text[sizeof(text) - 1] = '\0';
	app_say(&desk->app, true, "%s", text);
	assert_null(app_check(&desk->app));
	app_say(&desk->app, true, "a\033[2J\nb");
	assert_string_equal(desk->app.message, "a[2J b");
}

/* Whether the marks of the first and the second talk are these. */
static bool
marked(const struct desk *desk, unsigned first, unsigned second)
{
	const struct talk *talks = desk->notes->talks;

	return marks_of(desk->marks, &talks[0]) == first &&
	    marks_of(desk->marks, &talks[1]) == second;
}

static void
marks_are_undone_and_done_again(void **state)
{
	struct desk *desk = *state;

	press(desk, "u");
	assert_true(shows(desk, "there is nothing to undo"));
	press(desk, "b j w");
	assert_true(marked(desk, MARK_BOOKMARKED, MARK_SEEN));
	press(desk, "G u");
	assert_true(shows(desk, "undone, now: not seen: Vectors, now and next"));
	assert_string_equal(title(desk), "Vectors, now and next");
	assert_true(marked(desk, MARK_BOOKMARKED, 0));
	press(desk, "u");
	assert_true(marked(desk, 0, 0));
	assert_string_equal(title(desk), "Patchwork CI");
	press(desk, "^R");
	assert_true(shows(desk, "done again: bookmarked: Patchwork CI"));
	assert_true(marked(desk, MARK_BOOKMARKED, 0));
	press(desk, "^R");
	assert_true(marked(desk, MARK_BOOKMARKED, MARK_SEEN));
	press(desk, "^R");
	assert_true(shows(desk, "there is nothing to do again"));
	press(desk, "9 u");
	assert_true(marked(desk, 0, 0));
	/* What comes after a change is not the past any more. */
	press(desk, "g w ^R");
	assert_true(marked(desk, MARK_SEEN, 0));
	press(desk, "9 u 9 ^R");
	assert_true(marked(desk, MARK_SEEN, 0));
}

static void
the_last_200_changes_can_be_undone(void **state)
{
	struct desk *desk = *state;

	for (int i = 0; i < 201; i++)
		press(desk, "b");
	assert_true(marked(desk, MARK_BOOKMARKED, 0));
	press(desk, "1 9 9 u");
	assert_true(marked(desk, 0, 0));
	press(desk, "u");
	assert_true(marked(desk, MARK_BOOKMARKED, 0));
	press(desk, "u");
	assert_true(shows(desk, "there is nothing to undo"));
	assert_true(marked(desk, MARK_BOOKMARKED, 0));
	press(desk, "2 0 0 ^R");
	assert_true(marked(desk, MARK_BOOKMARKED, 0));
	press(desk, "1 9 8 u u");
	assert_true(marked(desk, 0, 0));
}

static const char *
note_of(const struct desk *desk)
{
	return app_note(&desk->app, app_talk_index(&desk->app));
}

static const char *
tags_of(const struct desk *desk)
{
	return app_tags(&desk->app, app_talk_index(&desk->app));
}

static void
a_note_is_added_to_shown_found_and_undone(void **state)
{
	struct desk *desk = *state;

	press(desk, "j :");
	type(desk, "note Ask for *zebras*");
	press(desk, "Enter");
	assert_true(shows(desk, "My notes"));
	assert_true(shows(desk, "Ask for zebras"));
	assert_true(shows(desk, "> + Vectors"));
	press(desk, ":");
	type(desk, "note twice");
	press(desk, "Enter");
	assert_string_equal(note_of(desk), "Ask for *zebras*\n\ntwice");
	/* The line that was found stands under the title. */
	press(desk, "g /");
	type(desk, "zebra");
	assert_string_equal(title(desk), "Vectors, now and next");
	assert_true(shows(desk, "Ask for *zebras*"));
	press(desk, "Enter Enter");
	assert_true(shows(desk, "> \u2502 Ask for zebras"));
	press(desk, "Esc Esc u");
	assert_string_equal(note_of(desk), "Ask for *zebras*");
	press(desk, "u");
	assert_string_equal(note_of(desk), "");
	assert_false(shows(desk, "My notes"));
	press(desk, "2 ^R");
	assert_string_equal(note_of(desk), "Ask for *zebras*\n\ntwice");
}

static void
no_note_is_lost_when_two_write_at_once(void **state)
{
	struct desk *desk = *state;
	struct app *app = &desk->app;
	const struct talk *talk = app_talk(app);

	assert_int_equal(press(desk, "a"), OUT_NOTE);
	assert_true(cmd_mark_take_note(app, 0, "", "mine \n\n"));
	assert_string_equal(note_of(desk), "mine");
	/* Another copy of lectern writes while the editor is open. */
	assert_true(
	    marks_set(desk->marks, talk, MARK_NOTED, true, "theirs", NULL));
	app_relist(app);
	assert_true(cmd_mark_take_note(app, 0, "mine", "mine and more"));
	assert_string_equal(note_of(desk), "mine and more\n\n---\n\ntheirs");
	/* And what it wrote is not undone with what was written here. */
	assert_true(
	    marks_set(desk->marks, talk, MARK_NOTED, true, "theirs", NULL));
	app_relist(app);
	press(desk, "u");
	assert_true(shows(desk, "changed elsewhere meanwhile"));
	assert_string_equal(note_of(desk), "theirs");
	/* What is hostile in it stays outside. */
	assert_true(cmd_mark_take_note(app, 0, "theirs", "a\033[2Jb\r\nc"));
	assert_string_equal(note_of(desk), "a[2Jb\nc");
}

static void
tags_are_set_shown_found_and_undone(void **state)
{
	struct desk *desk = *state;

	press(desk, "t");
	type(desk, "later");
	press(desk, "Enter");
	assert_true(shows(desk, "tagged: later"));
	assert_true(shows(desk, "#later"));
	press(desk, "t");
	type(desk, "#again zoo later");
	press(desk, "Enter");
	assert_string_equal(tags_of(desk), "again zoo");
	assert_true(shows(desk, "#again #zoo"));
	press(desk, "t");
	type(desk, "a,b");
	press(desk, "Enter");
	assert_true(shows(desk, "\"a,b\" is no tag"));
	assert_string_equal(tags_of(desk), "again zoo");
	press(desk, "/");
	type(desk, "tag:zoo");
	assert_int_equal(desk->app.list.n, 1);
	/* What is typed at once is undone at once. */
	press(desk, "Esc u");
	assert_string_equal(tags_of(desk), "later");
	press(desk, "^R");
	assert_string_equal(tags_of(desk), "again zoo");
	/* Those in use are completed. */
	press(desk, ": t a g Space a g Tab");
	assert_string_equal(desk->app.input.text, "tag again ");
	press(desk, "z Tab Enter");
	assert_string_equal(tags_of(desk), "");
	press(desk, "u");
	assert_string_equal(tags_of(desk), "again zoo");
	press(desk, "2 u");
	assert_string_equal(tags_of(desk), "");
	press(desk, "9 ^R");
	assert_string_equal(tags_of(desk), "");
}

/* Marks for a talk that is in no document come while the program runs. */
static void
marks_of_missing_talks_have_a_track(void **state)
{
	static const char *const names[] = {"Zoe Far", "Al Away"};
	struct desk *desk = *state;
	const struct talk far = {.key = "yt:ZZZZZZZZZZZ",
	    .title = "Far away",
	    .speakers = names,
	    .nspeakers = 2,
	    .url = "https://youtu.be/Z"};
	const struct talk near = {.key = "k", .title = "\u00c9 near"};
	uint32_t before = desk->app.notes->ntalks;

	press(desk, "3 j");
	char was[64];

	snprintf(was, sizeof(was), "%s", title(desk));
	marks_set(desk->marks, &far, MARK_BOOKMARKED, true, NULL, NULL);
	app_find_missing(&desk->app);
	assert_null(app_check(&desk->app));
	assert_string_equal(title(desk), was);
	assert_true(shows(desk, "Elsewhere     1"));
	assert_true(shows(desk, "Bookmarks     0"));
	marks_set(desk->marks, &near, MARK_SEEN, true, NULL, NULL);
	app_find_missing(&desk->app);
	assert_null(app_check(&desk->app));
	assert_int_equal(desk->app.notes->ntalks, before + 2);
	press(desk, "h G l");
	assert_string_equal(title(desk), "Far away");
	assert_true(shows(desk, "Zoe Far, Al Away"));
	assert_true(shows(desk, "1/2"));
	/* One whose last mark goes stays to be undone. */
	press(desk, "b");
	app_find_missing(&desk->app);
	assert_int_equal(desk->app.list.n, 2);
	press(desk, "u /");
	type(desk, "away");
	assert_int_equal(desk->app.list.n, 1);
	press(desk, "Esc h g l");
	assert_int_equal(desk->app.list.n, before);
	press(desk, ":");
	type(desk, "talk ZZZZZZZZZZZ");
	press(desk, "Enter");
	assert_string_equal(title(desk), "Far away");
	assert_int_equal(press(desk, "o"), OUT_OPEN);
	assert_int_equal(press(desk, "e"), OUT_DRAW);
}

static void
what_was_opened_is_history(void **state)
{
	struct desk *desk = *state;
	struct app *app = &desk->app;
	const struct talk *talk = &desk->notes->talks[1];

	cmd_mark_opened(app, 1, "https://example.org/slides");
	assert_true(shows(desk, "History       0"));
	cmd_mark_opened(app, 1, talk->url);
	assert_true(shows(desk, "History       1"));
	press(desk, "h 5 G l");
	assert_string_equal(title(desk), talk->title);
	/* Nobody undoes what was seen. */
	press(desk, "u");
	assert_true(shows(desk, "there is nothing to undo"));
}

static void
track_is_listed_by_the_start_of_its_name_or_a_part(void **state)
{
	static const struct {
		const char *line, *title;
	} cases[] = {
	    {"track tool", "Linking faster"},
	    {"track MC", "Patchwork CI"},
	    {"track (bof)", "日本語のカーネル開発"},
	    {"track bookm", ""},
	};
	struct desk *desk = *state;

	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		command_line(&desk->app, cases[i].line);
		assert_null(app_check(&desk->app));
		assert_string_equal(title(desk), cases[i].title);
	}
	command_line(&desk->app, "track nosuch");
	assert_true(shows(desk, "no track is called \"nosuch\""));
	assert_string_equal(title(desk), "");
	command_line(&desk->app, "track");
	assert_int_equal(desk->app.focus, PANE_TRACKS);
}

/* Neither are they Esc and a letter, which would leave the prompt. */
static void
letters_with_alt_that_are_not_bound_do_nothing(void **state)
{
	static const char typed[] =
	    "M-b M-w M-x M-u M-q M-Q M-/ M-: M-[ M-O M-Up";
	struct desk *desk = *state;
	char *before;

	press(desk, "j b");
	before = mem_dup(title(desk), strlen(title(desk)));
	press(desk, typed);
	assert_int_equal(desk->app.mode, MODE_BROWSE);
	assert_string_equal(title(desk), before);
	assert_int_equal(
	    marks_of(desk->marks, app_talk(&desk->app)), MARK_BOOKMARKED);
	press(desk, "/ v");
	press(desk, typed);
	press(desk, "e");
	assert_int_equal(desk->app.mode, MODE_FILTER);
	assert_true(shows(desk, "/ve"));
	free(before);
}

static void
match_over_two_rows_is_marked_in_both(void **state)
{
	struct desk *desk = *state;
	const unsigned match = STYLE_COLOR(COLOR_MATCH);

	resize(desk, 24, 60);
	press(desk, "/");
	type(desk, "\"wrapped in any pane, since it goes on\"");
	press(desk, "Enter Enter");
	assert_int_equal(desk->app.focus, PANE_DETAIL);
	/* One row ends in the match, and the next begins with it. */
	assert_false(shows(desk, "wrapped in any pane, since it goes on and"));
	assert_true(style_of(desk, "wrapped") & match);
	assert_true(style_of(desk, "goes on and") & match);
	assert_false(style_of(desk, "and on about") & match);
	assert_false(style_of(desk, "long enough") & match);
}

static void
nothing_is_selected_where_nothing_matches(void **state)
{
	struct desk *desk = *state;

	press(desk, "j /");
	type(desk, "linknig");
	assert_int_equal(desk->app.list.n, 0);
	assert_null(app_talk(&desk->app));
	assert_true(shows(desk, "no talk matches \"linknig\""));
	assert_false(shows(desk, "Vectors"));
	press(desk, "Enter b w o");
	assert_true(marked(desk, 0, 0));
	assert_true(shows(desk, "no talk is selected"));
	press(desk, "Enter");
	assert_int_equal(desk->app.focus, PANE_TALKS);
	/* What was selected last is, when all talks are listed again. */
	press(desk, "Esc");
	assert_string_equal(title(desk), "Linking faster");
}

static void
tab_takes_what_is_offered_where_nothing_matches(void **state)
{
	struct desk *desk = *state;

	press(desk, "/");
	type(desk, "linknig");
	assert_true(shows(desk, "Tab: linking, 1 talk"));
	press(desk, "Tab");
	assert_string_equal(desk->app.input.text, "linking");
	assert_string_equal(title(desk), "Linking faster");
	press(desk, "Esc /");
	type(desk, "relocatoin");
	press(desk, "Enter Tab");
	assert_string_equal(title(desk), "Linking faster");
	assert_int_equal(desk->app.mode, MODE_BROWSE);
	/* Elsewhere it is what it was. */
	press(desk, "Tab");
	assert_int_equal(desk->app.focus, PANE_DETAIL);
}

static void
a_match_elsewhere_is_told(void **state)
{
	struct desk *desk = *state;

	press(desk, "] /");
	type(desk, "turing");
	assert_int_equal(desk->app.list.n, 0);
	assert_true(
	    shows(desk, "no talk here matches \"turing\", 1 elsewhere"));
}

/* Adds a line to the reader's own note on the selected talk. */
static void
add_note(struct desk *desk, const char *line)
{
	press(desk, ":");
	type(desk, "note ");
	type(desk, line);
	press(desk, "Enter");
}

static void
time_codes_stand_in_the_margin_and_play(void **state)
{
	struct desk *desk = *state;
	struct app *app = &desk->app;

	add_note(desk, "- [0:02] hello");
	add_note(desk, "- **12:34**: the dashboard");
	add_note(desk, "- plain");
	add_note(desk, "- [1:02:03] - questions");
	assert_true(shows(desk, "│ 0:02 • hello"));
	assert_true(shows(desk, "│ 12:34 • the dashboard"));
	assert_true(shows(desk, "│ • plain"));
	assert_true(shows(desk, "│ 1:02:03 • questions"));
	press(desk, ")");
	assert_int_equal(app->focus, PANE_DETAIL);
	assert_int_equal(press(desk, "p"), OUT_PLAY);
	assert_int_equal(app->effect_second, 0);
	assert_int_equal(press(desk, ") p"), OUT_PLAY);
	assert_int_equal(app->effect_second, 12 * 60 + 31);
	assert_int_equal(press(desk, ") Enter"), OUT_PLAY);
	assert_int_equal(app->effect_second, 3720);
	assert_int_equal(press(desk, "( o"), OUT_OPEN);
	assert_string_equal(
	    app->effect, "https://www.youtube.com/watch?v=aaaaaaaaaa1&t=754");
	/* A number names a link, which has no second of its own. */
	assert_int_equal(press(desk, "1 p"), OUT_PLAY);
	assert_int_equal(app->effect_second, 0);
}

static void
related_talks_are_listed_and_left_again(void **state)
{
	struct desk *desk = *state;

	/* "Vectors, now and next", in its track. */
	press(desk, "] j");
	assert_string_equal(title(desk), "Vectors, now and next");
	press(desk, "m");
	assert_true(shows(desk, "Related talks"));
	assert_true(shows(desk, "related to \"Vectors, now and next\""));
	press(desk, "/");
	type(desk, "BoF");
	press(desk, "Enter");
	assert_string_equal(title(desk), "日本語のカーネル開発");
	assert_true(shows(desk, "both: vector"));
	press(desk, "m");
	assert_string_equal(title(desk), "Vectors, now and next");
	/* A filter lists those of them that match. */
	press(desk, "/");
	type(desk, "nothing of this");
	assert_int_equal(desk->app.list.n, 0);
	press(desk, "Esc");
	assert_true(shows(desk, "Related talks"));
	press(desk, "Esc");
	assert_string_equal(title(desk), "日本語のカーネル開発");
	press(desk, "Esc");
	assert_string_equal(title(desk), "Vectors, now and next");
	assert_false(shows(desk, "Related talks"));
	assert_int_equal(desk->app.list.n, 3);
	/* Another track leaves them, too. */
	press(desk, "m ]");
	assert_false(shows(desk, "Related talks"));
	press(desk, "g j m");
	assert_true(shows(desk, "no talk has words in common"));
}

/* Opens a document instead of the sample. */
static void
open_text(struct desk *desk, struct notes **kept, const char *text)
{
	const struct load_options options = {0};
	struct app_swap swap;

	*kept = load_bytes("2031.md", text, strlen(text), &options);
	app_set_notes(&desk->app, *kept, NULL, &swap);
	app_swap_free(&swap);
}

static void
talks_of_a_speaker_are_listed_by_year(void **state)
{
	struct desk *desk = *state;
	struct notes *notes;

	open_text(desk, &notes,
	    "# Shore\n\n"
	    "## Tides - ZOE M. QUINN, Ann Lee\n\n- c\n\n"
	    "## Dunes - Zoe Lee\n\n- d\n\n"
	    "## Kelp - Zo\303\253 Quinn\n\n- a\n\n"
	    "## Sand - Ann Lee, Bo Quinn\n\n- b\n");
	notes->talks[2].day = "2033-05-01";
	press(desk, "g S");
	assert_string_equal(title(desk), "Tides");
	assert_true(shows(desk, "2 talks by ZOE M. QUINN: Esc goes back"));
	assert_int_equal(desk->app.list.n, 2);
	/* The latest year comes first; that of the document is 2031. */
	press(desk, "k");
	assert_string_equal(title(desk), "Kelp");
	assert_true(shows(desk, "2033"));
	assert_true(shows(desk, "2031"));
	press(desk, "j 2 S");
	assert_int_equal(desk->app.list.n, 2);
	press(desk, "G");
	assert_string_equal(title(desk), "Sand");
	press(desk, "Esc");
	assert_string_equal(title(desk), "Tides");
	press(desk, "Esc");
	assert_string_equal(title(desk), "Tides");
	assert_int_equal(desk->app.list.n, 4);
	/* The desk is made anew before these are gone. */
	desk_teardown(state);
	notes_free(notes);
	desk_setup(state);
}

/* Opens two documents instead of the sample. */
static struct notes *
open_two(struct desk *desk, const char *const text[2])
{
	const struct load_options options = {0};
	const char *folder = getenv("TMPDIR"), *list[2];
	char paths[2][512];
	struct app_swap swap;
	struct notes *notes;
	struct err err;

	for (int i = 0; i < 2; i++) {
		FILE *file;

		snprintf(paths[i], sizeof(paths[i]), "%s/also-%d-%d.md",
		    folder ? folder : "/tmp", (int)getpid(), i);
		list[i] = paths[i];
		file = fopen(paths[i], "w");
		assert_non_null(file);
		fputs(text[i], file);
		fclose(file);
	}
	notes = load_paths(list, 2, &options, &err);
	assert_non_null(notes);
	for (int i = 0; i < 2; i++)
		unlink(paths[i]);
	app_set_notes(&desk->app, notes, NULL, &swap);
	app_swap_free(&swap);
	return notes;
}

static void
where_else_a_talk_was_given_is_told(void **state)
{
	static const char *const texts[2] = {
	    "# Tide Days\n\n## Dredging a harbour for free - Zo\303\253 "
	    "Quinn\n\n"
	    "- a\n\n## Sand on the shore, part 1 - Ann Lee\n\n- b\n",
	    "# Dunes\n\n"
	    "## How we dredge? Dredging a harbour for free! - Zoe M. Quinn\n\n"
	    "- c\n\n## Sand on the shore, part 2 - Ann Lee\n\n- d\n\n"
	    "## Sand on the shore, part 1 - Bo Lee\n\n- e\n"};
	struct desk *desk = *state;
	struct notes *notes = open_two(desk, texts);

	press(desk, "g");
	assert_string_equal(title(desk), "Dredging a harbour for free");
	assert_true(shows(desk, "Also given at Dunes"));
	/* Another number is another talk, and so is one by others. */
	press(desk, "j");
	assert_string_equal(title(desk), "Sand on the shore, part 1");
	assert_false(shows(desk, "Also given"));
	desk_teardown(state);
	notes_free(notes);
	desk_setup(state);
}

static void
lead_is_how_early_a_time_code_plays(void **state)
{
	struct desk *desk = *state;

	add_note(desk, "- [12:34] the dashboard");
	desk->config.leads = true;
	assert_int_equal(press(desk, ") p"), OUT_PLAY);
	assert_int_equal(desk->app.effect_second, 12 * 60 + 34);
	desk->config.lead = 20;
	press(desk, "p");
	assert_int_equal(desk->app.effect_second, 12 * 60 + 14);
}

static void
steps_end_at_the_last_time_code(void **state)
{
	struct desk *desk = *state;

	press(desk, ")");
	assert_true(shows(desk, "no time code further on in these notes"));
	add_note(desk, "- [0:10] first");
	add_note(desk, "- [0:20] second");
	press(desk, "9 ) p");
	assert_true(shows(desk, "second"));
	assert_int_equal(desk->app.effect_second, 17);
	press(desk, ")");
	assert_true(shows(desk, "no time code further on in these notes"));
	press(desk, "( ( p");
	assert_int_equal(desk->app.effect_second, 7);
	/* What is out of sight plays nothing. */
	resize(desk, 10, 160);
	press(desk, "G g p");
	assert_int_equal(desk->app.effect_second, 0);
}

static void
a_match_in_a_time_code_is_found(void **state)
{
	struct desk *desk = *state;

	add_note(desk, "- [12:34] the dashboard");
	press(desk, "l /");
	type(desk, "12:34");
	press(desk, "Enter p");
	assert_int_equal(desk->app.find_n, 1);
	assert_int_equal(desk->app.effect_second, 12 * 60 + 31);
}

int
main(void)
{
#define TEST(name) \
	cmocka_unit_test_setup_teardown(name, desk_setup, desk_teardown)
	const struct CMUnitTest tests[] = {
	    TEST(invariants_hold_after_any_keys_at_any_size),
	    TEST(cursor_follows_in_every_mode),
	    TEST(plain_screen_has_one_pane_and_words),
	    TEST(empty_conference_is_no_trouble),
	    TEST(time_codes_stand_in_the_margin_and_play),
	    TEST(related_talks_are_listed_and_left_again),
	    TEST(talks_of_a_speaker_are_listed_by_year),
	    TEST(where_else_a_talk_was_given_is_told),
	    TEST(lead_is_how_early_a_time_code_plays),
	    TEST(steps_end_at_the_last_time_code),
	    TEST(a_match_in_a_time_code_is_found),
	    TEST(keys_go_before_a_search_under_way),
	    TEST(what_was_made_ready_before_takes_no_time_when_searched),
	    TEST(a_search_takes_longer_steps_where_they_are_quick),
	    TEST(invariants_hold_while_a_search_is_under_way),
	    TEST(resize_keeps_selection_and_first_row),
	    TEST(notes_stay_at_their_place_however_they_are_wrapped),
	    TEST(a_filter_typed_anew_begins_at_its_best_hit),
	    TEST(last_rows_fill_the_pane_when_it_grows),
	    TEST(tiny_window_says_so_and_keeps_running),
	    TEST(messages_are_clean_whatever_is_said),
	    TEST(marks_are_undone_and_done_again),
	    TEST(the_last_200_changes_can_be_undone),
	    TEST(a_note_is_added_to_shown_found_and_undone),
	    TEST(no_note_is_lost_when_two_write_at_once),
	    TEST(tags_are_set_shown_found_and_undone),
	    TEST(marks_of_missing_talks_have_a_track),
	    TEST(what_was_opened_is_history),
	    TEST(nothing_is_selected_where_nothing_matches),
	    TEST(tab_takes_what_is_offered_where_nothing_matches),
	    TEST(a_match_elsewhere_is_told),
	    TEST(track_is_listed_by_the_start_of_its_name_or_a_part),
	    TEST(letters_with_alt_that_are_not_bound_do_nothing),
	    TEST(match_over_two_rows_is_marked_in_both),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
