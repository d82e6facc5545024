#include "source/markdown/markdown.h"

#include <cmark.h>
#include <limits.h>
#include <stdlib.h>
#include <string.h>

#include "lectern/base/arena.h"
#include "lectern/base/mem.h"
#include "lectern/base/progress.h"
#include "lectern/base/text.h"
#include "lectern/model/link.h"
#include "source/markdown/badge.h"
#include "source/markdown/cells.h"
#include "source/markdown/columns.h"
#include "source/markdown/html.h"
#include "source/markdown/html_blocks.h"
#include "source/markdown/markup.h"
#include "source/markdown/names.h"
#include "source/markdown/nesting.h"
#include "source/markdown/reader.h"

/*
 * libcmark parses the document, and one walk over its tree writes the flat
 * list.  A paragraph whose second line (or a later one) is a delimiter row is
 * a table, whose cells are read from a second document: see cells.h.
 */

#define FENCE_COLUMN 4 /* at which a fence of code begins at most */
#define PIECE        ((size_t)1 << 16) /* bytes that are parsed at once */
#define TAB_COLUMNS  8
#define NEAR         16 /* parts of a line before an image that are looked at */
#define ICON_WORD    16 /* bytes of what an icon is called */

/* Inline text. */

/* Whether a part of a line has words that stand for no image. */
static bool
has_words(cmark_node *node)
{
	const char *s = cmark_node_get_literal(node);
	cmark_node *first;

	if (s)
		return richtext_has_words(s, 0, (uint32_t)strlen(s));
	first = cmark_node_first_child(node);
	return first && cmark_node_get_type(node) != CMARK_NODE_IMAGE &&
	    cmark_node_get_type(first) != CMARK_NODE_IMAGE;
}

/* Whether words stand before an image, or its link, and not far. */
static bool
is_behind_words(cmark_node *image)
{
	cmark_node *of = cmark_node_parent(image);

	if (cmark_node_get_type(of) == CMARK_NODE_LINK)
		image = of;
	for (int i = 0; i < NEAR && (image = cmark_node_previous(image)); i++) {
		if (has_words(image))
			return true;
	}
	return false;
}

/* Whether an image is a badge, whose words are left aside. */
static bool
is_badge(const struct markup *m, cmark_node *image)
{
	const char *url = cmark_node_get_url(image);
	cmark_node *text = cmark_node_first_child(image);
	const char *alt = text ? cmark_node_get_literal(text) : NULL;

	return url && badge_is(url, m->link, alt, m->title) &&
	    (m->title || is_behind_words(image));
}

/* Whether an image in a heading, before its words, is called "icon" or such. */
static bool
is_icon(const struct markup *m, cmark_node *image)
{
	static const char *const words[] = {"icon", "icono", "image", "img",
	    "logo", "pic", "picture", "symbol", NULL};
	cmark_node *text = cmark_node_first_child(image);
	const char *s = m->title && text && !cmark_node_next(text) &&
		!cmark_node_previous(image) && cmark_node_next(image)
	    ? cmark_node_get_literal(text)
	    : NULL;

	return s && names_one_of(s, strlen(s), words);
}

/* The word of an image that begins a line with a link, or a link; NULL: none. */
static const char *
icon_word(cmark_node *image)
{
	cmark_node *next = cmark_node_next(image);
	cmark_node *text = cmark_node_first_child(image);
	const char *s = text && !cmark_node_next(text)
	    ? cmark_node_get_literal(text)
	    : NULL;
	cmark_node *parent = cmark_node_parent(image);

	if (!s || !next || cmark_node_previous(image) ||
	    strlen(s) > ICON_WORD || strchr(s, ' '))
		return NULL;
	if (cmark_node_get_type(parent) == CMARK_NODE_LINK)
		return cmark_node_previous(parent) ? NULL : s;
	if (cmark_node_get_type(next) == CMARK_NODE_TEXT &&
	    strcmp(cmark_node_get_literal(next), " ") == 0)
		next = cmark_node_next(next);
	return next && cmark_node_get_type(next) == CMARK_NODE_LINK ? s : NULL;
}

/* The text of an image stands for it; one that is a video is a link. */
static void
read_image(struct reader *r, struct markup *m, cmark_node *node, bool enter)
{
	const char *url = cmark_node_get_url(node);
	const char *icon = enter && !m->badge ? icon_word(node) : NULL;

	if (icon) {
		m->badge = node;
		if (!m->title)
			markup_alt(r->arena, m, icon);
	} else if (enter && !m->badge &&
	    (is_badge(m, node) || is_icon(m, node))) {
		m->badge = node;
		m->badges = m->badges || m->title;
	} else if (!enter && m->badge == node) {
		m->badge = NULL;
	} else if (enter && !m->link && !m->href && url && link_is_video(url)) {
		m->image = node;
		m->link = markup_destination(r->arena, url);
		m->linked = m->richtext.len;
	} else if (!enter && m->image == node) {
		markup_end_link(m, m->link);
		m->link = NULL;
		m->image = NULL;
	}
}

