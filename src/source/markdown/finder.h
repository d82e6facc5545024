/*
 * What the search for the shape of a document works on: shared by shape.c and
 * the files that it is made of, which each look for one kind of carriers.
 */
#ifndef LECTERN_FINDER_H
#define LECTERN_FINDER_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "lectern/base/arena.h"
#include "lectern/base/strmap.h"
#include "source/day_heading.h"
#include "source/markdown/columns.h"
#include "source/markdown/md.h"
#include "source/markdown/roles.h"

#define LABEL_TIMES 3 /* a text that stands so often is no title */

/* A heading and what is asked about it. */
struct head {
	uint32_t node;
	uint8_t level;
	bool day;   /* only a day, date or year */
	bool own;   /* has text before the next heading */
	bool items; /* there are list items in that */
	bool video; /* there is a link to a video in it */
	bool table; /* that is a table */
	bool skip;  /* has a table of contents and nothing else */
	bool pause; /* says that nothing is on: "Lunch" */
	bool part;  /* says what a part of notes is: "Takeaways" */
	bool aside; /* says that below are no talks: "Licence" */
};

/* Lists, tables and paragraphs as carriers of talks, as found. */
struct group {
	uint32_t node;          /* the list or table; a paragraph */
	uint32_t units;         /* talks that it would have */
	bool below;             /* they are one list below its items */
	struct columns columns; /* of a table */
};

struct finder {
	const struct markdown *md;
	struct arena *arena; /* for folded texts */
	struct strmap texts; /* of headings and items that have a link: how
	                        often each stands */
	struct strmap heads; /* texts of headings, folded */
	struct day_heading_starts starts;
	bool counted, headed; /* they are filled, which few documents need */
	struct head *head;
	size_t nheads, cap;
	struct group *group;
	size_t ngroups, groups_cap;
	size_t units; /* of all groups */
	int level;    /* of the talks, in a heading document */
	uint8_t *role;
};

/* Nodes and lines. */

const struct md_node *finder_node(const struct finder *f, uint32_t i);
bool finder_is(const struct finder *f, uint32_t i, enum md_kind kind);
bool finder_has_words(const char *text, size_t start, size_t end);
bool finder_is_day(struct finder *f, const struct line *line);

/* How often the text stands in headings and items with links. */
uint32_t finder_times(struct finder *f, const struct line *line);

/* Whether a line leads to a heading: by its place or by its words. */
bool finder_repeats_heading(struct finder *f, const struct line *line);

/* Whether all of a line leads to a place in the document. */
bool finder_leads_inside(const struct line *line);

bool finder_has_video(const struct line *line);

/* Groups: see groups.c. */

/* Finds the lists, tables and paragraphs that may carry talks. */
void groups_find(struct finder *f);

/* Gives their talks and tracks their roles. */
void groups_take(struct finder *f);

/* Headings: see heads.c. */

/* Notes what headings there are, and what stands below each. */
void heads_find(struct finder *f);

/* The first heading that may be a talk's: the name of a document may not. */
size_t heads_after_name(const struct finder *f);

/* The level of the talks among the headings from `from` on; 0: none. */
int heads_level(struct finder *f, size_t from);

/* Gives headings their roles. */
void heads_take(struct finder *f, size_t from, int level);

/* Whether the document as a whole is notes of one talk. */
bool heads_are_parts(struct finder *f, size_t from, int level);

#endif
