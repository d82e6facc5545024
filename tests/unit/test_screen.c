/* What the screen shows of the lists: rows, marks, borders. */
#include "unit.h"

#include <stdlib.h>
#include <string.h>

#include "lectern/base/arena.h"
#include "lectern/base/text.h"
#include "lectern/ui/draw.h"
#include "press.h"

#define LONG "A title so very long that no pane on any reasonable"

#define LONG_TITLE \
	LONG " terminal shows the whole of it in one row without cutting it " \
	     "somewhere"

/* The columns of a pane. */
static int
width(const struct desk *desk, enum pane pane)
{
	return desk->app.panes.inner[pane].w;
}

static void
a_narrow_list_breaks_titles_and_names_stand_below(void **state)
{
	struct desk *desk = *state;

	resize(desk, 40, 120);
	assert_true(shows(desk, LONG));
	assert_true(shows(desk, "Ng Wei · Toolchains Track"));
	/* In a track its name would say nothing. */
	press(desk, "] ]");
	assert_true(shows(desk, "Ng Wei │"));
	/* A talk without speakers is one row there. */
	press(desk, "[ g j j");
	assert_string_equal(title(desk), "A welcome without a speaker");
	assert_int_equal(app_row_height(&desk->app, PANE_TALKS, 2), 1);
}

static void
a_wide_list_has_names_beside_titles_where_they_fit(void **state)
{
	struct desk *desk = *state;

	resize(desk, 40, 220);
	assert_int_equal(app_row_height(&desk->app, PANE_TALKS, 0), 1);
	assert_true(shows(desk, "Patchwork CI Björn Töpel │"));
	/* All of both is shown of the one that is too long. */
	assert_true(shows(desk, "somewhere"));
	assert_int_equal(app_row_height(&desk->app, PANE_TALKS, 6), 3);
}

static void
v_gives_each_talk_one_row_and_takes_it_back(void **state)
{
	struct desk *desk = *state;

	resize(desk, 40, 120);
	press(desk, "v");
	for (size_t i = 0; i < desk->app.list.n; i++)
		assert_int_equal(app_row_height(&desk->app, PANE_TALKS, i), 1);
	assert_true(shows(desk, "one row each"));
	assert_string_equal(recall_get(desk->app.recall, "rows"), "one");
	press(desk, "v");
	assert_int_equal(app_row_height(&desk->app, PANE_TALKS, 0), 2);
	resize(desk, 40, 220);
	press(desk, "v");
	assert_int_equal(app_row_height(&desk->app, PANE_TALKS, 0), 2);
	assert_string_equal(recall_get(desk->app.recall, "rows"), "two");
}

static void
borders_move_and_are_kept_for_each_width(void **state)
{
	struct desk *desk = *state;
	int tracks = width(desk, PANE_TRACKS);
	int detail = width(desk, PANE_DETAIL);

	press(desk, "<");
	assert_int_equal(width(desk, PANE_DETAIL), detail + 2);
	assert_int_equal(width(desk, PANE_TRACKS), tracks);
	press(desk, "h 5 >");
	assert_int_equal(width(desk, PANE_TRACKS), tracks + 5);
	resize(desk, 24, 170);
	assert_true(shows(desk, "Patchwork"));
	assert_int_equal(desk->app.moved.tracks, 0);
	resize(desk, 24, 160);
	assert_int_equal(width(desk, PANE_TRACKS), tracks + 5);
	press(desk, "9 9 9 <");
	assert_int_equal(width(desk, PANE_TRACKS), 12);
	press(desk, "<");
	assert_true(shows(desk, "the border goes no further"));
	/* What went no further need not be taken back. */
	press(desk, ">");
	assert_true(width(desk, PANE_TRACKS) > 12);
	press(desk, "z <");
	assert_true(shows(desk, "only one pane is shown"));
}

static void
what_is_kept_is_taken_up_again(void **state)
{
	struct desk *desk = *state;
	struct recall recall = {0};
	int detail = width(desk, PANE_DETAIL);

	recall_set(&recall, "rows", "one");
	recall_set(&recall, "borders-160", "0 -4");
	recall_set(&recall, "borders-170", "nonsense");
	app_take_recall(&desk->app, &recall);
	assert_int_equal(app_row_height(&desk->app, PANE_TALKS, 0), 1);
	assert_int_equal(width(desk, PANE_DETAIL), detail + 4);
	resize(desk, 24, 170);
	assert_int_equal(desk->app.moved.talks, 0);
	desk->app.recall = &desk->app.own_recall;
	recall_free(&recall);
}

