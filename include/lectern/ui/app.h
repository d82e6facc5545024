/*
 * The state of the interface and its invariants.  Commands change it, draw
 * shows it.  It knows no terminal and no key codes, and never prints.
 *
 * app.c has the state as a whole, app_list.c the lists of tracks and talks and
 * the filter, app_range.c the talks to act on, app_change.c the changes of their
 * marks, app_row.c the rows of these lists, app_detail.c the notes of the
 * selected talk, app_fold.c their parts, app_recall.c and app_place.c what is kept for the
 * next run, app_library.c the conferences on the whole screen, app_code.c time codes, app_missing.c the
 * talks of which only marks are left, app_swap.c documents that are read again.
 */
#ifndef LECTERN_APP_H
#define LECTERN_APP_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "lectern/base/parallel.h"
#include "lectern/find/filter.h"
#include "lectern/find/related.h"
#include "lectern/find/suggest.h"
#include "lectern/marks/marks.h"
#include "lectern/model/mark_kind.h"
#include "lectern/model/notes.h"
#include "lectern/model/query.h"
#include "lectern/system/config.h"
#include "lectern/system/history.h"
#include "lectern/system/news.h"
#include "lectern/system/qr.h"
#include "lectern/system/recall.h"
#include "lectern/ui/edit.h"
#include "lectern/ui/layout.h"
#include "lectern/ui/talk_rows.h"

enum mode {
	MODE_BROWSE,
	MODE_FILTER,    /* typing in the filter prompt */
	MODE_FIND,      /* typing what to find in the open talk */
	MODE_COMMAND,   /* typing a command after `:` */
	MODE_HELP,      /* the help screen is shown */
	MODE_HELP_FIND, /* typing what to find in the help */
	MODE_PAIRS,     /* never set: keys of MODE_BROWSE while pairs are
	                   listed; see app_pair.c */
	MODE_COUNT,
};

/*
 * Rows of the tracks pane: first the built-in views, then those of the config,
 * then the tracks.
 */
enum {
	TRACKS_ALL,
	TRACKS_BOOKMARKS,
	TRACKS_UNSEEN,
	TRACKS_RECENT,  /* talks seen, the latest first */
	TRACKS_HISTORY, /* talks opened, the latest first */
	TRACKS_QUEUE,   /* talks to watch, in the reader's order */
	TRACKS_NEW,     /* new since last time; no row while there are none */
	TRACKS_BUILT_IN,
};

#define APP_NONE UINT32_MAX /* no talk, no row */

/* Columns left of the notes (`>` and a blank), and right of them. */
#define DETAIL_GUTTER 2
#define DETAIL_EDGE   1

/* Columns left of a track's name, and right of names and titles. */
#define TRACK_GUTTER 2 /* `>`, a blank */
#define LIST_EDGE    1
#define NAMES_GAP    2 /* between a title and speakers beside it */

#define BAR_COLUMNS 4 /* of a bar that tells how much is seen, or played */

/* How many screen rows talks get: see app_talk_row(). */
enum row_style {
	ROWS_AUTO,
	ROWS_ONE,
	ROWS_TWO,
	ROWS_WHEN, /* as ROWS_TWO, with day, start and room */
	ROWS_COUNT,
};

/* The order of the list; the best hits of a new filter come first. */
enum sort {
	SORT_PROGRAMME,
	SORT_TITLE,
	SORT_SPEAKER, /* by family name */
	SORT_NEWEST,  /* by day, or what tells the year */
	SORT_LONGEST,
	SORT_UNSEEN, /* those first that are not seen */
	SORT_COUNT,
};

/* Selection and scroll of a list. */
struct cursor {
	size_t sel; /* selected row, 0 where the list is empty */
	size_t top; /* first row shown; top <= sel */
};

/* A view: a query with a row of its own above the tracks. */
struct view {
	const char *name; /* both belong to the config, or are constant */
	const char *query;
	bool *has; /* for each talk, whether it matches; owned */
	bool own;  /* a built-in one with the config's query */
};

/* What lists need to know of a talk; small, since there may be many. */
struct brief {
	uint32_t track;
	unsigned kinds; /* bits of enum mark_kind */
	bool pause;     /* a break, which counts nowhere */
};

/* A place in the notes of a talk that rewrapping does not move. */
struct spot {
	uint32_t kind;  /* enum row_kind */
	uint32_t block; /* for ROW_BLOCK */
	uint32_t start; /* byte in its text */
};

#define APP_STEPS 200 /* that can be undone */

/* A change of a mark; those of one step are made and undone together. */
struct change {
	uint32_t talk; /* index */
	enum mark_kind kind;
	uint32_t step; /* its number */
	/* The note, the tag, or "1"; "" for none.  Owned, once it is made. */
	char *before, *after;
};

/*
 * The changes of this run, oldest first; the last `undone` of them are undone.
 */
