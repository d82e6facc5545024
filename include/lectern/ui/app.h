/*
 * The state of the interface and its invariants.  Commands change it, draw
 * shows it; it knows neither terminal nor keys' codes and never prints.
 *
 * app.c has the state as a whole, app_list.c the lists of tracks and talks
 * and the filter, app_page.c the notes of the selected talk, app_missing.c the
 * talks that only marks tell of.
 */
#ifndef LECTERN_APP_H
#define LECTERN_APP_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "lectern/find/filter.h"
#include "lectern/find/suggest.h"
#include "lectern/marks/marks.h"
#include "lectern/model/mark_kind.h"
#include "lectern/model/notes.h"
#include "lectern/model/query.h"
#include "lectern/system/config.h"
#include "lectern/system/history.h"
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
	MODE_HELP_FIND, /* typing what to find in it */
	MODE_COUNT,
};

/* Rows of the tracks pane: the views, these first, then the tracks. */
enum {
	TRACKS_ALL,
	TRACKS_BOOKMARKS,
	TRACKS_UNSEEN,
	TRACKS_RECENT,  /* what was seen, the last one first */
	TRACKS_HISTORY, /* what was opened, the last one first */
	TRACKS_BUILT_IN,
};

#define APP_NONE UINT32_MAX /* no talk, no row */

/* Columns left of the notes, one for `>` and one blank, and right of them. */
#define DETAIL_GUTTER 2
#define DETAIL_EDGE   1

/* Columns left of a track's name, and right of that and of a talk's title. */
#define TRACK_GUTTER 2 /* `>`, a blank */
#define LIST_EDGE    1
#define NAMES_GAP    2 /* between a title and the speakers in its row */

/* The rows of talks: see app_talk_row(). */
enum row_style { ROWS_AUTO, ROWS_ONE, ROWS_TWO };

/* Selection and scroll of a list. */
struct cursor {
	size_t sel; /* selected row, 0 where the list is empty */
	size_t top; /* first row shown; top <= sel */
};

/* A query that has a row of its own above the tracks. */
struct view {
	const char *name; /* both are the config's, or constants */
	const char *query;
	bool *has; /* of each talk, whether it matches; owned */
};

/* What lists ask of a talk, close together: there may be many talks. */
struct brief {
	uint32_t track;
	unsigned kinds; /* bits of enum mark_kind */
};

/* A place in the notes of a talk that rewrapping does not move. */
struct spot {
	uint32_t kind;  /* enum row_kind */
	uint32_t block; /* for ROW_BLOCK */
	uint32_t start; /* byte in its text */
};

#define APP_CHANGES 200 /* that can be undone */

/* A mark that was set or removed. */
struct change {
	uint32_t talk; /* index */
	enum mark_kind kind;
	/* The note, the tag, or "1"; "" for none; owned. */
	char *before, *after;
};

/* The changes of this run, the oldest first; of them the last are undone. */
struct changes {
	struct change change[APP_CHANGES];
	size_t n, undone;
};

/* Talks to list in a row of the tracks pane. */
struct count {
	uint32_t talks, unseen;
};

/* The talks of the documents, and after them those that are missing. */
struct missing {
	struct notes notes;   /* like those of the documents, but for these: */
	struct talk *talks;   /* all of them */
	struct track *tracks; /* all of them */
	struct arena *arena;  /* owns the strings of the missing ones */
	uint32_t n;           /* talks that are missing */
};

/* What the loop has to do after a command. */
enum outcome {
	OUT_NONE,   /* nothing changed */
	OUT_DRAW,   /* the state changed */
	OUT_REDRAW, /* repaint everything (^L) */
	OUT_OPEN,   /* open app->effect in the browser */
	OUT_PLAY,   /* play app->effect */
	OUT_COPY,   /* copy app->effect to the clipboard */
	OUT_EDIT,   /* edit the document of app->effect_talk */
	OUT_NOTE,   /* edit the reader's own note of that talk */
	OUT_STOP,   /* suspend (^Z) */
	OUT_QUIT,
};

