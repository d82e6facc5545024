#include "source/markdown/cell_lists.h"

#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include "lectern/base/buffer.h"
#include "lectern/base/text.h"
#include "source/markdown/anew.h"
#include "source/markdown/label.h"
#include "source/markdown/lead_when.h"
#include "source/markdown/text_lines.h"

#define CELLS  8 /* of a row that are looked at */
#define ROWS   2 /* at least */
#define LEVELS 6

static const char blank_name[] = "&nbsp;";

/* Words of a line or cell, without blanks around them. */
struct words {
	const char *s, *end;
};

struct row {
	struct words cell[CELLS];
	size_t n;
};

/* A table, from the line that names its columns on. */
struct table {
	const char *rows, *end; /* the first row of data, and behind the last */
	size_t talks;           /* the column with the lists of talks */
};

static struct words
trim(const char *s, const char *end)
{
	while (s < end && strchr(" \t\r", *s))
		s++;
	while (end > s && strchr(" \t\r", end[-1]))
		end--;
	return (struct words){s, end};
}

static size_t
length(const struct words *words)
{
	return (size_t)(words->end - words->s);
}

/* Parts a line at its bars; false: there are none, or too many. */
static bool
read_row(const char *s, const char *end, struct row *row)
{
	struct words line = trim(s, end);
	const char *from = line.s + (line.s < line.end && *line.s == '|');
	bool code = false;

	row->n = 0;
	for (const char *at = from; at <= line.end; at++) {
		bool last = at == line.end;

		code ^= !last && *at == '`';
		if (!last && (*at != '|' || code || at[-1] == '\\'))
			continue;
		if (last && from == at && row->n > 0)
			break;
		if (row->n == CELLS)
			return false;
		row->cell[row->n++] = trim(from, at);
		from = at + 1;
	}
	return row->n > 1 && s < end && !strchr(" \t>", *s);
}

/* Whether a line parts the names of columns from the rows: "---|---". */
static bool
is_delimiter(const char *s, const char *end)
{
	size_t n = strspn(s, "|-: \t\r");

	return s + n == end && memchr(s, '|', n) &&
	    memmem(s, n, "--", 2) != NULL;
}

/* The bytes of an item's mark at `s`; 0: there is none. */
static size_t
mark_length(const char *s, const char *end)
{
	return end - s > 4 && memcmp(s, "\xe2\x80\xa2 ", 4) == 0
	    ? 4
	    : text_lines_mark(s, end);
}

static bool
is_blank_name(const char *s, const char *end)
{
	size_t n = strlen(blank_name);

	return (size_t)(end - s) > n && memcmp(s, blank_name, n) == 0;
}

/* The bytes of a `<br>` at `s` and the blanks behind it; 0: there is none. */
static size_t
break_length(const char *s, const char *end)
{
	const char *at = s + 3;

	if (end - s < 4 || !text_ascii_same(s, "<br", 3) || !strchr(" />", *at))
		return 0;
	while (at < end && strchr(" /", *at))
		at++;
	if (at == end || *at++ != '>')
		return 0;
	while (at < end && (*at == ' ' || is_blank_name(at, end)))
		at += *at == ' ' ? 1 : strlen(blank_name);
	return (size_t)(at - s);
}

/*
 * The next item of a cell, whose rest is `cell`, without its mark; false: there
 * is none.
 */
static bool
next_item(struct words *cell, struct words *item)
{
	const char *s = cell->s + mark_length(cell->s, cell->end);

	if (cell->s == cell->end)
		return false;
	for (const char *at = s; at < cell->end; at++) {
		size_t n = *at == '<' ? break_length(at, cell->end) : 0;

		if (n == 0 || mark_length(at + n, cell->end) == 0)
			continue;
		*item = trim(s, at);
		cell->s = at + n;
		return true;
	}
	*item = trim(s, cell->end);
	cell->s = cell->end;
	return true;
}

/* Whether an item says no more than what it leads to: "[Photos](link)". */
static bool
is_label(const struct words *item)
{
	const char *s = item->s, *close;

	if (item->s == item->end || *s != '[')
		return false;
	close = memchr(s, ']', length(item));
	return close &&
	    label_read(s + 1, (size_t)(close - s) - 1) != LABEL_NONE;
}

static bool
is_date(const struct words *cell)
{
	return cell->s < cell->end &&
	    lead_date(cell->s, length(cell)) == length(cell);
}

/* The cell that names a row's event; the number of cells: there is none. */
static size_t
find_name(const struct row *row, size_t talks)
{
	size_t found = row->n;

	for (size_t k = 0; k < row->n; k++) {
		if (k == talks || row->cell[k].s == row->cell[k].end)
			continue;
		if (!is_date(&row->cell[k]))
			return k;
		if (found == row->n)
			found = k;
	}
	return found;
}

