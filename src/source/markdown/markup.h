/*
 * The markup around the words of a line while these are read, from Markdown and
 * from HTML.
 */
#ifndef LECTERN_MARKUP_H
#define LECTERN_MARKUP_H

#include <stdbool.h>
#include <stddef.h>

#include "source/markdown/html.h"
#include "source/markdown/richtext.h"

struct markup {
	struct richtext richtext;
	int strong, emphasis;
	const char *link;  /* in Markdown */
	const void *badge; /* that is left out, or NULL */
	bool badges;       /* some were, in a heading */
	const void *image; /* that the link is, or NULL */
	const char *href;  /* in HTML */
	const char *alt;   /* what the last icon says, or NULL */
	const char *abbr;  /* what an open abbreviation stands for, or NULL */
	size_t pictures;   /* where words of images end, with none beside */
	size_t linked;     /* where the link begins in the text */
	bool title;        /* of a heading: what is read says all */
};

/* Adds words, with the style and link that are open. */
void markup_add(struct markup *m, const char *s, size_t len, unsigned style);

/*
 * Adds the words of an image that is open, unless it stands beside other words,
 * as an icon does; a link has its own.
 */
void markup_end_alt(struct markup *m);

/* Takes the words of an image; see markup_end_alt(). */
void markup_alt(struct arena *arena, struct markup *m, const char *alt);

/*
 * Returns a link's destination, owned by the arena; NULL where it has none.
 * Tabs and line feeds are no part of it, as for browsers (URL Standard, 4.4).
 */
const char *markup_destination(struct arena *arena, const char *url);

/*
 * Ends the link that began at `linked`.  One that holds no words, but an image,
 * has its address for them.
 */
void markup_end_link(struct markup *m, const char *url);

/* Takes a tag of HTML within the words. */
void
markup_tag(struct arena *arena, struct markup *m, const struct html_tag *tag);

#endif
