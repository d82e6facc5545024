/*
 * The sections of a scan as nodes: side by side, piece by piece, so that little
 * of what libcmark makes of them is held at a time.
 */
#ifndef LECTERN_SECTIONS_H
#define LECTERN_SECTIONS_H

#include <stdbool.h>
#include <stddef.h>

#include "source/markdown/md.h"
#include "source/markdown/outline.h"

struct arena;
struct progress;

/* What is to be read, and how. */
struct sections {
	const struct outline *outline; /* which is sure */
	const char *text;              /* clean */
	bool whole;                /* parse what is plain, too: nothing waits */
	size_t parts;              /* pieces, about; 0: as many as are best */
	struct progress *progress; /* may be NULL */
};

/*
 * Makes the nodes of a document, as markdown_parse() does, but for MD_LATER in
 * place of what is plain.  Texts are owned by the arena.  False, with no nodes:
 * there are other headings than the scan found, which matters where something
 * waits.
 */
bool sections_read(
    struct markdown *md, struct arena *arena, const struct sections *sections);

/* Parses what stands below the heading of a section, and adds its nodes. */
void sections_parse(struct markdown *md, struct arena *arena, const char *text,
    const struct section *section);

/* Adds a copy of a node; valid until the next one. */
struct md_node *sections_add(struct markdown *md, const struct md_node *node);

#endif