struct changes {
	struct change *change;
	size_t n, cap, undone;
	uint32_t step; /* of the last one that was made */
};

/* What a row of the tracks pane stands for. */
enum group_kind { GROUP_VIEW, GROUP_CONFERENCE, GROUP_TRACK, GROUP_VALUE };

struct group {
	uint8_t kind;   /* enum group_kind */
	uint32_t index; /* into views, sources, tracks or values */
};

/* What the rows below the views group talks by. */
enum app_by {
	BY_TRACK,
	BY_SPEAKER,
	BY_TAG,
	BY_DAY,
	BY_ROOM,
	BY_SOURCE, /* those that were joined with another */
	BY_COUNT,
};

/* A speaker, tag, day, room or source. */
struct app_value {
	const char *name;
	const char *key; /* equal for equal values; all but sources are
	                    sorted by it, of days only those with a date */
	uint32_t found;  /* its number before sorting */
	uint32_t source; /* of BY_SOURCE: its number */
};

/* All of them, and which talk has which. */
struct app_values {
	struct app_value *value;
	size_t n;
	uint32_t *first; /* for each talk, where its values begin in `of`; one
	                    more for the end */
	uint32_t *of;
	struct arena *arena; /* owns names and keys */
	bool made;           /* of the notes of today */
};

/* How many talks a group lists. */
struct count {
	uint32_t talks, unseen;
};

/* The key of a missing talk, its index, and the place of its mark. */
struct missing_key {
	const char *key;
	uint32_t talk;
	uint32_t mark; /* in marks_list(), or APP_NONE; not kept up to date */
};

/* Notes with the talks of the documents, followed by the missing ones. */
struct missing {
	struct notes notes;       /* those of the documents, except for these
	                         two: */
	struct talk *talks;       /* all of them */
	struct track *tracks;     /* all of them */
	struct arena *arena;      /* owns the strings of the missing ones */
	uint32_t n;               /* talks that are missing */
	struct missing_key *keys; /* theirs, sorted as marks are; owned */
};

/* What the loop in tui.c has to do after a command. */
enum outcome {
	OUT_NONE,    /* nothing changed */
	OUT_DRAW,    /* the state changed */
	OUT_REDRAW,  /* repaint everything (^L) */
	OUT_BACK,    /* open the documents again that were open before */
	OUT_OPEN,    /* open app->effect in the browser */
	OUT_PLAY,    /* play app->effect */
	OUT_QUEUE,   /* play all that is queued */
	OUT_COPY,    /* copy app->effect to the clipboard */
	OUT_EDIT,    /* edit the document of talk app->effect_talk */
	OUT_NOTE,    /* edit the reader's own note on that talk */
	OUT_STAMP,   /* likewise, with app->effect added to it */
	OUT_SOURCES, /* open the documents at app->effect, or, if that is NULL,
	                those of the library */
	OUT_CONFIG,  /* read the configuration again */
	OUT_RELOAD,  /* read the documents again */
	OUT_SETTLED, /* likewise, since a pair was settled */
	OUT_STOP,    /* suspend (^Z) */
	OUT_QUIT,
};

/* What is to be done about news of the documents. */
enum app_visit {
	VISIT_TOLD, /* nothing */
	VISIT_KEEP, /* they are to be found and remembered, */
	VISIT_TELL, /* and told */
};

/* What was begun for that. */
enum news_step { NEWS_NONE, NEWS_FIND, NEWS_KEEP };

/* News that are being found, by a thread while there is a task. */
struct app_news {
	struct parallel_task *task; /* or NULL */
	enum news_step step;
	const struct notes *notes;
	char *path;
	struct news found;
	struct err err; /* if they were not `kept` */
	bool kept;
};

/*
 * How a document is read, or how far the reader is, as a page; all zero: it is
 * not asked for.
 */
struct info {
	struct arena *arena; /* owns the rest */
	const char *name;
	struct about said;
	uint32_t talk;  /* was selected when it was asked for, or APP_NONE, */
	enum pane back; /* and had the focus */
	bool stats;     /* it is how far the reader is */
};

/* What talks that are listed have in common with. */
struct near {
	uint32_t talk;
	uint32_t speaker; /* are by this one of it, or APP_NONE: are near it */
};

struct app {
	const struct notes *notes; /* as given, or missing.notes if talks are
	                              missing */
	struct missing missing;
	const struct config *config; /* may be NULL */
	struct marks *marks;
	struct filter *filter;
	struct view *views; /* `nviews`, the built-in ones first */
	size_t nviews;
	struct annotations *annotations; /* for each talk */
	struct brief *briefs;            /* for each talk */
	struct changes changes;

