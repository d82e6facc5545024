#include "ui/paint.h"

#include <string.h>

#include "lectern/base/text.h"

int
paint_width(const char *s)
{
	return text_width(s, strlen(s));
}

int
paint(
    struct grid *grid, int y, int x, int columns, const char *s, unsigned style)
{
	return grid_put_cut(grid, y, x, columns, s, strlen(s), style);
}

void
paint_range(struct grid *grid, int y, int x, int columns, const char *s,
    size_t start, size_t end, unsigned style)
{
	int from = text_width(s, start);
	int width = text_width(s + start, end - start);

	if (from >= columns)
		return;
	if (width > columns - from)
		width = columns - from;
	grid_style(grid, y, x + from, width, style);
}

int
paint_found_part(struct grid *grid, int y, int x, int columns, const char *s,
    size_t start, size_t end, unsigned style, const struct query *query,
    enum field field)
{
	struct range ranges[16];

	/* The blank at which a text is broken is in neither row. */
	while (end > start && s[end - 1] == ' ')
		end--;
	int used = grid_put_cut(
	    grid, y, x, columns, s + start, end - start, style);
	size_t n = query_ranges(query, field, s, strlen(s), ranges, 16);

	for (size_t i = 0; i < n; i++) {
		size_t from = ranges[i].start > start ? ranges[i].start : start;
		size_t to = ranges[i].end < end ? ranges[i].end : end;

		if (from < to)
			paint_range(grid, y, x, used, s + start, from - start,
			    to - start, STYLE_COLOR(COLOR_MATCH));
	}
	return used;
}

int
paint_found(struct grid *grid, int y, int x, int columns, const char *s,
    unsigned style, const struct query *query, enum field field)
{
	return paint_found_part(
	    grid, y, x, columns, s, 0, strlen(s), style, query, field);
}

/* Puts a title into a border: " Talks ", or "[Talks]" with the focus. */
static void
paint_title(struct grid *grid, struct rect frame, const char *title,
    bool focused, unsigned border)
{
	/* Bold would be another colour where bold is bright. */
	unsigned style = focused ? STYLE_COLOR(COLOR_FOCUS) : STYLE_PLAIN;
	int room = frame.w - 6;

	if (room < 1)
		return;
	int used = paint(grid, frame.y, frame.x + 3, room, title, style);

	grid_put(grid, frame.y, frame.x + 2, 1, focused ? "[" : " ", 1,
	    focused ? style : border);
	grid_put(grid, frame.y, frame.x + 3 + used, 1, focused ? "]" : " ", 1,
	    focused ? style : border);
}

static void
paint_hint(
    struct grid *grid, struct rect frame, const char *hint, unsigned border)
{
	int width = paint_width(hint);
	int y = frame.y + frame.h - 1, x = frame.x + frame.w - width - 3;

	if (width == 0 || x <= frame.x)
		return;
	grid_put(grid, y, x - 1, 1, " ", 1, border);
	paint(grid, y, x, width, hint, STYLE_PLAIN);
	grid_put(grid, y, x + width, 1, " ", 1, border);
}

void
paint_frame(struct grid *grid, struct rect frame, const char *title,
    const char *hint, bool focused)
{
	unsigned style = STYLE_COLOR(focused ? COLOR_FOCUS : COLOR_BORDER);
	int right = frame.x + frame.w - 1, low = frame.y + frame.h - 1;

	grid_line(grid, frame.y, frame.x, frame.w, "─", style);
	grid_line(grid, low, frame.x, frame.w, "─", style);
	for (int y = frame.y + 1; y < low; y++) {
		grid_line(grid, y, frame.x, 1, "│", style);
		grid_line(grid, y, right, 1, "│", style);
	}
	grid_line(grid, frame.y, frame.x, 1, "┌", style);
	grid_line(grid, frame.y, right, 1, "┐", style);
	grid_line(grid, low, frame.x, 1, "└", style);
	grid_line(grid, low, right, 1, "┘", style);
	paint_title(grid, frame, title, focused, style);
	paint_hint(grid, frame, hint, style);
}
