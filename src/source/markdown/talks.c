#include "source/markdown/talks.h"

#include <string.h>

#include "lectern/base/arena.h"
#include "lectern/base/text.h"
#include "lectern/model/link.h"
#include "source/byline.h"

#define DEEPEST 200 /* lists; what is nested deeper is shown at this depth */

#define TELL 4096 /* nodes between two words of progress */

#define CUT_CHARACTERS 100 /* of headings that the notes' maker cut */

/* What the walk over a document works on. */
struct walk {
	struct build *build;
	struct arena *arena;
	const struct markdown *md;
	const struct shape *shape;
	uint32_t scope; /* node of the open talk; 0: it holds no others */
	uint32_t end;   /* where the open talk ends at the latest; 0: none is */
};

static const struct md_node *
node_at(const struct walk *w, uint32_t i)
{
	return &w->md->node[i];
}

/* Blocks. */

/* Spans without the links to the document's own places. */
static const struct span *
keep_spans(struct arena *arena, const struct line *line, uint32_t *n)
{
	struct span *spans = NULL;

	*n = 0;
	if (line->nspans > 0)
		spans = arena_alloc(arena, line->nspans * sizeof(*spans));
	for (uint32_t i = 0; i < line->nspans; i++) {
		struct span span = line->spans[i];

		if ((span.style & SPAN_LINK) && span.url[0] == '#') {
			span.style &= ~(unsigned)SPAN_LINK;
			span.url = NULL;
		}
		if (span.style != 0)
			spans[(*n)++] = span;
	}
	return spans;
}

static void
note_links(struct walk *w, const struct line *line)
{
	for (uint32_t i = 0; i < line->nspans; i++) {
		if (line->spans[i].url)
			build_link(w->build, line->spans[i].url);
	}
}

/*
 * Whether `s` is the URL as a document shows it: underscores in it may have
 * been taken for emphasis.
 */
static bool
shows_url(const char *s, const char *url)
{
	for (; *url; url++) {
		if (*s == *url)
			s++;
		else if (*url != '_')
			return false;
	}
	return *s == '\0';
}

/* The URL that is all that a line says, but for "URL:" before it, or NULL. */
static const char *
only_url(const struct line *line)
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

	for (i = node_at(w, i)->parent; i > w->scope && lists < DEEPEST;
	     i = node_at(w, i)->parent) {
		lists += node_at(w, i)->kind == MD_LIST;
		block->quoted = block->quoted ||
		    node_at(w, i)->kind == MD_QUOTE;
	}
	block->depth = (uint8_t)lists;
}

