#include "source/markdown/talks.h"

#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "lectern/base/arena.h"
#include "lectern/base/mem.h"
#include "lectern/base/progress.h"
#include "lectern/base/strmap.h"
#include "lectern/base/text.h"
#include "lectern/model/link.h"
#include "source/byline.h"

#define DEEPEST 200 /* lists; what is nested deeper is shown at this depth */

#define TELL 4096 /* nodes between two words of progress */

#define FEW_LINKS 8 /* of a talk, that are compared one by one */

#define CUT_CHARACTERS 100 /* of headings that the notes' maker cut */

/* A block, and what becomes of it when its talk is whole. */
struct draft {
	struct block block;
	const char *url; /* the block only says this URL, or NULL */
	uint32_t owner;  /* a track, for text outside talks */
};

/* A list of drafts. */
struct drafts {
	struct draft *draft;
	size_t n, cap;
};

/* What the walk over a document works on. */
struct builder {
	struct build *build;
	const struct markdown *md;
	const struct shape *shape;
	uint32_t source;
	uint32_t track;       /* of the next talk, or BUILD_NO_TRACK */
	uint32_t first_track; /* of this document */
	uint32_t scope;       /* node of the open talk; 0: none is open */
	uint32_t end;         /* where it ends at the latest */
	bool open;
	struct talk talk;     /* the open talk */
	struct drafts body;   /* its blocks */
	struct drafts beside; /* blocks outside talks */
	const char **links;   /* of the open talk, as they stand */
	size_t nlinks, links_cap;
	size_t own_links; /* of these, on the talk's own line */
};

