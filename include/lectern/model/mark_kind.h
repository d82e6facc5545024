/*
 * The kinds of marks.  One table says what is to be known of a kind; keeping,
 * merging, export, queries, lists and messages read it.  A new kind is a row
 * there, at its end; it has a name in enum mark_kind if the code means it.
 */
#ifndef LECTERN_MARK_KIND_H
#define LECTERN_MARK_KIND_H

#include <stdbool.h>
#include <stddef.h>

/* What a reader can mark a talk with: bits, by row of the table. */
enum mark_kind {
	MARK_BOOKMARKED = 1 << 0,
	MARK_SEEN = 1 << 1,
	MARK_NOTED = 1 << 2,  /* with a note of their own */
	MARK_TAGGED = 1 << 3, /* with tags */
	MARK_OPENED = 1 << 4, /* its video was opened */
};

#define MARK_KINDS_MOST 12 /* rows that the table may have */

/* What a mark of a kind holds. */
enum mark_type {
	MARK_FLAG,  /* that it is set */
	MARK_TEXT,  /* a text, Markdown */
	MARK_SET,   /* words, each set and removed for itself */
	MARK_TIMES, /* moments, which are only added */
};

/* A row of the table; strings that a kind has no use for are NULL. */
struct mark_info {
	enum mark_type type;
	const char
	    *name; /* in the database; a colon and the member follow where
	                     there can be several */
	const char *json;   /* in lines of merge_export(), where NAME_at is its
	                     time; and the column of tables */
	const char *shown;  /* in the JSON of a talk; of a flag that ends with
	                       _at, its time is shown */
	const char *is;     /* word after `is:` */
	const char *is_not; /* word after `is:` for talks without */
	const char *done;   /* message: it was set */
	const char *undone; /* message: it was removed */
	char sign;          /* in the rows of talks that have it; 0: none */
};

/* The table and its length. */
const struct mark_info *mark_kinds(size_t *n);

/* The kind of a row, and the row of a kind. */
enum mark_kind mark_kind_at(size_t row);
size_t mark_kind_row(enum mark_kind kind);

/* What is to be known of a kind. */
const struct mark_info *mark_kind_info(enum mark_kind kind);

/* The kind with this name, or 0. */
unsigned mark_kind_named(const char *name);

/* What a reader put in for a talk; zeroed: nothing. */
struct annotations {
	unsigned kinds;          /* bits of enum mark_kind */
	const char *const *text; /* by row, clean: a text, or the words of a set
	                            parted by blanks, NULL for none; or NULL */
};

/* The text, or the words, of a kind; "" for none. */
const char *
mark_kind_text(const struct annotations *annotations, enum mark_kind kind);

#endif
