#include "lectern/ui/command.h"

#include <string.h>

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
{"down", "j Down", "Moving", NULL,
	"Move down, or scroll the notes", BROWSE | HELP, cmd_move_down},
{"up", "k Up", "Moving", NULL,
	"Move up, or scroll the notes", BROWSE | HELP, cmd_move_up},
{"left", "h Left", "Moving", NULL,
	"Go to the pane on the left", BROWSE, cmd_move_left},
{"right", "l Right", "Moving", NULL,
	"Go to the pane on the right", BROWSE, cmd_move_right},
{"next-pane", "Tab", "Moving", NULL,
	"Go to the next pane, or from the last to the first", BROWSE, cmd_move_next_pane},
{"previous-pane", "S-Tab", "Moving", NULL,
	"Go to the previous pane, or from the first to the last", BROWSE, cmd_move_previous_pane},
{"enter", "Enter", "Moving", NULL,
	"Go into the track, or into the notes at what the filter found",
	BROWSE, cmd_move_enter},
{"read-on", "Space", "Moving", NULL,
	"Scroll the notes, and at their end go to the next talk",
	BROWSE, cmd_jump_read_on},
{"page-down", "PgDn ^F", "Moving", NULL,
	"Move down by a page", BROWSE | HELP, cmd_move_page_down},
{"page-up", "PgUp ^B", "Moving", NULL,
	"Move up by a page", BROWSE | HELP, cmd_move_page_up},
{"half-down", "^D", "Moving", NULL,
	"Move down by half a page", BROWSE | HELP, cmd_move_half_down},
{"half-up", "^U", "Moving", NULL,
	"Move up by half a page", BROWSE | HELP, cmd_move_half_up},
{"top", "g Home", "Moving", NULL,
	"Go to the first row or, with a count, to that row",
	BROWSE | HELP, cmd_move_top},
{"bottom", "G End", "Moving", NULL,
	"Go to the last row or, with a count, to that row",
	BROWSE | HELP, cmd_move_bottom},
{"next-talk", "J", "Moving", NULL,
	"Go to the next talk, from any pane", BROWSE, cmd_jump_next_talk},
{"previous-talk", "K", "Moving", NULL,
	"Go to the previous talk, from any pane", BROWSE, cmd_jump_previous_talk},
{"next-track", "]", "Moving", NULL,
	"List the next track, from any pane", BROWSE, cmd_jump_next_track},
{"previous-track", "[", "Moving", NULL,
	"List the previous track, from any pane", BROWSE, cmd_jump_previous_track},
{"next-conference", "}", "Moving", NULL,
	"Go to the next conference, where several are open",
	BROWSE, cmd_jump_next_conference},
{"previous-conference", "{", "Moving", NULL,
	"Go to the conference before", BROWSE, cmd_jump_previous_conference},
{"random", "R", "Moving", NULL,
	"Go to a talk picked at random from the list", BROWSE, cmd_jump_random},
{"track", "", "Moving", "[NAME]",
	"List the track whose name begins with this, or contains it",
	BROWSE, cmd_jump_track},
{"talk", "", "Moving", "ID",
	"Go to the talk with this id", BROWSE, cmd_jump_talk},

{"filter", "/", "Finding", "[QUERY]",
	"List the talks that match while you type; in the notes, find there",
	BROWSE, cmd_find_filter},
{"find", "", "Finding", "[QUERY]",
	"Find in the open talk", BROWSE, cmd_find_find},
{"next-match", "n", "Finding", NULL,
	"Go to the next match, in this talk and on; without a filter, set the last one",
	BROWSE, cmd_find_next},
{"previous-match", "N", "Finding", NULL,
	"Go to the previous match", BROWSE, cmd_find_previous},
{"speaker", "S", "Finding", NULL,
	"List the speaker's talks by year; with a count, those of that speaker",
	BROWSE, cmd_find_speaker},
{"same-time", "D", "Finding", NULL,
	"List what takes place at the same time as the talk",
	BROWSE, cmd_find_same_time},
{"related", "m", "Finding", NULL,
	"List the talks that are nearest by their words; again from there",
	BROWSE, cmd_find_related},
{"only-bookmarks", "B", "Finding", NULL,
	"List only bookmarks, or all again", BROWSE, cmd_find_bookmarks},

