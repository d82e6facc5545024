/*
 * A talk as rows for the detail pane: title, speakers, track, links, notes,
 * wrapped to a width.  Rows point into the notes.
 */
#ifndef LECTERN_TALK_ROWS_H
#define LECTERN_TALK_ROWS_H

#include "lectern/base/arena.h"
#include "lectern/model/notes.h"

enum row_kind {
	ROW_BLANK,
	ROW_TITLE,
	ROW_SPEAKERS,
	ROW_TRACK,
	ROW_DAY, /* when and where, as far as it is known */
	ROW_URL,
	ROW_TAGS,
	ROW_NONE,     /* says that the talk has no notes */
	ROW_BLOCK,    /* of talk->blocks[block] */
	ROW_OWN_NAME, /* the heading of the reader's own note */
	ROW_OWN,      /* of page->own.blocks[block] */
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
	uint32_t block;  /* index, for ROW_BLOCK and ROW_OWN */
	uint16_t indent; /* columns before the text */
	uint8_t kind;    /* enum row_kind */
	bool first;      /* the block's first row: its bullet is drawn */
};

/* The rows of one talk at one width; owns rows, `speakers` and `day`. */
struct talk_rows {
	const struct talk *talk;
	struct talk_rows_row *rows;
	char *speakers; /* as one line */
	char *day;      /* and room; NULL: neither is known */
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
 * The bullet drawn before a block's first row, as many columns wide as the
 * block's rows are indented beyond its depth: "• ", "12. ", "| ", "".
 * Written to `out`; at most 15 bytes.
 */
void talk_rows_bullet(const struct block *block, char out[16]);

#endif
