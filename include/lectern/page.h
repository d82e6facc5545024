/*
 * A talk as rows for the detail pane: title, speakers, track, links, notes,
 * wrapped to a width.  Rows point into the notes.
 */
#ifndef LECTERN_PAGE_H
#define LECTERN_PAGE_H

#include "lectern/notes.h"

enum row_kind {
	ROW_BLANK,
	ROW_TITLE,
	ROW_SPEAKERS,
	ROW_TRACK,
	ROW_URL,
	ROW_NONE,  /* says that the talk has no notes */
	ROW_BLOCK, /* of talk->blocks[block] */
};

/* One row: `text[start, end)` drawn from column `indent` on. */
struct page_row {
	const char *text; /* the whole string of which the row shows a part */
	uint32_t start, end;
	uint32_t block;  /* index, for ROW_BLOCK */
	uint16_t indent; /* columns before the text */
	uint8_t kind;    /* enum row_kind */
	bool first;      /* the block's first row: its bullet is drawn */
};

/* The rows of one talk at one width; owns rows and `speakers`. */
struct page {
	const struct talk *talk;
	struct page_row *rows;
	char *speakers; /* as one line */
	size_t nrows, cap;
	int width;
};

/*
 * Lays out `talk` (of `notes`; NULL gives no rows) at `width` columns.
 * `page` starts zeroed and may be reused; nothing is done if it already holds
 * this talk at this width.
 */
void page_build(struct page *page, const struct notes *notes,
    const struct talk *talk, int width);
void page_free(struct page *page);

/* The first row of block `block`; 0 if it has none. */
size_t page_find(const struct page *page, uint32_t block);

/*
 * The bullet drawn before a block's first row, as many columns wide as the
 * block's rows are indented beyond its depth: "• ", "12. ", "| ", "".
 * Written to `out`; at most 15 bytes.
 */
void page_bullet(const struct block *block, char out[16]);

#endif
