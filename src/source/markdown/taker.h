/*
 * Takes what stands below a talk's own line: who speaks, the title, facts.
 */
#ifndef LECTERN_TAKER_H
#define LECTERN_TAKER_H

#include <stdbool.h>
#include <stddef.h>

#include "source/markdown/manner.h"
#include "source/markdown/md.h"

#define TAKER_MOST 8 /* lines below in which "Speaker:" is looked for */

struct arena;

/* Takes lines below a talk's own. */
struct taker {
	struct arena *arena;
	struct talk_text *text;
	unsigned lines;     /* that were looked at */
	unsigned below;     /* that were taken */
	bool wants_names;   /* the line before said "Speakers:" and no more */
	bool ended;         /* there was code, or a table */
	bool event;         /* "Event:" says what the talk's own line does */
	struct line slides; /* what a line says after "Slides:" */
};

/* Takes one line, which lives as long as the arena. */
void taker_line(struct taker *t, const struct line *line);

/* Takes what a node says for itself, be it text that is to be parsed. */
void taker_node(struct taker *t, const struct md_node *node);

/* Takes the rows of a table, node number `table`, of labels and values. */
void taker_table(struct taker *t, const struct md_node *node, size_t table);

#endif