{"open", "o", "The talk", "[PATH]",
	"Open the video, at a time code there, with a count that link; or PATH",
	BROWSE, cmd_talk_open},
{"open-previous", "^O", "The talk", NULL,
	"Go back to the documents that were open before",
	BROWSE, cmd_talk_back},
{"play", "p", "The talk", NULL,
	"Play the video in mpv, at a time code from there, else from where it stopped",
	BROWSE, cmd_talk_play},
{"play-start", "P", "The talk", NULL,
	"Play the video from its start; in the queue, play all of it",
	BROWSE, cmd_talk_play_start},
{"stamp", "M", "The talk", "[TEXT]",
	"Write where mpv is into your own note on that talk, then on; or add TEXT",
	BROWSE, cmd_mark_stamp},
{"transcript", "c", "The talk", NULL,
	"Show the transcripts of talks that have one, or fold them",
	BROWSE, cmd_talk_transcript},
{"next-time", ")", "The talk", NULL,
	"Go to the next time code of the notes; Enter and p play from there",
	BROWSE, cmd_talk_next_code},
{"previous-time", "(", "The talk", NULL,
	"Go to the time code before", BROWSE, cmd_talk_previous_code},
{"copy", "y", "The talk", NULL,
	"Copy the link; with a count, that link of the notes",
	BROWSE, cmd_talk_copy},
{"copy-markdown", "Y", "The talk", NULL,
	"Copy title and link as Markdown", BROWSE, cmd_talk_copy_link},
{"bookmark", "b", "The talk", NULL,
	"Set the bookmark, or remove it", BROWSE, turn_bookmark},
{"seen", "w", "The talk", NULL,
	"Mark the talk as seen, or as not seen", BROWSE, turn_seen},
{"note", "a", "The talk", "[TEXT]",
	"Write your own note on the talk in the editor; with TEXT, add to it",
	BROWSE, cmd_mark_note},
{"all-seen", "A", "The talk", NULL,
	"Mark all talks of the list as seen", BROWSE, cmd_mark_all_seen},
{"tag", "t", "The talk", "[TAG]",
	"Tag the talk, or remove the tag; several with blanks between",
	BROWSE, cmd_mark_tag},
{"range", "V", "The talk", NULL,
	"Begin a range of talks, for the next mark; a count or a group is one, too",
	BROWSE, cmd_mark_range},
{"queue", "x", "The talk", NULL,
	"Add the talk to the queue, or take it from there", BROWSE, cmd_queue_turn},
{"queue-up", "M-Up", "The talk", NULL,
	"In the queue: move the talk up", BROWSE, cmd_queue_up},
{"queue-down", "M-Down", "The talk", NULL,
	"In the queue: move the talk down", BROWSE, cmd_queue_down},
{"plan", "", "The talk", "LENGTH [QUERY]",
	"Queue talks until they take so long: bookmarked ones, then related ones",
	BROWSE, cmd_queue_plan},
{"undo", "u", "The talk", NULL,
	"Undo the last change of a mark", BROWSE, cmd_mark_undo},
{"redo", "^R", "The talk", NULL,
	"Redo the change that was undone", BROWSE, cmd_mark_redo},
{"same", "y", "The talk", NULL,
	"In the list of a source: it is the same talk as the other",
	BROWSE | PAIRS, cmd_pair_same},
{"apart", "n", "The talk", NULL,
	"In the list of a source: it is not the same talk as the other",
	BROWSE | PAIRS, cmd_pair_apart},
{"edit", "e", "The talk", NULL,
	"Open the document in the editor, at this talk", BROWSE, cmd_talk_edit},
{"reload", "r", "The talk", NULL,
	"Read the documents again; lectern does so itself when they change",
	BROWSE, cmd_act_reload},