	struct info info; /* is shown instead of the notes, if there is one */
	int h, w;         /* of the screen */
	struct panes panes;
	struct borders moved; /* from their usual places, at this width */
	enum row_style row_style;
	enum sort sort;
	bool ranked; /* a filter was set, and no order since */
	enum pane focus;
	enum pane home; /* the leftmost pane that had the focus: q quits */
	enum mode mode;
	bool zoom;
	bool plain;             /* to be read aloud; see layout_plain() */
	bool ascii;             /* shown in ASCII alone; see grid.h */
	bool in_library;        /* the conferences fill the screen */
	enum pane library_home; /* home before that */
	bool library_open;      /* the notes are those of the library */
	bool library_wanted;    /* show it when its documents are read */
	long long *visits; /* of each conference, while in_library; owned */

	struct cursor tracks;   /* over app_tracks_rows() rows */
	struct cursor talks;    /* over list.n rows */
	size_t help_top;        /* first row of the help screen that is shown */
	struct query help_find; /* what to find in the help, */
	size_t help_at;         /* the row where it was found, */
	int help_step;    /* and the direction to find it again: 1 or -1 */
	bool welcome;     /* the welcome is shown */
	bool picking;     /* Enter on a talk chooses it, and quits */
	uint8_t folded;   /* bits 1 << enum talk_part: only headings */
	uint32_t *picked; /* what was chosen, `npicked` indices; owned */
	size_t npicked;

	struct talk_rows detail;    /* of the selected talk, while its pane is
	                            shown */
	struct arena *detail_arena; /* owns the annotations among them */
	const char *detail_note;    /* these were made of it; the arena owns
	                               both */
	const char *detail_tags;
	char *detail_also;       /* where else the talk was given; see
	                      app_also_given() */
	size_t detail_top;       /* first row of `detail` that is shown */
	struct spot detail_spot; /* the place of detail_top in the notes */
	uint32_t detail_of;      /* of this talk, or APP_NONE */
	uint32_t spoken_of;      /* likewise `spoken`, */
	uint32_t nspoken;        /* which are so many */
	uint32_t match_row;      /* the row where `n` stopped, or APP_NONE */
	struct spot match_spot;

	struct transcripts *transcripts; /* owned; NULL: not looked for */
	struct arena *spoken_arena;      /* owns the paragraphs */
	const struct block *spoken;      /* see spoken_of */

	struct query find; /* what is found in the open talk; see app_find() */
	uint32_t find_at;  /* the current match, from 0 */
	uint32_t find_n;   /* matches in all of `detail` */
	size_t find_top;   /* detail_top when the prompt was opened */

	struct news fresh; /* see app_news.c */

	struct recall *recall; /* borrowed, or own_recall */
	struct recall own_recall;
	struct history *history; /* typed filters; borrowed; may be NULL */
	size_t history_at;       /* lines back from its end; 0: not in use */

	struct edit input;       /* filter or command being typed */
	struct query query;      /* the filter in force */
	struct hits found;       /* hits of the query in all notes */
	struct hits list;        /* the hits that are listed */
	size_t pace;             /* bytes to search before looking for a key */
	struct suggest *suggest; /* for queries that find nothing */
	bool searching;          /* a search is under way; see app_search() */
	bool suggesting;         /* looks for one; see app_prepare() */
	bool news;               /* app_prepare() found something to draw */
	bool best_first;         /* select the best hit, */
	uint32_t wanted;         /* unless this talk still matches */
	uint32_t left;           /* the talk selected before nothing matched */
	uint32_t range_from;     /* where the range begins, or APP_NONE */
	struct related related;  /* what is listed instead of the group, */
	struct near *related_to; /* near the last of these `nrelated`; */
	size_t nrelated;         /* 0: the group is listed; owned */
	bool only_bookmarks;     /* list nothing else */
	uint32_t kept;        /* talk to return to if Esc leaves the prompt */
	enum pane kept_focus; /* pane to return to with it */

	size_t listed;        /* talks in the list, without breaks; the counter */
	size_t in_view;       /* tells these, and how many without the filter */
	struct count *counts; /* of each group; see app_counts_of() */
	struct group *groups; /* ngroups rows of the tracks pane */
	size_t ngroups, groups_cap;
	enum app_visit visit_due;
	struct app_news news_found;
	enum app_by by;           /* what the groups are */
	struct app_values values; /* none for BY_TRACK */
	char *value_name;         /* of the selected one, or NULL; owned */
	bool *unfolded; /* of each conference, whether its tracks are rows */
	int count;      /* the number typed before a command; 0: none */
	int percent; /* of the documents that is read, if the notes are a part */
	char pending[64];   /* keys that begin a binding of several; "" */
	bool pending_shown; /* the keys that may follow are shown */

	char message[512];    /* one line for the status row; "" for none */
	bool message_bad;     /* it tells of a failure */
	bool message_undo;    /* or of what was done to several talks */
	bool message_joined;  /* it is that of app_say_joined() */
	struct qr qr;         /* is shown until the next key, if there is one */
	char *notice;         /* text to show whole until the next key, or
	                         NULL */
	char *effect;         /* URL or text for the outcome; owned */
	long effect_second;   /* where to play, or 0 */
	long playing_second;  /* where `playing` is */
	uint32_t effect_talk; /* index */
	uint32_t playing;     /* what is played, if it is known, or APP_NONE */
	uint32_t random;      /* state of the generator for R; seed it */
};

