#include "source/markdown/markdown.h"

#include <cmark.h>
#include <stdlib.h>
#include <string.h>

#include "lectern/base/arena.h"
#include "lectern/base/mem.h"
#include "lectern/base/progress.h"
#include "lectern/base/text.h"
#include "source/markdown/html.h"
#include "source/markdown/table.h"

/*
 * libcmark parses the document, and one walk over its tree writes the flat
 * list.  A paragraph whose second line (or a later one) is a delimiter row is
 * a table.  The texts of cells are inline Markdown too, so they are written as
 * headings into a second document, parsed after the first; a heading takes any
 * line as inline text, whatever that line would mean elsewhere.  The
 * definitions of link references are repeated there.
 */

#define PIECE       ((size_t)1 << 20) /* bytes that are parsed at once */
#define TAB_COLUMNS 8
#define GUARD       " <!-- -->\n" /* keeps a `#` at the end of a cell */

/* A cell whose text waits for the second document. */
struct cell {
	struct extent text;
	uint32_t node;
};

/* What the walk works on. */
struct reader {
	struct markdown *md;
	struct arena *arena;
	const char *s; /* the document */
	size_t len;
	size_t *lines; /* where each line starts, and one past the last */
	size_t nlines, lines_cap;
	struct cell *cells;
	size_t ncells, cells_cap;
	uint32_t parent; /* of the next node */
};

/* The markup around the text that is read, while inlines are walked. */
struct markup {
	struct richtext richtext;
	int strong, emphasis;
	const char *link; /* in Markdown */
	const char *href; /* in HTML */
};

static struct md_node *
add_node(struct reader *r, enum md_kind kind, uint32_t row)
{
	struct markdown *md = r->md;

	md->node = mem_grow(md->node, &md->cap, md->n + 1, sizeof(*md->node));
	md->node[md->n] = (struct md_node){
	    .text = {.text = ""},
	    .end = (uint32_t)md->n + 1,
	    .parent = r->parent,
	    .row = row,
	    .kind = (uint8_t)kind,
	};
	return &md->node[md->n++];
}

/* Adds a node that holds the ones added until close_node(). */
static struct md_node *
open_node(struct reader *r, enum md_kind kind, uint32_t row)
{
	struct md_node *node = add_node(r, kind, row);

	r->parent = (uint32_t)(node - r->md->node);
	return node;
}

static void
close_node(struct reader *r)
{
	struct md_node *node = &r->md->node[r->parent];

	node->end = (uint32_t)r->md->n;
	r->parent = node->parent;
}

/* Inline text. */

static void
add_text(struct markup *m, const char *s, size_t len, unsigned style)
{
	const char *url = m->link ? m->link : m->href;

	if (m->strong > 0)
		style |= SPAN_STRONG;
	if (m->emphasis > 0)
		style |= SPAN_EMPHASIS;
	if (url)
		style |= SPAN_LINK;
	richtext_add(&m->richtext, s, len, style, url);
}

/*
 * A link's destination, NULL where it has none.  Tabs and line feeds are no part
 * of it, as for browsers (URL Standard, 4.4).
 */
static const char *
destination(struct arena *arena, const char *url)
{
	if (!url || *url == '\0')
		return NULL;

	char *clean = text_clean(arena, url, strlen(url), NULL), *to = clean;

	for (const char *from = clean; *from; from++) {
		if (*from != '\n' && *from != '\t')
			*to++ = *from;
	}
	*to = '\0';
	return clean;
}

static void
read_tag(struct reader *r, struct markup *m, const struct html_tag *tag)
{
	if (strcmp(tag->name, "a") == 0)
		m->href = destination(r->arena, tag->href);
	else if (strcmp(tag->name, "b") == 0 ||
	    strcmp(tag->name, "strong") == 0)
		m->strong += tag->closing ? -1 : 1;
	else if (strcmp(tag->name, "i") == 0 || strcmp(tag->name, "em") == 0)
		m->emphasis += tag->closing ? -1 : 1;
	else if (html_parts_words(tag))
		richtext_add(&m->richtext, " ", 1, 0, NULL);
}

