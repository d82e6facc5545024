#include "lectern/ui/grid.h"

#include <stdlib.h>
#include <string.h>

#include "lectern/base/ascii.h"
#include "lectern/base/mem.h"
#include "lectern/base/text.h"

void
grid_reset(struct grid *grid, int h, int w)
{
	if (h != grid->h || w != grid->w) {
		free(grid->cells);
		grid->cells = mem_alloc(
		    (size_t)h * (size_t)w, sizeof(*grid->cells));
		grid->h = h;
		grid->w = w;
	}
	for (size_t i = 0; i < (size_t)h * (size_t)w; i++)
		grid->cells[i] = (struct cell){.text = " ", .width = 1};
	grid->cursor_y = 0;
	grid->cursor_x = 0;
	grid->cursor_shown = false;
}

void
grid_free(struct grid *grid)
{
	free(grid->cells);
	memset(grid, 0, sizeof(*grid));
}

static struct cell *
cell_at(const struct grid *grid, int y, int x)
{
	return &grid->cells[(size_t)y * (size_t)grid->w + (size_t)x];
}

/* Turns the cluster that covers (y, x) into blanks, if it is wider than 1. */
static void
break_cluster(struct grid *grid, int y, int x)
{
	int first = x;

	while (first > 0 && cell_at(grid, y, first)->width == 0)
		first--;
	int width = cell_at(grid, y, first)->width;

	for (int i = first; width > 1 && i < first + width && i < grid->w;
	     i++) {
		struct cell *cell = cell_at(grid, y, i);

		strcpy(cell->text, " ");
		cell->width = 1;
	}
}

/*
 * Copies a cluster to `text` as the terminal can show it, cut at a character if
 * it is long; returns its columns.
 */
static int
shown_cluster(const char *s, size_t len, char text[CELL_BYTES])
{
	size_t out = 0;

	for (size_t i = 0; i < len;) {
		uint32_t code;
		size_t n = text_decode(s + i, len - i, &code);
		const char *from = s + i;
		size_t bytes = n;

		if (code == '\t' || code == '\n') {
			from = " ";
		} else if (!text_is_shown(code)) {
			from = "\xEF\xBF\xBD";
			bytes = 3;
		}
		if (out + bytes >= CELL_BYTES)
			break;
		memcpy(text + out, from, bytes);
		out += bytes;
		i += n;
	}
	text[out] = '\0';
	return text_width(text, out);
}

static void
set_cell(struct grid *grid, int y, int x, int width, const char *text,
    unsigned style)
{
	for (int i = 0; i < width; i++)
		break_cluster(grid, y, x + i);
	for (int i = 0; i < width; i++) {
		struct cell *cell = cell_at(grid, y, x + i);

		cell->style = (uint16_t)style;
		cell->width = (uint8_t)(i == 0 ? width : 0);
		cell->text[0] = '\0';
	}
	memcpy(cell_at(grid, y, x)->text, text, strlen(text) + 1);
	if (grid->ascii)
		ascii_cell(cell_at(grid, y, x)->text, width);
}

/* Returns the columns that may be written from (y, x); 0 outside the grid. */
static int
room(const struct grid *grid, int y, int x, int columns)
{
	if (y < 0 || y >= grid->h || x < 0 || x >= grid->w || columns < 0)
		return 0;
	return columns < grid->w - x ? columns : grid->w - x;
}

int
grid_put(struct grid *grid, int y, int x, int columns, const char *s,
    size_t len, unsigned style)
{
	int used = 0;

	columns = room(grid, y, x, columns);
	for (size_t at = 0; at < len && used < columns;) {
		char text[CELL_BYTES];
		size_t n = text_next(s + at, len - at);
		int width = shown_cluster(s + at, n, text);

		if (used + width > columns)
			break;
		/* A combining mark without a letter has no cell. */
		if (width > 0)
			set_cell(grid, y, x + used, width, text, style);
		used += width;
		at += n;
	}
	return used;
}

int
grid_put_cut(struct grid *grid, int y, int x, int columns, const char *s,
    size_t len, unsigned style)
{
	columns = room(grid, y, x, columns);
	if (columns == 0)
		return 0;
	if (text_fit(s, len, columns, NULL) == len)
		return grid_put(grid, y, x, columns, s, len, style);

	size_t fit = text_fit(s, len, columns - 1, NULL);

	while (fit > 0 && s[fit - 1] == ' ')
		fit--;
	int used = grid_put(grid, y, x, columns - 1, s, fit, style);

	return used + grid_put(grid, y, x + used, 1, "…", strlen("…"), style);
}

void
grid_style(struct grid *grid, int y, int x, int columns, unsigned style)
{
	unsigned color = style >> STYLE_COLOR_SHIFT;

	columns = room(grid, y, x, columns);
	for (int i = 0; i < columns; i++) {
		struct cell *cell = cell_at(grid, y, x + i);

		/* Two colours combined by OR would give a third. */
		if (color != 0)
			cell->style &= (1u << STYLE_COLOR_SHIFT) - 1;
		cell->style |= (uint16_t)style;
	}
}

void
grid_uncolor(struct grid *grid, int y, int x, int columns)
{
	columns = room(grid, y, x, columns);
	for (int i = 0; i < columns; i++) {
		struct cell *cell = cell_at(grid, y, x + i);

		if (cell->style >> STYLE_COLOR_SHIFT != COLOR_MATCH)
			cell->style &= (1u << STYLE_COLOR_SHIFT) - 1;
	}
}

void
grid_fill(
    struct grid *grid, int y, int x, int columns, const char *s, unsigned style)
{
	columns = room(grid, y, x, columns);
	for (int i = 0; i < columns; i++)
		set_cell(grid, y, x + i, 1, s, style);
}

void
grid_line(
    struct grid *grid, int y, int x, int columns, const char *s, unsigned style)
{
	grid_fill(grid, y, x, columns, grid->plain ? " " : s, style);
}

char *
grid_row(const struct grid *grid, int y)
{
	char *row = mem_alloc((size_t)grid->w * CELL_BYTES + 1, 1);
	size_t len = 0;

	for (int x = 0; x < grid->w; x++) {
		const char *text = cell_at(grid, y, x)->text;
		size_t n = strlen(text);

		memcpy(row + len, text, n);
		len += n;
	}
	while (len > 0 && row[len - 1] == ' ')
		len--;
	row[len] = '\0';
	return row;
}