/*
 * Prepares the state for a screen of 24 rows and 80 columns.  Notes, marks and
 * config (NULL: defaults) are borrowed.  To be freed with app_free().
 */
void app_init(struct app *app, const struct notes *notes, struct marks *marks,
    const struct config *config);
void app_free(struct app *app);

/* Takes the views of the config, which has changed; call it before any key. */
void app_take_config(struct app *app);

/* Adapts to the size of the screen; keeps selections and first visible rows. */
void app_resize(struct app *app, int h, int w);

/*
 * Restores the invariants after a change of list, selection, focus or size:
 * panes, detail rows and scrolls follow.  The functions here call it
 * themselves.
 */
void app_settle(struct app *app);

/*
 * Checks the invariants: selections are inside their lists and in sight, the
 * detail rows are those of the selected talk, text is clean.  Returns NULL, or
 * the broken invariant in words.  Tests call it after every key, and so does
 * the loop in debug builds.
 */
const char *app_check(const struct app *app);

/* Moves the focus, and adapts the layout. */
void app_set_focus(struct app *app, enum pane focus);

/* Moves the selection of the focused pane by rows; scrolls the notes. */
void app_move(struct app *app, long by);

/* Moves by pages of the focused pane. */
void app_move_pages(struct app *app, long by);

/*
 * Scrolls a pane by rows of its list; moves its selection no more than is
 * needed to keep it in sight.
 */
void app_scroll(struct app *app, enum pane pane, long by);

/* Shows a message, or with `bad` a failure, in the status row. */
void app_say(struct app *app, bool bad, const char *format, ...)
    __attribute__((format(printf, 3, 4)));

/* Shows one or more lines of text, whole, until the next key; NULL: none. */
void app_notice(struct app *app, const char *text);

/* Shows all faults of a config so, if there are any. */
void app_show_faults(struct app *app, const struct config *config);

/* app_list.c: tracks, talks, filter. */

/* Returns the selected talk, or NULL if the list is empty. */
const struct talk *app_talk(const struct app *app);

/* Returns its index in the notes, or APP_NONE. */
uint32_t app_talk_index(const struct app *app);

/* Returns the number of rows of a list; `pane` is not PANE_DETAIL. */
size_t app_rows(const struct app *app, enum pane pane);

/*
 * Returns the row of the list at screen row `y` inside the pane, or APP_NONE.
 */
size_t app_row_at(const struct app *app, enum pane pane, int y);

/* Selects a row of a list; its last row if that is out of range. */
void app_select_row(struct app *app, enum pane pane, size_t row);

/* Lists the talks of a row of the tracks pane; keeps talk and filter. */
void app_set_track(struct app *app, size_t row);

/*
 * Sets the filter to `text` and lists what matches.  If that takes too long for
 * a key, app->searching is set and the old list stays, until app_search() or
 * app_finish() has finished the search.
 */
void app_set_filter(struct app *app, const char *text);

/* Searches for a while; returns false when there is nothing left to do. */
bool app_search(struct app *app);

/*
 * Tells how long app_search() took, if something was left to do.  It then
 * searches as much at a time as keys allow: few partial answers are drawn.
 */
void app_search_took(struct app *app, uint64_t microseconds);

/*
 * Returns the query to offer if no talk matches, and how many talks match it;
 * NULL: there is none.
 */
const char *app_offer(const struct app *app, size_t *talks);

/*
 * Does work that nobody waits for, for a while: makes text ready for the first
 * search, and looks for a query to offer if nothing matches.  Returns false
 * when there is nothing left to do; sets app->news if there is something to
 * draw.
 */
bool app_prepare(struct app *app);

/* Finishes a search that is under way. */
void app_finish(struct app *app);

/* Returns how often to repeat a command with this count; 1 without one. */
int app_times(int count);

/* Makes the list anew, after marks changed; keeps the selected talk. */
void app_relist(struct app *app);

/* Selects a talk by its index in the notes; false if it is not listed. */
bool app_select(struct app *app, uint32_t talk);

/* Returns what the reader added to a talk. */
const struct annotations *
app_annotations(const struct app *app, const struct talk *talk);

/*
 * Return the reader's own note on the talk of an index, and its tags; "" for
 * none.
 */
const char *app_note(const struct app *app, uint32_t talk);
const char *app_tags(const struct app *app, uint32_t talk);

/* Returns the row of a talk in the list, or APP_NONE. */
size_t app_find_row(const struct app *app, uint32_t talk);

/* Chooses the talks that a command with this count acts on. */
void app_pick(struct app *app, int count);