static void
marks_have_columns_of_their_own_that_never_move(void **state)
{
	struct desk *desk = *state;
	press(desk, "b j w");
	assert_true(shows(desk, " * Patchwork"));
	assert_true(shows(desk, "> - Vectors"));
	press(desk, "b :");
	type(desk, "note mine");
	press(desk, "Enter");
	assert_true(shows(desk, ">*-+ Vectors"));
	/* A seen talk is quiet, one that is not is plain. */
	press(desk, "j");
	assert_int_equal(style_of(desk, "Vectors"), STYLE_DIM);
	assert_int_equal(style_of(desk, "Linking"), STYLE_PLAIN);
}

static void
a_selected_row_has_no_block_of_colour(void **state)
{
	struct desk *desk = *state;

	press(desk, "b");
	assert_int_equal(
	    style_of(desk, "*   Patch"), STYLE_REVERSE | STYLE_BOLD);
	press(desk, "j");
	assert_int_equal(
	    style_of(desk, "*   Patch"), STYLE_BOLD | STYLE_COLOR(COLOR_MARK));
}

static void
long_names_of_tracks_are_broken(void **state)
{
	struct desk *desk = *state;
	int rows;

	resize(desk, 24, 160);
	press(desk, "h 9 9 <");
	app_track_cut(
	    &desk->app, app_group_row(&desk->app, GROUP_TRACK, 2), &rows);
	assert_int_equal(rows, 2);
	assert_true(shows(desk, "│ Birds"));
	assert_true(shows(desk, "│ of a"));
}

static void
tracks_tell_how_many_talks_are_seen(void **state)
{
	struct desk *desk = *state;

	press(desk, "w j w");
	assert_true(shows(desk, "RISC-V MC ██▌░ 2/3"));
	assert_true(shows(desk, "Toolchains Track 4"));
	/* Only all fills the bar. */
	press(desk, "g 3 j 3 w");
	assert_true(shows(desk, "Toolchains Track ███░ 3/4"));
	press(desk, "3 j w");
	assert_true(shows(desk, "Toolchains Track ████ 4/4"));
	/* A name that needs the columns has them. */
	resize(desk, 24, 80);
	assert_true(shows(desk, "RISC-V MC 2/3"));
}

static void
lines_of_notes_are_no_longer_than_can_be_read(void **state)
{
	struct desk *desk = *state;

	resize(desk, 40, 240);
	press(desk, "l z");
	assert_int_equal(desk->app.detail.width, NOTES_MOST);
}

static void
help_begins_with_what_matters_where_one_is(void **state)
{
	struct desk *desk = *state;

	resize(desk, 24, 100);
	press(desk, "?");
	assert_true(shows(desk, "Most used here, in the list"));
	assert_true(shows(desk, "b Set the bookmark"));
	press(desk, "q l l ?");
	assert_true(shows(desk, "Most used here, in the notes"));
	/* Where it is wide more columns stand side by side. */
	assert_false(shows(desk, "Moving"));
	resize(desk, 60, 200);
	assert_true(shows(desk, "The screen"));
	assert_true(shows(desk, "Most used here"));
}

static void
help_is_searched_and_paged_as_in_less(void **state)
{
	struct desk *desk = *state;

	resize(desk, 24, 100);
	press(desk, "? Space");
	assert_false(shows(desk, "Most used here"));
	press(desk, "b");
	assert_true(shows(desk, "Most used here"));
	press(desk, "/");
	type(desk, "suspend");
	assert_true(shows(desk, "Suspend lectern, until the shell's fg"));
	assert_int_equal(
	    style_of(desk, "suspend"), STYLE_DIM | STYLE_COLOR(COLOR_MATCH));
	size_t found = desk->app.help_top;

	press(desk, "Enter g n");
	assert_int_equal(desk->app.help_top, found);
	/* Round and round, also where it is too near to the end to be first. */
	press(desk, "/ ^U");
	type(desk, "^Z");
	press(desk, "Enter n n");
	assert_true(shows(desk, "^Z"));
	press(desk, "/ Esc");
	assert_int_equal(desk->app.mode, MODE_HELP);
	press(desk, "/");
	type(desk, "zzz");
	assert_true(shows(desk, "not found in the help: zzz"));
	press(desk, "Esc q");
	assert_int_equal(desk->app.mode, MODE_BROWSE);
}

