#include "lectern/ui/command.h"

#include <string.h>

#include "lectern/base/translate.h"
#include "lectern/ui/cmd_mark.h"
#include "ui/cmd_act.h"
#include "ui/cmd_find.h"
#include "ui/cmd_jump.h"
#include "ui/cmd_move.h"
#include "ui/cmd_pair.h"
#include "ui/cmd_queue.h"
#include "ui/cmd_screen.h"
#include "ui/cmd_talk.h"

#define BROWSE    (1u << MODE_BROWSE)
#define FILTER    (1u << MODE_FILTER)
#define COMMAND   (1u << MODE_COMMAND)
#define HELP      (1u << MODE_HELP)
#define FIND      (1u << MODE_FIND)
#define HELP_FIND (1u << MODE_HELP_FIND)
#define PAIRS     (1u << MODE_PAIRS)
#define TYPING    (FILTER | FIND | COMMAND | HELP_FIND)

/* Editing a command, unlike a filter, does not change the list. */
static enum outcome
edited(struct app *app)
{
	return app->mode == MODE_COMMAND ? OUT_DRAW : cmd_find_typed(app);
}

#define EDIT(name, change) \
	static enum outcome name( \
	    struct app *app, int count, const char *argument) \
	{ \
		(void)count; \
		(void)argument; \
		change(&app->input); \
		return edited(app); \
	}

/* Flags, by the names of their kinds; see mark_kind.c. */
#define TURN(name, kind) \
	static enum outcome name( \
	    struct app *app, int count, const char *argument) \
	{ \
		(void)argument; \
		return cmd_mark_turn(app, kind, count); \
	}

TURN(turn_bookmark, "bookmarked")
TURN(turn_seen, "seen")

EDIT(type_backspace, edit_backspace)
EDIT(type_delete, edit_delete)
EDIT(type_kill_word, edit_kill_word)
EDIT(type_kill_start, edit_kill_start)
EDIT(type_kill_end, edit_kill_end)
EDIT(type_left, edit_left)
EDIT(type_right, edit_right)
EDIT(type_home, edit_home)
EDIT(type_end, edit_end)

static enum outcome
type_cancel(struct app *app, int count, const char *argument)
{
	(void)count;
	(void)argument;
	if (app->mode != MODE_COMMAND)
		return cmd_find_drop(app);
	app->mode = MODE_BROWSE;
	return OUT_DRAW;
}