struct app {
	const struct notes *notes; /* what was given or, if that is not
	                              enough, missing.notes */
	struct missing missing;
	const struct config *config; /* may be NULL */
	struct marks *marks;
	struct filter *filter;
	struct view *views; /* nviews of them, the built-in ones first */
	size_t nviews;
	struct annotations
	    *annotations;     /* of each talk, what the reader put in */
	struct brief *briefs; /* of each talk */
	struct changes changes;

	int h, w; /* of the screen */
	struct panes panes;
	struct borders moved; /* at this width */
	enum row_style row_style;
	enum pane focus;
	enum pane home; /* the leftmost pane that had the focus: q quits */
	enum mode mode;
	bool zoom;

	struct cursor tracks;   /* over app_tracks_rows() rows */
	struct cursor talks;    /* over list.n rows */
	size_t help_top;        /* first row of the help screen that is shown */
	struct query help_find; /* what to find in it, */
	size_t help_at;         /* the row where that is found, */
	int help_step; /* and 1 or -1 to find the next one, or the one before */
	bool welcome;  /* the words of welcome are shown */

	struct talk_rows detail; /* of the selected talk, while it is shown */
	struct arena *detail_arena; /* owns what of it is the reader's */
	const char *detail_note;    /* what that was made of; the arena's */
	const char *detail_tags;
	size_t detail_top;       /* first row of the page that is shown */
	struct spot detail_spot; /* where detail_top belongs */
	uint32_t match_row;      /* where `n` stopped, or APP_NONE */
	struct spot match_spot;

	struct query find; /* what to find in the open talk; see app_find() */
	uint32_t find_at;  /* the match at hand, from 0 */
	uint32_t find_n;   /* matches in the page */
	size_t find_top;   /* detail_top before the prompt was opened */

	struct recall *recall; /* borrowed, or that of this run: */
	struct recall own_recall;
	struct history *history; /* of filters, or NULL; borrowed */
	size_t history_at;       /* lines back from its end; 0: not in it */

	struct edit input;       /* filter or command being typed */
	struct query query;      /* the filter in force */
	struct hits found;       /* the query's hits in all notes */
	struct hits list;        /* the talks listed, with why */
	bool searching;          /* the filter is under way; see app_search() */
	size_t pace;             /* bytes searched before a key is answered */
	struct suggest *suggest; /* what a query that finds nothing may mean */
	bool suggesting;         /* that is looked for: see app_prepare() */
	bool news;               /* app_prepare() has found something to draw */
	bool best_first;         /* the cursor goes to the best hit, */
	uint32_t wanted;         /* but stays on this talk while it matches */
	uint32_t left;           /* selected before nothing matched */
	bool only_bookmarks;     /* list nothing else */
	uint32_t kept; /* talk to return to if the prompt is left by Esc */
	enum pane kept_focus; /* pane to return to with it */

	size_t in_view;       /* talks before the filter, for the counter */
	struct count *counts; /* of each row of the tracks pane */
	int count;            /* typed before a command; 0: none */

	char message[512];    /* one line for the status row; "" for none */
	bool message_bad;     /* it reports a failure */
	char *notice;         /* text shown whole until the next key, or NULL */
	char *effect;         /* URL or text for the outcome; owned */
	uint32_t effect_talk; /* index */
	uint32_t random;      /* state of the generator for R; seed it */
};

/*
 * Prepares the state for `notes` on a screen of 24x80 cells.  `marks` and
 * `config` (NULL: defaults) are borrowed.  To be freed with app_free().
 */
void app_init(struct app *app, const struct notes *notes, struct marks *marks,
    const struct config *config);
void app_free(struct app *app);

/* Adapts to the size; selections and first visible rows are kept. */
void app_resize(struct app *app, int h, int w);

