#include "source/markdown/sections.h"

#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>

#include "lectern/base/arena.h"
#include "lectern/base/buffer.h"
#include "lectern/base/mem.h"
#include "lectern/base/parallel.h"
#include "lectern/base/progress.h"
#include "lectern/base/text.h"
#include "source/markdown/markdown.h"
#include "source/markdown/reader.h"
#include "source/markdown/simple.h"

#define PIECE      ((size_t)1 << 18) /* bytes that are parsed for one thread */
#define SPANS      ((size_t)1 << 16) /* bytes; most pieces have less of them */
#define NODE_BYTES 48 /* of a document for each node that it has, or more */
#define NODES_MOST ((size_t)1 << 20) /* for which there is room at first */
#define HEADING    16 /* what a heading costs, in bytes that are parsed */
#define ROUND      (PARALLEL_MOST / 2) /* pieces at a time */
#define LARGE      ((size_t)1 << 23) /* bytes from which on threads are worth it */

/* Sections that one thread reads, and what it makes of them. */
struct piece {
	const struct sections *sections;
	size_t from, to;
	struct arena *arena;
	struct markdown md; /* its room is used again for the next piece */
	bool good;
};

/*
 * Pieces that are read side by side, while those of the round before are added
 * to the document.
 */
struct round {
	struct piece piece[ROUND];
	size_t n;
	struct markdown *md; /* the document's */
	struct arena *arena;
	bool good; /* all of it so far */
};

/* What one thread does: reads the piece, or adds all those of the round. */
struct work {
	struct piece *piece;
	struct round *round;
};

struct md_node *
sections_add(struct markdown *md, const struct md_node *node)
{
	md->node = mem_grow(md->node, &md->cap, md->n + 1, sizeof(*md->node));
	md->node[md->n] = *node;
	return &md->node[md->n++];
}

/*
 * Adds all nodes of a document but its own, before which are `rows` lines; what
 * stood below it stands below node 0.
 */
static void
add_all(struct markdown *md, const struct markdown *from, uint32_t rows)
{
	uint32_t shift = (uint32_t)(md->n - 1);
	size_t n = from->n - 1;
	struct md_node *node;

	md->node = mem_grow(md->node, &md->cap, md->n + n, sizeof(*md->node));
	node = memcpy(md->node + md->n, from->node + 1, n * sizeof(*node));
	md->n += n;
	for (size_t i = 0; i < n; i++) {
		if (node[i].parent > 0)
			node[i].parent += shift;
		node[i].end += shift;
		node[i].row += rows;
	}
}

/* Parses the `len` bytes at `s` with what they refer to. */
static void
parse_referring(struct markdown *md, struct arena *arena,
    const struct outline *outline, const char *s, size_t len)
{
	struct buffer b = {0};
	uint32_t rows;

	b.s = references_before(outline->references, s, len, &b.len, &rows);
	b.cap = b.len;
	buffer_put(&b, s, len);
	markdown_parse(md, arena, b.s, b.len, NULL);
	for (size_t i = 1; i < md->n; i++)
		md->node[i].row -= rows;
	free(b.s);
}

/* Parses a section; lines may stay in `own`, or that is NULL. */
static void
parse(struct markdown *md, struct arena *arena, const struct outline *outline,
    const char *text, char *own, const struct section *section)
{
	const char *s = text + section->body;
	size_t len = section->end - section->body;
	uint32_t rows = section->body_row - 1;
	struct markdown parsed;

	if (!section->refers &&
	    simple_parse(
		md, arena, s, len, rows, own ? own + section->body : NULL))
		return;
	if (section->refers)
		parse_referring(&parsed, arena, outline, s, len);
	else
		markdown_parse(&parsed, arena, s, len, NULL);
	add_all(md, &parsed, rows);
	markdown_free(&parsed);
}

void
sections_parse(struct markdown *md, struct arena *arena,
    const struct outline *outline, const char *text,
    const struct section *section)
{
	parse(md, arena, outline, text, NULL, section);
}

bool
sections_heading(struct md_node *node, struct arena *arena,
    const struct outline *outline, const char *text,
    const struct section *section)
{
	struct markdown md;
	bool good;

	if (section->words != OUTLINE_MARKUP) {
		size_t len = section->text_end - section->text;

		if (section->words == OUTLINE_SQUEEZED) {
			node->text.text = text_squeeze(
			    arena, text + section->text, len);
			len = strlen(node->text.text);
		} else {
			node->text.text = arena_dup(
			    arena, text + section->text, len);
		}
		node->text.len = node->text.first = (uint32_t)len;
		return true;
	}
	if (section->refers)
		parse_referring(&md, arena, outline, text + section->start,
		    section->body - section->start);
	else
		markdown_parse(&md, arena, text + section->start,
		    section->body - section->start, NULL);
	good = md.n == 2 && md.node[1].kind == MD_HEADING &&
	    md.node[1].level == section->level;
	if (good) {
		node->text = md.node[1].text;
		node->badges = md.node[1].badges;
	}
	markdown_free(&md);
	return good;
}