/* Whether a filter is set. */
bool app_filtered(const struct app *app);

/*
 * app_range.c: the talks that a command acts on.  A range goes from the talk
 * app->range_from to the selected one.
 */

/* Whether there is one. */
bool app_ranging(const struct app *app);

/* Ends a range whose first talk is not listed any more. */
void app_range_settle(struct app *app);

/* Returns the number of its rows, the first of which is `*first`; 0: no range. */
size_t app_range(const struct app *app, size_t *first);

/*
 * Returns how many rows of the list to act on, from `*first` on: those of the
 * range; all of the group, if that has the focus; else as many as `count` says
 * from the selected one on.
 */
size_t app_targets(const struct app *app, int count, size_t *first);

/* app_change.c: changes of marks, and their undoing. */

/*
 * Makes changes, whose texts are copied, as one step: all or none.  False after
 * a message: there are none, or they wait for another program; if the marks of
 * before are known, these can be undone, too.
 */
bool app_change(struct app *app, const struct change *change, size_t n);

/*
 * Returns the number of changes of the step that would be undone, or with `back`
 * false done again; they begin at `*first`.
 */
size_t
app_change_step(const struct app *app, bool back, const struct change **first);

/* Undoes that step, or does it again; false, after a message: it failed. */
bool app_change_again(struct app *app, bool back);

void app_changes_free(struct changes *changes);

/* app_row.c: the rows of the lists on the screen. */

/* Returns how many screen rows a row of a pane's list takes. */
int app_row_height(const struct app *app, enum pane pane, size_t row);

/*
 * Returns the columns left of a talk's title: `>`, one for each kind of marks
 * with a sign, and a blank.
 */
int app_talk_gutter(void);

/* Returns the columns for names and titles in a pane's rows. */
int app_list_room(const struct app *app, enum pane pane);

#define COUNT_BYTES 48 /* of what stands right of a name */

/*
 * Writes the marks of a talk as words, "bookmarked, seen"; "in range" is one,
 * too.  The arena owns them.
 */
const char *app_state_words(
    const struct app *app, struct arena *arena, uint32_t talk, bool ranged);

/*
 * The screen rows of a talk: a title of one or two rows, the speakers (and the
 * track, if the list mixes tracks) beside it or below, and perhaps an excerpt
 * of the notes.  By default speakers stand below in a narrow pane, and in a
 * wide one only if they do not fit beside the title.
 */
struct talk_row {
	int title;    /* rows of the title: 1 or 2 */
	size_t cut;   /* bytes of the title in the first of two rows */
	bool names;   /* the speakers have a row below it */
	bool excerpt; /* what matches in the notes has a row, too */
	bool bar;     /* right of the title is how much was played */
};

/* Returns the screen rows of a row of the list of talks. */
struct talk_row app_talk_row(const struct app *app, size_t row);

/* Whether a talk's row names its track: the list can have talks of others. */
bool app_names_track(const struct app *app, const struct talk *talk);

/* Whether the list can have talks of several conferences. */
bool app_mixes_conferences(const struct app *app);

/*
 * Writes what stands right of a track's name: "5/39" if 5 of 39 are seen; in the
 * library the date before it.
 */
void app_track_count(const struct app *app, size_t row, char out[COUNT_BYTES]);

/* Whether it has how many are seen. */
bool app_shows_seen(const struct app *app, size_t row);

/*
 * Returns the bytes of a track's name in its first row; `*rows` (1 or 2) is how
 * many it takes.
 */
size_t app_track_cut(const struct app *app, size_t row, int *rows);

/*
 * app_group.c: the rows of the tracks pane: views, and speakers, tags, days,
 * tracks or, where
 * several documents are open, conferences, which unfold to their tracks.  While a
 * filter is on those in which nothing is found are left out.
 */

/* Return the number of rows of the tracks pane, and the name of one. */
size_t app_tracks_rows(const struct app *app);
const char *app_track_name(const struct app *app, size_t row);

/* Makes the rows again after a change; keeps the selected group. */
void app_set_groups(struct app *app);

/* Returns the index of a group in app->counts. */
size_t app_counts_of(const struct app *app, struct group group);

/* Return the selected group, and whether a talk is in a group. */
struct group app_group(const struct app *app);
bool app_group_has(const struct app *app, struct group group, uint32_t talk);

/* Returns the row of a group, or APP_NONE. */
size_t
app_group_row(const struct app *app, enum group_kind kind, uint32_t index);

/*
 * Finds a conference by the path of its source, or a track of it by its name.
 * If that is missing returns the conference, if there are several, or the view
 * of all talks.
 */
struct group app_group_find(const struct notes *notes, enum group_kind kind,
    const char *path, const char *name);

/* Returns what stands before a name: "+ " if the row can be unfolded. */
const char *app_group_sign(const struct app *app, size_t row);

