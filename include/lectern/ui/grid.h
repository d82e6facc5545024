/*
 * The screen as data: rows of cells, each a grapheme cluster and a style.
 * draw fills a grid, term copies it to the terminal, tests read it.
 */
#ifndef LECTERN_GRID_H
#define LECTERN_GRID_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* Attributes of a cell; the bits combine. */
enum style {
	STYLE_PLAIN = 0,
	STYLE_BOLD = 1 << 0,
	STYLE_DIM = 1 << 1,
	STYLE_ITALIC = 1 << 2,
	STYLE_UNDERLINE = 1 << 3,
	STYLE_REVERSE = 1 << 4,
	STYLE_COLOR_SHIFT =
	    8, /* the role of the colour, enum color, from here */
};

/* What a colour is for; term chooses the colour.  Never the only sign. */
enum color {
	COLOR_PLAIN,
	COLOR_MATCH,    /* found text */
	COLOR_LINK,     /* a link that can be opened */
	COLOR_CODE,     /* code */
	COLOR_MARK,     /* bookmark star and other marks */
	COLOR_BORDER,   /* border of a pane without the focus */
	COLOR_FOCUS,    /* border and heading of the pane with the focus */
	COLOR_ERROR,    /* a message about a failure */
	COLOR_NAMES,    /* speakers */
	COLOR_QUIET,    /* what STYLE_DIM looks like */
	COLOR_SELECTED, /* and STYLE_REVERSE */
	COLOR_COUNT,
};

#define STYLE_COLOR(color) ((unsigned)(color) << STYLE_COLOR_SHIFT)

#define CELL_BYTES 28 /* of a cluster; a longer one is cut at a character */

/*
 * One cell.  A cluster of width w takes w cells: the first has its text and
 * width, the w-1 after it have width 0 and no text.
 */
struct cell {
	char text[CELL_BYTES]; /* NUL-terminated; "" after a wide one */
	uint16_t style;
	uint8_t width; /* columns of the cluster that starts here */
};

/* A screen.  `cells` is h*w cells, row by row, owned by the grid. */
struct grid {
	struct cell *cells;
	int h, w;
	int cursor_y, cursor_x; /* where the hardware cursor belongs */
	bool cursor_shown;      /* visible (in a prompt) or only placed */
};

/* Sets the size and blanks every cell; `grid` starts zeroed. */
void grid_reset(struct grid *grid, int h, int w);
void grid_free(struct grid *grid);

/*
 * Writes the `len` bytes at `s` from (y, x), at most `columns` columns and
 * never past the row's end; a wide cluster that does not fit whole is left
 * out, and a cluster overwritten in part is blanked.  A character that the
 * terminal cannot show is written as U+FFFD, a tab as a space.  Returns the
 * columns written.  Out-of-range positions write nothing.
 */
int grid_put(struct grid *grid, int y, int x, int columns, const char *s,
    size_t len, unsigned style);

/* As grid_put, but a text that does not fit ends in an ellipsis. */
int grid_put_cut(struct grid *grid, int y, int x, int columns, const char *s,
    size_t len, unsigned style);

/*
 * Adds style bits to `columns` cells from (y, x), keeping their text; a colour
 * takes the place of the one there.
 */
void grid_style(struct grid *grid, int y, int x, int columns, unsigned style);

/* Takes every colour from `columns` cells but that which marks matches. */
void grid_uncolor(struct grid *grid, int y, int x, int columns);

/* Fills `columns` cells with one-column text `s` (" ", "─"). */
void grid_fill(struct grid *grid, int y, int x, int columns, const char *s,
    unsigned style);

/*
 * The text of a row without trailing blanks, to be freed; what a test reads
 * and what --screen prints.
 */
char *grid_row(const struct grid *grid, int y);

#endif