static void
hints_are_of_the_pane_that_has_the_focus(void **state)
{
	struct desk *desk = *state;

	bind_key(desk, "X", "open");
	bind_key(desk, "o", "none");
	assert_true(shows(desk, "Enter read X open"));
	press(desk, "l");
	assert_true(shows(desk, "Space on / find"));
	press(desk, "h h");
	assert_true(shows(desk, "Enter list"));
	assert_true(shows(desk, "q quit"));
	/* What q does to what stands instead of a pane. */
	press(desk, "l %");
	assert_true(shows(desk, "PgDn page q back"));
}

static void
an_empty_list_says_which_key_fills_it(void **state)
{
	struct desk *desk = *state;

	press(desk, "h j l");
	assert_true(shows(desk, "No bookmarks yet"));
	assert_true(shows(desk, "b sets one"));
	/* Only bookmarks of the unseen: that all are seen is not so. */
	press(desk, "B h j l");
	assert_true(shows(desk, "No bookmarks here"));
	assert_true(shows(desk, "B lists all talks"));
	press(desk, "B h j l");
	assert_true(shows(desk, "w marks one"));
	press(desk, "h g l /");
	type(desk, "zzz");
	press(desk, "Enter");
	assert_true(shows(desk, "Esc clears the filter"));
}

/* Clicks on the first place where the text is shown. */
static enum outcome
click(struct desk *desk, const char *text)
{
	draw_app(&desk->grid, &desk->app);
	for (int y = 0; y < desk->grid.h; y++) {
		char *row = grid_row(&desk->grid, y);
		const char *at = strstr(row, text);
		int x = at ? text_width(row, (size_t)(at - row)) : -1;

		free(row);
		if (x >= 0)
			return command_mouse(&desk->app, MOUSE_CLICK, y, x);
	}
	fail_msg("not on the screen: %s", text);
	return OUT_NONE;
}

static void
clicks_select_enter_open_and_run(void **state)
{
	struct desk *desk = *state;

	resize(desk, 24, 160);
	click(desk, "Vectors");
	assert_string_equal(title(desk), "Vectors, now and next");
	assert_int_equal(desk->app.focus, PANE_TALKS);
	/* The one that is selected is entered. */
	click(desk, ">    Vectors");
	assert_int_equal(desk->app.focus, PANE_DETAIL);
	assert_int_equal(click(desk, "https://www.you"), OUT_OPEN);
	assert_string_equal(
	    desk->app.effect, "https://www.youtube.com/watch?v=aaaaaaaaaa2");
	assert_int_equal(click(desk, "Vector state"), OUT_DRAW);
	click(desk, "Toolchains");
	assert_int_equal(desk->app.focus, PANE_TRACKS);
	assert_string_equal(title(desk), "Linking faster");
	click(desk, "help");
	assert_int_equal(desk->app.mode, MODE_HELP);
	click(desk, "q back");
	assert_int_equal(desk->app.mode, MODE_BROWSE);
	assert_int_equal(click(desk, "quit"), OUT_QUIT);
}

static void
messages_name_the_talk(void **state)
{
	struct desk *desk = *state;

	press(desk, "w");
	assert_true(shows(desk, "seen (for this run only): Patchwork CI"));
	press(desk, "j b");
	assert_true(shows(desk, "bookmarked (for this run only): Vectors"));
}

/* Makes the last track of the sample a conference of its own. */
static void
part_conferences(struct desk *desk)
{
	static const struct source sources[] = {
	    {.path = "a.md", .name = "First Days", .shape = ""},
	    {.path = "b.md", .name = "Second Days", .shape = ""}};
	struct notes *notes = desk->notes;
	struct track *tracks = arena_alloc(notes->arena, 3 * sizeof(*tracks));
	struct talk *talks = arena_alloc(
	    notes->arena, notes->ntalks * sizeof(*talks));

	memcpy(tracks, notes->tracks, 3 * sizeof(*tracks));
	tracks[2].source = 1;
	for (uint32_t i = 0; i < notes->ntalks; i++) {
		talks[i] = notes->talks[i];
		talks[i].source = talks[i].track == 2;
	}
	notes->sources = sources;
	notes->nsources = notes->nconferences = 2;
	notes->tracks = tracks;
	notes->talks = talks;
	app_free(&desk->app);
	app_init(&desk->app, notes, desk->marks, &desk->config);
	resize(desk, 24, 160);
}

