/*
 * Chooses which of a talk's links is its own: a video, a link called recording
 * or slides, or the link of the title.  Never links to people, encyclopedias
 * and badges; links in the midst of notes are about other things.
 */
#ifndef LECTERN_OWN_LINK_H
#define LECTERN_OWN_LINK_H

#include <stdbool.h>
#include <stdint.h>

#include "source/corrections.h"
#include "source/markdown/richtext.h"
#include "source/markdown/see_also.h"

struct talk;

/* Where the line with a link stands. */
enum own_spot {
	OWN_TITLE,  /* the talk's own line */
	OWN_VIDEO,  /* a column for videos */
	OWN_SLIDES, /* a column for slides */
	OWN_BELOW,  /* just below the talk's own line */
	OWN_NOTES,  /* the notes */
};

/* The best link so far; zeroed to begin with, but for what is wanted. */
struct own_link {
	const char *url;
	int worth;
	enum corrections_link want; /* such a link is better than all others */
	const char *title;          /* what the talk is called, or NULL */
	size_t title_len;           /* bytes of it */
	enum see_also also;         /* what the line looked at is below */
	const struct talk *talk;    /* whose it is, or NULL */
};

/* Where links stand below or beside what is called so: "Recording". */
enum own_spot own_link_spot(const struct line *name);

/*
 * Looks at the links of a line; for OWN_TITLE [title, title_end) are the bytes
 * of the title.
 */
void own_link_look(struct own_link *own, const struct line *line,
    enum own_spot spot, uint32_t title, uint32_t title_end);

/* Looks at the link to a video that front matter gives. */
void own_link_given(struct own_link *own, const char *url);

/*
 * The same of the link to its slides, or NULL, which counts where there is no
 * video; a file beside the document does not.
 */
void own_link_slides(struct own_link *own, const char *url);

#endif
