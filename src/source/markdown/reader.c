#include "source/markdown/reader.h"

#include <stdlib.h>
#include <string.h>

#include "lectern/base/mem.h"
#include "source/markdown/columns.h"

static void
add_line(struct reader *r, size_t start)
{
	r->lines = mem_grow(
	    r->lines, &r->lines_cap, r->nlines + 1, sizeof(*r->lines));
	r->lines[r->nlines++] = start;
}

void
reader_begin(struct reader *r, struct markdown *md, struct arena *arena,
    const char *s, size_t len)
{
	*r = (struct reader){
	    .md = md, .first = md->n, .arena = arena, .s = s, .len = len};
	add_line(r, 0);
	for (const char *nl = s;
	     (nl = memchr(nl, '\n', (size_t)(s + len - nl)));)
		add_line(r, (size_t)(++nl - s));
	add_line(r, r->len);
}

void
reader_end(struct reader *r)
{
	free(r->lines);
	free(r->cells);
}

struct md_node *
reader_add(struct reader *r, enum md_kind kind, uint32_t row)
{
	struct markdown *md = r->md;

	md->node = mem_grow(md->node, &md->cap, md->n + 1, sizeof(*md->node));
	md->node[md->n] = (struct md_node){
	    .text.text = "",
	    .end = (uint32_t)md->n + 1,
	    .parent = r->parent,
	    .row = row,
	    .kind = (uint8_t)kind,
	};
	return &md->node[md->n++];
}

struct md_node *
reader_open(struct reader *r, enum md_kind kind, uint32_t row)
{
	struct md_node *node = reader_add(r, kind, row);

	r->parent = (uint32_t)(node - r->md->node);
	return node;
}

void
reader_close(struct reader *r)
{
	struct md_node *node = &r->md->node[r->parent];

	node->end = (uint32_t)r->md->n;
	r->parent = node->parent;
}

struct arena *
reader_spans(const struct reader *r)
{
	return r->md->spans ? r->md->spans : r->arena;
}

struct extent
reader_line(const struct reader *r, int row, int column)
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

void
reader_settle(struct markdown *md)
{
	uint8_t level = 0;

	/* Headings stand in nothing else. */
	for (size_t i = 1; i < md->n; i = md->node[i].end) {
		struct md_node *node = &md->node[i];

		if (node->kind != MD_HEADING)
			continue;
		if (node->level == READER_BELOW)
			node->level = level < 6 ? (uint8_t)(level + 1) : 6;
		else
			level = node->level;
	}
	columns_keep(md);
}
