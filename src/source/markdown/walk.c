#include "source/markdown/walk.h"

#include <limits.h>
#include <stdio.h>
#include <string.h>

#include "lectern/base/arena.h"
#include "lectern/base/mem.h"
#include "lectern/base/text.h"
#include "lectern/base/translate.h"
#include "lectern/model/link.h"
#include "source/built.h"
#include "source/byline.h"
#include "source/markdown/details.h"
#include "source/markdown/label.h"
#include "source/markdown/markdown.h"

#define DEEPEST 200 /* lists; what is nested deeper is shown at this depth */
#define LEADING 8   /* items that may stand before the first talk of a list */

#define OWN_LINES  4   /* below a talk's own, that may hold its link */
#define FEW_BYTES  160 /* of most links with their labels */
#define LABEL_MOST 40  /* bytes before a link that may be its label */

void
walk_make_room(const struct walk *w)
{
	const uint8_t *role = w->shape->role;
	size_t talks = 0;

	for (size_t i = 1; i < w->md->n; i++)
		talks += role[i] == ROLE_TALK;
	built_more_talks(build_result(w->build), talks);
}

/* Blocks. */

/* Spans without the links that lead to the document's own places, or nowhere. */
static const struct span *
keep_spans(struct arena *arena, const struct line *line, uint32_t *n)
{
	struct span *spans = NULL;

	*n = 0;
	if (line->nspans > 0)
		spans = arena_alloc(arena, line->nspans * sizeof(*spans));
	for (uint32_t i = 0; i < line->nspans; i++) {
		struct span span = line->spans[i];

		if ((span.style & SPAN_LINK) && strchr("#", span.url[0])) {
			span.style &= ~(unsigned)SPAN_LINK;
			span.url = NULL;
		}
		if (span.style != 0)
			spans[(*n)++] = span;
	}
	return spans;
}

void
walk_note_links(struct walk *w, const struct line *line)
{
	for (uint32_t i = 0; i < line->nspans; i++) {
		if (line->spans[i].url)
			build_link(w->build, line->spans[i].url);
	}
}

void
walk_go_to_track(struct walk *w, const char *name, uint32_t row)
{
	uint32_t *track = strmap_put(&w->tracks, name, UINT32_MAX);

	if (*track == UINT32_MAX)
		*track = build_track(w->build, name, row);
	else
		build_in_track(w->build, *track);
}

/*
 * Whether `s` is the URL as a document shows it: underscores in it may have
 * been taken for emphasis, and it is encoded.
 */
static bool
shows_url(const char *s, const char *url)
{
	for (; *url; url++) {
		char encoded[4];

		if (*s == *url) {
			s++;
			continue;
		}
		snprintf(encoded, sizeof(encoded), "%%%02X", (unsigned char)*s);
		if (strncmp(url, encoded, 3) == 0) {
			s++;
			url += 2;
		} else if (*url != '_') {
			return false;
		}
	}
	return *s == '\0';
}

/* The URL that is all that a line says, but for "URL:" before it, or NULL. */
const char *
walk_only_url(const struct line *line)
{
	const char *s = line->text, *url = NULL;
	size_t at = text_ascii_same(s, "URL: ", 5) ? 5 : 0;
	size_t end = at;

	for (uint32_t i = 0; i < line->nspans; i++) {
		const struct span *span = &line->spans[i];

		if (span->start != end || !span->url ||
		    (url && strcmp(url, span->url) != 0))
			return NULL;
		url = span->url;
		end = span->end;
	}
	return url && end == line->len &&
		link_bare(s + at, line->len - at) > 0 && shows_url(s + at, url)
	    ? url
	    : NULL;
}

/* Where a node stands: how deep in lists, and whether in a quote. */
static void
place(const struct walk *w, uint32_t i, struct block *block)
{
	int lists = 0;

	for (i = walk_node(w, i)->parent; i > w->scope && lists < DEEPEST;
	     i = walk_node(w, i)->parent) {
		lists += walk_node(w, i)->kind == MD_LIST;
		block->quoted = block->quoted ||
		    walk_node(w, i)->kind == MD_QUOTE;
	}
	block->depth = (uint8_t)lists;
}

/* A line as a block, at the place of no node yet. */
struct block
walk_block_of(
    struct walk *w, enum block_kind kind, const struct line *line, uint32_t row)
{
	struct block block = {
	    .text = line->text,
	    .len = line->len,
	    .line = row,
	    .kind = (uint8_t)kind,
	};

	block.spans = keep_spans(w->arena, line, &block.nspans);
	return block;
}

