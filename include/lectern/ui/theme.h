/*
 * Themes: how the elements of the screen look, by attributes and the terminal's
 * 16 colours on its own background.  Colour is never the only sign of anything.
 */
#ifndef LECTERN_THEME_H
#define LECTERN_THEME_H

#include <stdbool.h>
#include <stddef.h>

#include "lectern/base/err.h"
#include "lectern/system/config.h"
#include "lectern/ui/grid.h"

#define THEME_OWN (-1) /* the terminal's own colour */

/* How an element looks; colours are 0 to 255, or THEME_OWN. */
struct look {
	short front, back;
	unsigned style; /* STYLE_BOLD and its like */
};

/* The looks of all elements; without `color` only attributes are used. */
struct theme {
	struct look look[COLOR_COUNT];
	bool color;
	unsigned quiet; /* style of what is quiet if the terminal lacks greys */
};

/* An element that `color` lines of the config can name. */
struct theme_element {
	enum color color;
	const char *name;
	const char *what; /* in words: "found text" */
};

/* Returns the elements and their number. */
const struct theme_element *theme_elements(size_t *n);

/* What is known of the terminal's background. */
enum theme_ground { THEME_UNKNOWN, THEME_DARK, THEME_LIGHT, THEME_GROUNDS };

/*
 * Fills `theme` as the config (may be NULL) says.  On an unknown background
 * "auto" has what can be read on white and on black.  Without `color` it is
 * "mono".
 */
void theme_make(struct theme *theme, const struct config *config,
    enum theme_ground ground, bool color);

/*
 * Makes a theme do with so many colours as a terminal has: a front that it lacks
 * is its own colour in bold.  Names are not bold, nor is what is quiet, which is
 * dim where the ground is not known.
 */
void theme_fit(struct theme *theme, int colors);

/*
 * Returns how cells of a style look; STYLE_DIM and STYLE_REVERSE are elements,
 * too.  `*color` becomes the element whose colours the cells have.
 */
struct look
theme_look(const struct theme *theme, unsigned style, enum color *color);

/*
 * Returns what $COLORFGBG ("15;0", or NULL) tells of the background, else $TERM
 * (may be NULL): the Linux console is black.
 */
enum theme_ground theme_told(const char *colorfgbg, const char *type);

/*
 * Whether a terminal of this type (TERM) understands the question for its
 * background.
 */
bool theme_may_ask(const char *type);

/*
 * Returns what a terminal's answer, like "11;rgb:ffff/ffff/ffff", tells of the
 * background.
 */
enum theme_ground theme_answered(const char *answer);

/*
 * Checks the `color` lines of the config, which was read from `path`.  Returns
 * false with `err`, the first line of the file that is wrong, if one has an
 * unknown word; config->faults gets all.
 */
bool theme_check(struct config *config, const char *path, struct err *err);

#endif