/*
 * Where a link leads; "": a title waits for its address, "[Title]()".  One that
 * is its own text is found as it stands there.
 */
static const char *
destination_of(struct arena *arena, cmark_node *link)
{
	const char *url = cmark_node_get_url(link);
	cmark_node *text = cmark_node_first_child(link);
	const char *words = text ? cmark_node_get_literal(text) : NULL;

	if (url && *url)
		return markup_destination(arena, url);
	return words && link_bare(words, strlen(words)) > 0 ? NULL : "";
}

static void
read_inline(struct reader *r, struct markup *m, cmark_node *node, bool enter)
{
	const char *s = cmark_node_get_literal(node);
	size_t len = s ? strlen(s) : 0;

	if (m->badge && node != m->badge)
		return;
	switch ((int)cmark_node_get_type(node)) {
	case CMARK_NODE_TEXT:
		markup_add(m, s, len, 0);
		break;
	case CMARK_NODE_CODE:
		markup_add(m, s, len, SPAN_CODE);
		break;
	case CMARK_NODE_SOFTBREAK:
		/* A link that is wrapped is one title. */
		if (m->link)
			markup_add(m, " ", 1, 0);
		else
			richtext_break(&m->richtext, false);
		break;
	case CMARK_NODE_LINEBREAK:
		richtext_break(&m->richtext, true);
		break;
	case CMARK_NODE_HTML_INLINE: {
		struct html_tag tag = html_tag(r->arena, s, len, NULL);

		markup_tag(r->arena, m, &tag);
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
			m->link = destination_of(r->arena, node);
			m->linked = m->richtext.len;
		} else {
			markup_end_link(m, m->link);
			m->link = NULL;
		}
		break;
	case CMARK_NODE_IMAGE:
		read_image(r, m, node, enter);
		break;
	default:
		break;
	}
}

/*
 * Whether a list is a number with which the text of an item begins, "- 1. Title":
 * it has no other item.
 */
static bool
is_number(cmark_node *list)
{
	cmark_node *item = cmark_node_first_child(list);

	return cmark_node_get_list_type(list) == CMARK_ORDERED_LIST &&
	    cmark_node_get_type(cmark_node_parent(list)) == CMARK_NODE_ITEM &&
	    !cmark_node_previous(list) && !cmark_node_next(item) &&
	    cmark_node_get_type(cmark_node_first_child(item)) ==
	    CMARK_NODE_PARAGRAPH;
}

/* Adds the number before the first paragraph of an item, if it is one of these. */
static void
add_number(struct reader *r, struct markup *m, cmark_node *of)
{
	cmark_node *list = cmark_node_parent(cmark_node_parent(of));
	const char *number;

	if (cmark_node_previous(of) || !list ||
	    cmark_node_get_type(list) != CMARK_NODE_LIST || !is_number(list))
		return;
	number = arena_printf(r->arena, "%d%c ",
	    cmark_node_get_list_start(list),
	    cmark_node_get_list_delim(list) == CMARK_PAREN_DELIM ? ')' : '.');
	markup_add(m, number, strlen(number), 0);
}

/* Reads the inlines up to the end of the block `of`, which was entered. */
static struct line
read_line(struct reader *r, cmark_iter *iter, cmark_node *of, bool title,
    bool *badges)
{
	struct markup m = {.title = title};
	cmark_event_type event;

	richtext_begin(&m.richtext, r->arena);
	if (!title)
		add_number(r, &m, of);
	while ((event = cmark_iter_next(iter)) != CMARK_EVENT_DONE) {
		cmark_node *node = cmark_iter_get_node(iter);

		if (node == of)
			break;
		read_inline(r, &m, node, event == CMARK_EVENT_ENTER);
	}
	markup_end_alt(&m);
	*badges = m.badges;
	return richtext_end(&m.richtext);
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
			bool badges;
			struct line line = read_line(
			    r, iter, node, false, &badges);

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
	bool badges;
	struct line line = read_line(r, iter, node, level > 0, &badges);
	struct md_node *added = reader_add(r,
	    level == 0           ? MD_PARAGRAPH
		: r->parent == 0 ? MD_HEADING
				 : MD_SUBHEADING,
	    row);

	added->text = line;
	added->level = (uint8_t)level;
	added->badges = badges;
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
		    (*md_number(parent))++;
	*md_number(reader_open(r, MD_ITEM, row)) = number;
}