static bool
add_heading(struct piece *piece, const struct section *section)
{
	struct md_node node = {
	    .text = {.text = ""},
	    .end = (uint32_t)piece->md.n + 1,
	    .row = section->row,
	    .kind = MD_HEADING,
	    .level = section->level,
	};

	if (!sections_heading(&node, piece->arena, piece->sections->outline,
		piece->sections->text, section))
		return false;
	sections_add(&piece->md, &node);
	return true;
}

static void
add_later(struct piece *piece, const struct section *section)
{
	struct md_node node = {
	    .text = {.text = piece->sections->text + section->body,
		.len = section->end - section->body},
	    .end = (uint32_t)piece->md.n + 1,
	    .row = section->body_row,
	    .kind = MD_LATER,
	    .mixed = section->kind == OUTLINE_MIXED,
	};

	if (section->url > 0 && section->url_end - section->body <= SPAN_MOST) {
		struct span *span = arena_alloc(piece->arena, sizeof(*span));

		*span = (struct span){
		    .start = section->url - section->body,
		    .end = section->url_end - section->body,
		    .style = SPAN_LINK,
		};
		span->url = arena_dup(piece->arena,
		    piece->sections->text + section->url,
		    section->url_end - section->url);
		node.text.spans = span;
		node.text.nspans = 1;
	}
	sections_add(&piece->md, &node);
}

/*
 * Adds parsed nodes; false if there is a heading among them and something
 * waits, since its place is known by the headings before it.
 */
static bool
add_parsed(struct piece *piece, const struct section *section)
{
	size_t i = piece->md.n;

	parse(&piece->md, piece->arena, piece->sections->outline,
	    piece->sections->text, piece->sections->own, section);
	for (; i < piece->md.n; i = piece->md.node[i].end) {
		if (piece->md.node[i].kind == MD_HEADING)
			return piece->sections->whole;
	}
	return true;
}

static bool
add_section(struct piece *piece, const struct section *section)
{
	if (section->level > 0 && !add_heading(piece, section))
		return false;
	if (section->kind == OUTLINE_EMPTY)
		return true;
	if (section->kind == OUTLINE_OTHER || piece->sections->whole)
		return add_parsed(piece, section);
	add_later(piece, section);
	return true;
}

/*
 * An arena for spans that is a mapping: what is freed among others would stay in
 * memory.
 */
static struct arena *
new_spans(void)
{
	struct arena *arena = arena_new();
	void *p = mmap(NULL, SPANS, PROT_READ | PROT_WRITE,
	    MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);

	if (p != MAP_FAILED)
		arena_give(arena, p, SPANS);
	return arena;
}

/* Reads the sections of a piece. */
static void
read_piece(struct piece *piece)
{
	const struct section *section = piece->sections->outline->section;
	struct md_node root = {.text = {.text = ""}};

	piece->arena = arena_new();
	piece->md.n = 0;
	if (piece->sections->own)
		piece->md.spans = new_spans();
	sections_add(&piece->md, &root);
	piece->good = true;
	for (size_t i = piece->from; piece->good && i < piece->to; i++)
		piece->good = add_section(piece, &section[i]);
}

/* Adds the pieces of a round in order, up to the first that is not good. */
static void
add_round(struct round *round)
{
	for (size_t i = 0; i < round->n; i++) {
		struct piece *piece = &round->piece[i];

		round->good = round->good && piece->good;
		if (round->good)
			add_all(round->md, &piece->md, 0);
		if (piece->md.spans)
			markdown_take_spans(round->md, piece->md.spans);
		piece->md.spans = NULL;
		arena_join(round->arena, piece->arena);
	}
	round->n = 0;
}

static void
do_work(void *argument)
{
	struct work *work = argument;

	if (work->piece)
		read_piece(work->piece);
	else
		add_round(work->round);
}

/* Adds a section if nothing of it waits or needs libcmark. */
static bool
add_simple(struct piece *piece, const struct section *section)
{
	const struct sections *sections = piece->sections;

	if (section->refers ||
	    (section->kind != OUTLINE_OTHER && section->kind != OUTLINE_EMPTY))
		return false;
	return (section->level == 0 || add_heading(piece, section)) &&
	    simple_parse(&piece->md, piece->arena,
		sections->text + section->body, section->end - section->body,
		section->body_row - 1,
		sections->own ? sections->own + section->body : NULL);
}

