/*
 * Turns the sections of an outline into nodes, in parallel and piece by piece,
 * so that only little of libcmark's trees is in memory at a time.
 */
#ifndef LECTERN_SECTIONS_H
#define LECTERN_SECTIONS_H

#include <stdbool.h>
#include <stddef.h>

#include "source/markdown/md.h"
#include "source/markdown/outline.h"

struct arena;
struct progress;

/* What to read, and how. */
struct sections {
	const struct outline *outline; /* which is sure */
	const char *text;              /* clean */
	bool whole;                    /* parse plain stretches, too: nothing
	                              waits */
	char *own;    /* the same text, which lives as long as the arena, where
	                 lines may stay: see simple.h; or NULL */
	size_t parts; /* about how many pieces; 0: as many as are
	                              best */
	struct progress *progress; /* may be NULL */
};

/*
 * Makes the nodes of a document as markdown_parse() does, with MD_LATER in
 * place of plain stretches.  The arena owns texts.  Returns false, with no
 * nodes, if something waits and there are other headings than the outline has.
 */
bool sections_read(
    struct markdown *md, struct arena *arena, const struct sections *sections);

/*
 * Parses what stands below the heading of a section of the outline, and adds
 * its nodes.
 */
void sections_parse(struct markdown *md, struct arena *arena,
    const struct outline *outline, const char *text,
    const struct section *section);

/*
 * Reads the words of a section's heading, and what is shown with them, into the
 * node.  Returns false, with the node as it was, if it is no such heading.
 */
bool sections_heading(struct md_node *node, struct arena *arena,
    const struct outline *outline, const char *text,
    const struct section *section);

/* Adds a copy of a node; valid until the next one. */
struct md_node *sections_add(struct markdown *md, const struct md_node *node);

#endif