static void
read_block(struct reader *r, cmark_iter *iter, cmark_node *node, bool enter)
{
	uint32_t row = (uint32_t)cmark_node_get_start_line(node);

	switch ((int)cmark_node_get_type(node)) {
	case CMARK_NODE_LIST:
	case CMARK_NODE_BLOCK_QUOTE:
		if (is_number(node))
			break;
		if (!enter)
			reader_close(r);
		else if (cmark_node_get_type(node) == CMARK_NODE_LIST)
			reader_open(r, MD_LIST, row);
		else
			reader_open(r, MD_QUOTE, row);
		break;
	case CMARK_NODE_ITEM:
		if (is_number(cmark_node_parent(node)))
			break;
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
		html_blocks_read(r, cmark_node_get_literal(node), row);
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

/*
 * Whether a block is HTML that only its indent, within tags that are open, makes
 * code.
 */
static bool
is_indented_html(const struct reader *r, cmark_node *block)
{
	const char *s;

	if (!r->html || cmark_node_get_type(block) != CMARK_NODE_CODE_BLOCK ||
	    cmark_node_get_start_column(block) <= FENCE_COLUMN)
		return false;
	s = cmark_node_get_literal(block);
	s += strspn(s, " \t");
	return s[0] == '<' && (text_ascii_letter(s[1]) || s[1] == '/');
}

/* Whether a block of the outermost level is HTML; the one before is, if `html`. */
static bool
is_html(struct reader *r, cmark_node *block)
{
	return cmark_node_get_type(block) == CMARK_NODE_HTML_BLOCK ||
	    is_indented_html(r, block);
}

/*
 * The block in which a table ends that this one leaves open, where blank lines
 * between its rows part it and nothing but HTML is there; NULL: there is none.
 * That is known of what stands before line `*known`.
 */
static cmark_node *
table_end(struct reader *r, cmark_node *block, int *known)
{
	const char *open = NULL, *s = cmark_node_get_literal(block);

	while ((s = strstr(s, "<table")))
		open = s++;
	if (!open || strstr(open, "</table>") ||
	    cmark_node_get_start_line(block) < *known)
		return NULL;
	r->html = true;
	while ((block = cmark_node_next(block)) && is_html(r, block)) {
		if (strstr(cmark_node_get_literal(block), "</table>"))
			return block;
	}
	*known = block ? cmark_node_get_start_line(block) : INT_MAX;
	return NULL;
}

/* Reads what stands from one block of HTML to another one. */
static void
read_html(struct reader *r, cmark_node *from, cmark_node *to)
{
	int first = cmark_node_get_start_line(from);
	int end = cmark_node_get_start_line(to);
	const char *s = cmark_node_get_literal(to);
	size_t start = r->lines[first - 1];
	char *html;

	while ((s = strchr(s, '\n'))) {
		end++;
		s++;
	}
	html = mem_dup(r->s + start, r->lines[end - 1] - start);
	html_blocks_read(r, html, (uint32_t)first);
	free(html);
}

/* Reads a block of the outermost level. */
static void
read_outermost(struct reader *r, cmark_node *block)
{
	cmark_iter *iter;
	cmark_event_type event;

	if (is_indented_html(r, block)) {
		html_blocks_read(r, cmark_node_get_literal(block),
		    (uint32_t)cmark_node_get_start_line(block));
		return;
	}
	r->html = cmark_node_get_type(block) == CMARK_NODE_HTML_BLOCK;
	iter = cmark_iter_new(block);

	while ((event = cmark_iter_next(iter)) != CMARK_EVENT_DONE)
		read_block(r, iter, cmark_iter_get_node(iter),
		    event == CMARK_EVENT_ENTER);
	cmark_iter_free(iter);
}

void
markdown_parse(struct markdown *md, struct arena *arena, const char *s,
    size_t len, struct progress *progress)
{
	struct reader r;
	cmark_node *root = parse(s, len, progress), *block;
	int known = 0;

	memset(md, 0, sizeof(*md));
	reader_begin(&r, md, arena, s, len);
	reader_add(&r, MD_DOCUMENT, 1);
	/* The tree goes while the list grows: both are large. */
	while ((block = cmark_node_first_child(root))) {
		cmark_node *end = is_html(&r, block)
		    ? table_end(&r, block, &known)
		    : NULL;
		if (end)
			read_html(&r, block, end);
		else
			read_outermost(&r, block);
		while (end && cmark_node_first_child(root) != end)
			cmark_node_free(cmark_node_first_child(root));
		cmark_node_free(cmark_node_first_child(root));
	}
	cmark_node_free(root);
	md->node[0].end = (uint32_t)md->n;
	markdown_read_cells(&r);
	reader_end(&r);
}

void
markdown_take_spans(struct markdown *md, struct arena *spans)
{
	md->past = mem_grow(
	    md->past, &md->past_cap, md->npast + 1, sizeof(*md->past));
	md->past[md->npast++] = (struct md_spans){spans, md->n};
}

void
markdown_drop_spans(const struct markdown *md, size_t end)
{
	for (size_t i = 0; i < md->npast && md->past[i].end <= end; i++) {
		arena_free(md->past[i].arena);
		md->past[i].arena = NULL;
	}
}

void
markdown_free(struct markdown *md)
{
	markdown_drop_spans(md, SIZE_MAX);
	arena_free(md->spans);
	free(md->past);
	free(md->node);
	columns_drop(md);
	memset(md, 0, sizeof(*md));
}
