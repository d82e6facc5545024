#include "source/markdown/simple.h"

#include <string.h>

#include "lectern/base/text.h"
#include "source/markdown/cells.h"
#include "source/markdown/details.h"
#include "source/markdown/inline.h"
#include "source/markdown/line_text.h"
#include "source/markdown/markdown.h"
#include "source/markdown/reader.h"

/*
 * Most lists and tables have a line for each item or row.  Then what a line is
 * does not depend on how it goes on, and libcmark would find the same: a bullet
 * with one blank and a letter after it begins an item; it stands in the item
 * above whose text begins at its column or before it.  Only the text of single
 * lines is left to libcmark, where that has markup.  Anything else is not
 * simple: lines that are continued, numbers, quotes, code, HTML, definitions.
 */

#define OPEN_MOST   8 /* lists within lists */
#define TAB         4 /* columns between the tab stops of Markdown */
#define MOST_INDENT 3 /* columns; more makes code, or goes on a paragraph */

/* An open item, in its list. */
struct item {
	size_t text; /* column of its text */
	char bullet;
};

struct simple {
	struct reader r;
	struct item item[OPEN_MOST];
	size_t nitems;
	bool blank; /* no block goes on from the line before */
};

/* Adds a paragraph of one line; false where its text is not certain. */
static bool
add_paragraph(struct simple *p, const char *s, size_t len, uint32_t row)
{
	struct md_node *node = reader_add(&p->r, MD_PARAGRAPH, row);
	size_t at = (size_t)(s - p->r.s);
	bool stays = p->r.own && at + len < p->r.len && s[len] == '\n';

	if (!line_text_starts_paragraph(s, len))
		return false;
	if (inline_read(p->r.arena, reader_spans(&p->r), s, len,
		stays ? p->r.own + at : NULL, &node->text))
		return true;
	/* A heading takes all of this, with what is put behind it, as well. */
	if (*s == '[' || memchr(s, '<', len) || memmem(s, len, "\\|", 2) ||
	    s[len - 1] == '\\')
		return false;
	cells_await(
	    &p->r, (uint32_t)(node - p->r.md->node), (struct extent){s, len});
	return true;
}

/* Closes the innermost open item and, with `list`, its list. */
static void
close_item(struct simple *p, bool list)
{
	reader_close(&p->r);
	if (list)
		reader_close(&p->r);
	p->nitems--;
}

static void
close_all(struct simple *p)
{
	while (p->nitems > 0)
		close_item(p, true);
}

static size_t
text_column(const struct simple *p, size_t nitems)
{
	return nitems > 0 ? p->item[nitems - 1].text : 0;
}

/* Takes the bullet at column `column`, whose text is the `len` bytes at `s`. */
static bool
take_item(struct simple *p, char bullet, size_t column, const char *s,
    size_t len, uint32_t row)
{
	bool goes_on = false;

	/* The item above ends where this one is no part of it. */
	while (p->nitems > 0 && column < text_column(p, p->nitems)) {
		goes_on = column >= text_column(p, p->nitems - 1) &&
		    p->item[p->nitems - 1].bullet == bullet;
		close_item(p, !goes_on);
	}
	if (column - text_column(p, p->nitems) > MOST_INDENT ||
	    p->nitems == OPEN_MOST)
		return false;
	if (!goes_on)
		reader_open(&p->r, MD_LIST, row);
	reader_open(&p->r, MD_ITEM, row);
	p->item[p->nitems++] = (struct item){column + 2, bullet};
	p->blank = false;
	return add_paragraph(p, s, len, row);
}

/* The row of the last line of the table that begins in `row`; 0: there is none. */
static int
table_end(const struct simple *p, int row)
{
	const struct reader *r = &p->r;

	while ((size_t)row < r->nlines) {
		const char *s = r->s + r->lines[row - 1];
		size_t len = r->lines[row] - r->lines[row - 1];

		if (len == 0 || *s == '\n')
			break;
		if (*s != '|')
			return 0;
		row++;
	}
	return row - 1;
}

/* Whether line `row` has nothing but blanks. */
static bool
is_blank(const struct simple *p, int row)
{
	for (size_t i = p->r.lines[row - 1]; i < p->r.lines[row]; i++) {
		if (!text_ascii_blank(p->r.s[i]))
			return false;
	}
	return true;
}

/* Takes what is no item, and begins in the first column; `*row` is its last. */
static bool
take_other(struct simple *p, const char *s, size_t len, int *row)
{
	int first = *row;

	if (!p->blank)
		return false;
	close_all(p);
	/* HTML ends at a blank line. */
	if (details_is_tag(s, len))
		return (size_t)first + 1 >= p->r.nlines ||
		    is_blank(p, first + 1);
	if (*s == '|') {
		*row = table_end(p, first);
		return *row > 0 && cells_read(&p->r, first, *row, 0);
	}
	p->blank = false;
	return add_paragraph(p, s, len, (uint32_t)first);
}

static bool
take_line(struct simple *p, int *row)
{
	const char *s = p->r.s + p->r.lines[*row - 1];
	size_t len = p->r.lines[*row] - p->r.lines[*row - 1], from = 0;
	size_t column = 0;

	while (len > 0 && text_ascii_blank(s[len - 1]))
		len--;
	if (len == 0) {
		p->blank = true;
		return true;
	}
	for (; text_ascii_blank(s[from]); from++)
		column += s[from] == '\t' ? TAB - column % TAB : 1;
	if (len > from + 2 && s[from + 1] == ' ' &&
	    (s[from] == '*' || s[from] == '-' || s[from] == '+'))
		/* A paragraph above would go on, or be underlined. */
		return (p->blank || p->nitems > 0) &&
		    take_item(p, s[from], column, s + from + 2, len - from - 2,
			(uint32_t)*row);
	return column == 0 && take_other(p, s, len, row);
}

void
simple_put_back(char *own, size_t len)
{
	char *end = own + len;
	bool url = false;

	while ((own = memchr(own, '\0', (size_t)(end - own)))) {
		char next = own + 1 < end ? own[1] : ' ';

		if (url) {
			*own = ')';
			url = false;
		} else if (next == INLINE_URL) {
			*own++ = ']';
			*own = '(';
			url = true;
		} else if (next == CELLS_BAR) {
			*own++ = ' ';
			*own = '|';
		} else {
			*own = '\n';
		}
	}
}

bool
simple_parse(struct markdown *md, struct arena *arena, const char *s,
    size_t len, uint32_t rows, char *own)
{
	struct simple p = {.blank = true};
	const size_t first = md->n;
	bool good = true;

	reader_begin(&p.r, md, arena, s, len);
	p.r.own = own;
	for (int row = 1; good && (size_t)row < p.r.nlines; row++)
		good = take_line(&p, &row);
	if (good) {
		close_all(&p);
		markdown_read_cells(&p.r);
	} else {
		md->n = first;
		if (own)
			simple_put_back(own, len);
	}
	for (size_t i = first; i < md->n; i++)
		md->node[i].row += rows;
	reader_end(&p.r);
	return good;
}
