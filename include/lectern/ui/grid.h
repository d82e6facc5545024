/*
 * The screen as data: rows of cells, each a grapheme cluster and a style.
 * draw fills a grid, term copies it to the terminal, tests read it.
 */
#ifndef LECTERN_GRID_H
#define LECTERN_GRID_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "lectern/ui/color.h"

/* Attributes of a cell; the bits combine. */
enum style {
	STYLE_PLAIN = 0,
	STYLE_BOLD = 1 << 0,
	STYLE_DIM = 1 << 1,
	STYLE_ITALIC = 1 << 2,
	STYLE_UNDERLINE = 1 << 3,
	STYLE_REVERSE = 1 << 4,
	STYLE_COLOR_SHIFT =
	    8, /* the colour (enum color) is in the bits from here on */
};

/*
 * What a colour is for: COLOR_MATCH, COLOR_LINK and so on, as color.h lists
 * them.  The theme chooses the colour; it is never the only sign.  Text of
 * STYLE_DIM is COLOR_QUIET, of STYLE_REVERSE COLOR_SELECTED.
 */
enum color {
	COLOR_PLAIN,
#define ROW(name, ...) COLOR_##name,
	COLORS(ROW)
#undef ROW
	    COLOR_COUNT,
};

#define STYLE_COLOR(color) ((unsigned)(color) << STYLE_COLOR_SHIFT)

#define CELL_BYTES 28 /* of a cluster; longer ones are cut at a character */

/*
 * One cell.  A cluster of width w takes w cells: the first has its text and
 * width; the others have width 0 and no text.
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
	int cursor_y, cursor_x; /* where the terminal's cursor belongs */
	bool cursor_shown;      /* visible, as in a prompt, or only placed */
	bool plain;             /* lines and bars are blank: see grid_line() */
	bool ascii; /* what is written becomes ASCII, cell by cell */
};

/* Sets the size and blanks every cell; `grid` is zeroed at first. */
void grid_reset(struct grid *grid, int h, int w);
void grid_free(struct grid *grid);

/*
 * Writes the `len` bytes at `s` from (y, x), at most `columns` columns and
 * never past the row's end; a wide cluster that does not fit is left out, and a
 * cluster overwritten in part is blanked.  Writes U+FFFD for a character that
 * the terminal cannot show, and a space for a tab.  Returns the columns
 * written.  Writes nothing if the position is out of range.
 */
int grid_put(struct grid *grid, int y, int x, int columns, const char *s,
    size_t len, unsigned style);

/* As grid_put(), but ends a text that does not fit with an ellipsis. */
int grid_put_cut(struct grid *grid, int y, int x, int columns, const char *s,
    size_t len, unsigned style);

/*
 * Adds style bits to `columns` cells from (y, x) and keeps their text; a colour
 * replaces theirs.
 */
void grid_style(struct grid *grid, int y, int x, int columns, unsigned style);

/* Removes every colour but COLOR_MATCH from `columns` cells. */
void grid_uncolor(struct grid *grid, int y, int x, int columns);

/* Fills `columns` cells with the text `s` of one column (" ", "─"). */
void grid_fill(struct grid *grid, int y, int x, int columns, const char *s,
    unsigned style);

/* Fills cells with a part of a line or bar, which is blank if grid->plain. */
void grid_line(struct grid *grid, int y, int x, int columns, const char *s,
    unsigned style);

/*
 * Returns the text of a row without blanks at its end, to be freed.  Tests read
 * it, --screen prints it.
 */
char *grid_row(const struct grid *grid, int y);

#endif