/*
 * Whether a node is in no talk but stands where talks do: it is an item or row of
 * their list or table, a heading, or a paragraph in nothing else.
 */
static bool
is_among(const struct walk *w, uint32_t i)
{
	const struct md_node *node = walk_node(w, i);

	if (w->end > 0 || !w->shape)
		return false;
	if (node->kind == MD_HEADING)
		return w->shape->role[i] == ROLE_ASIDE;
	if (node->kind == MD_PARAGRAPH)
		return node->parent == 0;
	if (node->kind == MD_CELL)
		node = walk_node(w, node->parent);
	if (node->kind != MD_ITEM && node->kind != MD_ROW)
		return false;
	if (node->parent == w->list)
		return true;
	for (uint32_t end = walk_node(w, node->parent)->end, n = 0;
	     n < LEADING && (i = node->end) < end; n++) {
		if (w->shape->role[i] == ROLE_TALK ||
		    w->shape->role[i] == ROLE_UNSOUGHT)
			return true;
		node = walk_node(w, i);
	}
	return false;
}

/* Adds a line that node `i` has as a block. */
void
walk_add_block(
    struct walk *w, uint32_t i, enum block_kind kind, const struct line *line)
{
	struct block block = walk_block_of(w, kind, line, walk_node(w, i)->row);

	place(w, i, &block);
	block.among = is_among(w, i);
	build_block(w->build, &block, NULL);
}

static bool
is_all_bold(const struct line *line)
{
	size_t at = 0;

	for (uint32_t i = 0; i < line->nspans; i++) {
		const struct span *span = &line->spans[i];

		if (!(span->style & SPAN_STRONG))
			return false;
		if (span->start > at + 1)
			return false;
		at = span->end;
	}
	return at > 0 && at == line->len;
}

static bool
is_label(const struct line *line)
{
	return is_all_bold(line) ||
	    (line->len > 0 && line->text[line->len - 1] == ':');
}

void
walk_add_rest(
    struct walk *w, const struct line *line, uint32_t from, uint32_t row)
{
	struct line rest = richtext_cut(w->arena, line, from, line->len);

	if (rest.len > 0) {
		const struct block block = walk_block_of(w,
		    is_label(&rest) ? BLOCK_LABEL : BLOCK_PARAGRAPH, &rest,
		    row);

		build_block(w->build, &block, walk_only_url(&rest));
	}
}

static void
add_paragraph(struct walk *w, uint32_t i)
{
	const struct md_node *node = walk_node(w, i);
	const struct md_node *parent = walk_node(w, node->parent);
	bool item = parent->kind == MD_ITEM && node->parent != w->scope;
	enum block_kind kind = is_label(&node->text) ? BLOCK_LABEL
						     : BLOCK_PARAGRAPH;

	uint32_t number = 0;

	if (node->text.len == 0)
		return;
	item = item && i == node->parent + 1;
	if (item) {
		number = *md_number(&w->md->node[node->parent]);
		kind = number > 0 ? BLOCK_ORDERED : BLOCK_BULLET;
	}

	struct block block = walk_block_of(w, kind, &node->text, node->row);

	place(w, i, &block);
	block.number = number;
	if (item)
		block.depth--;
	block.among = is_among(w, item ? node->parent : i);
	build_block(w->build, &block, walk_only_url(&node->text));
}

void
walk_add_links(
    struct walk *w, const struct line *line, uint32_t len, uint32_t row)
{
	if (w->end > 0)
		walk_note_links(w, line);
	for (uint32_t i = 0;
	     w->end == 0 && i < line->nspans && line->spans[i].start < len;
	     i++) {
		const char *url = line->spans[i].url;
		struct line link = {.text = url, .nspans = 1};
		struct span span = {.style = SPAN_LINK, .url = url};
		struct block block;

		if (!url || !link_is_openable(url) ||
		    (i > 0 && line->spans[i - 1].url == url))
			continue;
		link.len = span.end = (uint32_t)strlen(url);
		link.spans = &span;
		block = walk_block_of(w, BLOCK_PARAGRAPH, &link, row);
		build_block(w->build, &block, NULL);
	}
}

/* The number of lines that are not blank, in `len` bytes at `s`; `most` or more. */
static unsigned
count_lines(const char *s, size_t len, unsigned most)
{
	unsigned n = 0;

	for (size_t i = 0; i < len && n < most;) {
		const char *nl = memchr(s + i, '\n', len - i);
		size_t end = nl ? (size_t)(nl - s) : len;

		while (i < end && (s[i] == ' ' || s[i] == '\t'))
			i++;
		n += i < end && !details_is_tag(s + i, end - i);
		i = end + 1;
	}
	return n;
}