/* Unfolds or folds a conference; returns false if it is so already. */
bool app_unfold(struct app *app, uint32_t source, bool unfold);

/* app_value.c: groups by speaker, tag, day, room or source. */

/* Groups talks by this; false if there is no such word. */
bool app_set_by(struct app *app, const char *name);
const char *app_by_name(enum app_by by);

/* Finds all values anew, as app->by says. */
void app_values_make(struct app *app);
void app_values_free(struct app_values *values);

/* Returns the index of a value by its name, or APP_NONE. */
uint32_t app_value_find(const struct app *app, const char *name);
bool app_has_value(const struct app *app, uint32_t talk, uint32_t value);

/*
 * app_pair.c: what became of the talks of a source that was joined with another:
 * pairs, and talks that are left.
 */

/* Whether the list is that of a source, and what became of one of its talks. */
bool app_lists_pairs(const struct app *app);
const struct joined *app_pair_of(const struct app *app, uint32_t talk);

/* Returns a pair in words, to be freed: "near title: The Tides". */
char *app_pair_text(const struct app *app, const struct joined *pair);

/* Sorts the list: first what is left, then pairs, those in doubt first. */
void app_sort_pairs(struct app *app);

/* Writes what stands right of a source's name: "222/224" are joined. */
void app_pair_count(const struct app *app, size_t row, char out[COUNT_BYTES]);

/*
 * Says how many talks were joined, where that was not said in the last run or
 * talks are left; else returns false, saying nothing.
 */
bool app_say_joined(struct app *app);

/* app_spoken.c: transcripts. */

/*
 * Begins to look for transcripts, if that is not done and the notes are whole;
 * does so in idle time.
 */
void app_spoken_begin(struct app *app);

/* Forgets them, before the notes are replaced. */
void app_spoken_end(struct app *app);

/* Takes those found and read meanwhile; whether there is something to draw. */
bool app_spoken_look(struct app *app);

/* Asks for them to be read if the filter may find something in them. */
void app_spoken_want(struct app *app);

/*
 * Adds that of a talk, by its index, to what is shown of it; its paragraphs if
 * they are not folded.  Returns whether this is other than
 * `before`.
 */
bool app_spoken_settle(struct app *app, uint32_t talk,
    struct talk_rows_own *shown, const struct talk_rows_own *before);

/*
 * Finds where a hit is said that is only in the transcript: its text, of `*len`
 * bytes, and second; NULL: nowhere.
 */
const char *app_spoken_hit(const struct app *app, const struct hit *hit,
    uint32_t *second, size_t *len);

/* app_library.c: the conferences on the whole screen. */

/* Remembers that the conference of the selected talk was read now. */
void app_visit(struct app *app);

/* Lists the conferences, folded, on the whole screen. */
void app_show_library(struct app *app);

/* Goes back to the panes, and to this one; false if they are shown already. */
bool app_leave_library(struct app *app, enum pane focus);

/* Writes when a conference was last read; "" if that is not to be shown. */
void app_library_date(const struct app *app, size_t row, char out[COUNT_BYTES]);

/* From this many columns on, title and speakers share a row. */
#define ROWS_ROOMY 90

/* app_queue.c: talks to watch, in the reader's order. */

/*
 * Returns the queued talks of the notes, as indices in their order; `*n` of
 * them, to be freed.
 */
uint32_t *app_queue(const struct app *app, size_t *n);

/* Whether the view of the queue is listed. */
bool app_lists_queue(const struct app *app);

/* Sorts the list so. */
void app_sort_queue(struct app *app);

/*
 * Makes the changes that give talks, which are in their new order, their places
 * in it: one for each talk whose place is another one than it has.  The array
 * is to be freed with app_queue_free().
 */
struct change *app_queue_place(
    const struct app *app, const uint32_t *talk, size_t n, size_t *nchanges);
void app_queue_free(struct change *change, size_t n);

/* The same for `n` talks that are to be queued after the last one. */
struct change *
app_queue_add(const struct app *app, const uint32_t *talk, size_t n);

/* Returns a length in words, owned by the arena: "1 h 5 min". */
const char *app_length(struct arena *arena, size_t minutes);

/*
 * Returns how long talks take in words, owned by the arena: "3 talks, 1 h 5 min,
 * 1 of unknown length".
 */
const char *app_queue_length(
    const struct app *app, const uint32_t *talk, size_t n, struct arena *arena);

/* app_sort.c: the order of the list. */

/* Puts the list in its order. */
void app_sort_list(struct app *app);

/* Whether that is `app->sort`: hits and some views have an order of their own. */
bool app_is_sorted(const struct app *app);

/* Whether talks differ in what this order sorts them by. */
bool app_can_sort(const struct app *app, enum sort sort);

/* Sets the order by its name; returns false if there is none. */
bool app_set_sort(struct app *app, const char *name);