{"help", "? F1", "The screen", NULL,
	"Show the keys, or leave them", BROWSE | HELP, cmd_act_help},
{"group", "T", "The screen", "[WHAT]",
	"Group talks by tracks, speakers, tags, days, rooms or sources, in turn",
	BROWSE, cmd_screen_group},
{"library", "L", "The screen", NULL,
	"List the conferences of the library, or go back from there",
	BROWSE, cmd_screen_library},
{"info", "i", "The screen", NULL,
	"Tell how the document is read, why, and what changes it",
	BROWSE, cmd_screen_info},
{"fold", "-", "The screen", NULL,
	"Fold the part of the notes at the top; with a count, that part",
	BROWSE, cmd_screen_fold},
{"unfold", "+", "The screen", NULL,
	"Unfold the next part that is folded; with a count, that part",
	BROWSE, cmd_screen_unfold},
{"zoom", "z", "The screen", NULL,
	"Give the pane the whole screen, or go back", BROWSE, cmd_screen_zoom},
{"rows", "v", "The screen", NULL,
	"Show talks in one row each, in two, or with time and room, in turn",
	BROWSE, cmd_screen_rows},
{"sort", "s", "The screen", "[ORDER]",
	"Sort by programme, title, speaker, newest, longest or unseen, in turn",
	BROWSE, cmd_screen_sort},
{"border-left", "<", "The screen", NULL,
	"Move the border beside the pane to the left; with a count, so many columns",
	BROWSE, cmd_screen_border_left},
{"border-right", ">", "The screen", NULL,
	"Move the border beside the pane to the right", BROWSE,
	cmd_screen_border_right},
{"command", ":", "The screen", NULL,
	"Type the name of a command, or a row's number", BROWSE, cmd_act_command},
{"config", "", "The screen", NULL,
	"Read the configuration again", BROWSE, cmd_act_config},
{"escape", "Esc", "The screen", NULL,
	"Clear the filter; without one, go to the pane on the left",
	BROWSE | HELP, cmd_act_escape},
{"redraw", "^L", "The screen", NULL,
	"Draw the screen anew", BROWSE | HELP | TYPING, cmd_act_redraw},
{"suspend", "^Z", "The screen", NULL,
	"Suspend lectern, until the shell's fg", BROWSE | HELP | TYPING, cmd_act_stop},
{"back", "q", "The screen", NULL,
	"Go back a pane, and quit from where you began",
	BROWSE | HELP, cmd_act_back},
{"quit", "Q", "The screen", NULL, "Quit", BROWSE | HELP, cmd_act_quit},

{"help-page-down", "Space", "In the help", NULL,
	"Move down by a page", HELP, cmd_move_page_down},
{"help-page-up", "b", "In the help", NULL,
	"Move up by a page", HELP, cmd_move_page_up},
{"help-find", "/", "In the help", NULL,
	"Find in the help", HELP, cmd_find_in_help},
{"help-next", "n", "In the help", NULL,
	"Go to the next match in the help", HELP, cmd_find_next_help},
{"help-previous", "N", "In the help", NULL,
	"Go to the previous match in the help", HELP, cmd_find_previous_help},

{"accept", "Enter", "While typing", NULL,
	"Keep the filter and go to its talks, or run the command",
	TYPING, command_accept},
{"cancel", "Esc", "While typing", NULL,
	"Clear the filter and go back to where you were, or drop the command",
	TYPING, type_cancel},
{"hit-down", "Down ^N", "While typing", NULL,
	"Go to the next talk of the list", FILTER, cmd_find_down},
{"hit-up", "Up ^P", "While typing", NULL,
	"Go to the previous talk of the list", FILTER, cmd_find_up},
{"hit-page-down", "PgDn", "While typing", NULL,
	"Move down the list by a page", FILTER, cmd_find_page_down},
{"hit-page-up", "PgUp", "While typing", NULL,
	"Move up the list by a page", FILTER, cmd_find_page_up},
{"history-back", "^R", "While typing", NULL,
	"Go back to the filter typed before", FILTER, cmd_find_history},
{"complete", "Tab", "While typing", NULL,
	"Complete the name; in the filter a field, state, tag, track or the offer",
	COMMAND | FILTER, command_complete},
{"delete-before", "Backspace", "While typing", NULL,
	"Delete the character before the cursor", TYPING, type_backspace},
{"delete-at", "Delete ^D", "While typing", NULL,
	"Delete the character at the cursor", TYPING, type_delete},
{"delete-word", "^W", "While typing", NULL,
	"Delete the word before the cursor", TYPING, type_kill_word},
{"delete-to-start", "^U", "While typing", NULL,
	"Delete all before the cursor", TYPING, type_kill_start},
{"delete-to-end", "^K", "While typing", NULL,
	"Delete all after the cursor", TYPING, type_kill_end},
{"cursor-left", "Left ^B", "While typing", NULL,
	"Move the cursor left", TYPING, type_left},
{"cursor-right", "Right ^F", "While typing", NULL,
	"Move the cursor right", TYPING, type_right},
{"cursor-start", "Home ^A", "While typing", NULL,
	"Move the cursor to the start", TYPING, type_home},
{"cursor-end", "End ^E", "While typing", NULL,
	"Move the cursor to the end", TYPING, type_end},
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
