#include "source/markdown/html_blocks.h"

#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include "lectern/base/mem.h"
#include "lectern/base/text.h"
#include "source/markdown/lead.h"
#include "source/markdown/markup.h"

#define REACH_MOST   16   /* columns of which cells reach over rows */
#define LISTS_MOST   16   /* lists within lists; deeper ones are text */
#define TAGS_BEFORE  2    /* a time at the start of a line */
#define TAG_LONGEST  64   /* bytes of one of these */
#define TIME_LONGEST 24   /* bytes of a time, with its range */
#define ROW_LONGEST  2048 /* bytes of a row that names columns */

/* An open list. */
struct html_list {
	uint32_t number; /* of the next item; 0: they have none */
	bool begun;      /* it has an item */
	bool item;       /* one is open */
};

/* A cell that reaches over rows below its own, which have the same there. */
struct html_reach {
	unsigned long rows; /* that are left */
	struct line line;
};

/* Where the walk over an HTML block is. */
struct html_walk {
	struct markup m;
	uint32_t start;        /* line of the text that is read */
	uint32_t table;        /* node of the open table; 0: there is none */
	const char *table_end; /* the next `</table>` */
	bool endless;          /* there is none any more */
	int level;             /* of the open heading; 0: there is none */
	bool row, cell;        /* one is open */
	unsigned long rows;    /* that the open cell reaches over */
	size_t column;         /* of the next cell of the row */
	struct html_reach reach[REACH_MOST]; /* by column */
	struct html_list list[LISTS_MOST];
	size_t lists;
	size_t deeper; /* lists that are text */
};

/* Lists. */

static void
end_item(struct reader *r, struct html_walk *w)
{
	struct html_list *list = &w->list[w->lists - 1];

	if (list->item)
		reader_close(r);
	list->item = false;
}

static void
begin_list(struct html_walk *w, bool ordered)
{
	if (w->lists == LISTS_MOST)
		w->deeper++;
	else
		w->list[w->lists++] = (struct html_list){.number = ordered};
}

static void
end_list(struct reader *r, struct html_walk *w)
{
	if (w->deeper > 0) {
		w->deeper--;
	} else if (w->lists > 0) {
		end_item(r, w);
		if (w->list[--w->lists].begun)
			reader_close(r);
	}
}

/* Begins an item, and its list with the first one. */
static void
begin_item(struct reader *r, struct html_walk *w, uint32_t row)
{
	struct html_list *list;

	if (w->deeper > 0)
		return;
	if (w->lists == 0)
		begin_list(w, false);
	list = &w->list[w->lists - 1];
	end_item(r, w);
	if (!list->begun)
		reader_open(r, MD_LIST, row);
	*md_number(reader_open(r, MD_ITEM, row)) = list->number;
	list->number += list->number > 0;
	list->begun = list->item = true;
}

/* Begins or ends the list or item that a tag stands for, if it does. */
static void
take_list(struct reader *r, struct html_walk *w, const struct html_tag *tag,
    uint32_t row)
{
	bool ordered = strcmp(tag->name, "ol") == 0;
	bool list = ordered || strcmp(tag->name, "ul") == 0 ||
	    strcmp(tag->name, "dl") == 0;
	/* What tells of a term stands in its item. */
	bool item = strcmp(tag->name, "li") == 0 ||
	    strcmp(tag->name, "dt") == 0;

	if (list && tag->closing)
		end_list(r, w);
	else if (list)
		begin_list(w, ordered);
	else if (item && !tag->closing)
		begin_item(r, w, row);
}

/* Text. */

/* Ends the text that is read, as what it stands in. */
static void
end_html(struct reader *r, struct html_walk *w)
{
	struct md_node *node;
	struct line line;

	markup_end_alt(&w->m);
	line = richtext_end(&w->m.richtext);
	if (w->cell) {
		reader_add(r, MD_CELL, w->start)->text = line;
		w->cell = false;
		if (w->column < REACH_MOST && w->rows > 1)
			w->reach[w->column] = (struct html_reach){
			    w->rows - 1, line};
		w->column++;
	} else if (line.len > 0) {
		if (w->lists > 0 && !w->list[w->lists - 1].item &&
		    w->list[w->lists - 1].begun)
			begin_item(r, w, w->start);
		node = reader_add(r,
		    w->level == 0        ? MD_PARAGRAPH
			: r->parent == 0 ? MD_HEADING
					 : MD_SUBHEADING,
		    w->start);
		node->text = line;
		node->level = (uint8_t)w->level;
		w->level = 0;
	}
}