/* Returns the name of an order, and words for it: "by title". */
const char *app_sort_name(enum sort sort);
const char *app_sort_words(enum sort sort);

/* app_recall.c: what is kept for the next run. */

/* Restores what is remembered.  `recall` is borrowed, and kept up to date. */
void app_take_recall(struct app *app, struct recall *recall);

/* Sets how many screen rows talks get, and remembers it. */
void app_set_rows(struct app *app, enum row_style style);

/*
 * Moves the borders at this width, and remembers it; false if they cannot be
 * moved so far.
 */
bool app_move_borders(struct app *app, struct borders moved);

/* Restores the borders that are remembered for this width. */
void app_recall_borders(struct app *app);

/* app_place.c: where the reader is. */

/*
 * Keep the group, talk, pane, scrolls, order and folds for the next run, and go
 * to what was kept; what is not there any more is left out.  The filter is not
 * among them: cmd_find_next() takes it up again from the history.
 */
void app_keep_place(struct app *app, struct recall *place);
void app_take_place(struct app *app, const struct recall *place);

/* Goes there if it was a group that has a row only now: New, or Elsewhere. */
void app_take_late_place(struct app *app, const struct recall *place);

/* app_missing.c: talks of which only marks are left. */

/*
 * Adds a track with the talks that have marks but are in no document.  Those
 * added before keep their indices, even if they have lost their marks.  Call it
 * after app_relist() when marks were read.
 */
void app_find_missing(struct app *app);
void app_free_missing(struct missing *missing);

/* Takes the marks of the missing talks into app->annotations. */
void app_read_missing(struct app *app);

/*
 * In app_list.c: replaces the notes by `notes`, and the filter by one of these,
 * which app owns from then on.  Either they begin with the same talks, or
 * app_set_notes() calls it.
 */
void app_take_notes(
    struct app *app, const struct notes *notes, struct filter *filter);

/* app_swap.c: the documents read again. */

/* What became of the talks; freed with app_swap_free(). */
struct app_swap {
	uint32_t *to; /* for each talk before, its index now, or APP_NONE */
	uint32_t n;
	uint32_t fresh, gone; /* talks of documents */
	uint32_t moved;       /* to another time or room */
	uint32_t videos;      /* have a video now */
};

/*
 * Replaces the notes by those of the same documents, read again; those before
 * may then be freed.  Group, talk, scroll, folds, filter, prompt, marks and
 * what can be undone are kept, by names and ids.  A talk that is gone gives its
 * place to the next one.  `filter` is one of `notes`, perhaps made ready by
 * another thread, and is taken; NULL: there is none.  Fills `*swap`.
 *
 * Indices of talks kept outside of the app must go through app_swapped().
 */
void app_set_notes(struct app *app, const struct notes *notes,
    struct filter *filter, struct app_swap *swap);

/*
 * In app_moves.c: finds which talk is which, in notes before and after, and
 * fills a zeroed `swap`.
 */
void app_swap_find(
    struct app_swap *swap, const struct notes *was, const struct notes *now);

/* Returns where a talk is now; APP_NONE: it is gone, or there was none. */
uint32_t app_swapped(const struct app_swap *swap, uint32_t talk);
void app_swap_free(struct app_swap *swap);

/* app_news.c: what is new in the documents since they were last open. */

/*
 * Does a step of what app->visit_due says; false: there was nothing to do.  What
 * takes long is done by a thread.  What is new is listed by the view New.  On
 * `leaving` does all of it, but what would be told is left for the next time.
 */
bool app_news_take(struct app *app, bool leaving);

/* Whether the thread is at work: the notes must stay what and where they are. */
bool app_news_busy(const struct app *app);

/* Waits for the thread, and forgets what it found. */
void app_news_end(struct app *app);

/* Keeps what is new when the notes are others. */
void app_news_move(struct app *app, const struct app_swap *swap);

/* Whether the view New lists any talk. */
bool app_news_listed(const struct app *app);

/* app_info.c: how a document is read. */

/* Shows that of the selected talk's document, or of the group's. */
void app_info_begin(struct app *app);

/* Shows such a page, and owns it from then on. */
void app_info_show(struct app *app, struct info info);

/*
 * Forgets the page; false if there was none.  The first leaves it to the caller
 * to settle, the second goes back to where the reader was.
 */
bool app_info_end(struct app *app);
bool app_info_leave(struct app *app);

/* app_stats.c: how far each conference is. */

/* Shows that, and goes there; counts again what is shown, after a mark. */
void app_stats_begin(struct app *app);
void app_stats_again(struct app *app);

/* app_qr.c: a QR code over the panes. */

/* Shows that of a text until the next key; false after a message why not. */
bool app_qr_show(struct app *app, const char *text);

/* Forgets it; false if there was none. */
bool app_qr_end(struct app *app);

/*
 * Finds where it stands, with how many modules around it; false if the window is
 * too small.
 */
