/*
 * The elements of the screen that have a colour: a row each.  The enum of
 * grid.h, `color` lines, the manual and the themes are made of this table.
 */
#ifndef LECTERN_COLOR_H
#define LECTERN_COLOR_H

#include "lectern/base/translate.h"

/*
 * ROW(NAME, "name", N_("what"), dark, light, mono, contrast) of each element: the
 * name and words for `color` lines, then how it looks in each theme, as
 * LOOK(front, back, style).  Dim text is hard to read on white, as are green,
 * cyan and yellow: `light` uses none of them for text.  Dim text is too faint on
 * backgrounds like Solarized's, too: `dark` has a grey for it, and where the
 * terminal has no grey, its own colour.
 */
/* clang-format off */
#define COLORS(ROW) \
ROW(MATCH, "match", N_("what the filter found"), \
	LOOK(BLACK, YELLOW, 0), LOOK(BLACK, YELLOW, 0), \
	LOOK(OWN, OWN, STYLE_REVERSE), LOOK(BLACK, BRIGHT + YELLOW, 0)) \
ROW(LINK, "link", N_("a link"), \
	LOOK(CYAN, OWN, 0), LOOK(BLUE, OWN, 0), \
	LOOK(OWN, OWN, 0), LOOK(OWN, OWN, STYLE_BOLD)) \
ROW(CODE, "code", N_("code in notes"), \
	LOOK(BRIGHT + MAGENTA, OWN, 0), LOOK(MAGENTA, OWN, 0), \
	LOOK(OWN, OWN, 0), LOOK(OWN, OWN, STYLE_BOLD)) \
ROW(MARK, "mark", N_("signs of marks, tags, your own notes"), \
	LOOK(BRIGHT + MAGENTA, OWN, 0), LOOK(RED, OWN, 0), \
	LOOK(OWN, OWN, 0), LOOK(OWN, OWN, STYLE_BOLD)) \
ROW(SPOKEN, "spoken", N_("transcripts, and what is found in them"), \
	LOOK(YELLOW, OWN, 0), LOOK(MAGENTA, OWN, 0), \
	LOOK(OWN, OWN, 0), LOOK(CYAN, OWN, STYLE_BOLD)) \
ROW(BORDER, "border", N_("borders of panes"), \
	LOOK(OWN, OWN, STYLE_DIM), LOOK(OWN, OWN, 0), \
	LOOK(OWN, OWN, STYLE_DIM), LOOK(OWN, OWN, 0)) \
ROW(FOCUS, "focus", N_("the border of the pane that has the focus"), \
	LOOK(CYAN, OWN, 0), LOOK(BLUE, OWN, 0), \
	LOOK(OWN, OWN, STYLE_BOLD), LOOK(OWN, OWN, STYLE_BOLD)) \
ROW(ERROR, "error", N_("a message of what went wrong"), \
	LOOK(BRIGHT + RED, OWN, STYLE_BOLD), LOOK(RED, OWN, STYLE_BOLD), \
	LOOK(OWN, OWN, STYLE_BOLD), LOOK(BRIGHT + WHITE, RED, STYLE_BOLD)) \
ROW(NAMES, "names", N_("speakers, and headings of the help"), \
	LOOK(GREEN, OWN, 0), LOOK(BLUE, OWN, 0), \
	LOOK(OWN, OWN, 0), LOOK(OWN, OWN, STYLE_BOLD)) \
ROW(QUIET, "quiet", N_("what matters less, and talks that are seen"), \
	LOOK(GREY, OWN, 0), LOOK(OWN, OWN, 0), \
	LOOK(OWN, OWN, STYLE_DIM), LOOK(OWN, OWN, 0)) \
ROW(SELECTED, "selected", N_("the selected row of the pane with the focus"), \
	LOOK(OWN, OWN, STYLE_REVERSE), LOOK(OWN, OWN, STYLE_REVERSE), \
	LOOK(OWN, OWN, STYLE_REVERSE), LOOK(OWN, OWN, STYLE_REVERSE | STYLE_BOLD))
/* clang-format on */

#endif