static const struct md_node *
node_at(const struct builder *b, uint32_t i)
{
	return &b->md->node[i];
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
note_links(struct builder *b, const struct line *line)
{
	for (uint32_t i = 0; b->open && i < line->nspans; i++) {
		const char *url = line->spans[i].url;

		if (!url || !link_is_openable(url))
			continue;
		b->links = mem_grow(
		    b->links, &b->links_cap, b->nlinks + 1, sizeof(*b->links));
		b->links[b->nlinks++] = url;
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
	size_t at = strncasecmp(s, "URL: ", 5) == 0 ? 5 : 0;
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

static struct draft *
add_draft(struct builder *b, enum block_kind kind, const struct line *line,
    uint32_t row)
{
	struct drafts *to = b->open ? &b->body : &b->beside;

	to->draft = mem_grow(
	    to->draft, &to->cap, to->n + 1, sizeof(*to->draft));

	struct draft *draft = &to->draft[to->n++];

	*draft = (struct draft){
	    .block =
		{
		    .text = line->text,
		    .len = line->len,
		    .line = row,
		    .kind = (uint8_t)kind,
		},
	    .owner = b->track,
	};
	draft->block.spans = keep_spans(
	    b->build->arena, line, &draft->block.nspans);
	note_links(b, line);
	return draft;
}

/* Where a node stands: how deep in lists, and whether in a quote. */
static void
place(const struct builder *b, uint32_t i, struct block *block)
{
	int lists = 0;

	for (i = node_at(b, i)->parent; i > b->scope && lists < DEEPEST;
	     i = node_at(b, i)->parent) {
		lists += node_at(b, i)->kind == MD_LIST;
		block->quoted = block->quoted ||
		    node_at(b, i)->kind == MD_QUOTE;
	}
	block->depth = (uint8_t)lists;
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
add_rest(struct builder *b, const struct line *line, uint32_t row)
{
	struct line rest = richtext_cut(
	    b->build->arena, line, line->first, line->len);

	if (rest.len > 0) {
		struct draft *draft = add_draft(b,
		    is_label(&rest) ? BLOCK_LABEL : BLOCK_PARAGRAPH, &rest,
		    row);

		draft->url = only_url(&rest);
	}
}

static void
add_paragraph(struct builder *b, uint32_t i)
{
	const struct md_node *node = node_at(b, i);
	const struct md_node *parent = node_at(b, node->parent);
	bool item = parent->kind == MD_ITEM && node->parent != b->scope;
	enum block_kind kind = is_label(&node->text) ? BLOCK_LABEL
						     : BLOCK_PARAGRAPH;

	if (node->text.len == 0)
		return;
	item = item && i == node->parent + 1;
	if (item)
		kind = parent->number > 0 ? BLOCK_ORDERED : BLOCK_BULLET;

	struct draft *draft = add_draft(b, kind, &node->text, node->row);

	place(b, i, &draft->block);
	draft->block.number = item ? parent->number : 0;
	if (item)
		draft->block.depth--;
	draft->url = only_url(&node->text);
}

static void
add_row(struct builder *b, uint32_t i)
{
	struct richtext richtext;
	const char *bar = "";

	richtext_begin(&richtext, b->build->arena);
	for (uint32_t cell = i + 1; cell < node_at(b, i)->end; cell++) {
		if (node_at(b, cell)->text.len == 0)
			continue;
		richtext_add(&richtext, bar, strlen(bar), 0, NULL);
		richtext_add_line(&richtext, &node_at(b, cell)->text);
		bar = " | ";
	}

	struct line line = richtext_end(&richtext);

	if (line.len > 0) {
		struct draft *draft = add_draft(
		    b, BLOCK_BULLET, &line, node_at(b, i)->row);

		place(b, i, &draft->block);
	}
}

/* Adds what the node is to the body; returns the next node. */
static uint32_t
add_body(struct builder *b, uint32_t i)
{
	const struct md_node *node = node_at(b, i);

	switch (node->kind) {
	case MD_PARAGRAPH:
		add_paragraph(b, i);
		break;
	case MD_HEADING:
		if (node->text.len > 0)
			place(b, i,
			    &add_draft(b, BLOCK_LABEL, &node->text, node->row)
				 ->block);
		break;
	case MD_CODE:
		if (node->text.len > 0)
			place(b, i,
			    &add_draft(b, BLOCK_CODE, &node->text, node->row)
				 ->block);
		break;
	case MD_ROW:
		add_row(b, i);
		return node->end;
	case MD_LATER:
		note_links(b, &node->text);
		b->talk.waits = true;
		break;
	default:
		break;
	}
	return i + 1;
}

void
build_warn(
    struct build *build, uint32_t source, uint32_t line, const char *text)
{
	build->warnings = mem_grow(build->warnings, &build->warnings_cap,
	    build->nwarnings + 1, sizeof(*build->warnings));
	build->warnings[build->nwarnings++] = (struct warning){
	    source, line, text};
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

static void
begin_talk(struct builder *b, uint32_t scope, uint32_t end,
    const struct line *line, uint32_t row)
{
	struct byline name = byline_part(b->build->arena, line->text);

	b->open = true;
	b->scope = scope;
	b->end = end;
	b->body.n = b->nlinks = 0;
	b->talk = (struct talk){
	    .title = name.title,
	    .speakers = name.speakers,
	    .nspeakers = (uint32_t)name.nspeakers,
	    .track = b->track,
	    .source = b->source,
	    .line = row,
	};
	note_links(b, line);
	b->own_links = b->nlinks;
}

/* The talk's URL: the first video, else its own line's link, else the first. */
static const char *
choose_url(const struct builder *b)
{
	for (size_t i = 0; i < b->nlinks; i++) {
		if (link_is_video(b->links[i]))
			return b->links[i];
	}
	return b->nlinks > 0 ? b->links[0] : NULL;
}

/* Adds a link unless it is there; many are looked up in `seen`. */
static void
add_link(struct strmap *seen, const char **links, uint32_t *n, const char *url)
{
	if (*n >= FEW_LINKS) {
		if (*strmap_put(seen, url, *n) == *n)
			links[(*n)++] = url;
		return;
	}
	for (uint32_t i = 0; i < *n; i++) {
		if (strcmp(links[i], url) == 0)
			return;
	}
	links[(*n)++] = url;
	if (*n == FEW_LINKS) {
		for (uint32_t i = 0; i < *n; i++)
			strmap_put(seen, links[i], i);
	}
}

/* The links, each once, the talk's URL first. */
static void
keep_links(struct builder *b)
{
	const char **links = arena_alloc(
	    b->build->arena, (b->nlinks + 1) * sizeof(*links));
	struct strmap seen = {0};
	uint32_t n = 0;

	if (b->talk.url)
		add_link(&seen, links, &n, b->talk.url);
	for (size_t i = 0; i < b->nlinks; i++)
		add_link(&seen, links, &n, b->links[i]);
	strmap_free(&seen);
	b->talk.links = links;
	b->talk.nlinks = n;
}

/* Copies `n` drafts into the arena, without those that say just the URL. */
static const struct block *
keep_blocks(struct arena *arena, const struct draft *draft, size_t n,
    const char *url, uint32_t *count)
{
	struct block *blocks = NULL;

	*count = 0;
	if (n > 0)
		blocks = arena_alloc(arena, n * sizeof(*blocks));
	for (size_t i = 0; i < n; i++) {
		if (!url || !draft[i].url || strcmp(url, draft[i].url) != 0)
			blocks[(*count)++] = draft[i].block;
	}
	return blocks;
}

static void
end_talk(struct builder *b)
{
	struct build *build = b->build;
	struct talk *talk = &b->talk;

	if (!b->open)
		return;
	talk->url = choose_url(b);
	keep_links(b);
	if (!talk->waits)
		talk->blocks = keep_blocks(build->arena, b->body.draft,
		    b->body.n, talk->url, &talk->nblocks);
	if (talk->nblocks == 1 && strcmp(talk->blocks[0].text, "Error") == 0)
		talk->nblocks = 0;
	build->talks = mem_grow(
	    build->talks, &build->talks_cap, build->ntalks + 1, sizeof(*talk));
	build->talks[build->ntalks++] = *talk;
	b->open = false;
	b->scope = 0;
}

static void
begin_track(struct builder *b, uint32_t i)
{
	struct build *build = b->build;

	build->tracks = mem_grow(build->tracks, &build->tracks_cap,
	    build->ntracks + 1, sizeof(*build->tracks));
	build->tracks[build->ntracks] = (struct track){
	    .name = node_at(b, i)->text.text,
	    .source = b->source,
	    .line = node_at(b, i)->row,
	};
	b->track = (uint32_t)build->ntracks++;
}

/* A table row as a talk: one cell is its line, the others are its bullets. */
static void
begin_row(struct builder *b, uint32_t row)
{
	uint32_t speakers, line = shape_row_line(b->md, row, &speakers);
	const struct md_node *node = node_at(b, line);

	begin_talk(b, row, node_at(b, row)->end, &node->text, node->row);
	if (speakers && node_at(b, speakers)->text.len > 0) {
		size_t n;

		/* The table says who speaks: a dash in the title is its own. */
		b->talk.title = node->text.text;
		b->talk.speakers = byline_list(
		    b->build->arena, node_at(b, speakers)->text.text, &n);
		b->talk.nspeakers = (uint32_t)n;
	}
	for (uint32_t cell = row + 1; cell < node_at(b, row)->end; cell++) {
		const struct md_node *other = node_at(b, cell);

		/* Speakers are shown with the title; their links are not. */
		if (cell == speakers && other->text.nspans == 0)
			continue;
		if (cell != line && other->text.len > 0)
			add_draft(b, BLOCK_BULLET, &other->text, other->row)
			    ->url = only_url(&other->text);
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
take_talk(struct builder *b, uint32_t i)
{
	const struct md_node *node = node_at(b, i), *line = node;
	uint32_t end = (uint32_t)b->md->n;

	end_talk(b);
	if (node->kind == MD_ROW) {
		begin_row(b, i);
		return node->end;
	}
	if (node->kind == MD_ITEM) {
		line = node_at(b, i + 1);
		end = node->end;
	}
	if (node->kind == MD_ITEM || ends_in_link(&line->text)) {
		struct line title = richtext_cut(
		    b->build->arena, &line->text, 0, line->text.first);

		begin_talk(b, i, end, &title, node->row);
		add_rest(b, &line->text, line->row);
		if (node->kind != MD_ITEM)
			b->scope = 0;
		return line->end;
	}
	begin_talk(b, i, end, &line->text, node->row);
	b->scope = 0;
	if (count_characters(line->text.text) == CUT_CHARACTERS)
		build_warn(b->build, b->source, node->row,
		    "heading cut at 100 characters");
	return node->end;
}

static void
walk(struct builder *b)
{
	for (uint32_t i = 1, told = 0; i < b->md->n;) {
		/* The second half of the work. */
		if (i - told >= TELL) {
			told = i;
			if (!progress_tell(
				b->build->progress, b->md->n + i, 2 * b->md->n))
				break;
		}
		if (b->open && i >= b->end)
			end_talk(b);
		switch (b->shape->role[i]) {
		case ROLE_NAME:
			note_links(b, &node_at(b, i)->text);
			i++;
			break;
		case ROLE_TRACK:
			end_talk(b);
			begin_track(b, i++);
			break;
		case ROLE_TALK:
			i = take_talk(b, i);
			break;
		case ROLE_SKIP:
			i = node_at(b, i)->end;
			break;
		default:
			i = add_body(b, i);
			break;
		}
	}
	end_talk(b);
}

/*
 * Gives the text outside talks to its tracks.  What stands before the first of
 * them is said of the whole; its place is with the first.
 */
static void
keep_beside(struct builder *b, struct built *built)
{
	struct build *build = b->build;
	const struct drafts *all = &b->beside;
	size_t from = 0, to = 0;

	if (build->ntracks == b->first_track) {
		built->blocks = keep_blocks(
		    build->arena, all->draft, all->n, NULL, &built->nblocks);
		return;
	}
	while (to < all->n && all->draft[to].owner == BUILD_NO_TRACK)
		to++;
	for (uint32_t t = b->first_track; t < build->ntracks; t++) {
		while (to < all->n && all->draft[to].owner == t)
			to++;
		if (to > from)
			build->tracks[t].blocks = keep_blocks(build->arena,
			    &all->draft[from], to - from, NULL,
			    &build->tracks[t].nblocks);
		from = to;
	}
}

/* The name of the document, where it has one before its only talk begins. */
static const char *
find_name(const struct builder *b)
{
	for (uint32_t i = 1; i < b->md->n; i++) {
		if (b->shape->role[i] == ROLE_NAME)
			return node_at(b, i)->text.text;
	}
	return NULL;
}

struct built
build_add(struct build *build, const struct markdown *md,
    const struct shape *shape, uint32_t source, const char *name)
{
	struct builder b = {
	    .build = build,
	    .md = md,
	    .shape = shape,
	    .source = source,
	    .track = BUILD_NO_TRACK,
	    .first_track = (uint32_t)build->ntracks,
	};
	struct built built = {.name = find_name(&b)};

	if (shape->kind == SHAPE_ONE) {
		struct line line = {.text = built.name ? built.name : name};

		begin_talk(&b, 0, (uint32_t)md->n, &line, 1);
	}
	walk(&b);
	keep_beside(&b, &built);
	free(b.body.draft);
	free(b.beside.draft);
	free(b.links);
	return built;
}

const struct block *
build_blocks(struct arena *arena, const struct markdown *md, uint32_t *count)
{
	struct build build = {.arena = arena};
	struct builder b = {.build = &build, .md = md, .open = true};
	const struct block *blocks;

	for (uint32_t i = 1; i < md->n;)
		i = add_body(&b, i);
	blocks = keep_blocks(arena, b.body.draft, b.body.n, NULL, count);
	free(b.body.draft);
	free(b.links);
	return blocks;
}

void
build_free(struct build *build)
{
	free(build->talks);
	free(build->tracks);
	free(build->warnings);
	memset(build, 0, sizeof(*build));
}