/*
 * Restores the invariants after a change of list, selection, focus or size:
 * panes, page and scrolls follow.  The functions here do so themselves.
 */
void app_settle(struct app *app);

/*
 * The invariants: selections are inside their lists, scrolls show them,
 * the page is the selected talk's, text is clean.  Returns NULL if all hold,
 * else the words of the one that does not.  Called by every test after every
 * key, and in debug builds by the loop.
 */
const char *app_check(const struct app *app);

/* Moves the focus, adapting the layout. */
void app_set_focus(struct app *app, enum pane focus);

/* Moves the selection of the focused pane by `by` rows (or scrolls). */
void app_move(struct app *app, long by);

/* Moves by `by` pages of the focused pane. */
void app_move_pages(struct app *app, long by);

/*
 * Scrolls a pane by `by` rows of its list without moving its selection more
 * than is needed to keep it in sight.
 */
void app_scroll(struct app *app, enum pane pane, long by);

/* Shows a message, or (bad) a failure, in the status row. */
void app_say(struct app *app, bool bad, const char *format, ...)
    __attribute__((format(printf, 3, 4)));

/* Shows `text`, one or more lines, whole until the next key; NULL: none. */
void app_notice(struct app *app, const char *text);

/* app_list.c: tracks, talks, filter. */

/* The selected talk, NULL where the list is empty. */
const struct talk *app_talk(const struct app *app);

/* Its index in notes, or APP_NONE. */
uint32_t app_talk_index(const struct app *app);

/* Number of rows of the tracks pane, and the name of one. */
size_t app_tracks_rows(const struct app *app);
const char *app_track_name(const struct app *app, size_t row);

/* Rows of the list in a pane, which is not the detail. */
size_t app_rows(const struct app *app, enum pane pane);

/* The row of a pane's list at screen row `y` of its inside, or APP_NONE. */
size_t app_row_at(const struct app *app, enum pane pane, int y);

/* Selects a row of a list; out of range is its last row. */
void app_select_row(struct app *app, enum pane pane, size_t row);

/* Lists the talks of row `row` of the tracks pane, keeping talk and filter. */
void app_set_track(struct app *app, size_t row);

/*
 * Sets the filter to `text` and lists what matches.  Where that takes longer
 * than a key should, app->searching is set and the list is the one before,
 * until app_search() has gone on often enough or app_finish() was called.
 */
void app_set_filter(struct app *app, const char *text);

/* Goes on searching for a while; false when there is nothing left to do. */
bool app_search(struct app *app);

/*
 * Tells how long app_search() took, where something was left to do.  The more
 * is searched in a while, the less often an answer is drawn before it is whole.
 */
void app_search_took(struct app *app, uint64_t microseconds);

/*
 * The query to offer where no talk matches, and how many match that one; NULL:
 * there is none.
 */
const char *app_offer(const struct app *app, size_t *talks);

/*
 * Goes on with what nobody waits for, for a while: makes ready what the first
 * search wants, and looks for what to offer where nothing matches.  False when
 * there is nothing left to do; app->news where there is something to draw.
 */
bool app_prepare(struct app *app);

/* Ends a search that is under way. */
void app_finish(struct app *app);

/* How often a command is done that was given this count; once without one. */
int app_times(int count);

/* Recomputes the list (after marks changed), keeping the selected talk. */
void app_relist(struct app *app);

/* Selects a talk by index in notes; false where it is not listed. */
bool app_select(struct app *app, uint32_t talk);

/* What the reader put in for a talk. */
const struct annotations *
app_annotations(const struct app *app, const struct talk *talk);

/* The reader's own note on a talk, by index, and the tags; "" for none. */
const char *app_note(const struct app *app, uint32_t talk);
const char *app_tags(const struct app *app, uint32_t talk);

/* Whether a filter is in force. */
bool app_filtered(const struct app *app);

/* app_row.c: how rows of the lists stand on the screen. */