static void
a_message_that_begins_with_a_path_tells_its_end(void **state)
{
	struct desk *desk = *state;

	resize(desk, 24, 80);
	app_say(&desk->app, true,
	    "/home/a-user-with-a-longer-name/.config/lectern/config:3: no "
	    "setting is "
	    "called \"moose\"");
	assert_true(shows(desk,
	    "…/.config/lectern/config:3: no setting is called \"moose\""));
	app_say(&desk->app, true,
	    "some folder/with names/that are/much too long/for this row/"
	    "talks.md: empty file");
	assert_true(
	    shows(desk, "some folder/with names/that are/much too long"));
	app_say(&desk->app, true,
	    "documents/with names/that are/much too long/for this row/"
	    "talks.md: empty file, left out");
	assert_true(shows(desk,
	    "…/that are/much too long/for this row/talks.md: empty file, left "
	    "out"));
	resize(desk, 24, 40);
	assert_true(shows(desk, "…/talks.md: empty file, left "));
}

static void
keys_that_may_follow_are_shown_late(void **state)
{
	struct desk *desk = *state;

	bind_key(desk, ", g", "top");
	assert_false(shows(desk, ", g top"));
	press(desk, ",");
	assert_false(shows(desk, "g top"));
	/* As the loop does when no key has come for a while. */
	desk->app.pending_shown = true;
	assert_true(shows(desk, ", g top"));
	press(desk, "g");
	assert_false(shows(desk, "g top"));
	/* The next time it is late again. */
	press(desk, ",");
	assert_false(shows(desk, "g top"));
}

static void
a_list_of_bookmarks_says_that_it_is_one(void **state)
{
	struct desk *desk = *state;

	press(desk, "j b B");
	assert_true(shows(desk, "[All talks, only bookmarks]"));
	/* No conference has become as short as the list. */
	assert_false(shows(desk, "1 talk, 0 seen"));
	press(desk, "s");
	assert_true(shows(desk, "[All talks, only bookmarks, by title]"));
	press(desk, "B");
	assert_false(shows(desk, "only bookmarks, by"));
}

static void
esc_once_more_leads_to_no_group(void **state)
{
	struct desk *desk = *state;

	/* There a key would be for all talks. */
	press(desk, "/");
	type(desk, "vector");
	press(desk, "Esc Esc Esc b");
	assert_int_equal(desk->app.focus, PANE_TALKS);
	assert_true(shows(desk, ": Patchwork CI"));
	/* Back is where the reader came from. */
	press(desk, "Enter Esc");
	assert_int_equal(desk->app.focus, PANE_TALKS);
	press(desk, "h Enter Esc");
	assert_int_equal(desk->app.focus, PANE_TRACKS);
}

static void
zz_quits_as_in_vi_and_less(void **state)
{
	struct desk *desk = *state;

	press(desk, "Z");
	assert_string_equal(desk->app.pending, "Z");
	desk->app.pending_shown = true;
	assert_true(shows(desk, "Z Z quit"));
	press(desk, "x");
	assert_true(shows(desk, "Z x has no meaning here"));
	press(desk, "Z");
	assert_int_equal(command_key(&desk->app, "Z"), OUT_QUIT);
	press(desk, "? /");
	type(desk, "quit");
	press(desk, "Enter n");
	assert_true(shows(desk, "Q Z Z"));
	press(desk, "q");
	/* Not where the first key has been given another meaning. */
	bind_key(desk, "Z", "bookmark");
	press(desk, "Z");
	assert_string_equal(desk->app.pending, "");
	assert_true(shows(desk, "bookmarked (for this run only)"));
	press(desk, "? /");
	type(desk, "quit");
	assert_false(shows(desk, "Z Z"));
}

static void
keys_of_less_and_readline_move_and_drop(void **state)
{
	struct desk *desk = *state;

	press(desk, "^E ^E ^Y");
	assert_int_equal(desk->app.talks.sel, 1);
	press(desk, "^G");
	assert_non_null(desk->app.info.arena);
	press(desk, "q /");
	type(desk, "vector");
	press(desk, "^G");
	assert_int_equal(desk->app.mode, MODE_BROWSE);
	assert_string_equal(desk->app.query.text, "");
}

