/*
 * A Markdown document as a flat list of nodes.  Links in its texts may lead to
 * `#anchors` and relative paths, too.
 */
#ifndef LECTERN_MD_H
#define LECTERN_MD_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "source/markdown/richtext.h"

enum md_kind {
	MD_DOCUMENT,
	MD_HEADING,    /* `level` 1 to 6 */
	MD_SUBHEADING, /* a heading within a list item or quotation */
	MD_PARAGRAPH,
	MD_LIST,
	MD_ITEM, /* md_number(), 0 in a bullet list */
	MD_QUOTE,
	MD_CODE, /* text with line feeds, tabs expanded, no spans */
	MD_TABLE,
	MD_ROW, /* the first is the header */
	MD_CELL,
	MD_LATER, /* nodes not parsed yet; its text is what is written, with the
	             span of the URL that is a line of it */
};

/* A node.  Kinds that hold other nodes have no text. */
struct md_node {
	struct line text;
	uint32_t end;    /* index one past the node's last descendant */
	uint32_t parent; /* index; the document's is its own */
	uint32_t row;    /* line in the source, from 1 */
	uint8_t kind;    /* enum md_kind */
	uint8_t level;   /* of a heading */
	bool badges;     /* MD_HEADING: it has some, without their words */
	bool mixed;      /* MD_LATER: of OUTLINE_MIXED, with items for sure */
};

struct corrections;
struct footnotes;

/* The number of an ordered item, whose node has no text. */
static inline uint32_t *
md_number(struct md_node *node)
{
	return &node->text.breaks[1];
}

/* The nodes in document order; node 0 is the document. */
struct markdown {
	struct md_node *node;
	size_t n, cap;
	struct columns_known *known;    /* columns of its tables, once it is
	                                complete; or NULL */
	const struct corrections *said; /* of its columns, or NULL */
	struct footnotes *footnotes;    /* or NULL: there are none */
	bool passing;   /* talks_build() may lose the nodes that it is past */
	char *own;      /* text in which titles may stay on lines that
	                 talks_build() is past, or NULL, */
	size_t own_len; /* and its bytes */
	struct arena *spans; /* owns spans of lines that stay there while it is
	                        read; NULL: what owns texts does */
	struct md_spans *past;  /* then, what owns those of how many nodes, */
	size_t npast, past_cap; /* in order */
};

/* What owns the spans of nodes before one. */
struct md_spans {
	struct arena *arena; /* NULL: they are dropped */
	size_t end;
};

#endif