bool app_qr_fit(const struct app *app, struct rect *rect, int *quiet);

/* app_related.c: the talks that are near one are listed. */

#define APP_RELATED 50 /* at most */

/*
 * Lists the talks near the selected one, of all that is open; false, without a
 * change, if there are none.
 */
bool app_relate(struct app *app);

/*
 * Lists the talks of a speaker of the selected talk, of all that is open, the
 * latest year first.
 */
void app_relate_speaker(struct app *app, uint32_t speaker);

/* Returns the speaker whose talks are listed, or NULL. */
const char *app_related_speaker(const struct app *app);

/*
 * In app_person.c: the year of a talk, or 0: by its day, else by what its track
 * or conference is called.
 */
int app_year(const struct notes *notes, const struct talk *talk);

/* In app_person.c: finds all talks of a speaker of a talk. */
void app_person_find(struct related *related, const struct notes *notes,
    uint32_t talk, uint32_t speaker);

/* Goes back to the list before; false if the group is listed. */
bool app_relate_back(struct app *app);

/* Forgets which talks were near; the caller makes the list. */
void app_relate_end(struct app *app);

/* Returns the year of a listed talk or the words that it shares with the one it is near; NULL: the
 * group is listed, or it is not near. */
const char *app_related_words(const struct app *app, uint32_t talk);

/* Sorts the list, the nearest first. */
void app_sort_related(struct app *app);

/*
 * In app_also.c: tells in which other conferences the same people gave a talk
 * with a near title, "Also given at Tide Days, Dunes"; to be freed; NULL: in
 * none.
 */
char *app_also_given(const struct app *app, uint32_t index);

/* app_code.c: time codes in the notes of the selected talk. */

/*
 * Whether the current line of the notes, which has the focus and is in sight,
 * has a time code or goes on with such a line; the second goes to `*second`.
 */
bool app_code(const struct app *app, uint32_t *second);

/*
 * Makes the next line with a time code in direction `step` (1 or -1) the
 * current one; false if there is none.
 */
bool app_code_step(struct app *app, int step);

/* app_detail.c: the notes of the selected talk. */

/*
 * Whether the detail pane is about the selected conference or track: that has
 * the focus, and there is something said of it, which goes to `*said`; or about
 * how the document is read.
 */
bool app_detail_about(const struct app *app, struct about *said);

/*
 * Returns which parts of talks show only their headings: none while something is
 * looked for.
 */
unsigned app_folded(const struct app *app);

/* Folds or unfolds a part, of all talks; its heading stays in sight. */
void app_fold_part(struct app *app, enum talk_part part, bool fold);

/*
 * Folds or unfolds the part with that number of those that are shown, from 1; or
 * for 0 the first from the top of the pane on that can be.  Returns false if
 * there is none.
 */
bool app_fold(struct app *app, int number, bool fold);

/* Keep in the place what is folded, and take it up. */
void app_fold_keep(const struct app *app, struct recall *place);
void app_fold_take(struct app *app, const struct recall *place);

/* Builds the rows of the detail pane, if that is shown. */
void app_detail_settle(struct app *app);

/* Scrolls so that row `top` comes first, or as near as still fills the pane. */
void app_detail_scroll(struct app *app, size_t top);

/* Returns the largest detail_top. */
size_t app_detail_last(const struct app *app);

/* A place in the notes that outlives them. */
struct app_detail_place {
	struct spot spot;
	char *text; /* of the block there, or NULL; owned */
};

/*
 * Return the place that is scrolled to, and scroll to such a place of the same
 * talk: to the block with that text, or else the one of that number.
 */
struct app_detail_place app_detail_place(const struct app *app);
void app_detail_go(struct app *app, const struct app_detail_place *place);
void app_detail_place_free(struct app_detail_place *place);

/*
 * Finds where the filter matches in a row of the detail pane, as ranges of its
 * text within [start, end); returns their number, at most `max`.  `*begins`
 * (may be NULL) is how many matches begin in this row.
 */
size_t app_detail_ranges(const struct app *app, size_t row,
    struct range *ranges, size_t max, size_t *begins);

/* Whether a search in the open talk is on. */
bool app_finding(const struct app *app);

/*
 * Searches the open talk for `text` ("" ends that): marks its matches instead
 * of the filter's, and shows the first one from row find_top on.
 */
void app_find(struct app *app, const char *text);

/*
 * Shows the next match of app_find() in direction `step` (1 or -1), round and
 * round.
 */
void app_find_step(struct app *app, int step);

/* Makes a row the current match and scrolls it into sight. */
void app_detail_show(struct app *app, size_t row);

/*
 * Returns the next row after row `from` in direction `step` (1 or -1) in which
 * a match begins, or APP_NONE.  If `from` is APP_NONE, looks from the first row
 * on, or backwards from the last.
 */
uint32_t app_detail_match(const struct app *app, uint32_t from, int step);

#endif