static void
several_documents_are_conferences_that_unfold(void **state)
{
	struct desk *desk = *state;

	part_conferences(desk);
	assert_true(shows(desk, "2 conferences, 9 talks, 0 seen"));
	press(desk, "%");
	assert_true(shows(desk, "All 2 conferences"));
	assert_true(shows(desk, "░ 0 of 9 talks seen"));
	assert_true(shows(desk, "░ 0 of 7 talks seen"));
	press(desk, "q");
	assert_true(shows(desk, "+ First Days 7"));
	assert_false(shows(desk, "Toolchains Track 4"));
	/* Lists that mix conferences tell them in the head of the notes. */
	assert_true(shows(desk, "RISC-V MC · First Days"));
	/* And in their rows. */
	resize(desk, 24, 80);
	assert_true(shows(desk, "RISC-V MC · First Days"));
	resize(desk, 24, 160);
	press(desk, "}");
	assert_int_equal(desk->app.list.n, 7);
	press(desk, "} }");
	assert_int_equal(desk->app.list.n, 2);
	assert_true(shows(desk, "this is the last conference"));
	press(desk, "{ h l");
	assert_true(shows(desk, "> - First Days 7"));
	assert_true(shows(desk, "Toolchains Track 4"));
	press(desk, "j j");
	assert_string_equal(title(desk), "Linking faster");
	/* From a track its conference is folded, and listed. */
	press(desk, "h");
	assert_true(shows(desk, "> + First Days 7"));
	assert_int_equal(desk->app.list.n, 7);
	assert_int_equal(desk->app.focus, PANE_TRACKS);
	press(desk, "Enter Enter");
	assert_int_equal(desk->app.focus, PANE_TALKS);
	/* What q does there. */
	press(desk, "L");
	assert_true(shows(desk, "[Library]"));
	assert_true(shows(desk, "q back"));
	assert_int_equal(press(desk, "q"), OUT_DRAW);
	assert_false(desk->app.in_library);
}

static void
tracks_of_folded_conferences_are_gone_to(void **state)
{
	struct desk *desk = *state;

	part_conferences(desk);
	press(desk, "} ]");
	assert_true(shows(desk, "[RISC-V MC]"));
	press(desk, ":");
	type(desk, "track birds");
	press(desk, "Enter");
	assert_int_equal(desk->app.list.n, 2);
	press(desk, "[ [");
	assert_true(shows(desk, "[RISC-V MC]"));
	/* From behind it, too, the last one first. */
	press(desk, "{ h h } ] l");
	assert_true(shows(desk, "[Birds of a Feather"));
	press(desk, "[");
	assert_true(shows(desk, "[Toolchains Track]"));
	press(desk, "[ [");
	assert_int_equal(desk->app.tracks.sel, TRACKS_ALL);
}

static void
the_next_conference_is_that_after_the_talk(void **state)
{
	struct desk *desk = *state;

	part_conferences(desk);
	/* In the list of all talks, and while one is read. */
	press(desk, "j }");
	assert_true(shows(desk, "[Second Days]"));
	press(desk, "{ Enter {");
	assert_int_equal(desk->app.focus, PANE_DETAIL);
	assert_int_equal(desk->app.tracks.sel, TRACKS_ALL);
	press(desk, "}");
	assert_true(shows(desk, "First Days: 7 talks"));
	press(desk, "}");
	assert_true(shows(desk, "Second Days: 2 talks"));
	press(desk, "h h g l G l {");
	assert_true(shows(desk, "First Days: 7 talks"));
	/* Tracks likewise. */
	press(desk, "h h g l G [");
	assert_string_equal(app_track_name(&desk->app, desk->app.tracks.sel),
	    "Toolchains Track");
	press(desk, "l ]");
	assert_true(shows(desk, "Birds of a Feather (BoF): 2 talks"));
}

