/*
 * How the elements of the screen look: the 16 colours of a terminal on its own
 * background, and attributes.  Colour is never the only sign of anything.
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

/* The looks of all elements; without `color`, attributes alone are used. */
struct theme {
	struct look look[COLOR_COUNT];
	bool color;
};

/* An element, as lines of the configuration call it. */
struct theme_element {
	enum color color;
	const char *name;
	const char *what; /* it is: "found text" */
};

/* The elements and their number. */
const struct theme_element *theme_elements(size_t *n);

/*
 * Fills `theme` as the config (may be NULL) says, for a light background where
 * that matters; without colour it is that of the name "mono".
 */
void theme_make(
    struct theme *theme, const struct config *config, bool light, bool color);

/*
 * How cells of a style look, as STYLE_DIM and STYLE_REVERSE are elements, too;
 * `*color` is the one whose colours they have.
 */
struct look
theme_look(const struct theme *theme, unsigned style, enum color *color);

/* Whether a background is light that $COLORFGBG tells, "15;0"; NULL: no. */
bool theme_is_light(const char *colorfgbg);

/* Whether a terminal of this type (TERM) takes such a question for what it is. */
bool theme_may_ask(const char *type);

/*
 * Whether a terminal's answer to a question for its background, "11;rgb:
 * ffff/ffff/ffff", tells of a light one; false, too, where it is no such answer.
 */
bool theme_answers_light(const char *answer);

/*
 * Checks the `color` lines of the config; false with `err` at the first that
 * has a word which is none, as command_check() does.
 */
bool
theme_check(const struct config *config, const char *path, struct err *err);

#endif