static void
read_inline(struct reader *r, struct markup *m, cmark_node *node, bool enter)
{
	const char *s = cmark_node_get_literal(node);
	size_t len = s ? strlen(s) : 0;

	switch ((int)cmark_node_get_type(node)) {
	case CMARK_NODE_TEXT:
		add_text(m, s, len, 0);
		break;
	case CMARK_NODE_CODE:
		add_text(m, s, len, SPAN_CODE);
		break;
	case CMARK_NODE_SOFTBREAK:
	case CMARK_NODE_LINEBREAK:
		richtext_break(&m->richtext);
		break;
	case CMARK_NODE_HTML_INLINE: {
		struct html_tag tag = html_tag(r->arena, s, len);

		read_tag(r, m, &tag);
		break;
	}
	case CMARK_NODE_STRONG:
		m->strong += enter ? 1 : -1;
		break;
	case CMARK_NODE_EMPH:
		m->emphasis += enter ? 1 : -1;
		break;
	case CMARK_NODE_LINK:
		m->link = enter
		    ? destination(r->arena, cmark_node_get_url(node))
		    : NULL;
		break;
	default: /* an image: its text stands for it */
		break;
	}
}

/* Reads the inlines up to the end of the block `of`, which was entered. */
static struct line
read_line(struct reader *r, cmark_iter *iter, cmark_node *of)
{
	struct markup m = {0};
	cmark_event_type event;

	richtext_begin(&m.richtext, r->arena);
	while ((event = cmark_iter_next(iter)) != CMARK_EVENT_DONE) {
		cmark_node *node = cmark_iter_get_node(iter);

		if (node == of)
			break;
		read_inline(r, &m, node, event == CMARK_EVENT_ENTER);
	}
	return richtext_end(&m.richtext);
}

/* HTML blocks. */