static void
groups_without_hits_are_left_out(void **state)
{
	struct desk *desk = *state;

	assert_true(shows(desk, "Toolchains Track 4"));
	press(desk, "/");
	type(desk, "turing");
	assert_false(shows(desk, "Toolchains Track"));
	assert_true(shows(desk, "Birds of a Feather"));
	press(desk, "Esc ] ] /");
	type(desk, "turing");
	/* But for the one that is selected. */
	assert_true(shows(desk, "> Toolchains Track 0"));
	press(desk, "Esc");
	assert_true(shows(desk, "RISC-V MC 3"));
	assert_true(shows(desk, "> Toolchains Track 4"));
}

static void
s_sorts_and_keeps_the_talk(void **state)
{
	struct desk *desk = *state;

	press(desk, "j w s");
	assert_true(shows(desk, "sorted by title"));
	assert_true(shows(desk, "[All talks, by title]"));
	assert_string_equal(title(desk), "Vectors, now and next");
	press(desk, "g");
	assert_string_equal(title(desk), LONG_TITLE);
	press(desk, "s g");
	assert_true(shows(desk, "Tao Chiu"));
	assert_string_equal(title(desk), "Vectors, now and next");
	press(desk, "G");
	assert_string_equal(title(desk), "A welcome without a speaker");
	/* With a filter the best comes first, as ever. */
	press(desk, "/");
	type(desk, "vector");
	assert_string_equal(title(desk), "Vectors, now and next");
	/* No talk tells its day or length: nothing could be newest or longest. */
	press(desk, "Esc s G");
	assert_true(shows(desk, "[All talks, unseen first]"));
	assert_string_equal(title(desk), "Vectors, now and next");
	press(desk, "s g");
	assert_true(shows(desk, "[All talks]"));
	assert_string_equal(title(desk), "Patchwork CI");
	press(desk, ":");
	type(desk, "sort moose");
	press(desk, "Enter");
	assert_true(shows(desk, "there is no order \"moose\", but: programme"));
}

static void
text_that_is_pasted_where_no_prompt_is_does_nothing(void **state)
{
	struct desk *desk = *state;

	command_paste(&desk->app, "jbq", 3);
	draw_app(&desk->grid, &desk->app);
	assert_int_equal(desk->app.focus, PANE_TALKS);
	assert_string_equal(title(desk), "Patchwork CI");
	assert_true(shows(desk, "takes pasted text"));
	press(desk, "/");
	command_paste(&desk->app, "vectors", 7);
	draw_app(&desk->grid, &desk->app);
	assert_true(shows(desk, "/vectors"));
}

static void
what_a_filter_found_is_sorted_when_asked(void **state)
{
	struct desk *desk = *state;

	press(desk, "j w /");
	type(desk, "vector");
	press(desk, "Enter");
	assert_string_equal(title(desk), "Vectors, now and next");
	press(desk, "s s s g");
	assert_true(shows(desk, "[All talks, unseen first]"));
	assert_string_equal(title(desk), "日本語のカーネル開発");
	/* The best of another filter comes first. */
	press(desk, "/");
	type(desk, "vectors");
	press(desk, "BackSpace");
	assert_true(shows(desk, "[All talks]"));
	assert_string_equal(title(desk), "Vectors, now and next");
}

static void
the_newest_and_the_longest_come_first(void **state)
{
	struct desk *desk = *state;
	struct talk *talk = (struct talk *)desk->notes->talks;

	talk[2].day = "2026-04-30";
	talk[3].day = "2026-05-01";
	talk[4].day = "Friday";
	talk[5].day = "October 2025";
	talk[5].minutes = 30;
	talk[6].minutes = 20;
	press(desk, "s s s");
	assert_true(shows(desk, "sorted newest first"));
	press(desk, "g");
	assert_string_equal(title(desk), talk[3].title);
	press(desk, "j");
	assert_string_equal(title(desk), talk[2].title);
	press(desk, "j");
	assert_string_equal(title(desk), talk[5].title);
	press(desk, "j");
	assert_string_equal(title(desk), talk[0].title);
	press(desk, "s");
	assert_true(shows(desk, "sorted longest first"));
	press(desk, "g");
	assert_string_equal(title(desk), talk[5].title);
	press(desk, "j");
	assert_string_equal(title(desk), talk[6].title);
}

static void
a_list_with_an_order_of_its_own_says_so(void **state)
{
	struct desk *desk = *state;

	press(desk, "w j w h j j j s");
	assert_true(shows(desk, "> Recently seen 2"));
	assert_true(shows(desk, "but not here: this list has its own order"));
	assert_true(shows(desk, "Recently seen ─"));
}