/* Screen rows that row `row` of a pane's list takes. */
int app_row_height(const struct app *app, enum pane pane, size_t row);

/*
 * The columns left of a talk's title: `>`, one for each kind of marks that has a
 * sign, and a blank.
 */
int app_talk_gutter(void);

/* The columns that names and titles have in a pane's rows. */
int app_list_room(const struct app *app, enum pane pane);

/*
 * The screen rows of a talk: a title in one or two of them, the names of its
 * speakers (and its track, where lists mix) beside it or below, and perhaps an
 * excerpt of its notes.  By default names have a row of their own in a narrow
 * pane, and in a wide one where they do not fit beside the title.
 */
struct talk_row {
	int title;    /* rows of the title: 1 or 2 */
	size_t cut;   /* bytes of it in the first of two */
	bool names;   /* the names have a row below it */
	bool excerpt; /* and what matches in the notes another one */
};

/* How row `row` of the list of talks stands on the screen. */
struct talk_row app_talk_row(const struct app *app, size_t row);

/* Whether the list may have talks of several tracks. */
bool app_mixes_tracks(const struct app *app);

#define COUNT_BYTES 32

/* Writes the number right of a track's name: "5/39" where 5 of 39 are seen. */
void app_track_count(const struct app *app, size_t row, char out[COUNT_BYTES]);

/* The bytes of the name in the first of `*rows`, 1 or 2, of a track. */
size_t app_track_cut(const struct app *app, size_t row, int *rows);

/* Columns of the list from which title and speakers share a row. */
#define ROWS_ROOMY 90

/* app_recall.c: what of the screen is kept for the next time. */

/* Takes up what is remembered; `recall` is borrowed, and told what changes. */
void app_take_recall(struct app *app, struct recall *recall);

/* Sets how the rows of talks are, and keeps it. */
void app_set_rows(struct app *app, enum row_style style);

/* Moves the borders at this width, and keeps it; false: they cannot be moved so. */
bool app_move_borders(struct app *app, struct borders moved);

/* Takes up the borders that are kept for this width. */
void app_recall_borders(struct app *app);

/* app_missing.c: talks that only marks tell of. */

/*
 * Lists the talks that have marks and are in no document as one more track;
 * those that are there already keep their indices, even without marks.  To be
 * called when other marks were read, after app_relist().
 */
void app_find_missing(struct app *app);
void app_free_missing(struct app *app);

/* app_list.c, too: takes up `notes`, which begin with the talks there are. */
void app_take_notes(struct app *app, const struct notes *notes);

/* app_page.c: the notes of the selected talk. */

/* Builds the page for the detail pane, if that is shown. */
void app_detail_settle(struct app *app);

/* Scrolls to row `top` of the page, or as near to it as fills the pane. */
void app_detail_scroll(struct app *app, size_t top);

/* The largest detail_top. */
size_t app_detail_last(const struct app *app);

/*
 * Where the filter matches in row `row` of the page, as ranges of the row's
 * text within [start, end); returns their number, at most `max`.
 * `begins`, unless NULL, is how many matches begin in this row.
 */
size_t app_detail_ranges(const struct app *app, size_t row,
    struct range *ranges, size_t max, size_t *begins);

/* Whether something is looked for in the open talk. */
bool app_finding(const struct app *app);

/*
 * Looks for `text` in the open talk ("" to end that): its matches are marked
 * in place of the filter's, and the first from row find_top on is shown.
 */
void app_find(struct app *app, const char *text);

/* Shows the next match of app_find() in direction `step`, round and round. */
void app_find_step(struct app *app, int step);

/* Marks row `row` as the match at hand and scrolls it into sight. */
void app_detail_show(struct app *app, size_t row);

/*
 * The next row in direction `step` (1 or -1) of the page after row `from`
 * (APP_NONE: from its end) in which a match begins; APP_NONE if there is none.
 */
uint32_t app_detail_match(const struct app *app, uint32_t from, int step);

#endif