/* Whether threads, and nodes for each of these, would cost more. */
static bool
is_small(const struct outline *outline)
{
	return outline->section[outline->n - 1].end < LARGE;
}

/* Makes room for nodes: most of it is nowhere until it is filled. */
static void
make_room(struct markdown *md, const struct outline *outline)
{
	size_t n = outline->section[outline->n - 1].end / NODE_BYTES;

	md->node = mem_grow(md->node, &md->cap, n < NODES_MOST ? n : NODES_MOST,
	    sizeof(*md->node));
}

/*
 * Reads the first sections of a small document as long as they are simple.
 * Returns their number.
 */
static size_t
read_simple(
    struct markdown *md, struct arena *arena, const struct sections *sections)
{
	const struct outline *outline = sections->outline;
	struct piece piece = {.sections = sections, .arena = arena, .md = *md};
	size_t i = 0, n = md->n;

	while (i < outline->n && add_simple(&piece, &outline->section[i]) &&
	    progress_tell(
		sections->progress, outline->n + 4 * i, 10 * outline->n)) {
		n = piece.md.n;
		i++;
	}
	*md = piece.md;
	md->n = n;
	return i;
}

/* The end of the piece that begins with section `from`. */
static size_t
piece_end(const struct sections *sections, size_t from)
{
	const struct outline *outline = sections->outline;
	size_t cost = 0, i = from, most = PIECE;

	if (sections->parts > 0)
		most = outline->section[outline->n - 1].end / sections->parts;
	while (i < outline->n && (i == from || cost < most)) {
		const struct section *section = &outline->section[i++];

		cost += HEADING;
		if (section->kind == OUTLINE_OTHER || sections->whole)
			cost += section->end - section->body;
	}
	return i;
}

/* Takes the pieces that begin with section `*at`, as many as are read at a time. */
static void
fill_round(const struct sections *sections, size_t *at, struct round *round)
{
	size_t most = ROUND;

	if (sections->parts > 0 && sections->parts < most)
		most = sections->parts;
	while (round->n < most && *at < sections->outline->n) {
		struct piece *piece = &round->piece[round->n++];

		piece->sections = sections;
		piece->from = *at;
		piece->to = *at = piece_end(sections, *at);
	}
}

/* Reads the pieces of a round, and adds those of the one before. */
static void
do_round(struct round *round, struct round *before)
{
	struct work works[ROUND + 1];
	void *parts[ROUND + 1];
	size_t n = 0;

	if (before->n > 0)
		works[n++] = (struct work){.round = before};
	for (size_t i = 0; i < round->n; i++)
		works[n++] = (struct work){.piece = &round->piece[i]};
	for (size_t i = 0; i < n; i++)
		parts[i] = &works[i];
	if (n > 0)
		parallel_run(do_work, parts, n);
}

static void
free_round(struct round *round)
{
	for (size_t i = 0; i < ROUND; i++)
		markdown_free(&round->piece[i].md);
}

/* Reads the sections from number `at` on; false: one is not good. */
static bool
read_rounds(struct markdown *md, struct arena *arena,
    const struct sections *sections, size_t at)
{
	const size_t n = sections->outline->n;
	struct round a = {.md = md, .arena = arena, .good = true}, b = a;
	struct round *round = &a, *before = &b;

	do {
		struct round *next = before;

		if (before->good && !progress_stopped(sections->progress))
			fill_round(sections, &at, round);
		do_round(round, before);
		round->good = round->good && before->good;
		before = round;
		round = next;
		progress_tell(sections->progress, n + 4 * at, 10 * n);
	} while (before->n > 0);
	free_round(&a);
	free_round(&b);
	return round->good;
}

bool
sections_read(
    struct markdown *md, struct arena *arena, const struct sections *sections)
{
	struct md_node root = {.text = {.text = ""}, .row = 1};
	size_t at = 0;
	bool good;

	*md = (struct markdown){0};
	if (sections->parts == 0)
		make_room(md, sections->outline);
	sections_add(md, &root);
	if (sections->parts == 0 && is_small(sections->outline))
		at = read_simple(md, arena, sections);
	good = read_rounds(md, arena, sections, at);
	/* Of a huge page little may be in use. */
	mem_forget(md->node, md->cap * sizeof(*md->node),
	    md->n * sizeof(*md->node), md->cap * sizeof(*md->node));
	md->node[0].end = (uint32_t)md->n;
	reader_settle(md);
	if (!good && sections->own)
		simple_put_back(sections->own,
		    sections->outline->section[sections->outline->n - 1].end);
	if (!good)
		markdown_free(md);
	return good;
}
