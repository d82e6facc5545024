#include "source/markdown/cells.h"

#include <stdlib.h>
#include <string.h>

#include "lectern/base/arena.h"
#include "lectern/base/buffer.h"
#include "lectern/base/mem.h"
#include "source/markdown/inline.h"
#include "source/markdown/label.h"

#define BARE_ROWS 3 /* of a table without a delimiter row, at least */
#define GUARD     " <!-- -->\n" /* keeps a `#` at the end of a cell */

/* Tables. */

void
cells_await(struct reader *r, uint32_t node, struct extent text)
{
	r->cells = mem_grow(
	    r->cells, &r->cells_cap, r->ncells + 1, sizeof(*r->cells));
	r->cells[r->ncells++] = (struct cell){text, node};
}

/* Where the text of a cell may stay, or NULL. */
static char *
own_cell(const struct reader *r, struct extent cell)
{
	size_t at = (size_t)(cell.s - r->s);
	bool stays = r->own && at + cell.len + 1 < r->len &&
	    memcmp(cell.s + cell.len, " |", 2) == 0;

	return stays ? r->own + at : NULL;
}

static void
read_row(struct reader *r, struct extent line, int row)
{
	struct extent cell;

	reader_open(r, MD_ROW, (uint32_t)row);
	for (size_t at = 0; table_cell(line.s, line.len, &at, &cell);) {
		struct md_node *node = reader_add(r, MD_CELL, (uint32_t)row);
		char *own = own_cell(r, cell);

		if (!inline_read(r->arena, reader_spans(r), cell.s, cell.len,
			own, &node->text))
			cells_await(r, (uint32_t)(node - r->md->node), cell);
		else if (own && node->text.text == own)
			own[cell.len + 1] = CELLS_BAR;
	}
	reader_close(r);
}

/* The line with a table's header in a paragraph, 0 if there is no table. */
static int
find_table(const struct reader *r, int first, int last, int column)
{
	struct extent above = reader_line(r, first, column);

	for (int row = first + 1; row <= last; row++) {
		struct extent line = reader_line(r, row, 0);

		/* One bar more or less is a slip that readers forgive. */
		if (table_is_delimiter(line.s, line.len) &&
		    (table_count(line.s, line.len) ==
			    table_count(above.s, above.len) ||
			table_count(above.s, above.len) > 1))
			return row - 1;
		above = line;
	}
	return 0;
}

/* The lines of a paragraph that stand above its table. */
static void
read_above(struct reader *r, int first, int last, int column)
{
	struct md_node *node = reader_add(r, MD_PARAGRAPH, (uint32_t)first);
	uint32_t at = (uint32_t)(node - r->md->node);
	struct buffer b = {0};

	for (int row = first; row <= last; row++) {
		struct extent line = reader_line(
		    r, row, row == first ? column : 0);

		if (row > first)
			buffer_puts(&b, " ");
		buffer_put(&b, line.s, line.len);
	}
	cells_await(
	    r, at, (struct extent){arena_dup(r->arena, b.s, b.len), b.len});
	free(b.s);
}

/* Whether a line is a row of so many cells between bars. */
static bool
is_row(struct extent line, size_t cells)
{
	return line.len >= 2 && *line.s == '|' && line.s[line.len - 1] == '|' &&
	    table_count(line.s, line.len) == cells;
}

/* Whether a row names columns: all its cells are bold, or two are labels. */
static bool
is_header(struct extent line)
{
	struct extent cell;
	size_t labels = 0;

	for (size_t at = 0; table_cell(line.s, line.len, &at, &cell);)
		labels += label_read(cell.s, cell.len) != LABEL_NONE;
	if (labels >= 2)
		return true;
	for (size_t at = 0; table_cell(line.s, line.len, &at, &cell);) {
		if (cell.len <= 2 || memcmp(cell.s, "**", 2) != 0)
			return false;
	}
	return true;
}

/*
 * Reads a table without a delimiter row, as kramdown has them: several lines
 * that are all rows of as many cells.  The first may name the columns.
 */
static bool
read_bare(struct reader *r, int first, int last, int column)
{
	struct extent line = reader_line(r, first, column);
	size_t cells = table_count(line.s, line.len);

	if (last - first + 1 < BARE_ROWS || cells < 2 || !is_row(line, cells))
		return false;
	for (int row = first + 1; row <= last; row++) {
		if (!is_row(reader_line(r, row, 0), cells))
			return false;
	}
	reader_open(r, MD_TABLE, (uint32_t)first);
	if (!is_header(line)) {
		reader_open(r, MD_ROW, (uint32_t)first);
		reader_close(r);
	}
	read_row(r, line, first);
	for (int row = first + 1; row <= last; row++)
		read_row(r, reader_line(r, row, 0), row);
	reader_close(r);
	return true;
}

bool
cells_read(struct reader *r, int first, int last, int column)
{
	int header = find_table(r, first, last, column);

	if (header == 0)
		return read_bare(r, first, last, column);
	if (header > first)
		read_above(r, first, header - 1, column);
	reader_open(r, MD_TABLE, (uint32_t)header);
	read_row(
	    r, reader_line(r, header, header == first ? column : 0), header);
	for (int row = header + 2; row <= last; row++)
		read_row(r, reader_line(r, row, 0), row);
	reader_close(r);
	return true;
}

/* The second document. */

static void
append_cell(struct buffer *b, struct extent text)
{
	buffer_puts(b, "# ");
	for (size_t i = 0; i < text.len; i++) {
		if (text.s[i] == '\\' && i + 1 < text.len &&
		    text.s[i + 1] == '|')
			continue;
		buffer_put(b, &text.s[i], 1);
	}
	buffer_puts(b, GUARD);
}

/* The last line of the block of code that node `i` is; 0: it is none. */
static size_t
code_end(const struct reader *r, size_t i)
{
	const struct md_node *node = &r->md->node[i];
	size_t end = node->row;

	if (i >= r->md->n || node->kind != MD_CODE)
		return 0;
	for (uint32_t k = 0; k < node->text.len; k++)
		end += node->text.text[k] == '\n';
	return end + 1;
}

/* Lines that may define a reference, `[label]: destination`, and are no code. */
static void
append_definitions(struct buffer *b, const struct reader *r)
{
	size_t node = r->first, end = code_end(r, node);

	for (size_t i = 0; i + 1 < r->nlines; i++) {
		const char *s = r->s + r->lines[i];
		size_t len = r->lines[i + 1] - r->lines[i];

		while (end < i + 1 && node + 1 < r->md->n)
			end = code_end(r, ++node);
		if (end >= i + 1 && r->md->node[node].row <= i + 1)
			continue;
		if (len > 4 && *s == '[' && memmem(s, len, "]:", 2)) {
			buffer_puts(b, "\n");
			buffer_put(b, s, len);
		}
	}
	buffer_puts(b, "\n");
}

char *
cells_document(const struct reader *r, size_t *len)
{
	struct buffer b = {0};

	for (size_t i = 0; i < r->ncells; i++)
		append_cell(&b, r->cells[i].text);
	append_definitions(&b, r);
	*len = b.len;
	return b.s;
}