/*
 * How many blocks the open talk has so far; of lines that are read later each
 * is one.  Few talks have anything behind those.
 */
static unsigned
count_blocks(struct walk *w)
{
	if (w->later)
		w->blocks += count_lines(
		    w->later->text, w->later->len, OWN_LINES);
	w->later = NULL;
	return w->blocks;
}

/* Looks at the links of the block number `at` of the open talk. */
static void
look_for_own(struct walk *w, const struct line *line, unsigned at)
{
	own_link_look(
	    &w->own, line, at < OWN_LINES ? OWN_BELOW : OWN_NOTES, 0, 0);
}

/* Looks at a link that has a paragraph of its own, right below "Recording". */
static void
look_below_label(struct walk *w, uint32_t i)
{
	const struct md_node *node = walk_node(w, i);
	const struct line *line = &node->text;
	enum own_spot spot;

	if (node->kind != MD_PARAGRAPH || line->nspans != 1 ||
	    !line->spans->url || line->spans->start > 0 ||
	    line->spans->end < line->len ||
	    walk_node(w, i - 1)->kind != MD_HEADING)
		return;
	spot = own_link_spot(&walk_node(w, i - 1)->text);
	if (spot != OWN_NOTES)
		own_link_look(&w->own, line, spot, 0, 0);
}

/* Looks at the links of a row of the open talk: "Recording | [here](link)". */
static void
look_at_row(struct walk *w, uint32_t i)
{
	uint32_t end = walk_node(w, i)->end;
	const struct line *line;
	enum own_spot spot;

	/* A row of HTML may have no cells. */
	if (i + 1 == end)
		return;
	line = &walk_node(w, i + 1)->text;
	spot = own_link_spot(line);
	if (w->own.also == SEE_ALSO_NOT)
		w->own.also = see_also_read(line->text, line->len);
	for (uint32_t cell = i + 1; cell < end; cell++)
		own_link_look(&w->own, &walk_node(w, cell)->text, spot, 0, 0);
}

void
walk_add_row(struct walk *w, uint32_t i)
{
	struct richtext richtext;
	const char *bar = "";

	if (w->end > 0)
		look_at_row(w, i);
	richtext_begin(&richtext, w->arena);
	for (uint32_t cell = i + 1; cell < walk_node(w, i)->end; cell++) {
		if (walk_node(w, cell)->text.len == 0)
			continue;
		richtext_add(&richtext, bar, strlen(bar), 0, NULL);
		richtext_add_line(&richtext, &walk_node(w, cell)->text);
		bar = " | ";
	}

	struct line line = richtext_end(&richtext);

	if (line.len > 0)
		walk_add_block(w, i, BLOCK_BULLET, &line);
}

static bool
is_mark(char c)
{
	static const bool marks[UCHAR_MAX + 1] = {['\0'] = true,
	    ['*'] = true,
	    ['_'] = true,
	    ['['] = true,
	    ['('] = true,
	    ['<'] = true,
	    ['>'] = true,
	    ['`'] = true};

	return marks[(unsigned char)c];
}

/*
 * Writes what a line that is not parsed has before its link, without markup, for
 * its label: "**Slides:** [here](" is "Slides: here"; 0 bytes if it is none.
 */
static size_t
label_in(const char *s, size_t len, char *label)
{
	size_t n = 0, skip;

	for (size_t i = 0; i < len && n < LABEL_MOST; i++) {
		if (!is_mark(s[i]) && (n > 0 || s[i] != ' '))
			label[n++] = s[i];
	}
	label[n] = '\0';
	/* That is what most are called. */
	if (!text_ascii_same(label, "url:", 4)) {
		enum label_kind kind = label_before(label, n, &skip);

		if (kind != LABEL_VIDEO && kind != LABEL_SLIDES)
			return 0;
	}
	if (n > 0 && label[n - 1] != ' ')
		label[n++] = ' ';
	return n;
}