/* clang-format off */
static const struct command commands[] = {
{"down", "j Down ^E", N_("Moving"), NULL,
	N_("Move down, or scroll the notes"), BROWSE | HELP, cmd_move_down},
{"up", "k Up ^Y", N_("Moving"), NULL,
	N_("Move up, or scroll the notes"), BROWSE | HELP, cmd_move_up},
{"left", "h Left", N_("Moving"), NULL,
	N_("Go to the pane on the left"), BROWSE, cmd_move_left},
{"right", "l Right", N_("Moving"), NULL,
	N_("Go to the pane on the right"), BROWSE, cmd_move_right},
{"next-pane", "Tab", N_("Moving"), NULL,
	N_("Go to the next pane, or from the last to the first"), BROWSE, cmd_move_next_pane},
{"previous-pane", "S-Tab", N_("Moving"), NULL,
	N_("Go to the previous pane, or from the first to the last"), BROWSE, cmd_move_previous_pane},
{"enter", "Enter", N_("Moving"), NULL,
	N_("Go into the track, or into the notes at what the filter found"),
	BROWSE, cmd_move_enter},
{"read-on", "Space", N_("Moving"), NULL,
	N_("Scroll the notes, and at their end go to the next talk"),
	BROWSE, cmd_jump_read_on},
{"page-down", "PgDn ^F", N_("Moving"), NULL,
	N_("Move down by a page"), BROWSE | HELP, cmd_move_page_down},
{"page-up", "PgUp ^B", N_("Moving"), NULL,
	N_("Move up by a page"), BROWSE | HELP, cmd_move_page_up},
{"half-down", "^D", N_("Moving"), NULL,
	N_("Move down by half a page"), BROWSE | HELP, cmd_move_half_down},
{"half-up", "^U", N_("Moving"), NULL,
	N_("Move up by half a page"), BROWSE | HELP, cmd_move_half_up},
{"top", "g Home", N_("Moving"), NULL,
	N_("Go to the first row or, with a count, to that row"),
	BROWSE | HELP, cmd_move_top},
{"bottom", "G End", N_("Moving"), NULL,
	N_("Go to the last row or, with a count, to that row"),
	BROWSE | HELP, cmd_move_bottom},
{"next-talk", "J", N_("Moving"), NULL,
	N_("Go to the next talk, from any pane"), BROWSE, cmd_jump_next_talk},
{"previous-talk", "K", N_("Moving"), NULL,
	N_("Go to the previous talk, from any pane"), BROWSE, cmd_jump_previous_talk},
{"next-unseen", ".", N_("Moving"), NULL,
	N_("Go to the next talk of the list that is not seen, from any pane"),
	BROWSE, cmd_jump_next_unseen},
{"previous-unseen", ",", N_("Moving"), NULL,
	N_("Go to the talk before that is not seen, from any pane"),
	BROWSE, cmd_jump_previous_unseen},
{"next-track", "]", N_("Moving"), NULL,
	N_("List the next track, from any pane"), BROWSE, cmd_jump_next_track},
{"previous-track", "[", N_("Moving"), NULL,
	N_("List the previous track, from any pane"), BROWSE, cmd_jump_previous_track},
{"next-conference", "}", N_("Moving"), NULL,
	N_("Go to the next conference, where several are open"),
	BROWSE, cmd_jump_next_conference},
{"previous-conference", "{", N_("Moving"), NULL,
	N_("Go to the conference before"), BROWSE, cmd_jump_previous_conference},
{"random", "R", N_("Moving"), NULL,
	N_("Go to a talk picked at random from the list"), BROWSE, cmd_jump_random},
{"track", "", N_("Moving"), "[NAME]",
	N_("List the track whose name begins with this, or contains it"),
	BROWSE, cmd_jump_track},
{"talk", "", N_("Moving"), "ID",
	N_("Go to the talk with this id"), BROWSE, cmd_jump_talk},

{"filter", "/", N_("Finding"), "[QUERY]",
	N_("List the talks that match while you type; in the notes, find there"),
	BROWSE, cmd_find_filter},
{"find", "", N_("Finding"), "[QUERY]",
	N_("Find in the open talk"), BROWSE, cmd_find_find},
{"next-match", "n", N_("Finding"), NULL,
	N_("Go to the next match, in this talk and on; without a filter, set the last one"),
	BROWSE, cmd_find_next},
{"previous-match", "N", N_("Finding"), NULL,
	N_("Go to the previous match"), BROWSE, cmd_find_previous},
{"speaker", "S", N_("Finding"), NULL,
	N_("List the speaker's talks by year; with a count, those of that speaker"),
	BROWSE, cmd_find_speaker},
{"same-time", "D", N_("Finding"), NULL,
	N_("List what takes place at the same time as the talk"),
	BROWSE, cmd_find_same_time},
{"related", "m", N_("Finding"), NULL,
	N_("List the talks that are nearest by their words; again from there"),
	BROWSE, cmd_find_related},
{"only-bookmarks", "B", N_("Finding"), NULL,
	N_("List only bookmarks, or all again"), BROWSE, cmd_find_bookmarks},

{"open", "o", N_("The talk"), "[PATH]",
	N_("Open the video, at a time code there, with a count that link; or PATH"),
	BROWSE, cmd_talk_open},
{"open-previous", "^O", N_("The talk"), NULL,
	N_("Go back to the documents that were open before"),
	BROWSE, cmd_talk_back},
{"play", "p", N_("The talk"), NULL,
	N_("Play the video in mpv, at a time code from there, else from where it stopped"),
	BROWSE, cmd_talk_play},
{"play-start", "P", N_("The talk"), NULL,
	N_("Play the video from its start; in the queue, play all of it"),
	BROWSE, cmd_talk_play_start},
{"stamp", "M", N_("The talk"), "[TEXT]",
	N_("Write where mpv is into your own note on that talk, then on; or add TEXT"),
	BROWSE, cmd_mark_stamp},
{"transcript", "c", N_("The talk"), NULL,
	N_("Show the transcripts of talks that have one, or fold them"),
	BROWSE, cmd_talk_transcript},
{"next-time", ")", N_("The talk"), NULL,
	N_("Go to the next time code of the notes; Enter and p play from there"),
	BROWSE, cmd_talk_next_code},
{"previous-time", "(", N_("The talk"), NULL,
	N_("Go to the time code before"), BROWSE, cmd_talk_previous_code},
{"copy", "y", N_("The talk"), NULL,
	N_("Copy the link; with a count, that link of the notes"),
	BROWSE, cmd_talk_copy},
{"qr", "C", N_("The talk"), NULL,
	N_("Show the link as a QR code, at a time code there, else where it stopped"),
	BROWSE, cmd_talk_qr},
{"copy-markdown", "Y", N_("The talk"), NULL,
	N_("Copy title and link as Markdown"), BROWSE, cmd_talk_copy_link},
{"bookmark", "b", N_("The talk"), NULL,
	N_("Set the bookmark, or remove it"), BROWSE, turn_bookmark},
{"seen", "w", N_("The talk"), NULL,
	N_("Mark the talk as seen, or as not seen"), BROWSE, turn_seen},
{"note", "a", N_("The talk"), "[TEXT]",
	N_("Write your own note on the talk in the editor; with TEXT, add to it"),
	BROWSE, cmd_mark_note},
{"all-seen", "A", N_("The talk"), NULL,
	N_("Mark all talks of the list as seen"), BROWSE, cmd_mark_all_seen},
{"tag", "t", N_("The talk"), "[TAG]",
	N_("Tag the talk, or remove the tag; several tags with blanks between"),
	BROWSE, cmd_mark_tag},
{"range", "V", N_("The talk"), NULL,
	N_("Begin a range of talks, for the next mark; a count or a group is one, too"),
	BROWSE, cmd_mark_range},
{"queue", "x", N_("The talk"), NULL,
	N_("Add the talk to the queue, or take it from there"), BROWSE, cmd_queue_turn},
{"queue-up", "M-Up", N_("The talk"), NULL,
	N_("In the queue: move the talk up"), BROWSE, cmd_queue_up},
{"queue-down", "M-Down", N_("The talk"), NULL,
	N_("In the queue: move the talk down"), BROWSE, cmd_queue_down},
{"plan", "", N_("The talk"), "LENGTH [QUERY]",
	N_("Queue talks until they take so long: bookmarked ones, then related ones"),
	BROWSE, cmd_queue_plan},
{"undo", "u", N_("The talk"), NULL,
	N_("Undo the last change of a mark"), BROWSE, cmd_mark_undo},
{"redo", "^R", N_("The talk"), NULL,
	N_("Redo the change that was undone"), BROWSE, cmd_mark_redo},
{"same", "y", N_("The talk"), NULL,
	N_("In the list of a source: it is the same talk as the other"),
	BROWSE | PAIRS, cmd_pair_same},
{"apart", "n", N_("The talk"), NULL,
	N_("In the list of a source: it is not the same talk as the other"),
	BROWSE | PAIRS, cmd_pair_apart},
{"edit", "e", N_("The talk"), NULL,
	N_("Open the document in the editor, at this talk"), BROWSE, cmd_talk_edit},
{"reload", "r", N_("The talk"), NULL,
	N_("Read the documents again; lectern does so itself when they change"),
	BROWSE, cmd_act_reload},

{"help", "? F1", N_("The screen"), NULL,
	N_("Show the keys, or leave them"), BROWSE | HELP, cmd_act_help},
{"group", "T", N_("The screen"), "[WHAT]",
	N_("Group talks by tracks, speakers, tags, days, rooms or sources, in turn"),
	BROWSE, cmd_screen_group},
{"library", "L", N_("The screen"), NULL,
	N_("List the conferences of the library, or go back from there"),
	BROWSE, cmd_screen_library},
{"info", "i ^G", N_("The screen"), NULL,
	N_("Tell how the document is read, why, and what changes it"),
	BROWSE, cmd_screen_info},
{"stats", "%", N_("The screen"), NULL,
	N_("Tell how far each conference is: talks seen and marked, time left"),
	BROWSE, cmd_screen_stats},
{"fold", "-", N_("The screen"), NULL,
	N_("Fold the part of the notes at the top; with a count, that part"),
	BROWSE, cmd_screen_fold},
{"unfold", "+", N_("The screen"), NULL,
	N_("Unfold the next part that is folded; with a count, that part"),
	BROWSE, cmd_screen_unfold},
{"zoom", "z", N_("The screen"), NULL,
	N_("Give the pane the whole screen, or go back"), BROWSE, cmd_screen_zoom},
{"rows", "v", N_("The screen"), NULL,
	N_("Show talks in one row each, in two, or with time and room, in turn"),
	BROWSE, cmd_screen_rows},
{"sort", "s", N_("The screen"), "[ORDER]",
	N_("Sort by programme, title, speaker, newest, longest or unseen, in turn"),
	BROWSE, cmd_screen_sort},
{"border-left", "<", N_("The screen"), NULL,
	N_("Move the border beside the pane to the left; with a count, so many columns"),
	BROWSE, cmd_screen_border_left},
{"border-right", ">", N_("The screen"), NULL,
	N_("Move the border beside the pane to the right"), BROWSE,
	cmd_screen_border_right},
{"command", ":", N_("The screen"), NULL,
	N_("Type the name of a command, or a row's number"), BROWSE, cmd_act_command},
{"config", "", N_("The screen"), NULL,
	N_("Read the configuration again"), BROWSE, cmd_act_config},
{"escape", "Esc", N_("The screen"), NULL,
	N_("Clear the filter; without one, go back a pane"),
	BROWSE | HELP, cmd_act_escape},
{"redraw", "^L", N_("The screen"), NULL,
	N_("Draw the screen anew"), BROWSE | HELP | TYPING, cmd_act_redraw},
{"suspend", "^Z", N_("The screen"), NULL,
	N_("Suspend lectern, until the shell's fg"), BROWSE | HELP | TYPING, cmd_act_stop},
{"back", "q", N_("The screen"), NULL,
	N_("Go back a pane, and quit from where you began"),
	BROWSE | HELP, cmd_act_back},
{"quit", "Q Z,Z", N_("The screen"), NULL, N_("Quit"), BROWSE | HELP, cmd_act_quit},

{"help-page-down", "Space", N_("In the help"), NULL,
	N_("Move down by a page"), HELP, cmd_move_page_down},
{"help-page-up", "b", N_("In the help"), NULL,
	N_("Move up by a page"), HELP, cmd_move_page_up},
{"help-find", "/", N_("In the help"), NULL,
	N_("Find in the help"), HELP, cmd_find_in_help},
{"help-next", "n", N_("In the help"), NULL,
	N_("Go to the next match in the help"), HELP, cmd_find_next_help},
{"help-previous", "N", N_("In the help"), NULL,
	N_("Go to the previous match in the help"), HELP, cmd_find_previous_help},

{"accept", "Enter", N_("While typing"), NULL,
	N_("Keep the filter and go to its talks, choose in pick, or run the command"),
	TYPING, command_accept},
{"keep", "M-Enter", N_("While typing"), NULL,
	N_("Keep the filter and go to its talks, in pick as well"),
	FILTER, cmd_find_keep},
{"cancel", "Esc ^G", N_("While typing"), NULL,
	N_("Clear the filter and go back to where you were, or drop the command"),
	TYPING, type_cancel},
{"hit-down", "Down ^N", N_("While typing"), NULL,
	N_("Go to the next talk of the list"), FILTER, cmd_find_down},
{"hit-up", "Up ^P", N_("While typing"), NULL,
	N_("Go to the previous talk of the list"), FILTER, cmd_find_up},
{"hit-page-down", "PgDn", N_("While typing"), NULL,
	N_("Move down the list by a page"), FILTER, cmd_find_page_down},
{"hit-page-up", "PgUp", N_("While typing"), NULL,
	N_("Move up the list by a page"), FILTER, cmd_find_page_up},
{"history-back", "^R", N_("While typing"), NULL,
	N_("Go back to the filter typed before"), FILTER, cmd_find_history},
{"complete", "Tab", N_("While typing"), NULL,
	N_("Complete the name; in the filter a field, state, tag, track or the offer"),
	COMMAND | FILTER, command_complete},
{"delete-before", "Backspace", N_("While typing"), NULL,
	N_("Delete the character before the cursor"), TYPING, type_backspace},
{"delete-at", "Delete ^D", N_("While typing"), NULL,
	N_("Delete the character at the cursor"), TYPING, type_delete},
{"delete-word", "^W", N_("While typing"), NULL,
	N_("Delete the word before the cursor"), TYPING, type_kill_word},
{"delete-to-start", "^U", N_("While typing"), NULL,
	N_("Delete all before the cursor"), TYPING, type_kill_start},
{"delete-to-end", "^K", N_("While typing"), NULL,
	N_("Delete all after the cursor"), TYPING, type_kill_end},
{"cursor-left", "Left ^B", N_("While typing"), NULL,
	N_("Move the cursor left"), TYPING, type_left},
{"cursor-right", "Right ^F", N_("While typing"), NULL,
	N_("Move the cursor right"), TYPING, type_right},
{"cursor-start", "Home ^A", N_("While typing"), NULL,
	N_("Move the cursor to the start"), TYPING, type_home},
{"cursor-end", "End ^E", N_("While typing"), NULL,
	N_("Move the cursor to the end"), TYPING, type_end},
};
/* clang-format on */

const struct command *
command_table(size_t *count)
{
	*count = sizeof(commands) / sizeof(*commands);
	return commands;
}

const struct command *
command_find(const char *name)
{
	for (size_t i = 0; i < sizeof(commands) / sizeof(*commands); i++)
		if (strcmp(commands[i].name, name) == 0)
			return &commands[i];
	return NULL;
}
