/*
 * How strongly a line of a list, or a paragraph, speaks for being a talk's.
 */
#ifndef LECTERN_WEIGH_H
#define LECTERN_WEIGH_H

#include <stdbool.h>
#include <stdint.h>

#include "source/markdown/finder.h"

enum weight {
	WEIGHS_LABEL, /* it only says what follows, or a fact: "Date: ..." */
	WEIGHS_NOTHING,
	WEIGHS_LITTLE, /* if it names somebody; else nothing */
	WEIGHS_MUCH,   /* it begins with a link or a time, or has a video */
};

/* Does not look for names: see weigh_names_somebody(). */
enum weight weigh_item(struct finder *f, uint32_t item);

/*
 * Weighs the items of a large document that may be talks, in parallel, before
 * anybody asks.
 */
void weigh_ahead(struct finder *f);

/*
 * Whether the line of an item may weigh much; quick, as most lines of notes do
 * not.
 */
bool weigh_may_be_much(const struct line *line);

/* The line of an item: its first paragraph, if it begins with one. */
const struct line *weigh_item_line(const struct finder *f, uint32_t item);

/* The item of the same list before this one, or 0. */
uint32_t weigh_item_before(const struct finder *f, uint32_t item);

/*
 * Whether an item begins with a quotation, at byte `at` or behind what kind it is
 * of, after which comes a link, an event with its year, or a list below the item:
 * words that somebody said rarely have any.  Or whether somebody's name and a colon
 * stand before a quotation that a link fills.
 */
bool weigh_quotes_title(const struct finder *f, uint32_t item, uint32_t at);

/* Whether a line has a link to a video, or one that is called video or slides. */
bool weigh_has_recording(const struct line *line);

/* The same of a line of any length. */
bool weigh_has_link_to_recording(const struct line *line);

/* Whether a line ends in an address that a sign parts from a title at byte `at`. */
bool weigh_ends_in_address(const struct line *line, uint32_t at);

/* Where the title of a line begins, and what is before it: see lead.h. */
uint32_t weigh_title_start(const struct line *line, unsigned *kinds);

/* Whether a link's text is its own address or a file's name. */
bool weigh_shows_file(const struct line *line, const struct span *link);

/* Whether a line reads as if somebody were named on it. */
bool weigh_names_somebody(const struct line *line);

/* Whether a label on a line says who speaks: "Speaker: Ann Lee". */
bool weigh_says_speaker(const struct line *line);

/* Whether a line begins with a date. */
bool weigh_is_dated(const struct line *line);

/*
 * Whether an item is a talk with the places below where it was told: it begins
 * with a link, and these with their dates.
 */
bool weigh_tells_places(const struct finder *f, uint32_t item);

/* Whether all that a line says is what kind of thing follows. */
bool weigh_is_label(const struct line *line);

/* Whether an item names a site, "GitHub", among other links: weigh_sites.c. */
bool weigh_is_site(const struct finder *f, uint32_t item);

#endif
