#include "ui/draw_detail.h"

#include <stdio.h>
#include <string.h>

#include "lectern/base/arena.h"
#include "lectern/base/text.h"
#include "lectern/base/translate.h"
#include "lectern/model/position.h"
#include "ui/paint.h"

#define TITLE_BYTES 128

static unsigned
span_style(uint32_t style)
{
	unsigned out = STYLE_PLAIN;

	if (style & SPAN_STRONG)
		out |= STYLE_BOLD;
	if (style & SPAN_EMPHASIS)
		out |= STYLE_ITALIC;
	if (style & SPAN_CODE)
		out |= STYLE_COLOR(COLOR_CODE);
	else if (style & SPAN_LINK)
		out |= STYLE_COLOR(COLOR_LINK);
	if (style & SPAN_LINK)
		out |= STYLE_UNDERLINE;
	return out;
}

static unsigned
row_style(const struct app *app, const struct talk_rows_row *row)
{
	switch ((enum row_kind)row->kind) {
	case ROW_TITLE:
	case ROW_LINKS:
	case ROW_PART:
	case ROW_ABOUT_NAME:
		return STYLE_BOLD;
	case ROW_SPOKEN_NAME:
		return STYLE_BOLD | STYLE_COLOR(COLOR_SPOKEN);
	case ROW_SPOKEN:
		return STYLE_COLOR(COLOR_SPOKEN);
	case ROW_LINK:
		return STYLE_UNDERLINE | STYLE_COLOR(COLOR_LINK);
	case ROW_NAMES:
	case ROW_BLANK:
		return STYLE_PLAIN;
	case ROW_NONE:
	case ROW_CUT:
	case ROW_ALSO:
		return STYLE_DIM;
	case ROW_TAGS:
		return STYLE_COLOR(COLOR_MARK);
	case ROW_OWN_NAME:
		return STYLE_BOLD | STYLE_COLOR(COLOR_MARK);
	case ROW_BLOCK:
	case ROW_OWN:
	case ROW_ABOUT:
		break;
	}
	switch (talk_rows_block(&app->detail, row)->kind) {
	case BLOCK_LABEL:
		return STYLE_BOLD;
	case BLOCK_CODE:
		return STYLE_COLOR(COLOR_CODE);
	default:
		return STYLE_PLAIN;
	}
}

/* Styles bytes [start, end) of a row's text, as far as the row shows them. */
static void
style_part(struct grid *grid, int y, int x, int columns,
    const struct talk_rows_row *row, uint32_t start, uint32_t end,
    unsigned style)
{
	if (start < row->start)
		start = row->start;
	if (end > row->end)
		end = row->end;
	if (start < end)
		paint_range(grid, y, x, columns, row->text + row->start,
		    start - row->start, end - row->start, style);
}

/* Draws what comes before a block's text: quote bar, bullet. */
static void
draw_bullet(struct grid *grid, int y, int x, int indent,
    const struct talk_rows_row *row, const struct block *block)
{
	char bullet[16];

	talk_rows_bullet(block, bullet);
	int at = indent - paint_width(bullet);

	if (row->first)
		grid_put(grid, y, x + (at > 0 ? at : 0), indent, bullet,
		    strlen(bullet), STYLE_PLAIN);
	if (block->quoted && at >= 2)
		grid_line(grid, y, x + at - 2, 1, "│", STYLE_DIM);
}

/* The speakers stand out of what comes after them. */
static void
draw_names(struct grid *grid, const struct app *app, int y, int x, int columns,
    const struct talk_rows_row *row)
{
	uint32_t end = (uint32_t)app->detail.speakers_len;

	style_part(grid, y, x, columns, row, 0, end, STYLE_COLOR(COLOR_NAMES));
	style_part(grid, y, x, columns, row, end, row->end, STYLE_DIM);
}

/* Numbers of links stand right of the text, as far as there is room. */
static void
draw_numbers(struct grid *grid, const struct app *app, int y, int x,
    int columns, const struct talk_rows_row *row)
{
	char numbers[16];
	int width = talk_rows_numbers(&app->detail, row, numbers);
	int used = text_width(row->text + row->start, row->end - row->start);

	if (width > 0 && used + 1 + width <= columns)
		paint(grid, y, x + columns - width, width, numbers,
		    STYLE_COLOR(COLOR_LINK));
}

