/*
 * A talk as rows for the detail pane: title, names, notes and links, wrapped to
 * a width.  Rows point into the notes.
 */
#ifndef LECTERN_TALK_ROWS_H
#define LECTERN_TALK_ROWS_H

#define LINK_INDENT 11 /* columns of the number and the kind of a link */

#include "lectern/base/arena.h"
#include "lectern/model/notes.h"

enum row_kind {
	ROW_BLANK,
	ROW_TITLE,
	ROW_NAMES, /* speakers and track: `names` of the rows */
	ROW_TAGS,
	ROW_NONE,     /* says that the talk has no notes */
	ROW_BLOCK,    /* of the blocks of the talk */
	ROW_OWN_NAME, /* the heading of the reader's own note */
	ROW_OWN,      /* of page->own.blocks[block] */
	ROW_LINKS,    /* the heading of the links */
	ROW_LINK,     /* of talk->links[block]: what it is called, or its URL */
};

/* What the reader put in for a talk, as a page shows it. */
struct talk_rows_own {
	const struct block *blocks; /* of the note */
	uint32_t nblocks;
	const char *tags; /* as one line; NULL or "": none */
};

/* One row: `text[start, end)` drawn from column `indent` on. */
struct talk_rows_row {
	const char *text; /* the whole string of which the row shows a part */
	uint32_t start, end;
	uint32_t block;  /* index, for ROW_BLOCK, ROW_OWN and ROW_LINK */
	uint16_t indent; /* columns before the text */
	uint8_t kind;    /* enum row_kind */
	bool first;      /* of the block: its bullet, or number, is drawn */
};

/* The rows of one talk at one width; owns rows and `names`. */
struct talk_rows {
	const struct talk *talk;
	struct talk_rows_row *rows;
	char *names;         /* "Ann Lee · Growing · 2026-05-01, Hall 2" */
	size_t speakers_len; /* bytes of it that are the speakers */
	size_t track_end;    /* where after them the track ends */
	size_t nrows, cap;
	struct talk_rows_own annotations; /* what it points to is borrowed */
	int width;
};

/*
 * Lays out `talk` (of `notes`; NULL gives no rows) at `width` columns, with what
 * the reader put in (NULL: nothing).  `page` starts zeroed and may be reused.
 */
void talk_rows_build(struct talk_rows *rows, const struct notes *notes,
    const struct talk *talk, const struct talk_rows_own *annotations,
    int width);
void talk_rows_free(struct talk_rows *rows);

/*
 * The first row of block `block` of the talk, or of the reader's own note; 0 if
 * it has none.
 */
size_t talk_rows_find(
    const struct talk_rows *rows, enum row_kind kind, uint32_t block);

/* Tags parted by blanks as a page shows them, "#a #b"; owned by the arena. */
const char *talk_rows_tags(struct arena *arena, const char *tags);

/* The block of which a row is, NULL if of none. */
const struct block *
talk_rows_block(const struct talk_rows *rows, const struct talk_rows_row *row);

/*
 * What stands before a row of a link, "2  slides  " where it is the first one:
 * as many columns as the row is indented, fewer than 32.
 */
void talk_rows_link(const struct talk_rows *rows,
    const struct talk_rows_row *row, char out[32]);

/*
 * The bullet drawn before a block's first row, as many columns wide as the
 * block's rows are indented beyond its depth: "• ", "12. ", "| ", "".
 * Written to `out`; at most 15 bytes.
 */
void talk_rows_bullet(const struct block *block, char out[16]);

#endif