/* What is counted of a column. */
struct column {
	size_t filled, marked; /* cells, and those that begin with a mark */
	size_t several;        /* of these with more than one item */
	size_t items;          /* that are no labels */
};

static void
count_cell(struct column *column, struct words cell)
{
	struct words item;
	size_t n = 0;

	column->filled += cell.s < cell.end;
	if (mark_length(cell.s, cell.end) == 0)
		return;
	column->marked++;
	while (next_item(&cell, &item)) {
		n++;
		column->items += !is_label(&item);
	}
	column->several += n > 1;
}

/* Finds the column with the talks; false: there is none. */
static bool
find_talks(struct table *table)
{
	struct column column[CELLS] = {0};
	size_t rows = 0, best = 0, named = 0;
	struct row row;

	for (const char *s = table->rows, *nl; s < table->end; s = nl + 1) {
		nl = text_line_end(s, table->end);
		/* Addresses would be tags. */
		if (!read_row(s, nl, &row) ||
		    memmem(s, (size_t)(nl - s), "<http", 5))
			return false;
		rows++;
		for (size_t k = 0; k < row.n; k++)
			count_cell(&column[k], row.cell[k]);
	}
	for (size_t k = 1; k < CELLS; k++) {
		if (column[k].items > column[best].items)
			best = k;
	}
	for (const char *s = table->rows, *nl; s < table->end; s = nl + 1) {
		nl = text_line_end(s, table->end);
		read_row(s, nl, &row);
		named += find_name(&row, best) < row.n;
	}
	table->talks = best;
	return rows >= ROWS && named == rows && column[best].several > 0 &&
	    column[best].items > rows &&
	    column[best].marked * 10 >= column[best].filled * 9;
}

/* Reads the table whose columns the line at `s` names; false: there is none. */
static bool
read_table(const char *s, const char *end, struct table *table)
{
	const char *nl = text_line_end(s, end), *next = nl + 1;
	struct row row;

	if (next >= end || !read_row(s, nl, &row))
		return false;
	nl = text_line_end(next, end);
	if (!is_delimiter(next, nl) || nl == end)
		return false;
	table->rows = s = nl + 1;
	while (s < end && memchr(s, '|', (size_t)(text_line_end(s, end) - s))) {
		nl = text_line_end(s, end);
		s = nl < end ? nl + 1 : end;
	}
	table->end = s;
	/* Behind HTML stands a blank line. */
	return s > table->rows &&
	    (s == end ||
		trim(s, text_line_end(s, end)).s ==
		    trim(s, text_line_end(s, end)).end) &&
	    find_talks(table);
}

/* Writing. */

/* The bytes of a link at `s`, whose address is `*url`; 0: there is none. */
static size_t
link_length(const char *s, const char *end, struct words *url)
{
	const char *close = memchr(s, ']', (size_t)(end - s)), *last;

	if (!close || close + 2 >= end || close[1] != '(' ||
	    memchr(s + 1, '[', (size_t)(close - s) - 1))
		return 0;
	last = memchr(close, ')', (size_t)(end - close));
	if (!last)
		return 0;
	*url = (struct words){close + 2, last};
	for (const char *at = url->s; at < last; at++) {
		if (strchr(" \"'<>(", *at))
			return 0;
	}
	return (size_t)(last - s) + 1;
}

/* Writes text without the signs that keep bars from parting cells. */
static void
put_text(struct buffer *w, const char *s, const char *end)
{
	for (; s < end; s++) {
		if (*s != '\\' || s[1] != '|')
			buffer_put(w, s, 1);
	}
}

static void
put_link(struct buffer *w, const char *s, const struct words *url)
{
	buffer_puts(w, "<a href=\"");
	buffer_put(w, url->s, length(url));
	buffer_puts(w, "\">");
	put_text(w, s + 1, url->s - 2);
	buffer_puts(w, "</a>");
}

/*
 * Writes a link that goes on in the next line, at `s`, as one; returns where it
 * ends, or `s`: it does not.
 */
static const char *
put_further(struct buffer *w, const char *s, const char *end,
    const struct words *before)
{
	struct words url;
	size_t n = *s == '[' ? link_length(s, end, &url) : 0;

	if (n == 0 || length(&url) != length(before) ||
	    memcmp(url.s, before->s, length(before)) != 0)
		return s;
	w->len -= strlen("</a>");
	buffer_puts(w, " ");
	put_text(w, s + 1, url.s - 2);
	buffer_puts(w, "</a>");
	return s + n;
}

