/*
 * The walk over the nodes of a document that builds its talks; here what it
 * makes of nodes that are text.
 */
#ifndef LECTERN_WALK_H
#define LECTERN_WALK_H

#include <stdbool.h>
#include <stdint.h>

#include "lectern/base/strmap.h"
#include "source/builder.h"
#include "source/markdown/columns.h"
#include "source/markdown/manner.h"
#include "source/markdown/md.h"
#include "source/markdown/own_link.h"
#include "source/markdown/people.h"
#include "source/markdown/roles.h"
#include "source/markdown/see_also.h"

/* An item that is a track, and the track that stands around it. */
struct outer {
	struct outer *outer;  /* of the item around it, or NULL */
	uint32_t end, parent; /* of the item's node */
	uint32_t track;
	struct people hosts;
};

/* A heading that is a track. */
struct head_track {
	bool open; /* the walk stands below it */
	bool deep; /* it has talks below deeper headings */
	bool day;
	uint32_t track;
	struct people hosts;
};

/* What the walk over a document works on. */
struct walk {
	struct build *build;
	struct arena *arena;
	const struct markdown *md;
	const struct shape *shape;
	uint32_t scope; /* node of the open talk; 0: it holds no others */
	uint32_t end;   /* where the open talk ends at the latest; 0: none is */
	const struct manner *manner; /* NULL: only blocks are wanted */
	const struct manner *heads;  /* of headings, where lists or tracks have
	                                others;
	                                or NULL */
	const struct talk *known;    /* of which only the notes are wanted */
	struct own_link own;         /* of the open talk */
	struct see_also_place also;  /* where its notes tell of others */
	unsigned blocks;             /* of it, so far, */
	const struct line *later;    /* and those of this stretch, or NULL */
	const char *one;       /* name of the talk that all of it is, or of the
	                    document by its front matter, or NULL */
	struct people hosts;   /* who speaks in the track, by its name */
	struct day_above *day; /* see day_above.h; or NULL */
	uint32_t slot;         /* the heading that tells when, or 0 */
	struct outer *outer;   /* of the open track, or NULL */
	uint32_t track;        /* that is open, or BUILT_NO_TRACK */
	struct head_track head[7]; /* by level */
	uint32_t list; /* or table of the last talk; 0: it is in none */
	bool named;    /* it has all speakers that its row names */
	struct columns columns; /* of table `table` */
	uint32_t table;
	const char *start; /* of the last talk of it that has one, or NULL, */
	uint32_t minutes;  /* and its length */
	struct strmap tracks; /* that rows or labels tell, and their numbers */
};

static inline const struct md_node *
walk_node(const struct walk *w, uint32_t i)
{
	return &w->md->node[i];
}

/* Makes room for all talks at once. */
void walk_make_room(const struct walk *w);

/* Adds the links of a line to the open talk. */
void walk_note_links(struct walk *w, const struct line *line);

/* Goes on in the track of that name, which row `row` tells; no talk is open. */
void walk_go_to_track(struct walk *w, const char *name, uint32_t row);

/* The URL that is all that a line says, but for "URL:" before it, or NULL. */
const char *walk_only_url(const struct line *line);

/* A line as a block, at the place of no node yet. */
struct block walk_block_of(struct walk *w, enum block_kind kind,
    const struct line *line, uint32_t row);

/* Adds a line that node `i` has as a block. */
void walk_add_block(
    struct walk *w, uint32_t i, enum block_kind kind, const struct line *line);

/* Adds what follows the talk's own line in its paragraph, from byte `from` on. */
void walk_add_rest(
    struct walk *w, const struct line *line, uint32_t from, uint32_t row);

/*
 * Adds what the first `len` bytes of a line lead to, where the line itself is no
 * block: it names a track, the document or the open talk.
 */
void walk_add_links(
    struct walk *w, const struct line *line, uint32_t len, uint32_t row);

/* Adds a table's row as one bullet. */
void walk_add_row(struct walk *w, uint32_t i);

/* Adds what the node is to the body; returns the next node. */
uint32_t walk_add_body(struct walk *w, uint32_t i);

/*
 * Gives back the memory of nodes before node `i`, where these are not needed
 * again: all but those that it stands in.
 */
void walk_forget(const struct walk *w, uint32_t i);

/* Whether a text is one in which titles may stay: see md.h. */
bool walk_may_stay(const struct walk *w, const char *text);

/* Ends the title and the speakers of the open talk where these stay. */
void walk_end_texts(const struct walk *w, const struct talk *talk);

/* Tells what is left aside: node `i` with all below it. */
void walk_leave_aside(struct walk *w, uint32_t i);

/* Tells of a section like "Licence", in which no talks are looked for. */
void walk_tell_aside(struct walk *w, uint32_t i);

#endif