/* A line as a block, at the place of no node yet. */
static struct block
block_of(
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

/* Adds a line that node `i` has as a block. */
static void
add_block(
    struct walk *w, uint32_t i, enum block_kind kind, const struct line *line)
{
	struct block block = block_of(w, kind, line, node_at(w, i)->row);

	place(w, i, &block);
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

/* Adds the rest of a talk's own paragraph, after its first line. */
static void
add_rest(struct walk *w, const struct line *line, uint32_t row)
{
	struct line rest = richtext_cut(w->arena, line, line->first, line->len);

	if (rest.len > 0) {
		const struct block block = block_of(w,
		    is_label(&rest) ? BLOCK_LABEL : BLOCK_PARAGRAPH, &rest,
		    row);

		build_block(w->build, &block, only_url(&rest));
	}
}

static void
add_paragraph(struct walk *w, uint32_t i)
{
	const struct md_node *node = node_at(w, i);
	const struct md_node *parent = node_at(w, node->parent);
	bool item = parent->kind == MD_ITEM && node->parent != w->scope;
	enum block_kind kind = is_label(&node->text) ? BLOCK_LABEL
						     : BLOCK_PARAGRAPH;

	if (node->text.len == 0)
		return;
	item = item && i == node->parent + 1;
	if (item)
		kind = parent->number > 0 ? BLOCK_ORDERED : BLOCK_BULLET;

	struct block block = block_of(w, kind, &node->text, node->row);

	place(w, i, &block);
	block.number = item ? parent->number : 0;
	if (item)
		block.depth--;
	build_block(w->build, &block, only_url(&node->text));
}

static void
add_row(struct walk *w, uint32_t i)
{
	struct richtext richtext;
	const char *bar = "";

	richtext_begin(&richtext, w->arena);
	for (uint32_t cell = i + 1; cell < node_at(w, i)->end; cell++) {
		if (node_at(w, cell)->text.len == 0)
			continue;
		richtext_add(&richtext, bar, strlen(bar), 0, NULL);
		richtext_add_line(&richtext, &node_at(w, cell)->text);
		bar = " | ";
	}

	struct line line = richtext_end(&richtext);

	if (line.len > 0)
		add_block(w, i, BLOCK_BULLET, &line);
}

/* Adds what the node is to the body; returns the next node. */
static uint32_t
add_body(struct walk *w, uint32_t i)
{
	const struct md_node *node = node_at(w, i);

	switch (node->kind) {
	case MD_PARAGRAPH:
		add_paragraph(w, i);
		break;
	case MD_HEADING:
		if (node->text.len > 0)
			add_block(w, i, BLOCK_LABEL, &node->text);
		break;
	case MD_CODE:
		if (node->text.len > 0)
			add_block(w, i, BLOCK_CODE, &node->text);
		break;
	case MD_ROW:
		add_row(w, i);
		return node->end;
	case MD_LATER:
		note_links(w, &node->text);
		build_later(w->build);
		break;
	default:
		break;
	}
	return i + 1;
}

static size_t
count_characters(const char *s)
{
	size_t n = 0;

	for (; *s; s++)
		n += ((unsigned char)*s & 0xc0) != 0x80;
	return n;
}

/* Talks. */

/* Begins a talk of that line; returns it. */
static struct talk *
begin_talk(struct walk *w, uint32_t scope, uint32_t end,
    const struct line *line, uint32_t row)
{
	const struct byline name = byline_part(w->arena, line->text);
	struct talk *talk = build_talk(w->build, name.title, row);

	talk->speakers = name.speakers;
	talk->nspeakers = (uint32_t)name.nspeakers;
	w->scope = scope;
	w->end = end;
	note_links(w, line);
	return talk;
}

static void
end_talk(struct walk *w)
{
	build_end_talk(w->build);
	w->scope = w->end = 0;
}

/* A table row as a talk: one cell is its line, the others are its bullets. */
static void
begin_row(struct walk *w, uint32_t row)
{
	uint32_t speakers, line = shape_row_line(w->md, row, &speakers);
	const struct md_node *node = node_at(w, line);
	struct talk *talk = begin_talk(
	    w, row, node_at(w, row)->end, &node->text, node->row);

	if (speakers && node_at(w, speakers)->text.len > 0) {
		size_t n;

		/* The table says who speaks: a dash in the title is its own. */
		talk->title = node->text.text;
		talk->speakers = byline_list(
		    w->arena, node_at(w, speakers)->text.text, &n);
		talk->nspeakers = (uint32_t)n;
	}
	for (uint32_t cell = row + 1; cell < node_at(w, row)->end; cell++) {
		const struct md_node *other = node_at(w, cell);
		struct block block;

		/* Speakers are shown with the title; their links are not. */
		if (cell == speakers && other->text.nspans == 0)
			continue;
		if (cell == line || other->text.len == 0)
			continue;
		block = block_of(w, BLOCK_BULLET, &other->text, other->row);
		build_block(w->build, &block, only_url(&other->text));
	}
}

/* Whether a paragraph is a talk's title over its URL. */
static bool
ends_in_link(const struct line *line)
{
	return line->first < line->len && line->nspans > 0 &&
	    (line->spans[line->nspans - 1].style & SPAN_LINK) &&
	    line->spans[line->nspans - 1].end == line->len;
}

/* Begins the talk that node `i` is; returns the node after its line. */
static uint32_t
take_talk(struct walk *w, uint32_t i)
{
	const struct md_node *node = node_at(w, i), *line = node;
	uint32_t end = (uint32_t)w->md->n;

	end_talk(w);
	if (node->kind == MD_ROW) {
		begin_row(w, i);
		return node->end;
	}
	if (node->kind == MD_ITEM) {
		line = node_at(w, i + 1);
		end = node->end;
	}
	if (node->kind == MD_ITEM || ends_in_link(&line->text)) {
		struct line title = richtext_cut(
		    w->arena, &line->text, 0, line->text.first);

		begin_talk(w, i, end, &title, node->row);
		add_rest(w, &line->text, line->row);
		if (node->kind != MD_ITEM)
			w->scope = 0;
		return line->end;
	}
	begin_talk(w, i, end, &line->text, node->row);
	w->scope = 0;
	if (count_characters(line->text.text) == CUT_CHARACTERS)
		build_warn(
		    w->build, node->row, "heading cut at 100 characters");
	return node->end;
}

static void
walk(struct walk *w)
{
	for (uint32_t i = 1, told = 0; i < w->md->n;) {
		/* The second half of the work. */
		if (i - told >= TELL) {
			told = i;
			if (!build_tell(w->build, w->md->n + i, 2 * w->md->n))
				break;
		}
		if (w->end > 0 && i >= w->end)
			end_talk(w);
		switch (w->shape->role[i]) {
		case ROLE_NAME:
			note_links(w, &node_at(w, i)->text);
			i++;
			break;
		case ROLE_TRACK:
			end_talk(w);
			build_track(w->build, node_at(w, i)->text.text,
			    node_at(w, i)->row);
			i++;
			break;
		case ROLE_TALK:
			i = take_talk(w, i);
			break;
		case ROLE_SKIP:
			i = node_at(w, i)->end;
			break;
		default:
			i = add_body(w, i);
			break;
		}
	}
	end_talk(w);
}

/* The name of the document, where it has one before its only talk begins. */
static const char *
find_name(const struct walk *w)
{
	for (uint32_t i = 1; i < w->md->n; i++) {
		if (w->shape->role[i] == ROLE_NAME)
			return node_at(w, i)->text.text;
	}
	return NULL;
}

const char *
talks_build(struct build *build, const struct markdown *md,
    const struct shape *shape, const char *name)
{
	struct walk w = {
	    .build = build,
	    .arena = build_arena(build),
	    .md = md,
	    .shape = shape,
	};
	const char *own_name = find_name(&w);

	if (shape->kind == SHAPE_ONE) {
		const struct line line = {.text = own_name ? own_name : name};

		begin_talk(&w, 0, (uint32_t)md->n, &line, 1);
	}
	walk(&w);
	build_end(build);
	return own_name;
}

void
talks_build_blocks(struct build *build, const struct markdown *md)
{
	struct walk w = {.build = build, .arena = build_arena(build), .md = md};

	for (uint32_t i = 1; i < md->n;)
		i = add_body(&w, i);
}