static void
draw_row(struct grid *grid, const struct app *app, size_t i, int y)
{
	const struct talk_rows_row *row = &app->detail.rows[i];
	struct rect in = app->panes.inner[PANE_DETAIL];
	int x = in.x + DETAIL_GUTTER, columns = app->detail.width;
	const struct block *block = talk_rows_block(&app->detail, row);
	struct range ranges[32];

	if (block)
		draw_bullet(grid, y, x, row->indent, row, block);
	if (row->kind == ROW_OWN && row->indent > 0)
		grid_line(grid, y, x, 1, "│", STYLE_COLOR(COLOR_MARK));
	if (row->coded) {
		char code[32];

		talk_rows_code(row, code);
		paint(grid, y, x + (row->kind == ROW_OWN ? TALK_ROWS_BAR : 0),
		    row->margin, code, STYLE_COLOR(COLOR_LINK));
	}
	if (row->kind == ROW_LINK) {
		char before[32];

		talk_rows_link(&app->detail, row, before);
		paint(grid, y, x, row->indent, before, STYLE_DIM);
	}
	x += row->indent;
	columns -= row->indent;
	grid_put(grid, y, x, columns, row->text + row->start,
	    row->end - row->start, row_style(app, row));
	for (uint32_t s = 0; block && s < block->nspans; s++)
		style_part(grid, y, x, columns, row, block->spans[s].start,
		    block->spans[s].end, span_style(block->spans[s].style));
	draw_numbers(grid, app, y, x, columns, row);
	if (row->kind == ROW_NAMES)
		draw_names(grid, app, y, x, columns, row);
	size_t n = app_detail_ranges(app, i, ranges, 32, NULL);

	for (size_t r = 0; r < n; r++)
		style_part(grid, y, x, columns, row, ranges[r].start,
		    ranges[r].end, STYLE_COLOR(COLOR_MATCH));
}

/* Makes the title: "Notes * bookmarked, seen". */
static void
name_flags(char title[TITLE_BYTES], const struct annotations *annotations)
{
	unsigned kinds = annotations ? annotations->kinds : 0;
	size_t n, len = (size_t)snprintf(title, TITLE_BYTES, "%s", _("Notes"));
	const struct mark_info *info = mark_kinds(&n);
	struct arena *arena = arena_new();
	const char *words;
	bool first = true;

	for (size_t row = 0; row < n && len < TITLE_BYTES; row++, info++) {
		if (info->type != MARK_FLAG || !(kinds & mark_kind_at(row)))
			continue;
		char sign[] = {' ', info->sign ? info->sign : '-', ' ', '\0'};

		len += (size_t)snprintf(title + len, TITLE_BYTES - len, "%s%s",
		    first ? sign : ", ", _(info->done));
		first = false;
	}
	words = annotations
	    ? position_words(arena, mark_kind_text(annotations, MARK_POSITION))
	    : "";
	if (*words && len < TITLE_BYTES)
		snprintf(title + len, TITLE_BYTES - len,
		    first ? _(" - at %s") : _(", at %s"), words);
	arena_free(arena);
}

static void
draw_frame(struct grid *grid, const struct app *app)
{
	const struct talk *talk = app_talk(app);
	char title[TITLE_BYTES];
	size_t end = app->detail_top + (size_t)app->panes.inner[PANE_DETAIL].h;
	size_t rows = app->detail.nrows;
	char hint[16] = "";
	struct about said;

	if (!app->panes.borders)
		return;
	if (end < rows)
		snprintf(hint, sizeof(hint), "%zu%%", 100 * end / rows);
	else if (app->detail_top > 0)
		snprintf(hint, sizeof(hint), "%s", _("end"));
	name_flags(title, talk ? app_annotations(app, talk) : NULL);
	if (app_detail_about(app, &said))
		snprintf(title, sizeof(title), "%s", _("About"));
	paint_frame(grid, app->panes.frame[PANE_DETAIL], title, hint,
	    app->focus == PANE_DETAIL);
}

void
draw_detail(struct grid *grid, const struct app *app)
{
	struct rect in = app->panes.inner[PANE_DETAIL];
	size_t row = app->detail_top;

	if (in.h <= 0)
		return;
	draw_frame(grid, app);
	if (app->focus == PANE_DETAIL) {
		grid->cursor_y = in.y;
		grid->cursor_x = in.x;
	}
	for (int y = 0; y < in.h && row < app->detail.nrows; y++, row++) {
		draw_row(grid, app, row, in.y + y);
		if (row != app->match_row)
			continue;
		grid_put(grid, in.y + y, in.x, 1, ">", 1, STYLE_BOLD);
		if (app->focus == PANE_DETAIL)
			grid->cursor_y = in.y + y;
	}
}
