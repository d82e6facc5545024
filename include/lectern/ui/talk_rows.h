/*
 * A talk as rows for the detail pane: title, speakers, notes and links, wrapped
 * to a width; or what is said of a track.  Rows point into the notes.
 */
#ifndef LECTERN_TALK_ROWS_H
#define LECTERN_TALK_ROWS_H

#define LINK_INDENT   12 /* columns for number and kind of a link */
#define TALK_ROWS_BAR 2  /* columns for the bar before an own note */

#include "lectern/base/arena.h"
#include "lectern/model/notes.h"
#include "lectern/model/timecode.h"

enum row_kind {
	ROW_BLANK,
	ROW_TITLE,
	ROW_NAMES, /* speakers and track: a part of `names` */
	ROW_TAGS,
	ROW_ALSO,        /* where else it was given */
	ROW_NONE,        /* says that the talk has no notes */
	ROW_PART,        /* the heading of part `block` (enum talk_part) */
	ROW_BLOCK,       /* a part of block `block` of the talk */
	ROW_OWN_NAME,    /* the heading of the reader's own note */
	ROW_OWN,         /* of page->own.blocks[block] */
	ROW_ABOUT_NAME,  /* the heading of what is told with the talk */
	ROW_ABOUT,       /* block `block` of all of that */
	ROW_CUT,         /* says that there is more than is shown */
	ROW_LINKS,       /* the heading of the links */
	ROW_LINK,        /* link `block` of the talk: its name, or its URL */
	ROW_SPOKEN_NAME, /* the heading of the transcript */
	ROW_SPOKEN,      /* of page->spoken[block] */
};

/* What of a talk can be folded; these are bits of `folded`, too. */
enum talk_part {
	TALK_ABSTRACT,
	TALK_NOTES,
	TALK_OWN,
	TALK_CHAPTERS,
	TALK_LINKS,
	TALK_ABOUT,
	TALK_SPOKEN, /* the transcript, which is folded at first */
	TALK_PARTS,
};

/* What the reader added to a talk, ready to be shown. */
struct talk_rows_own {
	const struct block *blocks; /* of the reader's own note */
	uint32_t nblocks;
	const char *tags;           /* one line; NULL or "": none */
	const char *also;           /* where else it was given, or NULL */
	bool transcribed;           /* there is a transcript: */
	const struct block *spoken; /* its paragraphs, if it is not folded, */
	uint32_t nspoken;           /* so many */
	unsigned folded; /* bits 1 << enum talk_part: only their headings */
};

/* One row: `text[start, end)` drawn from column `indent` on. */
struct talk_rows_row {
	const char *text; /* a string; the row shows a part of it */
	uint32_t start, end;
	uint32_t from;   /* less than `start` where the margin shows a time
	                    code instead of the bytes between */
	uint32_t block;  /* index, as told above */
	uint32_t second; /* of the time code, if `coded` */
	uint16_t margin; /* columns of the time code, and a blank */
	uint16_t indent; /* columns before the text */
	uint8_t kind;    /* enum row_kind */
	bool first;      /* first row of the block: draw its bullet or number */
	bool coded;      /* the time code stands at its start */
};

/* The rows of one talk at one width; owns rows and `names`. */
struct talk_rows {
	const struct talk *talk;
	struct talk_rows_row *rows;
	char *names;         /* "Ann Lee · Growing · 2026-05-01, Hall 2" */
	size_t speakers_len; /* bytes of `names` that are the speakers */
	size_t track_end;    /* where the track ends in `names` */
	size_t nrows, cap;
	struct talk_rows_own annotations; /* what it points to is borrowed */
	struct notes_abouts abouts;       /* told with the talk */
	struct about page;      /* what a page without a talk is about */
	struct timecodes codes; /* for the building: of the blocks at hand */
	int margin;             /* for the building: columns for these */
	int width;
};

/*
 * Lays out `talk` of `notes` (NULL: no rows) at `width` columns, with what the
 * reader added (NULL: nothing).  `rows` is zeroed at first and may be reused.  Of
 * notes that are very long the end is left out, and a row says so.
 */
void talk_rows_build(struct talk_rows *rows, const struct notes *notes,
    const struct talk *talk, const struct talk_rows_own *annotations,
    int width);

/*
 * Lays out a page of what is said of a conference or track, under its name;
 * `said` is borrowed.
 */
void talk_rows_build_about(struct talk_rows *rows, const char *name,
    const struct about *said, int width);
void talk_rows_free(struct talk_rows *rows);

/* Returns which part a row belongs to; TALK_PARTS: none. */
enum talk_part
talk_rows_part(const struct talk_rows *rows, const struct talk_rows_row *row);

/* Returns the first row of this kind of block `block`; 0 if there is none. */
size_t talk_rows_find(
    const struct talk_rows *rows, enum row_kind kind, uint32_t block);

/*
 * Returns tags (with blanks between) as they are shown, "#a #b"; owned by the
 * arena.
 */
const char *talk_rows_tags(struct arena *arena, const char *tags);

/* Returns the block of a row, or NULL if it has none. */
const struct block *
talk_rows_block(const struct talk_rows *rows, const struct talk_rows_row *row);

/*
 * Writes the numbers of the links that begin in a row of the notes, as the list
 * of links has them: "[2]", "[2 3]"; "" for none.  Returns the columns.
 */
int talk_rows_numbers(const struct talk_rows *rows,
    const struct talk_rows_row *row, char out[16]);

/* Returns the number of a link of the talk, from 1; 0: it has no such one. */
uint32_t talk_rows_number(const struct talk *talk, const char *url);

/*
 * Writes what stands before a row of a link: "2  slides  " before the first,
 * else blanks; as many columns as the row is indented, fewer than 32.
 */
void talk_rows_link(const struct talk_rows *rows,
    const struct talk_rows_row *row, char out[32]);

/*
 * Writes the time code of a row as wide as its margin, "  2:05 ", or blanks.
 */
void talk_rows_code(const struct talk_rows_row *row, char out[32]);

/*
 * Writes the bullet before a block's first row to `out`: "• ", "12. ", "| " or
 * "", at most 15 bytes.  It is as wide as the block's rows are indented beyond
 * its depth.
 */
void talk_rows_bullet(const struct block *block, char out[16]);

#endif
