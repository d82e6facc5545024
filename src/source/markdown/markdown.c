#include "source/markdown/markdown.h"

#include <cmark.h>
#include <stdlib.h>
#include <string.h>

#include "lectern/base/arena.h"
#include "lectern/base/mem.h"
#include "lectern/base/progress.h"
#include "lectern/base/text.h"
#include "lectern/model/link.h"
#include "source/markdown/cells.h"
#include "source/markdown/html.h"
#include "source/markdown/long_lines.h"
#include "source/markdown/nesting.h"
#include "source/markdown/reader.h"

/*
 * libcmark parses the document, and one walk over its tree writes the flat
 * list.  A paragraph whose second line (or a later one) is a delimiter row is
 * a table, whose cells are read from a second document: see cells.h.
 */

#define PIECE       ((size_t)1 << 16) /* bytes that are parsed at once */
#define TAB_COLUMNS 8

/* The markup around the text that is read, while inlines are walked. */
struct markup {
	struct richtext richtext;
	int strong, emphasis;
	const char *link; /* in Markdown */
	const char *href; /* in HTML */
	size_t linked;    /* where the link begins in the text */
	bool title;       /* of a heading: what is read says all */
};

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
	return link_encode(arena, clean);
}

/* A link that holds no words, but an image, has its address for them. */
static void
end_link(struct markup *m, const char *url)
{
	if (url && !m->title && m->richtext.len == m->linked &&
	    link_is_openable(url))
		add_text(m, url, strlen(url), 0);
}

static void
read_tag(struct reader *r, struct markup *m, const struct html_tag *tag)
{
	if (strcmp(tag->name, "a") == 0) {
		end_link(m, m->href);
		m->href = destination(r->arena, tag->href);
		m->linked = m->richtext.len;
	} else if (strcmp(tag->name, "b") == 0 ||
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
		struct html_tag tag = html_tag(r->arena, s, len, NULL);

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
		if (enter) {
			m->link = destination(
			    r->arena, cmark_node_get_url(node));
			m->linked = m->richtext.len;
		} else {
			end_link(m, m->link);
			m->link = NULL;
		}
		break;
	default: /* an image: its text stands for it */
		break;
	}
}