static void
end_html(struct reader *r, struct markup *m, uint32_t row)
{
	struct line line = richtext_end(&m->richtext);

	if (line.len > 0)
		add_node(r, MD_PARAGRAPH, row)->text = line;
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

static void
read_html(struct reader *r, const char *s, uint32_t row)
{
	struct markup m = {0};
	size_t len = strlen(s);
	uint32_t start = row;

	richtext_begin(&m.richtext, r->arena);
	for (size_t i = 0; i < len;) {
		struct html_tag tag = {0};
		char reference[8];
		size_t n = 0;

		if (s[i] == '<')
			tag = html_tag(r->arena, s + i, len - i);
		if (s[i] == '&')
			n = html_reference(s + i, len - i, reference);
		if (tag.len > 0) {
			if (html_parts_words(&tag) &&
			    strcmp(tag.name, "br") != 0) {
				end_html(r, &m, start);
				start = row;
			}
			read_tag(r, &m, &tag);
			n = skip_raw(s, len, i + tag.len, &tag) - i;
		} else if (n > 0) {
			add_text(&m, reference, strlen(reference), 0);
		} else {
			n = plain(s + i, len - i);
			add_text(&m, s + i, n, 0);
		}
		for (size_t k = i; k < i + n; k++)
			row += s[k] == '\n';
		if (m.richtext.len == 0)
			start = row;
		i += n;
	}
	end_html(r, &m, start);
}

/* Code blocks. */

static void
read_code(struct reader *r, const char *s, uint32_t row)
{
	size_t len = strlen(s), size = 1, n = 0, column = 0;

	while (len > 0 && s[len - 1] == '\n')
		len--;
	for (size_t i = 0; i < len; i++)
		size += s[i] == '\t' ? TAB_COLUMNS : 1;

	char *text = arena_alloc(r->arena, size);

	for (size_t i = 0; i < len; i++) {
		if (s[i] == '\t') {
			do
				text[n++] = ' ';
			while (++column % TAB_COLUMNS != 0);
			continue;
		}
		text[n++] = s[i];
		if (s[i] == '\n')
			column = 0;
		else if (((unsigned char)s[i] & 0xc0) != 0x80)
			column++;
	}

	struct md_node *node = add_node(r, MD_CODE, row);

	node->text.text = text;
	node->text.len = node->text.first = (uint32_t)n;
}

/* Tables. */

/* Line `row` (from 1) of a paragraph, without the marks of its containers. */
static struct extent
source_line(const struct reader *r, int row, int column)
{
	if (row < 1 || (size_t)row >= r->nlines)
		return (struct extent){"", 0};

	const char *s = r->s + r->lines[row - 1];
	const char *end = r->s + r->lines[row];

	if (column > 1 && column <= end - s)
		s += column - 1;
	while (s < end && (*s == ' ' || *s == '\t' || *s == '>'))
		s++;
	while (end > s && strchr("\n \t", end[-1]))
		end--;
	return (struct extent){s, (size_t)(end - s)};
}

static void
await_text(struct reader *r, uint32_t node, struct extent text)
{
	r->cells = mem_grow(
	    r->cells, &r->cells_cap, r->ncells + 1, sizeof(*r->cells));
	r->cells[r->ncells++] = (struct cell){text, node};
}

static void
read_row(struct reader *r, struct extent line, int row)
{
	struct extent cell;

	open_node(r, MD_ROW, (uint32_t)row);
	for (size_t at = 0; table_cell(line.s, line.len, &at, &cell);) {
		struct md_node *node = add_node(r, MD_CELL, (uint32_t)row);

		await_text(r, (uint32_t)(node - r->md->node), cell);
	}
	close_node(r);
}

/* The line with a table's header in a paragraph, 0 if there is no table. */
static int
find_table(const struct reader *r, int first, int last, int column)
{
	struct extent above = source_line(r, first, column);

	for (int row = first + 1; row <= last; row++) {
		struct extent line = source_line(r, row, 0);

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
	struct md_node *node = add_node(r, MD_PARAGRAPH, (uint32_t)first);
	uint32_t at = (uint32_t)(node - r->md->node);
	struct extent line = source_line(r, first, column);
	char *text = arena_dup(r->arena, line.s, line.len);

	for (int row = first + 1; row <= last; row++) {
		line = source_line(r, row, 0);
		text = arena_printf(
		    r->arena, "%s %.*s", text, (int)line.len, line.s);
	}
	await_text(r, at, (struct extent){text, strlen(text)});
}

static bool
read_table(struct reader *r, cmark_node *node)
{
	int first = cmark_node_get_start_line(node);
	int last = cmark_node_get_end_line(node);
	int column = cmark_node_get_start_column(node);
	int header = find_table(r, first, last, column);

	if (header == 0)
		return false;
	if (header > first)
		read_above(r, first, header - 1, column);
	open_node(r, MD_TABLE, (uint32_t)header);
	read_row(
	    r, source_line(r, header, header == first ? column : 0), header);
	for (int row = header + 2; row <= last; row++)
		read_row(r, source_line(r, row, 0), row);
	close_node(r);
	return true;
}

/* The second document. */

struct buffer {
	char *s;
	size_t len, cap;
};

static void
append(struct buffer *b, const char *s, size_t len)
{
	b->s = mem_grow(b->s, &b->cap, b->len + len + 1, 1);
	memcpy(b->s + b->len, s, len);
	b->len += len;
}

static void
append_cell(struct buffer *b, struct extent text)
{
	append(b, "# ", 2);
	for (size_t i = 0; i < text.len; i++) {
		if (text.s[i] == '\\' && i + 1 < text.len &&
		    text.s[i + 1] == '|')
			continue;
		append(b, &text.s[i], 1);
	}
	append(b, GUARD, strlen(GUARD));
}

/* Lines that may define a reference: `[label]: destination`. */
static void
append_definitions(struct buffer *b, const struct reader *r)
{
	for (size_t i = 0; i + 1 < r->nlines; i++) {
		const char *s = r->s + r->lines[i];
		size_t len = r->lines[i + 1] - r->lines[i];

		if (len > 4 && *s == '[' && memmem(s, len, "]:", 2)) {
			append(b, "\n", 1);
			append(b, s, len);
		}
	}
	append(b, "\n", 1);
}

static void
read_cells(struct reader *r)
{
	struct buffer b = {0};

	if (r->ncells == 0)
		return;
	for (size_t i = 0; i < r->ncells; i++)
		append_cell(&b, r->cells[i].text);
	append_definitions(&b, r);

	cmark_node *root = cmark_parse_document(b.s, b.len, CMARK_OPT_DEFAULT);
	cmark_iter *iter = cmark_iter_new(root);
	size_t i = 0;

	while (i < r->ncells && cmark_iter_next(iter) != CMARK_EVENT_DONE) {
		cmark_node *node = cmark_iter_get_node(iter);

		if (cmark_node_get_type(node) == CMARK_NODE_HEADING) {
			struct line line = read_line(r, iter, node);

			r->md->node[r->cells[i++].node].text = line;
		}
	}
	cmark_iter_free(iter);
	cmark_node_free(root);
	free(b.s);
}

/* The first document. */

static void
read_leaf(struct reader *r, cmark_iter *iter, cmark_node *node, uint32_t row)
{
	int level = cmark_node_get_heading_level(node);
	struct line line = read_line(r, iter, node);
	struct md_node *added = add_node(
	    r, level > 0 ? MD_HEADING : MD_PARAGRAPH, row);

	added->text = line;
	added->level = (uint8_t)level;
}

static void
read_item(struct reader *r, cmark_node *node, uint32_t row)
{
	cmark_node *list = cmark_node_parent(node);
	struct md_node *parent = &r->md->node[r->parent];
	uint32_t number = 0;

	/* The list's own number counts the items read so far. */
	if (cmark_node_get_list_type(list) == CMARK_ORDERED_LIST)
		number = (uint32_t)cmark_node_get_list_start(list) +
		    parent->number++;
	open_node(r, MD_ITEM, row)->number = number;
}

static void
read_block(struct reader *r, cmark_iter *iter, cmark_node *node, bool enter)
{
	uint32_t row = (uint32_t)cmark_node_get_start_line(node);

	switch ((int)cmark_node_get_type(node)) {
	case CMARK_NODE_LIST:
	case CMARK_NODE_BLOCK_QUOTE:
		if (!enter)
			close_node(r);
		else if (cmark_node_get_type(node) == CMARK_NODE_LIST)
			open_node(r, MD_LIST, row);
		else
			open_node(r, MD_QUOTE, row);
		break;
	case CMARK_NODE_ITEM:
		if (enter)
			read_item(r, node, row);
		else
			close_node(r);
		break;
	case CMARK_NODE_PARAGRAPH:
		if (read_table(r, node))
			cmark_iter_reset(iter, node, CMARK_EVENT_EXIT);
		else
			read_leaf(r, iter, node, row);
		break;
	case CMARK_NODE_HEADING:
		read_leaf(r, iter, node, row);
		break;
	case CMARK_NODE_CODE_BLOCK:
		read_code(r, cmark_node_get_literal(node), row);
		break;
	case CMARK_NODE_HTML_BLOCK:
		read_html(r, cmark_node_get_literal(node), row);
		break;
	default:
		break;
	}
}

static void
add_line(struct reader *r, size_t start)
{
	r->lines = mem_grow(
	    r->lines, &r->lines_cap, r->nlines + 1, sizeof(*r->lines));
	r->lines[r->nlines++] = start;
}

static void
find_lines(struct reader *r)
{
	add_line(r, 0);
	for (size_t i = 0; i < r->len; i++) {
		if (r->s[i] == '\n')
			add_line(r, i + 1);
	}
	add_line(r, r->len);
}

/* Parses piece by piece, so that it can be stopped. */
static cmark_node *
parse(const char *s, size_t len, struct progress *progress)
{
	cmark_parser *parser = cmark_parser_new(CMARK_OPT_DEFAULT);
	cmark_node *root;

	for (size_t i = 0; i < len; i += PIECE) {
		if (!progress_tell(progress, len + 4 * i, 10 * len))
			break;
		cmark_parser_feed(
		    parser, s + i, len - i < PIECE ? len - i : PIECE);
	}
	root = cmark_parser_finish(parser);
	cmark_parser_free(parser);
	return root;
}

void
markdown_parse(struct markdown *md, struct arena *arena, const char *s,
    size_t len, struct progress *progress)
{
	struct reader r = {.md = md, .arena = arena, .s = s, .len = len};
	cmark_node *root = parse(s, len, progress);
	cmark_iter *iter = cmark_iter_new(root);
	cmark_event_type event;

	memset(md, 0, sizeof(*md));
	find_lines(&r);
	add_node(&r, MD_DOCUMENT, 1);
	while ((event = cmark_iter_next(iter)) != CMARK_EVENT_DONE)
		read_block(&r, iter, cmark_iter_get_node(iter),
		    event == CMARK_EVENT_ENTER);
	md->node[0].end = (uint32_t)md->n;
	read_cells(&r);
	cmark_iter_free(iter);
	cmark_node_free(root);
	free(r.lines);
	free(r.cells);
}

void
markdown_free(struct markdown *md)
{
	free(md->node);
	memset(md, 0, sizeof(*md));
}
