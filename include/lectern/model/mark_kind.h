/*
 * The kinds of marks.  One table describes them; marks, merging, export,
 * queries, lists and messages read it.  To add a kind, add a row at the end of
 * the table, and a name to enum mark_kind if the code refers to the kind.
 */
#ifndef LECTERN_MARK_KIND_H
#define LECTERN_MARK_KIND_H

#include <stdbool.h>
#include <stddef.h>

/* What a reader can mark a talk with: bit N is row N of the table. */
enum mark_kind {
	MARK_BOOKMARKED = 1 << 0,
	MARK_SEEN = 1 << 1,
	MARK_NOTED = 1 << 2,  /* has a note of the reader's own */
	MARK_TAGGED = 1 << 3, /* has tags */
	MARK_OPENED = 1 << 4, /* its video was opened */
	MARK_POSITION = 1 << 5, /* where its video was stopped */
	MARK_QUEUED = 1 << 6,   /* is in the queue */
};

#define MARK_KINDS_MOST 12 /* the most rows that the table may have */

/* What a mark of a kind holds. */
enum mark_type {
	MARK_FLAG,  /* set or not */
	MARK_TEXT,  /* a text, Markdown */
	MARK_SET,   /* words, each set and removed alone */
	MARK_TIMES, /* moments, which are only ever added */
	MARK_PLACE, /* where in the video, a text as position.h has it */
	MARK_RANK,  /* a place in an order, a text that sorts so */
};

/* A row of the table; strings that a kind has no use for are NULL. */
struct mark_info {
	enum mark_type type;
	char sign; /* shown in the rows of talks that have it; 0: none */
	const char
	    *name; /* in the database; a set or moment adds a colon and its
	              member */
	const char *json;   /* in merge_export(), NAME_at being its time; and
	                       the column of tables */
	const char *shown;  /* in the JSON of a talk; if it ends in _at, a
	                       flag's time is shown */
	const char *is;     /* word after `is:` */
	const char *is_not; /* word after `is:` for talks without */
	const char *done;   /* message: it was set */
	const char *undone; /* message: it was removed */
};

/* The table and its length. */
const struct mark_info *mark_kinds(size_t *n);

/* Return the kind of a row, and the row of a kind. */
enum mark_kind mark_kind_at(size_t row);
size_t mark_kind_row(enum mark_kind kind);

/* Returns the row of a kind. */
const struct mark_info *mark_kind_info(enum mark_kind kind);

/* Returns the kind with this name, or 0. */
unsigned mark_kind_named(const char *name);

/* What a reader added to a talk; zeroed: nothing. */
struct annotations {
	unsigned kinds;          /* bits of enum mark_kind */
	const char *const *text; /* by row: the text, or the words of a set with
	                            blanks between, NULL for none; clean.  NULL:
	                            no row has any */
};

/* Whether marks of this type are a text, which is kept as it is. */
bool mark_kind_is_text(enum mark_type type);

/* Returns the text, or the words, of a kind; "" for none. */
const char *
mark_kind_text(const struct annotations *annotations, enum mark_kind kind);

#endif