/* Reads the inlines up to the end of the block `of`, which was entered. */
static struct line
read_line(struct reader *r, cmark_iter *iter, const cmark_node *of, bool title)
{
	struct markup m = {.title = title};
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

/* Where the walk over an HTML block is. */
struct html_walk {
	struct markup m;
	uint32_t start;        /* line of the text that is read */
	uint32_t table;        /* node of the open table; 0: there is none */
	const char *table_end; /* the next `</table>` */
	bool endless;          /* there is none any more */
	int level;             /* of the open heading; 0: there is none */
	bool row, cell;        /* one is open */
};

/* Ends the text that is read, as what it stands in. */
static void
end_html(struct reader *r, struct html_walk *w)
{
	struct line line = richtext_end(&w->m.richtext);
	struct md_node *node;

	if (w->cell) {
		reader_add(r, MD_CELL, w->start)->text = line;
		w->cell = false;
	} else if (line.len > 0) {
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

static void
end_row(struct reader *r, struct html_walk *w)
{
	if (w->row)
		reader_close(r);
	w->row = false;
}

static void
end_table(struct reader *r, struct html_walk *w)
{
	end_row(r, w);
	if (w->table > 0)
		reader_close(r);
	w->table = 0;
}

/* Begins a cell, and its row; before a first row of data an empty one. */
static void
begin_cell(struct reader *r, struct html_walk *w, bool header, uint32_t row)
{
	if (!w->row && !header && r->md->n == w->table + 1) {
		reader_open(r, MD_ROW, row);
		reader_add(r, MD_CELL, row);
		reader_close(r);
	}
	if (!w->row)
		reader_open(r, MD_ROW, row);
	w->row = w->cell = true;
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

/* Ends and begins what a tag that parts words stands for. */
static void
part_html(struct reader *r, struct html_walk *w, const struct html_tag *tag,
    const char *rest, uint32_t row)
{
	bool header = strcmp(tag->name, "th") == 0;
	bool cell = header || strcmp(tag->name, "td") == 0;
	bool is_row = strcmp(tag->name, "tr") == 0;
	bool table = strcmp(tag->name, "table") == 0;

	/* A list within a cell is text of it. */
	if (w->cell && !cell && !is_row && !table) {
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
	if (cell && !tag->closing && w->table > 0)
		begin_cell(r, w, header, row);
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
			if (html_parts_words(&tag) &&
			    strcmp(tag.name, "br") != 0) {
				part_html(r, &w, &tag, s + i, row);
				w.start = row;
			}
			read_tag(r, &w.m, &tag);
			n = skip_raw(s, len, i + tag.len, &tag) - i;
		} else if (n > 0) {
			add_text(&w.m, reference, strlen(reference), 0);
		} else {
			n = plain(s + i, len - i);
			add_text(&w.m, s + i, n, 0);
		}
		for (size_t k = i; k < i + n; k++)
			row += s[k] == '\n';
		if (w.m.richtext.len == 0)
			w.start = row;
		i += n;
	}
	free(been);
	end_html(r, &w);
	end_table(r, &w);
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

	struct md_node *node = reader_add(r, MD_CODE, row);

	node->text.text = text;
	node->text.len = node->text.first = (uint32_t)n;
}

/* The second document. */

void
markdown_read_cells(struct reader *r)
{
	if (r->ncells == 0)
		return;

	size_t len, i = 0;
	char *s = cells_document(r, &len);
	cmark_node *root = cmark_parse_document(s, len, CMARK_OPT_DEFAULT);
	cmark_iter *iter = cmark_iter_new(root);

	while (i < r->ncells && cmark_iter_next(iter) != CMARK_EVENT_DONE) {
		cmark_node *node = cmark_iter_get_node(iter);

		if (cmark_node_get_type(node) == CMARK_NODE_HEADING) {
			struct line line = read_line(r, iter, node, false);

			r->md->node[r->cells[i++].node].text = line;
		}
	}
	cmark_iter_free(iter);
	cmark_node_free(root);
	free(s);
}

/* The first document. */

static void
read_leaf(struct reader *r, cmark_iter *iter, cmark_node *node, uint32_t row)
{
	int level = cmark_node_get_heading_level(node);
	struct line line = read_line(r, iter, node, level > 0);
	struct md_node *added = reader_add(r,
	    level == 0           ? MD_PARAGRAPH
		: r->parent == 0 ? MD_HEADING
				 : MD_SUBHEADING,
	    row);

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
	reader_open(r, MD_ITEM, row)->number = number;
}

static void
read_block(struct reader *r, cmark_iter *iter, cmark_node *node, bool enter)
{
	uint32_t row = (uint32_t)cmark_node_get_start_line(node);

	switch ((int)cmark_node_get_type(node)) {
	case CMARK_NODE_LIST:
	case CMARK_NODE_BLOCK_QUOTE:
		if (!enter)
			reader_close(r);
		else if (cmark_node_get_type(node) == CMARK_NODE_LIST)
			reader_open(r, MD_LIST, row);
		else
			reader_open(r, MD_QUOTE, row);
		break;
	case CMARK_NODE_ITEM:
		if (enter)
			read_item(r, node, row);
		else
			reader_close(r);
		break;
	case CMARK_NODE_PARAGRAPH:
		if (cells_read(r, (int)row, cmark_node_get_end_line(node),
			cmark_node_get_start_column(node)))
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

/* Parses piece by piece, so that it can be stopped. */
static cmark_node *
parse(const char *s, size_t len, struct progress *progress)
{
	cmark_parser *parser = cmark_parser_new(CMARK_OPT_DEFAULT);
	cmark_node *root;
	char *bound = nesting_bound(s, len, &len);

	s = bound ? bound : s;
	for (size_t i = 0; i < len; i += PIECE) {
		if (!progress_tell(progress, len + 4 * i, 10 * len))
			break;
		cmark_parser_feed(
		    parser, s + i, len - i < PIECE ? len - i : PIECE);
	}
	root = cmark_parser_finish(parser);
	cmark_parser_free(parser);
	free(bound);
	return root;
}

void
markdown_parse(struct markdown *md, struct arena *arena, const char *s,
    size_t len, struct progress *progress)
{
	struct reader r;
	char *bound = long_lines_bound(s, len, &len);
	cmark_node *root = parse(s = bound ? bound : s, len, progress);
	cmark_iter *iter = cmark_iter_new(root);
	cmark_event_type event;

	memset(md, 0, sizeof(*md));
	reader_begin(&r, md, arena, s, len);
	reader_add(&r, MD_DOCUMENT, 1);
	while ((event = cmark_iter_next(iter)) != CMARK_EVENT_DONE)
		read_block(&r, iter, cmark_iter_get_node(iter),
		    event == CMARK_EVENT_ENTER);
	md->node[0].end = (uint32_t)md->n;
	markdown_read_cells(&r);
	cmark_iter_free(iter);
	cmark_node_free(root);
	reader_end(&r);
	free(bound);
}

void
markdown_free(struct markdown *md)
{
	free(md->node);
	memset(md, 0, sizeof(*md));
}
