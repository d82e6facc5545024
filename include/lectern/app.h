/*
 * The state of the interface and its invariants.  Commands change it, draw
 * shows it; it knows neither terminal nor keys' codes and never prints.
 */
#ifndef LECTERN_APP_H
#define LECTERN_APP_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "lectern/config.h"
#include "lectern/filter.h"
#include "lectern/layout.h"
#include "lectern/marks.h"
#include "lectern/notes.h"
#include "lectern/page.h"
#include "lectern/query.h"

enum mode {
	MODE_BROWSE,
	MODE_FILTER,  /* typing in the filter prompt */
	MODE_COMMAND, /* typing a command after `:` */
	MODE_HELP,    /* the help screen is shown */
};

/* Rows of the tracks pane: the fixed ones, then the tracks. */
enum { TRACKS_ALL, TRACKS_BOOKMARKS, TRACKS_FIXED };

/* Selection and scroll of a list; top <= sel < top + height. */
struct cursor {
	size_t sel; /* selected row, 0 where the list is empty */
	size_t top; /* first row shown */
};

/* One row of text typed by the user; `text` is never NULL. */
struct line_edit {
	char *text;
	size_t len, cap;
	size_t at; /* byte offset of the cursor, at a cluster */
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
	OUT_STOP,   /* suspend (^Z) */
	OUT_QUIT,
};

struct app {
	const struct notes *notes;
	const struct config *config; /* may be NULL */
	struct marks *marks;         /* may not be NULL */
	struct filter *filter;

	int h, w; /* of the screen */
	struct panes panes;
	enum pane focus;
	enum mode mode;
	bool zoom;

	struct cursor tracks; /* over TRACKS_FIXED + ntracks rows */
	struct cursor talks;  /* over list.n rows */
	size_t page_top;      /* first row of the page that is shown */
	size_t help_top;
	struct page page; /* of the selected talk */
	uint32_t track;   /* row of the tracks pane whose talks are listed */

	struct line_edit input; /* filter or command being typed */
	struct query query;     /* the filter in force */
	struct hits list;       /* the talks listed, with why */
	bool list_stale;        /* nothing matches: list is the one before */
	bool only_bookmarks;
	uint32_t kept; /* talk to come back to when the filter is
	                           cleared; UINT32_MAX: none */
	unsigned sort; /* 0 programme order; see app_sort */

	size_t ntalks_in_view; /* talks before the filter, for the counter */
	uint32_t *bookmarks;   /* per track, talks bookmarked; ntracks long */
	uint32_t nbookmarks;   /* in these notes */
	int count;             /* typed before a command; 0: none */

	char message[512]; /* one line for the status row; "" for none */
	bool message_bad;  /* it reports a failure */
	char *effect;      /* URL or text for the outcome; owned */
	uint32_t effect_talk;
	uint32_t random; /* state of the generator for R */
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
 * The invariants: selections are inside their lists, scrolls show them,
 * the page is the selected talk's, text is clean.  Returns NULL if all hold,
 * else the words of the one that does not.  Called by every test after every
 * key, and in debug builds by the loop.
 */
const char *app_check(const struct app *app);

/* The selected talk, NULL where the list is empty. */
const struct talk *app_talk(const struct app *app);

/* Number of rows of the tracks pane. */
size_t app_tracks_rows(const struct app *app);

/* Lists the talks of row `row` of the tracks pane, keeping talk and filter. */
void app_set_track(struct app *app, uint32_t row);

/* Sets the filter to `text` and lists what matches. */
void app_set_filter(struct app *app, const char *text);

/* Recomputes the list (after marks changed), keeping the selected talk. */
void app_relist(struct app *app);

/* Selects a talk by index in notes; false where it is not listed. */
bool app_select(struct app *app, uint32_t talk);

/* Moves the focus, adapting the layout. */
void app_set_focus(struct app *app, enum pane focus);

/* Moves the selection of the focused pane by `by` rows (or scrolls). */
void app_move(struct app *app, long by);

/* Shows a message, or (bad) a failure, in the status row. */
void app_say(struct app *app, bool bad, const char *format, ...)
    __attribute__((format(printf, 3, 4)));

/* Line editing, used by the prompts. */
void app_input_set(struct app *app, const char *text);
void app_input_insert(struct app *app, const char *text, size_t len);

/* Whether marks say that the talk is bookmarked. */
bool app_bookmarked(const struct app *app, const struct talk *talk);

#endif
