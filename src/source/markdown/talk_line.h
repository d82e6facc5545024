/*
 * What is looked at of a talk: its line, and what stands below it.
 */
#ifndef LECTERN_TALK_LINE_H
#define LECTERN_TALK_LINE_H

#include <stdbool.h>

#include "source/markdown/labelled.h"
#include "source/markdown/richtext.h"

#define TALK_BELOW 5 /* lines below a talk's own that are looked at */

/* What is looked at of a talk. */
struct talk_text {
	struct line line;
	struct line below[TALK_BELOW]; /* short lines, of no length: none */
	struct line speakers; /* what a line says after "Speaker:", or empty */
	struct line title;    /* and after "Title:" */
	struct line quote;    /* all that is quoted right below, or empty */
	struct line when;     /* of what is stacked, the line above, or empty */
	struct labelled labelled; /* what lines below tell by their labels */
	unsigned more; /* lines below that are of the paragraph before them */
	bool stacked;  /* the line and the one below are title and speakers, or
	                 the other way round */
	bool half;  /* the first line below reads like a title, or a name over
	                 notes: a heading, all bold or a link, or alone in its
	                 list */
	bool event; /* its line names an event, which is a track */
	bool bio;   /* a heading below is "Bio": the line is who speaks */
	bool stays; /* title and names may stay on the line, and are ended there
	                 once all of it was read */
	bool people; /* whose header says so: any word may be a name */
	bool column; /* `speakers` is a table's column: the line names nobody */
};

#endif