/* Adds the cells that reach over a row from those above it, up to the next of its own. */
static void
add_reaching(struct reader *r, struct html_walk *w, uint32_t row)
{
	while (w->column < REACH_MOST && w->reach[w->column].rows > 0) {
		struct html_reach *reach = &w->reach[w->column++];

		reach->rows--;
		reader_add(r, MD_CELL, row)->text = reach->line;
	}
}

static void
end_row(struct reader *r, struct html_walk *w)
{
	if (w->row) {
		add_reaching(r, w, w->start);
		reader_close(r);
	}
	w->row = false;
	w->column = 0;
}

static void
end_table(struct reader *r, struct html_walk *w)
{
	end_row(r, w);
	if (w->table > 0)
		reader_close(r);
	w->table = 0;
	memset(w->reach, 0, sizeof(w->reach));
}

/* How often one of two tags is in what lies before `end`. */
static size_t
count_tags(const char *s, const char *end, const char *one, const char *other)
{
	size_t n = 0;

	for (; s < end; s++)
		n += strncmp(s, one, strlen(one)) == 0 ||
		    strncmp(s, other, strlen(other)) == 0;
	return n;
}

/* Whether all cells of a row of data are bold: they name the columns. */
static bool
is_bold_row(const char *s)
{
	size_t len = strnlen(s, ROW_LONGEST);
	const char *end = memmem(s, len, "</tr>", 5);
	size_t cells = end ? count_tags(s, end, "<td>", "<td ") : 0;

	return cells >= 2 && count_tags(s, end, "<b>", "<strong>") == cells;
}

/* Begins a cell, and its row; before a first row of data an empty one. */
static void
begin_cell(struct reader *r, struct html_walk *w, bool header, const char *s,
    uint32_t row)
{
	if (!w->row && !header && r->md->n == w->table + 1 && !is_bold_row(s)) {
		reader_open(r, MD_ROW, row);
		reader_add(r, MD_CELL, row);
		reader_close(r);
	}
	if (!w->row)
		reader_open(r, MD_ROW, row);
	w->row = w->cell = true;
	add_reaching(r, w, row);
}

/* `<h1>` to `<h6>`; what `<summary>` says heads what is below it. */
static int
html_level(const struct html_tag *tag)
{
	if (tag->closing)
		return 0;
	if (tag->name[0] == 'h' && tag->name[1] >= '1' && tag->name[1] <= '6' &&
	    tag->name[2] == '\0')
		return tag->name[1] - '0';
	return strcmp(tag->name, "summary") == 0 ? READER_BELOW : 0;
}

/* Whether a table that begins at `rest` ends; it is looked for once. */
static bool
table_ends(struct html_walk *w, const char *rest)
{
	if (!w->endless && (!w->table_end || w->table_end < rest))
		w->table_end = strstr(rest, "</table>");
	w->endless = !w->table_end;
	return !w->endless;
}

static bool
is_division(const struct html_tag *tag)
{
	return strcmp(tag->name, "div") == 0 || strcmp(tag->name, "p") == 0;
}

/* Ends and begins what a tag that parts words stands for. */
static void
part_html(struct reader *r, struct html_walk *w, const struct html_tag *tag,
    const char *rest, uint32_t row)
{
	bool header = strcmp(tag->name, "th") == 0;
	bool cell = header || strcmp(tag->name, "td") == 0;
	bool is_row = strcmp(tag->name, "tr") == 0;
	bool table = strcmp(tag->name, "table") == 0;

	/* A list within a cell is text of it; a division is a line. */
	if (w->cell && !cell && !is_row && !table) {
		if (is_division(tag) && w->m.richtext.len > 0)
			richtext_break(&w->m.richtext, true);
		else
			richtext_add(&w->m.richtext, " ", 1, 0, NULL);
		return;
	}
	end_html(r, w);
	w->level = w->table > 0 ? 0 : html_level(tag);
	if (is_row || table)
		end_row(r, w);
	if (table && w->table > 0)
		end_table(r, w);
	if (table && !tag->closing && table_ends(w, rest)) {
		reader_open(r, MD_TABLE, row);
		w->table = r->parent;
	}
	if (cell && !tag->closing && w->table > 0) {
		w->rows = tag->rows ? strtoul(tag->rows, NULL, 10) : 1;
		begin_cell(r, w, header, rest, row);
	}
	if (w->table == 0)
		take_list(r, w, tag, row);
}