static void
an_only_track_is_not_named_in_each_row(void **state)
{
	struct desk *desk = *state;

	resize(desk, 24, 80);
	assert_true(shows(desk, "Björn Töpel · RISC-V MC"));
	desk->notes->ntracks = 1;
	assert_false(shows(desk, "· RISC-V MC"));
	assert_true(shows(desk, "Björn Töpel"));
	desk->notes->ntracks = 3;
}

static void
what_is_said_of_a_track_is_read_where_its_row_is(void **state)
{
	struct desk *desk = *state;

	/* Told with its first talk, and by itself. */
	press(desk, "h");
	assert_false(shows(desk, "glasshouse"));
	press(desk, "G k");
	assert_true(shows(desk, "About"));
	assert_true(shows(desk, "Held in the glasshouse, at noon"));
	assert_false(shows(desk, "Parallel relocation"));
	press(desk, "l");
	assert_true(shows(desk, "Parallel relocation"));
	assert_true(shows(desk, "About the track"));
	type(desk, "/glasshouse");
	press(desk, "Enter Enter");
	assert_string_equal(title(desk), "Linking faster");
	assert_true(shows(desk, "> Held in the glasshouse"));
}

static void
i_tells_how_the_document_is_read(void **state)
{
	struct desk *desk = *state;

	press(desk, "i");
	assert_true(shows(desk, "sample.md"));
	assert_true(shows(desk, "by hand"));
	assert_false(shows(desk, "Builds each patch"));
	press(desk, "i");
	assert_true(shows(desk, "Builds each patch"));
	/* Another talk, or q, ends it, too. */
	press(desk, "i j");
	assert_true(shows(desk, "Vector state"));
	press(desk, "i q");
	assert_true(shows(desk, "Vector state"));
	/* A pane that is not shown is gone to. */
	resize(desk, 24, 60);
	press(desk, "i");
	assert_true(shows(desk, "by hand"));
}

int
main(void)
{
#define TEST(name) \
	cmocka_unit_test_setup_teardown(name, desk_setup, desk_teardown)
	const struct CMUnitTest tests[] = {
	    TEST(a_narrow_list_breaks_titles_and_names_stand_below),
	    TEST(a_wide_list_has_names_beside_titles_where_they_fit),
	    TEST(v_gives_each_talk_one_row_and_takes_it_back),
	    TEST(borders_move_and_are_kept_for_each_width),
	    TEST(what_is_kept_is_taken_up_again),
	    TEST(marks_have_columns_of_their_own_that_never_move),
	    TEST(a_selected_row_has_no_block_of_colour),
	    TEST(long_names_of_tracks_are_broken),
	    TEST(tracks_tell_how_many_talks_are_seen),
	    TEST(help_begins_with_what_matters_where_one_is),
	    TEST(help_is_searched_and_paged_as_in_less),
	    TEST(hints_are_of_the_pane_that_has_the_focus),
	    TEST(an_empty_list_says_which_key_fills_it),
	    TEST(clicks_select_enter_open_and_run),
	    TEST(messages_name_the_talk),
	    TEST(a_message_that_begins_with_a_path_tells_its_end),
	    TEST(keys_that_may_follow_are_shown_late),
	    TEST(a_list_of_bookmarks_says_that_it_is_one),
	    TEST(esc_once_more_leads_to_no_group),
	    TEST(zz_quits_as_in_vi_and_less),
	    TEST(keys_of_less_and_readline_move_and_drop),
	    TEST(several_documents_are_conferences_that_unfold),
	    TEST(tracks_of_folded_conferences_are_gone_to),
	    TEST(the_next_conference_is_that_after_the_talk),
	    TEST(groups_without_hits_are_left_out),
	    TEST(s_sorts_and_keeps_the_talk),
	    TEST(text_that_is_pasted_where_no_prompt_is_does_nothing),
	    TEST(what_a_filter_found_is_sorted_when_asked),
	    TEST(the_newest_and_the_longest_come_first),
	    TEST(a_list_with_an_order_of_its_own_says_so),
	    TEST(an_only_track_is_not_named_in_each_row),
	    TEST(i_tells_how_the_document_is_read),
	    TEST(what_is_said_of_a_track_is_read_where_its_row_is),
	    TEST(lines_of_notes_are_no_longer_than_can_be_read),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