/* Writes the link at `s`, and lines that go on with it; returns where it ends. */
static const char *
put_links(struct buffer *w, const char *s, const char *end)
{
	struct words url;
	size_t n = link_length(s, end, &url);
	const char *next = s + n;

	if (n == 0)
		return s;
	put_link(w, s, &url);
	do {
		s = next;
		n = s < end ? break_length(s, end) : 0;
		next = n > 0 && s + n < end ? put_further(w, s + n, end, &url)
					    : s;
	} while (next > s + n);
	return s;
}

/* Writes the words of an item, with its links. */
static void
put_words(struct buffer *w, const struct words *words)
{
	for (const char *s = words->s; s < words->end;) {
		const char *next = *s == '[' && (s == words->s || s[-1] != '!')
		    ? put_links(w, s, words->end)
		    : s;
		size_t n = next == s ? break_length(s, words->end) : 0;

		if (n > 0) {
			buffer_puts(w, "<br>");
			next = s + n;
		} else if (next == s) {
			put_text(w, s, ++next);
		}
		s = next;
	}
}

static void
put_tagged(struct buffer *w, const char *tag, const struct words *words)
{
	buffer_puts(w, "<");
	buffer_puts(w, tag);
	buffer_puts(w, ">");
	put_words(w, words);
	buffer_puts(w, "</");
	buffer_puts(w, tag);
	buffer_puts(w, ">");
}

/* Writes what else a cell says, with the column's name. */
static void
put_cell(struct buffer *w, struct words cell, const struct words *name)
{
	struct words item;
	bool any = false;

	while (next_item(&cell, &item)) {
		buffer_puts(w, any ? ", " : "<p>");
		if (!any && name && name->s < name->end) {
			put_words(w, name);
			buffer_puts(w, ": ");
		}
		put_words(w, &item);
		any = true;
	}
	if (any)
		buffer_puts(w, "</p>");
}

/* Writes a row: the event, what else is said of it, and its talks. */
static void
put_row(struct buffer *w, struct row *row, const struct row *names,
    size_t talks, size_t level)
{
	size_t name = find_name(row, talks);
	char tag[] = "h2";
	struct words item;

	tag[1] = (char)('0' + level);
	next_item(&row->cell[name], &item);
	put_tagged(w, tag, &item);
	for (size_t k = 0; k < row->n; k++) {
		if (k != talks)
			put_cell(w, row->cell[k],
			    k < names->n ? &names->cell[k] : NULL);
	}
	if (talks >= row->n)
		return;
	buffer_puts(w, "<ul>");
	while (next_item(&row->cell[talks], &item))
		put_tagged(w, "li", &item);
	buffer_puts(w, "</ul>");
}

static void
put_table(
    struct buffer *w, const char *s, const struct table *table, size_t level)
{
	const char *nl = text_line_end(s, table->end);
	struct row names, row;

	read_row(s, nl, &names);
	buffer_put(w, s, (size_t)(nl - s));
	buffer_puts(w, "\n\n");
	for (s = table->rows; s < table->end; s = nl + 1) {
		nl = text_line_end(s, table->end);
		read_row(s, nl, &row);
		put_row(w, &row, &names, table->talks, level);
		buffer_puts(w, "\n");
	}
}

/* The level of headings below the one that the line at `s` is; 0: it is none. */
static size_t
level_below(const char *s)
{
	size_t n = strspn(s, "#");

	return n > 0 && s[n] == ' ' ? (n < LEVELS ? n + 1 : LEVELS) : 0;
}

/* Whether a document may have such a cell. */
static bool
may_have_some(const char *s, const char *end)
{
	for (; (s = memchr(s, '<', (size_t)(end - s))); s++) {
		size_t n = break_length(s, end);

		if (n > 0 && mark_length(s + n, end) > 0)
			return true;
	}
	return false;
}

char *
cell_lists_part(struct arena *arena, const char *s, size_t *len)
{
	const char *end = s + *len;
	struct anew w = anew_begin(arena, s, *len);
	size_t level = 2, below;
	bool code = false;

	if (!may_have_some(s, end))
		return NULL;
	while (s < end) {
		const char *nl = text_line_end(s, end);
		struct table table;

		code ^= text_lines_fence(s, nl);
		if (!code && read_table(s, end, &table)) {
			anew_skip(&w, s, table.end);
			put_table(&w.out, s, &table, level);
			s = table.end;
			continue;
		}
		below = code ? 0 : level_below(s);
		level = below > 0 ? below : level;
		s = nl + (nl < end);
	}
	return anew_end(&w, w.out.len > 0, len);
}