/* The end of what is not text: the inside of a script or style sheet. */
static size_t
skip_raw(const char *s, size_t len, size_t i, const struct html_tag *tag)
{
	if (tag->closing ||
	    (strcmp(tag->name, "script") != 0 &&
		strcmp(tag->name, "style") != 0))
		return i;
	while (i < len && !(s[i] == '<' && i + 1 < len && s[i + 1] == '/'))
		i++;
	return i;
}

/* Whether a time begins what follows, perhaps in brackets and tags. */
static bool
time_follows(const char *s)
{
	for (int tags = 0; tags <= TAGS_BEFORE; tags++) {
		const char *close;

		s += strspn(s, " \t\n[(");
		close = *s == '<' ? memchr(s, '>', strnlen(s, TAG_LONGEST))
				  : NULL;
		if (!close)
			break;
		s = close + 1;
	}
	return text_ascii_digit(*s) &&
	    lead_time(s, strnlen(s, TIME_LONGEST)) > 0;
}

/* Whether a break between lines ends a paragraph: the next talk of a programme. */
static bool
ends_paragraph(
    const struct html_walk *w, const struct html_tag *tag, const char *rest)
{
	return strcmp(tag->name, "br") == 0 && !w->cell && w->lists == 0 &&
	    w->level == 0 && w->m.richtext.len > 0 && time_follows(rest);
}

/* The bytes of plain text at `s`, before a tag, reference or line feed. */
static size_t
plain(const char *s, size_t len)
{
	size_t n = 1;

	while (s[0] != '\n' && n < len && s[n] != '<' && s[n] != '&' &&
	    s[n] != '\n')
		n++;
	return n;
}

/* Whether a tag ends the text before it. */
static bool
parts_blocks(const struct html_tag *tag)
{
	return html_parts_words(tag) && strcmp(tag->name, "br") != 0 &&
	    strcmp(tag->name, "img") != 0;
}

void
html_blocks_read(struct reader *r, const char *s, uint32_t row)
{
	struct html_walk w = {.start = row};
	size_t len = strlen(s);
	uint8_t *been = mem_alloc(len + 1, 1);

	richtext_begin(&w.m.richtext, r->arena);
	for (size_t i = 0; i < len;) {
		struct html_tag tag = {0};
		char reference[8];
		size_t n = 0;

		if (s[i] == '<')
			tag = html_tag(r->arena, s + i, len - i, been + i);
		if (s[i] == '&')
			n = html_reference(s + i, len - i, reference);
		if (tag.len > 0) {
			if (parts_blocks(&tag)) {
				part_html(r, &w, &tag, s + i, row);
				w.start = row;
			}
			/* It would be of the heading's name. */
			if (w.level > 0)
				tag.alt = NULL;
			if (ends_paragraph(&w, &tag, s + i + tag.len))
				end_html(r, &w);
			else
				markup_tag(r->arena, &w.m, &tag);
			n = skip_raw(s, len, i + tag.len, &tag) - i;
		} else if (n > 0) {
			markup_add(&w.m, reference, strlen(reference), 0);
		} else {
			n = plain(s + i, len - i);
			markup_add(&w.m, s + i, n, 0);
		}
		for (size_t k = i; k < i + n; k++)
			row += s[k] == '\n';
		if (w.m.richtext.len == 0 && !w.m.alt)
			w.start = row;
		i += n;
	}
	free(been);
	end_html(r, &w);
	end_table(r, &w);
	while (w.lists > 0)
		end_list(r, &w);
}
