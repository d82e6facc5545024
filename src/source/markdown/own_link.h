/*
 * Which of a talk's links is its own: a video; what is called a recording or
 * slides; what the title leads to.  Links to people, encyclopedias and badges
 * never are, and what is linked in the midst of notes is what they speak of.
 */
#ifndef LECTERN_OWN_LINK_H
#define LECTERN_OWN_LINK_H

#include <stdbool.h>
#include <stdint.h>

#include "source/markdown/richtext.h"

/* Where a line with links stands. */
enum own_spot {
	OWN_TITLE,  /* it is the talk's own */
	OWN_VIDEO,  /* in a column for videos */
	OWN_SLIDES, /* in one for slides */
	OWN_BELOW,  /* close below the talk's own line */
	OWN_NOTES,  /* in its notes */
};

/* The best link so far; zeroed to begin with. */
struct own_link {
	const char *url;
	int worth;
};

/*
 * Looks at the links of a line; [title, title_end) of a line of OWN_TITLE are
 * the bytes of the title.
 */
void own_link_look(struct own_link *own, const struct line *line,
    enum own_spot spot, uint32_t title, uint32_t title_end);

/* A link that the document's front matter gives for its video. */
void own_link_given(struct own_link *own, const char *url);

#endif