/* The same for what is read later. */
static void
look_at_later(struct walk *w, const struct line *text)
{
	const struct span *span = text->spans;
	unsigned blocks = count_blocks(w);

	w->later = text;
	if (w->end > 0 && text->nspans > 0) {
		uint32_t from = span->start;
		size_t url = strlen(span->url), before;
		char label[LABEL_MOST + 2];

		while (from > 0 && text->text[from - 1] != '\n')
			from--;
		before = label_in(text->text + from, span->start - from, label);
		w->own.also = see_also_above(text->text, from);
		if (w->own.also == SEE_ALSO_NOT)
			w->own.also = w->also.heading;

		size_t size = before + url + 1;
		char few[FEW_BYTES],
		    *s = size <= sizeof(few) ? few
					     : arena_alloc(w->arena, size);
		struct span only = {.style = SPAN_LINK,
		    .start = (uint32_t)before,
		    .end = (uint32_t)(before + url),
		    .url = span->url};
		struct line line = {.text = s,
		    .len = only.end,
		    .first = only.end,
		    .spans = &only,
		    .nspans = 1};

		memcpy(s, label, before);
		memcpy(s + before, span->url, url + 1);
		look_for_own(w, &line,
		    blocks + count_lines(text->text, from, OWN_LINES));
	}
}

/* Adds what the node is to the body; returns the next node. */
uint32_t
walk_add_body(struct walk *w, uint32_t i)
{
	const struct md_node *node = walk_node(w, i);

	if (node->kind == MD_LATER) {
		look_at_later(w, &node->text);
	} else {
		if (w->end > 0 && node->text.len > 0)
			w->own.also = see_also_at(&w->also, w->md, i);
		if (w->end > 0 && node->text.nspans > 0) {
			look_for_own(w, &node->text, count_blocks(w));
			look_below_label(w, i);
		}
		w->blocks += node->text.len > 0;
	}
	switch (node->kind) {
	case MD_PARAGRAPH:
		add_paragraph(w, i);
		break;
	case MD_HEADING:
	case MD_SUBHEADING:
		if (node->text.len > 0)
			walk_add_block(w, i, BLOCK_LABEL, &node->text);
		break;
	case MD_CODE:
		if (node->text.len > 0)
			walk_add_block(w, i, BLOCK_CODE, &node->text);
		break;
	case MD_ROW:
		walk_add_row(w, i);
		return node->end;
	case MD_LATER:
		walk_note_links(w, &node->text);
		build_later(w->build);
		break;
	default:
		break;
	}
	return i + 1;
}

void
walk_forget(const struct walk *w, uint32_t i)
{
	const struct markdown *md = w->md;
	const size_t size = sizeof(*md->node);

	/* Between a node and the one around it. */
	for (uint32_t end = i, around; md->passing && end > 0; end = around) {
		around = walk_node(w, end)->parent;
		mem_forget(
		    md->node, md->cap * size, (around + 1) * size, end * size);
	}
	if (md->passing)
		markdown_drop_spans(w->md, i);
}

bool
walk_may_stay(const struct walk *w, const char *text)
{
	const struct markdown *md = w->md;

	return md->passing && md->own &&
	    (uintptr_t)text - (uintptr_t)md->own < md->own_len;
}

/* Ends a text where it stays, after `len` bytes. */
static void
end_text(const struct walk *w, const char *text, size_t len)
{
	if (walk_may_stay(w, text))
		w->md->own[text - w->md->own + (ptrdiff_t)len] = '\0';
}

void
walk_end_texts(const struct walk *w, const struct talk *talk)
{
	if (!w->md->passing || !w->md->own)
		return;
	end_text(w, talk->title, w->own.title_len);
	for (size_t i = 0; i + 1 < talk->nspeakers; i++)
		end_text(w, talk->speakers[i], byline_name(talk->speakers[i]));
}

static bool
is_empty_row(const struct walk *w, uint32_t row)
{
	for (uint32_t i = row + 1; i < walk_node(w, row)->end; i++) {
		if (walk_node(w, i)->text.len > 0)
			return false;
	}
	return true;
}

void
walk_leave_aside(struct walk *w, uint32_t i)
{
	const struct md_node *node = walk_node(w, i);
	uint32_t last = walk_node(w, node->end - 1)->row;

	/* Tables without a header have an empty one. */
	if (node->kind == MD_ROW && is_empty_row(w, i))
		return;
	build_left_aside(w->build, node->row, last - node->row + 1,
	    node->kind == MD_ROW ? N_("names of columns") : N_("contents"));
}

void
walk_tell_aside(struct walk *w, uint32_t i)
{
	const struct md_node *node = walk_node(w, i);
	uint32_t end = i + 1;

	if (node->kind != MD_HEADING ||
	    label_read(node->text.text, node->text.len) != LABEL_ASIDE)
		return;
	while (end < w->md->n &&
	    (walk_node(w, end)->kind != MD_HEADING ||
		walk_node(w, end)->level > node->level))
		end++;
	build_left_aside(w->build, node->row,
	    walk_node(w, end - 1)->row - node->row + 1, node->text.text);
}
