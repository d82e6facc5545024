/*
 * Corrections: words of a reader or author for a document that the rules read
 * wrongly, like `talks=headings:3 speakers=before-dash`.
 */
#ifndef LECTERN_CORRECTIONS_H
#define LECTERN_CORRECTIONS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "lectern/source/load_options.h"

struct arena;

/* Which of its links is a talk's own. */
enum corrections_link {
	CORRECTIONS_ANY, /* as the rules choose */
	CORRECTIONS_TITLE,
	CORRECTIONS_VIDEO,
	CORRECTIONS_SLIDES,
	CORRECTIONS_NOWHERE,
};

/* What stands before all titles. */
enum corrections_prefix {
	CORRECTIONS_UNSAID,
	CORRECTIONS_NONE,
	CORRECTIONS_NUMBER, /* "3.", "Talk 3 -" */
	CORRECTIONS_WORD,
};

/* What a column of tables is said to have. */
enum corrections_column {
	CORRECTIONS_TITLES,
	CORRECTIONS_SPEAKERS,
	CORRECTIONS_LINKS,
	CORRECTIONS_TRACKS,
	CORRECTIONS_DAYS,
	CORRECTIONS_TIMES,
	CORRECTIONS_ROOMS,
	CORRECTIONS_LENGTHS,
	CORRECTIONS_COLUMNS,
};

/* Which column; zeroed: not said. */
struct corrections_which {
	const char *name; /* of its header, not NUL-terminated */
	size_t len;       /* 0: it is told by its number */
	uint8_t number;   /* from 1; 0: not said, if it has no name */
	bool none;        /* there is no such column */
};

/* Zeroed: no corrections. */
struct corrections {
	enum load_shape shape;
	int level;            /* of headings that are talks; 0: not said */
	bool one;             /* the whole document is one talk */
	const char *speakers; /* name of a place; not NUL-terminated */
	size_t speakers_len;  /* 0: not said */
	enum corrections_link link;
	enum corrections_prefix prefix_kind;
	const char *prefix; /* the word; not NUL-terminated */
	size_t prefix_len;
	struct corrections_which column[CORRECTIONS_COLUMNS];
	bool tables; /* some column is said */
	uint8_t title_field,
	    speakers_field; /* of a line, from 1; 0: not said */
	bool on_line;       /* titles stand on talks' own lines */
	bool no_suffix;     /* what follows all titles is part of them */
};

/*
 * Returns the name of the column that is said, with blanks for each "_", in the
 * arena.
 */
char *
corrections_header(struct arena *arena, const struct corrections_which *which);

/* Returns what is told where no table has the column (see told()), in the arena. */
const char *corrections_lost(struct arena *arena,
    const struct corrections *corrections, enum corrections_column column);

/*
 * Returns how many of the bytes at `s` begin a comment with corrections:
 * `<!-- lectern:`, perhaps without blanks or with more; 0: none do.
 */
size_t corrections_comment(const char *s, size_t len);

/*
 * Takes the words at `s`, up to the first one that is no correction; blanks in
 * double quotes part none.  Returns
 * what is wrong with that (see told()), in the arena, or NULL.  The reader of the
 * format checks the name of a place.
 */
const char *corrections_read(struct corrections *corrections, const char *s,
    size_t len, struct arena *arena);

/* Whether it takes all of a document to know what they mean. */
bool corrections_need_whole(const struct corrections *corrections);

/* Returns a word of them as it is told, in the arena. */
const char *corrections_shown(struct arena *arena, const char *s, size_t len);

/* Takes the options' corrections for the document at `path`. */
void corrections_take(struct corrections *corrections,
    const struct load_options *options, const char *path);

/*
 * Returns a number for all that the options say of how the document at `path`
 * is read; other words make another one.
 */
uint64_t corrections_sum(const struct load_options *options, const char *path);

#endif
